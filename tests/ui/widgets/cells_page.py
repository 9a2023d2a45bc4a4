"""What tests of cells do again and again: a grid in focus, a key where the focus is."""

from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.widgets.shelf import COLUMNS, Book, Shelf
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.grid import Grid, Nothing

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def shelf_grid(qtbot: QtBot, desk: Desk, shelf: Shelf, columns: Any = COLUMNS) -> Grid[Book]:
    """Return a grid of *shelf* that can be typed in, in focus on its first cell."""
    grid: Grid[Book] = Grid("books", "Sách", columns, shelf, desk, Nothing("Chưa có sách nào."))
    grid.set_writable(True)
    grid.narrow({})
    qtbot.addWidget(grid)
    grid.resize(420, 300)
    grid.show()
    QTest.qWaitForWindowActive(grid)
    grid.ask()
    settle(qtbot, desk)
    grid.view.setFocus()
    stand(grid, 0, 0)
    return grid


def key(grid: Grid[Any], *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press *keys* where the focus is."""
    for each in keys:
        QTest.keyClick(focused(grid), each, held)


def letters(grid: Grid[Any], text: str) -> None:
    """Press the keys of *text* where the focus is, each time anew."""
    for each in text:
        QTest.keyClicks(focused(grid), each)


def focused(grid: Grid[Any]) -> QWidget:
    """Return what has the focus: the line over a cell, or the table."""
    return QApplication.focusWidget() or grid.view


def at(grid: Grid[Any]) -> tuple[int, int]:
    """Return row and column in focus."""
    index = grid.view.currentIndex()
    return index.row(), index.column()


def stand(grid: Grid[Any], row: int, column: int) -> None:
    """Put the focus on one cell and choose it alone."""
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    grid.view.selectionModel().setCurrentIndex(grid.model.index(row, column), flag)


def choose(grid: Grid[Any], first: tuple[int, int], last: tuple[int, int]) -> None:
    """Choose the block of cells from *first* to *last*."""
    stand(grid, *first)
    block = QItemSelection(grid.model.index(*first), grid.model.index(*last))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    grid.view.selectionModel().select(block, flag)


def cell(grid: Grid[Any], row: int, column: int) -> Any:
    """Return the words shown in a cell."""
    return grid.model.index(row, column).data()
