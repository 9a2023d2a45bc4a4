"""What a workbook says of a sheet beside its values: hidden, merged, errors, old letters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua_desktop.documents.reading.legacy import FontRun
from thidua_desktop.documents.reading.sheets import Place

Range = tuple[int, int, int, int]  # Top, left, bottom and right, from 0.


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one sheet. *errors*: what a cell shows that has no value, such as #N/A.

    *letters*: by place, the font of a whole cell with letters of an old encoding, or its runs.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: Mapping[Place, str] = field(default_factory=dict)
    letters: Mapping[Place, str | list[FontRun]] = field(default_factory=dict)
    merged: tuple[Range, ...] = ()

    def __or__(self, other: "Marks") -> "Marks":
        """Return these marks and those of *other*."""
        return Marks(
            self.hidden_rows | other.hidden_rows,
            self.hidden_columns | other.hidden_columns,
            {**self.errors, **other.errors},
            {**self.letters, **other.letters},
            self.merged + other.merged,
        )


def marks_of(lines: Iterable[Any]) -> dict[str, Marks]:
    """Return the marks of each sheet by its name, as a reader apart has printed them.

    A line is {"sheet", "hidden_rows", "hidden_columns", "errors", "letters", "merged"}, of which
    all but the name may be missing; an error is row number, column and text, letters are row
    number, column and a font or runs.
    """
    return {line["sheet"]: _marks(line) for line in lines}


def _marks(line: dict[str, Any]) -> Marks:
    return Marks(
        frozenset(line.get("hidden_rows", ())),
        frozenset(line.get("hidden_columns", ())),
        {(row, column): text for row, column, text in line.get("errors", ())},
        {
            (row, column): text if isinstance(text, str) else [(run[0], run[1]) for run in text]
            for row, column, text in line.get("letters", ())
        },
        tuple((top, left, down, right) for top, left, down, right in line.get("merged", ())),
    )
