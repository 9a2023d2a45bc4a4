"""People as a list, by given name; found by their unit's words too."""

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from thidua_desktop.domain.people import PersonRow
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.lists.matching import contains
from thidua_desktop.storage.schema import TABLES, alive

_table = TABLES["person"]
_person = _table.c
_unit = TABLES["unit"].c
_award = TABLES["award"].c

_awards = (
    sa.select(sa.func.count())
    .where(_award.recipient_person_uid == _person.uid, alive(TABLES["award"]))
    .correlate(_table)
    .scalar_subquery()
)


def _in_unit(word: str) -> ColumnElement[bool]:
    return _person.unit_uid.in_(sa.select(_unit.uid).where(contains(_unit.search_fold, word)))


PEOPLE = Listing(
    row=PersonRow,
    table=_table,
    source=_table.outerjoin(TABLES["unit"]),
    columns={
        "uid": _person.uid,
        "full_name": _person.full_name,
        "birth": _person.birth,
        "sex": _person.sex,
        "position": _person.position,
        "unit": sa.func.coalesce(_unit.name, "", type_=sa.Text()),
        "citizen_id": _person.citizen_id,
        "awards": _awards,
    },
    order=(_person.name_key, _person.uid),
    orders={"full_name": By([_person.name_key], [_person.uid])},
    search=_person.search_fold,
    searched=frozenset({"full_name", "birth", "position", "citizen_id"}),
    codes=frozenset({"uid", "birth", "sex", "citizen_id"}),
    by_word=_in_unit,
)
