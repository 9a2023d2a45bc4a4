"""What a table file is made of: sheets, rows with their numbers, cells. Knows no format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.text import clean

Value = str | int | float | date
Cells = tuple[Value, ...]
Place = tuple[int, int]  # Row number as the sheet counts, from 1, and column, from 0.


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row; *number* as the sheet itself counts, from 1. An empty cell is ""."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet of a workbook, one table of a Word file, or a .csv file.

    Hidden rows and columns are read like the others and named in *hidden_rows* (row numbers) and
    *hidden_columns* (from 0). *raw*: by place, what a cell held before its letters were converted
    from an old encoding. *merged*: first and last place of each merged range, its cells filled.
    *remarks*: what the officer should be told of the file, in sentences. *above*: the last lines
    of text above a table of a Word or HTML file.
    """

    name: str
    rows: tuple[ReadRow, ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    raw: Mapping[Place, str] = field(default_factory=dict, hash=False)
    merged: tuple[tuple[Place, Place], ...] = ()
    remarks: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


def text_of(value: Value) -> str:
    """Return *value* as the officer saw it in the sheet, cleaned; a date as dd/mm/yyyy."""
    if isinstance(value, date):
        return show_date(value.isoformat())
    return clean(value) if isinstance(value, str) else str(value)
