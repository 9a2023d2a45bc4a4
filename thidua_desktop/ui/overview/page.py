"""The first tab: what is due and late, what the year counts, how safe the file is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.dates import show_date
from thidua_desktop.services.overview import Overview
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.overview import told
from thidua_desktop.ui.overview.card import Card
from thidua_desktop.ui.overview.entries import Command, Leads, Record, Told
from thidua_desktop.ui.page import Page, Sought

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TABLES = (
    *("office", "plan", "plan_task", "task_unit", "cluster", "cluster_member"),
    *("dossier", "nomination", "award", "report"),
)


def make(services: "Services", desk: Desk) -> "OverviewPage":
    """Return the tab over *services*."""
    return OverviewPage(services, desk)


class OverviewPage(Page):
    """Numbers and days as they are now; asked again when something of theirs changed.

    While another tab is in front nothing is asked: it is when one comes back.
    """

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._desk = desk
        self._year: int | None = None
        self._turn = 0
        self._is_stale = True
        self._title, self._line = QLabel(), QLabel()
        self.cards = {name: Card(desk.look) for name in _CARDS}
        self._lay_out()
        for card in self.cards.values():
            card.followed.connect(self._follow)
        desk.bus.changed.connect(self._hear)
        desk.bus.backed_up.connect(self._ask)
        desk.look.changed.connect(self._dress)

    def set_year(self, year: int | None) -> None:
        if year != self._year:
            self._year = year
            self._ask()

    def reload(self) -> None:
        self._is_stale = False
        self._turn += 1
        turn, year, overview = self._turn, self._year, self._services.overview
        job = self._desk.read(lambda: (turn, overview.of(year)))
        job.succeeded.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()  # Letters given before the window's style sheet applied are lost.
        if self._is_stale:
            self.reload()

    def _ask(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def _show(self, answer: tuple[int, Overview]) -> None:
        turn, now = answer
        if turn != self._turn:
            return
        self._title.setText(now.office.name or "Cơ quan chưa có tên")
        sample = " · Tệp mẫu: người và số liệu đặt ra" if now.office.is_sample else ""
        self._line.setText(f"Năm {now.year} · Hôm nay {show_date(now.today.isoformat())}{sample}")
        for name, say in _CARDS.items():
            is_quiet = now.is_new and name not in ("start", "safety")
            self.cards[name].show_told(Told("") if is_quiet else say(now))

    def _follow(self, leads: Leads) -> None:
        """Go where a line leads: to rows, to one record, or to a command."""
        if isinstance(leads, Sought):
            self._desk.bus.sought.emit(leads)
        elif isinstance(leads, Record):
            self._desk.bus.wanted.emit(leads.table, leads.uid)
        elif isinstance(leads, Command):
            self._run(self._desk.actions[leads.name])

    def _run(self, action: QAction) -> None:
        """Do what a line offers, or say why it cannot be done now."""
        if action.isEnabled():
            action.trigger()
        else:
            self._desk.prompts.tell(action.statusTip())

    def _hear(self, changed: Changed) -> None:
        if changed.touches(*_TABLES):
            self._ask()

    def _dress(self) -> None:
        self._title.setFont(self._desk.look.font(sizes.TITLE_POINTS, bold=True))

    def _lay_out(self) -> None:
        self._title.setWordWrap(True)
        self._line.setProperty("tone", "muted")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(sizes.GROUP, sizes.GAP, sizes.GROUP, sizes.GROUP)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(sizes.SPACE)
        sides = QHBoxLayout()
        sides.setSpacing(sizes.GROUP)
        for names, share in ((_LEFT, 3), (_RIGHT, 2)):
            sides.addLayout(_stack([self.cards[name] for name in names]), share)
        column.addLayout(sides)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Tổng quan")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(scroll)


def _stack(cards: list[Card]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(sizes.GROUP)
    for card in cards:
        column.addWidget(card)
    column.addStretch()
    return column


_LEFT = ("start", "tasks", "dossiers", "nominations")
_RIGHT = ("titles", "levels", "reports", "safety")
_CARDS: dict[str, Callable[[Overview], Told]] = {
    "start": told.start,
    "tasks": told.tasks,
    "dossiers": told.dossiers,
    "reports": told.reports,
    "titles": told.titles,
    "levels": told.levels,
    "nominations": told.nominations,
    "safety": told.safety,
}
