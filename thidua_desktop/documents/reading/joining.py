"""Paragraphs and tables that the source's pages broke in two, joined again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
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

    A paragraph goes on in the next one when it has no end mark and the next begins in lower case
    (decisions 32). A table goes on when the next one repeats its head.
    """
    whole: list[Item] = []
    for item in _at_heads(items):
        last = whole[-1] if whole else None
        if isinstance(last, Line) and isinstance(item, Line) and goes_on(last, item):
            whole[-1] = joined(last, item)
        elif isinstance(last, Grid) and isinstance(item, Grid) and (head := _same_head(last, item)):
            whole[-1] = replace(last, rows=_continued(last.rows, item.rows[head:]))
        else:
            whole.append(item)
    return whole


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


def _same_head(first: Grid, second: Grid) -> int:
    """Return how many rows of *second* repeat the head of *first*: its names, its numbers."""
    if not (first.rows and second.rows and _is_same_head(first.rows[0], second.rows[0])):
        return 0
    has_numbers = _folded(first.rows[1:2]) == _folded(second.rows[1:2]) and all(
        map(_COLUMN_NUMBER.match, chain(*_folded(second.rows[1:2])))
    )
    return 2 if has_numbers and len(second.rows) > 1 else 1


def _is_same_head(head: _Row, row: _Row) -> bool:
    (names,), (others,) = _folded([head]), _folded([row])
    return names == others and len({name for name in names if name}) > 1


def _folded(rows: Iterable[_Row]) -> list[list[str]]:
    return [[fold(cell_words(cell)) for cell in row] for row in rows]


def _continued(rows: tuple[_Row, ...], more: tuple[_Row, ...]) -> tuple[_Row, ...]:
    """Return *rows* and *more*; a row broken between two pages becomes one again."""
    if not more or not _is_rest(rows[-1], more[0]):
        return rows + more
    whole = tuple(_run_on(above, below) for above, below in zip(rows[-1], more[0], strict=True))
    return (*rows[:-1], whole, *more[1:])


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
