"""One office file: made, opened, read and written. Knows neither rules nor lists."""

import logging
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.storage import schema, upgrade
from thidua_desktop.storage.journal import Order, WriteStep
from thidua_desktop.storage.sqlite import backup, safe_open
from thidua_desktop.storage.sqlite.engine import connect, make_engine, rebuilding, writing
from thidua_desktop.storage.sqlite.failures import (
    marked_read_only,
    missing,
    sqlite_translated,
    translated,
)
from thidua_desktop.storage.sqlite.files import put_in_place
from thidua_desktop.storage.sqlite.fingerprint import newest_known
from thidua_desktop.storage.sqlite.lock import FileLock, beside
from thidua_desktop.storage.sqlite.restoring import finish_restoring
from thidua_desktop.storage.statements import Statements

_log = logging.getLogger(__name__)


def now() -> datetime:
    """Return the time of this computer with its zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where and for whom a file is worked on. *backups*: the folder of automatic backups.

    *who* signs the steps; *clock* tells their time.
    """

    migrations: Path
    backups: Path
    who: str = ""
    clock: Callable[[], datetime] = now


class Database:
    """An open office file. Connections live for one `with`; close it when done."""

    def __init__(self, path: Path, place: Place, engine: Engine, lock: FileLock | None) -> None:
        self.path = path
        self.place = place
        self._engine = engine
        self._lock = lock
        self._statements = Statements(engine.dialect)

    @classmethod
    def create(cls, path: Path, place: Place) -> "Database":
        """Make the office file *path* and open it; an existing file is refused.

        The file gets its name only when it is whole.
        """
        if path.exists():
            raise Refused(
                f"Đã có tệp “{path.name}” trong thư mục này.",
                "Tệp cũ được giữ nguyên.",
                "Hãy chọn tên khác, hoặc mở tệp đã có.",
            )
        if not path.parent.is_dir():
            raise missing(path)
        draft = beside(path, ".tao")
        with translated(path):
            draft.unlink(missing_ok=True)
            try:
                _make(draft, place.migrations)
                put_in_place(draft, path)
            finally:
                for rest in (draft, beside(draft, "-journal")):
                    rest.unlink(missing_ok=True)
        return cls.open(path, place)

    @classmethod
    def open(cls, path: Path, place: Place, *, read_only: bool = False) -> "Database":
        """Open *path* once `safe_open` finds it good.

        A file of an older program is backed up and upgraded first. Reading takes no lock and
        upgrades nothing.
        """
        finish_restoring(path)
        header = safe_open.check_header(path, newest_known())
        if read_only:
            return cls(path, place, _reading_engine(path, header.version), None)
        if not os.access(path, os.W_OK):
            raise marked_read_only(path)
        lock = FileLock(path)
        with translated(path):
            lock.take()
            try:
                engine = _writing_engine(path, place, header.version, check=lock.was_cut_off)
            except BaseException:
                lock.give_back(is_clean=not lock.was_cut_off)
                raise
        return cls(path, place, engine, lock)

    @property
    def is_read_only(self) -> bool:
        """Say whether the file was opened for reading alone."""
        return self._lock is None

    def close(self) -> None:
        """Close all connections and give the lock back; closing twice does no harm."""
        self._engine.dispose()
        if self._lock:
            with suppress(OSError):
                self._lock.give_back(is_clean=True)

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees the file as it is now until the `with` ends."""
        with sqlite_translated(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(
        self, label: str, kind: str = "edit", undoes: str | None = None
    ) -> Iterator[WriteStep]:
        """Give an open step; all it put is committed together at the end, or nothing of it."""
        order = Order(label, kind, self.place.who, self.place.clock(), undoes)
        with sqlite_translated(self.path), writing(self._engine) as connection:
            step = WriteStep(connection, self._statements, order)
            yield step
            step.finish(always=undoes is not None)


def _reading_engine(path: Path, version: int) -> Engine:
    if version < newest_known():
        raise Refused(
            f"Tệp “{path.name}” do phiên bản cũ tạo ra, cần nâng cấp trước khi đọc.",
            "Chương trình chưa ghi gì vào tệp.",
            "Hãy mở tệp trong cửa sổ chương trình một lần để nâng cấp.",
        )
    with translated(path):
        _take_back_unfinished_write(path)
        engine = make_engine(path, read_only=True)
        try:
            with engine.begin() as connection:
                safe_open.check_schema(connection, path, version)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _take_back_unfinished_write(path: Path) -> None:
    """Let SQLite undo what a killed program left half written; nobody may have the file open."""
    if safe_open.has_hot_journal(path):
        lock = FileLock(path)
        with suppress(Refused):
            lock.take()
            connect(path, "rw").close()
            lock.give_back(is_clean=False)  # Whoever writes next still checks all of it.


def _writing_engine(path: Path, place: Place, version: int, *, check: bool) -> Engine:
    engine = make_engine(path, read_only=False)
    try:
        with engine.begin() as connection:
            safe_open.check_schema(connection, path, version)
            if check:
                _log.info("cut off last time, checking all of %s", path.name)
                safe_open.check_whole(connection, path)
            uid = backup.file_uid(connection)
        if version < newest_known():
            folder = backup.folder_for(place.backups, path, uid)
            backup.make(path, folder, "upgrade", place.clock())
            with rebuilding(engine) as connection:
                upgrade.migrate(connection, place.migrations, version)
                safe_open.check_schema(connection, path, newest_known())
    except BaseException:
        engine.dispose()
        raise
    return engine


def _make(path: Path, migrations: Path) -> None:
    """Make a new office file in one transaction."""
    connect(path, "rwc").close()
    engine = make_engine(path, read_only=False)
    try:
        with rebuilding(engine) as connection:
            upgrade.make_schema(connection, migrations)
            known = {"file": new_uid(), "replica": secrets.token_hex(8)}
            rows = [{"name": name, "value": value} for name, value in known.items()]
            connection.execute(sa.insert(schema.meta), rows)
    finally:
        engine.dispose()
