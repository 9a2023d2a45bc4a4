from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.typing import compose, unikey
from thidua_desktop.domain.text import fold, words
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor

UNITS = ["Phòng Nội vụ", "Phòng Giáo dục và Đào tạo", "UBND xã Đắk Choong"]


def suggest(text: str) -> Sequence[Suggestion]:
    sought = words(text)
    return [Suggestion(unit) for unit in UNITS if all(word in fold(unit) for word in sought)]


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk) -> Iterator[SuggestionEditor]:
    page = QWidget()
    editor = SuggestionEditor(suggest, desk)
    column = QVBoxLayout(page)
    column.addWidget(editor)
    column.addWidget(LineEditor())
    qtbot.addWidget(page)
    page.show()
    QTest.qWaitForWindowActive(page)
    editor.setFocus()
    yield editor
    page.close()


def proposals(editor: SuggestionEditor) -> list[str]:
    """Return what the list below the line shows, nothing when it is hidden."""
    shown = editor._list
    return [shown.item(row).text() for row in range(shown.count())] if shown.isVisible() else []


def test_proposals_come_after_a_pause_and_need_no_marks(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    qtbot.waitUntil(lambda: proposals(editor) == UNITS[:2])


def test_the_line_is_left_as_typed(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    qtbot.waitUntil(lambda: bool(proposals(editor)))
    assert (editor.line.text(), editor.line.hasSelectedText()) == ("phong", False)
    assert editor.line.hasFocus()


def test_typing_goes_on_while_the_list_is_open(qtbot: QtBot, editor: SuggestionEditor):
    unikey(editor.line, "xa<ã")
    qtbot.waitUntil(lambda: proposals(editor) == UNITS[2:])
    unikey(editor.line, " dd<<đa<ă<ắk")
    assert editor.line.text() == "xã đắk"


def test_down_and_enter_take_a_proposal(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    qtbot.waitUntil(lambda: bool(proposals(editor)))
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    with qtbot.waitSignals([editor.taken, editor.changed]):
        QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == "Phòng Nội vụ"
    assert proposals(editor) == []


def test_up_takes_the_last(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    qtbot.waitUntil(lambda: bool(proposals(editor)))
    QTest.keyClick(editor.line, Qt.Key.Key_Up)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == "Phòng Giáo dục và Đào tạo"


def test_enter_without_a_choice_keeps_what_is_typed(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    qtbot.waitUntil(lambda: bool(proposals(editor)))
    with qtbot.assertNotEmitted(editor.taken):
        QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == "phong"


def test_escape_closes_the_list_alone(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    qtbot.waitUntil(lambda: bool(proposals(editor)))
    QTest.keyClick(editor.line, Qt.Key.Key_Escape)
    assert (proposals(editor), editor.line.text()) == ([], "phong")


def test_f4_opens_the_list_of_all(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClick(editor.line, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: proposals(editor) == UNITS)


def test_leaving_the_field_closes_the_list(qtbot: QtBot, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    qtbot.waitUntil(lambda: bool(proposals(editor)))
    QTest.keyClick(editor.line, Qt.Key.Key_Tab)
    assert proposals(editor) == []


def test_nothing_is_asked_while_a_letter_is_composed(
    qtbot: QtBot, desk: Desk, editor: SuggestionEditor
):
    compose(editor.line, "p", "ph", "phò", "phòng", commit="phòng")
    qtbot.waitUntil(lambda: proposals(editor) == UNITS[:2])
    assert editor.line.text() == "phòng"
    settle(qtbot, desk)


def test_an_answer_for_older_letters_is_dropped(qtbot: QtBot, desk: Desk, editor: SuggestionEditor):
    QTest.keyClicks(editor.line, "phong")
    editor._ask()
    QTest.keyClicks(editor.line, " noi")
    qtbot.waitUntil(lambda: proposals(editor) == UNITS[:1])
