"""What Windows answers about a root becomes our reason; its kernel is played here."""

from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from thidua_desktop.storage.drives import FAT_LIMIT, NETWORK, OPTICAL, REMOVABLE, Reason
from thidua_desktop.storage.drives.windows import WindowsDrives


class Kernel:
    """kernel32 of a computer whose drives are of the types and file systems given."""

    def __init__(self, types: dict[str, int], filesystems: dict[str, str]) -> None:
        self.types, self.filesystems = types, filesystems
        self.names = {"E:\\": "KINGSTON"}

    def GetDriveTypeW(self, root: str) -> int:
        return self.types.get(root, 1)

    def GetVolumeInformationW(self, root: str, *rest: Any) -> int:
        if root not in self.filesystems:
            return 0
        rest[0].value, rest[-2].value = self.names.get(root, ""), self.filesystems[root]
        return 1

    def GetLogicalDrives(self) -> int:
        return sum(1 << ord(root[0]) - ord("A") for root in self.types)


KERNEL = Kernel(
    {"C:\\": 3, "E:\\": 2, "Z:\\": 4, "D:\\": 5}, {"E:\\": "FAT32", "F:\\": "exFAT", "C:\\": "NTFS"}
)


def root(path: Path) -> str:
    return PureWindowsPath(path).anchor


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("C:\\Users\\may\\a.thidua", None),
        ("E:\\a.thidua", REMOVABLE),
        ("Z:\\chung\\a.thidua", NETWORK),
        ("D:\\a.thidua", OPTICAL),
        ("\\\\may-chu\\chung\\a.thidua", NETWORK),
        ("Q:\\a.thidua", None),
    ],
)
def test_the_type_of_the_drive_is_the_reason(path: str, reason: Reason | None) -> None:
    assert WindowsDrives(KERNEL, root).reason(Path(path)) == reason


@pytest.mark.parametrize(
    ("folder", "limit"), [("E:\\", FAT_LIMIT), ("F:\\", None), ("C:\\", None), ("Q:\\", None)]
)
def test_only_fat_has_a_limit(folder: str, limit: int | None) -> None:
    assert WindowsDrives(KERNEL, root).file_limit(Path(folder)) == limit


def test_only_disks_that_can_be_pulled_and_hold_files_are_named() -> None:
    kernel = Kernel({"C:\\": 3, "E:\\": 2, "F:\\": 2}, {"C:\\": "NTFS", "E:\\": "FAT32"})
    assert WindowsDrives(kernel, root).loose() == [(Path("E:\\"), "KINGSTON", False)]
