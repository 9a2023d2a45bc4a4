"""Settings that every connection has, and how transactions begin."""

import sqlite3
from pathlib import Path

import pytest

from thidua_desktop.storage.database import Database
from thidua_desktop.storage.sqlite.engine import APPLICATION_ID, connect

SETTINGS = {
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "busy_timeout": 5000,
}


@pytest.mark.parametrize("name", SETTINGS)
def test_reading_and_writing_connections_have_the_settings(database: Database, name: str) -> None:
    with database.read() as reading:
        found = reading.exec_driver_sql(f"PRAGMA {name}").scalars().all()
    with database.write("Xem") as step:
        written = step.connection.exec_driver_sql(f"PRAGMA {name}").scalars().all()
    wanted = [] if name == "mmap_size" and not found else [SETTINGS[name]]
    assert (found, written) == (wanted, wanted)


def test_the_file_says_whose_it_is(database: Database) -> None:
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
    assert APPLICATION_ID.to_bytes(4, "big") == b"TDKT"


def test_a_writer_has_the_file_from_its_first_moment(database: Database, file: Path) -> None:
    other = sqlite3.connect(file, timeout=0, isolation_level=None)
    with database.write("Cất"), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_reader_does_not_keep_others_from_reading(database: Database) -> None:
    with database.read() as first, database.read() as second:
        counts = [c.exec_driver_sql("SELECT count(*) FROM meta").scalar() for c in (first, second)]
    assert counts == [2, 2]


def test_a_missing_file_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "a.thidua", "rw")
    assert list(tmp_path.iterdir()) == []
