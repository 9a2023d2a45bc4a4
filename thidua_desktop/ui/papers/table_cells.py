"""Cells of a table to write in, with blocks to and from a spreadsheet. Knows no paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTableWidgetSelectionRange,
)

from thidua_desktop.domain import markup
from thidua_desktop.domain.markup import Footnote, Run
from thidua_desktop.domain.text import clean
from thidua_desktop.ui.widgets.cells.blocks import Block, parsed, written

_LEAST = 72  # Pixels of a column; more columns than fit are scrolled to.
_BEFORE = Qt.ItemDataRole.UserRole


class TableCells(QTableWidget):
    """A small table; each cell remembers the markup it was written from, wherever it moves."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        super().__init__(len(rows), max(map(len, rows)))
        self.setAccessibleName("Các ô của bảng")
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(_LEAST)
        self.setTabKeyNavigation(True)
        for row, cells in enumerate(rows):
            for column, body in enumerate(cells):
                item = QTableWidgetItem(markup.plain(body))
                item.setData(_BEFORE, body)
                self.setItem(row, column, item)
        self._show_head()

    def rows(self) -> list[list[str]]:
        """Return the markup of all cells; one that was not touched keeps its own."""
        return [
            [self._body(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]

    def add_row(self) -> None:
        """Put an empty row below that of the cell one stands in, at the end without one."""
        row = self.currentRow() + 1 or self.rowCount()
        self.insertRow(row)
        self.setCurrentCell(row, max(self.currentColumn(), 0))

    def add_column(self) -> None:
        """Put an empty column at the right of the cell one stands in, at the end without one."""
        column = self.currentColumn() + 1 or self.columnCount()
        self.insertColumn(column)
        self.setCurrentCell(max(self.currentRow(), 0), column)
        self._show_head()

    def remove_row(self) -> None:
        """Take away the row one stands in, but not the last one left."""
        if self.currentRow() >= 0 and self.rowCount() > 1:
            self.removeRow(self.currentRow())
            self._show_head()

    def remove_column(self) -> None:
        """Take away the column one stands in, but not the last one left."""
        if self.currentColumn() >= 0 and self.columnCount() > 1:
            self.removeColumn(self.currentColumn())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(parsed(QGuiApplication.clipboard().text()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(written(self._chosen()))
        elif event.matches(QKeySequence.StandardKey.Delete):
            for item in self.selectedItems():
                item.setText("")
        else:
            super().keyPressEvent(event)

    def _paste(self, block: Block) -> None:
        """Write *block* from the cell one stands in; rows and columns it lacks are added."""
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self.setRowCount(max(self.rowCount(), top + len(block)))
        self.setColumnCount(max(self.columnCount(), left + max(map(len, block))))
        for down, cells in enumerate(block):
            for across, words in enumerate(cells):
                self._item(top + down, left + across).setText(clean(words))
        self._show_head()

    def _chosen(self) -> list[list[str]]:
        ranges: list[QTableWidgetSelectionRange] = self.selectedRanges()
        if not ranges:
            return [[self._words(self.currentRow(), self.currentColumn())]]
        each = ranges[0]
        return [
            [
                self._words(row, column)
                for column in range(each.leftColumn(), each.rightColumn() + 1)
            ]
            for row in range(each.topRow(), each.bottomRow() + 1)
        ]

    def _show_head(self) -> None:
        """Show the first row as the head it will be."""
        for row in range(min(self.rowCount(), 2)):
            for column in range(self.columnCount()):
                font = self.font()
                font.setBold(row == 0)
                self._item(row, column).setFont(font)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item: QTableWidgetItem | None = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        return item

    def _words(self, row: int, column: int) -> str:
        item: QTableWidgetItem | None = self.item(row, column)
        return item.text() if item is not None else ""

    def _body(self, row: int, column: int) -> str:
        words = clean(self._words(row, column))
        item: QTableWidgetItem | None = self.item(row, column)
        before = str(item.data(_BEFORE) or "") if item is not None else ""
        return before if markup.plain(before) == words else _restyled(before, words)


def _restyled(before: str, words: str) -> str:
    """Return *words* in the letters that all of *before* had, with its notes."""
    pieces = markup.parse(before)
    runs = [piece for piece in pieces if isinstance(piece, Run)]
    italic = bool(runs) and all(run.italic for run in runs)
    bold = bool(runs) and all(run.bold for run in runs)
    notes = [piece for piece in pieces if isinstance(piece, Footnote)]
    letters = [Run(words, italic, bold)] if words else []
    return markup.render([*letters, *notes])
