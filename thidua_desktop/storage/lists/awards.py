"""The award register as a list. Its year is that of the decision, or else of the achievement."""

import sqlalchemy as sa

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.schema import TABLES

_table = TABLES["award"]
_award = _table.c

_movement = TABLES["movement"].c
_movement_name = (
    sa.select(_movement.name)
    .where(_movement.uid == _award.movement_uid)
    .correlate(_table)
    .scalar_subquery()
)

AWARDS = Listing(
    row=AwardRow,
    table=_table,
    source=_table,
    columns={
        "uid": _award.uid,
        "name": _award.recipient_name,
        "recipient_kind": _award.recipient_kind,
        "position": _award.recipient_position,
        "unit": _award.recipient_unit_name,
        "title": _award.title,
        "title_text": _award.title_text,
        "level": _award.level,
        "year": _award.year,
        "loai_hinh": _award.loai_hinh,
        "nature": _award.nature,
        "decision_number": _award.decision_number,
        "decision_date": _award.decision_date,
        "authority": _award.authority,
        "amount": _award.amount,
        "note": _award.note,
        "period": _award.period,
        "group": _award.recipient_group,
        "is_enterprise": _award.recipient_is_enterprise,
        "movement": sa.func.coalesce(_movement_name, "", type_=sa.Text()),
        "ordinal": _award.ordinal,
        "law": _award.law,
        "coefficient": _award.coefficient,
        "base_salary": _award.base_salary,
        "certificate_number": _award.certificate_number,
        "certificate_printed": _award.certificate_printed,
        "source": _award.source,
        "decision_uid": sa.func.coalesce(_award.decision_uid, "", type_=sa.Text()),
    },
    order=(
        _award.register_year.desc(),
        _award.decision_date.desc(),
        _award.decision_number,
        _award.ordinal,
        _award.name_key,
        _award.uid,
    ),
    orders={
        "name": By([_award.name_key], [_award.uid]),
        "unit": By([_award.unit_key], [_award.name_key, _award.uid]),
        "year": By([_award.year], [_award.name_key, _award.uid]),
        "decision_date": By(
            [_award.register_year, _award.decision_date],
            [_award.decision_number, _award.ordinal, _award.name_key, _award.uid],
        ),
    },
    search=_award.search_fold,
    searched=frozenset({"name", "unit", "title_text", "decision_number"}),
    codes=frozenset(
        {
            *("uid", "recipient_kind", "title", "level", "loai_hinh", "nature", "decision_date"),
            *("decision_uid", "law", "certificate_printed"),
        }
    ),
    numbered=frozenset({"decision_number", "certificate_number"}),
    by_year=lambda year: _award.register_year == year,
)
