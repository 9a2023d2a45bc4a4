"""The table inside a grid: keys, focus, place on screen, widths of columns. Asks for no rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.rows_model import RowsModel

_KEEP_AFTER = 500  # Milliseconds after the last pull at a column.
_CLEAR_AND_ROWS = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one looked: the row in focus, the first row on screen, and the column."""

    uid: str
    row: int
    column: int
    top_uid: str
    top: int


class RowsView(QTableView):
    """A table of whole rows with fixed heights; the heads sort, Shift adds a further key."""

    order_asked = Signal(int, bool)
    copy_asked = Signal()

    def __init__(self, name: str, title: str, model: RowsModel[Any], desk: Desk) -> None:
        super().__init__()
        self._rows = model
        self._desk = desk
        self._widths_key = f"grid/{name}/widths"
        self.setModel(model)
        self.setAccessibleName(title)
        self._keep_widths = QTimer(self)
        self._keep_widths.setSingleShot(True)
        self._keep_widths.setInterval(_KEEP_AFTER)
        self._keep_widths.timeout.connect(self._remember_widths)
        self._behave()
        self._set_up_heads()

    def dress(self) -> None:
        """Take heights and widths of the present scale."""
        px = self._desk.look.px
        self.verticalHeader().setDefaultSectionSize(px(sizes.ROW))
        self.horizontalHeader().setFixedHeight(px(sizes.ROW))
        remembered = self._desk.memory.numbers(self._widths_key)
        columns = self._rows.columns
        widths = remembered if len(remembered) == len(columns) else [c.width for c in columns]
        for section, width in enumerate(widths):
            self.setColumnWidth(section, px(width))
        self._keep_widths.stop()

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the chosen rows, from top to bottom."""
        return sorted({row for first, last in self._ranges() for row in range(first, last + 1)})

    def chosen_count(self) -> int:
        """Return how many rows are chosen."""
        return sum(last - first + 1 for first, last in self._ranges())

    def go_to(self, row: int) -> None:
        """Focus and choose *row*, and bring it into view."""
        index = self._rows.index(row, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(index, _CLEAR_AND_ROWS)
        self.scrollTo(index)

    def place(self) -> Place:
        """Return where one looks now."""
        index, top = self.currentIndex(), self.verticalScrollBar().value()
        uids = self._rows
        return Place(uids.uid_at(index.row()), index.row(), index.column(), uids.uid_at(top), top)

    def take_place(self, place: Place, chosen: Sequence[str], *, near: bool) -> None:
        """Go back to *place* and *chosen*; *near*: to a neighbour of a row that is gone."""
        row = self._rows.row_of(place.uid) if place.uid else -1
        if row < 0 and near and place.row >= 0:
            row = min(place.row, self._rows.rowCount() - 1)
        if row >= 0:
            index = self._rows.index(row, max(place.column, 0))
            self.selectionModel().setCurrentIndex(index, _CLEAR_AND_ROWS)
            self._choose(chosen)
        self._scroll(place, row, near=near)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the row that Qt puts in focus, so that commands mean what one sees."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _CLEAR_AND_ROWS)

    def _scroll(self, place: Place, row: int, *, near: bool) -> None:
        bar = self.verticalScrollBar()
        if row >= 0 and 0 <= place.row - place.top <= self._visible_rows():
            bar.setValue(row - (place.row - place.top))
        elif (top := self._rows.row_of(place.top_uid)) >= 0 and near:
            bar.setValue(top)
        else:
            bar.setValue(place.top if near else 0)

    def _choose(self, uids: Sequence[str]) -> None:
        if len(uids) < 2:
            return
        rows = {uid: row for row, uid in enumerate(self._rows.uids)}
        selection = QItemSelection()
        for row in (rows[uid] for uid in uids if uid in rows):
            last = self._rows.columnCount() - 1
            selection.select(self._rows.index(row, 0), self._rows.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _ranges(self) -> Iterator[tuple[int, int]]:
        chosen = self.selectionModel().selection()
        for each in (chosen.at(place) for place in range(chosen.count())):
            yield each.top(), each.bottom()

    def _visible_rows(self) -> int:
        return self.viewport().height() // max(self.verticalHeader().defaultSectionSize(), 1)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    def _set_up_heads(self) -> None:
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setHighlightSections(False)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setStretchLastSection(True)
        heads.sectionClicked.connect(self._click_head)
        heads.sectionResized.connect(self._resized)

    def _click_head(self, section: int) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        self.order_asked.emit(section, bool(QApplication.keyboardModifiers() & shift))

    def _resized(self, *_sizes: int) -> None:
        self._keep_widths.start()

    def _remember_widths(self) -> None:
        """Keep the widths as they would be at scale 1; the last column takes what is left."""
        scale = self._desk.look.scale
        columns = self._rows.columns
        widths = [round(self.columnWidth(section) / scale) for section in range(len(columns))]
        self._desk.memory.keep_numbers(self._widths_key, [*widths[:-1], columns[-1].width])
