"""A backup put in the place of the office file; what stood there is kept. Knows no open file."""

import secrets
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from thidua_desktop.domain.errors import BadFile, OutsideError
from thidua_desktop.storage import schema, upgrade
from thidua_desktop.storage.journal import Order, WriteStep
from thidua_desktop.storage.sqlite import backup, safe_open
from thidua_desktop.storage.sqlite.engine import make_engine, rebuilding, writing
from thidua_desktop.storage.sqlite.failures import folder_instead, missing, translated
from thidua_desktop.storage.sqlite.files import COMPANIONS, copy, put_in_place
from thidua_desktop.storage.sqlite.fingerprint import newest_known
from thidua_desktop.storage.sqlite.lock import FileLock, beside
from thidua_desktop.storage.statements import Statements

_DRAFT = ".moi"
"""Ending of the new file until it takes the old one's place."""


def put_back(source: Path, target: Path, folder: Path, migrations: Path, order: Order) -> None:
    """Put the checked backup *source* in the place of *target*, which nobody may have open.

    The present state is backed up into *folder* first; if it is too damaged for that, it is moved
    with its journals into a folder `hong-…` beside. The restored file takes a new replica id.
    """
    if not target.parent.is_dir():
        raise missing(target)
    lock = FileLock(target)
    with translated(target):
        lock.take()
        is_clean = not lock.was_cut_off
        draft = beside(target, _DRAFT)
        try:
            _prepare(source, draft, migrations, order)
            _keep_present(target, folder, order.at)
            _remove_journals(target)
            put_in_place(draft, target)
            is_clean = True
        finally:
            for rest in (draft, beside(draft, "-journal")):
                rest.unlink(missing_ok=True)
            lock.give_back(is_clean=is_clean)


def finish_restoring(target: Path) -> None:
    """Put in place what a killed restore left ready when it had moved the old file aside."""
    if not target.name:  # "." and "/" are folders, beside which nothing lies.
        raise folder_instead(target)
    draft = beside(target, _DRAFT)
    if draft.exists() and not target.exists():
        with translated(target):
            _remove_journals(target)
            put_in_place(draft, target)


def bring_up(draft: Path, migrations: Path) -> bool:
    """Upgrade the copy *draft*, which has been checked, to today's schema; say whether it had to.

    Raises BadFile when what comes of it is not today's schema.
    """
    version = safe_open.check_header(draft, newest_known()).version
    if version == newest_known():
        return False
    engine = make_engine(draft, read_only=False)
    try:
        with rebuilding(engine) as connection:
            upgrade.migrate(connection, migrations, version)
            safe_open.check_schema(connection, draft, newest_known())
    finally:
        engine.dispose()
    return True


def mint(draft: Path, order: Order) -> None:
    """Give the copy *draft* a replica id of its own, in a step that says where it comes from.

    Without it two files would number their changes alike, and merging would lose edits.
    """
    engine = make_engine(draft, read_only=False)
    try:
        with writing(engine) as connection:
            safe_open.check_schema(connection, draft, newest_known())
            meta = schema.meta
            minted = sa.update(meta).where(meta.c.name == "replica")
            connection.execute(minted.values(value=secrets.token_hex(8)))
            WriteStep(connection, Statements(engine.dialect), order).finish(always=True)
    finally:
        engine.dispose()


def _prepare(source: Path, draft: Path, migrations: Path, order: Order) -> None:
    """Make *draft* of the backup: today's schema, a new replica id, a step that says so."""
    copy(source, draft)
    bring_up(draft, migrations)
    mint(draft, order)


def _keep_present(target: Path, folder: Path, at: datetime) -> None:
    """Back up what stands at *target*, or move it aside where it cannot be read."""
    if not target.exists():
        return
    try:
        backup.make(target, folder, "restore", at)
    except BadFile:
        aside = target.with_name(f"hong-{at:%Y%m%d-%H%M%S}")
        aside.mkdir()
        for ending in ("", *COMPANIONS):
            if (part := beside(target, ending)).exists():
                part.rename(aside / part.name)


def _remove_journals(target: Path) -> None:
    """Remove what SQLite left beside the old file, or it would be played into the new one."""
    for ending in COMPANIONS:
        journal = beside(target, ending)
        journal.unlink(missing_ok=True)
        if journal.exists():
            raise OutsideError(
                f"Không xóa được “{journal.name}” nằm cạnh tệp.",
                "Tệp đang dùng được giữ nguyên.",
                "Hãy đóng các chương trình khác rồi thử lại.",
            )
