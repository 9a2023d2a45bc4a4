"""Decisions as a list, the newest first, each with the number of its awards."""

import sqlalchemy as sa

from thidua_desktop.domain.decisions import DecisionRow
from thidua_desktop.storage.lists.listing import Listing
from thidua_desktop.storage.schema import TABLES, alive

_table = TABLES["decision"]
_decision = _table.c
_award = TABLES["award"].c

_awards = (
    sa.select(sa.func.count())
    .where(_award.decision_uid == _decision.uid, alive(TABLES["award"]))
    .correlate(_table)
    .scalar_subquery()
)

DECISIONS = Listing(
    row=DecisionRow,
    table=_table,
    source=_table,
    columns={
        "uid": _decision.uid,
        "number": _decision.number,
        "date": _decision.date,
        "authority": _decision.authority,
        "level": _decision.level,
        "signer": _decision.signer,
        "subject": _decision.subject,
        "state": _decision.state,
        "awards": _awards,
    },
    order=(_decision.date.desc(), _decision.number, _decision.uid),
    search=_decision.search_fold,
    searched=frozenset({"number", "date", "authority", "signer", "subject"}),
    codes=frozenset({"uid", "date", "level", "state"}),
    numbered=frozenset({"number"}),
    by_year=lambda year: sa.and_(_decision.date >= str(year), _decision.date < str(year + 1)),
)
