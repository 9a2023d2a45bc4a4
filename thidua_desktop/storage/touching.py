"""What the journal says was touched since a moment: rows, what they lead to, whose they are.

For answers kept in memory, which are to be dropped when what they rest on changes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.text import fold
from thidua_desktop.storage import schema
from thidua_desktop.storage.catalogue import BY_TABLE
from thidua_desktop.storage.images import IMAGES
from thidua_desktop.storage.statements import raw_rows

MANY = 2_000
"""Changed rows above which they are not looked at one by one."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {"award": "recipient_name", "nomination": "recipient_name"}
)


@dataclass(frozen=True, slots=True)
class Touched:
    """What was written after a moment. *tick*: the moment it is now.

    *keys*: uids of the rows, and uids and folded names in them, before and after; None when they
    are too many to tell. *tables*: which tables they are of.
    """

    tick: int
    tables: frozenset[str] = frozenset()
    keys: frozenset[str] | None = frozenset()


def now(connection: Connection) -> int:
    """Return the moment it is: the number of the last step."""
    return connection.execute(sa.select(sa.func.max(schema.step.c.tick))).scalar() or 0


def touched_since(connection: Connection, tick: int) -> Touched:
    """Return what was written after the moment *tick*."""
    step, change = schema.step.c, schema.change.c
    later = sa.select(step.tick, step.first, step.rows).where(step.tick > tick)
    steps = raw_rows(connection.execute(later))
    if not steps:
        return Touched(tick)
    latest = max(row[0] for row in steps)
    first = min(row[1] for row in steps)
    if sum(row[2] for row in steps) > MANY:
        return Touched(latest, keys=None)
    asked = sa.select(change.table, change.uid, change.before, change.after)
    rows = raw_rows(connection.execute(asked.where(change.seq >= first)))
    keys = {key for row in rows for key in _keys(*row)}
    return Touched(latest, frozenset(row[0] for row in rows), frozenset(keys))


def _keys(table: str, uid: str, *images: str | None) -> Iterator[str]:
    yield uid
    for image in filter(None, images):
        content, _merging = IMAGES[table].read(image)
        for at, is_name in _places(table):
            if value := content[at]:
                yield fold(value) if is_name else value


@cache
def _places(table: str) -> tuple[tuple[int, bool], ...]:
    """Return where the links and the name of a row of *table* stand, and which is the name."""
    columns = BY_TABLE[table].columns
    found = [(at, False) for at, column in enumerate(columns) if column.links]
    if name := _NAMES.get(table):
        found.append((BY_TABLE[table].names.index(name), True))
    return tuple(found)
