"""What a row says of titles and years, before any is looked up. Knows no law."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_desktop.documents.reading.list_values import Mark
from thidua_desktop.documents.reading.title_words import listed_titles
from thidua_desktop.services.importing.rows.work import Around, RowWork


@dataclass(frozen=True, slots=True)
class Said:
    """A title as the row says it, with the year and the decision that a mark tells of itself.

    *about* names it among the titles of the row; *at* is its column, None for the column of titles.
    """

    text: str
    about: str
    at: int | None = None
    year: str = ""
    number: str = ""
    date: str = ""


def titles_said(work: RowWork) -> Iterator[Said]:
    """Give the titles of a row: its marks, the cell of its title, else what stands above all."""
    marks = [_marked(mark) for mark in work.row.marks if mark.title or not mark.rating]
    yield from marks
    text = work.value("title") or ("" if marks else work.around.fact("title"))
    parts = listed_titles(text) or ([text] if text else [])
    for number, part in enumerate(parts):
        yield Said(part, f"title {number}" if number else "title")


def year_said(work: RowWork, said: Said | None = None) -> int:
    """Return the year of a title or row; the last one of a school year, 0 when nothing says it."""
    around = work.around
    told = (
        said.year if said else "",
        work.value("year"),
        _period_said(work),
        around.stated.get("year", ""),
        _period_around(around),
        around.fact("year"),
    )
    return next((year for year in map(year_in, told) if year), 0)


def year_around(around: Around) -> int:
    """Return the year that a whole list speaks of, 0 when it does not say."""
    told = (around.stated.get("year", ""), _period_around(around), around.fact("year"))
    return next((year for year in map(year_in, told) if year), 0)


def year_in(text: str) -> int:
    """Return the year written in *text*, the last one of a period, 0 without."""
    digits = text.strip()[-4:]
    return int(digits) if digits.isdigit() and len(digits) == 4 else 0


def _period_said(work: RowWork) -> str:
    """Return the period that the row says, or a group row above it."""
    period = work.value("period")
    return _period_around(work.around) if period == work.around.fact("period") else period


def _period_around(around: Around) -> str:
    """Return the period that a list speaks of; one of many years says nothing of an old award."""
    period = around.fact("period")
    is_long = year_in(period) - year_in(period[:4]) > 1
    return "" if is_long and around.read.kind == "register" else period


def _marked(mark: Mark) -> Said:
    text = mark.title or mark.words
    number, date = mark.decision_number, mark.decision_date
    about = f"mark {mark.column} {mark.title}"  # A cell under a year may name several titles.
    return Said(text, about, mark.column, mark.year, number, date)
