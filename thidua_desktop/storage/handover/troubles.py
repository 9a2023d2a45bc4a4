"""What goes wrong with a stick, in sentences for an officer. Knows no office file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.domain.errors import OfficerError, OutsideError, Refused
from thidua_desktop.domain.numbers import decimal
from thidua_desktop.storage.sqlite.failures import of_system

_UNTOUCHED = "Tệp thi đua trên máy này vẫn nguyên."
_GONE = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ESTALE})
_LOCKED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})

_GONE_ON_WINDOWS = frozenset({2, 3, 15, 21, 31, 55, 433, 1006, 1117, 1167})
"""What Windows says of a path or device that is there no more, by `winerror`."""

_LOCKED_ON_WINDOWS = 19  # ERROR_WRITE_PROTECT


@contextmanager
def writing_to(folder: Path, size: int) -> Iterator[None]:
    """Let errors of the system while *size* bytes go into *folder* go on as sentences."""
    try:
        yield
    except OSError as error:
        raise _while_writing(error, folder, size) from error


@contextmanager
def reading_from(path: Path) -> Iterator[None]:
    """Let errors of the system while *path* is copied to this computer go on as sentences."""
    try:
        yield
    except OSError as error:
        if error.filename is not None and not _is_at(Path(os.fsdecode(error.filename)), path):
            raise of_system(error, Path(os.fsdecode(error.filename))) from error
        raise _while_reading(error, path) from error


def too_little_room(folder: Path, needed: int, free: int) -> Refused:
    """Return what is said where *needed* bytes do not fit."""
    return Refused(
        f"Ổ chứa “{folder}” không đủ chỗ: cần {megabytes(needed)}, còn trống {megabytes(free)}.",
        f"Chưa ghi gì. {_UNTOUCHED}",
        "Hãy xóa bớt tệp trên ổ ấy, hoặc chọn ổ khác, rồi làm lại.",
    )


def too_large(folder: Path, size: int, limit: int) -> Refused:
    """Return what is said where no file of *size* may lie."""
    return Refused(
        f"Ổ chứa “{folder}” định dạng FAT32, mỗi tệp chỉ được tới {megabytes(limit)}; "
        f"tệp thi đua có {megabytes(size)}.",
        f"Chưa ghi gì. {_UNTOUCHED}",
        "Hãy dùng USB định dạng exFAT hoặc NTFS.",
    )


def different(path: Path) -> OutsideError:
    """Return what is said of a copy that reads back otherwise than it was written."""
    return OutsideError(
        f"Bản ghi ra “{path.parent}” đọc lại không giống bản gốc; ổ ấy có thể đã hỏng.",
        f"Bản ghi sai đã được xóa. {_UNTOUCHED}",
        "Hãy chép ra USB khác.",
    )


def megabytes(size: int) -> str:
    """Return *size* bytes as one reads it: "12,4 MB"."""
    return f"{decimal(size / 1e6, 1)} MB" if size < 10**9 else f"{decimal(size / 1e9, 1)} GB"


def _while_writing(error: OSError, folder: Path, size: int) -> OfficerError:
    windows = getattr(error, "winerror", None)
    if error.errno in _FULL:
        return OutsideError(
            f"Ổ chứa “{folder}” đã hết chỗ khi đang ghi; cần {megabytes(size)}.",
            f"Phần ghi dở đã được xóa. {_UNTOUCHED}",
            "Hãy xóa bớt tệp trên ổ ấy, hoặc chọn ổ khác, rồi làm lại.",
        )
    if error.errno in _GONE or windows in _GONE_ON_WINDOWS:
        return OutsideError(
            f"Ổ chứa “{folder}” đã bị rút ra, hoặc hỏng, khi đang ghi.",
            f"{_UNTOUCHED} Bản chép dở trên ổ ấy chưa được kiểm tra, không nên dùng.",
            "Hãy cắm lại rồi làm lại từ đầu.",
        )
    if error.errno in _LOCKED or windows == _LOCKED_ON_WINDOWS:
        return OutsideError(
            f"Không ghi được vào “{folder}”: ổ bị khóa ghi hoặc thư mục không cho ghi.",
            f"Chưa ghi gì. {_UNTOUCHED}",
            "Hãy gạt nút khóa trên USB hoặc thẻ nhớ, hoặc chọn thư mục khác.",
        )
    return of_system(error, folder)


def _while_reading(error: OSError, path: Path) -> OfficerError:
    windows = getattr(error, "winerror", None)
    if path.parent.is_dir() and error.errno not in (errno.EIO, errno.ENODEV, errno.ENXIO):
        return of_system(error, path)
    if error.errno in _GONE or windows in _GONE_ON_WINDOWS:
        return OutsideError(
            f"Chưa chép xong “{path.name}”: ổ chứa tệp đã bị rút ra, hoặc hỏng.",
            "Chưa có gì bị thay đổi trên máy này.",
            "Hãy cắm lại rồi làm lại từ đầu.",
        )
    return of_system(error, path)


def _is_at(where: Path, path: Path) -> bool:
    return where in {path, path.parent}
