"""One filter or order on one column: as SQL where SQL can, by folded words where it cannot."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from thidua_desktop.domain.listing import Filter, Order
from thidua_desktop.domain.text import fold, sort_key, words

Rows = Sequence[Sequence[Any]]

_AFTER_ALL = "~"  # Stands after every digit and hyphen, so that "2024" reaches the year's end.


def contains(column: "ColumnElement[Any]", word: str) -> "ColumnElement[bool]":
    """Return the condition that the folded *column* has *word* in it."""
    if "%" in word or "_" in word:
        return column.contains(word, autoescape=True)
    return column.like(f"%{word}%")


def condition(column: "ColumnElement[Any]", asked: Filter) -> "ColumnElement[bool]":
    """Return *asked* as SQL; a number that is none matches nothing."""
    if asked.match == "isnt":
        return sa.not_(sa.func.coalesce(condition(column, replace(asked, match="is")), sa.false()))
    is_text = isinstance(column.type, sa.String)
    if asked.match == "empty" or not asked.value:
        return sa.or_(column.is_(None), column == ("" if is_text else 0))
    value = asked.value if is_text else _number(asked.value)
    if value is None:
        return sa.false()
    if asked.match == "from":
        return column >= value
    if asked.match == "to":
        return column <= (f"{value}{_AFTER_ALL}" if is_text else value)
    return column == value


def kept(rows: Rows, at: int, asked: Filter) -> Rows:
    """Return the rows whose value at *at* is or contains what is asked, marks and case aside."""
    test = _test(asked)
    return [row for row in rows if test(row[at])]


def ordered(rows: Rows, at: int, order: Order, *, numbered: bool) -> Rows:
    """Return the rows in dictionary order of the value at *at*; equal ones stay as they are.

    *numbered*: a leading number counts first, so that 26/QĐ comes before 135/QĐ.
    """
    key = cache(_numbered_key if numbered else _text_key)
    return sorted(rows, key=lambda row: key(row[at]), reverse=order.descending)


def _test(asked: Filter) -> Callable[[Any], bool]:
    if asked.match == "is":
        same = fold(asked.value)
        return cache(lambda value: fold(_text(value)) == same)
    if asked.match == "isnt":
        other = fold(asked.value)
        return cache(lambda value: fold(_text(value)) != other)
    wanted = words(asked.value)
    return cache(lambda value: _has_all(fold(_text(value)), wanted))


def _has_all(folded: str, wanted: list[str]) -> bool:
    return all(word in folded for word in wanted)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _text_key(value: object) -> Any:
    """Return the key of a text, or a key column's value as it is; nothing stands first."""
    return sort_key(value) if isinstance(value, str) else (b"" if value is None else value)


def _numbered_key(value: str) -> tuple[int, bytes]:
    digits = re.match(r"\d+", value)
    return int(digits.group()) if digits else 0, sort_key(value)


def _number(text: str) -> int | None:
    """Return the whole number *text* writes ("1.500.000" too), or None; flags are 1 and 0."""
    known = {"true": 1, "false": 0}.get(text.lower())
    if known is not None:
        return known
    digits = re.sub(r"[.\s]", "", text)
    return int(digits) if re.fullmatch(r"-?\d{1,18}", digits) else None
