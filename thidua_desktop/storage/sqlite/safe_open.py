"""What is checked before a file's first table is read: is it ours, whole, of a version we know."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from thidua_desktop.domain.errors import BadFile, Newer
from thidua_desktop.storage.sqlite.engine import APPLICATION_ID, CACHE
from thidua_desktop.storage.sqlite.failures import damaged, folder_instead, missing, translated
from thidua_desktop.storage.sqlite.fingerprint import is_known
from thidua_desktop.storage.sqlite.lock import beside

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_CACHE_WHILE_CHECKING = -64_000  # KiB; with less, checking the indexes takes three times as long.


@dataclass(frozen=True, slots=True)
class Header:
    """The first bytes of a SQLite file; *pages* is 0 where they do not say how many there are.

    *modes*: how it is written and read; 1 with a rollback journal, 2 with a WAL.
    """

    page_size: int
    pages: int
    application_id: int
    version: int
    modes: tuple[int, int]


def check_header(path: Path, newest: int) -> Header:
    """Return the header of the office file *path*; raise when it is not one of ours, or newer.

    Nothing of the file is given to SQLite before this.
    """
    header = _read_header(path)
    if header.application_id != APPLICATION_ID:
        raise _foreign(path)
    if header.version > newest:
        raise _newer(path)
    size = path.stat().st_size
    if size < header.page_size * header.pages and not has_hot_journal(path):
        raise damaged(path, "tệp bị cụt")
    return header


def has_hot_journal(path: Path) -> bool:
    """Say whether an unfinished write lies beside *path*, which SQLite takes back when opening."""
    journal = beside(path, "-journal")
    return journal.exists() and journal.stat().st_size > 0


def check_schema(connection: Connection, path: Path, version: int) -> None:
    """Raise when tables, indexes or triggers are not exactly those of *version*."""
    if not is_known(connection, version):
        raise damaged(path, "cấu trúc không đúng như chương trình đã tạo")


def check_whole(connection: Connection, path: Path) -> None:
    """Raise when SQLite finds the file damaged or a link that leads nowhere."""
    if found := integrity_problems(connection):
        raise damaged(path, found[0])


def integrity_problems(connection: Connection) -> list[str]:
    """Return what SQLite's own checks find, in its words."""
    return page_problems(connection) + link_problems(connection)


def page_problems(connection: Connection) -> list[str]:
    """Return what SQLite finds wrong in pages, tables and indexes, in its words."""
    connection.exec_driver_sql(f"PRAGMA cache_size={_CACHE_WHILE_CHECKING}")
    told = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    connection.exec_driver_sql(f"PRAGMA cache_size={CACHE}")
    return [] if told == ["ok"] else [str(line) for line in told]


def link_problems(connection: Connection) -> list[str]:
    """Return the tables of links that lead nowhere."""
    links = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
    return [f"{row[0]} → {row[2]}" for row in links]


def _read_header(path: Path) -> Header:
    if path.is_dir():
        raise folder_instead(path)
    if not path.exists():
        raise missing(path)
    with translated(path), path.open("rb") as file:
        start = file.read(_HEADER)
    if not start:
        raise BadFile(
            f"Tệp “{path.name}” rỗng, không có dữ liệu.",
            "Chương trình không ghi gì vào tệp.",
            "Hãy khôi phục từ bản sao lưu, hoặc tạo tệp mới.",
        )
    if len(start) < _HEADER or not start.startswith(_MAGIC):
        raise _foreign(path)
    size = int.from_bytes(start[16:18], "big")
    return Header(
        page_size=65536 if size == 1 else size,
        pages=int.from_bytes(start[28:32], "big") if start[24:28] == start[92:96] else 0,
        application_id=int.from_bytes(start[68:72], "big"),
        version=int.from_bytes(start[60:64], "big"),
        modes=(start[18], start[19]),
    )


def _foreign(path: Path) -> BadFile:
    return BadFile(
        f"Tệp “{path.name}” không phải tệp dữ liệu của chương trình.",
        "Chương trình không ghi gì vào tệp.",
        "Hãy chọn tệp có đuôi .thidua do chương trình tạo ra.",
    )


def _newer(path: Path) -> Newer:
    return Newer(
        f"Tệp “{path.name}” do phiên bản mới hơn của chương trình tạo ra.",
        "Chương trình không ghi gì vào tệp.",
        "Hãy cập nhật chương trình trên máy này rồi mở lại.",
    )
