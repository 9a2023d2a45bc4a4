"""The tab of reports: the list by period, the text of one, and its paper beside it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.reports import STATES, Report
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.incoming import Incoming, is_paper
from thidua_desktop.ui.papers.panes import PlacesOfPaper
from thidua_desktop.ui.papers.paper_page import PaperPage
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.reports.fields import FIELDS
from thidua_desktop.ui.reports.figure_dialog import Countable, FigureDialog
from thidua_desktop.ui.reports.figure_names import countable
from thidua_desktop.ui.reports.issuing import Issuing
from thidua_desktop.ui.reports.kept import KeptReports
from thidua_desktop.ui.reports.naming import entry, period_of, tip_of, title_of
from thidua_desktop.ui.reports.new_report import WANTED, Wanted, problems
from thidua_desktop.ui.reports.numbers import Numbers
from thidua_desktop.ui.reports.rows_dialog import RowsDialog
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.placed_page import PlacedPage
from thidua_desktop.ui.widgets.places import Place, Places
from thidua_desktop.ui.widgets.reading_only import kept_from_writing, why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_LATEST_FIRST_HALF = 8  # The month in which reports of the first half are still written.
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
        self._is_stale = False
        self._incoming = Incoming("report", services.importing, desk, self)
        self.places = Places("Báo cáo", desk.look, desk.actions["add"])
        self.paper: PaperPage[Report] = PaperPage(
            "reports", "báo cáo", KeptReports(services), FIELDS, desk, {}
        )
        self._why = why_not(services.file.is_read_only)
        self.issuing = Issuing(services, desk, self)
        self.numbers = Numbers(services, self.paper.bench, desk)
        self._empty = EmptyState(desk.look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.paper)
        self.place(PlacesOfPaper(self.places, self.paper.bench, desk), self._pages)
        self._listen()
        self._list()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_again()

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
        return {**kept_from_writing(offers, self._why), **self._own_offers(none)}

    def _own_offers(self, none: str) -> dict[str, Offer]:
        """Return the commands that only reports have."""
        report = self.paper.bench.record
        is_issued = report is not None and report.state == "issued"
        again = "" if is_issued else "Báo cáo này chưa ban hành."
        once = "Báo cáo này đã ban hành." if is_issued else ""
        return {
            "issue_report": Offer(self.issue, self._why or none or once),
            "reopen_report": Offer(self.reopen, self._why or none or again),
            "report_frame": Offer(self.paper.bench.go_to_frame, none),
            "report_numbers": Offer(self.numbers.ask, self._why or none or self.numbers.why_not()),
            "figure_rows": Offer(self._ask_rows, none),
        }

    def set_year(self, year: int | None) -> None:
        self._year = year
        self._show_places()

    def reveal(self, table: str, uid: str) -> None:
        if uid in self.places.keys:
            self._go(uid)
        else:
            self._wanted = uid
            self._list()

    def reload(self) -> None:
        self._list()
        self.paper.reload()

    def chosen_words(self) -> str:
        return f"{sum(map(bool, self.places.keys))} báo cáo"

    def add(self) -> None:
        """Ask for a period and begin its report."""
        self.settle(self._ask_now, self._back)

    def take_in(self, paths: Sequence[Path]) -> bool:
        if self._why or not is_paper(paths):
            return False
        self.settle(lambda: self._incoming.take_file(paths[0]), self._back)
        return True

    def bring_in(self) -> None:
        """Ask for the file of a report and take it in."""
        self.settle(self._incoming.ask, self._back)

    def issue(self) -> None:
        """Ask for number and date of the report shown and keep its figures from then on."""
        self.settle(self._issue, self._back)

    def reopen(self) -> None:
        """Take up the issued report shown again, after a question."""
        self.issuing.reopen(self._reports[self.paper.bench.uid])

    def delete(self) -> None:
        """Delete the report shown, after a question."""
        report = self._reports[self.paper.bench.uid]
        answer = self.desk.prompts.ask(
            f"Xóa “{title_of(report)}” cùng toàn bộ nội dung?",
            (Choice("delete", "Xóa báo cáo"), Choice("keep", "Giữ lại")),
            f"{_was_issued(report)}Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "delete":
            self.paper.bench.clear()
            self.desk.write(lambda: self._services.reports.delete(report.uid))

    def _ask_now(self) -> None:
        job = self.desk.read(lambda: self._services.office.now)
        job.succeeded.connect(self._ask_for_report)

    def _ask_for_report(self, now: datetime) -> None:
        has_one = any(report.kind == "half_year" for report in self._reports.values())
        usual = Wanted(
            year=self._year or now.year,
            half=1 if now.month <= _LATEST_FIRST_HALF else 2,
            begins="carried" if has_one else "outline",
        )
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
        if wanted.begins != "carried":
            return reports.save(report, blocks=reports.opening(report))
        if reports.before(report) is None:
            raise Refused(
                f"Trước {period_of(report)} chưa có báo cáo nào cùng loại để lấy lời văn.",
                "Chưa có báo cáo nào được lập.",
                "Hãy lập từ đề cương của chương trình, hoặc nhập báo cáo kỳ trước từ tệp Word.",
            )
        return reports.save(report, blocks=reports.carried(report))

    def _issue(self) -> None:
        uid = self.paper.bench.uid
        job = self.desk.read(lambda: self._read_shown(uid)).on(KeyError, self._gone)
        job.succeeded.connect(while_here(self, lambda shown: self.issuing.issue(*shown)))

    def _gone(self, _error: KeyError) -> None:
        self._list()

    def _read_shown(self, uid: str) -> tuple[Report, list[Block]]:
        return self._services.reports.get(uid), self._services.reports.blocks(uid)

    def _go_to_new(self, changed: Changed) -> None:
        self._wanted = next(iter(changed.rows.get("report", ())), "")
        self._list()

    def _list(self) -> None:
        self.desk.read(self._services.reports.all).succeeded.connect(self._show)

    def _show(self, reports: list[Report]) -> None:
        self._reports = {report.uid: report for report in reports}
        self._show_places()

    def _show_places(self) -> None:
        wanted = self._reports.get(self._wanted)
        if wanted and self._year not in (None, wanted.year):
            self._year = None
            self.conditions_dropped.emit()
        shown = [r for r in self._reports.values() if self._year in (None, r.year)]
        self.places.show_places(list(_places(shown)))
        if self._wanted and self._wanted in self.places.keys:
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
        if self._reports:  # Before the reports are read, the page itself waits with the focus.
            self.setFocusProxy(self.paper if self.paper.bench.uid else self.places)
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

    def _show_state(self) -> None:
        """Keep an issued report from changes, and say so above it."""
        report, banner = self.paper.bench.record, self.paper.bench.banner
        is_issued = report is not None and report.state == "issued"
        why = "Báo cáo đã ban hành; hãy mở lại nếu cần sửa." if is_issued else ""
        self.paper.set_read_only(self._why or why)
        if is_issued:
            words = "Báo cáo đã ban hành: lời văn và số liệu giữ nguyên."
            banner.say(words, "" if self._why else "Mở lại để sửa…", self.reopen, "lock")
        else:
            banner.hide()
        if report is not None and not is_issued and not self._why:
            self.numbers.look_for(report)
        self.offers_changed.emit()

    def _ask_rows(self) -> None:
        """Show the rows that the figure at the caret counts."""
        if name := self.paper.bench.text.figure_near():
            self._show_rows_of(name)
        else:
            self.desk.prompts.tell(
                "Con trỏ chưa đứng cạnh một số liệu nào.",
                "",
                "Hãy đặt con trỏ cạnh con số có nền màu trong lời văn, rồi gọi lại lệnh này.",
            )

    def _show_rows_of(self, name: str) -> None:
        report, reports = self.paper.bench.record, self._services.reports
        if report is None:
            return
        if not name.startswith("awards."):
            self.desk.prompts.tell(reports.figure_words(report, name))
            return
        job = self.desk.read(
            lambda: (reports.figure_words(report, name), reports.rows_of(report, name))
        )
        job.succeeded.connect(self._show_rows)

    def _show_rows(self, answer: tuple[str, list[AwardRow]]) -> None:
        dialog = RowsDialog(*answer, self.desk.look, self)
        self.desk.prompts.run(dialog)
        dialog.deleteLater()

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
        self._is_stale = self._is_stale or changed.touches(*_COUNTED)
        self._count_again()

    def _count_again(self) -> None:
        """Count the figures again after a change, but only where they are looked at."""
        if self._is_stale and self.isVisible():
            self._is_stale = False
            self.paper.reload()

    def _listen(self) -> None:
        self.follow(self.paper)
        self.places.chosen.connect(self._go)
        self.paper.bench.offer_figures(self._ask_figure)
        self.paper.bench.shown.connect(self._show_state)
        self.paper.bench.text.figure_opened.connect(self._show_rows_of)
        self.numbers.found.connect(self.offers_changed)
        self._incoming.taken.connect(self._go_to_new)
        self.desk.bus.changed.connect(self._hear)


def _places(reports: Sequence[Report]) -> Iterator[Place]:
    """Give the reports under their years, each with its state."""
    year = 0
    for report in reports:
        if report.year != year:
            year = report.year
            yield Place("", f"Năm {year}")
        state = STATES.get(report.state, report.state)
        yield Place(report.uid, f"{entry(report)}\n{state}", tip_of(report))


def _was_issued(report: Report) -> str:
    return "Báo cáo này đã ban hành. " if report.state == "issued" else ""
