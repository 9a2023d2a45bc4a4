from pathlib import Path

import pytest

from thidua_desktop.storage import drives


def test_a_folder_that_is_copied_to_the_net_is_named() -> None:
    assert drives.synced_by(Path("/home/mây/OneDrive - Huyện/a.thidua")) == "OneDrive - Huyện"
    assert drives.synced_by(Path("/home/mây/Tài liệu/a.thidua")) == ""


def test_the_disk_of_this_computer_is_asked(tmp_path: Path) -> None:
    assert drives.is_removable_or_network(tmp_path / "chưa có.thidua") is None


class Played:
    """A computer with one stick, and a reader of cards with none in it."""

    def __init__(self, stick: Path) -> None:
        self.stick = stick

    def reason(self, path: Path) -> drives.Reason | None:
        return drives.REMOVABLE if path.is_relative_to(self.stick) else None

    def file_limit(self, folder: Path) -> int | None:
        return drives.FAT_LIMIT

    def loose(self) -> list[tuple[Path, str, bool]]:
        return [(self.stick / "trống", "", False), (self.stick, "KINGSTON", False)]


def test_a_stick_tells_its_room_and_an_empty_reader_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "_drives", lambda: Played(tmp_path))
    (stick,) = drives.sticks()
    assert (stick.path, stick.name, stick.limit) == (tmp_path, "KINGSTON", drives.FAT_LIMIT)
    assert 0 < stick.free <= stick.total
