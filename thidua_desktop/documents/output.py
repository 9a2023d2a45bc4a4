"""How a file comes to be whole or not at all: written beside, then renamed. Knows no file type."""

import errno
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from thidua_desktop.domain.errors import OutsideError

_BESIDE = ".~thidua-"
_LEFT = re.compile(rf"{re.escape(_BESIDE)}[0-9a-f]{{12}}(?:\.\w+)?")
_FORGOTTEN = 3_600  # Seconds without a change after which a file being written is left for good.


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside *path* to write to; at the end it takes the name *path*.

    When the body raises, Cancelled too, nothing is left behind and an older *path* stays as it
    was; what a program that was killed left behind in this folder goes too. Raises OutsideError for
    what the disk refuses: no folder, no room, no right to write.
    """
    beside = path.with_name(f"{_BESIDE}{uuid4().hex[:12]}{path.suffix}")
    _sweep(path.parent)
    try:
        _refuse_if_read_only(path)
        beside.touch(exist_ok=False)
        yield beside
        _to_disk(beside)
        beside.replace(path)
    except OSError as error:
        raise _outside(error, path) from error
    finally:
        _remove(beside)


def _sweep(folder: Path) -> None:
    """Remove the files of our own in *folder* that nobody has been writing to for long."""
    with suppress(OSError):
        for path in folder.iterdir():
            is_ours = _LEFT.fullmatch(path.name) is not None
            if is_ours and time.time() - path.stat().st_mtime > _FORGOTTEN:
                _remove(path)


def _refuse_if_read_only(path: Path) -> None:
    """Renaming would replace a file that its owner has closed to writing; do not."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    """Remove *path* if it can be; the stick it was on may be gone with it."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY}
_SAFE = "Tệp cũ (nếu có) và dữ liệu vẫn nguyên."


def _outside(error: OSError, path: Path) -> OutsideError:
    if error.errno in _FULL:
        return OutsideError(
            f"Không còn chỗ trống để ghi “{path.name}” vào “{path.parent}”.",
            _SAFE,
            "Hãy giải phóng chỗ trống hoặc chọn thư mục khác rồi làm lại.",
        )
    if error.errno in _GONE:
        return OutsideError(
            f"Không tìm thấy hoặc không dùng được thư mục “{path.parent}”.",
            _SAFE,
            "Hãy cắm lại thiết bị hoặc chọn thư mục khác rồi làm lại.",
        )
    if error.errno in _CLOSED:
        return OutsideError(
            f"Không ghi được “{path.name}” vào “{path.parent}”: nơi này chỉ cho đọc, "
            "hoặc tệp đang mở trong chương trình khác.",
            _SAFE,
            "Hãy đóng tệp đó hoặc chọn tên, thư mục khác rồi làm lại.",
        )
    return OutsideError(
        f"Không ghi được “{path.name}” vào “{path.parent}” (mã lỗi {error.errno}).",
        _SAFE,
        "Hãy chọn tên hoặc thư mục khác rồi làm lại.",
    )
