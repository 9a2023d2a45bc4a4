"""Word paragraphs into which a marked-up text was pasted, read by their marks."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from thidua_desktop.documents.reading.source import Cell, Item, Line, lines_of, tidy, words_of
from thidua_desktop.documents.reading.text import cell_of, items_of
from thidua_desktop.domain.markup import Run

_MARKS = re.compile(r"^\s{0,3}#{1,6}\s|<sup>|\*\*\S|\[\^\w+\]|</?(?:[bi]|ul|li)\b")


def unpaste(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return *items* tidied, empty lines left out; marks of a pasted text become what they mean."""
    if not any(_MARKS.search(words_of(line)) for item in items for line in lines_of(item)):
        return tuple(_tidied(items))
    read: list[Item] = []
    for is_plain, group in groupby(items, key=_is_plain):
        same = list(group)
        read += items_of([*map(_text, same)]) if is_plain else map(_unmarked, _tidied(same))
    return tuple(read)


def _unmarked(item: Item) -> Item:
    """Return *item*; in the cells of a grid, plain lines by their marks."""
    if isinstance(item, Line):
        return item
    rows = (tuple(map(_unmarked_cell, row)) for row in item.rows)
    return replace(item, rows=tuple(rows))


def _unmarked_cell(cell: Cell) -> Cell:
    read: list[Line] = []
    for is_plain, group in groupby(cell, key=_is_plain):
        same = list(group)
        read += cell_of("\n".join(map(_text, same))) if is_plain else same
    return tuple(read)


def _tidied(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        if not isinstance(item, Line):
            yield item
        elif (line := tidy(item)).pieces:
            yield line


def _is_plain(item: Item) -> bool:
    """Say whether *item* is a line without any look of its own."""
    return (
        isinstance(item, Line)
        and not item.number
        and not item.is_title
        and all(
            isinstance(piece, Run) and not (piece.bold or piece.italic) for piece in item.pieces
        )
    )


def _text(item: Item) -> str:
    return words_of(item) if isinstance(item, Line) else ""
