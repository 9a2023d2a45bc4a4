"""Paragraphs and tables that the source's pages broke in two, joined again."""

import re
from collections.abc import Iterable
from dataclasses import replace

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
_QUOTES = "“\"‘'«(["


def join_broken(items: Iterable[Item]) -> list[Item]:
    """Return *items* with broken paragraphs and tables joined; words stay, and stay in order.

    A paragraph goes on in the next one when it has no end mark and the next begins in lower case
    (decisions 32). A table goes on when the next one repeats its head.
    """
    whole: list[Item] = []
    for item in items:
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


def _same_head(first: Grid, second: Grid) -> int:
    """Return how many rows of *second* repeat the head of *first*."""
    count = 0
    for above, below in zip(first.rows[:-1], second.rows, strict=False):
        if _folded(above) != _folded(below) or not any(_folded(above)):
            break
        count += 1
    return count


def _folded(row: tuple[Cell, ...]) -> list[str]:
    return [fold(cell_words(cell)) for cell in row]


_Rows = tuple[tuple[Cell, ...], ...]


def _continued(rows: _Rows, more: _Rows) -> _Rows:
    """Return *rows* and *more*; a row broken between two pages becomes one again."""
    if not more or not _is_rest(rows[-1], more[0]):
        return rows + more
    whole = tuple(_run_on(above, below) for above, below in zip(rows[-1], more[0], strict=True))
    return (*rows[:-1], whole, *more[1:])


def _is_rest(above: tuple[Cell, ...], below: tuple[Cell, ...]) -> bool:
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
