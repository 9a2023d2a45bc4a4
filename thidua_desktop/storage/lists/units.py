"""Units as a list, in dictionary order. Its year keeps the units that were there in it."""

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from thidua_desktop.domain.units import UnitRow
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.schema import TABLES

_table = TABLES["unit"]
_unit = _table.c
_parents = _table.alias("parent")


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
    },
    order=(_unit.name_key, _unit.uid),
    orders={"name": By([_unit.name_key], [_unit.uid])},
    search=_unit.search_fold,
    searched=frozenset({"name", "code"}),
    codes=frozenset({"uid", "kind", "code", "valid_from", "valid_to"}),
    by_year=_there_in,
)
