"""Records by their uids, or by what they belong to; deleted ones are left out. Knows no lists."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.storage import schema
from thidua_desktop.storage.catalogue import BY_TABLE, mapping_of
from thidua_desktop.storage.mapping import Mapping
from thidua_desktop.storage.schema import alive
from thidua_desktop.storage.statements import ByUids, chunks, raw_rows

T = TypeVar("T")


def get(connection: Connection, record: type[T], uids: Sequence[str]) -> list[T]:
    """Return the records of *uids* in that order; what is gone or unknown is left out."""
    value = mapping_of(record).value
    found = {
        row[-1]: value(row) for row in _by_uid(mapping_of(record).table).rows(connection, uids)
    }
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
    owners = _living(record).order_by(*_order(record))
    found: list[T] = []
    for part in chunks(list(uids)):
        rows = connection.execute(owners.where(column.in_(part)))
        found.extend(map(mapping_of(record).value, raw_rows(rows)))
    return found


def everything(connection: Connection, record: type[T]) -> list[T]:
    """Return all records of a class, by their ordinal where they have one; for small tables."""
    rows = connection.execute(_living(record).order_by(*_order(record)))
    return [mapping_of(record).value(row) for row in raw_rows(rows)]


def exists(connection: Connection, record: type, uid: str) -> bool:
    """Say whether the record *uid* is there and not gone."""
    return bool(get(connection, record, [uid]))


@cache
def _by_uid(table: str) -> ByUids:
    return ByUids(_living(BY_TABLE[table].record), schema.TABLES[table].c.uid)


def _living(record: type) -> "sa.Select[Any]":
    mapping: Mapping[Any] = mapping_of(record)
    columns = schema.TABLES[mapping.table].c
    return sa.select(*(columns[name] for name in mapping.names)).where(
        alive(schema.TABLES[mapping.table])
    )


def _order(record: type) -> "list[sa.Column[Any]]":
    columns = schema.TABLES[mapping_of(record).table].c
    return [columns[name] for name in ("ordinal", "uid") if name in columns]


def blob(connection: Connection, sha256: str) -> bytes:
    """Return the bytes of an attachment; KeyError when they are not in the file."""
    asked = sa.select(schema.blob.c.bytes).where(schema.blob.c.sha256 == sha256)
    found: bytes | None = connection.execute(asked).scalar()
    if found is None:
        raise KeyError(sha256)
    return found
