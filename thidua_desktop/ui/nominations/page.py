"""The tab of nominations: units and their dossiers at the left, what lies in them beside."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.nominations import STATES, Dossier, dossier_problems
from thidua_desktop.services.dossiers import NeededPaper, Shelf
from thidua_desktop.services.time_limits import Limit
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.nominations.checking import ListChecking, Standing
from thidua_desktop.ui.nominations.dossier_fields import dossier_fields
from thidua_desktop.ui.nominations.dossier_work import DossierWork
from thidua_desktop.ui.nominations.head import Head
from thidua_desktop.ui.nominations.list import NominationsList
from thidua_desktop.ui.nominations.places import ALL, NO_DOSSIER, Where, key_of, places, where
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Sought
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.placed_page import PlacedPage
from thidua_desktop.ui.widgets.places import Places

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_ON_CHOSEN = ("set_state", "move", "enter")


def make(services: "Services", desk: Desk) -> "NominationsPage":
    """Return the tab over *services*."""
    return NominationsPage(services, desk)


class NominationsPage(PlacedPage):
    """Dossiers by unit; a dossier is written in a small dialog, its nominations in the form."""

    list_kind = "nominations"

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__("nominations", desk)
        self._services = services
        self._year: int | None = None
        self._at, self._wanted = ALL, ""
        self._shelf = Shelf((), {})
        self.list = NominationsList(services, desk)
        self.work = DossierWork(services, desk, self)
        self._make_actions()
        self.places = Places("Hồ sơ", desk.look, self._new)
        on_chosen = [desk.actions[name] for name in _ON_CHOSEN]
        actions = desk.actions
        on_dossier = (
            *(actions["dossier_state"], self._change, self._course),
            *(actions["appraisal"], actions["sent_back"], self._delete),
        )
        buttons = (actions["check"], self._papers)
        self.head = Head(buttons, on_dossier, on_chosen, desk.look)
        self.checking = ListChecking(
            services, desk, self.list, self.head, self._standing, self._settle, self
        )
        self.list.add_above(self.head)
        self._empty = EmptyState(desk.look)
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # Until it is known where one is; a list unseen asks not.
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        self._empty.say(
            "Chưa có hồ sơ, đề nghị khen thưởng nào. Bắt đầu bằng hồ sơ mà một đơn vị nộp.",
            "" if self.list.why_read_only else "Thêm hồ sơ",
            self.add_dossier,
            "file-text",
        )
        self.place(self.places, self._pages)
        self.setFocusProxy(self.list)
        self._listen()
        self._ask()

    @property
    def inner(self) -> NominationsList:
        return self.list

    def offers(self) -> Mapping[str, Offer]:
        offers = dict(self.list.offers())
        add = offers["add"]
        no_dossier = "" if self._where.dossier else NO_DOSSIER
        return {
            **offers,
            **self.checking.offers(),
            "add": Offer(self.add, add.why_not),
            "dossier_state": Offer(self.set_state, self.list.why_read_only or no_dossier),
        }

    def add(self) -> None:
        """Begin a new nomination, in the dossier one is in."""
        self._pages.setCurrentWidget(self.list)
        self.list.add()

    def set_state(self) -> None:
        """Ask for another state of the dossier one is in."""
        if row := self._where.dossier:
            self.work.set_state(row)

    def show_course(self) -> None:
        """Show the states that the dossier one is in went through."""
        if row := self._where.dossier:
            self.work.show_course(row)

    def set_year(self, year: int | None) -> None:
        if year != self._year:
            self._year = year
            self.checking.counting.end()
            self._ask()

    def reload(self) -> None:
        self._ask()
        self.list.reload()

    def reveal(self, table: str, uid: str) -> None:
        is_dossier = table == "dossier"
        if not is_dossier and uid in self.list.grid.model.uids:
            self._settle(lambda: self.list.reveal(table, uid))
            return
        self.settle(lambda: self._open(key_of(uid) if is_dossier else ALL), self._back)
        if not is_dossier:
            self.list.reveal(table, uid)

    def show_sought(self, sought: Sought) -> None:
        self._open(ALL)
        self.list.show_sought(sought)

    def add_dossier(self) -> None:
        """Ask for a new dossier and keep it."""
        year = self._year
        known = {} if year is None else {"year": year}
        dossiers = self._services.dossiers
        job = self.desk.read(lambda: (dossiers.new(**known), dossiers.limits()))
        job.succeeded.connect(while_here(self, lambda found: self._write("Hồ sơ mới", *found)))

    def change_dossier(self) -> None:
        """Ask for changes of the dossier one is in and keep them."""
        if row := self._where.dossier:
            dossiers = self._services.dossiers
            job = self.desk.read(lambda: (dossiers.get(row.uid), dossiers.limits(row.received)))
            job.succeeded.connect(while_here(self, lambda found: self._write("Sửa hồ sơ", *found)))

    def delete_dossier(self) -> None:
        """Delete the dossier one is in; asks what becomes of its nominations."""
        if row := self._where.dossier:
            self.work.delete(row, self.drop_draft)

    def show_papers(self) -> None:
        """Show the papers of the dossier one is in, and keep what is ticked."""
        if row := self._where.dossier:
            self.work.show_papers(row)

    def _stay(self) -> None:
        """Leave the draft as it is, and all else too."""

    @property
    def _where(self) -> Where:
        return where(self._shelf, self._at)

    def _standing(self) -> Standing:
        return Standing(self._at, self._where, self._year)

    def _settle(self, then: Callable[[], None]) -> None:
        self.settle(then, self._stay)

    def _write(self, title: str, dossier: Dossier, limits: Sequence[Limit]) -> None:
        fields = dossier_fields(self.list.suggesting, self.desk, limits)
        look = self.desk.look
        dialog = FormDialog(title, "Cất", fields, dossier, dossier_problems, look, self)
        kept = dialog.answer(self.desk.prompts)
        if kept is not None:
            self._wanted = key_of(kept.uid)
            self.desk.write(lambda: self._services.dossiers.save(kept)).on(RuleError, self._tell)

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self.desk.prompts.tell(words, "Hồ sơ được giữ nguyên như trước.")

    def _ask(self) -> None:
        year = self._year
        job = self.desk.read(lambda: (year, self._services.dossiers.shelf(year)))
        job.succeeded.connect(self._show)

    def _show(self, answer: tuple[int | None, Shelf]) -> None:
        year, self._shelf = answer
        if year != self._year:
            return
        self.places.show_places(places(self._shelf))
        for key in (self._at, self._wanted):
            if key in self.places.keys:
                self.places.stand_on(key)
        if self._wanted in self.places.keys:
            self._wanted = ""
        self._open(self.places.current)
        is_empty = self._shelf.is_new and not self.has_draft()
        self._pages.setCurrentWidget(self._empty if is_empty else self.list)

    def _go(self, key: str) -> None:
        self.settle(lambda: self._open(key), self._back)

    def _back(self) -> None:
        self.places.stand_on(self._at)

    def _open(self, key: str) -> None:
        """Show what stands at *key*; a dossier with all of it, whatever the year."""
        is_other, self._at = key != self._at, key
        self.places.stand_on(key)
        here = self._where
        self.list.set_year(None if here.dossier else self._year)
        if is_other:
            self.checking.counting.end()
            self.list.show_place(here.conditions, here.known)
        self.head.show_where(here)
        self.offers_changed.emit()
        if row := here.dossier:
            uid = row.uid
            job = self.desk.read(lambda: (uid, self._services.dossiers.papers(uid)))
            job.on(KeyError, self._forget)
            job.succeeded.connect(self._say_papers)

    def _forget(self, _gone: KeyError) -> None:
        """The dossier went meanwhile; the list of places is on its way."""

    def _say_papers(self, answer: tuple[str, list[NeededPaper]]) -> None:
        uid, needed = answer
        if self._where.dossier and self._where.dossier.uid == uid:
            there = sum(each.paper.is_there for each in needed)
            count = f" {there}/{len(needed)}" if needed else ""
            self._papers.setText(f"Giấy tờ{count}…")

    def _narrow(self, state: str) -> None:
        words = f"Tình trạng: {STATES.get(state, state)}"
        self.list.filters.put(Filter("state", state, "is"), words)

    def _forget_year(self) -> None:
        """The officer dropped all conditions in the list, the year among them."""
        self.set_year(None)

    def _hear(self, changed: Changed) -> None:
        if changed.touches("dossier", "nomination", "dossier_paper"):
            self._ask()

    def _make_actions(self) -> None:
        look, why = self.desk.look, self.list.why_read_only
        self._new = QAction("Hồ sơ mới", self)
        self._papers = QAction("Giấy tờ…", self)
        self._change = QAction("Sửa hồ sơ…", self)
        self._delete = QAction("Xóa hồ sơ…", self)
        self._course = QAction("Quá trình…", self)  # Looking harms no file.
        self._course.triggered.connect(self.show_course)
        look.mark(self._course, "history")
        for action, icon, run in (
            (self._new, "plus", self.add_dossier),
            (self._papers, "clipboard-list", self.show_papers),
            (self._change, "pencil", self.change_dossier),
            (self._delete, "trash-2", self.delete_dossier),
        ):
            action.triggered.connect(run)
            look.mark(action, icon)
            action.setEnabled(not why)
            if why:
                action.setToolTip(why)

    def _listen(self) -> None:
        self.follow(self.list)
        self.list.conditions_dropped.connect(self._forget_year)
        self.places.chosen.connect(self._go)
        self.places.entered.connect(self.setFocus)
        self.head.state_asked.connect(self._narrow)
        self.desk.bus.changed.connect(self._hear)
