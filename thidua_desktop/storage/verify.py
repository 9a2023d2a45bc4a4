"""Reads an office file in full and says what is wrong with it, if anything. Repairs nothing."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.dates import show_date
from thidua_desktop.storage import schema
from thidua_desktop.storage.catalogue import BY_TABLE
from thidua_desktop.storage.chain import StepRow
from thidua_desktop.storage.images import IMAGES, Merging, digest
from thidua_desktop.storage.mapping import Mapping, Row
from thidua_desktop.storage.sqlite.fingerprint import is_known, newest_known
from thidua_desktop.storage.sqlite.safe_open import integrity_problems
from thidua_desktop.storage.statements import Statements

MOST = 50
"""Problems that are named; beyond them one can only restore."""

LastImages = dict[tuple[str, str], tuple[bytes | None, int, str]]
"""The digest of the last image of each row, and tick and uid of the step that wrote it."""


def problems(connection: Connection) -> list[str]:
    """Return what is wrong in the file, in sentences; empty when nothing is."""
    damage = [f"SQLite báo: {line}." for line in integrity_problems(connection)]
    if damage:
        return damage  # What lies on damaged pages says nothing about the rest.
    return list(islice(_problems(connection), MOST))


def _problems(connection: Connection) -> Iterator[str]:
    if not is_known(connection, newest_known()):
        yield "Cấu trúc bảng, chỉ mục hoặc khóa bảo vệ không đúng như chương trình đã tạo."
    last: LastImages = {}
    yield from _broken_steps(connection, last)
    for mapping in BY_TABLE.values():
        yield from _broken_rows(connection, mapping, last)
    yield from _broken_blobs(connection)
    if connection.execute(sa.select(schema.open_step.c.uid)).scalar() is not None:
        yield "Một lần ghi còn để mở trong tệp."


# The journal


def _broken_steps(connection: Connection, last: LastImages) -> Iterator[str]:
    """Give what is wrong along the chain; fill *last* on the way."""
    prev, first = "", 1
    steps = connection.execute(sa.select(schema.step).order_by(schema.step.c.tick)).all()
    for *fields, said in steps:
        row = StepRow(*fields)
        changes = _changes(connection, row)
        for _, table, uid, *images in changes:
            last[table, uid] = (images[3], row.tick, row.uid)
            if not _match(*images):
                yield f"Nhật ký bị sửa: bản ghi {table} {uid} trong {_named(row)}."
        links = [(seq, table, uid, *images[2:]) for seq, table, uid, *images in changes]
        if row.prev != prev or row.first != first or row.hash(links) != said:
            yield f"Chuỗi nhật ký đứt ở {_named(row)}."
        prev, first = said, row.first + row.rows


def _changes(connection: Connection, step: StepRow) -> list[Row]:
    change = schema.change.c
    columns = (change.seq, change.table, change.uid, change.before, change.after)
    asked = sa.select(*columns, change.before_digest, change.after_digest)
    found = asked.where(change.tick == step.tick, change.seq >= step.first)
    within = found.where(change.seq < step.first + step.rows).order_by(change.seq)
    return [tuple(row) for row in connection.execute(within)]


def _match(before: str | None, after: str | None, was: bytes | None, now: bytes | None) -> bool:
    """Say whether two images are those whose digests the chain covers."""
    pairs = ((before, was), (after, now))
    return all((digest(text.encode()) if text else None) == told for text, told in pairs)


def _named(step: StepRow) -> str:
    day, _, time = step.at.partition("T")
    return f"lần sửa số {step.tick} “{step.label}” ({time[:5]} {show_date(day)}, {step.who})"


# The rows


def _broken_rows(connection: Connection, mapping: Mapping[Any], last: LastImages) -> Iterator[str]:
    """Give the rows that are not what the journal, their words or their neighbours say."""
    table = schema.TABLES[mapping.table]
    width = len(mapping.columns)
    merge_width = width + len(schema.MERGE_COLUMNS)
    statements = Statements(connection.dialect)
    for row in connection.execute(sa.select(table)).yield_per(1000):
        content, merging = mapping.typed(row[:width]), Merging(*row[width : width + 6])
        named = f"{mapping.table} {content[-1]} “{mapping.title(content)}”"
        written = IMAGES[mapping.table].write(content, merging.columns)
        tick, step = row[merge_width - 2 : merge_width]
        if last.get((mapping.table, content[-1])) != (digest(written), tick, step):
            yield f"Bản ghi {named} khác với nhật ký."
        if statements.derive(mapping.table, content) != tuple(row[merge_width:]):
            yield f"Cột tìm kiếm và sắp xếp của bản ghi {named} không khớp với nội dung."
        if not _is_well_formed(merging):
            yield f"Cột dùng để gộp dữ liệu của bản ghi {named} không đúng dạng."


def _is_well_formed(merging: Merging) -> bool:
    try:
        version = msgspec.json.decode(merging.version, type=dict[str, int])
        dots = msgspec.json.decode(merging.dots, type=dict[str, tuple[str, int]])
        if merging.tomb is not None:
            msgspec.json.decode(merging.tomb, type=dict[str, int])
    except msgspec.DecodeError:
        return False
    seen = all(version.get(replica, 0) >= number > 0 for replica, number in dots.values())
    return "*" in dots and seen and bool(merging.gone) == (merging.tomb is not None)


def _broken_blobs(connection: Connection) -> Iterator[str]:
    """Give attachments whose bytes are missing or are not those they were."""
    blob = schema.blob.c
    names: set[str] = set()
    for name, data in connection.execute(sa.select(blob.sha256, blob.bytes)).yield_per(10):
        names.add(name)
        if sha256(data).hexdigest() != name:
            yield f"Nội dung tệp đính kèm {name[:12]}… bị hỏng."
    attachment = schema.TABLES["attachment"]
    asked = sa.select(attachment.c.name, attachment.c.sha256).where(schema.alive(attachment))
    for title, name in connection.execute(asked):
        if name and name not in names:
            yield f"Thiếu nội dung của tệp đính kèm “{title}”."


def counts(connection: Connection) -> dict[str, int]:
    """Return how many living records each table holds."""

    def count(table: sa.Table) -> int:
        asked = sa.select(sa.func.count()).select_from(table).where(schema.alive(table))
        return connection.execute(asked).scalar_one()

    return {name: count(table) for name, table in schema.TABLES.items()}
