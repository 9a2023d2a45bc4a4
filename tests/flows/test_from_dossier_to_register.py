"""From a dossier into the register and out of it again, through the main window with keys."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.conftest import sample, sample_office, wires  # noqa: F401 - the office
from tests.ui.answers import Answers
from tests.ui.conftest import answers, desk, look, memory, settle  # noqa: F401 - the desk
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import TABS
from thidua_desktop.ui.awards.page import AwardsPage
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk, sample: Services) -> Workspace:  # noqa: F811
    """The window at its smallest, with the sample office of 2024."""
    window = MainWindow(TABS, desk.actions, desk.look, desk.memory, 2024)
    window.complete()
    qtbot.addWidget(window)
    workspace = Workspace(window, TABS, desk, lambda: datetime(2024, 7, 2, 8, 0))
    window.resize(1093, 574)
    window.show()
    QTest.qWaitForWindowActive(window)
    workspace.attach(sample, 2024)
    settle(qtbot, desk)
    return workspace


def press(key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def typed(**values: str) -> Callable[[FormDialog[Any]], bool]:
    """Return what types into the fields of a small form and presses Enter in the last."""

    def fill(dialog: FormDialog[Any]) -> bool:
        for name, text in values.items():
            QTest.keyClicks(dialog.form.editor(name).field, text)
        dialog.accept()
        return bool(dialog.result())

    return fill


def test_what_the_council_agreed_to_is_entered_found_and_taken_back(
    qtbot: QtBot,
    desk: Desk,  # noqa: F811
    workspace: Workspace,
    sample: Services,  # noqa: F811
    answers: Answers,  # noqa: F811
):
    before = sample.awards.count(Query())
    press(Qt.Key.Key_3, CTRL)
    settle(qtbot, desk)
    page = workspace.page
    assert isinstance(page, NominationsPage)
    page.places.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Down)
        settle(qtbot, desk)
    page.list.setFocus()
    press(Qt.Key.Key_A, CTRL)
    answers.left = ["enter", typed(number="700/QD-UBND", date="2/7/2024")]
    desk.actions["enter"].trigger()
    settle(qtbot, desk)
    assert sample.awards.count(Query()) == before + 7

    press(Qt.Key.Key_4, CTRL)
    settle(qtbot, desk)
    register = workspace.page
    assert isinstance(register, AwardsPage)
    desk.actions["find"].trigger()
    for key in (Qt.Key.Key_7, Qt.Key.Key_0, Qt.Key.Key_0):
        press(key)
    qtbot.waitUntil(lambda: register.chosen_words() == "7 khen thưởng")

    register.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: sample.awards.count(Query()) == before)
