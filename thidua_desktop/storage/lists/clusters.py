"""The units of clusters as a list: cluster by cluster, who leads first, then as they were entered.

Words are not searched for here: no year has more than some hundred rows, none of them folded.
"""

from thidua_desktop.domain.clusters import ClusterMemberRow
from thidua_desktop.storage.lists.listing import Listing
from thidua_desktop.storage.schema import TABLES

_table = TABLES["cluster_member"]
_member = _table.c
_cluster = TABLES["cluster"].c

MEMBERS = Listing(
    row=ClusterMemberRow,
    table=_table,
    source=_table.join(TABLES["cluster"]),
    columns={
        "uid": _member.uid,
        "cluster_uid": _member.cluster_uid,
        "cluster": _cluster.name,
        "unit_name": _member.unit_name,
        "year": _member.year,
        "is_leader": _member.is_leader,
    },
    order=(_member.cluster_uid, _member.is_leader.desc(), _member.uid),
    search=_member.unit_name,
    codes=frozenset({"uid", "cluster_uid"}),
    by_year=lambda year: _member.year == year,
)
