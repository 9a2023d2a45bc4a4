"""A tracked write of 3 000 awards against the raw insert of the same rows with their journal."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.bench.measure import Ratio, timed
from tests.bench.office import awards, place
from thidua_desktop.domain.awards import Award
from thidua_desktop.storage.database import Database

COUNT = 3_000
TABLES = ("award", "change", "step")


def ratios(folder: Path) -> Iterator[Ratio]:
    """Measure one step of 3 000 new awards, from the values to the end of the commit."""
    empty = folder / "empty.thidua"
    Database.create(empty, place(folder)).close()
    batch = list(awards(COUNT))
    names = count()

    def fresh() -> Path:
        return Path(shutil.copy(empty, folder / f"written{next(names)}.thidua"))

    written = fresh()
    _write(written, batch)
    rows = {table: _rows(written, table) for table in TABLES}
    yield timed(
        "tracked write of 3 000 awards",
        lambda: _write(fresh(), batch),
        lambda: _raw_write(fresh(), rows),
        3,
        turns=9,
    )


def _write(path: Path, batch: list[Award]) -> float:
    with Database.open(path, place(path.parent)) as database:
        start = time.perf_counter()
        with database.write("Nhập khẩu") as step:
            step.put(batch)
        return time.perf_counter() - start


def _rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


def _raw_write(path: Path, rows: dict[str, list[tuple[object, ...]]]) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    for (trigger,) in connection.execute(triggers).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        marks = ",".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
    connection.execute("COMMIT")
    spent = time.perf_counter() - start
    connection.close()
    return spent
