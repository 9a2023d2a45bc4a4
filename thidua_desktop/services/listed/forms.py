"""How a list goes out: its title, its columns and what their cells say. Knows no list by name."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from thidua_desktop.documents.sheets import Cell, Kind
from thidua_desktop.domain.listing import Query
from thidua_desktop.services import narrowing
from thidua_desktop.services.narrowing import Told

# Of a citizen number, also one that lost its zero, the last digits are enough to know it by.
_NUMBER = re.compile(r"(?<!\d)(\d{5,8})(\d{4})(?!\d)")


def masked(text: str) -> str:
    """Return *text* with all but the last digits hidden of every number that may be a citizen's."""
    return _NUMBER.sub(lambda number: "•" * len(number[1]) + number[2], text)


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column. *name* is the row's field, by which a list is narrowed and sorted.

    *width* is in letters of a workbook and *kind* that of `documents.sheets.SheetColumn`. *words*
    say what the codes of the field mean. *value* gives the cell where it is more than the field.
    *is_summed*: its sum ends a workbook. *is_private*: left out unless the officer asks for it.
    *is_spare*: left out of a paper where no row has anything in it.
    """

    name: str
    title: str
    width: float
    kind: Kind = "text"
    words: Mapping[Any, str] = field(default_factory=dict)
    value: Callable[[Any], Cell] | None = None
    is_summed: bool = False
    is_private: bool = False
    is_spare: bool = False

    def cell(self, row: Any) -> Cell:
        """Return what stands in the column for *row*; a year that is not known stays empty."""
        found = self.value(row) if self.value else getattr(row, self.name)
        if self.words:
            return self.words.get(found, found)
        return None if self.kind == "year" and not found else found


@dataclass(frozen=True, slots=True, kw_only=True)
class ListForm:
    """One list: *name* of its sheet and *title* ("Danh sách đơn vị"), *file* without an ending.

    Its first column, behind the ordinal, stays in sight. *has_years*: a year narrows it.
    """

    name: str
    title: str
    file: str
    columns: tuple[ListColumn, ...]
    has_years: bool = True

    @property
    def has_private(self) -> bool:
        """Say whether there is a column that has to be asked for."""
        return any(column.is_private for column in self.columns)

    def shown(self, *, is_full: bool) -> tuple[ListColumn, ...]:
        """Return the columns that go out, those that are private only when *is_full*."""
        return tuple(column for column in self.columns if is_full or not column.is_private)

    def lines(self, query: Query, *, is_full: bool) -> list[str]:
        """Return what the list was narrowed to, private numbers masked unless *is_full*."""
        if not self.has_years:
            query = replace(query, year=None)
        found = narrowing.lines(query, self._told)
        return [masked(line) for line in found] if self.has_private and not is_full else found

    @property
    def _told(self) -> Told:
        """Return how its conditions and its order are told."""
        return Told(
            {column.name: column.title for column in self.columns},
            {column.name: _by_text(column.words) for column in self.columns if column.words},
            frozenset(column.name for column in self.columns if column.kind == "date"),
        )


def _by_text(words: Mapping[Any, str]) -> dict[str, str]:
    """Return *words* by their keys as a filter has them; flags are asked for as 1 and 0."""
    return {str(int(key) if isinstance(key, bool) else key): said for key, said in words.items()}
