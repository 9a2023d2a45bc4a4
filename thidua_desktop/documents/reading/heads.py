"""The head of a list: which row it is, and what each column means. Knows no file format."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from thidua_desktop.documents.reading.award_cells import is_year
from thidua_desktop.documents.reading.head_columns import (
    SEVERAL,
    HeadHints,
    chosen_column,
    columns_of,
    is_part,
)
from thidua_desktop.documents.reading.head_words import combined, texts_of
from thidua_desktop.documents.reading.list_values import ListColumn, ListKind
from thidua_desktop.documents.reading.meanings import meaning_of
from thidua_desktop.documents.reading.sheets import ReadRow
from thidua_desktop.domain.text import fold

MOST_ROWS = 4
"""Of how many rows a head may be."""

_LONGEST_HEAD = 80
_MARKED = 60  # Rows of data by which is told whether a column holds marks.
_TOTAL = re.compile(r"tong(?: cong| so)?\b|cong(?: ?[:(\d].*)?$")
_YEARS = 1900  # From here on a number is a year.
_SIGNS = frozenset(("x", "×", "✓", "✔", "√"))
_TRIED = 8  # Rows of data by which is told whether given names have a column of their own.
_NAMES: Mapping[ListKind, tuple[str, ...]] = {
    "people": ("full_name",),
    "units": ("name",),
    "nominations": ("full_name", "name", "collective", "household"),
    "register": ("full_name", "name", "collective", "household"),
    "merits": ("full_name", "name", "collective", "household"),
}
# What can come to mean the name of a recipient, by itself or for want of another column.
_LEADING = {kind: frozenset((*names, "unit", "address")) for kind, names in _NAMES.items()}
_PLAINLY = 4  # So many columns with a meaning are a head, however many have none.
_SAYS_NAME = re.compile(r"(?:ho|ten)\b")  # "Tập thể" may be the cell of a row of data as well.


@dataclass(frozen=True)
class Head:
    """The head of one list: how many *rows* it takes, and its columns from the left."""

    rows: int
    columns: tuple[ListColumn, ...]
    kind: ListKind

    @cached_property
    def places(self) -> dict[str, int]:
        """Return the column of each meaning, from 0; of those with several, the first."""
        found: dict[str, int] = {}
        for column in self.columns:
            if column.meaning:
                found.setdefault(column.meaning, column.index)
        return found

    @cached_property
    def names(self) -> tuple[int, ...]:
        """Return the columns where names of recipients stand."""
        return tuple(column.index for column in self.columns if column.meaning in self.name_words)

    @property
    def name_words(self) -> tuple[str, ...]:
        """Return the meanings of which one at least makes a list of this kind."""
        return _NAMES[self.kind]

    def words(self, column: int) -> str:
        """Return the words over *column*, "" where there are none."""
        return self.columns[column].words if column < len(self.columns) else ""

    def says_as(self, other: "Head | None") -> bool:
        """Say whether *other* has the same words over the same columns."""
        return other is not None and [(c.index, fold(c.words)) for c in self.columns] == [
            (c.index, fold(c.words)) for c in other.columns
        ]


def may_name(row: ReadRow, hints: HeadHints) -> bool:
    """Say whether a cell of *row* can be the head of names; a head without such a row is none."""
    return _may_be_head(row) and any(
        meaning_of(text, hints.kind) in _LEADING[hints.kind] or fold(text) in hints.learnt
        for text in texts_of(row)
        if text
    )


def head_at(rows: Sequence[ReadRow], at: int, hints: HeadHints) -> Head | None:
    """Return the head of a list that begins in row *at*, or None when none does.

    A head of several rows, merged or left empty below, is one: "Năm sinh" over "Nam" and "Nữ" are
    two columns of birth, "Danh hiệu" over "LĐTT" and "CSTĐCS" two columns of marks.
    """
    if not _may_be_head(rows[at]):
        return None
    parts = combined(rows[at : at + MOST_ROWS], hints)
    columns = columns_of(parts, hints)
    if not _is_head(columns, hints.kind, rows[at : at + 5]):
        return None
    count = len(parts[0])
    if count > 1 and not _has_meaning(rows[at], hints):
        lower = columns_of(combined(rows[at + 1 : at + 1 + MOST_ROWS], hints), hints)
        if _is_head(lower, hints.kind, rows[at : at + 5]) and _meant(lower) >= _meant(columns):
            return None  # A title above says nothing more than the head below it.
    if at + count < len(rows) and numbers_columns(rows[at + count]):
        count += 1
    below = rows[at + count : at + count + _MARKED]
    told = list(_with_given_names(columns, below[:_TRIED]))
    listed = takewhile(lambda row: not may_name(row, hints), below)
    return Head(count, tuple(_with_marks(told, list(listed))), hints.kind)


def chosen_head(head: Head | None, chosen: Mapping[int, str], width: int, kind: ListKind) -> Head:
    """Return *head* with the meanings that the officer has *chosen* by column; "" leaves it out.

    Without a head the chosen columns are one, of no rows.
    """
    columns = head.columns if head else tuple(ListColumn(index=n) for n in range(width))
    taken = {meaning for meaning in chosen.values() if meaning not in SEVERAL}
    told = [
        chosen_column(column, chosen[column.index])
        if column.index in chosen
        else replace(column, meaning="" if column.meaning in taken else column.meaning)
        for column in columns
    ]
    return Head(head.rows if head else 0, tuple(told), kind)


def numbers_columns(row: ReadRow) -> bool:
    """Say whether *row* numbers the columns: (1) (2) (3), or A B 1 2."""
    texts = [fold(text).strip("()") for text in texts_of(row) if text]
    letters = list(takewhile(str.isalpha, texts))
    counted = [chr(ord("a") + n) for n in range(len(letters))]
    counted += [str(n) for n in range(1, len(texts) - len(letters) + 1)]
    return len(texts) > 1 and (texts == counted or _counts_over_merged(texts))


def _counts_over_merged(texts: list[str]) -> bool:
    """Say whether *texts* count 1 2 3 with some of them repeated by merged cells."""
    once = list(dict.fromkeys(texts))
    return len(once) > 2 and once == [str(n) for n in range(1, len(once) + 1)]


def _is_head(columns: Sequence[ListColumn], kind: ListKind, rows: Sequence[ReadRow]) -> bool:
    """Say whether *columns* have a name and something beside it, in as many as *rows* are wide."""
    meant = [column for column in columns if column.meaning]
    if not any(column.meaning in _NAMES[kind] for column in meant):
        return False
    if len(meant) < 2:
        return not any(column.words for column in columns[2:]) and not _is_wide(rows)
    if kind in ("people", "units"):
        return True
    others = [column for column in meant if column.meaning not in (*_NAMES[kind], "mark")]
    named = {fold(column.words) for column in columns if column.words}
    known = {fold(column.words) for column in meant if column.words}
    is_plain = any(_SAYS_NAME.match(fold(c.words)) for c in meant if c.meaning in _NAMES[kind])
    is_known = 2 * len(known) >= len(named) or len(known) >= _PLAINLY
    return bool(others or is_plain) and is_known


def _with_given_names(
    columns: Sequence[ListColumn], below: Sequence[ReadRow]
) -> Iterator[ListColumn]:
    """Give *columns*; where "Họ và tên" stands over two, family and given name are apart."""
    at = next((c.index for c in columns if c.meaning == "full_name"), -1)
    is_apart = 0 <= at < len(columns) - 1 and _holds_given_names(columns, at, below)
    for column in columns:
        if is_apart and column.index == at:
            yield replace(column, meaning="family_name")
        elif is_apart and column.index == at + 1:
            yield replace(column, meaning="full_name")
        else:
            yield column


def _with_marks(columns: Sequence[ListColumn], below: Sequence[ReadRow]) -> Iterator[ListColumn]:
    """Give *columns*; beside others of marks, one that holds but signs is of marks as well.

    Nobody knows the title over it, and so the officer is asked for it rather than its signs lost.
    One that holds counts is told.
    """
    is_pivot = any(column.meaning == "mark" for column in columns)
    below = [row for row in below if not any(_TOTAL.match(fold(text)) for text in texts_of(row))]
    for column in columns:
        if column.meaning == "mark" and _holds_counts(column.index, below):
            yield replace(column, is_counted=True)
        elif is_pivot and column.words and not column.meaning and _holds_signs(column.index, below):
            yield replace(column, meaning="mark", title=column.words)
        else:
            yield column


def _holds_counts(column: int, below: Sequence[ReadRow]) -> bool:
    return any(text.isdecimal() and 1 < int(text) < _YEARS for text in _filled(column, below))


def _filled(column: int, below: Sequence[ReadRow]) -> set[str]:
    cells = (texts[column] for row in below if column < len(texts := texts_of(row)))
    return {text.casefold() for text in cells if text}


def _holds_signs(column: int, below: Sequence[ReadRow]) -> bool:
    filled = _filled(column, below)
    return bool(filled) and filled <= _SIGNS


def _holds_given_names(columns: Sequence[ListColumn], at: int, below: Sequence[ReadRow]) -> bool:
    """Say whether the column after *at* has no other words and but one word in its cells."""
    following = columns[at + 1]
    if following.meaning or following.words not in ("", columns[at].words):
        return False
    pairs = [(texts_of(row) + [""] * len(columns))[at : at + 2] for row in below]
    given = [last for first, last in pairs if last and first != last]
    return bool(given) and all(last.isalpha() for last in given)


def _has_meaning(row: ReadRow, hints: HeadHints) -> bool:
    """Say whether *row* is of a head by itself: several words, and most of them with a meaning."""
    texts = set(filter(None, texts_of(row)))
    return len(texts) > 1 and 2 * sum(is_part(text, (), hints) for text in texts) > len(texts)


def _may_be_head(row: ReadRow) -> bool:
    texts = [text for text in texts_of(row) if text]
    return bool(texts) and all(
        len(text) <= _LONGEST_HEAD and (is_year(text) or not text.replace("/", "").isdigit())
        for text in texts
    )


def _is_wide(rows: Sequence[ReadRow]) -> bool:
    return any(len(set(filter(None, texts_of(row)))) > 1 for row in rows)


def _meant(columns: Sequence[ListColumn]) -> set[tuple[str, int]]:
    return {(column.meaning, column.index) for column in columns if column.meaning}
