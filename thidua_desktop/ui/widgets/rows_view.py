"""The table inside a grid: focus, choice of cells, place on screen, columns. Asks for no rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.cells.painting import mark_current
from thidua_desktop.ui.widgets.cells.typing import CellTyping
from thidua_desktop.ui.widgets.column_memory import ColumnMemory
from thidua_desktop.ui.widgets.frozen import FrozenColumns
from thidua_desktop.ui.widgets.grid_keys import GridKeys
from thidua_desktop.ui.widgets.heads import Heads
from thidua_desktop.ui.widgets.rows_model import Index, RowsModel

_Flag = QItemSelectionModel.SelectionFlag
_CELL = _Flag.ClearAndSelect


@dataclass(frozen=True, slots=True)
class Place:
    """Where one looked: the row in focus, the first row on screen, and the column."""

    uid: str
    row: int
    column: int
    top_uid: str
    top: int
    columns: tuple[int, int]
    """The first and the last column with a chosen cell."""


class RowsView(QTableView):
    """A table of cells with rows of one height; the heads sort, Shift adds a further key.

    What the keys mean is said in `grid_keys`, what typing does in `cells.typing`.
    """

    order_asked = Signal(int, bool)
    opened = Signal(QModelIndex)
    """The record of a row is wanted: a double click or F2 where nothing can be typed."""
    copy_asked = Signal(bool)
    """Copy the chosen cells; with the heads or without."""
    paste_asked = Signal()
    clear_asked = Signal()
    fill_asked = Signal()
    today_asked = Signal()
    take_back_asked = Signal()
    """Forget what was typed in the cell in focus and cannot be kept."""

    def __init__(self, name: str, title: str, model: RowsModel[Any], desk: Desk) -> None:
        super().__init__()
        self.rows = model
        self._desk = desk
        self._tab_from = -1
        self._is_whole = False
        self.heads = Heads(model.columns, desk.look, self)
        self.setModel(model)
        self.setHorizontalHeader(self.heads)
        self.setAccessibleName(title)
        self._behave()
        self._set_up_heads()
        self.columns = ColumnMemory(self.heads, model.columns, f"grid/{name}/columns", desk)
        frozen = [n for n, column in enumerate(model.columns) if column.frozen]
        self.frozen = FrozenColumns(self, self.heads, frozen, desk.look)
        self.typing = CellTyping(self, desk)
        self._keys = GridKeys(self)
        self._is_whole = True

    def dress(self) -> None:
        """Take heights and widths of the present scale."""
        self.verticalHeader().setDefaultSectionSize(self._desk.look.px(sizes.ROW))
        self.heads.dress()
        self.columns.restore()
        self.frozen.arrange()

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the rows with a chosen cell, from top to bottom."""
        return [row for first, last in self._spans() for row in range(first, last + 1)]

    def chosen_count(self) -> int:
        """Return how many rows have a chosen cell."""
        return sum(last - first + 1 for first, last in self._spans())

    def chosen_columns(self) -> list[int]:
        """Return the sections seen that have a chosen cell, in their order on screen."""
        chosen = {n for r in self._ranges() for n in range(r.left(), r.right() + 1)}
        return [section for section in self.seen_columns() if section in chosen]

    def seen_columns(self) -> list[int]:
        """Return the sections that are not hidden, in their order on screen."""
        heads = self.heads
        sections = (heads.logicalIndex(place) for place in range(heads.count()))
        return [section for section in sections if not heads.isSectionHidden(section)]

    def is_chosen(self, section: int) -> bool:
        """Say whether a cell of the column *section* is chosen."""
        return any(r.left() <= section <= r.right() for r in self._ranges())

    def chosen_in(self, section: int) -> list[tuple[int, int]]:
        """Return the first and last rows of each stretch of chosen cells in a column."""
        in_it = [r for r in self._ranges() if r.left() <= section <= r.right()]
        return _joined([(r.top(), min(r.bottom(), self.rows.last_row)) for r in in_it])

    def go_to(self, row: int) -> None:
        """Focus *row*, and bring it into view."""
        column = self.currentIndex().column()
        self.stand_on(self.rows.index(row, column if column >= 0 else self._first_column()))

    def stand_on(self, index: Index) -> None:
        """Focus the cell at *index*, choose it alone, and bring it into view."""
        self.selectionModel().setCurrentIndex(index, _CELL)
        self.scrollTo(index)

    def go(self, down: int, right: int) -> bool:
        """Focus the cell so far away; across the ends of rows when only *right* is not 0.

        False when there is none.
        """
        here, seen = self.currentIndex(), self.seen_columns()
        if not here.isValid() or not seen:
            return False
        at = seen.index(here.column()) + right if here.column() in seen else 0
        row = here.row() + down + at // len(seen)
        if not 0 <= row < self.rows.rowCount():
            return False
        self.stand_on(self.rows.index(row, seen[at % len(seen)]))
        return True

    def step(self, key: Qt.Key, *, back: bool) -> bool:
        """Go on from a cell as Enter and Tab do; Enter returns to where a run of Tabs began."""
        began = self._tab_from
        if key == Qt.Key.Key_Tab:
            began = self.currentIndex().column() if began < 0 else began
            is_gone = self.go(0, -1 if back else 1)
            self._tab_from = began
            return is_gone
        if began >= 0 and not back:
            self.selectionModel().setCurrentIndex(
                self.rows.index(self.currentIndex().row(), began), _CELL
            )
        return self.go(-1 if back else 1, 0)

    def place(self) -> Place:
        """Return where one looks now."""
        index, top = self.currentIndex(), self.verticalScrollBar().value()
        uids = self.rows
        chosen = [n for r in self._ranges() for n in (r.left(), r.right())] or [0]
        return Place(
            uid=uids.uid_at(index.row()),
            row=index.row(),
            column=index.column(),
            top_uid=uids.uid_at(top),
            top=top,
            columns=(min(chosen), max(chosen)),
        )

    def take_place(self, place: Place, chosen: Sequence[str], *, near: bool) -> None:
        """Go back to *place* and *chosen*; *near*: to a neighbour of a row that is gone."""
        row = self.rows.row_of(place.uid) if place.uid else -1
        if row < 0 and near and place.row >= 0:
            row = min(place.row, self.rows.last_row)
        if row >= 0:
            index = self.rows.index(row, max(place.column, 0))
            self.selectionModel().setCurrentIndex(index, _CELL)
            self._choose(chosen, place.columns)
        self._scroll(place, row, near=near)

    def event(self, event: QEvent) -> bool:
        """Keep F2 from the command of that key where a cell can be typed in."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._keys.keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.typing.take(event):
            super().inputMethodEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        line = self.typing.line
        return line.inputMethodQuery(query) if line else super().inputMethodQuery(query)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: it would read every row."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the cell that Qt puts in focus, so that commands mean what one sees."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _CELL)
        self._open_to_input_methods()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._is_whole:
            self._tab_from = -1
            self._open_to_input_methods()
            self.viewport().update()
            self.frozen.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._desk.look
        mark_current(self, self.currentIndex(), look, has_focus=self.hasFocus())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, out from under the frozen columns."""
        bar = self.horizontalScrollBar()
        was = bar.value()
        super().scrollTo(index, hint)
        if index.column() in self.frozen.sections:
            bar.setValue(was)
            return
        hidden = self.frozen.width_now - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self.frozen.arrange()
            self.typing.place()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._is_whole:
            self.frozen.arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.heads.place()
        self.typing.place()

    def _open_to_input_methods(self) -> None:
        """Let letters be composed over a cell that can be typed in, before it is opened."""
        takes = self.typing.can_type(self.currentIndex())
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, takes)

    def _scroll(self, place: Place, row: int, *, near: bool) -> None:
        bar = self.verticalScrollBar()
        if row >= 0 and 0 <= place.row - place.top <= self._visible_rows():
            bar.setValue(row - (place.row - place.top))
        elif (top := self.rows.row_of(place.top_uid)) >= 0 and near:
            bar.setValue(top)
        else:
            bar.setValue(place.top if near else 0)

    def _choose(self, uids: Sequence[str], columns: tuple[int, int]) -> None:
        if len(uids) < 2:
            return
        rows: Mapping[str, int] = {uid: row for row, uid in enumerate(self.rows.uids)}
        selection = QItemSelection()
        for row in (rows[uid] for uid in uids if uid in rows):
            first, last = (self.rows.index(row, column) for column in columns)
            selection.select(first, last)
        self.selectionModel().select(selection, _Flag.Select)

    def _spans(self) -> list[tuple[int, int]]:
        """Return first and last of each stretch of rows with a chosen cell, in order."""
        last = self.rows.last_row
        return _joined([(r.top(), min(r.bottom(), last)) for r in self._ranges()])

    def _ranges(self) -> Iterator[Any]:
        chosen = self.selectionModel().selection()
        yield from (chosen.at(place) for place in range(chosen.count()))

    def _visible_rows(self) -> int:
        return self.viewport().height() // max(self.verticalHeader().defaultSectionSize(), 1)

    def _first_column(self) -> int:
        return next(iter(self.seen_columns()), 0)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setStyleSheet("QTableView { outline: 0; }")
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        if not self.typing.open(index):
            self.opened.emit(index)

    def _set_up_heads(self) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setHighlightSections(False)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.heads.sectionClicked.connect(self._click_head)
        self.heads.left.connect(self._take_focus)

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.rows.count:
            self.go_to(0)

    def _click_head(self, section: int) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        self.order_asked.emit(section, bool(QApplication.keyboardModifiers() & shift))


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *spans* in order, those that touch as one; empty ones are left out."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if first > last:
            continue
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
