from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import person
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import words
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.safety.backup_chip import BackupChip
from thidua_desktop.ui.safety.copies import Copies
from thidua_desktop.ui.status_line import StatusLine
from thidua_desktop.wiring import Wiring


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    return line


@pytest.fixture
def copies(qtbot: QtBot, desk: Desk, status: StatusLine, wires: Wiring) -> Iterator[Copies]:
    owner = QWidget()
    copies = Copies(status, desk, wires, lambda _backup, _path: None, owner)
    yield copies
    copies.watch(None)


@pytest.fixture
def spoilt(wires: Wiring) -> Path:
    """A file where the folder of backups should be."""
    wires.paths.backups.parent.mkdir(parents=True, exist_ok=True)
    wires.paths.backups.write_text("không phải thư mục", "utf-8")
    return wires.paths.backups


def chip(status: StatusLine) -> BackupChip | None:
    found = status.findChildren(BackupChip)
    return found[0] if found and found[0].isVisible() else None


def watched(copies: Copies, services: Services, qtbot: QtBot, desk: Desk) -> None:
    copies.watch(services)
    settle(qtbot, desk)


def test_a_file_that_is_opened_gets_its_backup_of_the_day(
    qtbot: QtBot, desk: Desk, copies: Copies, services: Services, status: StatusLine
):
    watched(copies, services, qtbot, desk)
    assert [made.reason for made in services.backups.list()] == ["daily"]
    assert chip(status) is None


def test_an_old_backup_that_holds_everything_is_no_trouble(
    qtbot: QtBot, desk: Desk, copies: Copies, services: Services, status: StatusLine
):
    watched(copies, services, qtbot, desk)
    assert "Sao lưu ngày 30/06/2024" in words(status)
    assert chip(status) is None


def test_a_backup_that_fails_is_told_by_an_amber_button_and_no_box(
    qtbot: QtBot,
    desk: Desk,
    copies: Copies,
    services: Services,
    status: StatusLine,
    spoilt: Path,
    answers: Answers,
):
    watched(copies, services, qtbot, desk)
    shown = chip(status)
    assert shown is not None
    assert shown.text().startswith("Chưa sao lưu được")
    assert shown.accessibleName() == "Chưa sao lưu được"
    assert answers.asked == []


def test_the_button_offers_to_do_it_now_or_elsewhere(
    qtbot: QtBot, desk: Desk, copies: Copies, services: Services, status: StatusLine, spoilt: Path
):
    watched(copies, services, qtbot, desk)
    shown = chip(status)
    assert shown is not None
    offered = [action.objectName() for action in shown.menu().actions()]
    assert offered == ["backup", "backup_folder"]


def test_another_folder_takes_the_backups_and_is_remembered(
    qtbot: QtBot, desk: Desk, copies: Copies, services: Services, wires: Wiring, answers: Answers
):
    folder = wires.paths.user / "Nơi khác"
    answers.left = [folder]
    watched(copies, services, qtbot, desk)
    copies.offers()["backup_folder"].run()
    settle(qtbot, desk)
    (made,) = services.backups.list()
    assert made.path.is_relative_to(folder)
    again = factory.again(services, wires)
    assert again.backups.list() == [made]
    again.file.close()


def test_the_button_goes_when_a_backup_was_made_after_all(
    qtbot: QtBot, desk: Desk, copies: Copies, services: Services, status: StatusLine, spoilt: Path
):
    watched(copies, services, qtbot, desk)
    spoilt.unlink()
    copies.offers()["backup"].run()
    settle(qtbot, desk)
    assert chip(status) is None
    assert "Sao lưu ngày 30/06/2024" in words(status)


def test_a_backup_older_than_a_week_without_later_work_is_told(
    qtbot: QtBot, desk: Desk, wires: Wiring, services: Services, status: StatusLine, copies: Copies
):
    services.backups.make()
    services.people.save(person())
    path = services.file.path
    reading = wires.open_office(path, read_only=True)
    watched(copies, reading, qtbot, desk)
    shown = chip(status)
    assert shown is not None
    assert shown.text().startswith("Sao lưu ngày 30/06/2024")
    assert "đã được sửa mà chưa có bản sao lưu mới" in shown.toolTip()
    reading.file.close()


def test_a_file_open_over_midnight_is_backed_up_on_the_new_day(
    qtbot: QtBot, desk: Desk, copies: Copies, services: Services, wires: Wiring, tmp_path: Path
):
    days = [0]
    late = Wiring(wires.paths, clock=lambda: factory.DAY + timedelta(days=days[0]))
    opened = late.open_office(factory.copy_of(services.file.path, tmp_path, "Khác.thidua"))
    watched(copies, opened, qtbot, desk)
    opened.people.save(person())
    days[0] = 1
    timer = copies.findChild(QTimer)
    assert timer is not None
    timer.timeout.emit()
    settle(qtbot, desk)
    assert [made.reason for made in opened.backups.list()] == ["daily", "daily"]
    opened.file.close()
