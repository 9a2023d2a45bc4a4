"""SQL made once from the tables: writing in bulk and reading rows by uid. Knows no rules."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, CursorResult, Dialect

from thidua_desktop.storage import schema
from thidua_desktop.storage.catalogue import BY_TABLE
from thidua_desktop.storage.derived import DERIVED
from thidua_desktop.storage.mapping import Row

V = TypeVar("V")
CHUNK = 500
"""Uids in one question: below the limit of parameters of every database."""

_SIZES = (1, 10, 100, CHUNK)


def chunks(values: Sequence[V], size: int = CHUNK) -> Iterator[Sequence[V]]:
    """Give *values* in portions."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def raw_rows(result: CursorResult[Any]) -> list[Row]:
    """Return the rows of a question as the driver gives them, all at once.

    A list may have 200 000 of them, and wrapping each as a Row costs as much as reading it.
    """
    if result.cursor is None:
        raise TypeError("not a question")
    rows = result.cursor.fetchall()
    result.close()
    return list(rows)


class ByUids:
    """A question about the rows of some uids, its text made once for a few numbers of them.

    *statement* is a SELECT without a limit; *column* is what the uids are compared with.
    """

    def __init__(self, statement: "sa.Select[Any]", column: "sa.ColumnElement[Any]") -> None:
        self._statement = statement
        self._column = column
        self._texts: dict[tuple[str, int], tuple[str, Row]] = {}

    def rows(self, connection: Connection, uids: Sequence[str]) -> Iterator[Row]:
        """Give the rows as the driver gives them, in no order; an empty place is asked twice."""
        for part in chunks(tuple(uids)):
            size = next(size for size in _SIZES if size >= len(part))
            text, first = self._text(connection.dialect, size)
            padded = (*first, *part, *([part[-1]] * (size - len(part))))
            yield from raw_rows(connection.exec_driver_sql(text, padded))

    def _text(self, dialect: Dialect, size: int) -> tuple[str, Row]:
        """Return the text for *size* uids and the values that come before them."""
        key = (dialect.name, size)
        if key not in self._texts:
            places: list[sa.BindParameter[str]] = [sa.bindparam(f"uid_{at}") for at in range(size)]
            compiled = self._statement.where(self._column.in_(places)).compile(dialect=dialect)
            names = compiled.positiontup or []
            first = tuple(compiled.params[name] for name in names[:-size])
            self._texts[key] = (str(compiled), first)
        return self._texts[key]


@cache
def content_by_uid(table: str) -> ByUids:
    """Return the question for content and merge columns of rows, gone ones too."""
    columns = schema.TABLES[table].c
    names = (*BY_TABLE[table].names, *schema.MERGE_COLUMNS[:6])
    return ByUids(sa.select(*(columns[name] for name in names)), columns.uid)


class Statements:
    """What the door says to one database, in its dialect; each text is made once."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._inserts: dict[str, str] = {}
        self._updates: dict[str, str] = {}
        self._derive: dict[str, Callable[[Sequence[Any]], Row]] = {}

    def insert(self, table: str) -> str:
        """Return the insert of a whole row, the values in the order of the table."""
        if table not in self._inserts:
            statement = sa.insert(schema.metadata.tables[table])
            self._inserts[table] = self._text(statement)
        return self._inserts[table]

    def update(self, table: str) -> str:
        """Return the update of a whole row: all values but the uid in order, then the uid."""
        if table not in self._updates:
            target = schema.TABLES[table]
            values: dict[str, Any] = {
                c.name: sa.bindparam(f"new_{c.name}") for c in target.c if c.name != "uid"
            }
            statement = sa.update(target).values(values).where(target.c.uid == sa.bindparam("key"))
            self._updates[table] = self._text(statement)
        return self._updates[table]

    def derive(self, table: str, content: Sequence[Any]) -> Row:
        """Return the derived values of a row of *table*."""
        if table not in self._derive:
            self._derive[table] = (
                DERIVED[table].for_table(BY_TABLE[table]) if table in DERIVED else lambda _: ()
            )
        return self._derive[table](content)

    def _text(self, statement: sa.Insert | sa.Update) -> str:
        return str(statement.compile(dialect=self._dialect))
