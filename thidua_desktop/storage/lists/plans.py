"""Tasks of the yearly plans as a list, quarter by quarter, with the units that do them."""

from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain import markup
from thidua_desktop.domain.plans import OPEN, TaskRow, TaskUnit
from thidua_desktop.storage import records
from thidua_desktop.storage.lists.listing import Listing
from thidua_desktop.storage.schema import TABLES

_table = TABLES["plan_task"]
_task = _table.c
_plan = TABLES["plan"].c


def _readable(connection: Connection, rows: list[TaskRow]) -> list[TaskRow]:
    """Return *rows* with plain words for markup, and linked units where the cell says none."""
    wordless = [row.uid for row in rows if not row.units]
    named: dict[str, list[str]] = {}
    for part in records.owned(connection, TaskUnit, "task_uid", wordless):
        named.setdefault(part.task_uid, []).append(part.unit_name)
    return [
        replace(
            row,
            text=markup.plain(row.text),
            units=markup.plain(row.units) or "; ".join(named.get(row.uid, ())),
        )
        for row in rows
    ]


TASKS = Listing(
    row=TaskRow,
    table=_table,
    source=_table.join(TABLES["plan"]),
    columns={
        "uid": _task.uid,
        "plan_uid": _task.plan_uid,
        "year": _plan.year,
        "quarter": _task.quarter,
        "ordinal": _task.ordinal,
        "text": _task.body,
        "units": _task.units_text,
        "due": _task.due,
        "is_due_derived": _task.is_due_derived,
        "state": _task.state,
        "is_open": sa.or_(*(_task.state == state for state in OPEN)),
        "proof": _task.proof,
    },
    order=(_plan.year.desc(), _task.quarter, _task.ordinal, _task.uid),
    search=_task.search_fold,
    searched=frozenset({"text", "units", "proof"}),
    codes=frozenset({"uid", "plan_uid", "due", "state"}),
    by_year=lambda year: _plan.year == year,
    finish=_readable,
)
