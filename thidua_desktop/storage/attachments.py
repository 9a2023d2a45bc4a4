"""Files kept with records, as lists ask for them; their bytes are in `records.blob`."""

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.attaching import Kept
from thidua_desktop.domain.changes import FieldChange
from thidua_desktop.storage import history, schema

_TABLE = "attachment"


def of_owner(connection: Connection, table: str, uid: str) -> list[Kept]:
    """Return the files of one record in the order they were added."""
    file, change, step = schema.TABLES[_TABLE].c, schema.change.c, schema.step.c
    asked = (
        sa.select(file.uid, file.name, file.size, step.at, step.who)
        .join_from(schema.TABLES[_TABLE], schema.change, change.uid == file.uid)
        .join(schema.step, step.tick == change.tick)
        .where(file.owner_uid == uid, file.owner_table == table)
        .where(schema.alive(schema.TABLES[_TABLE]))
        .where(change.table == _TABLE, change.before_digest.is_(None))
        .order_by(change.seq)
    )
    return [
        Kept(uid=key, name=name, size=size, at=at, who=who)
        for key, name, size, at, who in connection.execute(asked)
    ]


def total(connection: Connection) -> int:
    """Return the bytes that all files together take in the office file."""
    return connection.execute(sa.select(sa.func.sum(schema.blob.c.size))).scalar() or 0


def comings_and_goings(connection: Connection, table: str, uid: str) -> list[FieldChange]:
    """Return when files were added to one record (*new* is the name) and taken away (*old*)."""
    file = schema.TABLES[_TABLE].c
    asked = sa.select(file.uid, file.name).where(file.owner_uid == uid, file.owner_table == table)
    return [
        _told(change, name)
        for key, name in connection.execute(asked).all()
        for change in history.of_record(connection, _TABLE, key)
        if change.field == history.DELETION_FIELD or (change.field == "name" and not change.old)
    ]


def _told(change: FieldChange, name: str) -> FieldChange:
    is_taken = change.field == history.DELETION_FIELD and bool(change.new)
    return FieldChange(
        step=change.step,
        at=change.at,
        who=change.who,
        label=change.label,
        field=_TABLE,
        old=name if is_taken else "",
        new="" if is_taken else name,
    )
