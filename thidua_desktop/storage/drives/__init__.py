"""Where a path lies: on a disk of this computer, or on one that can be pulled or dropped."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

Kind = Literal["removable", "network", "optical"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why nothing may be worked on in place there; *words* name the disk to an officer."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Stick:
    """A disk that can be pulled and stands in the computer now; *free* and *total* in bytes.

    *name*: what its owner called it, "" where nobody did. *limit*: the most bytes of one file.
    """

    path: Path
    name: str
    free: int
    total: int
    is_locked: bool
    limit: int | None


REMOVABLE = Reason("removable", "ổ rời (USB, thẻ nhớ)")
NETWORK = Reason("network", "ổ mạng")
OPTICAL = Reason("optical", "đĩa CD/DVD")

FAT_LIMIT = 2**32 - 1
"""The most bytes of one file on FAT32."""

_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive")


class Drives(Protocol):
    """What a system tells of its disks."""

    def reason(self, path: Path) -> Reason | None:
        """Return why *path* may not be worked on in place; None when it may."""

    def file_limit(self, folder: Path) -> int | None:
        """Return the most bytes that one file in *folder* may have; None when there is no limit."""

    def loose(self) -> list[tuple[Path, str, bool]]:
        """Return root, name and write lock of each disk that can be pulled and holds files."""


def is_removable_or_network(path: Path) -> Reason | None:
    """Return why *path* may not be worked on in place: its disk can be pulled, or is elsewhere.

    None for a disk of this computer, and where the system does not tell. *path* need not exist.
    """
    return _drives().reason(path)


def file_limit(folder: Path) -> int | None:
    """Return the most bytes that one file in *folder* may have; None when there is no limit."""
    return _drives().file_limit(folder)


def sticks() -> list[Stick]:
    """Return the sticks, cards and loose disks that stand in the computer now, by their paths."""
    return sorted(_measured(_drives()), key=lambda stick: str(stick.path))


def synced_by(path: Path) -> str:
    """Return the name of the folder around *path* that some program copies to the net, or ""."""
    for part in path.absolute().parent.parts:
        if part.casefold().startswith(_SYNCED):
            return part
    return ""


def _measured(drives: Drives) -> Iterator[Stick]:
    for path, name, is_locked in drives.loose():
        with suppress(OSError):  # An empty reader of cards, or pulled at this moment.
            size = shutil.disk_usage(path)
            limit = drives.file_limit(path)
            yield Stick(path, name, size.free, size.total, is_locked, limit)


def _drives() -> Drives:
    if sys.platform == "win32":
        import ctypes

        from thidua_desktop.storage.drives.windows import WindowsDrives, root_of

        return WindowsDrives(ctypes.WinDLL("kernel32"), root_of)
    from thidua_desktop.storage.drives.linux import LinuxDrives

    return LinuxDrives()
