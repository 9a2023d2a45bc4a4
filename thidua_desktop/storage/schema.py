"""The tables of an office file, made from the catalogue of records. Knows no queries."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from thidua_desktop.storage import mapping as maps
from thidua_desktop.storage.catalogue import MAPPINGS
from thidua_desktop.storage.derived import DERIVED

UID = sa.String(36)
MERGE_COLUMNS = ("version", "dots", "tomb", "extra", "conflicts", "gone", "tick", "step")
"""Beside the content of every row: what merging needs and who wrote it last."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_TYPES: Mapping[str, Any] = {
    "text": sa.Text(),
    "bytes": sa.LargeBinary(),
    "whole": sa.BigInteger(),
    "flag": sa.Boolean(),
}


def _table(mapping: maps.Mapping[Any]) -> sa.Table:
    return sa.Table(
        mapping.table,
        metadata,
        *(_content(column) for column in mapping.columns),
        *_merging(),
        *_derived(mapping.table),
        *_indexes(mapping),
    )


def _content(column: maps.Column) -> "sa.Column[Any]":
    if column.name == "uid":
        return sa.Column(
            "uid", UID, sa.CheckConstraint("length(uid) = 36", "uid"), primary_key=True
        )
    if column.links is None:
        return sa.Column(column.name, _TYPES[column.kind], nullable=column.optional)
    link = sa.ForeignKey(f"{column.links}.uid", deferrable=True, initially="DEFERRED")
    return sa.Column(column.name, UID, link, nullable=True)


def _merging() -> Iterator["sa.Column[Any]"]:
    yield sa.Column("version", sa.Text(), nullable=False)
    yield sa.Column("dots", sa.Text(), nullable=False)
    yield sa.Column("tomb", sa.Text())
    yield sa.Column("extra", sa.Text())
    whole = sa.BigInteger()
    yield sa.Column(
        "conflicts", whole, sa.CheckConstraint("conflicts >= 0", "conflicts"), nullable=False
    )
    yield sa.Column("gone", whole, sa.CheckConstraint("gone IN (0, 1)", "gone"), nullable=False)
    yield sa.Column("tick", whole, sa.CheckConstraint("tick > 0", "tick"), nullable=False)
    yield sa.Column("step", UID, nullable=False)


def _derived(table: str) -> Iterator["sa.Column[Any]"]:
    if table in DERIVED:
        for name, kind in DERIVED[table].columns.items():
            yield sa.Column(name, _TYPES[kind], nullable=False)


def _indexes(mapping: maps.Mapping[Any]) -> Iterator[sa.Index]:
    """Give the index of the export cursor and one of each link, small where links are rare."""
    yield sa.Index(None, "tick")
    for column in mapping.columns:
        if column.links is not None:
            there = sa.text(f"{column.name} IS NOT NULL")
            yield sa.Index(None, column.name, sqlite_where=there, postgresql_where=there)


TABLES: Mapping[str, sa.Table] = MappingProxyType({m.table: _table(m) for m in MAPPINGS})
"""The tables of records by name."""

step = sa.Table(
    "step",
    metadata,
    sa.Column("uid", UID, primary_key=True),
    sa.Column("tick", sa.Integer(), nullable=False),
    sa.Column("replica", sa.Text(), nullable=False),
    sa.Column("number", sa.Integer(), nullable=False),
    sa.Column("at", sa.Text(), nullable=False),
    sa.Column("who", sa.Text(), nullable=False),
    sa.Column("label", sa.Text(), nullable=False),
    sa.Column("kind", sa.Text(), nullable=False),
    sa.Column("undoes", UID, index=True),
    sa.Column("undo_top", UID),
    sa.Column("redo_top", UID),
    sa.Column("below", UID),
    sa.Column("first", sa.Integer(), nullable=False),
    sa.Column("rows", sa.Integer(), nullable=False),
    sa.Column("prev", sa.Text(), nullable=False),
    sa.Column("hash", sa.Text(), nullable=False),
    sa.Index(None, "tick", unique=True),
    sa.Index(None, "replica", "number", unique=True),
)
"""One row a transaction. *number*: this replica's change number; *tick*: the order in this file;
*first*, *rows*: where its changes lie; *undo_top*, *redo_top*: what is undone or redone next after
it; *below*: what comes next when it is taken off its pile; *hash* covers *prev* (see `chain`)."""

change = sa.Table(
    "change",
    metadata,
    sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
    sa.Column("tick", sa.Integer(), nullable=False),
    sa.Column("table", sa.Text(), nullable=False),
    sa.Column("uid", UID, nullable=False, index=True),
    sa.Column("before", sa.Text()),
    sa.Column("after", sa.Text()),
    sa.Column("before_digest", sa.LargeBinary()),
    sa.Column("after_digest", sa.LargeBinary()),
)
"""One row of one step: its image before and after (JSON), NULL before when it was not there."""

blob = sa.Table(
    "blob",
    metadata,
    sa.Column("sha256", sa.Text(), primary_key=True),
    sa.Column("size", sa.BigInteger(), nullable=False),
    sa.Column("bytes", sa.LargeBinary(), nullable=False),
    sa.Column("step", UID, nullable=False),
)
"""The bytes of attachments by their hash; outside the images."""

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("name", sa.Text(), primary_key=True),
    sa.Column("value", sa.Text(), nullable=False),
)
"""Facts of this file: *file* (its uid), *replica*."""

open_step = sa.Table(
    "open_step",
    metadata,
    sa.Column("slot", sa.Integer(), sa.CheckConstraint("slot = 1", "slot"), primary_key=True),
    sa.Column("uid", UID),
    sa.Column("tick", sa.Integer()),
)
"""The step that may write now; one row, empty but inside the door."""


def alive(table: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return the condition that a row is not deleted, written out as the list indexes have it."""
    return table.c.gone == sa.literal_column("0")


def _list_index(table: str, name: str, *columns: Any) -> None:
    here = sa.text("gone = 0")
    sa.Index(f"ix_{table}_by_{name}", *columns, sqlite_where=here, postgresql_where=here)


def _name_lists() -> None:
    """Index the orders of the lists, the usual one with what searching reads, and other ways in."""
    award = TABLES["award"].c
    _list_index(
        "award",
        "date",
        award.register_year.desc(),
        award.decision_date.desc(),
        award.decision_number,
        award.ordinal,
        award.name_key,
        award.uid,
        award.search_fold,
    )
    _list_index("award", "name", award.name_key, award.uid)
    _list_index("award", "unit", award.unit_key, award.name_key, award.uid)
    _list_index("award", "year", award.year.desc(), award.name_key, award.uid)
    sa.Index("ix_award_name_fold", award.name_fold)
    nomination = TABLES["nomination"].c
    _list_index(
        "nomination",
        "year",
        nomination.year.desc(),
        nomination.unit_key,
        nomination.name_key,
        nomination.uid,
        nomination.search_fold,
    )
    _list_index("nomination", "name", nomination.name_key, nomination.uid)
    person = TABLES["person"].c
    _list_index("person", "name", person.name_key, person.uid, person.search_fold, person.unit_uid)
    sa.Index("ix_person_name_fold", person.name_fold)
    unit = TABLES["unit"].c
    _list_index("unit", "name", unit.name_key, unit.uid, unit.search_fold)
    sa.Index("ix_unit_name_fold", unit.name_fold)
    decision = TABLES["decision"].c
    _list_index("decision", "date", decision.date.desc(), decision.number, decision.uid)
    block = TABLES["block"].c
    sa.Index("ix_block_owner_uid", block.owner_uid, block.ordinal)
    sa.Index("ix_attachment_owner_uid", TABLES["attachment"].c.owner_uid)
    sa.Index("ix_source_row_owner_uid", TABLES["source_row"].c.owner_uid)
    for table in (TABLES["award"], TABLES["nomination"], TABLES["person"]):
        deleted = sa.text("gone = 1")
        name = f"ix_{table.name}_gone"
        sa.Index(name, table.c.tick, sqlite_where=deleted, postgresql_where=deleted)


_name_lists()
