"""Connections to one SQLite file: our BEGIN, durable and distrustful settings. Knows no tables."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import QueuePool

APPLICATION_ID = int.from_bytes(b"TDKT", "big")
"""What the header of every office file says in `application_id`."""

_WRITES = "thidua_writes"
"""Execution option of a connection that begins as a writer."""

CACHE = -16_000
"""Pages kept in memory, in KiB as SQLite has it."""

_LONGEST = 500_000_000  # Bytes of one value; an attachment is far smaller.

_SETTINGS = (
    ("foreign_keys", "ON"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", "0"),
    ("secure_delete", "ON"),
    ("busy_timeout", "5000"),
    ("temp_store", "MEMORY"),  # Guards make each insert keep copies of pages; a file costs double.
    ("cache_size", str(CACHE)),
    ("synchronous", "FULL"),
)


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Return a driver's connection in autocommit; *mode* is ro, rw or rwc as in SQLite's URIs."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _harden(connection, reads_only=mode == "ro")
        for name, value in _SETTINGS:
            connection.execute(f"PRAGMA {name}={value}")
        if mode != "ro":
            connection.execute("PRAGMA journal_mode=TRUNCATE")
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(path: Path, *, read_only: bool) -> Engine:
    """Return an engine whose connections are pooled; readers BEGIN, writers BEGIN IMMEDIATE."""
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: connect(path, "ro" if read_only else "rw"),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give one writing transaction, committed at the end, or rolled back whole."""
    with engine.connect() as connection:
        connection.execution_options(**{_WRITES: True})
        with connection.begin():
            yield connection


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """Give one writing transaction with foreign keys off, as rebuilding tables needs."""
    with engine.connect() as connection:
        cursor = connection.connection.cursor()  # The pragma does nothing inside a transaction.
        cursor.execute("PRAGMA foreign_keys=OFF")
        try:
            connection.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection
        finally:
            cursor.execute("PRAGMA foreign_keys=ON")


def _harden(connection: sqlite3.Connection, *, reads_only: bool) -> None:
    """Let no file talk SQLite into odd things; before Python 3.12 the settings above must do."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # A compact copy attaches itself.
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, False)
        if reads_only:
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
