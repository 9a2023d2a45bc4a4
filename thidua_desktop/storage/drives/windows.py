"""Disks as Windows tells of them. Knows no other system."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import Any

from thidua_desktop.storage.drives import FAT_LIMIT, NETWORK, OPTICAL, REMOVABLE, Reason

_REASONS: Mapping[int, Reason] = MappingProxyType({2: REMOVABLE, 4: NETWORK, 5: OPTICAL})
"""By what `GetDriveTypeW` answers; 3 is a fixed disk, 6 one in memory, 0 and 1 no answer."""

_LONGEST_NAME = 64


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
        import ctypes

        name = ctypes.create_unicode_buffer(_LONGEST_NAME)
        told = self.kernel.GetVolumeInformationW(
            self.root(folder), None, 0, None, None, None, name, _LONGEST_NAME
        )
        return FAT_LIMIT if told and name.value.upper().startswith("FAT") else None


def root_of(path: Path) -> str:
    r"""Return the root of the volume of *path*: `E:\` or `\\server\share\`."""
    return PureWindowsPath(path.resolve()).anchor
