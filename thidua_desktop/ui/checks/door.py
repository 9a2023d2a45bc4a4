"""Checks many nominations as a long piece of work, shows what was found, and takes it further."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.ui.checks.papers import CheckPapers
from thidua_desktop.ui.checks.reason import ask_reason
from thidua_desktop.ui.checks.results import Line, Results, gather
from thidua_desktop.ui.checks.results_dialog import ResultsDialog
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Job, while_here
from thidua_desktop.ui.widgets.reading_only import why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_LABEL = "Kiểm tra đề nghị"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is checked: the rows of *query*, called *where*; *dossier* is the one they lie in."""

    query: Query
    where: str
    dossier: str = ""


class CheckDoor(QObject):
    """The way of a list into its check; *page* is the window below."""

    checked = Signal(object, object)
    """What was `Asked`, and its `Results`."""

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._desk = desk
        self._page = page
        self._is_busy = False
        self.papers = CheckPapers(services, desk, page)

    def check(self, asked: Asked) -> None:
        """Check what is asked for, with a bar in the status line, then show what was found."""
        if self._is_busy:  # The bar of the first one shows how far it is.
            return
        self._is_busy, services = True, self._services

        def work(ticket: Ticket) -> tuple[Asked, Results]:
            return asked, gather(services, asked.query, ticket)

        self._desk.paper(work, _LABEL).finished.connect(self._show_found)

    def _show_found(self) -> None:
        """Show what was found once its bar is gone, for the window stays open a while."""
        self._is_busy = False
        job = self.sender()
        if isinstance(job, Job) and job.error is None:
            self.checked.emit(*job.result)
            self._show(*job.result)

    def _show(self, asked: Asked, results: Results) -> None:
        why = why_not(self._services.file.is_read_only)
        look = self._desk.look
        dialog = ResultsDialog(asked.where, results, look, why, has_paper=bool(asked.dossier))
        wanted: list[str] = []
        dialog.open_asked.connect(wanted.append)
        dialog.open_asked.connect(dialog.accept)
        dialog.waive_asked.connect(lambda lines: self._waive(lines, asked, dialog))
        dialog.paper_asked.connect(lambda: self.papers.appraise(asked.dossier, dialog))
        self._desk.prompts.run(dialog)
        dialog.deleteLater()
        if wanted:
            self._desk.bus.wanted.emit("nomination", wanted[0])

    def _waive(self, lines: Sequence[Line], asked: Asked, dialog: ResultsDialog) -> None:
        words = lines[0].finding.message
        if len(lines) > 1:
            words = f"{words}\nvà {grouped(len(lines) - 1)} điều cùng loại"
        reason = ask_reason(words, self._desk, dialog)
        if not reason:
            return
        found = [(line.row.uid, line.finding) for line in lines]
        checks, services = self._services.checks, self._services
        job = self._desk.write(lambda: checks.waive_many(found, reason)).on(RuleError, self._tell)
        again = while_here(dialog, dialog.show_results)

        def look_again(_changed: object) -> None:
            read = self._desk.read(lambda: gather(services, asked.query, Quiet()))
            read.succeeded.connect(again)

        job.succeeded.connect(look_again)

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self._desk.prompts.tell(words, "Chưa có gì bị thay đổi.")
