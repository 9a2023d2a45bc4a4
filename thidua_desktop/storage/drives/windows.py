"""Disks as Windows tells of them. Knows no other system."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from string import ascii_uppercase
from types import MappingProxyType
from typing import Any, NamedTuple

from thidua_desktop.storage.drives import FAT_LIMIT, NETWORK, OPTICAL, REMOVABLE, Reason

_REASONS: Mapping[int, Reason] = MappingProxyType({2: REMOVABLE, 4: NETWORK, 5: OPTICAL})
"""By what `GetDriveTypeW` answers; 3 is a fixed disk, 6 one in memory, 0 and 1 no answer."""

_PULLED = 2
_LOCKED = 0x0008_0000  # FILE_READ_ONLY_VOLUME
_LONGEST_NAME = 64


class _Volume(NamedTuple):
    name: str
    filesystem: str
    flags: int


@dataclass(frozen=True, slots=True)
class WindowsDrives:
    """The disks of a running Windows; *kernel* is its kernel32, *root* finds a path's volume."""

    kernel: Any
    root: Callable[[Path], str]

    def reason(self, path: Path) -> Reason | None:
        """Return why *path* may not be worked on in place; None when it may."""
        root = self.root(path)
        if root.startswith("\\\\") and not root.startswith(("\\\\?\\", "\\\\.\\")):
            return NETWORK
        return _REASONS.get(self.kernel.GetDriveTypeW(root))

    def file_limit(self, folder: Path) -> int | None:
        """Return the most bytes that one file in *folder* may have; None when there is no limit."""
        volume = self._volume(self.root(folder))
        return FAT_LIMIT if volume and volume.filesystem.upper().startswith("FAT") else None

    def loose(self) -> list[tuple[Path, str, bool]]:
        """Return root, name and write lock of each disk that can be pulled and holds files."""
        there = self.kernel.GetLogicalDrives()
        roots = [f"{letter}:\\" for at, letter in enumerate(ascii_uppercase) if there >> at & 1]
        pulled = [root for root in roots if self.kernel.GetDriveTypeW(root) == _PULLED]
        found = ((root, self._volume(root)) for root in pulled)
        return [(Path(root), it.name, bool(it.flags & _LOCKED)) for root, it in found if it]

    def _volume(self, root: str) -> _Volume | None:
        """Return what Windows says of the volume at *root*; None when nothing lies in it."""
        import ctypes

        name, filesystem = (ctypes.create_unicode_buffer(_LONGEST_NAME) for _ in range(2))
        flags = ctypes.c_ulong()
        told = self.kernel.GetVolumeInformationW(
            root, name, _LONGEST_NAME, None, None, ctypes.byref(flags), filesystem, _LONGEST_NAME
        )
        return _Volume(name.value, filesystem.value, flags.value) if told else None


def root_of(path: Path) -> str:
    r"""Return the root of the volume of *path*: `E:\` or `\\server\share\`."""
    return PureWindowsPath(path.resolve()).anchor
