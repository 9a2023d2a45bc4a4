"""What the reader finds in a list: columns, rows by their role, what stands around them.

Plain values; knows neither how they were found nor what becomes of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal

from thidua_desktop.documents.reading.sheets import ReadSheet

ListKind = Literal["nominations", "register", "people", "units", "merits"]
Role = Literal["title", "head", "group", "data", "total", "blank", "signature", "remark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """What is wrong with one cell, or what could be better: *reason* in words, with proposals.

    *column* from 0 and *cell* as the sheet names it ("C12"); *head* the words over the column;
    *meaning* what the column was taken for; *text* what stands there. *code* names the kind of
    problem: of one kind, alike texts can be put right alike. *proposals*: what could stand in the
    cell instead, the best first. *is_offer*: the row can be taken as it is, the proposals are only
    offered.
    """

    column: int
    cell: str
    head: str
    meaning: str
    text: str
    reason: str
    code: str
    proposals: tuple[str, ...] = ()
    is_offer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the words around rows say for all of them; "" where they say nothing.

    *unit*: who sends the list, or the unit that a group row names. *recipient_kind*: a key of the
    kinds of recipients. *title*: the words of a title or form. *year*: YYYY; *period*: a school
    year, YYYY-YYYY. *decision_date*: a partial date. *authority* and *signer*: who decided.
    """

    unit: str = ""
    recipient_kind: str = ""
    title: str = ""
    loai_hinh: str = ""
    year: str = ""
    period: str = ""
    decision_number: str = ""
    decision_date: str = ""
    authority: str = ""
    signer: str = ""

    def over(self, other: "Facts") -> "Facts":
        """Return these facts, and those of *other* where these say nothing."""
        told = {f.name: value for f in fields(self) if (value := getattr(self, f.name))}
        if self.year and not self.period:
            told["period"] = ""  # A year says more exactly what a school year said before.
        if self.period and not self.year:
            told["year"] = ""
        return replace(other, **told)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """One column of a list: its place from 0, the words over it, what it means ("" unknown).

    Over a column of marks stand a title, a year or both: *meaning* is "mark" and *title* and
    *year* are what its words say; *is_counted* when numbers of people stand in it, so that a 1 is
    no mark.
    """

    index: int
    words: str = ""
    meaning: str = ""
    title: str = ""
    year: str = ""
    is_hidden: bool = False
    is_counted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A filled cell of a pivoted list: one nomination, award or rating of the row's recipient.

    *words* stand over its column; *title* and *year* are what they say, or the cell. *rating*: a
    key of the ratings when the cell holds one. *decision_number* and *decision_date* when the mark
    is a decision. *text*: the cell as it stands.
    """

    column: int
    words: str
    text: str
    title: str = ""
    year: str = ""
    rating: str = ""
    decision_number: str = ""
    decision_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row of data; *number* as the sheet counts.

    *values*: by meaning, what could be read: from the row, else from the group rows above it, else
    from the title rows (unit and kind of recipient of these excepted). *marks*: the filled cells
    under the titles or years of a pivoted list.
    *past*: the same of columns about what was awarded before. *group*: what the group rows say.
    *cells*: all its texts as they stand. A row waits while a problem is no mere offer.
    """

    number: int
    values: Mapping[str, str]
    cells: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    past: tuple[Mark, ...] = ()
    group: Facts = field(default_factory=Facts)
    problems: tuple[CellProblem, ...] = ()
    is_hidden: bool = False

    @property
    def waits(self) -> bool:
        """Say whether something must be put right before the row can be taken."""
        return any(not problem.is_offer for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """One list: a sheet, or the stretch of it under one head.

    *name*: of the sheet, with a number after it for further lists of the same sheet; what the
    officer says of a column is kept under it. *roles*: by row number, what each row is; all lists
    of a sheet together name every row of it once. *rows*: those whose role is data, in order.
    *facts*: what the title rows say. *remarks*: sentences for the officer.
    """

    file: str
    sheet: ReadSheet
    name: str
    kind: ListKind
    columns: tuple[ListColumn, ...] = ()
    roles: Mapping[int, Role] = field(default_factory=dict, hash=False)
    rows: tuple[ListRow, ...] = ()
    facts: Facts = field(default_factory=Facts)
    remarks: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[ListRow, ...]:
        """Return the rows that can be taken as they are."""
        return tuple(row for row in self.rows if not row.waits)

    @property
    def waiting(self) -> tuple[ListRow, ...]:
        """Return the rows in which something must be put right first."""
        return tuple(row for row in self.rows if row.waits)


def cell_name(row: int, column: int) -> str:
    """Return how a sheet names the cell in *row* (from 1) and *column* (from 0): "C12"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
