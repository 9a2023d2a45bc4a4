"""All that leads to a record, whatever table it stands in, and leading it to another.

Links are read off the catalogue, so that a table added there is not forgotten here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.storage import records, schema
from thidua_desktop.storage.catalogue import BY_TABLE, MAPPINGS
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.mapping import Mapping as Mapped
from thidua_desktop.storage.statements import chunks, raw_rows

LOOSE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("attachment", "owner_uid"): "owner_table",
        ("source_row", "owner_uid"): "owner_table",
        ("learnt_name", "target"): "table",
        ("not_duplicate", "first_uid"): "table",
        ("not_duplicate", "second_uid"): "table",
    }
)
"""Columns that lead to records of several tables, and the column that says to which."""


@dataclass(frozen=True, slots=True)
class Link:
    """One column by which rows of a table lead to records of another.

    *told_by*: the column that names the table led to, "" where it is always the same.
    """

    table: str
    column: str
    told_by: str = ""


def links_to(table: str) -> list[Link]:
    """Return every column that leads to records of *table*."""
    return [*_firm(table), *(Link(*place, told_by) for place, told_by in LOOSE.items())]


def counts(connection: Connection, table: str, uids: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return by uid how many rows of each table lead to it; deleted ones do not count."""
    found: dict[str, dict[str, int]] = {uid: {} for uid in uids}
    for link in links_to(table):
        columns = schema.TABLES[link.table].c
        for some in chunks(uids):
            asked = (
                sa.select(columns[link.column], sa.func.count())
                .where(*_leading(link, table, some))
                .group_by(columns[link.column])
            )
            for uid, count in raw_rows(connection.execute(asked)):
                found[uid][link.table] = found[uid].get(link.table, 0) + count
    return found


def move(step: WriteStep, table: str, new_of: Mapping[str, str]) -> list[Any]:
    """Lead all that leads to a key of *new_of* to its value, in the open *step*.

    Returns what was moved, as it is now; a record that leads there by several columns once.
    """
    moved: dict[tuple[str, str], Any] = {}
    for link in links_to(table):
        mapping = BY_TABLE[link.table]
        leading = dict(_leads(step.connection, link, table, list(new_of)))
        unread = [uid for uid in leading if (link.table, uid) not in moved]
        for record in records.get(step.connection, mapping.record, unread):
            moved[link.table, record.uid] = record
        for uid, old in leading.items():
            key = (link.table, uid)
            moved[key] = _with(moved[key], mapping, link.column, new_of[old])
    step.put(moved.values())
    return list(moved.values())


def _firm(table: str) -> Iterator[Link]:
    for mapping in MAPPINGS:
        for column in mapping.columns:
            if column.links == table:
                yield Link(mapping.table, column.name)


def _leading(link: Link, table: str, uids: Sequence[str]) -> Iterator["sa.ColumnElement[bool]"]:
    source = schema.TABLES[link.table]
    yield schema.alive(source)
    yield source.c[link.column].in_(uids)
    if link.told_by:
        yield source.c[link.told_by] == table


def _leads(
    connection: Connection, link: Link, table: str, uids: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Give each row that leads to one of *uids* by *link*, and to which."""
    columns = schema.TABLES[link.table].c
    for some in chunks(uids):
        asked = sa.select(columns.uid, columns[link.column]).where(*_leading(link, table, some))
        yield from raw_rows(connection.execute(asked.order_by(columns.uid)))


def _with(record: Any, mapping: Mapped[Any], name: str, value: str) -> Any:
    path = next(column.path for column in mapping.columns if column.name == name)
    return _put(record, path, value)


def _put(record: Any, path: tuple[str, ...], value: str) -> Any:
    name, *rest = path
    inner = _put(getattr(record, name), tuple(rest), value) if rest else value
    return replace(record, **{name: inner})
