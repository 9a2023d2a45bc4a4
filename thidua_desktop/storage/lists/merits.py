"""Ratings, initiatives, discipline, cases and the strength of collectives as lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import (
    DisciplineRow,
    InitiativeRow,
    OpenCaseRow,
    RatingRow,
    UnitYearRow,
)
from thidua_desktop.domain.text import fold, words
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.schema import TABLES, alive

R = TypeVar("R")

_person = TABLES["person"]
_unit = TABLES["unit"]
_home = _unit.alias("home")  # The unit of the person, where a person is meant.
_NOTHING: ColumnElement[Any] = sa.literal("", sa.Text())


@dataclass(frozen=True, kw_only=True)
class FoldedByHand(Listing[R]):
    """A short list whose table has no folded words: they are made of *texts* as one looks."""

    texts: tuple[str, ...]
    search: ColumnElement[Any] = _NOTHING

    def find(self, connection: Connection, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        wanted = words(query.text)
        uids = super().find(connection, replace(query, text=""))
        if not wanted:
            return uids
        rows = zip(uids, self.rows(connection, uids), strict=True)
        return [uid for uid, row in rows if _has_all(self._words(row), wanted)]

    def _words(self, row: R) -> str:
        return fold(" ".join(str(getattr(row, name)) for name in self.texts))


def _has_all(folded: str, wanted: Sequence[str]) -> bool:
    return all(word in folded for word in wanted)


def _whose(table: sa.Table) -> sa.Join:
    """Return *table* with the person, the person's unit, or the unit that a row is of."""
    person = table.outerjoin(_person, table.c.person_uid == _person.c.uid)
    home = person.outerjoin(_home, _person.c.unit_uid == _home.c.uid)
    return home.outerjoin(_unit, table.c.unit_uid == _unit.c.uid)


def _text(*columns: "ColumnElement[Any]") -> "ColumnElement[Any]":
    return sa.func.coalesce(*columns, "", type_=sa.Text())


_full_name = _text(_person.c.full_name)
_unit_name = _text(_unit.c.name, _home.c.name)
_unit_key = sa.func.coalesce(_unit.c.name_key, _home.c.name_key, type_=sa.LargeBinary())
_who_words = _text(_person.c.name_fold) + " " + _text(_unit.c.search_fold, _home.c.search_fold)

_rating = TABLES["rating"].c
RATINGS = Listing(
    row=RatingRow,
    table=TABLES["rating"],
    source=_whose(TABLES["rating"]),
    columns={
        "uid": _rating.uid,
        "full_name": _full_name,
        "unit": _unit_name,
        "year": _rating.year,
        "rating": _rating.rating,
    },
    order=(_rating.year.desc(), _unit_key, _person.c.name_key, _rating.uid),
    orders={
        "full_name": By([_person.c.name_key], [_rating.year.desc(), _rating.uid]),
        "unit": By([_unit_key], [_person.c.name_key, _rating.year.desc(), _rating.uid]),
    },
    search=_who_words,
    codes=frozenset({"uid", "rating"}),
    by_year=lambda year: _rating.year == year,
)

_initiative = TABLES["initiative"].c
_use = TABLES["initiative_use"]
_uses = (
    sa.select(sa.func.count())
    .where(_use.c.initiative_uid == _initiative.uid, alive(_use))
    .correlate(TABLES["initiative"])
    .scalar_subquery()
)
_gaps = sa.func.length(_initiative.used_for) - sa.func.length(
    sa.func.replace(_initiative.used_for, " ", "")
)
_uses_outside = sa.case((_initiative.used_for == "", 0), else_=_gaps + 1)
INITIATIVES = FoldedByHand(
    row=InitiativeRow,
    table=TABLES["initiative"],
    source=TABLES["initiative"],
    columns={
        "uid": _initiative.uid,
        "title": _initiative.title,
        "kind": _initiative.kind,
        "authors": _initiative.authors,
        "scope": _initiative.scope,
        "is_applied": _initiative.is_applied,
        "recognised_by": _initiative.recognised_by,
        "decision_number": _initiative.decision_number,
        "decision_date": _initiative.decision_date,
        "year": _initiative.year,
        "uses": _uses + _uses_outside,
    },
    order=(_initiative.year.desc(), _initiative.decision_date.desc(), _initiative.uid),
    codes=frozenset({"uid", "kind", "scope", "decision_date"}),
    numbered=frozenset({"decision_number"}),
    texts=("title", "authors", "recognised_by", "decision_number"),
    by_year=lambda year: _initiative.year == year,
)


def _lasting(begin: "ColumnElement[Any]", end: "ColumnElement[Any]", year: int) -> Any:
    """Return that what *begin* and *end* bound lasts for some time of the *year*."""
    return sa.and_(begin < str(year + 1), sa.or_(end == "", end >= str(year)))


_discipline = TABLES["discipline"].c
DISCIPLINES = FoldedByHand(
    row=DisciplineRow,
    table=TABLES["discipline"],
    source=_whose(TABLES["discipline"]),
    columns={
        "uid": _discipline.uid,
        "full_name": _full_name,
        "unit": _unit_name,
        "kind": _discipline.kind,
        "decision_date": _discipline.decision_date,
        "until": _discipline.until,
    },
    order=(_discipline.decision_date.desc(), _discipline.uid),
    orders={
        "full_name": By([_person.c.name_key], [_discipline.uid]),
        "unit": By([_unit_key], [_discipline.uid]),
    },
    codes=frozenset({"uid", "kind", "decision_date", "until"}),
    texts=("full_name", "unit"),
    by_year=lambda year: _lasting(_discipline.decision_date, _discipline.until, year),
)

_case = TABLES["open_case"].c
OPEN_CASES = FoldedByHand(
    row=OpenCaseRow,
    table=TABLES["open_case"],
    source=_whose(TABLES["open_case"]),
    columns={
        "uid": _case.uid,
        "full_name": _full_name,
        "unit": _unit_name,
        "subject": _case.subject,
        "opened": _case.opened,
        "closed": _case.closed,
    },
    order=(_case.opened.desc(), _case.uid),
    orders={
        "full_name": By([_person.c.name_key], [_case.uid]),
        "unit": By([_unit_key], [_case.uid]),
    },
    codes=frozenset({"uid", "opened", "closed"}),
    texts=("full_name", "unit", "subject"),
    by_year=lambda year: _lasting(_case.opened, _case.closed, year),
)

_strength = TABLES["unit_year"].c
UNIT_YEARS = Listing(
    row=UnitYearRow,
    table=TABLES["unit_year"],
    source=TABLES["unit_year"].outerjoin(_unit, _strength.unit_uid == _unit.c.uid),
    columns={
        "uid": _strength.uid,
        "unit": _text(_unit.c.name),
        "year": _strength.year,
        "members": _strength.members,
        "done_or_better": _strength.done_or_better,
        "disciplined": _strength.disciplined,
        "advanced": _strength.advanced,
        "fighters": _strength.fighters,
    },
    order=(_strength.year.desc(), _unit.c.name_key, _strength.uid),
    orders={"unit": By([_unit.c.name_key], [_strength.year.desc(), _strength.uid])},
    search=_text(_unit.c.search_fold),
    codes=frozenset({"uid"}),
    by_year=lambda year: _strength.year == year,
)
