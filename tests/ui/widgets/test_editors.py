from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typing import apart, compose, unikey
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.editors import (
    ChoiceEditor,
    Editor,
    LineEditor,
    ProseEditor,
    TickEditor,
)
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor

E = TypeVar("E", bound=Editor)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QWidget:
    """A window for the editor under test and another field to go to."""
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    return page


def put(page: QWidget, editor: E) -> E:
    """Lay *editor* out with a field after it, and focus it."""
    column = page.layout()
    assert column is not None
    column.addWidget(editor)
    column.addWidget(LineEditor())
    page.show()
    QTest.qWaitForWindowActive(page)
    editor.setFocus()
    return editor


def leave(editor: Editor) -> None:
    """Go on to the next field."""
    QTest.keyClick(editor.field, Qt.Key.Key_Tab)


def test_what_unikey_types_stands_as_it_meant(page: QWidget):
    editor = put(page, LineEditor())
    unikey(editor.line, "Dd<<Đa<ă<ắk uo<<ươ<<ướ<<ưởng")
    assert editor.line.text() == "Đắk ưởng"


def test_pasted_lines_are_joined_at_once_and_the_cursor_stands_behind_them(page: QWidget):
    editor = put(page, LineEditor())
    QTest.keyClicks(editor.line, "Xa ")
    QTest.keyClicks(editor.line, " B")
    editor.line.setCursorPosition(3)
    QApplication.clipboard().setText("Kon\r\nDing\t\n")
    QTest.keyClick(editor.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (editor.line.text(), editor.line.cursorPosition()) == ("Xa Kon Ding B", 11)


def test_nothing_is_changed_or_chosen_while_typing(page: QWidget):
    editor = put(page, LineEditor())
    for count, key in enumerate("  a  b ", start=1):
        QTest.keyClicks(editor.line, key)
        assert (editor.line.text(), editor.line.cursorPosition()) == ("  a  b "[:count], count)
        assert not editor.line.hasSelectedText()


def test_a_word_composed_by_an_input_method_comes_whole(page: QWidget):
    editor = put(page, LineEditor())
    compose(editor.line, "t", "th", "thư", "thưở", "thưởng", commit="thưởng")
    assert editor.value() == "thưởng"


def test_marks_typed_apart_are_joined_on_leaving_the_field(page: QWidget):
    editor = put(page, LineEditor())
    editor.line.insert(apart("  Nguyễn  Thị Thuý "))
    leave(editor)
    assert editor.line.text() == "Nguyễn Thị Thuý"


def test_prose_is_joined_on_leaving_the_field(page: QWidget):
    editor = put(page, ProseEditor())
    editor.prose.insertPlainText(apart("Dòng một \n\nĐắk  Glei"))
    leave(editor)
    assert editor.prose.toPlainText() == "Dòng một\n\nĐắk Glei"


def test_only_the_officer_makes_a_change(qtbot: QtBot, page: QWidget):
    line, prose = put(page, LineEditor()), put(page, ProseEditor())
    with qtbot.assertNotEmitted(line.changed), qtbot.assertNotEmitted(prose.changed):
        line.show_value("Một")
        prose.show_value("Hai")
    with qtbot.waitSignal(line.changed):
        QTest.keyClicks(line.line, "a")


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("5/6/24", "2024-06-05", "05/06/2024"),
        ("050624", "2024-06-05", "05/06/2024"),
        ("6/2024", "2024-06", "06/2024"),
        ("2014", "2014", "2014"),
        ("", "", ""),
    ],
)
def test_a_date_is_understood_as_typed(page: QWidget, typed: str, value: str, shown: str):
    editor = put(page, DateEditor())
    QTest.keyClicks(editor.line, typed)
    leave(editor)
    assert (editor.value(), editor.line.text(), editor.problem()) == (value, shown, "")


def test_an_impossible_date_stays_as_typed_with_the_reason(page: QWidget):
    editor = put(page, DateEditor())
    QTest.keyClicks(editor.line, "31/2/24")
    leave(editor)
    assert editor.line.text() == "31/2/24"
    assert "31" in editor.problem()


@pytest.mark.parametrize("value", ["2014", "2024-06", "2024-06-05", ""])
def test_a_date_shown_is_the_date_kept(page: QWidget, value: str):
    editor = put(page, DateEditor())
    editor.show_value(value)
    assert editor.value() == value


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [("1800000", 1_800_000, "1.800.000"), ("1.800.000", 1_800_000, "1.800.000"), ("", None, "")],
)
def test_money_is_understood_as_typed(page: QWidget, typed: str, value: object, shown: str):
    editor = put(page, NumberEditor(empty=None))
    QTest.keyClicks(editor.line, typed)
    leave(editor)
    assert (editor.value(), editor.line.text(), editor.problem()) == (value, shown, "")


def test_a_coefficient_is_kept_in_thousandths(page: QWidget):
    editor = put(page, NumberEditor(empty=None, thousandths=True))
    QTest.keyClicks(editor.line, "1,5")
    assert editor.value() == 1500
    editor.show_value(300)
    assert editor.line.text() == "0,3"


def test_a_year_has_no_dots(page: QWidget):
    editor = put(page, NumberEditor(grouped=False))
    editor.show_value(2024)
    assert editor.line.text() == "2024"


@pytest.mark.parametrize("typed", ["12a", "1,5"])
def test_what_is_no_whole_number_says_so(page: QWidget, typed: str):
    editor = put(page, NumberEditor())
    QTest.keyClicks(editor.line, typed)
    assert typed in editor.problem()


def test_a_choice_is_kept_by_its_key(page: QWidget):
    editor = put(page, ChoiceEditor({"a": "Một", "b": "Hai"}))
    editor.show_value("b")
    assert (editor.value(), editor.box.currentText()) == ("b", "Hai")


def test_a_value_outside_the_vocabulary_is_shown_and_kept(page: QWidget):
    editor = put(page, ChoiceEditor({"a": "Một"}))
    editor.show_value("cũ")
    assert (editor.value(), editor.box.currentText()) == ("cũ", "cũ")
    editor.show_value("a")
    assert editor.box.count() == 1


def test_the_wheel_changes_no_choice_that_is_not_in_focus(page: QWidget):
    editor = put(page, ChoiceEditor({"a": "Một", "b": "Hai"}))
    editor.show_value("a")
    leave(editor)
    none, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        none,
        no_keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.box, down)
    assert editor.value() == "a"


def test_a_tick_is_yes_or_no(qtbot: QtBot, page: QWidget):
    editor = put(page, TickEditor("Là thư ký"))
    with qtbot.waitSignal(editor.changed):
        QTest.keyClick(editor.box, Qt.Key.Key_Space)
    assert editor.value() is True


def test_what_may_not_be_changed_can_still_be_copied(page: QWidget):
    editor = put(page, LineEditor())
    editor.show_value("Đắk Glei")
    editor.set_read_only(True)
    QTest.keyClicks(editor.line, "x")
    editor.line.selectAll()
    editor.line.copy()
    assert editor.value() == "Đắk Glei"
    assert QApplication.clipboard().text() == "Đắk Glei"


@pytest.mark.parametrize("editor", [DateEditor, lambda: ProseEditor(2)], ids=["date", "prose"])
def test_a_field_follows_the_size_of_letters(
    page: QWidget, look: Look, editor: Callable[[], DateEditor | ProseEditor]
):
    made = put(page, editor())
    before = made.field.maximumSize()
    look.set_scale(1.5)
    after = made.field.maximumSize()
    look.set_scale(1.0)
    assert after.width() > before.width() or after.height() > before.height()
