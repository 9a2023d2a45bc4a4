"""The model under every grid: uids in order, rows a page at a time. Knows no SQL and no tab."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from thidua_desktop.domain.listing import Order
from thidua_desktop.ui.jobs import Job

PAGE = 200
KEPT_PAGES = 40
PATIENCE = 0.03  # Seconds the window waits for a page before it paints an empty one.

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(Protocol):
    """What a list shows of one record."""

    @property
    def uid(self) -> str:
        """Return the record's uid."""


R = TypeVar("R", bound=Row)
R_contra = TypeVar("R_contra", bound=Row, contravariant=True)


@dataclass(frozen=True)  # Not slots: Python 3.11 cannot make Column[…] then.
class Column(Generic[R_contra]):
    """One column. *name* is the row's field, by which it is sorted and filtered in SQL.

    *text* gives the words of a cell; *width* is in pixels at scale 1; *right* is for figures;
    *state* names the tone icon of a cell whose words are a state ("" for none).
    """

    name: str
    title: str
    text: Callable[[R_contra], str]
    width: int = 120
    right: bool = False
    sorts: bool = True
    state: Callable[[R_contra], str] | None = None


Fetch = Callable[[Sequence[str]], Job]
"""Start reading the rows of some uids; the job's result is a sequence of rows."""


class RowsModel(QAbstractTableModel, Generic[R]):
    """A table of uids. A page of rows is fetched when one of its cells is painted.

    The window waits `PATIENCE` for a page; a slower one is shown when it arrives, so that a
    busy file never holds the window.
    """

    def __init__(
        self, columns: Sequence[Column[R]], fetch: Fetch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._uids: list[str] = []
        self._pages: OrderedDict[int, dict[str, R]] = OrderedDict()
        self._asked: dict[int, Job] = {}
        self._order: tuple[Order, ...] = ()
        self._icons: Mapping[str, QIcon] = {}

    @property
    def uids(self) -> Sequence[str]:
        """Return every uid shown, in order."""
        return self._uids

    def show_uids(self, uids: list[str]) -> None:
        """Show *uids*, in this order, from now on."""
        self.beginResetModel()
        self._uids = uids
        self._forget()
        self.endResetModel()

    def show_order(self, order: tuple[Order, ...]) -> None:
        """Say in the heads what the rows are sorted by."""
        self._order = order
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def show_icons(self, icons: Mapping[str, QIcon]) -> None:
        """Use *icons* for the states of cells, by the names that `Column.state` gives."""
        self._icons = icons
        self._repaint(0, len(self._uids) - 1)

    def refresh(self, uids: Iterable[str]) -> None:
        """Read the rows of *uids* again where they are painted."""
        gone = set(uids)
        for number, page in list(self._pages.items()):
            if not gone.isdisjoint(page):
                del self._pages[number]
                self._repaint_page(number)

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
        page = self._page(row // PAGE)
        return page.get(self._uids[row]) if page else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._uids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in _WORDS and (role != Qt.ItemDataRole.DecorationRole or not column.state):
            return None
        record = self.record(index.row())
        if record is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get(column.state(record)) if column.state else None
        return column.text(record)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title + self._arrow(column)
        if role == Qt.ItemDataRole.ToolTipRole and column.sorts:
            return f"{column.title}\nBấm để xếp thứ tự; giữ Shift để xếp thêm theo cột này"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arrow(self, column: Column[R]) -> str:
        for place, order in enumerate(self._order):
            if order.column == column.name:
                number = "²³⁴⁵⁶"[place - 1] if place else ""
                return f" {'▼' if order.descending else '▲'}{number}"
        return ""

    def _page(self, number: int) -> dict[str, R] | None:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        if number not in self._asked:
            self._ask(number)
        return self._pages.get(number)

    def _ask(self, number: int) -> None:
        job = self._fetch(self._uids[number * PAGE : (number + 1) * PAGE])
        is_first = not self._asked
        self._asked[number] = job
        if is_first and job.wait(PATIENCE):
            self._take(number, job)
        else:
            job.finished.connect(self._arrived)

    def _arrived(self) -> None:
        for number, job in list(self._asked.items()):
            if job.is_done:
                self._take(number, job)
                self._repaint_page(number)

    def _take(self, number: int, job: Job) -> None:
        """Keep the rows that *job* read; none when it failed, so that painting does not ask on."""
        del self._asked[number]
        self._pages[number] = {} if job.error else {row.uid: row for row in job.result}
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()

    def _repaint_page(self, number: int) -> None:
        self._repaint(number * PAGE, min((number + 1) * PAGE, len(self._uids)) - 1)

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


_WORDS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
