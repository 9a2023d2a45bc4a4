"""Files that are not whole, not ours or not of our time; each gets its sentence."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.factory import everything, person
from thidua_desktop.domain.errors import BadFile, OutsideError, Refused
from thidua_desktop.domain.people import Person
from thidua_desktop.storage import records
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.sqlite import fingerprint, safe_open
from thidua_desktop.storage.sqlite.lock import beside


def sql(*statements: str) -> Callable[[Path], None]:
    """Return what another program does to a file."""

    def spoil(path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA trusted_schema=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return spoil


def content(data: bytes) -> Callable[[Path], None]:
    """Return what puts *data* in place of the file."""

    def spoil(path: Path) -> None:
        path.write_bytes(data)

    return spoil


def cut(share: float) -> Callable[[Path], None]:
    """Return what leaves only the first *share* of the file."""

    def spoil(path: Path) -> None:
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])

    return spoil


def changed(old: bytes, new: bytes) -> Callable[[Path], None]:
    """Return what writes *new*, as long, over the first place of *old*."""

    def spoil(path: Path) -> None:
        path.write_bytes(path.read_bytes().replace(old, new, 1))

    return spoil


def zeroed_tail(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BAD = {
    "empty": (content(b""), "rỗng"),
    "text": (content("Danh sách khen thưởng".encode()), "không phải tệp dữ liệu"),
    "text as long as a header": (content(b"x" * 5000), "không phải tệp dữ liệu"),
    "workbook": (content(b"PK\x03\x04" + b"x" * 500), "không phải tệp dữ liệu"),
    "head of a database alone": (content(b"SQLite format 3\0"), "không phải tệp dữ liệu"),
    "database of another program": (sql("PRAGMA application_id=7"), "không phải tệp dữ liệu"),
    "cut in the middle": (cut(0.5), "bị hỏng"),
    "cut by a few bytes": (cut(0.999), "bị hỏng"),
    "zeros from the second page on": (zeroed_tail, "bị hỏng"),
    "letters of its structure broken": (changed(b"full_name", b"full_\xb1ame"), "bị hỏng"),
    "a trigger more": (
        sql("CREATE TRIGGER t AFTER INSERT ON person BEGIN SELECT 1; END"),
        "cấu trúc",
    ),
    "a guard less": (sql("DROP TRIGGER guard_person_delete"), "cấu trúc"),
    "a view more": (sql("CREATE VIEW v AS SELECT 1"), "cấu trúc"),
    "a view in place of a table": (
        sql("ALTER TABLE rating RENAME TO r", "CREATE VIEW rating AS SELECT * FROM r"),
        "cấu trúc",
    ),
    "a column more": (sql("ALTER TABLE person ADD COLUMN shoe TEXT"), "cấu trúc"),
    "an index less": (sql("DROP INDEX ix_person_by_name"), "cấu trúc"),
    "a table less": (sql("DROP TABLE rating"), "cấu trúc"),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["writing", "reading"])
@pytest.mark.parametrize(("spoil", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_and_not_touched(
    file: Path, place: Place, spoil: Callable[[Path], None], words: str, read_only: bool
) -> None:
    spoil(file)
    before = file.read_bytes()
    with pytest.raises(BadFile, match=words) as refused:
        Database.open(file, place, read_only=read_only)
    assert refused.value.safe
    assert refused.value.todo
    assert file.read_bytes() == before


def test_letters_that_cannot_be_read_are_damage(file: Path, place: Place) -> None:
    with Database.open(file, place) as database, database.write("Thêm") as step:
        step.put(person("Lò Thị Mây"))
    name = "Lò Thị Mây".encode()
    file.write_bytes(file.read_bytes().replace(name, name[:1] + b"\xff\xff" + name[3:]))
    with (
        Database.open(file, place, read_only=True) as database,
        pytest.raises(BadFile, match="không đọc được"),
        database.read() as connection,
    ):
        records.everything(connection, Person)


def test_a_newer_file_is_refused(file: Path, place: Place) -> None:
    sql("PRAGMA user_version=99")(file)
    with pytest.raises(Refused, match="mới hơn") as refused:
        Database.open(file, place)
    assert "cập nhật" in refused.value.todo


def test_an_older_version_that_never_was_is_damaged(file: Path, place: Place) -> None:
    sql("PRAGMA user_version=0")(file)
    with pytest.raises(BadFile, match="cấu trúc"):
        Database.open(file, place)


def test_an_older_file_is_not_read_before_it_was_upgraded(file: Path, place: Place) -> None:
    sql("PRAGMA user_version=0")(file)
    with pytest.raises(Refused, match="phiên bản cũ"):
        Database.open(file, place, read_only=True)


def test_a_missing_file_is_told(tmp_path: Path, place: Place) -> None:
    with pytest.raises(OutsideError, match="Không thấy tệp"):
        Database.open(tmp_path / "a.thidua", place)


def test_a_missing_folder_is_told(tmp_path: Path, place: Place) -> None:
    with pytest.raises(OutsideError, match="Không thấy thư mục"):
        Database.open(tmp_path / "ổ đĩa" / "a.thidua", place)


def test_a_folder_in_place_of_the_file_is_told(file: Path, place: Place) -> None:
    folder(file)
    with pytest.raises(OutsideError, match="là thư mục"):
        Database.open(file, place)


def test_a_refused_file_is_free_again(file: Path, place: Place) -> None:
    sql("DROP TRIGGER guard_person_delete")(file)
    with pytest.raises(BadFile):
        Database.open(file, place)
    assert not beside(file, ".giu").exists()


def test_after_a_clean_close_the_file_is_not_read_in_full(
    file: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[Path] = []
    monkeypatch.setattr(safe_open, "check_whole", lambda _, path: checked.append(path))
    Database.open(file, place).close()
    Database.open(file, place).close()
    assert checked == []


def test_after_a_cut_the_file_is_read_in_full(file: Path, place: Place) -> None:
    with Database.open(file, place) as database, database.write("Thêm") as step:
        step.put(person(f"Người {n}") for n in range(50))
    shutil.copy(file, beside(file, ".bak"))
    spoilt = bytearray(file.read_bytes())
    index = sqlite3.connect(file)
    (page,) = index.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name='ix_person_tick'"
    ).fetchone()
    index.close()
    start = (page - 1) * 4096
    spoilt[start + 3 : start + 5] = (40).to_bytes(2, "big")  # Cells: ten fewer than rows.
    file.write_bytes(spoilt)
    Database.open(file, place).close()
    beside(file, ".giu").write_text("{}", "utf-8")
    for _ in range(2):  # The mark of the cut stays until the file is found whole.
        with pytest.raises(BadFile, match="bị hỏng"):
            Database.open(file, place)
    shutil.copy(beside(file, ".bak"), file)
    with Database.open(file, place) as database:
        assert len(everything(database)["person"]) == 50
    assert not beside(file, ".giu").exists()


def test_the_header_is_read_without_sqlite(file: Path) -> None:
    header = safe_open.check_header(file, fingerprint.newest_known())
    assert header.page_size * header.pages == file.stat().st_size
    assert header.version == fingerprint.newest_known()
