"""The model under every grid: uids in order, rows a page at a time. Knows no SQL and no tab.

Above the file's rows lies what was typed and is not in the file yet: texts of cells, and new rows
at the end.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QIcon

from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.listing import Order
from thidua_desktop.ui.widgets.cells.kinds import Cell
from thidua_desktop.ui.widgets.row_pages import PAGE, Fetch, R, Row, RowPages

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

# Plain numbers: these are compared for every cell that is painted.
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_BACKGROUND = int(Qt.ItemDataRole.BackgroundRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_WORDS = frozenset(
    {_DISPLAY, int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)}
)
_ANSWERED = _WORDS | {_ALIGNMENT, _DECORATION, _BACKGROUND}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

R_contra = TypeVar("R_contra", bound=Row, contravariant=True)


Values = Literal["text", "number", "date"]


@dataclass(frozen=True)  # Not slots: Python 3.11 cannot make Column[…] then.
class Column(Generic[R_contra]):
    """One column. *name* is the row's field, by which it is sorted and filtered in SQL.

    *text* gives the words of a cell; *width* is in pixels at scale 1; *right* is for figures;
    *state* names the tone icon of a cell whose words are a state ("" for none). *cell*: how it is
    typed in, None for what is only shown. *values* and *words* (of a column of few values) say
    how it is narrowed; *frozen* columns stay when the rest is scrolled; *sums*: the officer may
    want the sum. One not *is_shown* is hidden until the officer asks for it.
    """

    name: str
    title: str
    text: Callable[[R_contra], str]
    width: int = 120
    right: bool = False
    sorts: bool = True
    state: Callable[[R_contra], str] | None = None
    cell: Cell | None = None
    values: Values = "text"
    words: Mapping[Any, str] = field(default_factory=dict)
    frozen: bool = False
    sums: bool = False
    is_shown: bool = True


class Kept(NamedTuple):
    """A text typed in a cell and not in the file: on its way, or with the *problem* it has."""

    text: str
    problem: str = ""


class RowsModel(QAbstractTableModel, Generic[R]):
    """A table of uids; a page of rows is fetched when one of its cells is painted."""

    def __init__(
        self, columns: Sequence[Column[R]], fetch: Fetch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._uids: list[str] = []
        self._pages: RowPages[R] = RowPages(fetch, self)
        self._pages.came.connect(self._repaint_page)
        self._order: tuple[Order, ...] = ()
        self._icons: Mapping[str, QIcon] = {}
        self._wrong = QBrush()
        self._held: dict[str, dict[str, Kept]] = {}
        self._waiting: dict[str, None] = {}
        self._is_writable = False

    @property
    def uids(self) -> Sequence[str]:
        """Return every uid shown, in order; those of rows not in the file yet stand last."""
        return self._uids

    @property
    def count(self) -> int:
        """Return how many of the rows are in the file."""
        return len(self._uids) - len(self._waiting)

    @property
    def held(self) -> Mapping[str, Mapping[str, Kept]]:
        """Return what was typed and is not in the file, by uid and name of the column."""
        return self._held

    @property
    def last_row(self) -> int:
        """Return the number of the last row with something in it; -1 when there is none."""
        return len(self._uids) - 1

    def between(self, first: int, last: int) -> Sequence[str]:
        """Return the uids of the rows from *first* to *last*, both counted."""
        return self._uids[first : last + 1]

    def typed_text(self, index: Index) -> str | None:
        """Return the text with which typing in a cell begins; None while its row is not here."""
        if kept := self.kept(index):
            return kept.text
        uid, column = self.uid_at(index.row()), self.columns[index.column()]
        if not uid or uid in self._waiting:
            return ""
        record = self.record(index.row())
        if record is None:
            return None
        begin = column.cell.begin if column.cell else None
        return begin(record) if begin else column.text(record)

    @property
    def is_writable(self) -> bool:
        """Say whether cells can be typed in."""
        return self._is_writable

    def set_writable(self, on: bool) -> None:
        """Let cells be typed in, and an empty row stand at the end for a new record."""
        self.beginResetModel()
        self._is_writable = on and any(column.cell for column in self.columns)
        self.endResetModel()

    def shows(self, uids: Sequence[str]) -> bool:
        """Say whether the rows of the file shown are *uids*, in this order."""
        return len(uids) == self.count and self._uids[: self.count] == uids

    def is_waiting(self, uid: str) -> bool:
        """Say whether *uid* is a row that is not in the file yet."""
        return uid in self._waiting

    def begin_rows(self, count: int) -> list[str]:
        """Add *count* rows that are not in the file yet; the first is the empty row that was."""
        made = [new_uid() for _ in range(count)]
        if made:
            end = self.rowCount()
            self.beginInsertRows(QModelIndex(), end, end + count - 1)
            self._uids = [*self._uids, *made]
            self._waiting |= dict.fromkeys(made)
            self.endInsertRows()
        return made

    def drop_rows(self, uids: Iterable[str]) -> None:
        """Take away rows that never came into the file, with what was typed in them."""
        gone = {uid for uid in uids if uid in self._waiting}
        rows = [row for row, uid in enumerate(self._uids) if uid in gone] if gone else []
        for first, last in reversed(stretches(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            for uid in self._uids[first : last + 1]:
                del self._waiting[uid]
                self._held.pop(uid, None)
            self._uids = [*self._uids[:first], *self._uids[last + 1 :]]
            self.endRemoveRows()
        if rows:
            self._pages.forget()

    def arrive(self, uids: Iterable[str]) -> None:
        """Take the rows *uids* as in the file from now on, and read again what is shown."""
        for uid in uids:
            self._waiting.pop(uid, None)
        self._pages.forget()
        self._repaint(0, len(self._uids) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._uids) - 1)

    def hold(self, cells: Mapping[str, Mapping[str, Kept]]) -> None:
        """Show texts that the file does not have in *cells*, by uid and name of the column."""
        for uid, texts in cells.items():
            if here := self._held.get(uid):
                here.update(texts)
            else:
                self._held[uid] = dict(texts)
        if cells:
            self._repaint(0, len(self._uids) - 1)

    def let_go(self, cells: Mapping[str, Mapping[str, Kept]]) -> None:
        """Show again what the file has in *cells*, but for those where another text stands now."""
        for uid, texts in cells.items():
            here = self._held.get(uid, {})
            if here == texts:
                self._held.pop(uid, None)
                continue
            for name, kept in texts.items():
                if name in here and here[name].text == kept.text:
                    del here[name]
            if not here:
                self._held.pop(uid, None)
        if cells:
            self._repaint(0, len(self._uids) - 1)

    def release(self, cells: Mapping[str, Iterable[str]]) -> None:
        """Show again what the file has in *cells*, names of columns by uid."""
        for uid, names in cells.items():
            for name in names if uid in self._held else ():
                self._held[uid].pop(name, None)
            if not self._held.get(uid, True):
                del self._held[uid]
        self._repaint(0, len(self._uids) - 1)

    def has_problem(self, uid: str, column: str) -> bool:
        """Say whether a text stands there that cannot be kept."""
        kept = self._held.get(uid, {}).get(column)
        return bool(kept and kept.problem)

    def kept(self, index: Index) -> Kept | None:
        """Return what was typed at *index* and is not in the file."""
        if not self._held:
            return None
        cells = self._held.get(self.uid_at(index.row()), {})
        return cells.get(self.columns[index.column()].name)

    def show_uids(self, uids: list[str]) -> None:
        """Show *uids*, in this order, from now on; rows not in the file yet stay at the end."""
        self.beginResetModel()
        for uid in self._waiting.keys() & set(uids) if self._waiting else ():
            del self._waiting[uid]
        self._uids = [*uids, *self._waiting] if self._waiting else uids
        self._pages.forget()
        self.endResetModel()

    def show_order(self, order: tuple[Order, ...]) -> None:
        """Say in the heads what the rows are sorted by."""
        self._order = order
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def show_icons(self, icons: Mapping[str, QIcon], wrong: QBrush) -> None:
        """Use *icons* for the states of cells, by the names that `Column.state` gives.

        *wrong* lies behind what was typed and cannot be kept.
        """
        self._icons = icons
        self._wrong = wrong
        self._repaint(0, len(self._uids) - 1)

    def refresh(self, uids: Iterable[str]) -> None:
        """Read the rows of *uids* again where they are painted."""
        self._pages.forget_rows(uids)

    def row_of(self, uid: str) -> int:
        """Return where *uid* stands, or -1."""
        try:
            return self._uids.index(uid)
        except ValueError:
            return -1

    def uid_at(self, row: int) -> str:
        """Return the uid in *row*, or ""."""
        return self._uids[row] if 0 <= row < len(self._uids) else ""

    def record(self, row: int) -> R | None:
        """Return the row's values when they are at hand or quickly got, else None."""
        if not 0 <= row < len(self._uids) or self._uids[row] in self._waiting:
            return None
        return self._pages.row(self._uids, row)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._uids) + self._is_writable

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED:  # Qt asks for many more with each cell it paints.
            return None
        column = self.columns[index.column()]
        if role == _ALIGNMENT:
            return _RIGHT if column.right else _LEFT
        if self._held and (kept := self.kept(index)):
            return self._kept_data(kept, role)
        if role not in _WORDS and (role != _DECORATION or not column.state):
            return None
        record = self.record(index.row())
        if record is not None and role == _DECORATION and column.state:
            return self._icons.get(column.state(record))
        return column.text(record) if record is not None else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._row_head(section, role)
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title + self._arrow(column)
        if role == Qt.ItemDataRole.ToolTipRole and column.sorts:
            return f"{column.title}\nBấm để xếp thứ tự; giữ Shift để xếp thêm theo cột này"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._is_writable and self.columns[index.column()].cell:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _kept_data(self, kept: Kept, role: int) -> Any:
        if role == _BACKGROUND:
            return self._wrong if kept.problem else None
        if role == _DECORATION:
            return self._icons.get("red") if kept.problem else None
        if role == _DISPLAY or not kept.problem:
            return kept.text
        return kept.problem

    def _row_head(self, row: int, role: int) -> str | None:
        is_new = row >= len(self._uids)
        if not is_new and self._uids[row] not in self._waiting:
            return str(row + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return "*" if is_new else "•"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "Gõ hoặc dán vào đây để thêm dòng mới" if is_new else "Dòng này chưa cất"
        return None

    def _arrow(self, column: Column[R]) -> str:
        for place, order in enumerate(self._order):
            if order.column == column.name:
                number = str(place + 1) if len(self._order) > 1 else ""
                return f" {'▼' if order.descending else '▲'}{number}"
        return ""

    def _repaint_page(self, number: int) -> None:
        self._repaint(number * PAGE, min((number + 1) * PAGE, len(self._uids)) - 1)

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each stretch of *rows*, which are in order."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
