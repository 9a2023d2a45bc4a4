"""The columns of a grid: remembered, hidden, moved, frozen; the filter row below their heads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.widgets.cells_page import CTRL, SHIFT, focused, key, shelf_grid, stand
from tests.ui.widgets.shelf import COLUMNS, Book, Shelf
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.grid import Grid
from thidua_desktop.ui.widgets.rows_model import Column

WIDE = (
    *COLUMNS,
    *(
        Column[Book](f"more{n}", f"Cột {n}", lambda book: book.title, 150, cell=kinds.line("title"))
        for n in range(4)
    ),
)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(50)


@pytest.fixture
def grid(qtbot: QtBot, desk: Desk, shelf: Shelf) -> Grid[Book]:
    return shelf_grid(qtbot, desk, shelf, WIDE)


def again(grid: Grid[Book], qtbot: QtBot, desk: Desk, shelf: Shelf) -> Grid[Book]:
    """Return a grid of the same name, opened later."""
    grid.view.columns.keep()
    return shelf_grid(qtbot, desk, shelf, WIDE)


def test_widths_are_remembered(qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf):
    grid.view.setColumnWidth(0, 163)
    qtbot.waitUntil(lambda: desk.memory.text("grid/books/columns").startswith("title 163 1"))
    assert shelf_grid(qtbot, desk, shelf, WIDE).view.columnWidth(0) == 163


def test_order_and_hidden_columns_are_remembered(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    grid.view.heads.moveSection(1, 3)
    grid.view.columns.show(2, False)
    later = again(grid, qtbot, desk, shelf)
    assert later.view.seen_columns() == grid.view.seen_columns() == [0, 3, 1, 4, 5]


def test_the_frozen_column_stays_the_first(grid: Grid[Book]):
    grid.view.heads.moveSection(0, 3)
    assert grid.view.seen_columns()[0] == 0
    grid.view.heads.moveSection(4, 0)
    assert grid.view.seen_columns()[0] == 0


def test_the_menu_of_a_head_hides_and_shows_and_puts_all_back(
    qtbot: QtBot, desk: Desk, grid: Grid[Book]
):
    def action(words: str) -> QAction:
        menu = grid.view.columns.menu(2)
        return next(each for each in menu.findChildren(QAction) if each.text() == words)

    action("Ẩn cột “Cột 0”").trigger()
    assert 2 not in grid.view.seen_columns()
    action("Cột 0").trigger()
    assert 2 in grid.view.seen_columns()
    grid.view.setColumnWidth(3, 77)
    action("Đặt lại các cột như lúc đầu").trigger()
    assert grid.view.columnWidth(3) == desk.look.px(150)


def test_the_last_column_seen_cannot_be_hidden(grid: Grid[Book]):
    for section in range(len(WIDE)):
        grid.view.columns.show(section, False)
    assert len(grid.view.seen_columns()) == 1


def test_the_name_stays_while_the_rest_is_scrolled(grid: Grid[Book]):
    frozen = grid.view.frozen
    assert not frozen.isVisible()
    grid.view.horizontalScrollBar().setValue(250)
    assert frozen.isVisible()
    assert [n for n in range(len(WIDE)) if not frozen.isColumnHidden(n)] == [0]
    assert frozen.geometry().left() >= grid.view.verticalHeader().width()


def test_frozen_rows_follow_the_others(grid: Grid[Book]):
    grid.view.horizontalScrollBar().setValue(250)
    grid.view.verticalScrollBar().setValue(12)
    assert grid.view.frozen.verticalScrollBar().value() == 12


def test_a_cell_in_focus_comes_out_from_under_the_frozen_name(grid: Grid[Book]):
    grid.view.horizontalScrollBar().setValue(grid.view.horizontalScrollBar().maximum())
    stand(grid, 0, 5)
    key(grid, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    index = grid.view.currentIndex()
    assert grid.view.visualRect(index).left() >= grid.view.frozen.width_now


def test_the_frozen_cell_is_typed_in_where_it_is_seen(grid: Grid[Book]):
    grid.view.horizontalScrollBar().setValue(250)
    stand(grid, 2, 0)
    assert grid.view.horizontalScrollBar().value() == 250
    QTest.keyClicks(grid.view, "x")
    line = grid.view.typing.line
    assert line is not None
    assert grid.view.frozen.viewport().isAncestorOf(line)
    assert line.hasFocus()


def test_a_click_on_the_frozen_name_goes_there(qtbot: QtBot, grid: Grid[Book]):
    grid.view.horizontalScrollBar().setValue(250)
    frozen = grid.view.frozen
    where = frozen.visualRect(grid.model.index(4, 0)).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (grid.view.currentIndex().row(), grid.view.hasFocus()) == (4, True)


def test_ctrl_shift_l_goes_to_the_filter_of_the_column_and_enter_back(grid: Grid[Book]):
    stand(grid, 0, 1)
    key(grid, Qt.Key.Key_L, held=CTRL | SHIFT)
    field = focused(grid)
    assert field.accessibleName() == "Lọc Năm"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert grid.view.hasFocus()


def test_words_in_a_filter_are_told_once_after_a_pause(qtbot: QtBot, grid: Grid[Book]):
    field = grid.view.heads.fields[0]
    assert isinstance(field, QLineEdit)
    told: list[tuple[int, str]] = []
    grid.view.heads.typed.connect(lambda section, text: told.append((section, text)))
    QTest.keyClicks(field, "dang")
    assert told == []
    qtbot.waitUntil(lambda: told == [(0, "dang")])


def test_a_column_of_few_values_is_narrowed_by_choosing(qtbot: QtBot, desk: Desk, shelf: Shelf):
    grid = shelf_grid(qtbot, desk, shelf)
    grid.narrow({"year": {2024: "Năm nay"}})
    field = grid.view.heads.fields[1]
    assert isinstance(field, QComboBox)
    with qtbot.waitSignal(grid.view.heads.typed) as told:
        field.setCurrentIndex(1)
        field.activated.emit(1)
    assert told.args == [1, "2024"]
    settle(qtbot, desk)
