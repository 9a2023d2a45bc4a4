"""Word paragraphs into which a marked-up text was pasted, read by their marks."""

import re
from collections.abc import Iterable
from itertools import groupby

from thidua_desktop.documents.reading.source import Item, Line, tidy, words_of
from thidua_desktop.documents.reading.text import items_of
from thidua_desktop.domain.markup import Run

_MARKS = re.compile(r"^\s{0,3}#{1,6}\s|<sup>|\*\*\S|\[\^\w+\]|</?[bi]>")


def unpaste(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return *items* tidied, empty lines left out; marks of a pasted text become what they mean."""
    is_pasted = any(isinstance(i, Line) and _MARKS.search(words_of(i)) for i in items)
    if not is_pasted:
        return tuple(_tidied(items))
    read: list[Item] = []
    for is_plain, group in groupby(items, key=_is_plain):
        same = list(group)
        read += items_of([*map(_text, same)]) if is_plain else _tidied(same)
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
