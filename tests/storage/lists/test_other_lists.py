"""The lists beside the register: what each adds to its rows, its year and its usual order."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.storage.factory import award, person
from thidua_desktop.domain.council import CouncilMember, CouncilTerm
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists.awards import AWARDS
from thidua_desktop.storage.lists.council import MEMBERS
from thidua_desktop.storage.lists.decisions import DECISIONS
from thidua_desktop.storage.lists.listing import Listing
from thidua_desktop.storage.lists.nominations import NOMINATIONS
from thidua_desktop.storage.lists.people import PEOPLE
from thidua_desktop.storage.lists.plans import TASKS
from thidua_desktop.storage.lists.units import UNITS

LISTS: list[Listing[Any]] = [AWARDS, NOMINATIONS, PEOPLE, UNITS, DECISIONS, TASKS, MEMBERS]
every_list = pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.table.name)


def put(database: Database, *records: Any) -> None:
    with database.write("Cất") as step:
        step.put(records)


def listed(database: Database, listing: Listing[Any], query: Query | None = None) -> list[Any]:
    with database.read() as connection:
        found = listing.find(connection, query or Query())
        assert listing.count(connection, query or Query()) == len(found)
        return listing.rows(connection, found)


def shown(rows: Sequence[Any], field: str) -> list[Any]:
    return [getattr(row, field) for row in rows]


@every_list
def test_every_column_can_be_filtered_and_ordered(
    database: Database, listing: Listing[Any]
) -> None:
    with database.read() as connection:
        for column in listing.columns:
            for match in ("contains", "is", "isnt", "empty", "from", "to"):
                query = Query("an", (Filter(column, "1", match),), (Order(column),), 2024)
                assert listing.find(connection, query) == []
                assert listing.count(connection, query) == 0


@every_list
def test_an_unknown_column_is_an_error(database: Database, listing: Listing[Any]) -> None:
    with database.read() as connection, pytest.raises(KeyError):
        listing.find(connection, Query(order=(Order("colour"),)))


def test_people_come_by_given_name_with_unit_and_number_of_awards(database: Database) -> None:
    school = Unit(name="Trường Ngọc An")
    tik, hoa = person("A Tik", unit_uid=school.uid), person("Y Hoa")
    gone = award(recipient=Recipient(name="A Tik", person_uid=tik.uid))
    given = award(recipient=Recipient(name="A Tik", person_uid=tik.uid))
    put(database, school, tik, hoa, gone, given)
    with database.write("Xóa") as step:
        step.remove(type(gone), [gone.uid])
    rows = listed(database, PEOPLE)
    assert [(row.full_name, row.unit, row.awards) for row in rows] == [
        ("Y Hoa", "", 0),
        ("A Tik", "Trường Ngọc An", 1),
    ]


def test_people_are_found_by_the_words_of_their_unit_too(database: Database) -> None:
    school = Unit(name="Trường Ngọc An")
    put(database, school, person("A Tik", unit_uid=school.uid), person("Y Hoa"))
    assert shown(listed(database, PEOPLE, Query("tik ngoc")), "full_name") == ["A Tik"]


def test_people_are_ordered_by_unit_and_by_awards(database: Database) -> None:
    units = [Unit(name=name) for name in ("Xã Ngọc An", "Ban Dân vận", "Đoàn xã")]
    people = [person(unit.name, unit_uid=unit.uid) for unit in units]
    prize = award(recipient=Recipient(name="x", person_uid=people[2].uid))
    put(database, *units, *people, prize)
    by_unit = listed(database, PEOPLE, Query(order=(Order("unit"),)))
    assert shown(by_unit, "unit") == ["Ban Dân vận", "Đoàn xã", "Xã Ngọc An"]
    by_awards = listed(database, PEOPLE, Query(order=(Order("awards", descending=True),)))
    assert by_awards[0].full_name == "Đoàn xã"


def test_the_unit_of_a_person_is_named_even_when_it_was_deleted(database: Database) -> None:
    school = Unit(name="Trường Ngọc An")
    put(database, school, person("A Tik", unit_uid=school.uid))
    with database.write("Xóa") as step:
        step.remove(Unit, [school.uid])
    assert shown(listed(database, PEOPLE), "unit") == ["Trường Ngọc An"]


def test_units_come_in_dictionary_order_with_their_parent(database: Database) -> None:
    district = Unit(name="UBND huyện", kind="office")
    put(database, district, Unit(name="Đoàn Thanh niên"), Unit(name="Ban Tổ chức", kind="party"))
    put(database, Unit(name="Phòng Nội vụ", parent_uid=district.uid))
    rows = listed(database, UNITS)
    assert [(row.name, row.parent) for row in rows] == [
        ("Ban Tổ chức", ""),
        ("Đoàn Thanh niên", ""),
        ("Phòng Nội vụ", "UBND huyện"),
        ("UBND huyện", ""),
    ]


def test_units_of_a_year_are_those_that_were_there_in_it(database: Database) -> None:
    put(
        database,
        Unit(name="Xã cũ", valid_to="2025-06-30"),
        Unit(name="Xã mới", valid_from="2025-07-01"),
        Unit(name="Trường"),
    )
    assert shown(listed(database, UNITS, Query(year=2024)), "name") == ["Trường", "Xã cũ"]
    assert shown(listed(database, UNITS, Query(year=2025)), "name") == [
        "Trường",
        "Xã cũ",
        "Xã mới",
    ]
    assert shown(listed(database, UNITS, Query(year=2026)), "name") == ["Trường", "Xã mới"]


def test_decisions_come_newest_first_with_the_number_of_their_awards(database: Database) -> None:
    old = Decision(number="9/QĐ-UBND", date="2023-01-05")
    new = Decision(number="10/QĐ-UBND", date="2024")
    put(database, old, new, award(decision_uid=old.uid), award(decision_uid=old.uid))
    rows = listed(database, DECISIONS)
    assert [(row.number, row.awards) for row in rows] == [("10/QĐ-UBND", 0), ("9/QĐ-UBND", 2)]
    assert shown(listed(database, DECISIONS, Query(year=2024)), "number") == ["10/QĐ-UBND"]
    by_number = listed(database, DECISIONS, Query(order=(Order("number"),)))
    assert shown(by_number, "number") == ["9/QĐ-UBND", "10/QĐ-UBND"]


def test_nominations_come_unit_by_unit_and_name_their_dossier(database: Database) -> None:
    dossier = Dossier(subject="Khen thưởng năm học", unit_name="Trường Ngọc An")
    bare = Dossier(unit_name="Xã Đắk Ruồng")
    made = [
        Nomination(
            recipient=Recipient(name=name, unit_name=unit),
            title_text="Lao động tiên tiến",
            year=2024,
            dossier_uid=uid,
        )
        for name, unit, uid in (
            ("A Tik", "Xã Đắk Ruồng", bare.uid),
            ("Y Hoa", "Trường Ngọc An", dossier.uid),
            ("Lê Văn An", "Trường Ngọc An", None),
        )
    ]
    put(database, dossier, bare, *made)
    rows = listed(database, NOMINATIONS, Query(year=2024))
    assert [(row.name, row.dossier) for row in rows] == [
        ("Lê Văn An", ""),
        ("Y Hoa", "Khen thưởng năm học"),
        ("A Tik", "Xã Đắk Ruồng"),
    ]
    assert shown(listed(database, NOMINATIONS, Query("hoa tien tien")), "name") == ["Y Hoa"]


def test_tasks_come_by_quarter_in_plain_words_with_their_units(database: Database) -> None:
    plan = Plan(year=2024)
    second = PlanTask(plan_uid=plan.uid, quarter=2, ordinal=1, body="Sơ kết <i>6 tháng</i>")
    first = PlanTask(
        plan_uid=plan.uid, quarter=1, ordinal=1, body="Ký giao ước", units_text="Các cụm thi đua"
    )
    parts = [
        TaskUnit(task_uid=second.uid, unit_name="Văn phòng", role="support", ordinal=2),
        TaskUnit(task_uid=second.uid, unit_name="Phòng Nội vụ", role="lead", ordinal=1),
    ]
    put(database, plan, second, first, *parts)
    rows = listed(database, TASKS, Query(year=2024))
    assert [(row.quarter, row.text, row.units) for row in rows] == [
        (1, "Ký giao ước", "Các cụm thi đua"),
        (2, "Sơ kết 6 tháng", "Phòng Nội vụ; Văn phòng"),
    ]
    assert [row.is_due_derived for row in rows] == [False, False]
    assert listed(database, TASKS, Query(year=2023)) == []
    assert len(listed(database, TASKS, Query("so ket 6"))) == 1


def test_tasks_still_to_be_finished_can_be_asked_for(database: Database) -> None:
    plan = Plan(year=2024)
    states = ("todo", "doing", "done", "dropped")
    tasks = [
        PlanTask(plan_uid=plan.uid, ordinal=number, body="Sơ kết", state=state)
        for number, state in enumerate(states)
    ]
    put(database, plan, *tasks)
    still_open = Query(filters=(Filter("is_open", "true", "is"),))
    assert shown(listed(database, TASKS, still_open), "state") == ["todo", "doing"]


def test_members_come_in_their_order_in_the_newest_term(database: Database) -> None:
    old = CouncilTerm(name="Nhiệm kỳ cũ", starts="2020-01-01", ends="2023-12-31")
    new = CouncilTerm(name="Nhiệm kỳ mới", starts="2024-01-01")
    put(
        database,
        old,
        new,
        CouncilMember(term_uid=old.uid, full_name="A Tik", ordinal=1),
        CouncilMember(term_uid=new.uid, full_name="Y Hoa", ordinal=2, is_secretary=True),
        CouncilMember(term_uid=new.uid, full_name="Lê Văn Ân", ordinal=1, role="chair"),
    )
    rows = listed(database, MEMBERS)
    assert [(row.term, row.full_name, row.is_secretary) for row in rows] == [
        ("Nhiệm kỳ mới", "Lê Văn Ân", False),
        ("Nhiệm kỳ mới", "Y Hoa", True),
        ("Nhiệm kỳ cũ", "A Tik", False),
    ]
    assert shown(listed(database, MEMBERS, Query(year=2022)), "full_name") == ["A Tik"]


def test_flags_are_filtered_as_flags(database: Database) -> None:
    term = CouncilTerm(starts="2024-01-01")
    put(
        database,
        term,
        CouncilMember(term_uid=term.uid, full_name="A Tik"),
        CouncilMember(term_uid=term.uid, full_name="Y Hoa", is_secretary=True),
    )
    secretary = Query(filters=(Filter("is_secretary", "true", "is"),))
    assert shown(listed(database, MEMBERS, secretary), "full_name") == ["Y Hoa"]


def test_a_deleted_person_is_in_no_list(database: Database) -> None:
    tik = person("A Tik")
    put(database, tik)
    with database.write("Xóa") as step:
        step.remove(Person, [tik.uid])
    assert listed(database, PEOPLE) == []
