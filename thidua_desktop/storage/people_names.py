"""Who all people are, for matching names: a few fields of each, straight from the file."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.storage.schema import TABLES, alive

NameOfPerson = tuple[str, str, str, str | None, str]
"""Uid, full name, birth, uid of the unit, citizen number."""

_PORTION = 2_000


def names_of_people(connection: Connection) -> Iterator[NameOfPerson]:
    """Give all people, in no order."""
    person = TABLES["person"].c
    fields = (person.uid, person.full_name, person.birth, person.unit_uid, person.citizen_id)
    rows = connection.execute(sa.select(*fields).where(alive(TABLES["person"])))
    while portion := rows.fetchmany(_PORTION):
        yield from map(tuple, portion)
