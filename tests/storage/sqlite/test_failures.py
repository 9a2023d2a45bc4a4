"""The disk fails: full, read-only, gone, held by another; each failure has its sentence."""

import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from tests.storage.factory import everything, person
from thidua_desktop.domain.errors import BadFile, OfficerError, OutsideError
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.sqlite.failures import translated

A = Path("/somewhere/Sổ.thidua")


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("told by a test")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_FULL, OutsideError, "hết chỗ"),
        (sqlite3.SQLITE_BUSY, OutsideError, "chương trình khác giữ"),
        (sqlite3.SQLITE_LOCKED, OutsideError, "chương trình khác giữ"),
        (sqlite3.SQLITE_READONLY, OutsideError, "Không có quyền"),
        (sqlite3.SQLITE_CANTOPEN, OutsideError, "Không mở được"),
        (sqlite3.SQLITE_IOERR | (4 << 8), OutsideError, "báo lỗi khi đọc hoặc ghi"),
        (sqlite3.SQLITE_CORRUPT | (1 << 8), BadFile, "bị hỏng"),
        (sqlite3.SQLITE_NOTADB, BadFile, "bị hỏng"),
    ],
)
def test_each_code_of_sqlite_has_its_sentence(
    code: int, kind: type[OfficerError], words: str
) -> None:
    with pytest.raises(kind, match=words) as told, translated(A):
        raise sqlite_error(code)
    assert "Sổ.thidua" in told.value.what


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "hết chỗ"),
        (errno.EACCES, "Không có quyền"),
        (errno.EROFS, "Không có quyền"),
        (errno.ENOENT, "Không thấy"),
        (errno.EISDIR, "là thư mục"),
        (errno.EIO, "Hệ thống báo lỗi"),
    ],
)
def test_each_error_of_the_system_has_its_sentence(number: int, words: str) -> None:
    with pytest.raises(OutsideError, match=words), translated(A):
        raise OSError(number, "told by a test")


@pytest.mark.parametrize("error", [ValueError("ours"), sqlite_error(sqlite3.SQLITE_MISUSE)])
def test_what_is_our_fault_stays_as_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as told, translated(A):
        raise error
    assert told.value is error


def test_an_error_of_another_file_inside_a_reading_is_not_told_as_ours(database: Database) -> None:
    with pytest.raises(FileNotFoundError), database.read():
        Path("/nowhere/a.txt").read_text("utf-8")


@pytest.fixture
def full_disk(database: Database) -> Iterator[Database]:
    """A file that cannot grow by more than a few pages."""
    engine = database._engine

    @event.listens_for(engine, "begin")
    def _limit(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 5}")

    yield database
    event.remove(engine, "begin", _limit)


def test_a_full_disk_leaves_the_file_as_it_was(full_disk: Database, place: Place) -> None:
    with full_disk.write("Thêm") as step:
        step.put(person("A Tik"))
    with pytest.raises(OutsideError, match="hết chỗ"), full_disk.write("Nhập") as step:
        step.put(person(f"Người {number}") for number in range(2_000))
    full_disk.close()
    with Database.open(full_disk.path, place) as again:
        assert [kept.full_name for kept in everything(again)["person"]] == ["A Tik"]


def test_after_a_full_disk_writing_goes_on(database: Database) -> None:
    with database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(OutsideError, match="hết chỗ"), database.write("Nhập") as step:
        step.put(person(f"Người {number}") for number in range(2_000))
    with database.read() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    with database.write("Nhập lại") as step:
        step.put(person("A Tik"))
    assert len(everything(database)["person"]) == 1


def test_a_file_held_by_another_program_is_told(database: Database, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with database._engine.connect() as connection:  # Five seconds are long for a test.
        connection.exec_driver_sql("PRAGMA busy_timeout=10")
    with pytest.raises(OutsideError, match="chương trình khác giữ"), database.write("Cất"):
        pass
    other.close()


def test_a_folder_that_cannot_be_written_is_told(
    file: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(OutsideError, match="Không có quyền"):
        Database.open(file, place)
