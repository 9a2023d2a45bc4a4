from dataclasses import replace
from typing import Any

import pytest

from tests.storage.factory import award, person
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage import history
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.undo import redo, undo

TIK = person("A Tik")


def put(database: Database, *records: Any, label: str = "Cất") -> None:
    with database.write(label) as step:
        step.put(records)


def remove(database: Database, *uids: str) -> None:
    with database.write("Xóa") as step:
        step.remove(Person, uids)


def told(database: Database, table: str, uid: str) -> list[tuple[str, str, str]]:
    with database.read() as connection:
        found = history.of_record(connection, table, uid)
    return [(change.field, change.old, change.new) for change in found]


def binned(database: Database, limit: int = 9) -> list[str]:
    with database.read() as connection:
        return [deleted.title for deleted in history.recycle_bin(connection, limit)]


def test_steps_come_newest_first_and_no_more_than_asked(database: Database) -> None:
    for name in ("Một", "Hai", "Ba"):
        put(database, person(name), label=name)
    with database.read() as connection:
        assert [step.label for step in history.steps(connection, 2)] == ["Ba", "Hai"]


def test_a_step_says_whether_it_was_undone_within_any_window(database: Database) -> None:
    put(database, TIK)
    undo(database)
    redo(database)
    undo(database)
    with database.read() as connection:
        wide = {step.uid: step.undone for step in history.steps(connection, 9)}
        for limit in (1, 2, 3):
            for step in history.steps(connection, limit):
                assert step.undone == wide[step.uid]
                assert history.step(connection, step.uid).undone == step.undone
    assert list(wide.values()) == [False, True, False, True]


def test_a_step_that_is_not_there_is_told(database: Database) -> None:
    with database.read() as connection, pytest.raises(KeyError):
        history.step(connection, "nowhere")


def test_a_record_tells_its_life_field_by_field(database: Database) -> None:
    put(database, TIK)
    put(database, replace(TIK, birth="1990-02-05", sex="male"))
    remove(database, TIK.uid)
    assert told(database, "person", TIK.uid) == [
        ("gone", "", "Đã xóa"),
        ("birth", "", "05/02/1990"),
        ("sex", "", "Nam"),
        ("full_name", "", "A Tik"),
    ]


def test_who_and_when_stand_beside_each_change(database: Database) -> None:
    put(database, TIK, label="Thêm cá nhân")
    with database.read() as connection:
        (change,) = history.of_record(connection, "person", TIK.uid)
    assert (change.who, change.at, change.label) == (
        "Lò Thị Mây",
        "2024-06-30T10:32:05+07:00",
        "Thêm cá nhân",
    )


def test_a_link_is_told_by_the_name_of_what_it_points_to(database: Database) -> None:
    school = Unit(name="Trường Tiểu học Đắk Ruồng", kind="school")
    put(database, school, TIK)
    put(database, replace(TIK, unit_uid=school.uid))
    put(database, replace(TIK, unit_uid=None))
    changes = [change for change in told(database, "person", TIK.uid) if change[0] == "unit_uid"]
    assert changes == [("unit_uid", school.name, ""), ("unit_uid", "", school.name)]


def test_money_flags_and_codes_are_told_in_words(database: Database) -> None:
    made = award("A Tik")
    put(database, made)
    recipient = replace(made.recipient, is_enterprise=True)
    put(database, replace(made, amount=1_560_000, level="province", recipient=recipient))
    assert told(database, "award", made.uid)[:3] == [
        ("recipient.is_enterprise", "Không", "Có"),
        ("level", "Huyện", "Tỉnh"),
        ("amount", "", "1.560.000 đ"),
    ]


def test_a_title_is_told_by_its_words_alone(database: Database) -> None:
    made = award("A Tik", title="advanced_worker")
    put(database, made)
    put(database, replace(made, title="excellent", title_text="Chiến sĩ thi đua cơ sở"))
    assert told(database, "award", made.uid)[:1] == [
        ("title_text", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
    ]


def test_markup_is_told_as_plain_words(database: Database) -> None:
    block = Block(owner_uid="x", body="Đạt <b>92</b> %<fn>Số liệu đến 30/6.</fn>")
    put(database, block)
    assert ("body", "", "Đạt 92 % (Số liệu đến 30/6.)") in told(database, "block", block.uid)


def test_undoing_is_part_of_the_life_of_a_record(database: Database) -> None:
    put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    undo(database)
    assert told(database, "person", TIK.uid)[0] == ("birth", "1990", "")


def test_awards_of_a_person_are_found_by_the_link_and_by_the_name(database: Database) -> None:
    linked = award(
        recipient=Recipient(name="A Tík", person_uid=TIK.uid), decision_date="2022-01-01"
    )
    named = award("a  tik", decision_date="2023-01-01")
    other = award("A Tin", decision_date="2024-01-01")
    put(database, TIK, linked, named, other)
    with database.read() as connection:
        assert history.awards_of(connection, TIK.uid) == [linked.uid]
        assert history.awards_of(connection, "A TIK") == [named.uid, linked.uid]
        assert history.awards_of(connection, "") == []


def test_awards_of_a_unit_are_found_by_the_link(database: Database) -> None:
    school = Unit(name="Trường Tiểu học Đắk Ruồng")
    recipient = Recipient(kind="collective", name="Trường TH Đắk Ruồng", unit_uid=school.uid)
    made = award(recipient=recipient)
    put(database, school, made)
    with database.read() as connection:
        assert history.awards_of(connection, school.uid) == [made.uid]


def test_deleted_awards_are_not_in_the_history_of_a_person(database: Database) -> None:
    made = award("A Tik")
    put(database, made)
    undo(database)
    with database.read() as connection:
        assert history.awards_of(connection, "A Tik") == []


def test_the_bin_shows_what_an_officer_deleted(database: Database) -> None:
    hoa = person("Y Hoa", birth="1985")
    put(database, TIK, hoa)
    remove(database, TIK.uid)
    remove(database, hoa.uid)
    assert binned(database) == ["Y Hoa, 1985", "A Tik"]
    assert binned(database, 1) == ["Y Hoa, 1985"]


def test_the_bin_says_who_deleted_when(database: Database) -> None:
    put(database, TIK)
    remove(database, TIK.uid)
    with database.read() as connection:
        (deleted,) = history.recycle_bin(connection, 9)
    assert (deleted.table, deleted.uid, deleted.label, deleted.who) == (
        "person",
        TIK.uid,
        "Xóa",
        "Lò Thị Mây",
    )


def test_what_undo_took_back_is_not_in_the_bin(database: Database) -> None:
    put(database, TIK)
    undo(database)
    assert binned(database) == []
    redo(database)
    undo(database)
    assert binned(database) == []


def test_a_deletion_undone_and_done_again_is_in_the_bin(database: Database) -> None:
    put(database, TIK)
    remove(database, TIK.uid)
    undo(database)
    assert binned(database) == []
    redo(database)
    assert binned(database) == ["A Tik"]


def test_a_record_brought_back_and_that_undone_is_in_the_bin(database: Database) -> None:
    put(database, TIK)
    remove(database, TIK.uid)
    with database.write("Lấy lại") as step:
        step.restore(Person, [TIK.uid])
    assert binned(database) == []
    undo(database)
    assert binned(database) == ["A Tik"]


def test_many_records_that_undo_took_back_do_not_hide_the_bin(database: Database) -> None:
    put(database, TIK)
    remove(database, TIK.uid)
    put(database, *(person(f"Người {number}") for number in range(30)))
    undo(database)
    assert binned(database, 5) == ["A Tik"]
