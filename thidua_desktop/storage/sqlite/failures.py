"""The one place where SQLite's codes and the system's errors become sentences for an officer."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError

from thidua_desktop.domain.errors import BadFile, OfficerError, OutsideError, Refused

_UNREADABLE_TEXT = "Could not decode to UTF-8"  # Said by the driver, without a code.
_UNCHANGED = "Dữ liệu trong tệp vẫn như lần cất trước."


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Let errors of SQLite and the system about *path* go on as sentences; others as they are."""
    try:
        with sqlite_translated(path):
            yield
    except OSError as error:
        raise of_system(error, path) from error


@contextmanager
def sqlite_translated(path: Path) -> Iterator[None]:
    """Let errors of SQLite about *path* go on as sentences; others as they are."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) and (told := _of_sqlite(error.orig, path)):
            raise told from error
        raise
    except sqlite3.Error as error:
        if told := _of_sqlite(error, path):
            raise told from error
        raise
    except UnicodeDecodeError as error:  # A broken schema, quoted in SQLite's own complaint.
        raise damaged(path) from error


def _of_sqlite(error: sqlite3.Error, path: Path) -> OfficerError | None:
    """Return the sentence for *error* by its primary code; None when it is a fault of ours."""
    if getattr(error, "sqlite_errorname", "") == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return Refused(
            "Có dòng trỏ tới một bản ghi không có trong tệp.", "Chưa có gì được ghi vào tệp."
        )
    if str(error).startswith(_UNREADABLE_TEXT):
        return damaged(path, "có chữ không đọc được")
    told = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return told(path) if told else None


def of_system(error: OSError, path: Path) -> OutsideError:
    """Return the sentence for an error of the system at *path*."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return read_only(path)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return missing(path)
    if error.errno == errno.EISDIR:
        return folder_instead(path)
    return OutsideError(
        f"Hệ thống báo lỗi ở “{path}”: {error.strerror or error}.",
        _UNCHANGED,
        "Hãy kiểm tra ổ đĩa rồi thử lại.",
    )


def damaged(path: Path, detail: str = "") -> BadFile:
    """Return what is said of an office file that is broken."""
    return BadFile(
        f"Tệp “{path.name}” bị hỏng{f' ({detail})' if detail else ''}.",
        "Chương trình không ghi gì thêm vào tệp; các bản sao lưu vẫn còn.",
        "Hãy khôi phục từ bản sao lưu gần nhất.",
    )


def read_only(path: Path) -> OutsideError:
    """Return what is said when nothing may be written at *path*."""
    return OutsideError(
        f"Không có quyền đọc hoặc ghi ở “{path}”.",
        _UNCHANGED,
        "Hãy chép tệp sang thư mục của mình, hoặc bỏ dấu chỉ đọc của tệp và thư mục.",
    )


def marked_read_only(path: Path) -> OutsideError:
    """Return what is said when the office file *path* itself may not be changed."""
    return OutsideError(
        f"Tệp “{path.name}” bị đánh dấu chỉ đọc, hoặc người dùng máy không có quyền sửa.",
        "Chưa có gì bị thay đổi.",
        "Hãy bỏ dấu chỉ đọc trong thuộc tính của tệp rồi mở lại, hoặc mở chỉ để đọc.",
    )


def missing(path: Path) -> OutsideError:
    """Return what is said when *path* is not there."""
    what = "tệp" if path.parent.is_dir() else "thư mục chứa tệp"
    return OutsideError(
        f"Không thấy {what} “{path}”.",
        "Chưa có gì bị thay đổi.",
        "Hãy xem lại đường dẫn, hoặc cắm lại ổ đĩa chứa tệp.",
    )


def folder_instead(path: Path) -> OutsideError:
    """Return what is said when a folder stands where a file should."""
    return OutsideError(
        f"“{path}” là thư mục, không phải tệp dữ liệu.",
        "Chưa có gì bị thay đổi.",
        "Hãy chọn tệp có đuôi .thidua.",
    )


def _full(path: Path) -> OutsideError:
    return OutsideError(
        f"Ổ đĩa chứa “{path.name}” đã hết chỗ.",
        _UNCHANGED,
        "Hãy giải phóng dung lượng rồi thử lại.",
    )


def _busy(path: Path) -> OutsideError:
    return OutsideError(
        f"Tệp “{path.name}” đang bị một chương trình khác giữ.",
        _UNCHANGED,
        "Hãy đóng chương trình kia rồi thử lại.",
    )


def _closed(path: Path) -> OutsideError:
    return OutsideError(
        f"Không mở được tệp “{path}”.",
        _UNCHANGED,
        "Hãy xem ổ đĩa còn cắm và thư mục còn cho phép ghi không.",
    )


def _broken_disk(path: Path) -> OutsideError:
    return OutsideError(
        f"Ổ đĩa báo lỗi khi đọc hoặc ghi tệp “{path.name}”.",
        _UNCHANGED,
        "Hãy kiểm tra ổ đĩa, sao lưu tệp sang nơi khác rồi mở lại chương trình.",
    )


_SENTENCES: Mapping[int, Callable[[Path], OfficerError]] = MappingProxyType(
    {
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
        sqlite3.SQLITE_FULL: _full,
        sqlite3.SQLITE_BUSY: _busy,
        sqlite3.SQLITE_LOCKED: _busy,
        sqlite3.SQLITE_READONLY: read_only,
        sqlite3.SQLITE_PERM: read_only,
        sqlite3.SQLITE_CANTOPEN: _closed,
        sqlite3.SQLITE_IOERR: _broken_disk,
    }
)
