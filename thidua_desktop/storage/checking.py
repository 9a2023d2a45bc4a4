"""What checks look at, read for many recipients in few questions. Knows no rule and no verdict."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.text import fold
from thidua_desktop.storage import records
from thidua_desktop.storage.derived import recipient_order
from thidua_desktop.storage.lists.nominations import NOMINATIONS
from thidua_desktop.storage.schema import TABLES, alive
from thidua_desktop.storage.statements import ByUids, chunks, raw_rows

_award = TABLES["award"]
_nomination = TABLES["nomination"]
_REVOKED = "revoked"

LINKS = ("person_uid", "unit_uid", "household_uid")
"""The fields by which a recipient leads to a record of the lists."""


class AwardFact(NamedTuple):
    """What a check reads of an award of the register; *name* and *unit* are as they were."""

    uid: str
    person_uid: str | None
    unit_uid: str | None
    household_uid: str | None
    kind: str
    name: str
    unit: str
    title: str
    title_text: str
    year: int
    loai_hinh: str
    level: str
    decision_date: str
    decision_number: str
    nomination_uid: str | None


class MemberFact(NamedTuple):
    """Somebody of a unit with a title in a year; *who* is the uid of a person, else a name."""

    unit_uid: str
    year: int
    title: str
    who: str


class HolderFact(NamedTuple):
    """Somebody with a title in a year: *unit_uid* of the workplace, else its folded name."""

    unit_uid: str
    unit: str
    title: str
    who: str


_FACTS = (
    _award.c.uid,
    _award.c.recipient_person_uid,
    _award.c.recipient_unit_uid,
    _award.c.recipient_household_uid,
    _award.c.recipient_kind,
    _award.c.recipient_name,
    _award.c.recipient_unit_name,
    _award.c.title,
    _award.c.title_text,
    _award.c.year,
    _award.c.loai_hinh,
    _award.c.level,
    _award.c.decision_date,
    _award.c.decision_number,
    _award.c.nomination_uid,
)


def nominations(
    connection: Connection, dossier: str | None = None, year: int | None = None
) -> list[str]:
    """Return the uids of the nominations in a dossier, or of a year, or all, as lists order them.

    Several conditions hold together.
    """
    found = NOMINATIONS.find(connection, Query(year=year))
    if dossier is None:
        return found
    inside = {one.uid for one in records.owned(connection, Nomination, "dossier_uid", [dossier])}
    return [uid for uid in found if uid in inside]


def awards_of(connection: Connection, link: str, uids: Iterable[str]) -> Iterator[AwardFact]:
    """Give the awards, those revoked left out, whose recipient leads by *link* to one of *uids*."""
    for row in _awards_by(link).rows(connection, sorted(set(uids))):
        yield AwardFact(*row)


def awards_named(connection: Connection, names: Iterable[str]) -> Iterator[AwardFact]:
    """Give the awards, those revoked left out, under one of the *names*, marks and case aside."""
    folded = sorted({fold(name) for name in names} - {""})
    for row in _awards_by_name().rows(connection, folded):
        yield AwardFact(*row)


def unlinked_awards(connection: Connection, names: Iterable[str]) -> Iterator[AwardFact]:
    """Give the awards under one of the *names* that lead to nobody of the lists."""
    folded = sorted({fold(name) for name in names} - {""})
    for row in _unlinked_by_name().rows(connection, folded):
        yield AwardFact(*row)


def proposed_to(connection: Connection, recipients: Iterable[Recipient]) -> list[Nomination]:
    """Return all nominations of the same people, units, households, or of the same names."""
    wanted = list(recipients)
    uids: set[str] = set()
    for link in LINKS:
        linked = sorted({uid for one in wanted if (uid := getattr(one, link))})
        column = _nomination.c[f"recipient_{link}"]
        uids.update(_uids(connection, column, linked))
    keys = sorted({recipient_order(one.kind, one.name) for one in wanted if not is_linked(one)})
    uids.update(_uids(connection, _nomination.c.name_key, keys))
    return records.get(connection, Nomination, sorted(uids))


def members(
    connection: Connection, units: Collection[str], years: Collection[int], titles: Collection[str]
) -> set[MemberFact]:
    """Return who works in *units* and has one of *titles* in one of *years*."""
    return _members(connection, _award, (units, years, titles), _award.c.nature != _REVOKED)


def members_proposed(
    connection: Connection,
    units: Collection[str],
    years: Collection[int],
    titles: Collection[str],
    states: Collection[str],
) -> set[MemberFact]:
    """Return who works in *units* and is proposed for *titles*, in one of the *states*."""
    in_state = _nomination.c.state.in_(list(states))
    return _members(connection, _nomination, (units, years, titles), in_state)


def holders(
    connection: Connection, year: int, titles: Collection[str], states: Collection[str]
) -> list[HolderFact]:
    """Return who has one of *titles* of *year*, or is proposed for it in one of the *states*."""
    found: list[HolderFact] = []
    for table, is_valid in (
        (_award, _award.c.nature != _REVOKED),
        (_nomination, _nomination.c.state.in_(list(states))),
    ):
        column = table.c
        asked = sa.select(
            column.recipient_workplace_uid,
            column.recipient_unit_name,
            column.title,
            column.recipient_person_uid,
            column.recipient_name,
        ).where(alive(table), column.year == year, column.title.in_(list(titles)), is_valid)
        for unit_uid, unit, title, person, name in raw_rows(connection.execute(asked)):
            who = person or f"{fold(name)} {fold(unit)}"
            found.append(HolderFact(unit_uid or fold(unit), unit, title, who))
    return found


def with_titles(
    connection: Connection,
    link: str,
    titles: Collection[str],
    years: tuple[int, int],
    count: int,
) -> set[str]:
    """Return whom *link* leads to with *titles* in *count* different years from first to last."""
    award = _award.c
    whom = award[f"recipient_{link}"]
    asked = (
        sa.select(whom)
        .where(
            alive(_award),
            award.nature != _REVOKED,
            award.title.in_(list(titles)),
            award.year.between(*years),
            whom.is_not(None),
        )
        .group_by(whom)
        .having(sa.func.count(sa.distinct(award.year)) >= count)
    )
    return set(connection.execute(asked).scalars())


def rated(connection: Connection, link: str, ratings: Collection[str], year: int) -> set[str]:
    """Return whom *link* leads to with one of *ratings* in *year*."""
    rating = TABLES["rating"]
    whom = rating.c[link]
    asked = sa.select(whom).where(
        alive(rating),
        rating.c.year == year,
        rating.c.rating.in_(list(ratings)),
        whom.is_not(None),
    )
    return set(connection.execute(asked).scalars())


def predecessors(connection: Connection) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return of each unit from whom it took over, with the kind of each succession."""
    table = TABLES["unit_succession"]
    asked = sa.select(table.c.to_uid, table.c.from_uid, table.c.kind).where(alive(table))
    found: dict[str, list[tuple[str, str]]] = {}
    for to_uid, from_uid, kind in raw_rows(connection.execute(asked)):
        found.setdefault(to_uid, []).append((from_uid, kind))
    return found


def is_linked(recipient: Recipient) -> bool:
    """Say whether a recipient leads to somebody of the lists."""
    return any(getattr(recipient, link) for link in LINKS)


@cache
def _awards_by(link: str) -> ByUids:
    return ByUids(_valid(), _award.c[f"recipient_{link}"])


@cache
def _awards_by_name() -> ByUids:
    return ByUids(_valid(), _award.c.name_fold)


@cache
def _unlinked_by_name() -> ByUids:
    links = (_award.c[f"recipient_{link}"].is_(None) for link in LINKS)
    return ByUids(_valid().where(*links), _award.c.name_fold)


def _valid() -> "sa.Select[Any]":
    return sa.select(*_FACTS).where(alive(_award), _award.c.nature != _REVOKED)


def _uids(
    connection: Connection, column: "sa.ColumnElement[Any]", values: Sequence[Any]
) -> Iterator[str]:
    for part in chunks(values):
        asked = sa.select(_nomination.c.uid).where(column.in_(part), alive(_nomination))
        yield from connection.execute(asked).scalars()


def _members(
    connection: Connection,
    table: sa.Table,
    wanted: tuple[Collection[str], Collection[int], Collection[str]],
    condition: "sa.ColumnElement[bool]",
) -> set[MemberFact]:
    units, years, titles = wanted
    column = table.c
    found: set[MemberFact] = set()
    for part in chunks(sorted(units)):
        asked = sa.select(
            column.recipient_workplace_uid,
            column.year,
            column.title,
            column.recipient_person_uid,
            column.recipient_name,
        ).where(
            alive(table),
            column.recipient_workplace_uid.in_(part),
            column.year.in_(sorted(years)),
            column.title.in_(sorted(titles)),
            condition,
        )
        for unit, year, title, person, name in raw_rows(connection.execute(asked)):
            found.add(MemberFact(unit, year, title, person or fold(name)))
    return found
