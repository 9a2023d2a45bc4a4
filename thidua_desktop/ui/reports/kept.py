"""Reports as papers to write: what the bench asks of them, answered by the services."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.blocks import Block, Spot
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.reports import STATES, Report
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.blocks import field_names
from thidua_desktop.ui.papers.bench import Written
from thidua_desktop.ui.reports import naming

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


class KeptReports:
    """The reports of the office."""

    def __init__(self, services: "Services") -> None:
        self._reports = services.reports
        self._exporting = services.exporting

    def read(self, uid: str) -> Written[Report]:
        report = self._reports.get(uid)
        blocks = self._reports.blocks(uid)
        words = {name: self._reports.figure_words(report, name) for name in field_names(blocks)}
        return Written(report, blocks, self._reports.figures(report), words)

    def keep(self, record: Report, blocks: Sequence[Block]) -> Changed:
        return self._reports.save(record, blocks=blocks)

    def draw(self, path: Path, record: Report, blocks: Sequence[Block], ticket: Ticket) -> None:
        """Draw the report with the figures of its present period."""
        self._exporting.paper(self._paper(record, blocks), path, ticket)

    def lay_out(
        self, path: Path, record: Report, blocks: Sequence[Block], ticket: Ticket
    ) -> Mapping[str, Sequence[Spot]]:
        """Draw it and tell where each of *blocks* stands."""
        return self._exporting.laid_out(self._paper(record, blocks), path, ticket)

    def title(self, record: Report) -> str:
        return naming.title_of(record)

    def line(self, record: Report) -> str:
        return STATES.get(record.state, record.state)

    def file_name(self, record: Report, suffix: str) -> str:
        return naming.file_name(record, suffix)

    def _paper(self, record: Report, blocks: Sequence[Block]) -> Any:
        is_issued = record.state == "issued"
        names = [] if is_issued else list(field_names(blocks))
        figures = self._reports.figures(record, names)
        paper = self._reports.paper(record.uid)
        return replace(paper, heading=record.heading, blocks=tuple(blocks), figures=figures)
