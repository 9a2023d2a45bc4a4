"""Prints what an .xls says of its cells beside their values: hidden, errors, old fonts.

The records of the file are walked once; only when a font of before Unicode is named, xlrd tells
the font of each cell and run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from struct import unpack_from
from typing import Any

from thidua_desktop.documents.reading.child.printing import show
from thidua_desktop.documents.reading.legacy import is_legacy

_BEGIN, _END, _LOCKED = 0x809, 0x0A, 0x2F
_FONT, _SHEET, _ROW, _COLUMNS = 0x31, 0x85, 0x208, 0x7D
_FORMULAS, _TRUTH_OR_ERROR = (0x06, 0x206, 0x406), 0x205
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
}
_OLD_FONT = re.compile(rb"\.\0?v\0?n|v\0?n\0?i\0?-", re.I)
_Record = tuple[int, int, int]  # Kind, where it begins, length.


def main(path: str) -> None:
    """Print the marks of each sheet of *path*, as `marks.marks_of` takes them."""
    content = Path(path).read_bytes()
    stream = _stream(content)
    sheets: list[_Sheet] = []
    names_old_fonts = False
    for kind, at, size in _records(stream, 0):
        if kind == _LOCKED:
            show({"error": "locked"})
            return
        if kind == _FONT:
            names_old_fonts |= bool(_OLD_FONT.search(stream, at, at + size))
        elif kind == _SHEET:
            sheets.append(_Sheet(_name(stream, at), *unpack_from("<I", stream, at)))
    letters = _letters(content) if names_old_fonts else {}
    for number, sheet in enumerate(sheets):
        sheet.look(stream)
        show(
            {
                "sheet": sheet.name,
                "hidden_rows": sorted(sheet.rows),
                "hidden_columns": sorted(sheet.columns),
                "errors": sheet.errors,
                "letters": letters.get(number, []),
            }
        )


@dataclass(slots=True)
class _Sheet:
    """One sheet: its name, where in the stream it begins, and what its records say."""

    name: str
    start: int
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    errors: list[tuple[int, int, str]] = field(default_factory=list)

    def look(self, stream: bytes) -> None:
        """Read the records of the sheet in *stream*."""
        for kind, at, size in _records(stream, self.start):
            if kind == _ROW and size >= 16:
                number, flags = unpack_from("<H10xH", stream, at)
                if flags & 0x20:
                    self.rows.add(number + 1)
            elif kind == _COLUMNS and size >= 10:
                first, last, flags = unpack_from("<HH4xH", stream, at)
                if flags & 1:
                    self.columns.update(range(first, min(last, 255) + 1))
            elif kind == _TRUTH_OR_ERROR and size >= 8:
                row, column, code, is_error = unpack_from("<HH2xBB", stream, at)
                if is_error:
                    self.errors.append((row + 1, column, _ERRORS.get(code, "#N/A")))
            elif kind in _FORMULAS and size >= 14:
                row, column, result, code, end = unpack_from("<HH2xBxB3xH", stream, at)
                if end == 0xFFFF and result == 2:
                    self.errors.append((row + 1, column, _ERRORS.get(code, "#N/A")))


def _stream(content: bytes) -> bytes:
    """Return the stream of the workbook inside its container."""
    from xlrd.compdoc import CompDoc

    container = CompDoc(content, logfile=StringIO(), ignore_workbook_corruption=True)
    for name in ("Workbook", "Book"):
        memory, start, size = container.locate_named_stream(name)
        if memory:
            return bytes(memory[start : start + size])
    raise ValueError("no workbook in the file")


def _records(stream: bytes, at: int) -> Iterator[_Record]:
    """Give the records from *at* to the end of that sheet, those of charts within it too."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        at += 4
        depth += (kind == _BEGIN) - (kind == _END)
        if kind == _END and depth <= 0:
            return
        if at + size > len(stream):
            return
        yield kind, at, size
        at += size


def _name(stream: bytes, at: int) -> str:
    count, is_wide = stream[at + 6], stream[at + 7]
    if is_wide == 1:
        return stream[at + 8 : at + 8 + 2 * count].decode("utf-16-le", "replace")
    start = at + 8 if is_wide == 0 else at + 7  # Before 1997 the letters begin at once.
    return stream[start : start + count].decode("latin-1")


def _letters(content: bytes) -> dict[int, list[Any]]:
    """Return by number of the sheet the cells in old fonts: row number, column, font or runs."""
    import xlrd

    book = xlrd.open_workbook(
        file_contents=content,
        formatting_info=True,
        # Asked only where a text has one byte a letter: a byte of an old font is what it is.
        encoding_override="latin-1",
        logfile=StringIO(),
        ignore_workbook_corruption=True,  # Some systems write tables of sectors that Excel bears.
    )
    fonts = [font.name for font in book.font_list]
    return {n: list(_of_sheet(book, sheet, fonts)) for n, sheet in enumerate(book.sheets())}


def _of_sheet(book: Any, sheet: Any, fonts: list[str]) -> Iterator[tuple[int, int, Any]]:
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind != 1:  # Only text has letters.
                continue
            text = sheet.cell_value(row, column)
            first = fonts[book.xf_list[sheet.cell_xf_index(row, column)].font_index]
            changes = sheet.rich_text_runlist_map.get((row, column), ())
            runs = list(_runs(text, first, [(at, fonts[font]) for at, font in changes]))
            if any(is_legacy(font) for font, _ in runs):
                yield row + 1, column, runs


def _runs(text: str, font: str, changes: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """Give *text* in pieces: it begins in *font*, each change says where another begins."""
    at = 0
    for start, other in changes:
        if text[at:start]:
            yield font, text[at:start]
        at, font = max(start, at), other
    yield font, text[at:]
