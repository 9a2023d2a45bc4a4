"""Taking a step back, and taking that back again: each is a new step. Knows no screens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import ChangedSince, Refused
from thidua_desktop.storage import piles, schema
from thidua_desktop.storage.catalogue import BY_TABLE, MAPPINGS
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.images import IMAGES
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.mapping import Row
from thidua_desktop.storage.statements import chunks, content_by_uid, raw_rows
from thidua_desktop.storage.wording import titled

Named = tuple[str, str, str]
"""A row for an officer: table, uid, what it is."""


@dataclass(frozen=True, slots=True)
class _Image:
    """One row as an image tells it; *gone* too where the row was not there at all."""

    content: Row
    gone: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of the step to take back."""

    table: str
    uid: str
    before: _Image | None
    after: _Image

    @property
    def wanted(self) -> _Image:
        """Return what the row is to become; a row that was not there becomes a deleted one."""
        return self.before or _Image(self.after.content, gone=True)


def undo(database: Database, uid: str | None = None, *, confirmed: bool = False) -> Changed:
    """Take back the step *uid*, or the last one not undone; return the step that did it.

    ChangedSince when rows were changed since or others hang on them; when *confirmed* these are
    left as they are and the rest is taken back. Refused when there is nothing to take back.
    """
    with database.read() as connection:
        target = _standing(connection, uid) if uid else piles.next_undo(connection)
        if target is None:
            raise Refused("Không còn thao tác nào để hoàn tác.", "Chưa có gì bị thay đổi.")
        label = piles.UNDO + _plain_label(connection, target)
    return _take_back(database, target, "undo", label, confirmed=confirmed)


def redo(database: Database, *, confirmed: bool = False) -> Changed:
    """Do again what was undone last; a new edit since then leaves nothing to redo (Refused)."""
    with database.read() as connection:
        target = piles.next_redo(connection)
        if target is None:
            raise Refused("Không còn thao tác nào để làm lại.", "Chưa có gì bị thay đổi.")
        label = piles.REDO + _plain_label(connection, target)
    return _take_back(database, target, "redo", label, confirmed=confirmed)


def _take_back(
    database: Database, target: str, kind: str, label: str, *, confirmed: bool
) -> Changed:
    with database.write(label, kind, undoes=target) as step:
        taking = _TakingBack(step, target)
        taking.run()
        if taking.kept and not confirmed:
            raise ChangedSince(
                f"{len(taking.kept)} bản ghi đã được sửa tiếp sau thao tác này.",
                taking.kept,
                "Nếu vẫn hoàn tác, các bản ghi đó được giữ nguyên, phần còn lại trở về như trước.",
            )
    return step.changed


@dataclass(slots=True)
class _TakingBack:
    """One step being taken back inside another; *kept* collects what stays as it is."""

    step: WriteStep
    target: str
    kept: list[Named] = field(default_factory=list)

    def run(self) -> None:
        connection = self.step.connection
        first, rows = connection.execute(
            sa.select(schema.step.c.first, schema.step.c.rows).where(
                schema.step.c.uid == self.target
            )
        ).one()
        for part in _changes(connection, first, rows):
            now = _present(connection, part)
            hanging = _hanging(connection, part, range(first, first + rows))
            for change in part:
                if now.get((change.table, change.uid)) != change.after:
                    self._keep(change)
                elif others := hanging.get((change.table, change.uid)):
                    self.kept.extend(others)
                else:
                    wanted = change.wanted
                    self.step.set_row(change.table, wanted.content, gone=wanted.gone)

    def _keep(self, change: _Change) -> None:
        title = titled(BY_TABLE[change.table], change.after.content)
        self.kept.append((change.table, change.uid, title))


def _standing(connection: Connection, uid: str) -> str:
    """Return the step by which what *uid* did stands now: itself, or what last did it again."""
    by = piles.undoer(connection, uid)
    while by:
        again = piles.undoer(connection, by)
        if again is None:
            raise Refused("Thao tác này đã được hoàn tác.", "Chưa có gì bị thay đổi.")
        uid, by = again, piles.undoer(connection, again)
    return uid


def _plain_label(connection: Connection, uid: str) -> str:
    label = sa.select(schema.step.c.label).where(schema.step.c.uid == uid)
    return piles.plain(connection.execute(label).scalar_one())


def _changes(connection: Connection, first: int, rows: int) -> Iterator[list[_Change]]:
    """Give the changes of a step in portions."""
    change = schema.change.c
    columns = sa.select(change.table, change.uid, change.before, change.after)
    for part in chunks(range(first, first + rows)):
        found = columns.where(change.seq.between(part[0], part[-1])).order_by(change.seq)
        yield [_read(*row) for row in raw_rows(connection.execute(found))]


def _read(table: str, uid: str, before: str | None, after: str) -> _Change:
    return _Change(table, uid, _image(table, before) if before else None, _image(table, after))


def _image(table: str, text: str) -> _Image:
    content, merging = IMAGES[table].read(text)
    return _Image(content, gone=bool(merging.gone))


def _present(connection: Connection, changes: Sequence[_Change]) -> dict[tuple[str, str], _Image]:
    """Return the rows of *changes* as they are now."""
    found: dict[tuple[str, str], _Image] = {}
    for table, uids in _by_table(changes).items():
        mapping = BY_TABLE[table]
        width = len(mapping.columns)
        for row in content_by_uid(table).rows(connection, uids):
            content = mapping.typed(row[:width])
            found[table, content[-1]] = _Image(content, gone=bool(row[-1]))
    return found


def _hanging(
    connection: Connection, changes: Sequence[_Change], own: range
) -> dict[tuple[str, str], list[Named]]:
    """Return, for rows that would vanish, the living rows that point to them and stay as they are.

    *own*: the numbers of the changes of the step; what it made, or led there itself, goes too.
    """
    made = [change for change in changes if change.before is None]
    found: dict[tuple[str, str], list[Named]] = {}
    for table, uids in _by_table(made).items():
        for child, column in _links_to(table):
            pointing = _pointing(connection, child, column, uids)
            going = _going(connection, child, [row[-1] for row in pointing], own)
            for parent, *content in pointing:
                if going.get(content[-1]) != tuple(content):
                    named = (child, content[-1], titled(BY_TABLE[child], content))
                    found.setdefault((table, parent), []).append(named)
    return found


def _going(
    connection: Connection, table: str, uids: Sequence[str], own: range
) -> dict[str, tuple[object, ...]]:
    """Return what the changes *own* made of the rows *uids*: such a row goes if it is so still."""
    change = schema.change.c
    asked = sa.select(change.uid, change.after).where(
        change.table == table, change.seq.between(own.start, own.stop - 1)
    )
    found: dict[str, tuple[object, ...]] = {}
    for part in chunks(list(uids)):
        for uid, after in raw_rows(connection.execute(asked.where(change.uid.in_(part)))):
            found[uid] = tuple(_image(table, after).content)
    return found


def _pointing(connection: Connection, child: str, column: str, uids: Sequence[str]) -> list[Row]:
    columns = schema.TABLES[child].c
    content = (columns[name] for name in BY_TABLE[child].names)
    asked = sa.select(columns[column], *content).where(
        columns[column].in_(uids), schema.alive(schema.TABLES[child])
    )
    return raw_rows(connection.execute(asked))


def _links_to(table: str) -> Iterator[tuple[str, str]]:
    """Give table and column of every link to *table*."""
    for mapping in MAPPINGS:
        for column in mapping.columns:
            if column.links == table:
                yield mapping.table, column.name


def _by_table(changes: Sequence[_Change]) -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    for change in changes:
        tables.setdefault(change.table, []).append(change.uid)
    return tables
