from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.factory import award, person
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import words
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.safety.restore_dialog import RestoreDialog

ALL = Query()


def press(dialog: RestoreDialog, verb: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(each for each in buttons if each.text() == verb and each.isVisible()).click()


@pytest.fixture
def services(services: Services) -> Services:
    """An office with a backup of one award, and two awards and a person since."""
    services.awards.save(award())
    services.backups.make()
    services.awards.save_many([award(year=2021), award(year=2022)])
    services.people.save(person("Y Hoa"))
    return services


def opened(qtbot: QtBot, desk: Desk, services: Services) -> RestoreDialog:
    copies = services.backups
    dialog = RestoreDialog(copies.list(), copies.present(), copies.check, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, services: Services) -> RestoreDialog:
    dialog = opened(qtbot, desk, services)
    settle(qtbot, desk)
    return dialog


def test_a_backup_tells_when_why_what_it_holds_and_its_size(dialog: RestoreDialog):
    *told, size = dialog.table.shown[0].cells
    assert told == ["30/06/2024 10:32", "Theo yêu cầu", "1", "0", "0", "0", "30/06/2024 10:32"]
    assert size.endswith(" MB")


def test_it_is_laid_beside_the_file_as_it_is_now(dialog: RestoreDialog):
    assert dialog.said.text().splitlines() == [
        "Ít hơn hiện tại 2 khen thưởng, 1 người.",
        "Bước cuối trong bản này: 30/06/2024 10:32, Thêm khen thưởng A Tik.",
    ]


def test_more_than_now_is_told_too(qtbot: QtBot, desk: Desk, services: Services):
    services.backups.make()
    services.awards.delete(services.awards.find(ALL))
    services.people.save(person("Y Blan"))
    dialog = opened(qtbot, desk, services)
    settle(qtbot, desk)
    assert dialog.said.text().startswith("Ít hơn hiện tại 1 người; nhiều hơn 3 khen thưởng.")


def test_a_backup_of_the_very_state_says_so(qtbot: QtBot, desk: Desk, services: Services):
    services.backups.make()
    dialog = opened(qtbot, desk, services)
    settle(qtbot, desk)
    assert dialog.said.text().startswith("Giống hệt tệp đang mở.")


def test_it_can_be_taken_only_when_it_was_read_in_full(
    qtbot: QtBot, desk: Desk, services: Services
):
    dialog = opened(qtbot, desk, services)
    assert not dialog.restore.isEnabled()
    settle(qtbot, desk)
    assert dialog.restore.isEnabled()
    assert "Đã đọc lại toàn bộ bản này: nguyên vẹn." in words(dialog)


def test_a_spoilt_backup_cannot_be_taken_and_says_why(qtbot: QtBot, desk: Desk, services: Services):
    (made,) = services.backups.list()
    made.path.write_bytes(made.path.read_bytes() + b"x")
    dialog = opened(qtbot, desk, services)
    settle(qtbot, desk)
    assert not dialog.restore.isEnabled()
    assert "nội dung khác với lúc sao lưu" in words(dialog)


def test_a_backup_from_elsewhere_is_shown_before_it_is_taken(
    qtbot: QtBot,
    desk: Desk,
    dialog: RestoreDialog,
    services: Services,
    answers: Answers,
    tmp_path: Path,
):
    answers.left = [services.backups.make(tmp_path / "usb")]
    press(dialog, "Chọn tệp khác…")
    settle(qtbot, desk)
    assert len(dialog.table.shown) == 2
    assert dialog.chosen is not None
    assert dialog.chosen.path.parent == tmp_path / "usb"
    assert dialog.restore.isEnabled()


def test_a_file_that_is_no_backup_is_told(
    qtbot: QtBot, desk: Desk, dialog: RestoreDialog, answers: Answers, tmp_path: Path
):
    other = tmp_path / "thư.thidua"
    other.write_text("Đây là thư. " * 20, "utf-8")
    answers.left = [other]
    press(dialog, "Chọn tệp khác…")
    settle(qtbot, desk)
    assert "không phải tệp dữ liệu" in answers.asked[-1]
    assert len(dialog.table.shown) == 1


def test_without_backups_one_from_elsewhere_can_be_chosen(qtbot: QtBot, desk: Desk):
    dialog = RestoreDialog([], None, lambda _path: pytest.fail("nothing to read"), desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Chưa có bản sao lưu nào" in words(dialog)
    assert not dialog.restore.isEnabled()


def test_it_may_be_closed_while_a_backup_is_read(qtbot: QtBot, desk: Desk, services: Services):
    copies = services.backups
    dialog = RestoreDialog(copies.list(), copies.present(), copies.check, desk)
    shiboken6.delete(dialog)
    with qtbot.capture_exceptions() as faults:
        settle(qtbot, desk)
    assert not faults
