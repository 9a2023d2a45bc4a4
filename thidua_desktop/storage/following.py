"""How much hangs on units that end: people, nominations not settled, units below, awards."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from thidua_desktop.storage.schema import TABLES, alive
from thidua_desktop.storage.statements import chunks

SETTLED = ("awarded", "rejected")
_person, _unit = TABLES["person"].c, TABLES["unit"].c
_nomination, _award = TABLES["nomination"].c, TABLES["award"].c


def people(connection: Connection, units: Sequence[str]) -> int:
    """Return how many people work in *units*."""
    return _count(connection, "person", _person.unit_uid, units)


def below(connection: Connection, units: Sequence[str]) -> int:
    """Return how many units stand right below *units*, themselves left out."""
    return _count(connection, "unit", _unit.parent_uid, units, _unit.uid.not_in(units))


def nominations(connection: Connection, units: Sequence[str]) -> int:
    """Return how many nominations not settled yet are of people who work in *units*."""
    is_open = _nomination.state.not_in(SETTLED)
    return _count(connection, "nomination", _nomination.recipient_workplace_uid, units, is_open)


def collectives(connection: Connection, units: Sequence[str]) -> int:
    """Return how many nominations not settled yet are of *units* themselves."""
    is_open = _nomination.state.not_in(SETTLED)
    return _count(connection, "nomination", _nomination.recipient_unit_uid, units, is_open)


def later_awards(connection: Connection, units: Sequence[str], date: str) -> int:
    """Return how many awards of *units*, or of people there, are of a day from *date* on."""
    is_later = sa.or_(
        _award.decision_date >= date,
        sa.and_(_award.decision_date == "", _award.year > int(date[:4])),
    )
    links = (_award.recipient_workplace_uid, _award.recipient_unit_uid)
    return sum(_count(connection, "award", link, units, is_later) for link in links)


def _count(
    connection: Connection,
    table: str,
    link: "sa.Column[Any]",
    uids: Sequence[str],
    *conditions: "ColumnElement[bool]",
) -> int:
    source = TABLES[table]
    counted = sa.select(sa.func.count()).select_from(source).where(alive(source), *conditions)
    parts = chunks(list(uids))
    return sum(connection.scalars(counted.where(link.in_(part))).one() for part in parts)
