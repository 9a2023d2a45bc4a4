"""The filled cells of a pivoted list: which title, which year, which rating, which decision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua_desktop.documents.reading.award_cells import (
    decision_in,
    is_mark,
    is_no_mark,
    rating_of,
    read_decision,
    read_year,
    year_in,
)
from thidua_desktop.documents.reading.cells import Doubt, read_date
from thidua_desktop.documents.reading.heads import Head
from thidua_desktop.documents.reading.list_values import ListColumn, Mark
from thidua_desktop.documents.reading.row_cells import RowCells
from thidua_desktop.documents.reading.sheets import Value, text_of
from thidua_desktop.documents.reading.title_words import listed_titles, titles_in

_UNCLEAR = "“{text}” dưới cột “{words}” không rõ là có hay không."

_COUNT = "“{text}” dưới cột “{words}” là số lượng, không rõ là của ai."

MarkDoubt = tuple[int, Doubt]


def read_marks(row: RowCells, head: Head, meaning: str) -> Iterator[Mark | MarkDoubt]:
    """Give the marks in the columns of *meaning* (mark or past), or what is unclear by column."""
    dates = [column for column in head.columns if column.meaning == "mark_date"]
    for column in head.columns:
        if column.meaning != meaning:
            continue
        value = row.cell(column.index)
        if meaning == "past" and not is_no_mark(text_of(value)):
            yield from _past(column, text_of(value))
        else:
            yield from _with_date(row, _read(column, value), dates)


def told_past(marks: Sequence[Mark]) -> str:
    """Return in words what the columns about former awards say."""
    texts = dict.fromkeys((mark.column, mark.year, mark.text) for mark in marks)
    if len({column for column, _, _ in texts}) < 2:
        return next((text for _, _, text in texts), "")
    return "; ".join(f"{year}: {text}" if year else text for _, year, text in texts)


def _read(column: ListColumn, value: Value) -> Iterator[Mark | MarkDoubt]:
    """Give what one cell marks: nothing, the title over it, or what it says itself."""
    text = text_of(value)
    if is_no_mark(text):
        return
    rating = rating_of(column.title)
    title = "" if rating else column.title
    mark = Mark(
        column=column.index,
        words=column.words,
        text=text,
        title=title,
        year=column.year,
        rating=rating,
    )
    if column.is_counted and text.isdecimal() and len(text) < len("YYYY"):
        yield column.index, Doubt(_COUNT.format(text=text, words=column.words), "unclear_mark")
    elif (title or rating) and is_mark(text):
        yield mark
    elif own := rating_of(text):
        yield replace(mark, rating=own)
    elif titles := listed_titles(text) or titles_in(text):
        yield from _own_titles(mark, titles, text)
    else:
        yield _other(mark, value)


def _own_titles(mark: Mark, titles: Sequence[str], text: str) -> Iterator[Mark]:
    """Give a mark for each title that the cell names itself; it may name a decision too."""
    found = decision_in(text)
    for title in titles:
        yield replace(mark, title=title, decision_number=found.number, decision_date=found.date)


def _other(mark: Mark, value: Value) -> Mark | MarkDoubt:
    """Return a mark that is a year or a decision, or the doubt about a cell that is neither."""
    if mark.title:
        year, period = read_year(value)
        if isinstance(year, str) and (year or period) and "/" not in mark.text:
            return replace(mark, year=year or period)
        number, day = read_decision(value)
        if isinstance(number, str) and (day or "/" in number):
            return replace(mark, decision_number=number, decision_date=day)
    reason = _UNCLEAR.format(text=mark.text, words=mark.words)
    return mark.column, Doubt(reason, "unclear_mark", ("x", "không") if mark.title else ())


def _past(column: ListColumn, text: str) -> Iterator[Mark]:
    """Give what was awarded before, title by title; that over the column where it is marked."""
    parts = [column.title] if column.title and is_mark(text) else re.split(r"\s*[,;]\s*", text)
    for part in parts if all(map(titles_in, parts)) else [text]:
        found = decision_in(text)
        yield Mark(
            column=column.index,
            words=column.words,
            text=text,
            title=next(iter(titles_in(part)), part),
            year=column.year or year_in(part),
            rating=rating_of(part),
            decision_number=found.number if "/" in found.number else "",
            decision_date=found.date,
        )


def _with_date(
    row: RowCells, marks: Iterator[Mark | MarkDoubt], dates: Sequence[ListColumn]
) -> Iterator[Mark | MarkDoubt]:
    """Give *marks* with the date that stands in the next column of the same title and year."""
    for mark in marks:
        if not isinstance(mark, Mark):
            yield mark
            continue
        column = next((date.index for date in dates if date.index > mark.column), None)
        day = read_date(row.cell(column))
        if isinstance(day, Doubt) and column is not None:
            yield column, day
        elif day:
            yield replace(mark, decision_date=str(day))
        else:
            yield mark
