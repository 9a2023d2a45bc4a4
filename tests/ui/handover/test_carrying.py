"""Copies go out and files come in through the window, asked, checked and told."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.test_office_files import Desktop
from thidua_desktop.domain.listing import Query
from thidua_desktop.storage import drives
from thidua_desktop.storage.drives import FAT_LIMIT, Stick
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.handover.arriving_dialog import ArrivingDialog
from thidua_desktop.ui.handover.sending_dialog import SendingDialog
from thidua_desktop.wiring import Wiring


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is the stick."""
    made = tmp_path / "USB"
    made.mkdir()
    return made


@pytest.fixture
def wires(tmp_path: Path, folder: Path) -> Wiring:
    """A computer with a stick."""
    return factory.with_stick(factory.wiring(tmp_path / "user"), folder)


@pytest.fixture
def file(wires: Wiring, tmp_path: Path) -> Path:
    path = tmp_path / "Đắk Ruồng.thidua"
    wires.create_office(path, factory.OFFICE).file.close()
    return path


@pytest.fixture
def there(file: Path, folder: Path) -> Path:
    """A copy on the stick."""
    return Path(shutil.copy(file, folder / "Huyện.thidua"))


@pytest.fixture
def desktop(qtbot: QtBot, desk: Desk, wires: Wiring, tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(qtbot, desk, wires, tmp_path)
    yield desktop
    desktop.settle()
    if services := desktop.workspace.services:
        services.file.close()


def stick(path: Path, name: str = "KINGSTON", free: int = 8 * 10**9, **known: object) -> Stick:
    usual = {"total": 16 * 10**9, "is_locked": False, "limit": FAT_LIMIT}
    return Stick(path, name, free, **{**usual, **known})  # type: ignore[arg-type]


def words(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


# A copy goes out


@pytest.fixture
def sticks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Stick]:
    """What stands in the computer; a test changes it."""
    there = [stick(folder)]
    monkeypatch.setattr(drives, "sticks", lambda: there)
    return there


def test_a_copy_goes_onto_the_stick_and_is_told_when_it_is_checked(
    desktop: Desktop, file: Path, folder: Path, sticks: list[Stick], answers: Answers
) -> None:
    def press(dialog: QDialog) -> bool:
        assert isinstance(dialog, SendingDialog)
        desktop.settle()
        assert "thông tin cá nhân" in words(dialog)
        assert "KINGSTON" in dialog.list.item(0).text()
        assert button(dialog, "Chép").isEnabled()
        return True

    desktop.open(file)
    answers.left = [press, "close"]
    desktop.run("send_copy")
    assert answers.asked == ["Chép ra USB", "Đã ghi xong và kiểm tra."]
    assert [path.suffix for path in sorted(folder.iterdir())] == [".thidua", ".json"]


def test_a_copy_goes_into_any_other_folder(
    desktop: Desktop, file: Path, tmp_path: Path, sticks: list[Stick], answers: Answers
) -> None:
    other = tmp_path / "nơi khác"
    other.mkdir()

    def choose(dialog: QDialog) -> bool:
        desktop.settle()
        button(dialog, "Thư mục khác…").click()
        return dialog.result() == QDialog.DialogCode.Accepted

    desktop.open(file)
    answers.left = [choose, other, "close"]
    desktop.run("send_copy")
    assert len(list(other.glob("*.thidua"))) == 1


def test_without_a_stick_it_says_so_and_looks_again(
    desktop: Desktop, file: Path, folder: Path, sticks: list[Stick], answers: Answers
) -> None:
    def plug_in(dialog: QDialog) -> bool:
        assert isinstance(dialog, SendingDialog)
        desktop.settle()
        assert not button(dialog, "Chép").isEnabled()
        assert "Chưa thấy USB" in words(dialog)
        sticks.append(stick(folder))
        button(dialog, "Tìm lại").click()
        desktop.settle()
        assert button(dialog, "Chép").isEnabled()
        return False

    sticks.clear()
    desktop.open(file)
    answers.left = [plug_in]
    desktop.run("send_copy")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ({"free": 1000}, "không đủ chỗ"),
        ({"is_locked": True}, "bị khóa ghi"),
        ({"limit": 1000}, "FAT32"),
    ],
)
def test_a_stick_that_cannot_take_the_copy_says_why(
    desktop: Desktop,
    file: Path,
    folder: Path,
    sticks: list[Stick],
    answers: Answers,
    bad: dict[str, int],
    why: str,
) -> None:
    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, SendingDialog)
        desktop.settle()
        assert why in dialog.list.item(0).text()
        assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsEnabled
        assert not button(dialog, "Chép").isEnabled()
        return False

    sticks[:] = [stick(folder, **bad)]  # type: ignore[arg-type]
    desktop.open(file)
    answers.left = [look]
    desktop.run("send_copy")


def test_a_stick_that_is_gone_is_told_and_the_file_stays_open(
    desktop: Desktop, file: Path, folder: Path, sticks: list[Stick], answers: Answers
) -> None:
    def pull(_dialog: QDialog) -> bool:
        desktop.settle()
        folder.rmdir()
        return True

    told: list[str] = []
    desktop.desk.jobs.unhandled.disconnect()
    desktop.desk.jobs.unhandled.connect(lambda error: told.append(error.what))
    desktop.open(file)
    answers.left = [pull]
    desktop.run("send_copy")
    assert "Không thấy" in told[0]
    assert desktop.opened == file


def test_without_a_file_nothing_can_be_sent(desktop: Desktop) -> None:
    assert not desktop.desk.actions["send_copy"].isEnabled()
    assert "mở một tệp" in desktop.desk.actions["send_copy"].toolTip()


# A file comes in


def test_opening_a_file_on_a_stick_leads_to_what_it_holds(
    desktop: Desktop, there: Path, wires: Wiring, answers: Answers
) -> None:
    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, ArrivingDialog)
        assert factory.OFFICE.name in words(dialog)
        assert "kiểm tra: nguyên vẹn" in words(dialog)
        assert "Tạo tệp dữ liệu" in words(dialog)
        return True

    answers.left = [look]
    desktop.open(there)
    assert desktop.opened == wires.shelf() / f"{factory.OFFICE.name}.thidua"
    assert list(there.parent.iterdir()) == [there]
    assert list(wires.paths.staging.iterdir()) == []


def test_the_command_brings_a_file_in(
    desktop: Desktop, there: Path, wires: Wiring, answers: Answers
) -> None:
    answers.left = [there, lambda _dialog: True]
    desktop.run("bring_in")
    assert desktop.opened == wires.shelf() / f"{factory.OFFICE.name}.thidua"


def test_a_declined_file_leaves_nothing_here(
    desktop: Desktop, there: Path, wires: Wiring, answers: Answers
) -> None:
    answers.left = [lambda _dialog: False]
    desktop.open(there)
    assert desktop.opened is None
    assert "Chưa mở tệp thi đua nào" in desktop.seen()
    assert list(wires.paths.staging.iterdir()) == []


def test_a_file_of_the_same_office_is_named_and_stays(
    desktop: Desktop, file: Path, there: Path, wires: Wiring, answers: Answers
) -> None:
    def look(dialog: QDialog) -> bool:
        assert "đã có tệp của cơ quan này" in words(dialog)
        assert "hai bên đều đã sửa" in words(dialog)
        return True

    for path, name in ((file, "Phòng Nội vụ"), (there, "Phòng Văn hóa")):
        services = factory.wiring(wires.paths.user).open_office(path)
        services.units.save(factory.unit(name))
        services.file.close()
    shelf = wires.shelf()
    shelf.mkdir(parents=True)
    mine = shelf / f"{factory.OFFICE.name}.thidua"
    file.rename(mine)
    answers.left = [look]
    desktop.open(there)
    assert desktop.opened == shelf / f"{factory.OFFICE.name} (2).thidua"
    services = wires.open_office(mine)
    assert [row.name for row in services.units.rows(services.units.find(Query()))] == [
        "Phòng Nội vụ"
    ]
    services.file.close()


def test_where_this_computer_has_it_all_its_own_file_is_offered(
    desktop: Desktop, file: Path, there: Path, wires: Wiring, answers: Answers
) -> None:
    def open_mine(dialog: QDialog) -> bool:
        assert "giống hệt" in words(dialog)
        button(dialog, "Mở tệp đã có").click()
        return dialog.result() == QDialog.DialogCode.Accepted

    wires.shelf().mkdir(parents=True)
    mine = file.rename(wires.shelf() / file.name)
    answers.left = [open_mine]
    desktop.open(there)
    assert desktop.opened == mine
    assert list(wires.shelf().glob("*.thidua")) == [mine]


def test_another_place_can_be_chosen_and_a_taken_name_is_told(
    desktop: Desktop, file: Path, there: Path, tmp_path: Path, answers: Answers
) -> None:
    def change(dialog: QDialog) -> bool:
        button(dialog, "Đổi chỗ…").click()
        return True

    answers.left = [change, file, change, tmp_path / "Nhận.thidua"]
    before = file.read_bytes()
    desktop.open(there)
    assert any("Đã có tệp" in asked for asked in answers.asked)
    assert desktop.opened == tmp_path / "Nhận.thidua"
    assert file.read_bytes() == before


def test_a_bad_file_is_told_and_nothing_opens(
    desktop: Desktop, there: Path, wires: Wiring, answers: Answers
) -> None:
    there.write_bytes(there.read_bytes()[:5000])
    desktop.open(there)
    assert "bị hỏng" in answers.asked[0]
    assert "Chưa có gì bị thay đổi" in answers.asked[0]
    assert "Chưa mở tệp thi đua nào" in desktop.seen()
    assert list(wires.paths.staging.iterdir()) == []


def test_a_file_that_is_open_stays_while_another_is_looked_at(
    desktop: Desktop, file: Path, there: Path, answers: Answers
) -> None:
    desktop.open(file)
    answers.left = [lambda _dialog: False]
    desktop.open(there)
    assert desktop.opened == file


def test_stopping_leaves_nothing(desktop: Desktop, there: Path, wires: Wiring) -> None:
    desktop.files.open_file(there)
    desktop.desk.jobs.started.connect(lambda job: job.cancel() if job.label else None)
    desktop.settle()
    assert desktop.opened is None
    assert not wires.paths.staging.exists() or list(wires.paths.staging.iterdir()) == []
