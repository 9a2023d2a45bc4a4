"""Text files (.txt, .md) to lines and grids. Knows nothing of reports and plans."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from thidua_desktop.documents.reading.guard import foreign, opened
from thidua_desktop.documents.reading.inline import pieces_of
from thidua_desktop.documents.reading.source import (
    Cell,
    Grid,
    Item,
    Line,
    Piece,
    Source,
    tidy,
)
from thidua_desktop.domain.markup import Run

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_TITLE = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_PIPES = re.compile(r"\s*\|.*\|\s*$")
_UNDER_HEAD = re.compile(r"[\s|:-]+$")
_NUMBERED = re.compile(r"\s*(?:[IVX]+[./)]|\d{1,2}(?:\.\d{1,2})*[./)]?|[a-zđ][.)]|[-–+•*])\t", re.I)


def read_text(path: Path) -> Source:
    """Return the lines and grids of the text file *path* (UTF-8, UTF-16 or Windows-1258)."""
    with opened(path):
        text = decoded(path)
    return Source(items_of(text.splitlines()))


def items_of(lines: list[str]) -> tuple[Item, ...]:
    """Return the lines and grids that the written *lines* mean."""
    return tuple(_items(lines))


def cell_of(text: str) -> Cell:
    """Return the lines that the written *text* of one cell means."""
    return tuple(_split(pieces_of(text)))


def decoded(path: Path) -> str:
    """Return the text of *path*; BadFile when it is no text in an encoding we know."""
    content = path.read_bytes()
    encoding = next((name for bom, name in _BOMS.items() if content.startswith(bom)), "")
    if not encoding and b"\0" in content:
        raise foreign(path, "tệp văn bản")
    for guess in (encoding,) if encoding else ("utf-8", "cp1258"):
        try:
            return content.decode(guess)
        except UnicodeDecodeError:
            continue
    raise foreign(path, "tệp văn bản (.txt, .md) mã UTF-8")


def _items(lines: list[str]) -> Iterator[Item]:
    """Give paragraphs by blank lines, and in them runs of rows and runs of lines."""
    for _, block in groupby(lines, key=lambda line: not line.strip()):
        for is_row, rows in groupby(block, key=_is_row):
            group = list(rows)
            if is_row and (cells := _cells(group)):
                yield _grid(cells)
            else:
                yield from _lines(group)


def _is_row(line: str) -> bool:
    return "\t" in line.lstrip() or bool(_PIPES.match(line))


def _cells(rows: list[str]) -> list[list[str]]:
    """Return *rows* split into cells; nothing when the tabs only stand after a number."""
    if all(_PIPES.match(row) for row in rows):
        kept = (row for row in rows if not _UNDER_HEAD.match(row))
        return [row.strip().strip("|").split("|") for row in kept]
    cells = [row.split("\t") for row in rows]
    if max(map(len, cells)) > 2 or not all(_NUMBERED.match(row) for row in rows):
        return cells
    return []


def _grid(rows: list[list[str]]) -> Grid:
    width = max(map(len, rows))
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    # Two columns are the two halves of a head or of a signature, which have no frame.
    return Grid(tuple(tuple(map(cell_of, row)) for row in padded), is_framed=width != 2)


def _lines(group: list[str]) -> Iterator[Line]:
    """Give the lines of one paragraph; a style may run on from one line to the next."""
    for is_alone, lines in groupby(group, key=lambda line: bool(_TITLE.match(line))):
        if is_alone:
            for line in lines:
                yield from _title(line)
        else:
            text = "\n".join(line.rstrip("\\") for line in lines if not _RULE.match(line))
            yield from _split(pieces_of(text))


def _title(line: str) -> Iterator[Line]:
    found = _TITLE.match(line)
    for part in _split(pieces_of(found["text"] if found else line)):
        yield replace(part, is_title=True)


def _split(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Give *pieces* line by line, empty lines left out."""
    current: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Run):
            current.append(piece)
            continue
        first, *rest = piece.text.split("\n")
        current.append(replace(piece, text=first))
        for text in rest:
            yield from _full(current)
            current = [replace(piece, text=text)]
    yield from _full(current)


def _full(pieces: list[Piece]) -> Iterator[Line]:
    line = tidy(Line(tuple(pieces)))
    if line.pieces:
        yield line
