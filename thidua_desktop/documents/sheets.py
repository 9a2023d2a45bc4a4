"""A sheet: what a workbook shows, titles, columns and rows. Knows neither Excel nor records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

Kind = Literal["text", "code", "ordinal", "number", "year", "money", "date"]
Cell = str | int | float | Decimal | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its head, its *width* in letters of the body, and what its cells hold.

    *kind*: "text" flows from the left; "code" is a short text in the middle, such as a number of
    a paper; "ordinal" counts rows; "number" is any number, fractions as `Decimal`; "year" is a
    number without groups; "money" is whole đồng; "date" is a partial date (YYYY, YYYY-MM or
    YYYY-MM-DD). A cell of another type than its column's is shown as it is. *is_summed*: its sum
    stands in a last row.
    """

    title: str
    width: float
    kind: Kind = "text"
    is_summed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A row of bold words across all columns, above the rows it names."""

    text: str


Line = Sequence[Cell] | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table that fills a workbook.

    *name* is the tab's; *title* is printed large, *issuer* above it, *lines* below it, *notes*
    under the table. *rows* is read once, as it comes, each as long as *columns*; *row_count* says
    how many to expect, for progress alone. *frozen* columns stay in sight. *is_filtered*: with
    buttons to filter by; leave them out where rows of a `Group` would be sorted away. *made*:
    the time told in the file's properties; the same sheet at the same time gives the same bytes.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[Line]
    made: datetime
    row_count: int = 0
    issuer: str = ""
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    frozen: int = 0
    is_filtered: bool = True
