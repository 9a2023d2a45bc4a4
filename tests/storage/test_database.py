"""Writing and reading records through the one door, read back from a fresh opening."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.factory import award, everything, full, person, reopened
from thidua_desktop.domain.errors import OutsideError, Refused
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.storage import history, records, verify
from thidua_desktop.storage.catalogue import MAPPINGS
from thidua_desktop.storage.database import Database, Place


def test_every_kind_of_record_is_there_after_opening_again(
    database: Database, place: Place
) -> None:
    made = {mapping.table: [full(mapping.record)] for mapping in MAPPINGS}
    with database.write("Nhập") as step:
        step.put([record for kept in made.values() for record in kept])
    with reopened(database, place) as again:
        assert everything(again) == made


def test_links_between_records_of_one_step_may_come_in_any_order(database: Database) -> None:
    mai = person("Lò Thị Mai")
    hers = award(recipient=Recipient(name="Lò Thị Mai", person_uid=mai.uid))
    with database.write("Nhập") as step:
        step.put([hers, mai])
    assert everything(database) == {"person": [mai], "award": [hers]}


def test_a_link_to_nothing_is_refused_and_nothing_is_written(database: Database) -> None:
    lost = award(recipient=Recipient(name="A Tik", person_uid="0" * 36))
    with pytest.raises(Refused, match="không có trong tệp"), database.write("Nhập") as step:
        step.put([person(), lost])
    assert everything(database) == {}


def test_an_error_in_the_middle_leaves_nothing(database: Database) -> None:
    def records_of_a_broken_list() -> Iterator[Person]:
        yield person()
        yield person()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.write("Nhập") as step:
        step.put(records_of_a_broken_list())
    assert everything(database) == {}


def test_an_error_after_rows_were_written_takes_them_back(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write("Nhập") as step:
            step.put(person())
            assert len(records.everything(step.connection, Person)) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert everything(database) == {}


def test_what_changed_is_told_by_table(database: Database) -> None:
    mai, hers = person("Lò Thị Mai"), award()
    with database.write("Nhập danh sách", "import") as step:
        step.put([mai, hers])
    assert step.changed.rows == {"person": {mai.uid}, "award": {hers.uid}}
    assert (step.changed.step, step.changed.label) == (step.uid, "Nhập danh sách")


def test_putting_a_record_as_it_is_changes_nothing(database: Database) -> None:
    mai = person("Lò Thị Mai")
    with database.write("Thêm") as step:
        step.put(mai)
    with database.write("Cất") as step:
        step.put(mai)
    assert step.changed.rows == {}
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM step").scalar() == 1


def test_a_deleted_record_is_not_read(database: Database) -> None:
    mai = person("Lò Thị Mai")
    with database.write("Thêm") as step:
        step.put(mai)
    with database.write("Xóa") as step:
        step.remove(Person, [mai.uid])
    assert everything(database) == {}
    with database.read() as connection, pytest.raises(KeyError):
        records.one(connection, Person, mai.uid)


def test_deleting_what_is_gone_or_unknown_changes_nothing(database: Database) -> None:
    with database.write("Xóa") as step:
        step.remove(Person, ["1" * 36])
    assert step.changed.rows == {}


def test_a_deleted_record_comes_back_as_it_was(database: Database) -> None:
    mai = person("Lò Thị Mai", birth="1990")
    for write in ("put", "remove", "restore"):
        with database.write(write) as step:
            if write == "put":
                step.put(mai)
            else:
                getattr(step, write)(Person, [mai.uid])
    assert everything(database) == {"person": [mai]}


def test_putting_a_deleted_record_brings_it_back(database: Database) -> None:
    mai = person("Lò Thị Mai")
    with database.write("Thêm") as step:
        step.put(mai)
    with database.write("Xóa") as step:
        step.remove(Person, [mai.uid])
    with database.write("Cất") as step:
        step.put(replace(mai, birth="1990"))
    assert everything(database) == {"person": [replace(mai, birth="1990")]}


def test_text_is_stored_in_nfc_whatever_came_in(database: Database, place: Place) -> None:
    mai = person(unicodedata.normalize("NFD", "Đặng Thị Ổn"))
    with database.write("Thêm") as step:
        step.put(mai)
    with database.write("Sửa") as step:
        step.put(replace(mai, note=unicodedata.normalize("NFD", "Nghỉ hưu")))
    with reopened(database, place) as again:
        (stored,) = everything(again)["person"]
    assert (stored.full_name, stored.note) == ("Đặng Thị Ổn", "Nghỉ hưu")


def test_putting_the_same_words_in_another_form_changes_nothing(database: Database) -> None:
    mai = person("Đặng Thị Ổn")
    with database.write("Thêm") as step:
        step.put(mai)
    with database.write("Cất") as step:
        step.put(replace(mai, full_name=unicodedata.normalize("NFD", mai.full_name)))
    assert step.changed.rows == {}


def test_more_rows_than_are_held_back_are_written(database: Database) -> None:
    with database.write("Nhập") as step:
        step.put(person(f"Người {number}") for number in range(5_003))
    assert len(everything(database)["person"]) == 5_003


def test_reading_sees_one_moment_of_the_file(database: Database) -> None:
    with database.read() as before:
        assert records.everything(before, Person) == []
        with database.write("Thêm") as step:
            step.put(person())
            reader_saw = records.everything(before, Person)
            before.rollback()
    assert reader_saw == []


def test_a_file_opened_for_reading_cannot_be_written(file: Path, place: Place) -> None:
    with Database.open(file, place, read_only=True) as reading:
        assert reading.is_read_only
        with pytest.raises(OutsideError, match="quyền"), reading.write("Thêm") as step:
            step.put(person())


def test_a_new_file_does_not_replace_one_that_is_there(file: Path, place: Place) -> None:
    before = file.read_bytes()
    with pytest.raises(Refused, match="Đã có tệp"):
        Database.create(file, place)
    assert file.read_bytes() == before


def test_a_new_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, place: Place) -> None:
    with pytest.raises(OutsideError, match="thư mục"):
        Database.create(tmp_path / "không có" / "a.thidua", place)


def test_a_failed_creation_leaves_no_file(tmp_path: Path, place: Place) -> None:
    elsewhere = replace(place, migrations=tmp_path / "không có")
    with pytest.raises(Exception, match="doesn't exist"):
        Database.create(tmp_path / "a.thidua", elsewhere)
    assert list(tmp_path.iterdir()) == []


def test_a_path_with_vietnamese_letters_and_odd_signs_is_a_path(
    tmp_path: Path, place: Place
) -> None:
    path = tmp_path / "Huyện Đắk Glei 100% ?mode=ro#1.thidua"
    with Database.create(path, place) as made, made.write("Thêm") as step:
        step.put(person())
    assert path.stat().st_size > 0


def test_bytes_of_an_attachment_are_kept_once(database: Database, place: Place) -> None:
    with database.write("Đính kèm") as step:
        first, second = step.put_blob(b"scan"), step.put_blob(b"scan")
        step.put(person())
    with reopened(database, place) as again, again.read() as connection:
        assert first == second
        assert records.blob(connection, first) == b"scan"


def test_bytes_alone_make_a_step_too(database: Database, place: Place) -> None:
    with database.write("Đính kèm") as step:
        step.put_blob(b"scan")
    with reopened(database, place) as again, again.read() as connection:
        assert verify.problems(connection) == []
        assert [step.label for step in history.steps(connection, 9)] == ["Đính kèm"]


def test_bytes_that_are_not_kept_are_told(database: Database) -> None:
    with database.read() as connection, pytest.raises(KeyError):
        records.blob(connection, "0" * 64)
