"""The council's roster as a list: the newest term first, its members in their order."""

from sqlalchemy import ColumnElement, and_, or_

from thidua_desktop.domain.council import MemberRow
from thidua_desktop.storage.lists.listing import By, Listing
from thidua_desktop.storage.schema import TABLES

_table = TABLES["council_member"]
_member = _table.c
_term = TABLES["council_term"].c


def _sat_in(year: int) -> ColumnElement[bool]:
    """Return that the member sat in the council at some time of the year."""
    return and_(
        _member.starts < str(year + 1),
        or_(_member.ends == "", _member.ends >= str(year)),
        _term.starts < str(year + 1),
        or_(_term.ends == "", _term.ends >= str(year)),
    )


MEMBERS = Listing(
    row=MemberRow,
    table=_table,
    source=_table.join(TABLES["council_term"]),
    columns={
        "uid": _member.uid,
        "term_uid": _member.term_uid,
        "term": _term.name,
        "ordinal": _member.ordinal,
        "full_name": _member.full_name,
        "position": _member.position,
        "role": _member.role,
        "is_secretary": _member.is_secretary,
        "starts": _member.starts,
        "ends": _member.ends,
    },
    order=(_term.starts.desc(), _member.term_uid, _member.ordinal, _member.name_key, _member.uid),
    orders={"full_name": By([_member.name_key], [_member.uid])},
    search=_member.search_fold,
    searched=frozenset({"full_name", "position"}),
    codes=frozenset({"uid", "term_uid", "role", "starts", "ends"}),
    by_year=_sat_in,
)
