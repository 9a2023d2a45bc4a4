"""A tab of one kind of record: grid left, record right, and the way between them.

Knows the shape of a record service, no record and no other tab. A tab is a subclass that says its
columns and fields, and may offer more commands.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Order, Query
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.grid import Grid, Nothing
from thidua_desktop.ui.widgets.record_pane import SHARE, WIDTH, Face, RecordPane
from thidua_desktop.ui.widgets.row_pages import R
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.sides import Sides

T = TypeVar("T")


class Records(Protocol[T, R]):
    """What every record service can do; see `services.records`."""

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""

    def rows(self, uids: Sequence[str]) -> list[R]:
        """Return the rows of *uids*, in order."""

    def get(self, uid: str) -> T:
        """Return one record; KeyError when it is gone."""

    def save(self, draft: T) -> Changed:
        """Write *draft*; RuleError names what stands in the way."""

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits*, typed in cells, what can be stored, as one step."""

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""

    def delete(self, uids: Sequence[str]) -> Changed:
        """Delete the records of *uids*."""

    def new(self) -> T:
        """Return an empty draft with what the office knows."""


@dataclass(frozen=True)  # Not slots: Python 3.11 cannot make Kind[…] then.
class Kind(Generic[T, R]):
    """What makes one tab differ from another.

    *name* keys what is remembered, *title* is for screen readers, *tables* are those whose changes
    this list shows, the record's own first; *one* is a record in words ("khen thưởng").
    """

    name: str
    title: str
    tables: tuple[str, ...]
    one: str
    columns: Sequence[Column[R]]
    fields: Sequence[Field]
    face: Face[T]
    nothing: str
    order: tuple[Order, ...] = ()


class RecordsPage(Page, Generic[T, R]):
    """Grid and record of one kind; a draft stays until Cất or until it is thrown away."""

    searches = True

    def __init__(self, kind: Kind[T, R], records: Records[T, R], desk: Desk) -> None:
        super().__init__()
        self.kind = kind
        self.desk = desk
        self.records = records
        nothing = Nothing(kind.nothing, f"Thêm {kind.one}", self.add)
        self.grid: Grid[R] = Grid(
            kind.name, kind.title, kind.columns, records, desk, nothing, kind.order
        )
        self.pane: RecordPane[T] = RecordPane(kind.fields, kind.face, desk.look)
        width = desk.look.of_screen(WIDTH, SHARE)
        self.sides = Sides(f"sides/{kind.name}", self.grid, self.pane, width, desk.memory)
        if desk.look.is_cramped:
            self.sides.fold()
        self._uid = ""
        self._turn = 0
        self._more: list[Callable[[], Mapping[str, Offer]]] = []
        self._lay_out()
        self._listen()
        self.grid.ask()

    def offers(self) -> Mapping[str, Offer]:
        none = f"Hãy chọn một {self.kind.one} trước."
        chosen = "" if self.grid.current else none
        return {
            "add": Offer(self.add),
            "change": Offer(self.change, chosen),
            "delete": Offer(self.delete, chosen),
            "save": Offer(self.save, "" if self.pane.is_dirty else "Không có gì chưa cất."),
            "copy_rows": Offer(self.grid.copy, chosen),
            "fold": Offer(self.sides.fold),
            **{name: offer for more in self._more for name, offer in more().items()},
        }

    def offer_more(self, offers: Callable[[], Mapping[str, Offer]]) -> None:
        """Have the commands of *offers* answered too, by what stands beside the form."""
        self._more.append(offers)

    def search(self, text: str) -> None:
        self.grid.search(text)

    def set_year(self, year: int | None) -> None:
        self.grid.set_year(year)

    def reveal(self, table: str, uid: str) -> None:
        self.grid.seek(uid)

    def reload(self) -> None:
        self.grid.reload()
        if self._uid and not self.pane.is_dirty:
            self._load(self._uid)

    def chosen_words(self) -> str:
        return self.grid.words(self.kind.one)

    def has_draft(self) -> bool:
        return self.pane.is_dirty or self.grid.has_unkept

    def keep_draft(self, then: Callable[[], None]) -> None:
        if self.grid.has_unkept:
            self.grid.go_to_unkept()
        elif self.pane.is_dirty:
            self._keep_form(then)
        else:
            then()

    def _keep_form(self, then: Callable[[], None]) -> None:
        if problems := self.pane.form.problems():
            self.pane.mark(problems)
            return
        draft = self.pane.form.draft()
        job = self.desk.write(lambda: self.records.save(draft))
        job.on(RuleError, self._mark)
        job.succeeded.connect(while_here(self, lambda _changed: self._saved(draft, then)))

    def drop_draft(self) -> None:
        self.grid.forget_unkept()
        self.pane.clear()
        self._load(self.grid.current)

    def add(self) -> None:
        """Begin a new record in the pane."""
        self._settle(self._begin)

    def change(self) -> None:
        """Go from the row to its form."""
        self.sides.unfold()
        self.pane.begin()

    def save(self) -> None:
        """Write what stands in the pane."""
        self._keep_form(self.grid.setFocus)

    def delete(self) -> None:
        """Delete the chosen records; asks when they are several."""
        if self.grid.drop_new():
            return
        uids = self.grid.selected()
        many = f"Xóa {grouped(len(uids))} dòng đang chọn?"
        choices = (Choice("delete", "Xóa"), Choice("keep", "Giữ lại"))
        detail = "Có thể lấy lại bằng Hoàn tác (Ctrl+Z)."
        if len(uids) == 1 or self.desk.prompts.ask(many, choices, detail) == "delete":
            job = self.desk.write(lambda: self.records.delete(uids))
            job.succeeded.connect(self._deleted)

    def resume(self, record: T, *, is_new: bool) -> None:
        """Show *record* as it is kept, to have what was typed once laid over it."""
        if is_new:
            self._show_new(record)
            return
        self._turn += 1
        self._uid = getattr(record, "uid", "")
        self.sides.unfold()
        self.pane.clear()
        self._show((self._turn, record))
        self.pane.go_to_page(0)
        self.grid.seek(self._uid)

    def _begin(self) -> None:
        job = self.desk.read(self.records.new)
        job.succeeded.connect(self._show_new)

    def _show_new(self, draft: T) -> None:
        self._turn += 1
        self._uid = ""
        self.sides.unfold()
        self.pane.show_new(draft)

    def _mark(self, error: RuleError) -> None:
        self.sides.unfold()
        self.pane.mark(error.problems)

    def _saved(self, draft: T, then: Callable[[], None]) -> None:
        self._uid = getattr(draft, "uid", "")
        self.pane.saved(draft)
        self.grid.reveal(self._uid)
        then()

    def _deleted(self, changed: Changed) -> None:
        if self._uid in changed.uids:
            self.pane.clear()

    def _go(self, uid: str) -> None:
        """Show the record of the row now in focus, once the draft of another is settled."""
        self.offers_changed.emit()
        if uid == self._uid or (not uid and self.pane.is_dirty):
            return
        if self.pane.is_dirty:
            self._settle(lambda: self._load(uid), self._back)
        else:
            self._load(uid)

    def _settle(self, then: Callable[[], None], stay: Callable[[], None] | None = None) -> None:
        """Ask what becomes of an open draft, then go on; *stay* when the officer does not."""
        if not self.pane.is_dirty:
            then()
            return
        answer = self.desk.prompts.ask(
            f"Phần đang sửa của {self.kind.one} này chưa cất.",
            (Choice("save", "Cất"), Choice("drop", "Bỏ phần đang sửa"), Choice("stay", "Ở lại")),
        )
        if answer == "save":
            self._keep_form(then)
        elif answer == "drop":
            self.pane.clear()
            then()
        elif stay:
            stay()

    def _back(self) -> None:
        if self._uid:
            self.grid.reveal(self._uid)

    def _load(self, uid: str) -> None:
        self._turn += 1
        self._uid = uid
        if not uid:
            self.pane.clear()
            return
        turn = self._turn
        job = self.desk.read(lambda: (turn, self.records.get(uid)))
        job.on(KeyError, self._gone)
        job.succeeded.connect(self._show)

    def _show(self, answer: tuple[int, T]) -> None:
        turn, record = answer
        if turn == self._turn and not self.pane.is_dirty:
            self.pane.show_record(record)

    def _gone(self, _error: KeyError) -> None:
        if not self.pane.is_dirty:
            self.pane.clear()

    def _hear(self, changed: Changed) -> None:
        if not changed.touches(*self.kind.tables):
            return
        self.grid.hear(changed)
        if self._uid in changed.uids:
            self._follow(self._uid)

    def _follow(self, uid: str) -> None:
        """Show the record anew, or below a draft of it: what was typed there stays typed."""
        if not self.pane.is_dirty:
            self._load(uid)
            return
        turn = self._turn
        job = self.desk.read(lambda: (turn, self.records.get(uid)))
        job.on(KeyError, self._gone)
        job.succeeded.connect(self._lay_below)

    def _lay_below(self, answer: tuple[int, T]) -> None:
        turn, record = answer
        if turn == self._turn and self.pane.is_dirty:
            self.pane.form.lay_below(record)

    def _drop_asked(self) -> None:
        if not self.pane.is_dirty:
            self.grid.setFocus()
            return
        choices = (Choice("drop", "Bỏ phần đang sửa"), Choice("stay", "Sửa tiếp"))
        if self.desk.prompts.ask("Bỏ phần đang sửa, chưa cất?", choices) == "drop":
            self.drop_draft()
            self.grid.setFocus()

    def _tell_chosen(self, *_said: Any) -> None:
        self.chosen.emit(self.chosen_words())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sides)
        actions = self.desk.actions
        self.grid.set_menu([actions[name] for name in ("change", "delete", "copy_rows")])
        self.setFocusProxy(self.grid)

    def _listen(self) -> None:
        self.grid.current_changed.connect(self._go)
        self.grid.selection_changed.connect(self._tell_chosen)
        self.grid.found.connect(self._tell_chosen)
        self.grid.activated.connect(lambda _uid: self.change())
        self.grid.filters_dropped.connect(self.conditions_dropped)
        self.pane.save_asked.connect(self.save)
        self.pane.drop_asked.connect(self._drop_asked)
        self.pane.fold_asked.connect(self.sides.fold)
        self.pane.dirty_changed.connect(lambda _on: self.offers_changed.emit())
        self.desk.bus.changed.connect(self._hear)
