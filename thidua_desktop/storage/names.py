"""Who is called by a name, marks and case aside. Knows no lists."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.text import fold
from thidua_desktop.storage import schema


def people(connection: Connection, name: str) -> list[str]:
    """Return the uids of the people who are called *name*."""
    return _called(connection, "person", name)


def units(connection: Connection, name: str) -> list[str]:
    """Return the uids of the units that are called *name*."""
    return _called(connection, "unit", name)


def _called(connection: Connection, table: str, name: str) -> list[str]:
    source = schema.TABLES[table]
    asked: sa.Select[Any] = sa.select(source.c.uid).where(
        source.c.name_fold == fold(name), schema.alive(source)
    )
    return list(connection.execute(asked.order_by(source.c.uid)).scalars()) if fold(name) else []
