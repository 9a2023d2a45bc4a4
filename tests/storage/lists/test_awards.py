"""The register as a list: found without marks, filtered, ordered, a page at a time."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from tests.storage.factory import award
from thidua_desktop.domain.awards import Award, AwardRow
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.movements import Movement
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.text import name_key, sort_key
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists.awards import AWARDS

NAMES = ["Đặng Thị Ổn", "Nguyễn Văn Ân", "Trần Văn An", "Y Hoa", "A Tik", "Đinh Văn Đô"]
UNITS = ["Xã Đắk Ruồng", "Trường Tiểu học Ngọc An", "Phòng Nội vụ", "Ban Chỉ huy Quân sự"]
TITLES = ["Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen", "Ông, bà gương mẫu"]


def invented() -> list[Award]:
    """Return a register of 120 rows, always the same; some of old years without a date."""
    chance = random.Random(5)
    return [
        award(
            chance.choice(NAMES),
            unit_name=chance.choice(UNITS),
            title_text=chance.choice(TITLES),
            year=(year := chance.randint(2018, 2023)),
            decision_number=f"{chance.randint(1, 200)}/QĐ-UBND",
            decision_date=chance.choice(["", f"{year + 1}-01-15", f"{year}-06", f"{year}"]),
            ordinal=chance.randint(0, 9),
            level=chance.choice(["district", "province"]),
            amount=chance.choice([None, 0, 540_000, 1_800_000]),
            note=chance.choice(["", "Có sáng kiến", "đề nghị muộn"]),
        )
        for _ in range(120)
    ]


@pytest.fixture
def register(database: Database) -> list[Award]:
    """The invented register in the file."""
    made = invented()
    with database.write("Nhập") as step:
        step.put(made)
    return made


def find(database: Database, query: Query) -> list[str]:
    with database.read() as connection:
        found = AWARDS.find(connection, query)
        assert AWARDS.count(connection, query) == len(found)
    return found


def rows(database: Database, uids: Sequence[str]) -> list[AwardRow]:
    with database.read() as connection:
        return AWARDS.rows(connection, uids)


def uids(awards: Sequence[Award]) -> set[str]:
    return {kept.uid for kept in awards}


def test_without_a_question_all_are_there_the_newest_decision_first(
    database: Database, register: list[Award]
) -> None:
    found = rows(database, find(database, Query()))
    years = [int(row.decision_date[:4] or row.year) for row in found]
    assert len(found) == len(register)
    assert years == sorted(years, reverse=True)


def test_within_a_decision_the_ordinal_decides_and_then_the_name(database: Database) -> None:
    made = [
        award(name, ordinal=ordinal, decision_number="1/QĐ-UBND")
        for name, ordinal in (("Y Hoa", 0), ("Trần Văn An", 2), ("A Tik", 1), ("Lê Văn Ân", 0))
    ]
    with database.write("Nhập") as step:
        step.put(made)
    found = rows(database, find(database, Query()))
    assert [row.name for row in found] == ["Lê Văn Ân", "Y Hoa", "A Tik", "Trần Văn An"]


@pytest.mark.parametrize("text", ["dang on", "ON ĐẶNG", "  Ổn   đang ", "đặng thị ổn"])
def test_words_are_found_in_any_order_without_marks_and_case(
    database: Database, register: list[Award], text: str
) -> None:
    assert set(find(database, Query(text))) == uids(
        [kept for kept in register if kept.recipient.name == "Đặng Thị Ổn"]
    )


def test_words_may_stand_in_different_columns(database: Database, register: list[Award]) -> None:
    wanted = [
        kept
        for kept in register
        if kept.recipient.name == "A Tik" and kept.recipient.unit_name == "Phòng Nội vụ"
    ]
    assert wanted
    assert set(find(database, Query("tik noi vu"))) == uids(wanted)


def test_a_decision_is_found_by_its_number(database: Database, register: list[Award]) -> None:
    number = register[0].decision_number
    found = rows(database, find(database, Query(number.lower())))
    assert found
    assert all(number in row.decision_number for row in found)


@pytest.mark.parametrize("text", ["100%", "a_b", "%", "_", "'", "\\"])
def test_signs_that_mean_something_to_sql_are_only_signs(database: Database, text: str) -> None:
    odd = award(f"Tổ {text} hợp tác")
    with database.write("Thêm") as step:
        step.put([odd, award("Tổ hợp tác 100 axb")])
    assert find(database, Query(text)) == [odd.uid]


def test_a_year_is_that_of_the_decision_or_else_of_the_achievement(
    database: Database, register: list[Award]
) -> None:
    wanted = [k for k in register if int(k.decision_date[:4] or k.year) == 2021]
    assert set(find(database, Query(year=2021))) == uids(wanted)


FILTERS = {
    "unit contains": (Filter("unit", "ruong dak"), lambda k: "Đắk Ruồng" in k.recipient.unit_name),
    "unit is": (Filter("unit", "phòng nội vụ", "is"), lambda k: "Nội vụ" in k.recipient.unit_name),
    "unit is not a part": (Filter("unit", "nội vụ", "is"), lambda _: False),
    "name contains": (Filter("name", "van"), lambda k: "Văn" in k.recipient.name),
    "a word of the unit is no name": (Filter("name", "ruong"), lambda _: False),
    "note contains": (Filter("note", "sang kien"), lambda k: k.note == "Có sáng kiến"),
    "note is empty": (Filter("note", match="empty"), lambda k: not k.note),
    "note is nothing": (Filter("note", "", "is"), lambda k: not k.note),
    "note is something": (Filter("note", "", "isnt"), lambda k: k.note),
    "unit is another": (
        Filter("unit", "phòng nội vụ", "isnt"),
        lambda k: "Nội vụ" not in k.recipient.unit_name,
    ),
    "level is another": (Filter("level", "province", "isnt"), lambda k: k.level != "province"),
    "amount is another": (Filter("amount", "540.000", "isnt"), lambda k: k.amount != 540_000),
    "level is": (Filter("level", "province", "is"), lambda k: k.level == "province"),
    "year is": (Filter("year", "2020", "is"), lambda k: k.year == 2020),
    "year contains": (Filter("year", "02"), lambda k: "02" in str(k.year)),
    "year is a word": (Filter("year", "năm nào", "is"), lambda _: False),
    "year from": (Filter("year", "2021", "from"), lambda k: k.year >= 2021),
    "date from": (Filter("decision_date", "2021", "from"), lambda k: k.decision_date >= "2021"),
    "date to": (
        Filter("decision_date", "2020", "to"),
        lambda k: k.decision_date[:4] <= "2020",
    ),
    "date to a month": (
        Filter("decision_date", "2020-06", "to"),
        lambda k: k.decision_date[:7] <= "2020-06",
    ),
    "date empty": (Filter("decision_date", match="empty"), lambda k: not k.decision_date),
    "amount from": (Filter("amount", "1.000.000", "from"), lambda k: (k.amount or 0) >= 1_000_000),
    "amount empty": (Filter("amount", match="empty"), lambda k: not k.amount),
}


@pytest.mark.parametrize(("asked", "test"), FILTERS.values(), ids=FILTERS)
def test_a_filter_keeps_what_it_asks_for(
    database: Database, register: list[Award], asked: Filter, test
) -> None:
    assert set(find(database, Query(filters=(asked,)))) == uids(
        [kept for kept in register if test(kept)]
    )


def test_filters_words_and_year_hold_together(database: Database, register: list[Award]) -> None:
    query = Query(
        "van", (Filter("note", "muon"), Filter("level", "district", "is")), (Order("name"),), 2022
    )
    wanted = [
        k
        for k in register
        if "Văn" in k.recipient.name
        and k.note == "đề nghị muộn"
        and k.level == "district"
        and int(k.decision_date[:4] or k.year) == 2022
    ]
    assert wanted
    assert set(find(database, query)) == uids(wanted)


ORDERS = {
    "name": lambda row: name_key(row.name),
    "unit": lambda row: sort_key(row.unit),
    "title_text": lambda row: sort_key(row.title_text),
    "note": lambda row: sort_key(row.note),
    "year": lambda row: row.year,
    "amount": lambda row: -1 if row.amount is None else row.amount,
    "decision_number": lambda row: int(row.decision_number.split("/")[0]),
    "decision_date": lambda row: (int(row.decision_date[:4] or row.year), row.decision_date),
    "level": lambda row: row.level,
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", ORDERS)
def test_an_order_is_that_of_the_dictionary_or_the_number(
    database: Database, register: list[Award], column: str, descending: bool
) -> None:
    found = rows(database, find(database, Query(order=(Order(column, descending),))))
    keys = [ORDERS[column](row) for row in found]
    assert keys == sorted(keys, reverse=descending)
    assert len(keys) == len(register)


@pytest.mark.parametrize(
    ("first", "second"), [("unit", "name"), ("title_text", "name"), ("name", "title_text")]
)
def test_the_second_order_decides_between_equal_ones(
    database: Database, register: list[Award], first: str, second: str
) -> None:
    query = Query(order=(Order(first), Order(second, descending=True)))
    found = rows(database, find(database, query))
    by_second = sorted(found, key=ORDERS[second], reverse=True)
    assert [ORDERS[first](row) for row in found] == sorted(map(ORDERS[first], found))
    assert [(ORDERS[first](r), ORDERS[second](r)) for r in found] == [
        (ORDERS[first](r), ORDERS[second](r)) for r in sorted(by_second, key=ORDERS[first])
    ]


def test_a_list_is_the_same_each_time(database: Database, register: list[Award]) -> None:
    for column in ORDERS:
        query = Query(order=(Order(column),))
        assert find(database, query) == find(database, query)


def test_a_row_shows_the_award_as_it_was(database: Database) -> None:
    movement = Movement(name="Thi đua xây dựng nông thôn mới")
    made = award(
        recipient=Recipient(
            name="A Tik",
            position="Giáo viên",
            unit_name="Trường Ngọc An",
            group="Trực tiếp sản xuất",
            is_enterprise=True,
        ),
        movement_uid=movement.uid,
        ordinal=4,
        law="2024",
        coefficient=300,
        base_salary=1_800_000,
        certificate_number="12/2024",
        certificate_printed="2024-02-01",
        source="Danh sách.xlsx, dòng 5",
        title="advanced_worker",
        decision_number="26/QĐ-UBND",
        authority="Chủ tịch UBND huyện",
        amount=540_000,
        note="Có sáng kiến",
    )
    with database.write("Thêm") as step:
        step.put([movement, made])
    assert rows(database, [made.uid]) == [
        AwardRow(
            uid=made.uid,
            name="A Tik",
            recipient_kind="person",
            position="Giáo viên",
            unit="Trường Ngọc An",
            title="advanced_worker",
            title_text="Lao động tiên tiến",
            level="district",
            year=2023,
            loai_hinh="CONG_TRANG",
            nature="grant",
            decision_number="26/QĐ-UBND",
            decision_date="2024-01-15",
            authority="Chủ tịch UBND huyện",
            amount=540_000,
            note="Có sáng kiến",
            period="",
            group="Trực tiếp sản xuất",
            is_enterprise=True,
            movement="Thi đua xây dựng nông thôn mới",
            ordinal=4,
            law="2024",
            coefficient=300,
            base_salary=1_800_000,
            certificate_number="12/2024",
            certificate_printed="2024-02-01",
            source="Danh sách.xlsx, dòng 5",
        )
    ]


def test_rows_come_in_the_order_asked_without_the_deleted(
    database: Database, register: list[Award]
) -> None:
    first, second, third = register[:3]
    with database.write("Xóa") as step:
        step.remove(Award, [second.uid])
    found = rows(database, [third.uid, second.uid, first.uid, "0" * 36])
    assert [row.uid for row in found] == [third.uid, first.uid]
    assert second.uid not in find(database, Query())
    assert second.uid not in find(database, Query(second.recipient.name))


def test_an_edit_moves_the_row_to_its_new_place(database: Database, register: list[Award]) -> None:
    moved = replace(register[0], recipient=Recipient(name="Kpă Kring"))
    with database.write("Sửa") as step:
        step.put(moved)
    assert find(database, Query("kpa kring")) == [moved.uid]


FROM_AN_INDEX = {
    "the usual order": Query(),
    "words": Query("dang on"),
    "a year": Query(year=2024),
    "by name": Query(order=(Order("name"),)),
    "by unit": Query(order=(Order("unit"),)),
    "by year": Query(order=(Order("year", descending=True),)),
}


@pytest.mark.parametrize("query", FROM_AN_INDEX.values(), ids=FROM_AN_INDEX)
def test_the_register_is_listed_from_an_index_without_sorting(
    database: Database, query: Query
) -> None:
    with database.read() as connection:
        select = asked_of(connection, query)
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {select}").all()
        program = connection.exec_driver_sql(f"EXPLAIN {select}").all()
        table = "SELECT rootpage FROM sqlite_schema WHERE name = 'award'"
        root = connection.exec_driver_sql(table).scalar_one()
    (cursor,) = [step.p1 for step in program if step.opcode == "OpenRead" and step.p2 == root]
    assert "ix_award_by_" in plan[0].detail
    assert len(plan) == 1
    assert not [step for step in program if step.opcode == "Column" and step.p1 == cursor]


def asked_of(connection: Connection, query: Query) -> str:
    """Return the SQL that finding *query* sends, its values written in."""
    asked: list[str] = []
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(asked.append)
    AWARDS.find(connection, query)
    driver.set_trace_callback(None)
    (select,) = [sql for sql in asked if sql.startswith("SELECT")]
    return select
