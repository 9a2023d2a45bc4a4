"""Typing in a cell: keys, UniKey, input methods, proposals."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.typing import apart, compose, press
from tests.ui.widgets.cells_page import (
    CTRL,
    SHIFT,
    at,
    cell,
    focused,
    key,
    letters,
    shelf_grid,
    stand,
)
from tests.ui.widgets.shelf import COLUMNS, Book, Shelf
from thidua_desktop.domain.text import fold, words
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.grid import Grid
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor

Key = Qt.Key


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(50)


@pytest.fixture
def grid(qtbot: QtBot, desk: Desk, shelf: Shelf) -> Grid[Book]:
    return shelf_grid(qtbot, desk, shelf)


def unikey(grid: Grid[Book], keys: str, pace: int = 0) -> None:
    """Press *keys* where the focus is, as UniKey does: "<" is the backspace it sends."""
    for each in keys:
        if each == "<":
            QTest.keyClick(focused(grid), Key.Key_Backspace)
        elif each.isascii():
            QTest.keyClicks(focused(grid), each)
        else:
            press(focused(grid), each)
        if pace:
            QTest.qWait(pace)


def test_a_letter_replaces_what_stands_and_enter_goes_down(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    letters(grid, "Moi")
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert (shelf.books["0"].title, cell(grid, 0, 0), at(grid)) == ("Moi", "Moi", (1, 0))
    assert not grid.has_unkept


def test_f2_keeps_what_stands(qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf):
    key(grid, Key.Key_F2, Key.Key_End)
    letters(grid, "!")
    key(grid, Key.Key_Tab)
    settle(qtbot, desk)
    assert (shelf.books["0"].title, at(grid)) == ("Sách số 0!", (0, 1))


def test_escape_leaves_the_cell_as_it_was(qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf):
    letters(grid, "Moi")
    key(grid, Key.Key_Escape)
    settle(qtbot, desk)
    assert shelf.steps == []
    assert (cell(grid, 0, 0), at(grid)) == ("Sách số 0", (0, 0))


def test_a_double_click_opens_the_cell(grid: Grid[Book]):
    where = grid.view.visualRect(grid.model.index(3, 0)).center()
    QTest.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    line = grid.view.typing.line
    assert line is not None
    assert line.text() == "Sách số 3"


def test_unchanged_text_makes_no_step(qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf):
    key(grid, Key.Key_F2, Key.Key_Return)
    settle(qtbot, desk)
    assert shelf.steps == []


def test_shift_enter_goes_up_and_shift_tab_back(grid: Grid[Book]):
    stand(grid, 5, 1)
    key(grid, Key.Key_Return, held=SHIFT)
    assert at(grid) == (4, 1)
    key(grid, Key.Key_Backtab, held=SHIFT)
    assert at(grid) == (4, 0)


def test_tab_goes_on_to_the_next_row_and_enter_returns_below_the_first(grid: Grid[Book]):
    stand(grid, 5, 0)
    key(grid, Key.Key_Tab, Key.Key_Return)
    assert at(grid) == (6, 0)
    key(grid, Key.Key_Tab, Key.Key_Tab)
    assert at(grid) == (7, 0)


def test_leaving_the_cell_with_the_mouse_keeps_what_was_typed(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    letters(grid, "Moi")
    where = grid.view.visualRect(grid.model.index(4, 1)).center()
    grid.view.setFocus()
    QTest.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: shelf.books["0"].title == "Moi")


def test_a_refused_text_stays_with_its_reason_until_it_is_mended(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 2, 1)
    letters(grid, "24")
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    index = grid.model.index(2, 1)
    assert index.data() == "24"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Năm có bốn chữ số."
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None
    key(grid, Key.Key_Up)
    assert grid.words() == "Năm có bốn chữ số."
    key(grid, Key.Key_F2, Key.Key_Home)
    letters(grid, "20")
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert shelf.books["2"].year == 2024
    assert not grid.has_unkept


def test_escape_takes_a_refused_text_back(qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf):
    stand(grid, 2, 1)
    letters(grid, "x")
    key(grid, Key.Key_Return, Key.Key_Up)
    settle(qtbot, desk)
    assert cell(grid, 2, 1) == "x"
    key(grid, Key.Key_Escape)
    assert cell(grid, 2, 1) == "2002"
    assert not grid.has_unkept


def test_escape_takes_a_whole_block_of_refused_texts_back(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 0, 0)
    key(grid, Key.Key_A, held=CTRL)
    key(grid, Key.Key_Delete)
    settle(qtbot, desk)
    assert grid.has_unkept
    key(grid, Key.Key_Escape)
    assert [cell(grid, row, 0) for row in range(50)] == [b.title for b in shelf.books.values()]
    assert not grid.has_unkept


def test_a_new_row_comes_in_when_it_is_whole(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 50, 1)
    letters(grid, "2011")
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert grid.count == 50
    assert grid.model.index(50, 0).data(Qt.ItemDataRole.ToolTipRole) == "Cần có tên sách."
    stand(grid, 50, 0)
    letters(grid, "Them")
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert grid.count == 51
    assert [(b.title, b.year) for b in shelf.books.values()][50:] == [("Them", 2011)]
    assert not grid.has_unkept


def test_a_new_row_left_without_a_word_goes(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    stand(grid, 50, 1)
    letters(grid, "x")
    key(grid, Key.Key_Return, Key.Key_Up)
    settle(qtbot, desk)
    assert grid.model.rowCount() == 52
    key(grid, Key.Key_Escape)
    assert grid.model.rowCount() == 51


def test_a_row_that_moves_while_one_types_gets_its_own_text(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 3, 0)
    letters(grid, "Moi")
    shelf.books = {"before": Book("before", "Sách đầu"), **shelf.books}
    grid.reload()
    settle(qtbot, desk)
    line = grid.view.typing.line
    assert line is not None
    assert (line.text(), line.hasFocus()) == ("Moi", True)
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert [shelf.books[uid].title for uid in ("2", "3", "4")] == ["Sách số 2", "Moi", "Sách số 4"]


def test_a_row_that_is_gone_says_so_and_the_text_is_not_lost(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 3, 0)
    letters(grid, "Moi")
    grid.search("so 4")
    qtbot.waitUntil(lambda: grid.view.typing.line is None)
    settle(qtbot, desk)
    assert shelf.books["3"].title == "Moi"


def test_keys_on_their_way_to_the_table_reach_the_open_line(grid: Grid[Book]):
    QTest.keyClicks(grid.view, "nhanh")
    line = grid.view.typing.line
    assert line is not None
    assert line.text() == "nhanh"


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("dd<<đ", "đ"),
        ("aa<<â", "â"),
        ("uow<<<ươ", "ươ"),
        ("D<Đa<ă<ắk Hà", "Đắk Hà"),
        ("hoa<<òa", "hòa"),
    ],
)
def test_letters_of_unikey_come_out_right_in_a_closed_cell(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf, keys: str, word: str
):
    unikey(grid, keys)
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert shelf.books["0"].title == word


def test_twelve_keys_a_second_lose_no_letter(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    unikey(grid, "dd<<đuow<<<ươ", pace=80)
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert shelf.books["0"].title == "đươ"


def test_a_backspace_on_a_closed_cell_changes_nothing(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    key(grid, Key.Key_Backspace)
    settle(qtbot, desk)
    assert grid.view.typing.line is None
    assert shelf.steps == []


def test_a_composition_begins_over_the_closed_cell(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    compose(grid.view, "d", "đ", "đa", commit="đại")
    line = grid.view.typing.line
    assert line is not None
    assert (line.text(), line.hasFocus()) == ("đại", True)
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert shelf.books["0"].title == "đại"


def test_the_focus_stays_while_a_composition_is_open(grid: Grid[Book]):
    QApplication.sendEvent(grid.view, QInputMethodEvent("đ", []))
    line = grid.view.typing.line
    assert line is not None
    assert (line.text(), grid.view.hasFocus()) == ("", True)
    query = Qt.InputMethodQuery.ImCursorPosition
    assert grid.view.inputMethodQuery(query) == line.inputMethodQuery(query)


def test_letters_are_kept_composed(qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf):
    compose(grid.view, "x", commit=apart("Đặng Lý"))
    key(grid, Key.Key_Return)
    settle(qtbot, desk)
    assert cell(grid, 0, 0) == "Đặng Lý"
    assert kinds.line("title").read(apart("Đặng  Lý ")) == "Đặng Lý"


def test_an_input_method_is_welcome_only_where_one_can_type(grid: Grid[Book]):
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert grid.view.testAttribute(attribute)
    grid.set_writable(False)
    stand(grid, 1, 0)
    assert not grid.view.testAttribute(attribute)


def test_a_list_open_for_reading_takes_no_letters(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    grid.set_writable(False)
    stand(grid, 1, 0)
    letters(grid, "x")
    key(grid, Key.Key_Delete)
    settle(qtbot, desk)
    assert grid.view.typing.line is None
    assert shelf.steps == []
    assert grid.words() == "Danh sách này chỉ để đọc."


NAMES = ("Đặng Lý", "Đặng Văn Khôi", "Y Hoa")


def proposing(_row: Any, text: str) -> Sequence[Suggestion]:
    return [
        Suggestion(name, key=fold(name))
        for name in NAMES
        if all(word in fold(name) for word in words(text))
    ]


@pytest.fixture
def named(qtbot: QtBot, desk: Desk, shelf: Shelf) -> Grid[Book]:
    """A grid whose titles are proposed."""
    title = replace(COLUMNS[0], cell=kinds.line("title", proposing))
    return shelf_grid(qtbot, desk, shelf, (title, COLUMNS[1]))


def listed(grid: Grid[Book]) -> list[str]:
    """Return the proposals in the open list below the cell."""
    editor = grid.view.typing._editor
    assert isinstance(editor, SuggestionEditor)
    shown = editor._list
    return [shown.item(n).text() for n in range(shown.count())] if shown.isVisible() else []


def test_names_are_proposed_without_marks_and_nothing_is_written_into_the_line(
    qtbot: QtBot, named: Grid[Book]
):
    letters(named, "dang ly")
    qtbot.waitUntil(lambda: listed(named) == ["Đặng Lý"])
    line = named.view.typing.line
    assert line is not None
    assert (line.text(), line.hasSelectedText()) == ("dang ly", False)


def test_a_proposal_is_taken_with_enter_and_the_cell_left(
    qtbot: QtBot, desk: Desk, named: Grid[Book], shelf: Shelf
):
    letters(named, "dang")
    qtbot.waitUntil(lambda: len(listed(named)) == 2)
    key(named, Key.Key_Down, Key.Key_Return)
    settle(qtbot, desk)
    assert (shelf.books["0"].title, at(named)) == ("Đặng Lý", (1, 0))


def test_escape_closes_the_list_first(qtbot: QtBot, named: Grid[Book]):
    letters(named, "dang")
    qtbot.waitUntil(lambda: len(listed(named)) == 2)
    key(named, Key.Key_Escape)
    assert named.view.typing.line is not None
    key(named, Key.Key_Escape)
    assert named.view.typing.line is None


def test_f4_opens_the_list_of_all(qtbot: QtBot, named: Grid[Book]):
    key(named, Key.Key_F4)
    qtbot.waitUntil(lambda: listed(named) == list(NAMES))


def test_today_is_written_into_an_open_cell(grid: Grid[Book]):
    letters(grid, "x")
    key(grid, Key.Key_Semicolon, held=CTRL)
    line = grid.view.typing.line
    assert line is not None
    assert line.text()[1:].count("/") == 2
