"""Records by their uids, or by what they belong to; deleted ones are left out. Knows no lists."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.storage import schema
from thidua_desktop.storage.catalogue import mapping_of
from thidua_desktop.storage.mapping import Mapping
from thidua_desktop.storage.statements import chunks

T = TypeVar("T")


def get(connection: Connection, record: type[T], uids: Sequence[str]) -> list[T]:
    """Return the records of *uids* in that order; what is gone or unknown is left out."""
    found = {}
    for part in chunks(uids):
        for row in connection.execute(_living(record).where(_uid(record).in_(part))):
            found[row[-1]] = mapping_of(record).value(row)
    return [found[uid] for uid in uids if uid in found]


def one(connection: Connection, record: type[T], uid: str) -> T:
    """Return the record *uid*; KeyError when it is gone or unknown."""
    found = get(connection, record, [uid])
    if not found:
        raise KeyError(uid)
    return found[0]


def owned(connection: Connection, record: type[T], field: str, uids: Iterable[str]) -> list[T]:
    """Return the records whose column *field* is one of *uids*, by ordinal where there is one."""
    column = schema.TABLES[mapping_of(record).table].c[field]
    found: list[T] = []
    for part in chunks(list(uids)):
        rows = connection.execute(_living(record).where(column.in_(part)).order_by(*_order(record)))
        found.extend(map(mapping_of(record).value, rows))
    return found


def everything(connection: Connection, record: type[T]) -> list[T]:
    """Return all records of a class, by their ordinal where they have one; for small tables."""
    rows = connection.execute(_living(record).order_by(*_order(record)))
    return [mapping_of(record).value(row) for row in rows]


def exists(connection: Connection, record: type, uid: str) -> bool:
    """Say whether the record *uid* is there and not gone."""
    return connection.execute(_living(record).where(_uid(record) == uid)).first() is not None


def _living(record: type) -> "sa.Select[Any]":
    mapping: Mapping[Any] = mapping_of(record)
    columns = schema.TABLES[mapping.table].c
    return sa.select(*(columns[name] for name in mapping.names)).where(columns.gone == 0)


def _uid(record: type) -> "sa.Column[Any]":
    return schema.TABLES[mapping_of(record).table].c.uid


def _order(record: type) -> "list[sa.Column[Any]]":
    columns = schema.TABLES[mapping_of(record).table].c
    return [columns[name] for name in ("ordinal", "uid") if name in columns]
