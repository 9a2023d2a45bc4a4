"""Counts of a year: how many rows of a list share a state, a title, a level. Knows no words."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.storage.schema import TABLES, alive
from thidua_desktop.storage.statements import raw_rows

_REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class AwardTally:
    """How many awards of one year's register share title, level and kind of recipient.

    *title* is the catalogue's id; where it is "" *title_text* has the words of the title.
    """

    title: str
    title_text: str
    level: str
    recipient_kind: str
    count: int


def awards(connection: Connection, year: int) -> list[AwardTally]:
    """Return the counts of the register of *year*, awards revoked since left out."""
    table = TABLES["award"]
    award = table.c
    words = sa.case((award.title == "", award.title_text), else_="")
    shared = (award.title, words, award.level, award.recipient_kind)
    asked = (
        sa.select(*shared, sa.func.count())
        .where(alive(table), award.register_year == year, award.nature != _REVOKED)
        .group_by(*shared)
    )
    return [AwardTally(*row) for row in raw_rows(connection.execute(asked))]


def states(connection: Connection, table: str, year: int) -> dict[str, int]:
    """Return how many rows of *table* (nomination, dossier) with that *year* are in each state."""
    kept = TABLES[table]
    asked = (
        sa.select(kept.c.state, sa.func.count())
        .where(alive(kept), kept.c.year == year)
        .group_by(kept.c.state)
    )
    return dict(_pairs(connection.execute(asked)))


def has_any(connection: Connection, table: str) -> bool:
    """Say whether *table* has a row that is not deleted."""
    kept = TABLES[table]
    return connection.execute(sa.select(kept.c.uid).where(alive(kept)).limit(1)).first() is not None


def _pairs(result: "sa.CursorResult[Any]") -> list[tuple[str, int]]:
    return [(state, count) for state, count in raw_rows(result)]
