"""What one step leaves in the journal and in the merge columns."""

import json
from dataclasses import replace
from typing import Any

from tests.storage.factory import award, person, reopened
from thidua_desktop.domain.people import Person
from thidua_desktop.storage.chain import StepRow
from thidua_desktop.storage.database import Database, Place


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    with database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def replica(database: Database) -> str:
    ((name,),) = rows(database, "SELECT value FROM meta WHERE name = 'replica'")
    return str(name)


def test_a_step_says_who_when_and_what(database: Database) -> None:
    with database.write("Nhập danh sách", "import") as step:
        step.put([person(), person()])
    ((*told,),) = rows(database, "SELECT uid, tick, number, at, who, label, kind, rows FROM step")
    assert told == [
        step.uid,
        1,
        1,
        "2024-06-30T10:32:05+07:00",
        "Lò Thị Mây",
        "Nhập danh sách",
        "import",
        2,
    ]


def test_numbers_go_on_after_opening_again(database: Database, place: Place) -> None:
    with database.write("Một") as step:
        step.put([person(), person()])
    with reopened(database, place) as again:
        with again.write("Hai") as step:
            step.put(person())
        assert rows(again, "SELECT tick, number, first, rows FROM step ORDER BY tick") == [
            (1, 1, 1, 2),
            (2, 2, 3, 1),
        ]


def test_a_new_row_has_no_image_before(database: Database) -> None:
    with database.write("Thêm") as step:
        step.put(person("A Tik"))
    ((before, after),) = rows(database, "SELECT before, after FROM change")
    assert before is None
    assert json.loads(after)["full_name"] == "A Tik"


def test_two_changes_of_a_row_in_one_step_are_one_change(database: Database) -> None:
    tik = person("A Tik")
    with database.write("Thêm") as step:
        step.put(tik)
    with database.write("Sửa hai lần") as step:
        step.put(replace(tik, birth="1990"))
        assert step.connection is not None  # Reading writes what was put so far.
        step.put(replace(tik, birth="1991"))
    *_, (before, after) = rows(database, "SELECT before, after FROM change ORDER BY seq")
    assert "birth" not in json.loads(before)
    assert json.loads(after)["birth"] == "1991"
    assert len(rows(database, "SELECT * FROM change")) == 2


def test_an_edit_marks_the_unit_it_wrote_with_its_own_number(database: Database) -> None:
    tik = person("A Tik")
    for written in (tik, replace(tik, birth="1990"), replace(tik, birth="1990", sex="male")):
        with database.write("Cất") as step:
            step.put(written)
    ours = replica(database)
    ((version, dots, tomb, gone),) = rows(database, "SELECT version, dots, tomb, gone FROM person")
    assert json.loads(dots) == {"*": [ours, 1], "birth": [ours, 2], "sex": [ours, 3]}
    assert (json.loads(version), tomb, gone) == ({ours: 3}, None, 0)


def test_columns_of_one_unit_are_marked_together(database: Database) -> None:
    hers = award(decision_number="1/QĐ-UBND")
    with database.write("Thêm") as step:
        step.put(hers)
    with database.write("Đính chính") as step:
        step.put(replace(hers, decision_number="2/QĐ-UBND"))
    ((dots,),) = rows(database, "SELECT dots FROM award")
    assert set(json.loads(dots)) == {"*", "decision"}


def test_deleting_is_a_unit_of_its_own(database: Database) -> None:
    tik = person("A Tik")
    with database.write("Thêm") as step:
        step.put(tik)
    with database.write("Xóa") as step:
        step.remove(Person, [tik.uid])
    ours = replica(database)
    ((dots, tomb, gone),) = rows(database, "SELECT dots, tomb, gone FROM person")
    assert json.loads(dots)["_del"] == [ours, 2]
    assert (json.loads(tomb), gone) == ({ours: 1}, 1)


def test_a_row_names_the_last_step_that_wrote_it(database: Database) -> None:
    tik = person("A Tik")
    with database.write("Thêm") as step:
        step.put(tik)
    with database.write("Sửa") as step:
        step.put(replace(tik, birth="1990"))
    assert rows(database, "SELECT step, tick FROM person") == [(step.uid, 2)]


def test_each_hash_covers_the_step_before(database: Database) -> None:
    for name in ("Một", "Hai", "Ba"):
        with database.write(name) as step:
            step.put(person(name))
    found = rows(database, "SELECT prev, hash FROM step ORDER BY tick")
    assert [prev for prev, _ in found] == ["", found[0][1], found[1][1]]
    assert len({said for _, said in found}) == 3


def test_a_hash_changes_with_every_field_and_every_digest() -> None:
    step = StepRow("u", 1, "r", 1, "at", "who", "label", "edit", None, None, None, None, 1, 1, "")
    links = [(1, "person", "x", None, b"\1" * 32)]
    others = [
        replace(step, label="other"),
        replace(step, who="other"),
        replace(step, prev="other"),
        replace(step, undoes="other"),
    ]
    hashes = {step.hash(links)} | {other.hash(links) for other in others}
    hashes.add(step.hash([(1, "person", "x", b"\1" * 32, None)]))
    hashes.add(step.hash([(1, "award", "x", None, b"\1" * 32)]))
    assert len(hashes) == 7


def test_the_derived_columns_are_not_in_the_image(database: Database) -> None:
    with database.write("Thêm") as step:
        step.put(award())
    ((after,),) = rows(database, "SELECT after FROM change")
    assert not {"name_key", "search_fold", "register_year"} & set(json.loads(after))


def test_derived_columns_follow_an_edit(database: Database) -> None:
    tik = person("A Tik")
    with database.write("Thêm") as step:
        step.put(tik)
    with database.write("Sửa") as step:
        step.put(replace(tik, full_name="Đặng Văn Ổn"))
    assert rows(database, "SELECT name_fold FROM person") == [("dang van on",)]
