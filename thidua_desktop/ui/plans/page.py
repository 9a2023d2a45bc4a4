"""The tab of plans: years at the left; the tasks of one by quarter, or its paper."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.plans import Plan, plan_problems
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Offer, Page
from thidua_desktop.ui.papers.incoming import Incoming
from thidua_desktop.ui.papers.outgoing import EXCEL, Outgoing
from thidua_desktop.ui.papers.panes import PlacesOfPaper
from thidua_desktop.ui.papers.paper_page import PaperPage
from thidua_desktop.ui.plans.fields import PLAN
from thidua_desktop.ui.plans.kept import LIVE_TABLES, KeptPlans
from thidua_desktop.ui.plans.tasks import TasksPage
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.placed_page import PlacedPage, not_yet
from thidua_desktop.ui.widgets.places import Place, Places
from thidua_desktop.ui.widgets.reading_only import kept_from_writing, why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TASKS, _PAPER = "tasks", "paper"


def make(services: "Services", desk: Desk) -> "PlansPage":
    """Return the tab over *services*."""
    return PlansPage(services, desk)


class PlansPage(PlacedPage):
    """Yearly plans. Each has two places: its tasks, and the paper it makes."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__("plans", desk)
        self._services = services
        self._year: int | None = None
        self._plans: dict[str, Plan] = {}
        self._wanted = ""
        self._at = ("", _TASKS)
        self._out = Outgoing(desk, self)
        self._incoming = Incoming("plan", services.importing, desk, self)
        self._new = QAction("Kế hoạch mới", self)
        self.places = Places("Kế hoạch", desk.look, self._new)
        self.tasks = TasksPage(services, desk)
        self.paper: PaperPage[Plan] = PaperPage(
            "plans", "kế hoạch", KeptPlans(services), PLAN, desk, LIVE_TABLES
        )
        self._why = why_not(services.file.is_read_only)
        self.paper.set_read_only(self._why)
        self._left = PlacesOfPaper(self.places, self.paper.bench, desk)
        self._empty = EmptyState(desk.look)
        self._pages = QStackedWidget()
        for page in (self._empty, self.tasks, self.paper):
            self._pages.addWidget(page)
        self.place(self._left, self._pages)
        self._listen()
        self._list()

    @property
    def inner(self) -> Page:
        return self.paper if self._at[1] == _PAPER else self.tasks

    def offers(self) -> Mapping[str, Offer]:
        offers = {"import": Offer(self.bring_in)}
        if not self._at[0]:
            none = "Hãy lập hoặc chọn một kế hoạch trước."
            offers |= {**not_yet(none), "add": Offer(self.add_plan)}
        elif self.inner is self.tasks:
            own = {"export": Offer(self.export), "print": Offer(self.print)}
            offers |= {**self.inner.offers(), **own}
        else:
            there = "Hãy sang chỗ “Nhiệm vụ” của kế hoạch trước."
            away = {name: Offer(self.reload, there) for name in ("add", "delete", "copy_rows")}
            offers |= {**away, **self.inner.offers()}
        return kept_from_writing(offers, self._why)

    def set_year(self, year: int | None) -> None:
        self._year = year
        self._show_places()

    def reload(self) -> None:
        self._list()
        self.inner.reload()

    def add_plan(self) -> None:
        """Ask for a year and begin its plan."""
        self.settle(self._ask_now, self._back)

    def bring_in(self) -> None:
        """Ask for the file of a plan and take it in."""
        self.settle(self._incoming.ask, self._back)

    def export(self) -> None:
        """Write the tasks to a workbook."""
        exporting, year = self._services.exporting, self._plans[self._at[0]].year
        self._out.save(
            f"Xuất nhiệm vụ năm {year}",
            f"nhiem-vu-{year}.xlsx",
            (EXCEL,),
            lambda path, ticket: exporting.plan(path, year, ticket),
        )

    def print(self) -> None:
        """Show the plan as a paper, to be printed."""
        exporting, year = self._services.exporting, self._plans[self._at[0]].year
        self._out.preview(
            f"Kế hoạch năm {year}",
            f"ke-hoach-{year}.pdf",
            lambda path, ticket: exporting.plan_paper(path, year, ticket),
        )

    def _ask_now(self) -> None:
        job = self.desk.read(lambda: self._services.office.now)
        job.succeeded.connect(self._ask_for_plan)

    def _ask_for_plan(self, now: datetime) -> None:
        taken = {plan.year for plan in self._plans.values()}
        year = self._year or now.year
        usual = Plan(year=year + 1 if year in taken else year)
        dialog = FormDialog(
            "Kế hoạch mới", "Lập kế hoạch", PLAN[:1], usual, plan_problems, self.desk.look, self
        )
        wanted = dialog.answer(self.desk.prompts)
        if wanted is not None:
            plans, year = self._services.plans, wanted.year
            job = self.desk.write(lambda: plans.save_plan(plans.new_plan(year)))
            job.succeeded.connect(self._go_to_new)

    def _go_to_new(self, changed: Changed) -> None:
        self._wanted = next(iter(changed.rows.get("plan", ())), "")
        self._list()

    def _list(self) -> None:
        self.desk.read(self._services.plans.all).succeeded.connect(self._show)

    def _show(self, plans: list[Plan]) -> None:
        self._plans = {plan.uid: plan for plan in plans}
        self._show_places()

    def _show_places(self) -> None:
        shown = [plan for plan in self._plans.values() if self._year in (None, plan.year)]
        self.places.show_places([place for plan in shown for place in _places(plan)])
        if self._wanted in self._plans:
            self.places.stand_on(_key(self._wanted, _TASKS))
            self._wanted = ""
        elif self.has_draft():
            self._back()
        if not self.has_draft():
            self._open(self.places.current)

    def _go(self, key: str) -> None:
        self.settle(lambda: self._open(key), self._back)

    def _back(self) -> None:
        self.places.stand_on(_key(*self._at))

    def _open(self, key: str) -> None:
        uid, _, what = key.partition("/")
        self._at = (uid, what or _TASKS)
        self.places.stand_on(key)
        self.tasks.show_plan(self._plans.get(uid))
        is_paper = self._at[1] == _PAPER and uid in self._plans
        if is_paper and uid != self.paper.bench.uid:
            self.paper.bench.show_paper(uid)
        self._left.outline.setVisible(is_paper)
        self._pages.setCurrentWidget(self.inner if uid in self._plans else self._empty)
        self._say_empty()
        self.chosen.emit(self.chosen_words())
        self.offers_changed.emit()

    def _say_empty(self) -> None:
        year = f" năm {self._year}" if self._year is not None else " nào"
        words = f"Chưa có kế hoạch{year}. Lập mới, hoặc nhập từ tệp Word đã có."
        self._empty.say(words, "Kế hoạch mới", self.add_plan, "clipboard-list")

    def _hear(self, changed: Changed) -> None:
        if changed.touches("plan"):
            self._list()
        if changed.touches("plan", "plan_task", "task_unit", "block"):
            self.paper.reload()

    def _listen(self) -> None:
        self.follow(self.tasks)
        self.follow(self.paper)
        self._new.triggered.connect(self.add_plan)
        self._new.setIcon(self.desk.look.icon("plus"))
        self._new.setEnabled(not self._why)
        self._new.setToolTip(self._why or "Lập kế hoạch của một năm")
        self.places.chosen.connect(self._go)
        self._incoming.taken.connect(self._go_to_new)
        self.desk.bus.changed.connect(self._hear)


def _places(plan: Plan) -> list[Place]:
    return [
        Place("", f"Năm {plan.year}"),
        Place(_key(plan.uid, _TASKS), "    Nhiệm vụ", f"Nhiệm vụ năm {plan.year} theo quý"),
        Place(_key(plan.uid, _PAPER), "    Văn bản", f"Văn bản kế hoạch năm {plan.year}"),
    ]


def _key(uid: str, what: str) -> str:
    return f"{uid}/{what}"
