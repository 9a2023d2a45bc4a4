"""What an intake is: what each source gave, and what would be stored. Knows no file format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reports import Report

Kind = Literal["report", "plan", "people", "units"]
KINDS: Mapping[str, str] = {
    "report": "báo cáo",
    "plan": "kế hoạch",
    "people": "danh sách người",
    "units": "danh sách đơn vị",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One cell that cannot be taken as it is: its column, its text, why, and a proposal."""

    row: int
    column: str
    text: str
    reason: str
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What one file, or one sheet of it, gave. *error*: why nothing of it can be taken.

    *rows* of data were found; those with *doubts* wait. *remarks* are sentences for the officer.
    """

    file: str
    sheet: str = ""
    kind: str = ""
    rows: int = 0
    accepted: int = 0
    waiting: int = 0
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row of a list: its *values* by field, all its *cells* as text, and its doubts."""

    number: int
    values: Mapping[str, str]
    cells: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """A report that came in."""

    report: Report
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan that came in, its tasks with the units that do them."""

    plan: Plan
    blocks: Sequence[Block]
    tasks: Sequence[tuple[PlanTask, Sequence[TaskUnit]]]


@dataclass(frozen=True, slots=True)
class ListDraft:
    """A list of people or units that came in."""

    kind: Literal["people", "units"]
    rows: Sequence[ListedRow]


Draft = ReportDraft | PlanDraft | ListDraft


@dataclass(frozen=True, slots=True)
class Item:
    """One source, and what it would store; None when nothing can be taken."""

    source: Source
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """All that was read, nothing of it written yet."""

    kind: str
    items: tuple[Item, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return what each source gave."""
        return tuple(item.source for item in self.items)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was stored: the step, and the sources with their final counts."""

    changed: Changed
    sources: tuple[Source, ...] = field(default=())

    @property
    def is_taken(self) -> bool:
        """Say whether anything of any source was taken in, waiting rows too."""
        return any(source.accepted or source.waiting for source in self.sources)
