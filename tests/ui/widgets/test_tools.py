"""The search line lets go of the keyboard when one goes on to what was found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.tools import SearchLine

Key = Qt.Key


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> SearchLine:
    line = SearchLine(look)
    qtbot.addWidget(line)
    return line


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Down])
def test_enter_and_down_go_on_to_what_was_found(qtbot: QtBot, line: SearchLine, key: Qt.Key):
    line.setText("hoa")
    with qtbot.waitSignal(line.left):
        QTest.keyClick(line, key)
    assert line.text() == "hoa"


def test_escape_first_clears_the_words_and_then_leaves(qtbot: QtBot, line: SearchLine):
    line.setText("hoa")
    with qtbot.assertNotEmitted(line.left):
        QTest.keyClick(line, Key.Key_Escape)
    assert line.text() == ""
    with qtbot.waitSignal(line.left):
        QTest.keyClick(line, Key.Key_Escape)
