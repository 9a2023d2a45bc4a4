"""Cells of a table in a paper: rows, columns, blocks of a spreadsheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.papers.table_cells import TableCells

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cells(qtbot: QtBot) -> TableCells:
    cells = TableCells([["TT", "Xã"], ["1", "<i>Đắk Lua</i>"]])
    qtbot.addWidget(cells)
    cells.show()
    return cells


def test_a_block_of_a_spreadsheet_makes_the_room_it_needs(cells: TableCells):
    QGuiApplication.clipboard().setText("2\tNgọc Rế\t10\n3\tĂn La\t9\n")
    cells.setCurrentCell(1, 0)
    QTest.keyClick(cells, Qt.Key.Key_V, CONTROL)
    assert cells.rows() == [["TT", "Xã", ""], ["2", "<i>Ngọc Rế</i>", "10"], ["3", "Ăn La", "9"]]


def test_chosen_cells_go_to_a_spreadsheet(cells: TableCells):
    cells.selectAll()
    QTest.keyClick(cells, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "TT\tXã\n1\tĐắk Lua\n"


def test_delete_clears_the_chosen_cells(cells: TableCells):
    cells.setCurrentCell(1, 1)
    QTest.keyClick(cells, Qt.Key.Key_Delete)
    assert cells.rows()[1] == ["1", ""]


def test_a_row_above_takes_no_markup_away(cells: TableCells):
    cells.setCurrentCell(0, 0)
    cells.add_row()
    assert cells.rows() == [["TT", "Xã"], ["", ""], ["1", "<i>Đắk Lua</i>"]]


def test_columns_come_and_go(cells: TableCells):
    cells.setCurrentCell(0, 0)
    cells.add_column()
    assert cells.rows()[1] == ["1", "", "<i>Đắk Lua</i>"]
    cells.remove_column()
    cells.setCurrentCell(0, 0)
    cells.remove_column()
    cells.remove_column()
    assert cells.rows() == [["Xã"], ["<i>Đắk Lua</i>"]]


def test_the_last_row_stays(cells: TableCells):
    for _row in range(3):
        cells.setCurrentCell(0, 0)
        cells.remove_row()
    assert cells.rowCount() == 1
