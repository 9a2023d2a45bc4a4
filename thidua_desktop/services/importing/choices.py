"""What an intake asks and what the officer chose. Values only; knows no file and no record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

CELL = "="
"""What a proposal's choice begins with when it is a text that takes the place of the cell."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to put something right: *text* for the officer, *choice* for the answer."""

    text: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One thing that the officer decides: where it stands, what is wrong, what is proposed.

    *sheet* is the key of its sheet, *at* its column from 0 (None when it concerns the whole row),
    *column* the words over it, *text* what the cell says. A row waits while a fix that is *needed*
    is open; the others are offers, and the row is taken as it stands without an answer. *alike*
    is the same for fixes of one kind, which can be answered together.
    """

    key: str
    file: str
    sheet: str
    sheet_name: str
    row: int
    reason: str
    at: int | None = None
    column: str = ""
    text: str = ""
    proposals: tuple[Proposal, ...] = ()
    alike: str = ""
    is_needed: bool = True

    @property
    def proposal(self) -> str:
        """Return the words of the nearest proposal, "" when there is none."""
        return self.proposals[0].text if self.proposals else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the officer decided so far, never changed in place: each method gives new choices.

    *meanings*: (key of the sheet, column) to a meaning, "" leaves the column out. *cells*: (sheet,
    row, column) to the text that stands for the cell. *answers*: key of a fix to the choice of a
    proposal. *aside*: (sheet, row) that wait. *roles*: (sheet, row) to what the row is, a role as
    in the preview. *kinds*: sheet to the kind of list it is. *stated*: key of a file to facts that
    hold for it (sender, year, decision_number, decision_date, dossier: the uid of one that is
    there). *left_out*: sheets of which nothing is wanted.
    """

    meanings: Mapping[tuple[str, int], str] = field(default_factory=dict)
    cells: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    aside: frozenset[tuple[str, int]] = frozenset()
    roles: Mapping[tuple[str, int], str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    stated: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def meaning(self, sheet: str, column: int, meaning: str) -> "Choices":
        """Let a column mean *meaning*; it is remembered for the sender when the list is taken."""
        return replace(self, meanings={**self.meanings, (sheet, column): meaning})

    def accept(self, fixes: Iterable[Fix], proposal: Proposal) -> "Choices":
        """Accept *proposal* for the first of *fixes*, and what answers to it for the others.

        That is the proposal of the same choice, else the one in the same place of the list.
        """
        cells, answers = dict(self.cells), dict(self.answers)
        place = -1
        for fix in fixes:
            if place < 0:
                place = fix.proposals.index(proposal)
            if not (choice := _choice(fix, proposal, place)):
                continue
            if choice.startswith(CELL) and fix.at is not None:
                cells[fix.sheet, fix.row, fix.at] = choice.removeprefix(CELL)
            else:
                answers[fix.key] = choice
        return replace(self, cells=cells, answers=answers)

    def answered(self, answers: Mapping[str, str]) -> "Choices":
        """Return choices with *answers*: key of a fix to the choice of a proposal."""
        return replace(self, answers={**self.answers, **answers})

    def edit(self, sheet: str, row: int, column: int, text: str) -> "Choices":
        """Put *text* in the place of a cell; the row is read again with it."""
        return replace(self, cells={**self.cells, (sheet, row, column): text})

    def put_aside(self, rows: Iterable[tuple[str, int]]) -> "Choices":
        """Let *rows* (key of the sheet, number) wait in the file."""
        return replace(self, aside=self.aside | frozenset(rows))

    def take_back(self, rows: Iterable[tuple[str, int]]) -> "Choices":
        """Take *rows* that were put aside into the list again."""
        return replace(self, aside=self.aside - frozenset(rows))

    def role(self, sheet: str, row: int, role: str) -> "Choices":
        """Let a row be what the officer says it is: data, group, title, total, remark …"""
        return replace(self, roles={**self.roles, (sheet, row): role})

    def kind(self, sheet: str, kind: str) -> "Choices":
        """Read a sheet as another kind of list."""
        return replace(self, kinds={**self.kinds, sheet: kind})

    def state(self, file: str, **facts: str) -> "Choices":
        """State *facts* of a file, by its key; "" lets its own words count again."""
        known = {**self.stated.get(file, {}), **facts}
        known = {name: value for name, value in known.items() if value}
        return replace(self, stated={**self.stated, file: known})

    def leave_out(self, sheet: str, *, is_out: bool = True) -> "Choices":
        """Want nothing of a sheet, or want it again."""
        keys = self.left_out | {sheet} if is_out else self.left_out - {sheet}
        return replace(self, left_out=keys)


def _choice(fix: Fix, wanted: Proposal, place: int) -> str:
    """Return the choice of *fix* that answers to *wanted*, which stands at *place* in its own."""
    if any(own.choice == wanted.choice for own in fix.proposals):
        return wanted.choice
    own = fix.proposals[place].choice if place < len(fix.proposals) else ""
    return own if _names_one(own) == _names_one(wanted.choice) else ""


def _names_one(choice: str) -> bool:
    """Say whether *choice* names a record or a text, and not merely what to do."""
    return ":" in choice or choice.startswith(CELL)
