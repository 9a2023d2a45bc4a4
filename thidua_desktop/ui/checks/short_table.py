"""A plain table of values to read, narrow and choose from. Knows nothing of what its rows mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.widgets.cells.blocks import written

V = TypeVar("V")
V_contra = TypeVar("V_contra", contravariant=True)
_Index = QModelIndex | QPersistentModelIndex
_ROLES = Qt.ItemDataRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ICON = 16
_MOST_FIXED = 0.65  # Of the table; the rest is for the column that takes what is left.


@dataclass(frozen=True)  # Not slots: Python 3.11 cannot make Column[…] then.
class Column(Generic[V_contra]):
    """One column: its title, the words of a cell, its width at scale 1 (0: the room left).

    *state* names the icon before the words, "" for none; *right* is for figures.
    """

    title: str
    text: Callable[[V_contra], str]
    width: int = 0
    state: Callable[[V_contra], str] | None = None
    right: bool = False


class ShortTable(QTableView, Generic[V]):
    """Whole rows, several chosen at once; Enter and a double click open one, Ctrl+C copies.

    *icons*: by what `Column.state` answers, the name and tone of the icon before the words.
    """

    chosen_changed = Signal()
    opened = Signal()

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[V]],
        icons: Mapping[Any, tuple[str, Tone]],
        look: Look,
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows = _Rows(self._columns, icons, look)
        self._look = look
        self.setModel(self._rows)
        self.setAccessibleName(title)
        self._behave()
        self._dress()
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.doubleClicked.connect(self.opened)
        look.changed.connect(self._dress)

    @property
    def shown(self) -> Sequence[V]:
        """Return the rows from top to bottom."""
        return self._rows.values

    @property
    def chosen(self) -> list[V]:
        """Return the chosen rows, from top to bottom."""
        found = self.selectionModel().selection()  # In ranges: far fewer than rows.
        ranges = [found.at(number) for number in range(found.count())]
        numbers = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return [self._rows.values[number] for number in sorted(numbers)]

    @property
    def current(self) -> V | None:
        """Return the row one stands on."""
        number = self.currentIndex().row()
        return self._rows.values[number] if 0 <= number < len(self._rows.values) else None

    def show_rows(self, rows: Sequence[V], stand_on: Callable[[V], bool] | None = None) -> None:
        """Show *rows*; one stands on the first that *stand_on* agrees to, else on the first."""
        self._rows.show(rows)
        numbers = (number for number, row in enumerate(rows) if stand_on and stand_on(row))
        if rows:
            self.selectRow(next(numbers, 0))
        self.chosen_changed.emit()

    def copy(self) -> None:
        """Put the words of the chosen rows on the clipboard, to be pasted into Excel."""
        block = [[column.text(row) for column in self._columns] for row in self.chosen]
        QApplication.clipboard().setText(written(block))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        across.setHighlightSections(False)
        # One of its own: else Qt asks every row, for each column, whether all of it is chosen.
        across.setSelectionModel(QItemSelectionModel(self._rows, self))
        for section, column in enumerate(self._columns):
            if not column.width:
                across.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _dress(self) -> None:
        height = self._look.px(sizes.ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height)
        self._spread()

    def _spread(self) -> None:
        """Give each column its width; where room is short, less, so that the rest can be read.

        States keep theirs: a word cut off would say nothing.
        """
        wanted = {at: self._look.px(each.width) for at, each in enumerate(self._columns)}
        kept = sum(wanted[at] for at, each in enumerate(self._columns) if each.state)
        rest = sum(wanted.values()) - kept
        most = max(0, int(self.viewport().width() * _MOST_FIXED) - kept)
        part = min(1.0, most / rest) if rest else 1.0
        for at, width in wanted.items():
            if width:
                is_kept = self._columns[at].state is not None
                self.setColumnWidth(at, width if is_kept else int(width * part))


class _Rows(QAbstractTableModel):
    def __init__(
        self,
        columns: Sequence[Column[Any]],
        icons: Mapping[Any, tuple[str, Tone]],
        look: Look,
    ) -> None:
        super().__init__()
        self._columns = columns
        self._names = icons
        self._look = look
        self._icons: dict[str, QIcon] = {}
        self.values: Sequence[Any] = ()
        self._draw()
        look.changed.connect(self._draw)

    def show(self, values: Sequence[Any]) -> None:
        self.beginResetModel()
        self.values = values
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.values)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = _ROLES.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, value = self._columns[index.column()], self.values[index.row()]
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            return column.text(value)
        if role == _ROLES.DecorationRole and column.state:
            return self._icons.get(column.state(value))
        if role == _ROLES.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | _MIDDLE
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> Any:
        if role != _ROLES.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._columns[section].title

    def _draw(self) -> None:
        icon = self._look.icon
        self._icons = {key: icon(name, tone, _ICON) for key, (name, tone) in self._names.items()}
