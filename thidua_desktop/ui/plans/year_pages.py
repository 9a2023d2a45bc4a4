"""The pages of a year in the tab of plans: tasks, paper, clusters, what units registered.

Those that few years need are made when they are first wanted. Knows no list of places.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.clusters import Shelf
from thidua_desktop.services.plans import Shelved
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.papers.paper_page import PaperPage
from thidua_desktop.ui.plans.cluster_work import ClusterWork
from thidua_desktop.ui.plans.clusters import ClustersPage
from thidua_desktop.ui.plans.fields import PLAN
from thidua_desktop.ui.plans.kept import LIVE_TABLES, KeptPlans
from thidua_desktop.ui.plans.places import Spot
from thidua_desktop.ui.plans.pledges import PledgesPage
from thidua_desktop.ui.plans.tasks import TasksPage
from thidua_desktop.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


class YearPages(QStackedWidget):
    """One page in front, by the spot one is at; `grown` tells of a page made just now."""

    grown = Signal(QWidget)

    def __init__(
        self, services: "Services", desk: Desk, on_plan: Sequence[QAction], why_read_only: str
    ) -> None:
        super().__init__()
        self._services = services
        self._desk = desk
        self._clusters: ClustersPage | None = None
        self._pledges: PledgesPage | None = None
        self.cluster_work = ClusterWork(services, desk, self)
        self.empty = EmptyState(desk.look)
        self.tasks = TasksPage(services, desk, on_plan)
        self.paper: PaperPage[Plan] = PaperPage(
            "plans", "kế hoạch", KeptPlans(services), PLAN, desk, LIVE_TABLES
        )
        self.paper.set_read_only(why_read_only)
        for page in (self.empty, self.tasks, self.paper):
            self.addWidget(page)

    @property
    def clusters(self) -> ClustersPage:
        """Return the page of clusters."""
        if self._clusters is None:
            made = ClustersPage(self._services, self._desk, self.cluster_work)
            self._clusters = made
            self._take_in(made)
        return self._clusters

    @property
    def pledges(self) -> PledgesPage:
        """Return the page of what units registered."""
        if self._pledges is None:
            self._pledges = PledgesPage(self._services, self._desk)
            self._take_in(self._pledges)
        return self._pledges

    def page_at(self, at: Spot) -> Page:
        """Return the page of a spot."""
        if at.cluster:
            return self.clusters
        if at.is_pledges:
            return self.pledges
        return self.paper if at.is_paper else self.tasks

    def stand(self, at: Spot, here: Shelved | None, clusters: Shelf, earlier: int) -> None:
        """Show the spot *at* of the plan *here*; None: there is no plan.

        *earlier*: the year whose tasks are offered to a plan without any, 0 for none.
        """
        self.tasks.show_plan(here, at.quarter, earlier)
        if here is None:
            self.setCurrentWidget(self.empty)
            return
        if at.cluster:
            self.clusters.show_year(clusters, here.plan.year, at.cluster)
        elif at.is_pledges:
            self.pledges.show_year(here.plan.year)
        elif at.is_paper and at.plan != self.paper.bench.uid:
            self.paper.bench.show_paper(at.plan)
        self.setCurrentWidget(self.page_at(at))

    def _take_in(self, page: Page) -> None:
        self.addWidget(page)
        self.grown.emit(page)
