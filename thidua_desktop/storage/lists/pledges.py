"""What units registered as a list, as it was entered, the rows of a unit one after the other.

Words are not searched for here: no year has more than some hundred rows, none of them folded.
"""

from thidua_desktop.domain.pledges import PledgeRow
from thidua_desktop.storage.lists.listing import Listing
from thidua_desktop.storage.schema import TABLES

_table = TABLES["pledge"]
_pledge = _table.c

PLEDGES = Listing(
    row=PledgeRow,
    table=_table,
    source=_table,
    columns={
        "uid": _pledge.uid,
        "unit_name": _pledge.unit_name,
        "year": _pledge.year,
        "title_text": _pledge.title_text,
        "quantity": _pledge.quantity,
        "text": _pledge.text,
    },
    order=(_pledge.year.desc(), _pledge.uid),
    search=_pledge.unit_name,
    codes=frozenset({"uid"}),
    by_year=lambda year: _pledge.year == year,
)
