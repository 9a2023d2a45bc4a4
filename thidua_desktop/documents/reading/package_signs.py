"""A quick look through a packed workbook (.xlsx .ods): what in it needs a closer one.

It searches bytes and reads no XML, because most workbooks have nothing of what it looks for.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from thidua_desktop.documents.reading.guard import opened, parsed
from thidua_desktop.documents.reading.marks import Marks
from thidua_desktop.documents.reading.sheets import Place

_PIECE = 1024 * 1024
_OLD_FONT = re.compile(rb"""["';]\s*@?(?:\.vn|vni-)""", re.I)
_OLD_FONT_WIDE = re.compile(rb"\.\0v\0n\0|v\0n\0i\0-\0", re.I)
_HIDDEN = re.compile(rb"""hidden=["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\b(r|min|max)=["'](\d{1,7})["']""")
_ERROR = re.compile(rb"""<(?:\w+:)?c\s([^<>]*\bt="e"[^<>]*)>(.*?)</(?:\w+:)?c>""", re.S)
_PLACE = re.compile(rb"""\br="([A-Z]{1,3})(\d{1,7})\"""")
_SHOWN = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_MOST_COLUMNS = 16384


@dataclass(slots=True)
class Signs:
    """What was seen of a package: whether old fonts are named, what was found by sheet."""

    names_old_fonts: bool = False
    needs_reader: bool = False
    marks: dict[str, Marks] = field(default_factory=dict)


@dataclass(slots=True)
class _Found:
    """What the bytes of one sheet show."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)


def signs_of(path: Path, kind: str) -> Signs:
    """Return what the package *path* shows; all but *kind* ods is taken for Excel's.

    Raises BadFile when it is damaged.
    """
    with opened(path), ZipFile(path) as package:
        return _of_ods(package) if kind == "ods" else _of_xlsx(package)


def sheet_parts(package: ZipFile) -> dict[str, str]:
    """Return the name of the part each sheet of an .xlsx is in."""
    main = PurePosixPath("xl/workbook.xml")
    relations = parsed(package, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    parts = {}
    for sheet in parsed(package, str(main)).iterfind("sheets/sheet"):
        target = targets.get(sheet.get("id", ""), "")
        part = target.lstrip("/") if target.startswith("/") else str(main.parent / target)
        parts[sheet.get("name", "")] = part
    return parts


def _of_xlsx(package: ZipFile) -> Signs:
    signs = Signs()
    found: dict[str, _Found] = defaultdict(_Found)
    for name in package.namelist():
        if name == "xl/styles.xml":
            signs.names_old_fonts |= bool(_OLD_FONT.search(package.read(name)))
        elif name == "xl/styles.bin":
            signs.names_old_fonts |= bool(_OLD_FONT_WIDE.search(package.read(name)))
        elif name == "xl/sharedStrings.xml" or name.startswith("xl/worksheets/"):
            for piece in _pieces(package, name):
                signs.names_old_fonts |= b"rFont" in piece and bool(_OLD_FONT.search(piece))
                if name != "xl/sharedStrings.xml":
                    _look(piece, found, name)
    signs.needs_reader = signs.names_old_fonts
    if found and "xl/workbook.xml" in package.namelist():
        parts = sheet_parts(package)
        signs.marks = {
            sheet: Marks(frozenset(one.rows), frozenset(one.columns), one.errors)
            for sheet, part in parts.items()
            if (one := found.get(part))
        }
    return signs


def _look(piece: bytes, found: dict[str, _Found], name: str) -> None:
    """Add to *found* what *piece* of the sheet *name* shows as hidden or in error."""
    if b"hidden=" in piece:
        for hit in _HIDDEN.finditer(piece):
            start = piece.rfind(b"<", 0, hit.start())
            tag = piece[start : piece.find(b">", hit.end())]
            numbers = {key: int(number) for key, number in _NUMBER.findall(tag)}
            if b"row" in tag[:12] and b"r" in numbers:
                found[name].rows.add(numbers[b"r"])
            elif b"col" in tag[:12] and b"min" in numbers and b"max" in numbers:
                last = min(numbers[b"max"], _MOST_COLUMNS)
                found[name].columns.update(range(numbers[b"min"] - 1, last))
    if b't="e"' in piece:
        for hit in _ERROR.finditer(piece):
            place, shown = _PLACE.search(hit[1]), _SHOWN.search(hit[2])
            if place and shown:
                text = shown[1].decode("utf-8", "replace")
                found[name].errors[int(place[2]), _column(place[1])] = text


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _of_ods(package: ZipFile) -> Signs:
    signs = Signs()
    is_head = True
    for piece in _pieces(package, "content.xml"):
        signs.needs_reader |= any(
            mark in piece
            for mark in (b"-spanned=", b'visibility="collapse', b'visibility="filter', b'="error"')
        )
        if is_head:  # All styles stand before the first sheet.
            signs.names_old_fonts |= bool(_OLD_FONT.search(piece))
            is_head = b"office:body" not in piece
    if "styles.xml" in package.namelist():
        styles = package.read("styles.xml")
        signs.names_old_fonts |= bool(_OLD_FONT.search(styles))
    signs.needs_reader |= signs.names_old_fonts
    return signs


def _pieces(package: ZipFile, name: str) -> Iterator[bytes]:
    """Give the part *name* piece by piece; none ends inside a row where rows are of usual size."""
    if name not in package.namelist():
        return
    with package.open(name) as part:
        rest = b""
        while piece := part.read(_PIECE):
            piece = rest + piece
            cut = _cut(piece)
            rest = piece[cut:]
            yield piece[:cut]
        yield rest


def _cut(piece: bytes) -> int:
    """Return where the last row of *piece* begins, or the last string, cell or tag."""
    for tag in (b"<row", b"<si>", b"<c", b"<"):
        if (cut := piece.rfind(tag)) > 0:
            return cut
    return len(piece)
