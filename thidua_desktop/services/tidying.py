"""How typed words become stored words: letters, dates. Knows no record by name."""

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from thidua_desktop.domain.dates import DateError, parse_date
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.text import clean, clean_prose

V = TypeVar("V")

# Fields of several lines; the text of every other field is one line.
_PROSE = frozenset(
    {
        "achievement",
        "authority",
        "body",
        "files",
        "legal_bases",
        "note",
        "proof",
        "reason",
        "recipients",
        "text",
        "units_text",
    }
)
_UNTOUCHED = frozenset({"uid", "cells", "problems"})


def tidied(value: V) -> V:
    """Return the dataclass *value* with all its text cleaned, values inside it too."""
    changed: dict[str, Any] = {}
    for name in _texts_and_values(type(value)):  # type: ignore[arg-type]
        before = getattr(value, name)
        after = _tidy(name, before)
        if after is not before and after != before:
            changed[name] = after
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def with_dates(value: V, *names: str) -> tuple[V, list[Problem]]:
    """Return *value* with the dates in the fields *names* as they are stored, and what is no date.

    A field that is no date keeps what was typed, so that it can be shown beside its problem.
    """
    changed: dict[str, str] = {}
    problems = []
    for name in names:
        typed = getattr(value, name)
        try:
            changed[name] = parse_date(typed) if typed else ""
        except DateError as error:
            problems.append(Problem(name, str(error)))
    return replace(value, **changed), problems  # type: ignore[type-var]


def date_or_none(typed: str) -> str:
    """Return the date *typed* as it would be stored, or "" while it is none."""
    try:
        return parse_date(typed) if typed else ""
    except DateError:
        return ""


def headed(heading: Heading) -> tuple[Heading, list[Problem]]:
    """Return the frame of a paper as it is stored, and its date if that is none."""
    tidy, problems = with_dates(tidied(heading), "date")
    return tidy, [Problem(f"heading.{problem.field}", problem.text) for problem in problems]


def _tidy(name: str, value: Any) -> Any:
    if is_dataclass(value):
        return tidied(value)
    if not isinstance(value, str):
        return value
    if name == "body":
        return _body(value)
    return clean_prose(value) if name in _PROSE else clean(value)


def _body(body: str) -> str:
    """Return markup cleaned; tabs between the cells of a table stay."""
    if "\t" not in body:
        return clean_prose(body)
    rows = body.split("\n")
    return "\n".join("\t".join(map(clean, row.split("\t"))) for row in rows)


@cache
def _texts_and_values(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields of *kind* that may hold text, straight or inside a value."""
    return tuple(f.name for f in fields(kind) if f.name not in _UNTOUCHED)


@dataclass(frozen=True, slots=True)
class Words:
    """How one kind of record is called in the labels of steps."""

    one: str

    def saved(self, added: int, edited: int, name: str = "") -> str:
        """Return "Thêm …" or "Sửa …" with the *name* of the one, or with the count of many."""
        verb = "Cất" if added and edited else "Thêm" if added else "Sửa"
        return self._told(verb, added + edited, name)

    def deleted(self, count: int, name: str = "") -> str:
        """Return "Xóa …" with the *name* of the one, or with the count of many."""
        return self._told("Xóa", count, name)

    def _told(self, verb: str, count: int, name: str) -> str:
        return f"{verb} {self.one} {name}".rstrip() if count == 1 else f"{verb} {count} {self.one}"
