"""Units as a list, in dictionary order. Its year keeps the units that were there in it."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from thidua_desktop.domain.units import UnitRow
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.schema import TABLES, alive

_table = TABLES["unit"]
_unit = _table.c
_parents = _table.alias("parent")
_others = _table.alias("other")
_succession = TABLES["unit_succession"].c
_person = TABLES["person"].c
_DAY_OVER = "~"  # Stands after every digit, so that a unit is at work on its last day.

_today = sa.func.date("now", "localtime")
_state = sa.case(
    (_unit.valid_from > _today, "coming"),
    (sa.and_(_unit.valid_to != "", _unit.valid_to.concat(_DAY_OVER) < _today), "ended"),
    else_="open",
)
_people = (
    sa.select(sa.func.count())
    .where(_person.unit_uid == _unit.uid, alive(TABLES["person"]))
    .correlate(_table)
    .scalar_subquery()
)


def _names(other: "sa.Column[Any]", this: "sa.Column[Any]") -> ColumnElement[str]:
    """Return the names of the units that stand at *other* where the unit stands at *this*."""
    asked = (
        sa.select(sa.func.group_concat(_others.c.name, "; "))
        .select_from(TABLES["unit_succession"].join(_others, _others.c.uid == other))
        .where(this == _unit.uid, alive(TABLES["unit_succession"]))
        .correlate(_table)
        .scalar_subquery()
    )
    return sa.func.coalesce(asked, "", type_=sa.Text())


def _there_in(year: int) -> ColumnElement[bool]:
    """Return that the unit began before the year's end and did not end before it."""
    return sa.and_(
        _unit.valid_from < str(year + 1),
        sa.or_(_unit.valid_to == "", _unit.valid_to >= str(year)),
    )


UNITS = Listing(
    row=UnitRow,
    table=_table,
    source=_table.outerjoin(_parents, _unit.parent_uid == _parents.c.uid),
    columns={
        "uid": _unit.uid,
        "name": _unit.name,
        "kind": _unit.kind,
        "parent": sa.func.coalesce(_parents.c.name, "", type_=sa.Text()),
        "code": _unit.code,
        "valid_from": _unit.valid_from,
        "valid_to": _unit.valid_to,
        "state": _state,
        "people": _people,
        "before": _names(_succession.from_uid, _succession.to_uid),
        "after": _names(_succession.to_uid, _succession.from_uid),
        "note": _unit.note,
    },
    order=(_unit.name_key, _unit.uid),
    orders={"name": By([_unit.name_key], [_unit.uid])},
    search=_unit.search_fold,
    searched=frozenset({"name", "code"}),
    codes=frozenset({"uid", "kind", "code", "valid_from", "valid_to", "state"}),
    by_year=_there_in,
)
