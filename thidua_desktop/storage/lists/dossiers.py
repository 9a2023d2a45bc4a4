"""Dossiers as a list of places: by unit, each with how many of its nominations are in which state.

Their number is small beside that of nominations, so the list is read whole.
"""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.nominations import Dossier, DossierRow
from thidua_desktop.domain.text import sort_key
from thidua_desktop.storage import records
from thidua_desktop.storage.schema import TABLES, alive

_table = TABLES["nomination"]
_nomination = _table.c

States = Mapping[str, int]


def rows(connection: Connection, year: int | None) -> list[DossierRow]:
    """Return the dossiers by unit, the last received first, all nominations in them counted.

    With a *year*, those of that year or with nominations of it.
    """
    states = counted(connection, None)
    of_year = counted(connection, year)
    found = [
        _row(dossier, states.get(dossier.uid, {}))
        for dossier in records.everything(connection, Dossier)
        if year is None or dossier.year == year or dossier.uid in of_year
    ]
    found.sort(key=lambda row: (row.received, row.uid), reverse=True)
    return sorted(found, key=lambda row: sort_key(row.unit))


def counted(connection: Connection, year: int | None) -> dict[str, States]:
    """Return how many nominations of *year* are in which state, by dossier; "" is in none."""
    asked = sa.select(_nomination.dossier_uid, _nomination.state, sa.func.count())
    asked = asked.where(alive(_table)).group_by(_nomination.dossier_uid, _nomination.state)
    if year is not None:
        asked = asked.where(_nomination.year == year)
    found: dict[str, dict[str, int]] = {}
    for dossier, state, count in connection.execute(asked):
        found.setdefault(dossier or "", {})[state] = count
    return dict(found)


def is_any(connection: Connection) -> bool:
    """Say whether the file has a dossier or a nomination at all."""
    tables = (TABLES["dossier"], _table)
    return any(
        connection.execute(sa.select(table.c.uid).where(alive(table)).limit(1)).first()
        for table in tables
    )


def _row(dossier: Dossier, states: States) -> DossierRow:
    return DossierRow(
        uid=dossier.uid,
        unit=dossier.unit_name,
        subject=dossier.subject,
        number=dossier.number,
        year=dossier.year,
        received=dossier.received,
        due=dossier.due,
        state=dossier.state,
        reason=dossier.reason,
        states=states,
    )
