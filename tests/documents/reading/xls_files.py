"""Small .xls files (BIFF8 in its container), written record by record; no library writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from struct import pack

FontRun = tuple[str, str]
_SECTOR = 512
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_DATE_FORMAT, _DAY_STYLE = 14, 20


@dataclass(frozen=True)
class Error:
    """A cell in error: 42 is #N/A."""

    code: int


@dataclass(frozen=True)
class Day:
    """A date by its serial number."""

    serial: int


XlsCell = str | float | Error | Day | list[FontRun] | FontRun


@dataclass(frozen=True)
class XlsSheet:
    """One sheet: cells by row and column from 0, and what is said beside them."""

    name: str
    cells: Mapping[tuple[int, int], XlsCell]
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    is_hidden: bool = False


def write_xls(path: Path, *sheets: XlsSheet, is_locked: bool = False, streams: str = "") -> Path:
    """Write *sheets*; text is in Arial, (font, text) in that font, a list of them is rich text."""
    path.write_bytes(_container(_Book().stream(sheets, is_locked), streams))
    return path


def write_xls_95(path: Path, cells: Mapping[tuple[int, int], bytes], codepage: int) -> Path:
    """Write one sheet “A” as Excel 95 did, its text as bytes in the font .VnTime."""

    def begin(kind: int) -> bytes:
        return _record(0x809, pack("<HHHH", 0x500, kind, 0, 1995))

    name = b".VnTime"
    font = pack("<HHHHHBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, len(name)) + name
    style = pack("<HHH", 0, 0, 1) + bytes(10)
    before = begin(5) + _record(0x42, pack("<H", codepage)) + _record(0x31, font)
    before += _record(0xE0, style)
    before += _record(0x85, pack("<IBBB", len(before) + 16, 0, 0, 1) + b"A") + _record(0x0A, b"")
    body = begin(0x10)
    for (row, column), text in cells.items():
        body += _record(0x204, pack("<HHHH", row, column, 0, len(text)) + text)
    path.write_bytes(_container(before + body + _record(0x0A, b""), "", "Book"))
    return path


@dataclass
class _Book:
    fonts: list[str] = field(default_factory=lambda: ["Arial"])
    strings: list[bytes] = field(default_factory=list)

    def stream(self, sheets: Sequence[XlsSheet], is_locked: bool) -> bytes:
        bodies = [self._sheet(sheet) for sheet in sheets]
        before = _begin(5) + (_record(0x2F, bytes(54)) if is_locked else b"")
        before += _record(0x42, pack("<H", 1200))
        before += b"".join(map(_font, self.fonts))
        for number in range(_DAY_STYLE):
            before += _xf(min(number, len(self.fonts) - 1), 0)
        before += _xf(0, _DATE_FORMAT)
        count = len(self.strings)
        table = _record(0xFC, pack("<II", count, count) + b"".join(self.strings))
        names = [sheet.name.encode("utf-16-le") for sheet in sheets]
        at = len(before) + sum(12 + len(name) for name in names) + len(table) + 4
        for sheet, name, body in zip(sheets, names, bodies, strict=True):
            said = pack("<IBBBB", at, sheet.is_hidden, 0, len(sheet.name), 1) + name
            before += _record(0x85, said)
            at += len(body)
        return before + table + _record(0x0A, b"") + b"".join(bodies)

    def _sheet(self, sheet: XlsSheet) -> bytes:
        rows = 1 + max((row for row, _ in sheet.cells), default=0)
        columns = 1 + max((column for _, column in sheet.cells), default=0)
        body = _begin(0x10)
        for column in sheet.hidden_columns:
            body += _record(0x7D, pack("<HHHHHH", column, column, 0, 0, 1, 0))
        body += _record(0x200, pack("<IIHHH", 0, rows, 0, columns, 0))
        for row in range(rows):
            flags = 0x100 | (0x20 if row in sheet.hidden_rows else 0)
            body += _record(0x208, pack("<HHHHHHHH", row, 0, columns, 255, 0, 0, flags, 15))
        for (row, column), cell in sorted(sheet.cells.items()):
            body += self._cell(row, column, cell)
        if sheet.merged:
            ranges = b"".join(pack("<HHHH", t, d, left, r) for t, left, d, r in sheet.merged)
            body += _record(0xE5, pack("<H", len(sheet.merged)) + ranges)
        return body + _record(0x0A, b"")

    def _cell(self, row: int, column: int, cell: XlsCell) -> bytes:
        if isinstance(cell, Error):
            return _record(0x205, pack("<HHHBB", row, column, 0, cell.code, 1))
        if isinstance(cell, Day):
            return _record(0x203, pack("<HHHd", row, column, _DAY_STYLE, cell.serial))
        if isinstance(cell, int | float):
            return _record(0x203, pack("<HHHd", row, column, 0, cell))
        runs = [("Arial", cell)] if isinstance(cell, str) else cell
        runs = [runs] if isinstance(runs, tuple) else runs
        style = self._number(runs[0][0])
        place = pack("<HHHI", row, column, style, len(self.strings))
        self.strings.append(self._string(runs))
        return _record(0xFD, place)

    def _string(self, runs: Sequence[FontRun]) -> bytes:
        text = "".join(text for _, text in runs)
        changes, at = b"", len(runs[0][1])
        for font, part in runs[1:]:
            number = self._number(font)
            changes += pack("<HH", at, number + (number > 3))  # There is no font 4.
            at += len(part)
        flags = 1 | (8 if changes else 0)
        count = pack("<H", len(changes) // 4) if changes else b""
        return pack("<HB", len(text), flags) + count + text.encode("utf-16-le") + changes

    def _number(self, font: str) -> int:
        if font not in self.fonts:
            self.fonts.append(font)
        return self.fonts.index(font)


def _record(kind: int, body: bytes) -> bytes:
    return pack("<HH", kind, len(body)) + body


def _begin(kind: int) -> bytes:
    return _record(0x809, pack("<HHHHII", 0x600, kind, 0, 1997, 0, 6))


def _font(name: str) -> bytes:
    said = pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    return _record(0x31, said + pack("<BB", len(name), 1) + name.encode("utf-16-le"))


def _xf(font: int, number_format: int) -> bytes:
    return _record(0xE0, pack("<HHH", font + (font > 3), number_format, 1) + bytes(14))


def _container(stream: bytes, more: str, name: str = "Workbook") -> bytes:
    """Put *stream* into a compound file, with an empty storage named *more* beside it."""
    stream += bytes(max(4096 - len(stream), -len(stream) % _SECTOR))
    stream += bytes(-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    fats = 1
    while fats * 128 < fats + 1 + count:
        fats += 1
    first = fats + 1
    fat = [_FAT] * fats + [_END] + [*range(first + 1, first + count), _END]
    fat += [_FREE] * (fats * 128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    head += bytes(6) + pack("<IIIIIIIII", 0, fats, fats, 0, 4096, _END, 0, _END, 0)
    head += pack("<109I", *range(fats), *[_FREE] * (109 - fats))
    entries = _entry("Root Entry", 5, 1, _END, 0)
    entries += _entry(name, 2, _FREE, first, len(stream), 2 if more else _FREE)
    entries += _entry(more, 1, _FREE, 0, 0) if more else bytes(128)
    entries += bytes(128)
    return head + pack(f"<{len(fat)}I", *fat) + entries + stream


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = _FREE) -> bytes:
    letters = name.encode("utf-16-le")
    said = letters.ljust(64, b"\0") + pack("<HBB", len(letters) + 2, kind, 1)
    return said + pack("<III", _FREE, right, child) + bytes(36) + pack("<IQ", start, size)
