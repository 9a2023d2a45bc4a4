"""What reading the whole file finds, each kind of spoiling by itself."""

import sqlite3
from pathlib import Path

import pytest

from tests.storage.factory import award, full, person
from thidua_desktop.domain.papers import Attachment
from thidua_desktop.storage import verify
from thidua_desktop.storage.catalogue import MAPPINGS
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.undo import undo


@pytest.fixture
def filled(file: Path, place: Place) -> Path:
    """A file with three steps, an attachment among them."""
    with Database.open(file, place) as database:
        with database.write("Thêm người") as step:
            step.put([person("A Tik"), person("Y Hoa")])
        with database.write("Đính kèm") as step:
            sha256 = step.put_blob(b"scan")
            step.put(Attachment(name="bản quét.pdf", sha256=sha256, size=4))
        with database.write("Thêm khen thưởng") as step:
            step.put(award())
    return file


def found(path: Path, place: Place) -> list[str]:
    with Database.open(path, place) as database, database.read() as connection:
        return verify.problems(connection)


def spoil(path: Path, *statements: str) -> None:
    """Do to the file what only someone can do who takes its guards off and puts them back."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type='trigger'")
    triggers = guards.fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.close()


def test_a_good_file_has_no_problems(filled: Path, place: Place) -> None:
    assert found(filled, place) == []


def test_a_file_with_every_kind_of_record_has_no_problems(database: Database) -> None:
    with database.write("Nhập") as step:
        step.put(full(mapping.record) for mapping in MAPPINGS if mapping.table != "attachment")
    undo(database)
    with database.read() as connection:
        assert verify.problems(connection) == []


SPOILT = {
    "a value changed past the journal": (
        "UPDATE person SET full_name = 'A Tích' WHERE full_name = 'A Tik'",
        "khác với nhật ký",
    ),
    "a row credited to another step": (
        "UPDATE person SET step = '00000000-0000-7000-8000-000000000000'",
        "khác với nhật ký",
    ),
    "a row credited to a later step": ("UPDATE person SET tick = 3", "khác với nhật ký"),
    "a row slipped in": (
        "INSERT INTO person SELECT 'Ai đó', birth, sex, position, unit_uid, citizen_id, ethnicity,"
        " sort_name, note, '00000000-0000-7000-8000-000000000000', version, dots, tomb, extra,"
        " conflicts, gone, tick, step, name_key, name_fold, search_fold FROM person LIMIT 1",
        "khác với nhật ký",
    ),
    "an image changed": (
        "UPDATE change SET after = replace(after, 'A Tik', 'A Tích')",
        "Nhật ký bị sửa",
    ),
    "an image taken out": ("UPDATE change SET after = NULL WHERE seq = 1", "Nhật ký bị sửa"),
    "a digest changed": (
        "UPDATE change SET after_digest = zeroblob(32) WHERE seq = 3",
        "lần sửa số 2 “Đính kèm”",
    ),
    "who did it changed": (
        "UPDATE step SET who = 'Ai đó' WHERE tick = 2",
        "Chuỗi nhật ký đứt ở lần sửa số 2",
    ),
    "a step taken out": ("DELETE FROM step WHERE tick = 2", "Chuỗi nhật ký đứt ở lần sửa số 3"),
    "the first step taken out": ("DELETE FROM step WHERE tick = 1", "Chuỗi nhật ký đứt"),
    "a change taken out": ("DELETE FROM change WHERE seq = 2", "Chuỗi nhật ký đứt ở lần sửa số 1"),
    "an ordering key changed": (
        "UPDATE award SET name_key = zeroblob(3)",
        "Cột tìm kiếm và sắp xếp",
    ),
    "merge columns that are no JSON": ("UPDATE person SET dots = '['", "không đúng dạng"),
    "a number never seen": (
        "UPDATE person SET dots = replace(dots, ',1]', ',9]')",
        "không đúng dạng",
    ),
    "deleted without a tomb": ("UPDATE person SET gone = 1", "không đúng dạng"),
    "bytes of an attachment changed": ("UPDATE blob SET bytes = x'00'", "đính kèm"),
    "bytes of an attachment lost": ("DELETE FROM blob", "Thiếu nội dung"),
    "a step left open": ("UPDATE open_step SET uid = 'x'", "còn để mở"),
    "a link to nothing": ("UPDATE person SET unit_uid = 'nowhere'", "SQLite báo"),
}


@pytest.mark.parametrize(("statement", "words"), SPOILT.values(), ids=SPOILT)
def test_what_was_done_to_the_file_is_named(
    filled: Path, place: Place, statement: str, words: str
) -> None:
    spoil(filled, statement)
    assert any(words in line for line in found(filled, place)), found(filled, place)


def test_a_schema_that_changed_while_open_is_named(database: Database) -> None:
    connection = sqlite3.connect(database.path)
    connection.execute("DROP TRIGGER guard_person_delete")
    connection.close()
    with database.read() as reading:
        assert any("khóa bảo vệ" in line for line in verify.problems(reading))


def test_the_list_of_problems_has_an_end(database: Database) -> None:
    with database.write("Nhập") as step:
        step.put(person(f"Người {number}") for number in range(200))
    database.close()
    spoil(database.path, "UPDATE person SET name_fold = ''")
    assert len(found(database.path, database.place)) == verify.MOST


def test_living_records_are_counted_by_table(filled: Path, place: Place) -> None:
    with Database.open(filled, place) as database, database.read() as connection:
        counts = verify.counts(connection)
    assert (counts["person"], counts["award"], counts["unit"]) == (2, 1, 0)
