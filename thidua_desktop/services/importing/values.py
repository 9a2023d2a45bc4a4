"""What an intake is: what each source gave, and what would be stored. Knows no file format.

An `Intake` holds one `Item` for each report, plan or sheet of a list that came in. Of a report or
plan the item has its *draft*; of a list it has its *sheet*: the rows as they were read with the
meaning of each column, and one `Line` for each row of data, with the `Fix`es that it still needs.
What the officer decides goes into `Choices` (see `choices`); with new ones the same intake is
worked through `again`, and what is `take`n is what the last intake shows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.importing.choices import Choices, Fix

Kind = Literal["report", "plan", "nominations", "register", "people", "units", "merits"]
KINDS: Mapping[str, str] = {
    "nominations": "danh sách đề nghị",
    "register": "sổ khen thưởng",
    "people": "danh sách người",
    "units": "danh sách đơn vị",
    "merits": "xếp loại, sáng kiến, kỷ luật",
    "report": "báo cáo",
    "plan": "kế hoạch",
}
LISTS = ("nominations", "register", "people", "units", "merits")
"""The kinds that are lists of rows; the others are papers, taken whole."""

Role = Literal["title", "head", "group", "data", "total", "blank", "signature", "remark"]
LineState = Literal["ready", "open", "aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What one file, or one sheet of it, gave. *error*: why nothing of it can be taken.

    *rows* of data were found: those *accepted* and those *waiting*, never another number. *fixes*
    are open; *nominations* how many nominations or awards the accepted rows make. *remarks* are
    sentences for the officer.
    """

    file: str
    sheet: str = ""
    kind: str = ""
    rows: int = 0
    accepted: int = 0
    waiting: int = 0
    nominations: int = 0
    fixes: tuple[Fix, ...] = ()
    remarks: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the *words* over it, and what it means ("" when nothing of it is taken).

    A pivot's column has the meaning "mark"; its words are the title that an x under it gives.
    """

    words: str
    meaning: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row as it was read, its cells as texts; *number* as the sheet itself counts."""

    number: int
    cells: tuple[str, ...]
    role: Role = "data"
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of data and what becomes of it: ready, open while a needed fix is, or put aside.

    *told* says in one line what will be stored. *made* is the work of `Importing` alone.
    """

    number: int
    state: LineState
    told: str = ""
    fixes: tuple[Fix, ...] = ()
    made: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a list. *key* names it in `Choices`, *file_key* its file.

    One that is left out has no lines.

    *facts*: what the rows around the list say, or the officer stated: sender, year,
    decision_number, decision_date, authority, signer.
    """

    key: str
    file_key: str
    file: str
    name: str
    kind: str
    is_hidden: bool = False
    is_left_out: bool = False
    columns: tuple[Column, ...] = ()
    rows: tuple[PreviewRow, ...] = ()
    lines: tuple[Line, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    read: Any = None

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Return the fixes of all rows that are not put aside, from the first row to the last."""
        lines = (line for line in self.lines if line.state != "aside")
        return tuple(fix for line in lines for fix in line.fixes)

    def count(self, state: LineState) -> int:
        """Return how many rows of data are in *state*."""
        return sum(line.state == state for line in self.lines)


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


Draft = ReportDraft | PlanDraft


@dataclass(frozen=True, slots=True)
class Item:
    """One source; the paper or the sheet of a list that it is, neither where it has an error."""

    source: Source
    draft: Draft | None = None
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """All that was read, nothing of it written yet; *choices* are those it was worked through by.

    *takes_up*: by key of the sheet and row, the waiting rows that it was made of; they go when it
    is taken. *parts* (papers, and lists as they were read), *memory* of what was read of them and
    *tick* (the state of the file that it was worked through with) are for `Importing` alone.
    """

    kind: str
    items: tuple[Item, ...]
    choices: Choices = field(default_factory=Choices)
    takes_up: Mapping[tuple[str, int], str] = field(default_factory=dict)
    parts: tuple[Any, ...] = ()
    memory: dict[tuple[str, str], Any] = field(default_factory=dict)
    tick: int = 0

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return what each source gave."""
        return tuple(item.source for item in self.items)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the sheets of all lists."""
        return tuple(item.sheet for item in self.items if item.sheet)

    def fixes(self) -> Iterator[Fix]:
        """Give the open fixes of all sheets, in the order of files, sheets and rows."""
        for sheet in self.sheets:
            yield from sheet.fixes

    def alike(self, fix: Fix) -> list[Fix]:
        """Return all open fixes that are like *fix*, itself among them."""
        return [one for one in self.fixes() if one.alike == fix.alike]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was stored: the step, and the sources with their final counts."""

    changed: Changed
    sources: tuple[Source, ...] = field(default=())

    @property
    def is_taken(self) -> bool:
        """Say whether anything of any source was taken in, waiting rows too."""
        return any(source.accepted or source.waiting for source in self.sources)
