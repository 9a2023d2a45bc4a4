"""What the journal tells: steps, the life of one record, what lies in the recycle bin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.changes import FieldChange, Step
from thidua_desktop.domain.text import fold
from thidua_desktop.storage import piles, schema
from thidua_desktop.storage.catalogue import BY_TABLE, MAPPINGS
from thidua_desktop.storage.images import IMAGES
from thidua_desktop.storage.mapping import Column, Row
from thidua_desktop.storage.statements import chunks, content_by_uid, raw_rows
from thidua_desktop.storage.wording import readable, titled

DELETED = "Đã xóa"
DELETION_FIELD = "gone"
"""The field name under which deleting and bringing back stand in the history of a record."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record in the recycle bin: what it is, which step deleted it, when and by whom."""

    table: str
    uid: str
    title: str
    step: str
    at: str
    who: str
    label: str


_FIELDS = ("uid", "tick", "at", "who", "label", "kind", "rows")
_COLUMNS = tuple(schema.step.c[name] for name in _FIELDS)


def steps(connection: Connection, limit: int) -> list[Step]:
    """Return the last *limit* steps, newest first, each with whether it was undone."""
    newest = sa.select(*_COLUMNS, schema.step.c.undoes).order_by(schema.step.c.tick.desc())
    found: list[Step] = []
    undone: set[str] = set()
    for row in raw_rows(connection.execute(newest.limit(limit))):
        uid, undoes = row[0], row[-1]
        found.append(_step(row, undone=uid in undone))
        if undoes and uid not in undone:
            undone.add(undoes)  # Whatever undoes a step comes after it, so it was seen already.
    return found


def step(connection: Connection, uid: str) -> Step:
    """Return the step *uid*; KeyError when there is none."""
    found = connection.execute(sa.select(*_COLUMNS).where(schema.step.c.uid == uid)).first()
    if found is None:
        raise KeyError(uid)
    return _step(found, undone=piles.is_undone(connection, uid))


def next_undo(connection: Connection) -> Step | None:
    """Return the step that undo would take back, its label as it was first."""
    uid = piles.next_undo(connection)
    return _plain(step(connection, uid)) if uid else None


def next_redo(connection: Connection) -> Step | None:
    """Return the undo that redo would take back, its label that of what was undone."""
    uid = piles.next_redo(connection)
    return _plain(step(connection, uid)) if uid else None


def root(connection: Connection, uid: str) -> Step:
    """Return the step that is done, undone or done again by *uid*."""
    undone = sa.select(schema.step.c.undoes)
    while earlier := connection.execute(undone.where(schema.step.c.uid == uid)).scalar():
        uid = earlier
    return step(connection, uid)


def of_record(connection: Connection, table: str, uid: str) -> list[FieldChange]:
    """Return what happened to one record, field by field in readable text, newest first."""
    change, made = schema.change.c, schema.step.c
    asked = (
        sa.select(made.uid, made.at, made.who, made.label, change.before, change.after)
        .join_from(schema.change, schema.step, change.tick == made.tick)
        .where(change.uid == uid, change.table == table)
        .order_by(change.seq.desc())
    )
    found = []
    for row in raw_rows(connection.execute(asked)):
        about = dict(zip(("step", "at", "who", "label"), row, strict=False))
        for field, old, new in _differences(connection, table, *row[-2:]):
            found.append(FieldChange(**about, field=field, old=old, new=new))
    return found


def awards_of(connection: Connection, name_or_uid: str) -> list[str]:
    """Return the uids of the awards of a person, unit or household, the newest first.

    By the uid of the person, unit or household, or by a name, marks and case aside.
    """
    ways = [link == name_or_uid for link in _award_links()]
    if name := fold(name_or_uid):
        ways.append(schema.TABLES["award"].c.name_fold == name)
    return _awards(connection, ways)


def awards_of_units(connection: Connection, uids: Sequence[str]) -> list[str]:
    """Return the uids of the awards of all the units *uids*, the newest first."""
    link = schema.TABLES["award"].c.recipient_unit_uid
    return _awards(connection, [link.in_(part) for part in chunks(list(uids))])


def unlinked_awards_of(connection: Connection, name: str) -> list[str]:
    """Return the uids of the awards under *name*, marks and case aside, that lead to nobody."""
    unlinked = [link.is_(None) for link in _award_links()]
    is_named = schema.TABLES["award"].c.name_fold == fold(name)
    return _awards(connection, [sa.and_(is_named, *unlinked)]) if fold(name) else []


def _award_links() -> "tuple[sa.Column[Any], ...]":
    award = schema.TABLES["award"].c
    return award.recipient_person_uid, award.recipient_unit_uid, award.recipient_household_uid


def _awards(connection: Connection, ways: "Sequence[sa.ColumnElement[bool]]") -> list[str]:
    """Return the uids of the awards that any of *ways* leads to, the newest first."""
    award = schema.TABLES["award"].c
    found: dict[str, tuple[Any, ...]] = {}
    for way in ways:
        asked = sa.select(award.uid, award.register_year, award.decision_date, award.ordinal)
        rows = connection.execute(asked.where(way, schema.alive(schema.TABLES["award"])))
        found.update({uid: (year, date, -ordinal) for uid, year, date, ordinal in raw_rows(rows)})
    return sorted(found, key=lambda uid: (found[uid], uid), reverse=True)


def recycle_bin(connection: Connection, limit: int) -> list[Deleted]:
    """Return the last *limit* records that an officer deleted; what undo took back is not there."""
    gone = [row for mapping in MAPPINGS for row in _gone(connection, mapping.table)]
    gone.sort(key=lambda row: row[0], reverse=True)
    root_of = cache(lambda writer: root(connection, writer))
    deleted = (
        _deleted(table, content, by)
        for _, table, writer, content in gone
        if not _was_made_by(connection, table, content[-1], (by := root_of(writer)).tick)
    )
    return list(islice(deleted, limit))


def _step(row: Sequence[Any], *, undone: bool) -> Step:
    return Step(**dict(zip(_FIELDS, row, strict=False)), undone=undone)


def _plain(shown: Step) -> Step:
    return replace(shown, label=piles.plain(shown.label))


def _differences(
    connection: Connection, table: str, before: str | None, after: str
) -> Iterator[tuple[str, str, str]]:
    """Give field, old and new text of what differs between two images."""
    mapping = BY_TABLE[table]
    new, merging = IMAGES[table].read(after)
    old, merged = IMAGES[table].read(before) if before else (None, None)
    was_gone = bool(merged and merged.gone)
    if was_gone != bool(merging.gone):
        yield DELETION_FIELD, DELETED if was_gone else "", DELETED if merging.gone else ""
    for at, column in enumerate(mapping.columns[:-1]):
        earlier = old[at] if old else column.empty
        if earlier != new[at] and column.name not in _twins(mapping.names):
            was = _told(connection, table, column, earlier) if old else ""
            yield ".".join(column.path), was, _told(connection, table, column, new[at])


def _twins(names: Sequence[str]) -> frozenset[str]:
    """Return the columns whose text stands beside them, so that the code says nothing more."""
    return frozenset({"title"}) if "title_text" in names else frozenset()


def _told(connection: Connection, table: str, column: Column, value: Any) -> str:
    if column.links and value:
        return _named(connection, column.links, value)
    return readable(table, column, value)


def _named(connection: Connection, table: str, uid: str) -> str:
    mapping = BY_TABLE[table]
    rows = list(content_by_uid(table).rows(connection, [uid]))
    return titled(mapping, rows[0]) if rows else uid


def _deleted(table: str, content: Row, by: Step) -> Deleted:
    title = titled(BY_TABLE[table], content)
    return Deleted(table, content[-1], title, by.uid, by.at, by.who, by.label)


def _gone(connection: Connection, table: str) -> Iterator[tuple[int, str, str, Row]]:
    """Give tick, table, last writer and content of the rows that are deleted."""
    columns = schema.TABLES[table].c
    content = (columns[name] for name in BY_TABLE[table].names)
    asked = sa.select(columns.tick, columns.step, *content).where(
        columns.gone == sa.literal_column("1")
    )
    for row in raw_rows(connection.execute(asked)):
        yield row[0], table, row[1], row[2:]


def _was_made_by(connection: Connection, table: str, uid: str, tick: int) -> bool:
    """Say whether the step of *tick* is the one that made the row."""
    change = schema.change.c
    asked = sa.select(change.before_digest).where(
        change.uid == uid, change.table == table, change.tick == tick
    )
    return connection.execute(asked).scalar() is None
