"""Households as a list, by the given name of their head; found by their unit's words too."""

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from thidua_desktop.domain.people import HouseholdRow
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.lists.matching import contains
from thidua_desktop.storage.schema import TABLES, alive

_table = TABLES["household"]
_household = _table.c
_unit = TABLES["unit"].c
_award = TABLES["award"].c

_awards = (
    sa.select(sa.func.count())
    .where(_award.recipient_household_uid == _household.uid, alive(TABLES["award"]))
    .correlate(_table)
    .scalar_subquery()
)


def _in_unit(word: str) -> ColumnElement[bool]:
    return _household.unit_uid.in_(sa.select(_unit.uid).where(contains(_unit.search_fold, word)))


HOUSEHOLDS = Listing(
    row=HouseholdRow,
    table=_table,
    source=_table.outerjoin(TABLES["unit"]),
    columns={
        "uid": _household.uid,
        "head_name": _household.head_name,
        "address": _household.address,
        "unit": sa.func.coalesce(_unit.name, "", type_=sa.Text()),
        "note": _household.note,
        "awards": _awards,
    },
    order=(_household.name_key, _household.uid),
    orders={"head_name": By([_household.name_key], [_household.uid])},
    search=_household.search_fold,
    searched=frozenset({"head_name", "address"}),
    codes=frozenset({"uid"}),
    by_word=_in_unit,
)
