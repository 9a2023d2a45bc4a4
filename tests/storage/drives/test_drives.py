from pathlib import Path

from thidua_desktop.storage import drives


def test_a_folder_that_is_copied_to_the_net_is_named() -> None:
    assert drives.synced_by(Path("/home/mây/OneDrive - Huyện/a.thidua")) == "OneDrive - Huyện"
    assert drives.synced_by(Path("/home/mây/Tài liệu/a.thidua")) == ""


def test_the_disk_of_this_computer_is_asked(tmp_path: Path) -> None:
    assert drives.is_removable_or_network(tmp_path / "chưa có.thidua") is None
