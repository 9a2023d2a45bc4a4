"""Workbooks (.xlsx .xlsb .xls .ods) to sheets: their values, and what is said beside them."""

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.documents.reading.apart import Limits, Reading, reading
from thidua_desktop.documents.reading.guard import (
    fonts_unread,
    has_macros,
    macros_not_run,
    old_fonts_unread,
    too_heavy,
)
from thidua_desktop.documents.reading.legacy import FontRun, converted
from thidua_desktop.documents.reading.marks import Marks, Range, marks_of
from thidua_desktop.documents.reading.package_signs import Signs, signs_of
from thidua_desktop.documents.reading.sheets import Cells, Place, ReadRow, ReadSheet, Value
from thidua_desktop.domain.errors import BadFile

MOST_CELLS = 6_000_000
_MOST_FILLED = 2_000_000  # Cells; ranges upon ranges would otherwise keep us busy for hours.
_LARGEST = 1e21  # Above it even Excel writes a number with its power of ten.
_READERS = {"xlsx": "xlsx_letters", "xls": "xls_marks", "ods": "ods_marks"}


def read_workbook(path: Path, kind: str, limits: Limits) -> list[ReadSheet]:
    """Return the sheets of *path* (*kind* xlsx, xlsb, xls or ods), merged ranges filled.

    Hidden sheets, rows and columns are read and marked; letters of old fonts are converted; the
    first sheet's remarks tell of macros. Raises Refused when the file is locked or takes more than
    *limits*, BadFile when it is damaged.
    """
    with ExitStack() as children, _unswept():

        def start(reader: str) -> Reading:
            return children.enter_context(reading(reader, path, limits))

        values, signs = start("values"), Signs(needs_reader=True)
        if kind != "xls":  # Of an old workbook the reader of its marks looks by itself.
            signs = signs_of(path, kind)
        if signs.names_old_fonts and kind not in _READERS:
            raise old_fonts_unread(path, kind)
        beside = start(_READERS[kind]) if signs.needs_reader else None
        sheets = list(_sheets(path, values))
        said, remarks = _said(beside, kind) if beside else ({}, [])
    if has_macros(path):
        remarks.append(macros_not_run(path))
    marks = [signs.marks.get(s.name, Marks()) | said.get(s.name, Marks()) for s in sheets]
    return [
        sheet.read(one, () if n else tuple(remarks))
        for n, (sheet, one) in enumerate(zip(sheets, marks, strict=True))
    ]


@contextmanager
def _unswept() -> Iterator[None]:
    """Keep Python from looking for circles: cells have none, and millions of them are looked at."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _said(beside: Reading, kind: str) -> tuple[dict[str, Marks], list[str]]:
    """Return the marks that the reader *beside* found, and a remark when it could not read."""
    try:
        return marks_of(beside.values()), []
    except BadFile:
        if kind != "xls":
            raise
        # The library for the fonts of old workbooks is stricter than the one for their values.
        return {}, [fonts_unread(beside.path)]


def _sheets(path: Path, values: Reading) -> Iterator["_Sheet"]:
    """Give the sheets as their values arrive."""
    sheet: _Sheet | None = None
    cells = 0
    for value in values.values():
        if isinstance(value, dict):
            if sheet:
                yield sheet
            sheet = _Sheet(
                value["sheet"],
                value["hidden"],
                value["row"] + 1,
                value["column"],
                value["width"],
                [(top, left, down, right) for top, left, down, right in value["merged"]],
            )
        elif sheet:
            cells += sheet.take(value)
            if cells > MOST_CELLS:
                raise too_heavy(path)
    if sheet:
        yield sheet


@dataclass(slots=True)
class _Sheet:
    """A sheet as it arrives. *number* and *column*: of the next row and of its first cell."""

    name: str
    is_hidden: bool
    number: int
    column: int
    width: int
    merged: list[Range]
    rows: dict[int, Cells] = field(default_factory=dict)
    raw: dict[Place, str] = field(default_factory=dict)

    def take(self, some: list[Any]) -> int:
        """Add *some* rows; a number stands for empty rows left out. Return how many cells."""
        for cells in some:
            if isinstance(cells, int):
                self.number += cells
                continue
            # A whole number comes without a point, however long: an identity number stays what it
            # is. Written out, and as a tuple, because a register has millions of cells.
            self.rows[self.number] = tuple(
                [
                    c
                    if (kind := type(c)) is str
                    else int(c)
                    if kind is float and -_LARGEST < c < _LARGEST and c.is_integer()
                    else _value(c)
                    for c in cells
                ]
            )
            self.number += 1
        return len(some) * self.width

    def read(self, marks: Marks, remarks: tuple[str, ...]) -> ReadSheet:
        """Return the sheet with what *marks* say of it."""
        for place, text in marks.errors.items():
            if self._cell(place) == "":
                self._put(place, text)
        for place, letters in marks.letters.items():
            self._convert(place, letters)
        ranges = (*self.merged, *marks.merged)
        self._fill(ranges)
        before = ("",) * self.column
        empty = ("",) * (self.column + self.width)
        return ReadSheet(
            self.name,
            tuple([ReadRow(n, before + row if row else empty) for n, row in self.rows.items()]),
            self.is_hidden,
            marks.hidden_rows.intersection(self.rows),
            frozenset(n for n in marks.hidden_columns if n < len(empty)),
            self.raw,
            tuple([((top + 1, left), (down + 1, right)) for top, left, down, right in ranges]),
            remarks,
        )

    def _cell(self, place: Place) -> Value | None:
        """Return what stands at *place*, None where the sheet does not reach."""
        number, column = place
        row, at = self.rows.get(number), column - self.column
        if row is None or not 0 <= at < self.width:
            return None
        return row[at] if row else ""

    def _put(self, place: Place, value: Value, count: int = 1) -> None:
        """Set *value* at *place*, which the sheet reaches, and in *count* cells from there."""
        number, column = place
        row, at = self.rows[number] or ("",) * self.width, column - self.column
        self.rows[number] = (*row[:at], *[value] * count, *row[at + count :])

    def _convert(self, place: Place, letters: str | list[FontRun]) -> None:
        """Convert the text at *place*, which is set in one font or in runs of several."""
        text = self._cell(place)
        if not isinstance(text, str):
            return
        runs = [(letters, text)] if isinstance(letters, str) else letters
        before = "".join([text for _, text in runs])
        if (now := converted(runs)) != before:
            self.raw[place] = before
            self._put(place, now)

    def _fill(self, ranges: tuple[Range, ...]) -> None:
        """Put into every cell of each range what its first one shows."""
        filled = 0
        for top, left, down, right in ranges:
            value = self._cell((top + 1, left))
            if value is None or filled > _MOST_FILLED:
                continue
            count = min(right - left + 1, self.column + self.width - left)
            for number in range(top + 1, min(down + 2, self.number)):
                if number in self.rows:
                    self._put((number, left), value, count)
                filled += count
                if filled > _MOST_FILLED:
                    break


def _value(cell: list[str] | bool | float | None) -> Value:
    """Return a cell as it was printed: a number, or a date; truth becomes a word."""
    if isinstance(cell, list):
        return date.fromisoformat(cell[0])
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return "" if cell is None else cell  # A number that is none shows nothing.
