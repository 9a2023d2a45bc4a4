"""What a table file is made of: sheets, rows with their numbers, cells. Knows no format."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.text import clean

Value = str | int | float | date
Cells = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row; *number* as the sheet itself counts, from 1. An empty cell is ""."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet of a workbook, one table of a Word file, or a .csv file."""

    name: str
    rows: tuple[ReadRow, ...]
    is_hidden: bool = False


def text_of(value: Value) -> str:
    """Return *value* as the officer saw it in the sheet, cleaned; a date as dd/mm/yyyy."""
    if isinstance(value, date):
        return show_date(value.isoformat())
    return clean(value) if isinstance(value, str) else str(value)
