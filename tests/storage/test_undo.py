from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.storage.factory import award, everything, person, reopened
from thidua_desktop.domain.errors import ChangedSince, Refused
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage import history, verify
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.undo import redo, undo

TIK = person("A Tik")


def put(database: Database, *records: object, label: str = "Cất", kind: str = "edit") -> str:
    with database.write(label, kind) as step:
        step.put(records)
    return step.uid


def remove(database: Database, uid: str) -> str:
    with database.write("Xóa") as step:
        step.remove(Person, [uid])
    return step.uid


def people(database: Database) -> list[Person]:
    return everything(database).get("person", [])


def next_labels(database: Database) -> tuple[str | None, str | None]:
    with database.read() as connection:
        found = (history.next_undo(connection), history.next_redo(connection))
    return found[0].label if found[0] else None, found[1].label if found[1] else None


def test_undoing_an_addition_takes_the_record_away(database: Database) -> None:
    put(database, TIK)
    undo(database)
    assert people(database) == []


def test_undoing_an_edit_gives_the_old_value_back(database: Database) -> None:
    put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    undo(database)
    assert people(database) == [TIK]


def test_undoing_a_deletion_brings_the_record_back(database: Database) -> None:
    put(database, TIK)
    remove(database, TIK.uid)
    undo(database)
    assert people(database) == [TIK]


def test_undoing_an_import_takes_all_of_it(database: Database) -> None:
    put(database, TIK)
    put(database, *(person(f"Người {n}") for n in range(1_200)), label="Nhập", kind="import")
    changed = undo(database)
    assert people(database) == [TIK]
    assert len(changed.rows["person"]) == 1_200


def test_redo_does_it_again(database: Database) -> None:
    put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    undo(database)
    redo(database)
    assert people(database) == [replace(TIK, birth="1990")]


def test_undo_and_redo_go_on_after_opening_again(database: Database, place: Place) -> None:
    put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    undo(database)
    with reopened(database, place) as again:
        redo(again)
        assert people(again) == [replace(TIK, birth="1990")]
        undo(again)
        undo(again)
        assert people(again) == []


def test_a_new_edit_leaves_nothing_to_redo(database: Database) -> None:
    put(database, TIK)
    undo(database)
    put(database, person("Y Hoa"), label="Thêm Y Hoa")
    assert next_labels(database) == ("Thêm Y Hoa", None)
    with pytest.raises(Refused, match="làm lại"):
        redo(database)


def test_with_nothing_done_there_is_nothing_to_undo(database: Database) -> None:
    with pytest.raises(Refused, match="hoàn tác"):
        undo(database)


def test_what_comes_next_keeps_its_words_through_undo_and_redo(database: Database) -> None:
    put(database, TIK, label="Thêm A Tik")
    put(database, replace(TIK, birth="1990"), label="Sửa A Tik")
    undo(database)
    redo(database)
    undo(database)
    assert next_labels(database) == ("Thêm A Tik", "Sửa A Tik")


def test_the_filling_of_a_new_file_cannot_be_undone(database: Database) -> None:
    put(database, TIK, label="Tạo tệp", kind="create")
    assert next_labels(database) == (None, None)


def test_undo_is_a_new_step_with_a_new_number(database: Database) -> None:
    put(database, TIK)
    changed = undo(database)
    with database.read() as connection:
        steps = history.steps(connection, 9)
    assert [(step.tick, step.kind, step.undone) for step in steps] == [
        (2, "undo", False),
        (1, "edit", True),
    ]
    assert steps[0].uid == changed.step


def test_versions_never_roll_back(database: Database) -> None:
    put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    undo(database)
    with database.read() as connection:
        version = connection.exec_driver_sql("SELECT version FROM person").scalar_one()
    assert version.endswith(":3}")


def test_undoing_an_older_step_is_refused_when_its_row_was_changed_since(
    database: Database,
) -> None:
    first = put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    with pytest.raises(ChangedSince) as refused:
        undo(database, first)
    assert refused.value.rows == [("person", TIK.uid, "A Tik")]
    assert people(database) == [replace(TIK, birth="1990")]


def test_when_confirmed_rows_changed_since_are_left_alone(database: Database) -> None:
    hoa = person("Y Hoa")
    first = put(database, TIK, hoa, label="Nhập", kind="import")
    edited = replace(TIK, birth="1990")
    put(database, edited)
    undo(database, first, confirmed=True)
    assert people(database) == [edited]


def test_a_row_that_was_changed_and_changed_back_is_as_it_was(database: Database) -> None:
    first = put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    undo(database)
    undo(database, first)
    assert people(database) == []


def test_a_step_undone_out_of_turn_is_passed_over(database: Database) -> None:
    put(database, TIK, label="Thêm Tik")
    middle = put(database, person("Y Hoa"), label="Thêm Hoa")
    put(database, person("Y Mai"), label="Thêm Mai")
    undo(database, middle)
    assert next_labels(database) == ("Thêm Mai", "Thêm Hoa")
    undo(database)
    assert next_labels(database)[0] == "Thêm Tik"
    redo(database)
    redo(database)
    assert len(people(database)) == 3


def test_a_step_is_not_undone_twice(database: Database) -> None:
    first = put(database, TIK)
    undo(database, first)
    with pytest.raises(Refused, match="đã được hoàn tác"):
        undo(database, first)


def test_a_step_that_was_done_again_can_be_undone_by_its_own_name(database: Database) -> None:
    first = put(database, TIK)
    undo(database)
    redo(database)
    undo(database, first)
    assert people(database) == []
    assert next_labels(database) == (None, "Cất")


def test_an_addition_is_kept_while_later_records_point_to_it(database: Database) -> None:
    first = put(database, TIK)
    hers = award("A Tik", recipient=Recipient(name="A Tik", person_uid=TIK.uid))
    put(database, hers)
    with pytest.raises(ChangedSince) as refused:
        undo(database, first)
    assert refused.value.rows == [("award", hers.uid, "A Tik, Lao động tiên tiến, 2023")]


def test_records_of_one_step_that_point_to_each_other_go_together(database: Database) -> None:
    hers = award("A Tik", recipient=Recipient(name="A Tik", person_uid=TIK.uid))
    put(database, TIK, hers)
    undo(database)
    assert everything(database) == {}


def test_a_record_led_to_one_made_in_the_same_step_is_led_back(database: Database) -> None:
    put(database, TIK)
    place = Unit(name="Xã Đắk Lua")
    put(database, place, replace(TIK, unit_uid=place.uid))
    undo(database)
    assert people(database) == [TIK]
    assert "unit" not in everything(database)


def test_a_record_led_there_by_the_step_and_changed_since_keeps_what_it_leads_to(
    database: Database,
) -> None:
    put(database, TIK)
    place = Unit(name="Xã Đắk Lua")
    step = put(database, place, replace(TIK, unit_uid=place.uid))
    put(database, replace(TIK, unit_uid=place.uid, position="Công chức"))
    with pytest.raises(ChangedSince):
        undo(database, step)
    undo(database, step, confirmed=True)
    assert everything(database)["unit"] == [place]


@pytest.mark.parametrize("turns", [1, 2, 40])
def test_walking_to_and_fro_ends_where_it_began(database: Database, turns: int) -> None:
    put(database, TIK, label="Thêm")
    put(database, replace(TIK, birth="1990"), label="Sửa")
    for _ in range(turns):
        undo(database)
        undo(database)
        redo(database)
        redo(database)
    assert people(database) == [replace(TIK, birth="1990")]
    assert next_labels(database) == ("Sửa", None)


@pytest.mark.parametrize("work", [undo, redo])
def test_a_file_stays_whole_through_undo_and_redo(
    database: Database, work: Callable[[Database], object]
) -> None:
    put(database, TIK)
    put(database, replace(TIK, birth="1990"))
    remove(database, TIK.uid)
    undo(database)
    work(database)
    with database.read() as connection:
        assert verify.problems(connection) == []
