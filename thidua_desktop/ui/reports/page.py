"""The tab of reports: the list by period, the text of one, and its paper beside it."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.reports import Report
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Offer
from thidua_desktop.ui.papers.incoming import Incoming
from thidua_desktop.ui.papers.panes import PlacesOfPaper
from thidua_desktop.ui.papers.paper_page import PaperPage
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.reports.fields import FIELDS
from thidua_desktop.ui.reports.figure_dialog import Countable, FigureDialog
from thidua_desktop.ui.reports.figure_names import countable
from thidua_desktop.ui.reports.kept import KeptReports
from thidua_desktop.ui.reports.naming import entry, tip_of, title_of
from thidua_desktop.ui.reports.new_report import WANTED, Wanted, problems
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.placed_page import PlacedPage
from thidua_desktop.ui.widgets.places import Place, Places
from thidua_desktop.ui.widgets.reading_only import kept_from_writing, why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_COUNTED = ("report", "block", "award", "decision", "council_member", "plan_task", "unit")


def make(services: "Services", desk: Desk) -> "ReportsPage":
    """Return the tab over *services*."""
    return ReportsPage(services, desk)


class ReportsPage(PlacedPage):
    """Reports of the office; what is typed in one is a draft until Cất."""

    searches = False

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__("reports", desk)
        self._services = services
        self._year: int | None = None
        self._reports: dict[str, Report] = {}
        self._wanted = ""
        self._incoming = Incoming("report", services.importing, desk, self)
        self.places = Places("Báo cáo", desk.look, desk.actions["add"])
        self.paper: PaperPage[Report] = PaperPage(
            "reports", "báo cáo", KeptReports(services), FIELDS, desk, {}
        )
        self._why = why_not(services.file.is_read_only)
        self.paper.set_read_only(self._why)
        self._empty = EmptyState(desk.look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.paper)
        self.place(PlacesOfPaper(self.places, self.paper.bench, desk), self._pages)
        self._listen()
        self._list()

    @property
    def inner(self) -> PaperPage[Report]:
        return self.paper

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self.paper.bench.uid in self._reports else "Hãy chọn một báo cáo trước."
        offers = {
            **self.paper.offers(),
            "add": Offer(self.add),
            "delete": Offer(self.delete, none),
            "import": Offer(self.bring_in),
        }
        return kept_from_writing(offers, self._why)

    def set_year(self, year: int | None) -> None:
        self._year = year
        self._show_places()

    def reload(self) -> None:
        self._list()
        self.paper.reload()

    def chosen_words(self) -> str:
        return f"{len(self.places.keys)} báo cáo"

    def add(self) -> None:
        """Ask for a period and begin its report."""
        self.settle(self._ask_now, self._back)

    def bring_in(self) -> None:
        """Ask for the file of a report and take it in."""
        self.settle(self._incoming.ask, self._back)

    def delete(self) -> None:
        """Delete the report shown, after a question."""
        report = self._reports[self.paper.bench.uid]
        answer = self.desk.prompts.ask(
            f"Xóa “{title_of(report)}” cùng toàn bộ nội dung?",
            (Choice("delete", "Xóa báo cáo"), Choice("keep", "Giữ lại")),
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "delete":
            self.paper.bench.clear()
            self.desk.write(lambda: self._services.reports.delete(report.uid))

    def _ask_now(self) -> None:
        job = self.desk.read(lambda: self._services.office.now)
        job.succeeded.connect(self._ask_for_report)

    def _ask_for_report(self, now: datetime) -> None:
        usual = Wanted(year=self._year or now.year, half=1 if now.month <= 8 else 2)
        dialog = FormDialog(
            "Báo cáo mới", "Lập báo cáo", WANTED, usual, problems, self.desk.look, self
        )
        wanted = dialog.answer(self.desk.prompts)
        if wanted is not None:
            job = self.desk.write(lambda: self._begin(wanted))
            job.succeeded.connect(self._go_to_new)

    def _begin(self, wanted: Wanted) -> Changed:
        reports = self._services.reports
        report = reports.new(wanted.kind, wanted.year, wanted.half)
        blocks = reports.carried(report) if wanted.begins == "carried" else []
        return reports.save(report, blocks=blocks or reports.opening(report))

    def _go_to_new(self, changed: Changed) -> None:
        self._wanted = next(iter(changed.rows.get("report", ())), "")
        self._list()

    def _list(self) -> None:
        self.desk.read(self._services.reports.all).succeeded.connect(self._show)

    def _show(self, reports: list[Report]) -> None:
        self._reports = {report.uid: report for report in reports}
        self._show_places()

    def _show_places(self) -> None:
        shown = [r for r in self._reports.values() if self._year in (None, r.year)]
        self.places.show_places([Place(r.uid, entry(r), tip_of(r)) for r in shown])
        if self._wanted in self.places.keys:
            self.places.stand_on(self._wanted)
            self._wanted = ""
        elif self.has_draft():
            self._back()
        if not self.has_draft():
            self._open(self.places.current)
        self._show_right_page()
        self.chosen.emit(self.chosen_words())

    def _show_right_page(self) -> None:
        self._pages.setCurrentIndex(1 if self.paper.bench.uid else 0)
        words = "Chưa có báo cáo nào. Báo cáo mới lấy sẵn số liệu từ sổ khen thưởng."
        if self._year is not None and self._reports:
            words = f"Chưa có báo cáo nào của năm {self._year}."
        self._empty.say(words, "Báo cáo mới", self.add, "chart-column")

    def _go(self, uid: str) -> None:
        if uid != self.paper.bench.uid:
            self.settle(lambda: self._open(uid), self._back)

    def _back(self) -> None:
        self.places.stand_on(self.paper.bench.uid)

    def _open(self, uid: str) -> None:
        """Show the report *uid*; one already shown stays as it is."""
        self.places.stand_on(uid)
        if uid != self.paper.bench.uid:
            self.paper.bench.show_paper(uid)
        self.offers_changed.emit()

    def _ask_figure(self, report: Report) -> None:
        job = self.desk.read(lambda: self._countable(report))
        job.succeeded.connect(self._put_figure)

    def _countable(self, report: Report) -> list[Countable]:
        reports = self._services.reports
        names = list(countable(self._services.laws.pack_for(report.period_to)))
        values = reports.figures(report, names)
        words = {name: reports.figure_words(report, name) for name in values}
        nothing_last = sorted(values, key=lambda name: values[name] == "00")
        return [Countable(name, words[name], values[name]) for name in nothing_last]

    def _put_figure(self, figures: list[Countable]) -> None:
        chosen = FigureDialog.ask(figures, self.desk.look, self.desk.prompts, self)
        text = self.paper.bench.text
        if chosen:
            text.put_figure(chosen.name, chosen.value)
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, changed: Changed) -> None:
        if changed.touches("report"):
            self._list()
        if changed.touches(*_COUNTED):
            self.paper.reload()

    def _listen(self) -> None:
        self.follow(self.paper)
        self.places.chosen.connect(self._go)
        self.paper.bench.offer_figures(self._ask_figure)
        self._incoming.taken.connect(self._go_to_new)
        self.desk.bus.changed.connect(self._hear)
