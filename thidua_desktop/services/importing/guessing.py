"""What kind of list a sheet is, by its own columns and words. Writes nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from thidua_desktop.documents.reading.award_cells import rating_of
from thidua_desktop.documents.reading.list_values import ListKind, ReadList
from thidua_desktop.documents.reading.lists import read_lists
from thidua_desktop.documents.reading.sheets import ReadSheet, text_of
from thidua_desktop.documents.reading.title_words import titles_in
from thidua_desktop.domain.text import fold

_ENOUGH = 80
"""Rows of a sheet by which its kind is told."""

# What a title row says of a list: that it asks for something, or tells what was given.
_ASKS = re.compile(r"\b(?:danh sach|bang|bieu|tong hop|to trinh|ban)\b.*\b(?:de nghi|dang ky)\b")
_TELLS = re.compile(
    r"\bso (?:theo doi|luu|dang ky|cap phat|vang)?.{0,20}\b(?:khen|bang khen|giay khen)\b.*|"
    r".*\b(?:da duoc|duoc tang|duoc khen|qua trinh khen|qua trinh thi dua|"
    r"(?:ket qua|thong ke) (?:\w+ ){0,3}khen)\b.*"
)
_HONOURS = {"title", "past", "achievement"}
_DECIDED = {"decision_number", "decision_date", "certificate_number"}
_MERITS = {"rating", "initiative", "discipline"}
_OF_UNITS = {"code", "parent", "valid_from", "valid_to", "kind"}
_OF_PEOPLE = {"birth", "birth_male", "birth_female", "sex", "citizen_id", "ethnicity"}


def guess(
    sheet: ReadSheet, learnt: Mapping[str, Mapping[str, str]], today: date, file: str = ""
) -> str:
    """Return the kind of list that *sheet* is, "" when its words do not say.

    Titles make a list of nominations, and a register where their decisions stand too, or where
    the words above them tell what was given in the past. *file*: its name may say the title.
    """
    start = replace(sheet, rows=sheet.rows[:_ENOUGH])
    awarded = _read(start, "nominations", learnt, today, file)
    meanings = _meanings(awarded)
    is_titled = any(one.facts.title or _has_title(one) for one in awarded)
    is_titled |= any(titles_in(line) for one in awarded for line in _titles(one))
    if meanings & _HONOURS or is_titled or _marks_titles(awarded):
        return "register" if _is_register(awarded, meanings) else "nominations"
    if meanings & _MERITS or "mark" in meanings:
        return "merits"
    return _people_or_units(start, learnt, today)


def _is_register(lists: list[ReadList], meanings: set[str]) -> bool:
    """Say whether *lists* tell what was given, and do not ask for it."""
    facts = [one.facts for one in lists] + [row.group for one in lists for row in one.rows]
    if any(one.decision_number for one in facts):
        return True
    lines = [fold(line) for one in lists for line in _titles(one)]
    if any(map(_ASKS.search, lines)):
        return False
    return bool(meanings & _DECIDED) or any(map(_TELLS.fullmatch, lines))


def _titles(one: ReadList) -> Iterable[str]:
    """Give what stands above a list."""
    yield from one.sheet.above
    for row in one.sheet.rows:
        if one.roles.get(row.number) == "title":
            yield from dict.fromkeys(filter(None, map(text_of, row.cells)))


def _marks_titles(lists: list[ReadList]) -> bool:
    """Say whether columns of marks tell titles; ratings are told in such columns as well."""
    marks = [mark for one in lists for row in one.rows for mark in row.marks]
    columns = [column for one in lists for column in one.columns if column.meaning == "mark"]
    if not marks:
        return any(column.title and not rating_of(column.title) for column in columns)
    return any(mark.title or not mark.rating for mark in marks)


def _people_or_units(sheet: ReadSheet, learnt: Mapping[str, Mapping[str, str]], today: date) -> str:
    people = _meanings(_read(sheet, "people", learnt, today))
    units = _meanings(_read(sheet, "units", learnt, today))
    if "full_name" in people and (people & _OF_PEOPLE or not units & _OF_UNITS):
        return "people"
    return "units" if "name" in units else ""


def _read(
    sheet: ReadSheet,
    kind: ListKind,
    learnt: Mapping[str, Mapping[str, str]],
    today: date,
    file: str = "",
) -> list[ReadList]:
    known = learnt.get(kind, {})
    lists = read_lists([sheet], kind, file=file, learnt=known, meanings={}, today=today)
    return [one for one in lists if one.rows]


def _meanings(lists: list[ReadList]) -> set[str]:
    return {column.meaning for one in lists for column in one.columns if column.meaning}


def _has_title(one: ReadList) -> bool:
    return any(row.group.title for row in one.rows)
