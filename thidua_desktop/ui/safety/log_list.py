"""A plain list to read and choose from, narrowed by words. Knows nothing of what its lines mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from thidua_desktop.domain.text import fold
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.widgets.plain_table import choose_rows, keep_to_one_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Head:
    """One column: its title and its width at scale 1, 0 for the room that is left."""

    title: str
    width: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it stands for, its words by column, and those words as `fold` leaves them.

    *sort*: a word to choose lines by beside the words searched. *is_faint*: it counts no more.
    """

    key: Any
    cells: tuple[str, ...]
    folded: str
    sort: str = ""
    is_faint: bool = False


def line(key: Any, cells: tuple[str, ...], sort: str = "", *, is_faint: bool = False) -> Line:
    """Return a line that is found by any word of its *cells*."""
    return Line(key, cells, " ".join(map(fold, cells)), sort, is_faint)


def moment(at: str) -> str:
    """Return an ISO time as the officer reads it: dd/MM/yyyy HH:mm."""
    return f"{datetime.fromisoformat(at):%d/%m/%Y %H:%M}" if at else ""


class LogList(QTableView):
    """A table of whole rows; `narrowed` after other lines came to stand in it."""

    chosen_changed = Signal()
    narrowed = Signal()

    def __init__(self, title: str, heads: Sequence[Head], look: Look, *, many: bool) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._model = _Lines(heads, look)
        self.setModel(self._model)
        self.setAccessibleName(title)
        self._behave(many)
        self._set_up_heads(heads, look)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)

    @property
    def shown(self) -> Sequence[Line]:
        """Return the lines that stand in the list."""
        return self._model.lines

    @property
    def total(self) -> int:
        """Return how many lines there are, narrowed or not."""
        return len(self._lines)

    @property
    def chosen(self) -> list[Any]:
        """Return the keys of the chosen lines, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.lines[row].key for row in rows]

    def show_lines(self, lines: Sequence[Line], text: str = "", sort: str = "") -> None:
        """Show *lines*, narrowed as `narrow` does."""
        self._lines = lines
        self.narrow(text, sort)

    def narrow(self, text: str, sort: str = "") -> None:
        """Show only the lines that have all words of *text*, and of one *sort* unless it is ""."""
        words = fold(text).split()
        self._model.show_lines(
            [
                each
                for each in self._lines
                if sort in ("", each.sort) and all(word in each.folded for word in words)
            ]
        )
        if self._model.lines:
            self.stand_on(0)
        self.chosen_changed.emit()
        self.narrowed.emit()

    def stand_on(self, row: int) -> None:
        """Choose *row* alone.

        `selectRow` would add it to the others while Ctrl is held down, as after Ctrl+M.
        """
        flags = QItemSelectionModel.SelectionFlag
        alone = flags.ClearAndSelect | flags.Rows
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), alone)
        self.scrollTo(self._model.index(row, 0))

    def _behave(self, many: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.StyledPanel)

    def _set_up_heads(self, heads: Sequence[Head], look: Look) -> None:
        choose_rows(self, [head.width for head in heads], look)
        keep_to_one_line(self, look)


class _Lines(QAbstractTableModel):
    def __init__(self, heads: Sequence[Head], look: Look) -> None:
        super().__init__()
        self._heads = heads
        self._look = look
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = self.lines[index.row()]
        words = shown.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.TextAlignmentRole and self._heads[index.column()].right:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and shown.is_faint:
            return self._look.colour(Tone.MUTED)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._heads[section].right else Qt.AlignmentFlag.AlignVCenter
        return None
