"""Whole rows for a workbook, written many times faster than cell by cell. Knows no records.

The library has no door for rows of finished cells, so this is the one place that leans on its
inner names; its version is pinned, and the tests read every kind of cell back.
"""

import re
from datetime import date
from functools import lru_cache
from typing import TextIO, cast
from unicodedata import is_normalized

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from thidua_desktop.documents.letter_widths import DIGIT, line_count
from thidua_desktop.documents.sheets import Cell, SheetColumn
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.text import clean_prose

MOST_ROWS = 1_048_576
MOST_LETTERS = 32_767  # in one cell, in units of UTF-16

_EXCEL_ESCAPE = re.compile("(?=_x[0-9a-fA-F]{4}_)")  # Excel shows _x0041_ as A
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_FIRST_SURE_DAY = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_DAY_ZERO = date(1899, 12, 30)
_KEPT = 1 << 12  # a register names the same days, units and posts again and again

LINE_HEIGHT = 1.32  # of the letters' size, as Excel has it for Times New Roman
_MOST_HEIGHT = 409.0  # points of a row
_SIZE = 12
_WIDEST = 950  # of a letter, in thousandths of its size
_SLACK = 0.95  # of a column's width: programs differ a little in where they break a line


class RowsSheet(Worksheet):
    """A worksheet of a workbook in constant memory; rows are written from the top down."""

    def write_cells(self, row: int, cells: str, lines: int) -> None:
        """Write the finished *cells* as *row*, counted from 0, high enough for *lines* of text.

        The rows above are done with. Excel fits a row to its text by itself; others do not.
        """
        self._check_dimensions(row, 0)
        self._write_single_row(row + 1)
        height = f' ht="{row_height(lines)}"' if lines > 1 else ""
        cast(TextIO, self.fh).write(f'<row r="{row + 1}"{height}>{cells}</row>')

    def let_go(self) -> None:
        """Close the file in which rows wait, so that it can be removed."""
        self._opt_close()


class Pen:
    """Writes the cells of one column: *words* is the look of its texts, *numbers* of the rest."""

    def __init__(self, place: int, column: SheetColumn, words: Format, numbers: Format) -> None:
        name = xl_col_to_name(place)
        style, number_style = _index(words), _index(numbers)
        self._words = f'<c r="{name}%d" s="{style}" t="inlineStr"><is><t>%s</t></is></c>'
        self._empty = f'<c r="{name}%d" s="{style}"/>'
        self._number = f'<c r="{name}%d" s="{number_style}"><v>%s</v></c>'
        self._column = column
        self._room = column.width * DIGIT * _SLACK
        self._surely_fits = self._room // _WIDEST
        self._is_date = column.kind == "date"

    def cell(self, row: int, value: Cell) -> str:
        """Return *value* as a finished cell of *row*, counted from 1.

        A whole date becomes a real one; a month or a year stays text, so that no day is invented.
        Raises Refused when no cell can hold the text.
        """
        if self._is_date and isinstance(value, str):
            value = _day(value)
        if not isinstance(value, str):
            return self._empty % row if value is None else self._number % (row, value)
        if len(value) > MOST_LETTERS // 2:
            self._refuse_too_long(value)
        return self._words % (row, _escaped(tidy(value))) if value else self._empty % row

    def lines(self, value: Cell) -> int:
        """Return how many lines *value* takes in the column."""
        if not isinstance(value, str) or (len(value) <= self._surely_fits and "\n" not in value):
            return 1
        return _line_count(value, self._room)

    def _refuse_too_long(self, text: str) -> None:
        if len(text.encode("utf-16-le", "replace")) // 2 > MOST_LETTERS:
            raise Refused(
                f"Cột “{self._column.title}” có một ô dài quá 32.767 chữ, Excel không chứa được.",
                "Chưa có tệp nào được ghi.",
                "Hãy rút ngắn nội dung ấy, hoặc xuất ra PDF.",
            )


def row_height(lines: int, size: int = _SIZE) -> float:
    """Return the points that *lines* of letters of *size* take."""
    return min(lines * size * LINE_HEIGHT, _MOST_HEIGHT)


def tidy(text: str) -> str:
    """Return *text* as a cell takes it: NFC, without controls; lines stay lines."""
    if text.isprintable() and is_normalized("NFC", text):
        return text.strip()
    return clean_prose(text)


@lru_cache(maxsize=_KEPT)
def _line_count(text: str, room: float) -> int:
    return line_count(tidy(text), room)


def _index(look: Format) -> int:
    return int(look._get_xf_index())  # type: ignore[no-untyped-call]


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _EXCEL_ESCAPE.sub("_x005F", text) if "_x" in text else text


@lru_cache(maxsize=_KEPT)
def _day(value: str) -> int | str:
    """Return the serial number of a whole date, else the date in words."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return show_date(value) if _DATE.fullmatch(value) else value
    return (day - _DAY_ZERO).days if day >= _FIRST_SURE_DAY else show_date(value)
