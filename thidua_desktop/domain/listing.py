"""A question to a list: words, filters, order. Knows neither Qt nor SQL."""

from dataclasses import dataclass
from typing import Literal

Match = Literal["contains", "is", "isnt", "empty", "from", "to"]


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition on one column; words are compared without marks and case."""

    column: str
    value: str = ""
    match: Match = "contains"


@dataclass(frozen=True, slots=True)
class Order:
    """One column to sort by."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows. *text*: words in any order, marks optional; *year*: the list's own.

    *also*: other texts that will do in the place of *text*, such as later names of a unit.
    """

    text: str = ""
    filters: tuple[Filter, ...] = ()
    order: tuple[Order, ...] = ()
    year: int | None = None
    also: tuple[str, ...] = ()
