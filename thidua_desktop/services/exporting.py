"""Lists and papers to files: values are read in short snapshots, then drawn.

The end of a file's name chooses how it is drawn. A failed or cancelled export leaves no file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_desktop.documents.fonts import FontFolder
from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.blocks import Spot
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.work import Quiet, Ticket, remark
from thidua_desktop.services import narrowing, papers, printed_lists, sheets
from thidua_desktop.services.awards import Awards
from thidua_desktop.services.checking.appraisals import Appraisals
from thidua_desktop.services.checking.values import Eligible
from thidua_desktop.services.council import Council
from thidua_desktop.services.listed import drawing
from thidua_desktop.services.listed.forms import ListForm
from thidua_desktop.services.listed.pages import Source, by_pages
from thidua_desktop.services.nominations import Nominations
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.plans import Plans
from thidua_desktop.services.pledges import Pledges
from thidua_desktop.services.reports import Reports

if TYPE_CHECKING:
    from thidua_desktop.documents.paper import Paper
    from thidua_desktop.documents.sheets import Sheet

Spots = Mapping[str, Sequence[Spot]]
"""Where the blocks of a text stand on its pages, by uid."""

PAPER_ENDINGS = (".pdf", ".docx")
SHEET_ENDINGS = (".xlsx",)
_QUIET = Quiet()
_SAFE = "Chưa có tệp nào được ghi."


@dataclass(frozen=True, slots=True)
class Lists:
    """What can be exported."""

    awards: Awards
    nominations: Nominations
    plans: Plans
    council: Council
    reports: Reports
    appraisals: Appraisals
    pledges: Pledges


class Exporting:
    """Everything that leaves the office as a file; each method returns the file it wrote.

    Refused when the name ends in nothing we write, OutsideError when the disk fails, Cancelled
    when the ticket says so.
    """

    def __init__(self, office: OfficeService, lists: Lists, fonts: Path) -> None:
        self._office = office
        self._lists = lists
        self._fonts = FontFolder(fonts)

    def register(self, path: Path, query: Query, ticket: Ticket = _QUIET) -> Path:
        """Write the register of *query* to a workbook."""
        _check_ending(path, SHEET_ENDINGS)
        ticket.step(0, 1, "Đang đọc sổ khen thưởng")
        rows = self._lists.awards.rows_of(query)
        sheet = sheets.register_sheet(rows, narrowing.lines(query), *self._frame())
        return self._sheet(sheet, path, ticket)

    def nominations(self, path: Path, query: Query, ticket: Ticket = _QUIET) -> Path:
        """Write the nominations of *query* to a workbook."""
        _check_ending(path, SHEET_ENDINGS)
        ticket.step(0, 1, "Đang đọc danh sách đề nghị")
        rows = self._lists.nominations.rows_of(query)
        sheet = sheets.nominations_sheet(rows, narrowing.lines(query), *self._frame())
        return self._sheet(sheet, path, ticket)

    def eligible(
        self,
        path: Path,
        found: Sequence[Eligible],
        lines: Sequence[str],
        ticket: Ticket = _QUIET,
    ) -> Path:
        """Write who meets a title, or may, to a workbook; *lines* say which title and year."""
        _check_ending(path, SHEET_ENDINGS)
        return self._sheet(sheets.eligible_sheet(found, lines, *self._frame()), path, ticket)

    def listed(
        self,
        path: Path,
        form: ListForm,
        source: Source,
        query: Query,
        ticket: Ticket = _QUIET,
        *,
        is_full: bool = False,
    ) -> Path:
        """Write the rows of *query* as *form* says to .xlsx, .pdf or .docx.

        Those of a workbook are read some at a time, so that a long list does not fill the memory.
        *is_full*: with the columns that are private.
        """
        ticket.step(0, 1, f"Đang đọc {form.title[:1].lower()}{form.title[1:]}")
        lines = form.lines(query, is_full=is_full)
        uids = source.find(query)
        rows = by_pages(source, uids, ticket)
        return self.rows(path, form, rows, len(uids), lines, ticket, is_full=is_full)

    def rows(
        self,
        path: Path,
        form: ListForm,
        rows: Iterable[Any],
        count: int,
        lines: Sequence[str] = (),
        ticket: Ticket = _QUIET,
        *,
        is_full: bool = False,
    ) -> Path:
        """Write *rows*, about *count* of them, as *form* says; *lines* tell which they are."""
        _check_ending(path, (*SHEET_ENDINGS, *PAPER_ENDINGS))
        columns = form.shown(is_full=is_full)
        if path.suffix.lower() in SHEET_ENDINGS:
            sheet = drawing.list_sheet(form, columns, rows, count, lines, *self._frame())
            return self._sheet(sheet, path, ticket)
        return self.paper(
            drawing.list_paper(form, columns, rows, lines, *self._frame()), path, ticket
        )

    def plan(self, path: Path, year: int, ticket: Ticket = _QUIET) -> Path:
        """Write the tasks of the plan of *year* to a workbook; Refused when there is none."""
        _check_ending(path, SHEET_ENDINGS)
        if self._lists.plans.plan(year) is None:
            raise _no_plan(year)
        rows = self._lists.plans.rows_of(Query(year=year))
        return self._sheet(sheets.plan_sheet(year, rows, *self._frame()), path, ticket)

    def council(self, path: Path, ticket: Ticket = _QUIET) -> Path:
        """Write the roster of all terms to a workbook."""
        _check_ending(path, SHEET_ENDINGS)
        rows = self._lists.council.rows_of(Query())
        return self._sheet(sheets.council_sheet(rows, *self._frame()), path, ticket)

    def report(self, path: Path, uid: str, ticket: Ticket = _QUIET) -> Path:
        """Write a stored report as .pdf or .docx; KeyError when it is gone."""
        _check_ending(path, PAPER_ENDINGS)
        return self.paper(self._lists.reports.paper(uid), path, ticket)

    def plan_paper(self, path: Path, year: int, ticket: Ticket = _QUIET) -> Path:
        """Write the plan of *year* as .pdf or .docx; Refused when there is none."""
        _check_ending(path, PAPER_ENDINGS)
        return self.paper(self.plan_as_paper(year), path, ticket)

    def register_paper(self, path: Path, query: Query, ticket: Ticket = _QUIET) -> Path:
        """Write the register of *query* as .pdf or .docx, on landscape pages."""
        _check_ending(path, PAPER_ENDINGS)
        ticket.step(0, 1, "Đang đọc sổ khen thưởng")
        rows = self._lists.awards.rows_of(query)
        return self.paper(
            printed_lists.register_paper(rows, narrowing.lines(query), *self._frame()), path, ticket
        )

    def past(
        self, path: Path, name: str, rows: Sequence[AwardRow], ticket: Ticket = _QUIET
    ) -> Path:
        """Write the awards of *name*, *rows*, to a workbook, or as an extract on paper."""
        _check_ending(path, (*SHEET_ENDINGS, *PAPER_ENDINGS))
        lines = [f"Khen thưởng của: {name}"]
        if path.suffix.lower() in SHEET_ENDINGS:
            return self._sheet(sheets.register_sheet(rows, lines, *self._frame()), path, ticket)
        return self.paper(printed_lists.extract_paper(rows, lines, *self._frame()), path, ticket)

    def nominations_paper(self, path: Path, query: Query, ticket: Ticket = _QUIET) -> Path:
        """Write the nominations of *query* as .pdf or .docx, on landscape pages."""
        _check_ending(path, PAPER_ENDINGS)
        ticket.step(0, 1, "Đang đọc danh sách đề nghị")
        rows = self._lists.nominations.rows_of(query)
        lines = [*printed_lists.dossier_line(rows, query), *narrowing.lines(query)]
        paper = printed_lists.nominations_paper(rows, lines, *self._frame())
        return self.paper(paper, path, ticket)

    def council_paper(self, path: Path, query: Query, ticket: Ticket = _QUIET) -> Path:
        """Write the members of *query* as .pdf or .docx."""
        _check_ending(path, PAPER_ENDINGS)
        rows, terms = self._lists.council.rows_of(query), self._lists.council.terms()
        lines = [*printed_lists.term_line(rows, terms), *narrowing.lines(query)]
        paper = printed_lists.council_paper(rows, lines, *self._frame())
        return self.paper(paper, path, ticket)

    def not_pledged_paper(self, path: Path, year: int, ticket: Ticket = _QUIET) -> Path:
        """Write the units that have not registered for *year* yet as .pdf or .docx."""
        _check_ending(path, PAPER_ENDINGS)
        returns = self._lists.pledges.returns(year)
        return self.paper(printed_lists.not_pledged_paper(returns, *self._frame()), path, ticket)

    def appraisal(self, path: Path, dossier: str, ticket: Ticket = _QUIET) -> Path:
        """Write the appraisal of a dossier as .pdf or .docx; KeyError when it is gone."""
        _check_ending(path, PAPER_ENDINGS)
        ticket.step(0, 1, "Đang đối chiếu hồ sơ")
        return self.paper(self.appraisal_as_paper(dossier), path, ticket)

    def appraisal_as_paper(self, dossier: str) -> "Paper":
        """Return the paper of the appraisal of a dossier; KeyError when it is gone."""
        from thidua_desktop.services.checking.papers import appraisal_paper

        return appraisal_paper(self._lists.appraisals.of(dossier), *self._frame())

    def sent_back(
        self,
        path: Path,
        dossier: str | None = None,
        year: int | None = None,
        ticket: Ticket = _QUIET,
    ) -> Path:
        """Write the returned nominations with their reasons as .xlsx, .pdf or .docx."""
        from thidua_desktop.services.checking import sent_back

        _check_ending(path, (*SHEET_ENDINGS, *PAPER_ENDINGS))
        rows = self._lists.appraisals.sent_back(dossier, year)
        lines = [f"Hồ sơ: {rows[0].row.dossier}"] if dossier and rows else []
        lines += [f"Năm {year}"] if year else []
        if path.suffix.lower() in SHEET_ENDINGS:
            sheet = sent_back.sheet(rows, lines, *self._frame())
            return self._sheet(sheet, path, ticket)
        return self.paper(sent_back.paper(rows, lines, *self._frame()), path, ticket)

    def plan_as_paper(self, year: int) -> "Paper":
        """Return the paper of the plan of *year*; Refused when there is none."""
        plans = self._lists.plans
        plan = plans.plan(year)
        if plan is None:
            raise _no_plan(year)
        return papers.plan_paper(
            plan, plans.blocks(plan.uid), plans.tasks(plan.uid), *self._frame()
        )

    def paper(self, paper: "Paper", path: Path, ticket: Ticket = _QUIET) -> Path:
        """Draw *paper* as .pdf or .docx; letters that cannot be printed are remarked."""
        _check_ending(path, PAPER_ENDINGS)
        if path.suffix.lower() == ".docx":
            from thidua_desktop.documents import docx

            docx.write(paper, path, ticket)
        else:
            from thidua_desktop.documents import pdf

            for problem in self.unprintable(paper):
                remark(ticket, problem.text)
            pdf.write(paper, path, self._fonts, ticket)
        return path

    def laid_out(self, paper: "Paper", path: Path, ticket: Ticket = _QUIET) -> Spots:
        """Draw *paper* as .pdf; return where each block of its text stands, by its uid."""
        from thidua_desktop.documents import pdf

        _check_ending(path, (".pdf",))
        return pdf.write(paper, path, self._fonts, ticket)

    def unprintable(self, paper: "Paper") -> list[Problem]:
        """Return a warning for letters of *paper* that its fonts cannot show."""
        from thidua_desktop.documents import pdf

        return pdf.problems(paper, self._fonts)

    def _sheet(self, sheet: "Sheet", path: Path, ticket: Ticket) -> Path:
        from thidua_desktop.documents import excel

        excel.write(sheet, path, ticket)
        return path

    def _frame(self) -> tuple[Any, Any]:
        """Return the office and the time that a paper or sheet is made."""
        return self._office.get(), self._office.now


def _check_ending(path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        raise Refused(
            f"Không biết ghi “{path.name}” thành loại tệp nào.",
            _SAFE,
            f"Hãy đặt tên tệp có đuôi {' hoặc '.join(endings)}.",
        )


def _no_plan(year: int) -> Refused:
    return Refused(
        f"Chưa có kế hoạch năm {year}.",
        _SAFE,
        "Hãy chọn năm khác, hoặc lập kế hoạch của năm đó trước.",
    )
