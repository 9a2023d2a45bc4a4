"""What kind of list a sheet is, by its own columns and words. Writes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from thidua_desktop.documents.reading.list_values import ListKind, ReadList
from thidua_desktop.documents.reading.lists import read_lists
from thidua_desktop.documents.reading.sheets import ReadSheet

_ENOUGH = 80
"""Rows of a sheet by which its kind is told."""

_HONOURS = {"title", "mark", "past"}
_DECIDED = {"decision_number", "decision_date", "certificate_number"}
_MERITS = {"rating", "initiative", "discipline"}
_OF_UNITS = {"code", "parent", "valid_from", "valid_to", "kind"}
_OF_PEOPLE = {"birth", "birth_male", "birth_female", "sex", "citizen_id", "ethnicity"}


def guess(sheet: ReadSheet, learnt: Mapping[str, Mapping[str, str]], today: date) -> str:
    """Return the kind of list that *sheet* is, "" when its words do not say.

    Titles make a list of nominations, and a register where their decisions stand too.
    """
    start = replace(sheet, rows=sheet.rows[:_ENOUGH])
    awarded = _read(start, "nominations", learnt, today)
    meanings = _meanings(awarded)
    is_titled = any(one.facts.title or _has_title(one) for one in awarded)
    if meanings & _HONOURS or is_titled:
        is_decided = meanings & _DECIDED or any(one.facts.decision_number for one in awarded)
        return "register" if is_decided else "nominations"
    if meanings & _MERITS:
        return "merits"
    return _people_or_units(start, learnt, today)


def _people_or_units(sheet: ReadSheet, learnt: Mapping[str, Mapping[str, str]], today: date) -> str:
    people = _meanings(_read(sheet, "people", learnt, today))
    units = _meanings(_read(sheet, "units", learnt, today))
    if "full_name" in people and (people & _OF_PEOPLE or not units & _OF_UNITS):
        return "people"
    return "units" if "name" in units else ""


def _read(
    sheet: ReadSheet, kind: ListKind, learnt: Mapping[str, Mapping[str, str]], today: date
) -> list[ReadList]:
    known = learnt.get(kind, {})
    lists = read_lists([sheet], kind, file="", learnt=known, meanings={}, today=today)
    return [one for one in lists if one.rows]


def _meanings(lists: list[ReadList]) -> set[str]:
    return {column.meaning for one in lists for column in one.columns if column.meaning}


def _has_title(one: ReadList) -> bool:
    return any(row.group.title for row in one.rows)
