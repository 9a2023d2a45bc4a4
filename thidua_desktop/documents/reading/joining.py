"""Paragraphs and tables that the source's pages broke in two, joined again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from thidua_desktop.documents.reading.numbering import number_of
from thidua_desktop.documents.reading.source import (
    Cell,
    Grid,
    Item,
    Line,
    cell_words,
    is_bold,
    joined,
    words_of,
)
from thidua_desktop.domain.text import fold

_END_MARK = re.compile(r"[.!?…:;][\s”\"’'»)\]]*$")
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?$")
_QUOTES = "“\"‘'«(["

_Row = tuple[Cell, ...]


def join_broken(items: Iterable[Item]) -> list[Item]:
    """Return *items* with broken paragraphs and tables joined; words stay, and stay in order.

    A paragraph goes on in the next one when it has no end mark and the next begins in lower
    case. A table goes on when the next one repeats its head.
    """
    whole: list[_Sentence | _Table] = []
    for item in _at_heads(items):
        last = whole[-1] if whole else None
        if isinstance(item, Line):
            if not (isinstance(last, _Sentence) and last.takes(item)):
                whole.append(_Sentence([item]))
        elif not (isinstance(last, _Table) and last.takes(item)):
            whole.append(_Table(item, list(item.rows)))
    return [part.whole() for part in whole]


def goes_on(first: Line, second: Line) -> bool:
    """Say whether *second* is the rest of the sentence that *first* began."""
    text, rest = words_of(first), words_of(second).lstrip(_QUOTES)
    is_text = not (first.is_title or second.is_title or is_bold(first) != is_bold(second))
    return (
        is_text
        and rest[:1].islower()
        and not second.number
        and number_of(rest) is None
        and not _END_MARK.search(text)
    )


@dataclass(slots=True)
class _Sentence:
    """Lines that go on in one another."""

    lines: list[Line]

    def takes(self, line: Line) -> bool:
        if not goes_on(self.lines[-1], line):
            return False
        self.lines.append(line)
        return True

    def whole(self) -> Line:
        return joined(*self.lines) if len(self.lines) > 1 else self.lines[0]


@dataclass(slots=True)
class _Table:
    """A grid and the rows of those that go on under its head."""

    grid: Grid
    rows: list[_Row]

    def takes(self, grid: Grid) -> bool:
        head = self._head_of(grid)
        if not head:
            return False
        more = list(grid.rows[head:])
        if more and _is_rest(self.rows[-1], more[0]):
            pairs = zip(self.rows.pop(), more.pop(0), strict=True)
            self.rows.append(tuple(_run_on(above, below) for above, below in pairs))
        self.rows += more
        return True

    def whole(self) -> Grid:
        return replace(self.grid, rows=tuple(self.rows))

    def _head_of(self, grid: Grid) -> int:
        """Return how many rows of *grid* repeat the head of this: its names, its numbers."""
        if not (self.rows and grid.rows and _is_same_head(self.rows[0], grid.rows[0])):
            return 0
        above, below = _folded(self.rows[1:2]), _folded(grid.rows[1:2])
        is_numbered = bool(below) and all(map(_COLUMN_NUMBER.match, chain(*below)))
        return 2 if is_numbered and above == below else 1


def _at_heads(items: Iterable[Item]) -> Iterator[Item]:
    """Give *items*, a table that repeats its own head within itself cut before each head."""
    for item in items:
        if not isinstance(item, Grid) or not item.rows:
            yield item
            continue
        rows = item.rows
        heads = [n for n, row in enumerate(rows) if n and _is_same_head(rows[0], row)]
        for first, last in pairwise((0, *heads, len(rows))):
            yield replace(item, rows=rows[first:last])


def _is_same_head(head: _Row, row: _Row) -> bool:
    (names,), (others,) = _folded([head]), _folded([row])
    return names == others and len({name for name in names if name}) > 1


def _folded(rows: Iterable[_Row]) -> list[list[str]]:
    return [[fold(cell_words(cell)) for cell in row] for row in rows]


def _is_rest(above: _Row, below: _Row) -> bool:
    """Say whether *below* has no number of its own and goes on in a sentence of *above*."""
    pairs = list(zip(above, below, strict=False))
    return (
        len(above) == len(below)
        and not cell_words(below[0])
        and any(a and b and goes_on(a[-1], b[0]) for a, b in pairs)
    )


def _run_on(above: Cell, below: Cell) -> Cell:
    if above and below and goes_on(above[-1], below[0]):
        return (*above[:-1], joined(above[-1], below[0]), *below[1:])
    return above + below
