"""The tab of reports: the list by period, the text of one, and its paper beside it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.reports import Report
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Offer, Page
from thidua_desktop.ui.papers.bench import Bench
from thidua_desktop.ui.papers.outgoing import PDF, WORD, Outgoing
from thidua_desktop.ui.papers.panes import Panes
from thidua_desktop.ui.prompts import Choice, FileKind
from thidua_desktop.ui.reports.fields import FIELDS
from thidua_desktop.ui.reports.figure_dialog import Countable, FigureDialog
from thidua_desktop.ui.reports.figure_names import countable
from thidua_desktop.ui.reports.kept import KeptReports
from thidua_desktop.ui.reports.naming import file_name, period_of, tip_of, title_of
from thidua_desktop.ui.reports.new_report import NewReport, Wanted
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.places import Place, Places

if TYPE_CHECKING:
    from thidua_desktop.wiring import Services

_NONE = "Hãy chọn hoặc lập một báo cáo trước."
_COUNTED = ("report", "block", "award", "decision", "council_member", "plan_task", "unit")


def make(services: "Services", desk: Desk) -> "ReportsPage":
    """Return the tab over *services*."""
    return ReportsPage(services, desk)


class ReportsPage(Page):
    """Reports of the office; what is typed in one is a draft until Cất."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._desk = desk
        self._year: int | None = None
        self._reports: dict[str, Report] = {}
        self._wanted = ""
        self._out = Outgoing(desk, self)
        self.places = Places("Báo cáo", desk.look, desk.actions["add"])
        self.bench: Bench[Report] = Bench(KeptReports(services), FIELDS, desk, {}, has_figures=True)
        self._empty = EmptyState(desk.look)
        self._lay_out()
        self._listen()
        self._list()

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self.bench.uid else _NONE
        return {
            "add": Offer(self.add),
            "change": Offer(self.bench.begin, none),
            "delete": Offer(self.delete, none),
            "save": Offer(self.save, "" if self.has_draft() else "Không có gì chưa cất."),
            "export": Offer(self.export, none),
            "print": Offer(self.print, none),
            "fold": Offer(self.panes.fold, none),
        }

    def set_year(self, year: int | None) -> None:
        self._year = year
        self._show_places()

    def reload(self) -> None:
        self._list()
        self.bench.reload()

    def chosen_words(self) -> str:
        return f"{len(self.places.keys)} báo cáo"

    def has_draft(self) -> bool:
        return self.bench.is_dirty

    def keep_draft(self, then: Callable[[], None]) -> None:
        self.bench.keep(then)

    def drop_draft(self) -> None:
        self.bench.drop()

    def add(self) -> None:
        """Ask for a period and begin its report."""
        self._settle(self._add)

    def save(self) -> None:
        """Write what is typed."""
        self.bench.keep(self.bench.begin)

    def delete(self) -> None:
        """Delete the report shown, after a question."""
        report = self._reports[self.bench.uid]
        answer = self._desk.prompts.ask(
            f"Xóa “{title_of(report)}” cùng toàn bộ nội dung?",
            (Choice("delete", "Xóa báo cáo"), Choice("keep", "Giữ lại")),
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "delete":
            self.bench.clear()
            self._desk.write(lambda: self._services.reports.delete(report.uid))

    def export(self) -> None:
        """Write the report as PDF or Word, whichever is chosen."""
        self._export(PDF, WORD)

    def print(self) -> None:
        """Show the report as it stands, to be printed."""
        report = self._reports[self.bench.uid]
        self._out.preview(title_of(report), file_name(report, "pdf"), self.bench.drawing())

    def _export(self, *kinds: FileKind) -> None:
        report = self._reports[self.bench.uid]
        name = file_name(report, kinds[0].suffixes[0])
        self._out.save(f"Xuất {title_of(report).lower()}", name, kinds, self.bench.drawing())

    def _add(self) -> None:
        job = self._desk.read(lambda: self._services.office.now)
        job.succeeded.connect(self._ask_for_report)

    def _ask_for_report(self, now: datetime) -> None:
        usual = Wanted(year=self._year or now.year, half=1 if now.month <= 8 else 2)
        wanted = NewReport.ask(usual, self._desk.look, self._desk.prompts, self)
        if wanted is None:
            return
        job = self._desk.write(lambda: self._begin(wanted))
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
        self._desk.read(self._services.reports.all).succeeded.connect(self._show)

    def _show(self, reports: list[Report]) -> None:
        self._reports = {report.uid: report for report in reports}
        self._show_places()

    def _show_places(self) -> None:
        shown = [r for r in self._reports.values() if self._year in (None, r.year)]
        self.places.show_places([Place(r.uid, _entry(r), tip_of(r)) for r in shown])
        if self._wanted in self._reports:
            self.places.stand_on(self._wanted)
            self._wanted = ""
        self._show_right_page()
        if self.places.current != self.bench.uid and not self.bench.is_dirty:
            self._open(self.places.current)
        self.chosen.emit(self.chosen_words())
        self.offers_changed.emit()

    def _show_right_page(self) -> None:
        has_one = bool(self.places.keys) or self.bench.is_dirty
        self._pages.setCurrentIndex(1 if has_one else 0)
        if self._year is not None and self._reports:
            words = f"Chưa có báo cáo nào của năm {self._year}."
        else:
            words = "Chưa có báo cáo nào. Báo cáo mới lấy sẵn số liệu từ sổ khen thưởng."
        self._empty.say(words, "Báo cáo mới", self.add, "chart-column")

    def _go(self, uid: str) -> None:
        if uid != self.bench.uid:
            self._settle(lambda: self._open(uid), self._back)

    def _back(self) -> None:
        self.places.stand_on(self.bench.uid)

    def _open(self, uid: str) -> None:
        if uid:
            self.bench.show_paper(uid)
        else:
            self.bench.clear()
        self.places.stand_on(uid)
        self.offers_changed.emit()

    def _settle(self, then: Callable[[], None], stay: Callable[[], None] | None = None) -> None:
        """Ask what becomes of an open draft, then go on; *stay* when the officer does not."""
        if not self.bench.is_dirty:
            then()
            return
        answer = self._desk.prompts.ask(
            "Phần đang sửa của báo cáo này chưa cất.",
            (Choice("save", "Cất"), Choice("drop", "Bỏ phần đang sửa"), Choice("stay", "Ở lại")),
        )
        if answer == "save":
            self.bench.keep(then)
        elif answer == "drop":
            self.bench.drop()
            then()
        elif stay:
            stay()

    def _ask_figure(self, report: Report) -> None:
        job = self._desk.read(lambda: self._countable(report))
        job.succeeded.connect(self._put_figure)

    def _countable(self, report: Report) -> list[Countable]:
        services = self._services
        names = list(countable(services.laws.pack_for(report.period_to)))
        values = services.reports.figures(report, names)
        words = services.reports.figure_words
        return [Countable(name, words(report, name), values[name]) for name in values]

    def _put_figure(self, figures: list[Countable]) -> None:
        chosen = FigureDialog.ask(figures, self._desk.look, self._desk.prompts, self)
        if chosen:
            self.bench.text.put_figure(chosen.name, chosen.value)
        self.bench.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, changed: Changed) -> None:
        if changed.touches("report"):
            self._list()
        if changed.touches(*_COUNTED):
            self.bench.reload()

    def _lay_out(self) -> None:
        self.panes = Panes("reports", self.places, self.bench, self._desk)
        for words, run in (
            ("Xuất PDF", lambda: self._export(PDF)),
            ("Xuất Word", lambda: self._export(WORD)),
            ("In…", self.print),
        ):
            self.panes.add_tool(words, run)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.panes)

    def _listen(self) -> None:
        self.places.chosen.connect(self._go)
        self.bench.dirty_changed.connect(lambda _on: self.offers_changed.emit())
        self.bench.figure_asked.connect(self._ask_figure)
        self._desk.bus.changed.connect(self._hear)


def _entry(report: Report) -> str:
    words = period_of(report)
    return words[0].upper() + words[1:]
