"""What is compared of people and units when duplicates are looked for; read in portions."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.duplicates import Body, Someone
from thidua_desktop.storage.schema import TABLES, alive

_PORTION = 2_000  # Rows that the driver hands over at once.


def people(connection: Connection) -> list[Someone]:
    """Return everyone, in no order."""
    person = TABLES["person"].c
    columns = (
        person.uid,
        person.full_name,
        person.name_fold,
        person.birth,
        person.sex,
        sa.func.coalesce(person.unit_uid, ""),
        person.citizen_id,
    )
    asked = sa.select(*columns).where(alive(TABLES["person"]))
    return [Someone(*row) for row in _rows(connection, asked)]


def units(connection: Connection) -> list[Body]:
    """Return all units, in no order."""
    unit = TABLES["unit"].c
    columns = (
        unit.uid,
        unit.name,
        unit.name_fold,
        unit.kind,
        sa.func.coalesce(unit.parent_uid, ""),
        unit.code,
        unit.valid_from,
        unit.valid_to,
    )
    asked = sa.select(*columns).where(alive(TABLES["unit"]))
    return [Body(*row) for row in _rows(connection, asked)]


def _rows(connection: Connection, asked: "sa.Select[Any]") -> Iterator[tuple[Any, ...]]:
    cursor = connection.execute(asked).cursor
    if cursor is None:
        raise TypeError("not a question")
    while portion := cursor.fetchmany(_PORTION):
        yield from portion
