"""What the file itself refuses from a program that does not come through the journal's door."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.factory import full
from thidua_desktop.storage.catalogue import MAPPINGS
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.schema import TABLES

DATA = [*TABLES, "blob"]
JOURNAL = ["step", "change"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    """A file with one record of every kind."""
    folder = tmp_path_factory.mktemp("guarded")
    path = folder / "a.thidua"
    path.write_bytes(empty_file.read_bytes())
    place = Place(migrations=folder, backups=folder)
    with Database.open(path, place) as database, database.write("Nhập") as step:
        step.put(full(mapping.record) for mapping in MAPPINGS)
        step.put_blob(b"scan")
    return path


@pytest.fixture
def outsider(filled: Path) -> Iterator[sqlite3.Connection]:
    """A bare connection, as another program would have it; nothing it does is kept."""
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("BEGIN")
    yield connection
    connection.rollback()
    connection.close()


def copy_of_a_row(outsider: sqlite3.Connection, table: str, key: str) -> str:
    """Return an INSERT of the row that is there, under another key."""
    cursor = outsider.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    values = [f"'{'0' * 36}'" if name == key else f'"{name}"' for name in names]
    quoted = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({quoted}) SELECT {", ".join(values)} FROM "{table}" LIMIT 1'


@pytest.mark.parametrize("table", [*DATA, "step"])
def test_a_row_cannot_be_added(outsider: sqlite3.Connection, table: str) -> None:
    key = "sha256" if table == "blob" else "uid"
    with pytest.raises(sqlite3.IntegrityError, match="untracked write"):
        outsider.execute(copy_of_a_row(outsider, table, key))


def test_a_change_cannot_be_added(outsider: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="untracked write"):
        outsider.execute(
            "INSERT INTO change (seq, tick, \"table\", uid) VALUES (9999, 1, 'person', 'x')"
        )


@pytest.mark.parametrize("table", DATA)
def test_a_row_cannot_be_changed(outsider: sqlite3.Connection, table: str) -> None:
    column = "size" if table == "blob" else "tick"
    with pytest.raises(sqlite3.IntegrityError, match=r"untracked write|kept for ever"):
        outsider.execute(f'UPDATE "{table}" SET {column} = {column} + 1')


@pytest.mark.parametrize("table", [*DATA, *JOURNAL])
def test_a_row_cannot_be_deleted(outsider: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="kept for ever"):
        outsider.execute(f'DELETE FROM "{table}"')


@pytest.mark.parametrize("table", JOURNAL)
def test_the_journal_cannot_be_changed(outsider: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="kept for ever"):
        outsider.execute(f'UPDATE "{table}" SET tick = tick')


def test_a_row_cannot_be_replaced(outsider: sqlite3.Connection) -> None:
    insert = copy_of_a_row(outsider, "person", "").replace("INSERT", "INSERT OR REPLACE")
    with pytest.raises(sqlite3.IntegrityError, match="untracked write"):
        outsider.execute(insert)


def test_a_row_that_names_an_old_step_is_refused(outsider: sqlite3.Connection) -> None:
    (step,) = outsider.execute("SELECT uid FROM step").fetchone()
    with pytest.raises(sqlite3.IntegrityError, match="untracked write"):
        outsider.execute("UPDATE person SET step = ?", (step,))


def test_every_table_of_records_has_its_three_guards(outsider: sqlite3.Connection) -> None:
    named = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    guards = {name for (name,) in outsider.execute(named)}
    wanted = {
        f"guard_{table}_{verb}"
        for table in [*DATA, *JOURNAL]
        for verb in ("insert", "update", "delete")
    }
    assert guards == wanted
