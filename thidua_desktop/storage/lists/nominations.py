"""Nominations as a list, the newest year first, unit by unit."""

import sqlalchemy as sa

from thidua_desktop.domain.nominations import NominationRow
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.schema import TABLES

_table = TABLES["nomination"]
_nomination = _table.c
_dossier = TABLES["dossier"].c

# What the dossier is called: its subject, else its number, else its unit.
_dossier_words = sa.func.coalesce(
    sa.func.nullif(_dossier.subject, ""),
    sa.func.nullif(_dossier.number, ""),
    _dossier.unit_name,
    "",
    type_=sa.Text(),
)

NOMINATIONS = Listing(
    row=NominationRow,
    table=_table,
    source=_table.outerjoin(TABLES["dossier"]),
    columns={
        "uid": _nomination.uid,
        "name": _nomination.recipient_name,
        "recipient_kind": _nomination.recipient_kind,
        "position": _nomination.recipient_position,
        "unit": _nomination.recipient_unit_name,
        "title": _nomination.title,
        "title_text": _nomination.title_text,
        "level": _nomination.level,
        "year": _nomination.year,
        "loai_hinh": _nomination.loai_hinh,
        "state": _nomination.state,
        "dossier": _dossier_words,
        "dossier_uid": sa.func.coalesce(_nomination.dossier_uid, "", type_=sa.Text()),
        "dossier_unit": sa.func.coalesce(_dossier.unit_name, "", type_=sa.Text()),
    },
    order=(
        _nomination.year.desc(),
        _nomination.unit_key,
        _nomination.name_key,
        _nomination.uid,
    ),
    orders={
        "name": By([_nomination.name_key], [_nomination.uid]),
        "unit": By([_nomination.unit_key], [_nomination.name_key, _nomination.uid]),
    },
    search=_nomination.search_fold,
    searched=frozenset({"name", "unit", "title_text", "position"}),
    codes=frozenset(
        {
            *("uid", "recipient_kind", "title", "level", "loai_hinh", "state"),
            *("dossier_uid", "dossier_unit"),
        }
    ),
    by_year=lambda year: _nomination.year == year,
)
