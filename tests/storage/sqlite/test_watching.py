"""A long statement of SQLite is looked at on its way, and stopped where the looker says so."""

import sqlite3
from collections.abc import Iterator

import pytest

from thidua_desktop.domain.errors import Cancelled
from thidua_desktop.storage.sqlite.watching import watched

LONG = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) "
    "SELECT sum(i) FROM n"
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    yield opened
    opened.close()


def test_work_that_nobody_stops_goes_to_its_end(connection: sqlite3.Connection) -> None:
    looks: list[int] = []
    with watched(connection, lambda: looks.append(1)):
        assert connection.execute(LONG).fetchone() == (45000150000,)
    assert len(looks) > 10


def test_what_the_looker_raises_comes_out(connection: sqlite3.Connection) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled), watched(connection, stop):
        connection.execute(LONG).fetchone()


def test_an_error_of_sqlite_itself_comes_out_as_it_is(connection: sqlite3.Connection) -> None:
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        watched(connection, lambda: None),
    ):
        connection.execute("SELECT * FROM không_có")


def test_afterwards_nobody_looks_any_more(connection: sqlite3.Connection) -> None:
    looks: list[int] = []
    with watched(connection, lambda: looks.append(1)):
        pass
    connection.execute(LONG).fetchone()
    assert looks == []
