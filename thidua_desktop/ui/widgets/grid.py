"""The grid: the one list of every tab: search, order, cells, empty states. Knows no SQL, no tab."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QBrush, QShowEvent
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import Tone
from thidua_desktop.ui.widgets.asking import Asking
from thidua_desktop.ui.widgets.cells.block_work import BlockWork
from thidua_desktop.ui.widgets.cells.keeping import Keeping, Typed
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.row_pages import R, Row
from thidua_desktop.ui.widgets.rows_model import Column, RowsModel
from thidua_desktop.ui.widgets.rows_view import RowsView
from thidua_desktop.ui.widgets.tally import Tally

R_co = TypeVar("R_co", bound=Row, covariant=True)

_RESTORED = 2_000  # Chosen rows that are found again after the list was read anew.

STATE_ICONS = {
    "red": ("circle-alert", Tone.RED),
    "amber": ("triangle-alert", Tone.AMBER),
    "green": ("circle-check", Tone.GREEN),
    "muted": ("circle-dot", Tone.MUTED),
}


class Source(Protocol[R_co]):
    """Where a grid's rows come from; every record service is one."""

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""

    def rows(self, uids: Sequence[str]) -> Sequence[R_co]:
        """Return the rows of *uids*, in order."""

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored, as one step."""

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """What an empty grid says: *words*, and a *button* with its verb that does *run*."""

    words: str
    button: str = ""
    run: Callable[[], None] | None = None
    icon: str = ""


class Grid(QWidget, Generic[R]):
    """A list of records: `search`, `set_year`, `set_filters` ask again; `reload` keeps the place.

    *name* is the key under which widths are remembered, *title* what a screen reader calls it.
    Questions run off the window's thread; only the answer to the last one is shown. Nothing is
    asked while nobody looks at the list: it is when one comes back.
    """

    current_changed = Signal(str)
    """The uid of the row in focus changed; "" when there is none."""
    selection_changed = Signal()
    activated = Signal(str)
    """The record of this uid is wanted: Ctrl+Enter, or a double click where nothing is typed."""
    found = Signal(int)
    """A question was answered: how many rows are shown."""
    filters_dropped = Signal()
    """The officer pressed the way out of a search that finds nothing."""

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[R]],
        source: Source[R],
        desk: Desk,
        nothing: Nothing,
        order: tuple[Order, ...] = (),
    ) -> None:
        super().__init__()
        self._source = source
        self._desk = desk
        self._nothing = nothing
        self._asking = Asking(source.find, order, desk, self.isVisible, self)
        self._current = ""
        self._wanted = ""
        self._is_sought = False
        self.model = RowsModel(columns, self._fetch, self)
        self.view = RowsView(name, title, self.model, desk)
        self._keeping = Keeping(self.model, source, desk, self)
        self._blocks = BlockWork(self.view, self._keeping, source.rows, desk)
        self._tally = Tally(self.view, source, desk)
        self._said = ""
        self._empty = EmptyState(desk.look)
        self._bar = QProgressBar()
        self._lay_out()
        self._listen()
        self._dress()

    @property
    def query(self) -> Query:
        """Return what is asked now, to export or print the same rows."""
        return self._asking.query

    @property
    def current(self) -> str:
        """Return the uid of the row in focus, or ""."""
        return self._current

    @property
    def count(self) -> int:
        """Return how many rows are shown."""
        return self.model.count

    @property
    def has_unkept(self) -> bool:
        """Say whether something typed in cells is not in the file, and may not come there."""
        cells = self.model.held.values()
        return any(kept.problem for texts in cells for kept in texts.values())

    def selected(self) -> list[str]:
        """Return the uids of the rows with a chosen cell, from top to bottom."""
        uids = (self.model.uid_at(row) for row in self.view.chosen_rows())
        return [uid for uid in uids if not self.model.is_waiting(uid)]

    def words(self, one: str = "dòng") -> str:
        """Return for the status bar how many rows there are and are chosen, and their sum.

        Where the cell in focus cannot be kept, the reason comes before all that.
        """
        kept = self.model.kept(self.view.currentIndex())
        return (kept.problem if kept else "") or self._said or self._tally.words(one)

    def set_writable(self, on: bool) -> None:
        """Let cells be typed in, or only read and copied."""
        self.model.set_writable(on)

    def narrow(self, words: dict[str, dict[Any, str]]) -> None:
        """Have a filter row below the heads; *words* are the values of columns that have few."""
        self.view.heads.narrow(words)
        self.view.dress()

    def drop_new(self) -> bool:
        """Take away the chosen rows that never came into the file; say whether there were any."""
        uids = [self.model.uid_at(row) for row in self.view.chosen_rows()]
        new = [uid for uid in uids if self.model.is_waiting(uid)]
        self.model.drop_rows(new)
        return bool(new)

    def forget_unkept(self) -> None:
        """Forget everything typed in cells that is not in the file."""
        self.view.typing.leave()
        self._keeping.take_all_back()

    def go_to_unkept(self) -> None:
        """Go to the first cell whose text could not be kept."""
        for uid, cells in self.model.held.items():
            for section, column in enumerate(self.model.columns):
                if column.name in cells and cells[column.name].problem:
                    self.view.setFocus()
                    self.view.stand_on(self.model.index(self.model.row_of(uid), section))
                    self.seek(uid)
                    return

    def hear(self, changed: Changed) -> None:
        """Show a step; after one typed here the rows stay where they are."""
        if self._keeping.is_own(changed):
            self.model.refresh(changed.uids)
        else:
            self._keeping.hear(changed)
            self.refresh(changed.uids)

    def search(self, text: str, also: tuple[str, ...] = ()) -> None:
        """Show the rows with the words of *text*, after a pause in typing.

        *also*: other texts of which one will do.
        """
        self._asking.search(text, also)

    def set_year(self, year: int | None) -> None:
        """Show the rows of *year*, or of all years."""
        self._asking.change(replace(self.query, year=year))

    def set_filters(self, filters: tuple[Filter, ...]) -> None:
        """Show only the rows that meet all *filters*."""
        self._asking.change(replace(self.query, filters=filters))

    def set_order(self, order: tuple[Order, ...]) -> None:
        """Sort by *order*, first key first."""
        self._asking.change(replace(self.query, order=order), is_new=False)

    def reload(self) -> None:
        """Ask again and read every row anew; focus, choice and place stay on the same records."""
        self.model.refresh(self.model.uids)
        self.ask()

    def refresh(self, uids: Iterable[str]) -> None:
        """Read *uids* anew and ask again: their place may be another now."""
        self.model.refresh(uids)
        self.ask()

    def reveal(self, uid: str) -> None:
        """Bring the row of *uid* into view and focus, now or when it is next found."""
        if (row := self.model.row_of(uid)) >= 0:
            self._wanted = ""
            self.view.go_to(row)
        else:
            self._wanted = uid

    def seek(self, uid: str) -> None:
        """Bring the row of *uid* into focus; conditions that keep it away are dropped."""
        self.reveal(uid)
        if self._wanted:
            self._is_sought = True
            self.ask()

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """Offer *actions* on the right button."""
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.addActions(list(actions))

    def ask(self) -> None:
        """Ask the source, once it is looked at. A question still on its way is forgotten."""
        self._asking.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asking.catch_up()

    def copy(self) -> None:
        """Put the chosen rows with all their columns on the clipboard, as Excel takes them."""
        seen = self.view.seen_columns()
        self._blocks.copy_rows([self.model.columns[section] for section in seen])

    def _fetch(self, uids: Sequence[str]) -> Any:
        return self._desk.jobs.start(lambda _ticket: self._source.rows(uids), "page")

    def _show(self, uids: list[str], is_new: bool) -> None:
        if not self.model.shows(uids):
            self._replace(uids, is_new=is_new)
        self._show_right_page()
        if self._wanted:
            self.reveal(self._wanted)
            self._drop_what_hides()
        self._tell_current()
        self.found.emit(len(uids))
        self.selection_changed.emit()

    def _replace(self, uids: list[str], *, is_new: bool) -> None:
        """Show other uids; the same records stay in focus, chosen, and at their place on screen."""
        place = self.view.place()
        chosen = self.selected() if self.view.chosen_count() <= _RESTORED else []
        self.model.show_uids(uids)
        self.view.take_place(place, chosen, near=not is_new)

    def _show_right_page(self) -> None:
        if self.model.uids:
            self._pages.setCurrentWidget(self.view)
            return
        if self._asking.is_narrowed:
            self._empty.say(_no_match(self.query), "Bỏ điều kiện tìm", self._drop, "funnel-x")
        else:
            nothing = self._nothing
            self._empty.say(nothing.words, nothing.button, nothing.run, nothing.icon)
        self._pages.setCurrentWidget(self._empty)

    def _drop_what_hides(self) -> None:
        """Drop the conditions when the row sought is not among those that meet them."""
        is_hidden, self._is_sought = bool(self._wanted) and self._is_sought, False
        if is_hidden and self._asking.is_narrowed:
            self._drop()

    def _drop(self) -> None:
        self._asking.change(Query(order=self.query.order))
        self.filters_dropped.emit()

    def _tell_current(self, *_indexes: QModelIndex) -> None:
        uid = self.model.uid_at(self.view.currentIndex().row())
        uid = "" if self.model.is_waiting(uid) else uid
        if uid != self._current:
            self._current = uid
            self.current_changed.emit(uid)

    def _activate(self, index: QModelIndex) -> None:
        uid = self.model.uid_at(index.row())
        if uid and not self.model.is_waiting(uid):
            self.activated.emit(uid)

    def _keep(self, uid: str, section: int, text: str, key: str) -> None:
        self._said = ""
        self._keeping.keep([Typed(uid, self.model.columns[section].name, text, key)])

    def _take_back(self) -> None:
        """Show what the file has in the chosen cells whose text could not be kept."""
        if not self.model.held:
            return
        here = self.view.currentIndex()
        rows = {here.row(), *self.view.chosen_rows()}
        names = [
            self.model.columns[each].name for each in {here.column(), *self.view.chosen_columns()}
        ]
        uids = {self.model.uid_at(row) for row in rows} & self.model.held.keys()
        held = {uid: [name for name in names if name in self.model.held[uid]] for uid in uids}
        self._keeping.take_back({uid: cells for uid, cells in held.items() if cells})

    def _say(self, words: str) -> None:
        self._said = words
        self.selection_changed.emit()

    def _chosen_changed(self) -> None:
        self._said = ""
        self.selection_changed.emit()

    def _lay_out(self) -> None:
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(3)
        self._bar.hide()
        place = QWidget()
        self._pages = QStackedLayout(place)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(place)
        self.setFocusProxy(self.view)

    def _listen(self) -> None:
        self._asking.asked.connect(self.model.show_order)
        self._asking.answered.connect(self._show)
        self._asking.is_slow.connect(self._bar.setVisible)
        self.view.selectionModel().currentChanged.connect(self._tell_current)
        self.view.selectionModel().selectionChanged.connect(self._chosen_changed)
        self.view.opened.connect(self._activate)
        self.view.order_asked.connect(self._sort_by)
        self.view.typing.typed.connect(self._keep)
        self.view.take_back_asked.connect(self._take_back)
        self._blocks.said.connect(self._say)
        self._keeping.settled.connect(self.selection_changed)
        self._tally.changed.connect(self.selection_changed)
        self._desk.look.changed.connect(self._dress)

    def _sort_by(self, section: int, is_second: bool) -> None:
        column = self.model.columns[section]
        if column.sorts:
            self.set_order(sorted_by(self.query.order, column.name, is_second=is_second))

    def _dress(self) -> None:
        look = self._desk.look
        self.view.dress()
        icons = {state: look.icon(name, tone, 14) for state, (name, tone) in STATE_ICONS.items()}
        self.model.show_icons(icons, QBrush(look.wash(Tone.RED)))


def sorted_by(order: tuple[Order, ...], column: str, *, is_second: bool) -> tuple[Order, ...]:
    """Return *order* after a click on *column*: up, then down; *is_second*: as a further key."""
    was = next((each for each in order if each.column == column), None)
    clicked = Order(column, descending=bool(was and not was.descending))
    if not is_second:
        is_only = was is not None and order[0] == was
        return (clicked if is_only else Order(column),)
    if was:
        return tuple(clicked if each == was else each for each in order)
    return (*order, clicked)


def _no_match(query: Query) -> str:
    year = f" trong năm {query.year}" if query.year is not None else ""
    if query.text:
        return f"Không có dòng nào có “{query.text}”{year}."
    return f"Không có dòng nào{year}{' hợp với điều kiện lọc' if query.filters else ''}."
