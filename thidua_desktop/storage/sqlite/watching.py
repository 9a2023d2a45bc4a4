"""Long statements of SQLite that can be stopped. Knows neither files nor tables."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

_OPERATIONS = 20_000
"""Steps of SQLite's machine between two looks: some milliseconds."""


@contextmanager
def watched(
    connection: sqlite3.Connection | Connection, look: Callable[[], None]
) -> Iterator[None]:
    """Call *look* now and then while SQLite works; what it raises stops the work and goes on."""
    raised: list[BaseException] = []

    def ask() -> int:
        try:
            look()
        except BaseException as error:
            raised.append(error)
        return len(raised)

    driver = _driver(connection)
    driver.set_progress_handler(ask, _OPERATIONS)
    try:
        yield
    except (sqlite3.Error, DBAPIError):
        if not raised:
            raise
    finally:
        driver.set_progress_handler(None, 0)
    if raised:
        raise raised[0]


def _driver(connection: sqlite3.Connection | Connection) -> sqlite3.Connection:
    if isinstance(connection, sqlite3.Connection):
        return connection
    return cast(sqlite3.Connection, connection.connection.driver_connection)
