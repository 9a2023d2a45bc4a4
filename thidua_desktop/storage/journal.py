"""The one door for writing: what is put becomes rows, images, changes and one step, in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, is_dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import Any
from unicodedata import is_normalized, normalize

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.storage import schema
from thidua_desktop.storage.catalogue import BY_TABLE, mapping_of
from thidua_desktop.storage.chain import Link, StepRow
from thidua_desktop.storage.images import IMAGES, Merging, born, digest
from thidua_desktop.storage.mapping import Row
from thidua_desktop.storage.piles import piles_after
from thidua_desktop.storage.statements import Statements, chunks, content_by_uid

FLUSH_AT = 5_000
"""Rows that are held back before they are written together."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a step is to be: its words, kind, who and when, and which step it undoes."""

    label: str
    kind: str
    who: str
    at: datetime
    undoes: str | None = None


_Image = tuple[str, bytes]
"""The text of an image and its digest."""


class WriteStep:
    """One open step. Put records, remove them, read inside; the database closes it and commits."""

    def __init__(self, connection: Connection, statements: Statements, order: Order) -> None:
        self.uid = new_uid()
        self.changed = Changed("", order.label)
        self._connection = connection
        self._statements = statements
        self._order = order
        self._head = next_head(connection)
        self._dot = (self._head.replica, self._head.number)
        self._pending: dict[str, dict[str, tuple[Row, bool]]] = {}
        self._touched: dict[tuple[str, str], tuple[_Image | None, _Image]] = {}
        self._born = born(self._dot)
        self._is_open = False

    @property
    def connection(self) -> Connection:
        """Return the step's connection, for reading; it sees everything put so far."""
        self._flush()
        return self._connection

    def put(self, records: Any) -> None:
        """Store one record or many of any kinds; one stored as it is makes no change.

        A deleted record that is put comes back.
        """
        for record in (records,) if is_dataclass(records) else records:
            mapping = mapping_of(type(record))
            content = mapping.row(record)
            self.set_row(mapping.table, content, gone=False)

    def remove(self, record: type, uids: Iterable[str]) -> None:
        """Delete softly the records of class *record*; what is gone already stays so."""
        self._set_gone(record, uids, gone=True)

    def restore(self, record: type, uids: Iterable[str]) -> None:
        """Bring deleted records of class *record* back as they were."""
        self._set_gone(record, uids, gone=False)

    def put_blob(self, data: bytes) -> str:
        """Keep the bytes of an attachment; return their SHA-256 by which they are found."""
        name = sha256(data).hexdigest()
        known = sa.select(schema.blob.c.size).where(schema.blob.c.sha256 == name)
        if self._connection.execute(known).first() is None:
            self._open()
            row = {"sha256": name, "size": len(data), "bytes": data, "step": self.uid}
            self._connection.execute(sa.insert(schema.blob), row)
        return name

    def set_row(self, table: str, content: Row, *, gone: bool) -> None:
        """Make the row whose uid is the last of *content* be that; the way of undo and merge."""
        self._pending.setdefault(table, {})[content[-1]] = (content, gone)
        if len(self._pending[table]) >= FLUSH_AT:
            self._flush()

    def finish(self, *, always: bool = False) -> None:
        """Write the changes and the step; nothing when nothing changed, unless *always*."""
        self._flush()
        if not (self._touched or self._is_open or always):
            return
        self._open()
        links = self._write_changes()
        row = self._step_row(len(links))
        self._run(schema.step, [(*astuple(row), row.hash(links))])
        self._close()
        self.changed = Changed(self.uid, self._order.label, self._rows())

    # Rows

    def _set_gone(self, record: type, uids: Iterable[str], *, gone: bool) -> None:
        self._flush()
        table = mapping_of(record).table
        for content, merging in self._stored(table, list(uids)).values():
            if bool(merging.gone) is not gone:
                self.set_row(table, content, gone=gone)

    def _flush(self) -> None:
        pending, self._pending = self._pending, {}
        for table, rows in pending.items():
            for part in chunks(list(rows.items())):
                self._write_rows(table, part)

    def _write_rows(self, table: str, wanted: Sequence[tuple[str, tuple[Row, bool]]]) -> None:
        """Write one portion of rows of one table, new ones and changed ones each in bulk."""
        stored = self._stored(table, [uid for uid, _ in wanted])
        new, edited = [], []
        for uid, (content, gone) in wanted:
            if uid not in stored:
                new.append(self._new_row(table, content, gone=gone))
            elif row := self._edited_row(table, stored[uid], content, gone=gone):
                edited.append(row)
        if new or edited:
            self._open()
        if new:
            self._run(schema.TABLES[table], new)
        if edited:
            at = len(BY_TABLE[table].columns) - 1
            by_uid = [(*row[:at], *row[at + 1 :], row[at]) for row in edited]
            self._connection.exec_driver_sql(self._statements.update(table), by_uid)

    def _new_row(self, table: str, content: Row, *, gone: bool) -> Row:
        merging = self._born.deleted(self._dot) if gone else self._born
        return self._note(table, content, merging, None)

    def _edited_row(
        self, table: str, stored: tuple[Row, Merging], content: Row, *, gone: bool
    ) -> Row | None:
        """Return the row to write, or None when nothing changes."""
        was, merging = stored
        content = _composed(content)
        units = {
            column.unit
            for column, old, new in zip(BY_TABLE[table].columns, was, content, strict=True)
            if old != new
        }
        before = merging
        if units:
            merging = merging.edited(self._dot, units)
        if gone != bool(merging.gone):
            merging = merging.deleted(self._dot) if gone else merging.restored(self._dot)
        if merging is before:
            return None
        image = _image(IMAGES[table].write(was, before.columns))
        return self._note(table, content, merging, image)

    def _note(self, table: str, content: Row, merging: Merging, before: _Image | None) -> Row:
        """Remember the images of a change and return the whole row as it is stored.

        The first image before and the last one after stand for all that befell a row in a step.
        """
        columns = merging.columns
        after = _image(IMAGES[table].write(content, columns))
        if not is_normalized("NFC", after[0]):
            content = _composed(content)
            after = _image(IMAGES[table].write(content, columns))
        key = (table, content[-1])
        if key in self._touched:
            before = self._touched[key][0]
        self._touched[key] = (before, after)
        derived = self._statements.derive(table, content)
        return (*content, *columns, self._head.tick, self.uid, *derived)

    def _stored(self, table: str, uids: Sequence[str]) -> dict[str, tuple[Row, Merging]]:
        """Return content and merge columns of the rows that are there, gone ones too."""
        mapping = BY_TABLE[table]
        width = len(mapping.columns)
        rows = content_by_uid(table).rows(self._connection, uids)
        return {row[width - 1]: (mapping.typed(row[:width]), Merging(*row[width:])) for row in rows}

    # The step

    def _open(self) -> None:
        """Let the guard triggers know this step, once."""
        if not self._is_open:
            values = {"uid": self.uid, "tick": self._head.tick}
            self._connection.execute(sa.update(schema.open_step).values(values))
            self._is_open = True

    def _close(self) -> None:
        self._connection.execute(sa.update(schema.open_step).values({"uid": None, "tick": None}))
        self._is_open = False

    def _write_changes(self) -> list[Link]:
        """Write the images of all touched rows; return what the chain covers of them."""
        links: list[Link] = []
        numbered = enumerate(self._touched.items(), start=self._head.first)
        while portion := list(islice(numbered, FLUSH_AT)):
            rows = [_change(seq, self._head.tick, key, images) for seq, (key, images) in portion]
            links.extend((row[0], row[2], row[3], row[6], row[7]) for row in rows)
            self._run(schema.change, rows)
        return links

    def _step_row(self, rows: int) -> StepRow:
        head, order = self._head, self._order
        piles = piles_after(self._connection, self.uid, order.kind, order.undoes)
        return StepRow(
            uid=self.uid,
            tick=head.tick,
            replica=head.replica,
            number=head.number,
            at=order.at.isoformat(timespec="seconds"),
            who=order.who,
            label=order.label,
            kind=order.kind,
            undoes=order.undoes,
            undo_top=piles.undo_top,
            redo_top=piles.redo_top,
            below=piles.below,
            first=head.first,
            rows=rows,
            prev=head.prev,
        )

    def _rows(self) -> dict[str, frozenset[str]]:
        tables: dict[str, set[str]] = {}
        for table, uid in self._touched:
            tables.setdefault(table, set()).add(uid)
        return {table: frozenset(uids) for table, uids in tables.items()}

    def _run(self, table: sa.Table, rows: list[Row]) -> None:
        self._connection.exec_driver_sql(self._statements.insert(table.name), rows)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the journal stands when a step opens: the numbers that are its own."""

    replica: str
    number: int
    tick: int
    first: int
    prev: str


def next_head(connection: Connection) -> _Head:
    """Return the numbers of the step that would come next."""
    step = schema.step.c
    meta = schema.meta.c
    replica = connection.execute(sa.select(meta.value).where(meta.name == "replica")).scalar_one()
    used = connection.execute(
        sa.select(sa.func.max(step.number)).where(step.replica == replica)
    ).scalar()
    last = connection.execute(
        sa.select(step.tick, step.first + step.rows, step.hash).order_by(step.tick.desc()).limit(1)
    ).first()
    tick, first, prev = last or (0, 1, "")
    return _Head(replica, (used or 0) + 1, tick + 1, first, prev)


def _image(written: bytes) -> _Image:
    return written.decode(), digest(written)


def _change(seq: int, tick: int, key: tuple[str, str], images: tuple[_Image | None, _Image]) -> Row:
    before, after = images
    text, covered = before or (None, None)
    return (seq, tick, *key, text, after[0], covered, after[1])


def _composed(content: Row) -> Row:
    """Return *content* with its texts in NFC, whatever came in."""
    return tuple(normalize("NFC", value) if isinstance(value, str) else value for value in content)
