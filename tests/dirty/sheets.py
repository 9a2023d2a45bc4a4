"""A dirty sheet as plain values, and the truth about its rows. Knows no file format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.documents.reading.list_values import ListKind, Role
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet, Value

Cell = str | int | date | None
Range = tuple[int, int, int, int]
"""First row, first column, last row and last column, rows from 1 and columns from 0."""


@dataclass(frozen=True, slots=True)
class TrueRow:
    """What a row of data says. *values*: some of what the reader must find, by meaning.

    *marks*: the titles (or, of ratings, the years) of the filled cells of a pivoted list.
    *waits*: why the row cannot be taken as it is, by code of the problem.
    """

    number: int
    values: Mapping[str, str]
    marks: tuple[str, ...] = ()
    waits: frozenset[str] = frozenset()


@dataclass(slots=True)
class DirtySheet:
    """One sheet with what stands in it, and what every row of it is.

    *in_font*: the places, rows from 1 and columns from 0, that are set in *font*.
    """

    kind: ListKind
    name: str = "Sheet1"
    rows: list[list[Cell]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    true_rows: list[TrueRow] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    font: str = ""
    in_font: set[tuple[int, int]] = field(default_factory=set)
    facts: dict[str, str] = field(default_factory=dict)

    def add(self, role: Role, cells: list[Cell]) -> int:
        """Append a row and return its number."""
        self.rows.append(cells)
        self.roles.append(role)
        return len(self.rows)

    def merge(self, row: int, first: int, last: int, rows: int = 1) -> None:
        """Merge columns *first* to *last* of *row* and of the rows below it, *rows* in all."""
        if (first, 1) != (last, rows):
            self.merged.append((row, first, row + rows - 1, last))

    def read(self) -> ReadSheet:
        """Return the sheet as a file of it is read: merged ranges filled, empty cells as ""."""
        width = max(map(len, self.rows), default=0)
        grid: list[list[Value]] = [
            ["" if cell is None else cell for cell in (*row, *[None] * (width - len(row)))]
            for row in self.rows
        ]
        for first_row, first, last_row, last in self.merged:
            for row in grid[first_row - 1 : last_row]:
                row[first : last + 1] = [grid[first_row - 1][first]] * (last + 1 - first)
        rows = tuple(ReadRow(n, tuple(cells)) for n, cells in enumerate(grid, start=1))
        return ReadSheet(
            self.name,
            rows,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
        )

    def numbered(self) -> Iterator[tuple[int, Role]]:
        """Give the number and the role of every row."""
        return enumerate(self.roles, start=1)
