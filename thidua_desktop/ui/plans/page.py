"""The tab of plans: years at the left; of one its tasks by quarter, its paper or its clusters."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.plans import Shelved
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page, Sought
from thidua_desktop.ui.papers.incoming import Incoming, is_paper
from thidua_desktop.ui.papers.intake_dialog import Period
from thidua_desktop.ui.papers.outgoing import EXCEL, Outgoing
from thidua_desktop.ui.papers.panes import PlacesOfPaper
from thidua_desktop.ui.plans.clusters import ON_CLUSTER, TABLES, ClustersPage
from thidua_desktop.ui.plans.contents import Contents
from thidua_desktop.ui.plans.places import ALL, Spot, spot
from thidua_desktop.ui.plans.plan_work import PlanWork
from thidua_desktop.ui.plans.pledges import PledgesPage
from thidua_desktop.ui.plans.year_pages import YearPages
from thidua_desktop.ui.widgets.placed_page import PlacedPage, not_yet
from thidua_desktop.ui.widgets.places import Places
from thidua_desktop.ui.widgets.reading_only import kept_from_writing, why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_ON_PLAN = ("plan_facts", "take_over", "delete_plan", "new_plan")
_HEIGHTS = (200, 260)  # Of the places, a year with its quarters, and of the headings of a paper.
_ELSEWHERE = "Hãy sang nhiệm vụ của kế hoạch trước."
_OFF_CLUSTERS = "Hãy sang “Cụm, khối thi đua” ở bên trái trước."
_OFF_PLEDGES = "Hãy sang “Đăng ký thi đua” ở bên trái trước."
_NO_PLAN = "Hãy lập hoặc chọn một kế hoạch trước."
_ON_TASKS = ("add", "delete", "copy_rows", "finish")


def make(services: "Services", desk: Desk) -> "PlansPage":
    """Return the tab over *services*."""
    return PlansPage(services, desk)


class PlansPage(PlacedPage):
    """Yearly plans: the tasks of a year or quarter, the paper the plan makes, and the clusters."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__("plans", desk)
        self._services = services
        self._year: int | None = None
        self._contents = Contents()
        self._wanted, self._wanted_year, self._wants_paper = "", 0, False
        self._wanted_cluster = ""
        self._at = Spot()
        self._why = why_not(services.file.is_read_only)
        self._out = Outgoing(desk, self)
        self._incoming = Incoming("plan", services.importing, desk, self)
        self._work = PlanWork(services, desk, self)
        on_plan = [desk.actions[name] for name in _ON_PLAN]
        self.places = Places("Kế hoạch", desk.look, desk.actions["new_plan"])
        self._pages = YearPages(services, desk, on_plan, self._why)
        self.tasks, self.paper = self._pages.tasks, self._pages.paper
        self._left = PlacesOfPaper(self.places, self.paper.bench, desk)
        self._left.setSizes([desk.look.px(height) for height in _HEIGHTS])
        self.place(self._left, self._pages)
        self.tasks.head.stand_between(self.places, self.tasks.grid)
        self._listen()
        self._list()

    @property
    def inner(self) -> Page:
        return self._pages.page_at(self._at)

    @property
    def clusters(self) -> ClustersPage:
        """Return the page of clusters."""
        return self._pages.clusters

    @property
    def pledges(self) -> PledgesPage:
        """Return the page of what units registered."""
        return self._pages.pledges

    def offers(self) -> Mapping[str, Offer]:
        here = self._here
        none = "" if here else _NO_PLAN
        offers = {
            "import": Offer(self.bring_in),
            "new_plan": Offer(self.add_plan),
            "plan_facts": Offer(self.describe, none),
            "take_over": Offer(self.take_over, none),
            "delete_plan": Offer(self.delete_plan, none),
        }
        offers |= {name: Offer(self.reload, none or _OFF_CLUSTERS) for name in ON_CLUSTER}
        offers["not_pledged"] = Offer(self.reload, none or _OFF_PLEDGES)
        if not here:
            on_tasks = {name: Offer(self.add_plan, none) for name in _ON_TASKS}
            offers |= {**not_yet(none), **on_tasks, "add": Offer(self.add_plan)}
        elif self.inner is self.tasks:
            own = {"export": Offer(self.export), "print": Offer(self.print)}
            offers |= {**self.inner.offers(), **own}
        else:
            away = (*_ON_TASKS, "export", "print")
            offers |= {name: Offer(self.reload, _ELSEWHERE) for name in away}
            offers |= self.inner.offers()
        offers = kept_from_writing(offers, self._why)
        if self._why:
            offers |= {name: Offer(offers[name].run, self._why) for name in _ON_PLAN}
        return offers

    def set_year(self, year: int | None) -> None:
        self._year = year
        self._show_places()

    def reload(self) -> None:
        self._list()
        self.inner.reload()

    def reveal(self, table: str, uid: str) -> None:
        if table in TABLES:
            self._wanted_cluster = uid
            self.settle(self._list, self._back)
            return
        if table in ("plan", "plan_text"):
            self._wants_paper = table == "plan_text"
            self.settle(lambda: self._come_to(uid), self._back)
        else:
            job = self.desk.read(lambda: (self._services.plans.get(uid).plan_uid, uid))
            job.on(KeyError, self._stay)
            job.succeeded.connect(self._reveal_task)

    def show_sought(self, sought: Sought) -> None:
        self.settle(lambda: self._show_year(sought), self._back)

    def add_plan(self) -> None:
        """Ask for a year and begin its plan."""
        self.settle(lambda: self._work.begin(self._year, self._contents.years), self._back)

    def describe(self) -> None:
        """Ask for number, day, subject and signer of the plan one is in."""
        plan = self._plan
        self.settle(lambda: self._work.describe(plan, self._contents.years), self._back)

    def take_over(self) -> None:
        """Ask which tasks of the plan one is in go into another year."""
        year, years = self._plan.year, self._contents.years
        self.settle(lambda: self._work.take_over(year, year + 1, years), self._back)

    def take_over_from(self, before: int) -> None:
        """Ask which tasks of the plan of *before* go into the plan one is in."""
        after, years = self._plan.year, self._contents.years
        self.settle(lambda: self._work.take_over(before, after, years), self._back)

    def delete_plan(self) -> None:
        """Delete the plan one is in, after a question."""
        if here := self._here:
            self.settle(lambda: self._work.delete(here), self._back)

    def take_in(self, paths: Sequence[Path]) -> bool:
        if self._why or not is_paper(paths):
            return False
        self.settle(lambda: self._incoming.take_file(paths[0]), self._back)
        return True

    def bring_in(self) -> None:
        """Ask for the file of a plan and take it in."""
        self.settle(self._incoming.ask, self._back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Before the year has a plan, pasting takes one in, as copied from Word."""
        is_paste = event.matches(QKeySequence.StandardKey.Paste)
        data = QGuiApplication.clipboard().mimeData()
        has_words = data.hasHtml() or bool(data.text().strip())
        if not (is_paste and has_words) or self._why or self._here:
            super().keyPressEvent(event)
            return
        period = Period(self._year or 0)
        self.settle(lambda: self._incoming.take_pasted(data, period), self._back)

    def export(self) -> None:
        """Write the tasks to a workbook."""
        exporting, year = self._services.exporting, self._plan.year
        self._out.save(
            f"Xuất nhiệm vụ năm {year}",
            f"nhiem-vu-{year}.xlsx",
            (EXCEL,),
            lambda path, ticket: exporting.plan(path, year, ticket),
        )

    def print(self) -> None:
        """Show the plan as a paper, to be printed."""
        exporting, year = self._services.exporting, self._plan.year
        self._out.preview(
            f"Kế hoạch năm {year}",
            f"ke-hoach-{year}.pdf",
            lambda path, ticket: exporting.plan_paper(path, year, ticket),
        )

    @property
    def _here(self) -> Shelved | None:
        """Return the plan one is in."""
        return self._contents.get(self._at.plan)

    @property
    def _plan(self) -> Plan:
        """Return the plan one is in, where there is one."""
        if (here := self._here) is None:
            raise KeyError(self._at.plan)
        return here.plan

    def _list(self) -> None:
        plans, clusters = self._services.plans, self._services.clusters
        pledges = self._services.pledges
        job = self.desk.read(lambda: Contents(plans.shelf(), clusters.shelf(), pledges.sent()))
        job.succeeded.connect(self._show)

    def _show(self, answer: Contents) -> None:
        self._contents = answer
        self._wanted_year = self._wanted_year or answer.year_of(self._wanted_cluster, self._at.plan)
        if self._wanted_year and (found := answer.of_year(self._wanted_year)):
            self._wanted, self._wanted_year = found[0].plan.uid, 0
        self._show_places()

    def _show_places(self) -> None:
        """Show the years there are; one stays where one is as long as that is there."""
        wanted = self._contents.get(self._wanted)
        if wanted and self._year not in (None, wanted.plan.year):
            self._year = None
            self.conditions_dropped.emit()
        shown = self._contents.of_year(self._year)
        uids = [each.plan.uid for each in shown]
        if wanted:
            self._at, self._wanted = Spot(wanted.plan.uid, is_paper=self._wants_paper), ""
            self._wants_paper = False
        elif not self.has_draft() and self._at.plan not in uids:
            self._at = Spot(uids[0]) if uids else Spot()
        rolls = self._contents.rolls(self._at.plan)
        self._at = self._within(self._at, [roll.cluster.uid for roll in rolls])
        self.places.show_places(self._contents.places(shown, self._at.plan))
        self._stand()

    def _within(self, at: Spot, clusters: list[str]) -> Spot:
        """Return *at*, or the cluster that is wanted; from one that is gone, all of them."""
        if self._wanted_cluster in clusters:
            wanted, self._wanted_cluster = self._wanted_cluster, ""
            return Spot(at.plan, cluster=wanted)
        is_gone = at.cluster not in ("", ALL, *clusters)
        return Spot(at.plan, cluster=ALL) if is_gone else at

    def _go(self, key: str) -> None:
        self.settle(lambda: self._open(spot(key)), self._back)

    def _back(self) -> None:
        self.places.stand_on(self._at.key)

    def _stay(self, _error: KeyError) -> None:
        """Stay where one is: the task asked for is gone."""

    def _open(self, at: Spot) -> None:
        """Go to *at*; another year is opened in the list, the one before is closed."""
        is_other, self._at = at.plan != self._at.plan, at
        if is_other:
            self._show_places()
        else:
            self._stand()

    def _stand(self) -> None:
        """Show the page of the place one is at."""
        at, here = self._at, self._here
        self._back()
        self._pages.stand(at, here, self._contents.clusters, self._contents.earlier(at.plan))
        self._left.outline.setVisible(bool(here) and at.is_paper)
        if self._contents.plans:  # Before the plans are read, the page itself waits with the focus.
            self.setFocusProxy(self.inner if here else self.places)
        self._say_empty()
        self.chosen.emit(self.chosen_words())
        self.offers_changed.emit()

    def _come_to(self, uid: str) -> None:
        self._wanted = uid
        self._list()

    def _reveal_task(self, answer: tuple[str, str]) -> None:
        plan, uid = answer
        self.settle(lambda: self._come_to_task(plan, uid), self._back)

    def _come_to_task(self, plan: str, uid: str) -> None:
        self._come_to(plan)
        self.tasks.reveal("plan_task", uid)

    def _show_year(self, sought: Sought) -> None:
        """Show the tasks of the year sought that meet its conditions."""
        self._year = sought.year
        if self._at != Spot(self._at.plan):
            self._at = Spot(self._at.plan)
        self._show_places()
        self.tasks.show_sought(sought)

    def _come_to_taken(self, changed: Changed) -> None:
        uid = next(iter(changed.rows.get("plan", ())), "")
        self._come_to(uid)
        self._pages.cluster_work.offer(uid)

    def _come_to_cluster(self, uid: str) -> None:
        self._wanted_cluster = uid
        self._list()

    def _come_to_year(self, year: int) -> None:
        self._wanted_year = year
        self._list()

    def _say_empty(self) -> None:
        year = f" năm {self._year}" if self._year is not None else " nào"
        words = f"Chưa có kế hoạch{year}. Lập mới, nhập từ tệp Word, hoặc dán từ Word (Ctrl+V)."
        button = "" if self._why else "Kế hoạch mới"
        self._pages.empty.say(words, button, self.add_plan, "clipboard-list")

    def _hear(self, changed: Changed) -> None:
        if changed.touches("plan", "plan_task", "pledge", *TABLES):
            self._list()
        if changed.touches("plan", "plan_task", "task_unit", "block"):
            self.paper.reload()

    def _take_in(self, page: Page) -> None:
        """Follow a page made just now."""
        self.follow(page)
        self.grown.emit(page)

    def _listen(self) -> None:
        self.follow(self.tasks)
        self.follow(self.paper)
        self.places.chosen.connect(self._go)
        self.tasks.head.earlier_asked.connect(self.take_over_from)
        self._incoming.taken.connect(self._come_to_taken)
        self._work.made.connect(self._come_to_year)
        self._pages.cluster_work.made.connect(self._come_to_cluster)
        self._pages.grown.connect(self._take_in)
        self.desk.bus.changed.connect(self._hear)
