"""Stored values in an officer's words, for the history of a record. Knows no SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from thidua_desktop.domain import (
    awards,
    council,
    decisions,
    markup,
    merits,
    nominations,
    office,
    people,
    plans,
    recipients,
    reports,
    units,
)
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import decimal, grouped
from thidua_desktop.domain.text import clean
from thidua_desktop.storage.mapping import Column
from thidua_desktop.storage.mapping import Mapping as Mapped

_WORDS: Mapping[tuple[str, str], Mapping[str, str]] = MappingProxyType(
    {
        ("office", "level"): office.LEVELS,
        ("unit", "kind"): units.KINDS,
        ("person", "sex"): people.SEXES,
        ("rating", "rating"): merits.RATINGS,
        ("initiative", "kind"): merits.INITIATIVE_KINDS,
        ("initiative", "scope"): merits.SCOPES,
        ("discipline", "kind"): merits.DISCIPLINES,
        ("nomination", "recipient_kind"): recipients.KINDS,
        ("nomination", "level"): recipients.LEVELS,
        ("nomination", "loai_hinh"): recipients.LOAI_HINH,
        ("nomination", "state"): nominations.STATES,
        ("dossier", "state"): nominations.STATES,
        ("state_entry", "state"): nominations.STATES,
        ("nomination_fact", "answer"): nominations.ANSWERS,
        ("decision", "level"): recipients.LEVELS,
        ("decision", "state"): decisions.STATES,
        ("award", "recipient_kind"): recipients.KINDS,
        ("award", "level"): recipients.LEVELS,
        ("award", "loai_hinh"): recipients.LOAI_HINH,
        ("award", "nature"): awards.NATURES,
        ("council_member", "role"): council.ROLES,
        ("plan_task", "state"): plans.TASK_STATES,
        ("task_unit", "role"): plans.ROLES,
        ("report", "kind"): reports.KINDS,
        ("report", "state"): reports.STATES,
        ("plan", "state"): reports.STATES,
    }
)
_DATES = frozenset(
    [
        *("birth", "date", "decision_date", "heading_date", "certificate_printed"),
        *("valid_from", "valid_to", "starts", "ends", "period_from", "period_to"),
        *("received", "due", "done_on", "opened", "closed", "until"),
    ]
)
_LETTERS = 48
_MONEY = frozenset({"amount", "base_salary"})


def titled(mapping: Mapped[Any], content: Sequence[Any]) -> str:
    """Return which record *content* is, as an officer reads it: "31/QĐ-UBND, 12/01/2024"."""
    told = zip(mapping.columns, content, strict=False)
    by_name = {column.name: readable(mapping.table, column, value) for column, value in told}
    return ", ".join(filter(None, (by_name[name] for name in mapping.words)))


def headline(mapping: Mapped[Any], content: Sequence[Any]) -> str:
    """Return the first of the words that tell which record *content* is, cut to fit a menu."""
    words = clean(titled(replace(mapping, words=mapping.words[:1]), content))
    return f"{words[: _LETTERS - 1].rstrip()}…" if len(words) > _LETTERS else words


def readable(table: str, column: Column, value: object) -> str:
    """Return *value* of that column as an officer reads it; links are named elsewhere."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int):
        return _number(column.name, value)
    text = str(value)
    if column.name in _DATES:
        return show_date(text)
    if column.name == "body":
        return markup.plain(text, footnotes=True)
    return _WORDS.get((table, column.name), {}).get(text, text)


def _number(name: str, value: int) -> str:
    """Return a number as one writes it: money with its mark, a coefficient kept in thousandths."""
    if name == "coefficient":
        return decimal(value / 1000, 3).rstrip("0").rstrip(",")
    return f"{grouped(value)} đ" if name in _MONEY else str(value)
