"""Reports of a period: frame, blocks, live figures, and the paper they make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.dates import half_year
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.reports import Report, problems
from thidua_desktop.services import counting, outlines
from thidua_desktop.services.blocks import field_names, frozen, put_blocks, read_blocks
from thidua_desktop.services.figures import Period, read_figure, words_of
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.papers import report_paper
from thidua_desktop.services.records import Reading
from thidua_desktop.services.reports_moving import moved
from thidua_desktop.services.reports_offers import Choice, Offer, offers
from thidua_desktop.services.tidying import Words, headed, with_dates
from thidua_desktop.services.titles import known_title
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep

if TYPE_CHECKING:
    from thidua_desktop.documents.paper import Paper

_WORDS = Words("báo cáo")
_OUTLINED = ("half_year", "year")


class Reports:
    """All reports of the office."""

    def __init__(
        self, database: Database, office: OfficeService, book: LawBook, outline: Path
    ) -> None:
        self._database = database
        self._office = office
        self._book = book
        self._outline = outline

    def all(self) -> list[Report]:
        """Return all reports, the latest period first."""
        with self._database.read() as connection:
            found = store.everything(connection, Report)
        return sorted(found, key=lambda r: (r.period_to, r.period_from, r.uid), reverse=True)

    def get(self, uid: str) -> Report:
        """Return the report; KeyError when it is gone."""
        with self._database.read() as connection:
            return store.one(connection, Report, uid)

    def find(self, kind: str, year: int, half: int = 0) -> Report | None:
        """Return the report of that kind and period, None when there is none."""
        return next((r for r in self.all() if (r.kind, r.year, r.half) == (kind, year, half)), None)

    def new(self, kind: str = "half_year", year: int = 0, half: int = 0) -> Report:
        """Return a draft of that period in the office's frame; `opening` gives its text."""
        year = year or self._office.year()
        first, last = half_year(year, half) if half else (f"{year:04}-01-01", f"{year:04}-12-31")
        draft = Report(kind=kind, year=year, half=half, period_from=first, period_to=last)
        outline = self._load_outline(draft)
        heading = self._office.heading("BC", "BÁO CÁO", outline.subject if outline else "")
        return replace(draft, heading=replace(heading, date=str(year)))

    def opening(self, report: Report) -> list[Block]:
        """Return the blocks that a new report of that kind and period begins with."""
        outline = self._load_outline(report)
        return list(outline.blocks) if outline else []

    def before(self, report: Report) -> Report | None:
        """Return the last report of the same kind before *report*, None when it is the first."""
        return next(
            (r for r in self.all() if r.kind == report.kind and r.period_to < report.period_from),
            None,
        )

    def carried(self, report: Report) -> list[Block]:
        """Return the prose of the last report of the same kind before *report*, as new blocks.

        Names and days of the period are moved along, and live figures count anew; other numbers
        stay as they were, and `offers` names those that figures could say.
        """
        earlier = self.before(report)
        if earlier is None:
            return []
        blocks = moved(self.blocks(earlier.uid), earlier, report)
        return frozen(blocks, self.figures(report, field_names(blocks)))

    def offers(self, report: Report, blocks: Sequence[Block], names: Iterable[str]) -> list[Offer]:
        """Return the numbers in the prose that one of the figures *names* could say instead.

        Such a number equals what the figure counts now, or counted in the period before. An
        issued report stays as it is, so it has none.
        """
        if report.state == "issued":
            return []
        names, earlier = list(names), self.before(report)
        now = self.figures(report, names)
        was = self.figures(earlier, names) if earlier else {}
        return offers(
            blocks,
            [
                Choice(name, self.figure_words(report, name), now[name], was.get(name, ""))
                for name in now
            ],
        )

    def save(
        self, draft: Report, label: str | None = None, *, blocks: Sequence[Block] | None = None
    ) -> Changed:
        """Store a report's frame as one step; RuleError when something stands in its way.

        A new one begins with *blocks*, else with the outline of its kind. One that is issued
        keeps from then on the figures it shows.
        """
        with self._database.read() as connection:
            is_new = not store.exists(connection, Report, draft.uid)
        with self._database.write(label or _WORDS.saved(is_new, not is_new)) as step:
            self.put(step, draft, blocks)
        return step.changed

    def put(self, step: WriteStep, draft: Report, blocks: Sequence[Block] | None = None) -> None:
        """Store a report in the open *step*; RuleError when something stands in its way."""
        heading, found = headed(draft.heading)
        report, wrong = with_dates(replace(draft, heading=heading), "period_from", "period_to")
        if found := found + wrong + problems(report):
            raise RuleError(found)
        before = store.get(step.connection, Report, [report.uid])
        step.put(report)
        if blocks is None and not before:
            blocks = self.opening(report)
        if blocks is not None:
            put_blocks(step, report.uid, blocks)
        if report.state == "issued" and not (before and before[0].state == "issued"):
            now = read_blocks(step.connection, report.uid)
            figures = counting.figures(step.connection, _period(report), field_names(now))
            put_blocks(step, report.uid, frozen(now, figures))

    def delete(self, uid: str) -> Changed:
        """Delete a report and its text as one step."""
        with self._database.write(_WORDS.deleted(1)) as step:
            put_blocks(step, uid, [])
            step.remove(Report, [uid])
        return step.changed

    def blocks(self, uid: str) -> list[Block]:
        """Return the text of a report in order."""
        with self._database.read() as connection:
            return read_blocks(connection, uid)

    def figures(self, report: Report, names: Iterable[str] | None = None) -> dict[str, str]:
        """Return what each live field shows now, as running text writes it (02, 96).

        *names*: the fields asked for; those in the report's text when left out. An issued report
        keeps what it showed, so it has none. A name that counts nothing is left out.
        """
        with self._database.read() as connection:
            if names is not None:
                return counting.figures(connection, _period(report), names)
            return self._figures(connection, report, read_blocks(connection, report.uid))

    def figure_words(self, report: Report, name: str) -> str:
        """Return in words what a field counts; "" when its name counts nothing."""
        figure = read_figure(name)
        return words_of(figure, _period(report), self._title_name) if figure else ""

    def rows_of(self, report: Report, name: str) -> list[AwardRow]:
        """Return the rows of the register that a field counts."""
        figure = read_figure(name)
        if figure is None or figure.subject != "awards":
            return []
        with self._database.read() as connection:
            return counting.awards(connection, _period(report), figure)

    def paper(self, uid: str) -> "Paper":
        """Return the paper of a stored report; KeyError when it is gone."""
        with self._database.read() as connection:
            report = store.one(connection, Report, uid)
            blocks = read_blocks(connection, uid)
            figures = self._figures(connection, report, blocks)
        return self._paper(report, blocks, figures)

    def draft_paper(self, report: Report) -> "Paper":
        """Return the paper that a new report of that period would make; nothing is stored."""
        blocks = self.opening(report)
        with self._database.read() as connection:
            figures = self._figures(connection, report, blocks)
        return self._paper(report, blocks, figures)

    def _paper(
        self, report: Report, blocks: Sequence[Block], figures: Mapping[str, str]
    ) -> "Paper":
        return report_paper(report, blocks, figures, self._office.get(), self._office.now)

    def _figures(
        self, connection: Reading, report: Report, blocks: Sequence[Block]
    ) -> dict[str, str]:
        if report.state == "issued":
            return {}
        return counting.figures(connection, _period(report), field_names(blocks))

    def _load_outline(self, report: Report) -> outlines.Outline | None:
        if report.kind not in _OUTLINED:
            return None
        words = outlines.period_words(report, self._office.get().name)
        return outlines.load(self._outline, words)

    def _title_name(self, id: str) -> str:
        kinds = ("person", "collective", "household")
        named = (known_title(self._book, id, kind, "") for kind in kinds)
        return next((title.name for title in named if title), id)


def _period(report: Report) -> Period:
    return Period(report.period_from, report.period_to)
