"""SQL made once from the tables: writing in bulk and reading rows by uid. Knows no rules."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect

from thidua_desktop.storage import schema
from thidua_desktop.storage.catalogue import BY_TABLE
from thidua_desktop.storage.derived import DERIVED
from thidua_desktop.storage.mapping import Row

V = TypeVar("V")
CHUNK = 500
"""Uids in one question: below the limit of parameters of every database."""


def chunks(values: Sequence[V], size: int = CHUNK) -> Iterator[Sequence[V]]:
    """Give *values* in portions."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


@cache
def content_by_uid(table: str) -> "sa.Select[Any]":
    """Return the question for content and merge columns of rows, by the parameter "uids"."""
    columns = schema.TABLES[table].c
    names = (*BY_TABLE[table].names, *schema.MERGE_COLUMNS[:6])
    wanted = columns.uid.in_(sa.bindparam("uids", expanding=True))
    return sa.select(*(columns[name] for name in names)).where(wanted)


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

    def rows_by_uid(
        self, connection: Connection, table: str, uids: Sequence[str]
    ) -> Iterator[Sequence[Any]]:
        """Give content and merge columns of the rows that are there, gone ones too."""
        for part in chunks(uids):
            yield from connection.execute(content_by_uid(table), {"uids": part})

    def _text(self, statement: sa.Insert | sa.Update) -> str:
        return str(statement.compile(dialect=self._dialect))
