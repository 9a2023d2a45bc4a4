"""How the cells of a column are typed: which text becomes which value. Knows no grid."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain.dates import parse_date, show_date
from thidua_desktop.domain.numbers import NumberError, parse_number
from thidua_desktop.domain.text import clean, clean_prose, fold, words
from thidua_desktop.ui.widgets.suggestions import Suggestion

CellSuggest = Callable[[Any, str], Sequence[Suggestion]]
"""Gives the proposals for a row (None for a new one) and what is typed; off the window's thread."""


class CellError(ValueError):
    """Text that is no value of its column; it says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is typed in a column.

    *field*: the place in the record ("recipient.name"), as in a Problem. *read* makes the value of
    a text and raises ValueError with the reason; *begin* gives the text of a row with which typing
    begins, the words shown when it is None. *suggest* fills the list below the cell; a *closed*
    list is shown as soon as the cell is opened. *is_day*: Ctrl+; writes today.
    """

    field: str
    read: Callable[[str], Any] = clean
    begin: Callable[[Any], str] | None = None
    suggest: CellSuggest | None = None
    is_closed: bool = False
    is_day: bool = False


def line(field: str, suggest: CellSuggest | None = None) -> Cell:
    """Return a cell of one line of text."""
    return Cell(field, suggest=suggest)


def prose(field: str) -> Cell:
    """Return a cell whose text may have several lines."""
    return Cell(field, clean_prose)


def day(field: str, value: Callable[[Any], str]) -> Cell:
    """Return a cell of a day, a month or a year; *value* is the date in a row."""
    return Cell(field, _day, lambda row: show_date(value(row)), is_day=True)


def number(field: str, empty: int | None = 0) -> Cell:
    """Return a cell of a whole number; *empty* stands for no text."""

    def read(text: str) -> int | None:
        if not clean(text):
            return empty
        found = parse_number(text)
        if found != round(found):
            raise NumberError(f"“{clean(text)}” phải là số nguyên.")
        return round(found)

    return Cell(field, read)


def choice(field: str, vocabulary: Mapping[Any, str]) -> Cell:
    """Return a cell that takes one of *vocabulary*, by its words or a part of them, marks aside."""

    def propose(_row: Any, text: str) -> list[Suggestion]:
        return [Suggestion(named) for named in _matching(vocabulary, text).values()]

    return Cell(field, lambda text: key_of(vocabulary, text), suggest=propose, is_closed=True)


def tick(field: str, word: str) -> Cell:
    """Return a cell that is yes where *word* stands, and no where nothing does."""
    return choice(field, {True: word, False: ""})


def key_of(vocabulary: Mapping[Any, str], text: str) -> Any:
    """Return whose words *text* is, or the only one that has its words. Raises CellError."""
    folded = fold(text)
    for key, named in vocabulary.items():
        if fold(named) == folded:
            return key
    found = list(_matching(vocabulary, text)) if folded else []
    if len(found) == 1:
        return found[0]
    known = ", ".join(filter(None, vocabulary.values()))
    said = f"“{clean(text)}” không có trong danh sách" if folded else "Ô này không để trống được"
    raise CellError(f"{said}. Hãy chọn: {known}.")


def _matching(vocabulary: Mapping[Any, str], text: str) -> dict[Any, str]:
    wanted = words(text)
    return {
        key: named
        for key, named in vocabulary.items()
        if named and all(word in fold(named) for word in wanted)
    }


def _day(text: str) -> str:
    return parse_date(text) if clean(text) else ""
