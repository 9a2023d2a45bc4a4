"""The units in the clusters of one year: list and form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from thidua_desktop.domain.clusters import ClusterMemberRow, Roll
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.movements import ClusterMember
from thidua_desktop.services.clusters import Clusters, Shelf
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.services.listed.others import CLUSTERS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.suggesting import unit_suggestions
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.plans.cluster_head import ClusterHead
from thidua_desktop.ui.plans.cluster_work import ClusterWork
from thidua_desktop.ui.plans.places import ALL
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import TickEditor
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import kept_from_writing, why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.suggestions import Suggest, Suggestion, SuggestionEditor
from thidua_desktop.ui.widgets.within import Within

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

TABLES = ("cluster_member", "cluster")
ON_CLUSTER = ("new_cluster", "cluster_facts", "take_clusters", "leave_cluster")
_LEADS = "Trưởng"


class OfYear(Within[ClusterMember, ClusterMemberRow]):
    """The units of the cluster *owner* in *year*, or with ALL of every cluster of it."""

    def __init__(self, clusters: Clusters) -> None:
        super().__init__(clusters, "cluster_uid", lambda uid: self._begin_in(clusters, uid))
        self.year = 0

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        return self._records.find(self.narrowed(query)) if self.year else []

    def narrowed(self, query: Query) -> Query:
        """Return *query* narrowed to the cluster and the year."""
        mine = () if self.owner == ALL else (Filter("cluster_uid", self.owner, "is"),)
        return replace(query, filters=(*mine, *query.filters), year=self.year)

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored; new units are in this cluster and year."""
        return super().edit(edits, label, year=self.year, **known)

    def _begin_in(self, clusters: Clusters, cluster: str) -> ClusterMember:
        return clusters.new(cluster_uid=cluster, year=self.year)


class ClustersPage(FilteredPage[ClusterMember, ClusterMemberRow]):
    """Grid and form of the units; above them the cluster and what the office is in it."""

    def __init__(self, services: "Services", desk: Desk, work: ClusterWork) -> None:
        self._mine = OfYear(services.clusters)
        self._shelf = Shelf("", {})
        units = _proposing(services)
        kind = Kind(
            name="clusters",
            title="Đơn vị trong cụm, khối",
            tables=TABLES,
            one="đơn vị",
            columns=columns(units),
            fields=_fields(units, desk),
            face=Face(_title, _line, "Đơn vị mới", "Chọn một dòng để xem và sửa."),
            nothing="Ở đây chưa có đơn vị nào.",
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._mine, desk, (), lambda row: row.unit_name, why)
        ListDoor(self, services.exporting, CLUSTERS, services.clusters, self._mine.narrowed)
        self._work = work
        on_cluster: list[QAction] = [desk.actions[name] for name in ON_CLUSTER]
        self.head = ClusterHead(on_cluster, desk.look)
        self.add_above(self.head)
        self.head.new_asked.connect(self.add_cluster)
        self.head.earlier_asked.connect(self.take_over)

    @property
    def rolls(self) -> list[Roll]:
        """Return the clusters of the year one is in."""
        return self._shelf.of(self._mine.year)

    @property
    def at(self) -> Roll | None:
        """Return the cluster one is in; in a year with one alone it is that."""
        rolls = self.rolls
        if self._mine.owner == ALL:
            return rolls[0] if len(rolls) == 1 else None
        return next((roll for roll in rolls if roll.cluster.uid == self._mine.owner), None)

    def show_year(self, shelf: Shelf, year: int, cluster: str) -> None:
        """Show the units of a *cluster* in *year*, or of ALL."""
        self._shelf = shelf
        known = [roll.cluster.uid for roll in shelf.of(year)]
        owner = known[0] if len(known) == 1 else cluster if cluster in known else ALL
        is_other, self._mine.owner, self._mine.year = (
            (owner, year) != (self._mine.owner, self._mine.year),
            owner,
            year,
        )
        self.head.show_rolls(year, self.rolls, self.at, shelf.office)
        has_units = any(roll.members for roll in self.rolls)
        earlier = 0 if has_units else shelf.before(year)
        can_write = not self.why_read_only
        self.head.offer(earlier if can_write else 0, is_new=can_write and not self.rolls)
        if is_other:
            self.grid.ask()

    def offers(self) -> Mapping[str, Offer]:
        where = "" if self.at or not self.rolls else "Hãy chọn một cụm, khối ở bên trái trước."
        here = "" if self.at else "Hãy chọn một cụm, khối ở bên trái trước."
        year = self._mine.year
        earlier = "" if self._shelf.before(year) else "Chưa có năm nào trước có cụm, khối."
        offers = {
            **super().offers(),
            "add": Offer(self.add, where),
            "new_cluster": Offer(self.add_cluster),
            "cluster_facts": Offer(self.describe, here),
            "take_clusters": Offer(self.take_over, earlier),
            "leave_cluster": Offer(self.leave, here),
        }
        offers = kept_from_writing(offers, self.why_read_only)
        if self.why_read_only:
            offers |= {name: Offer(offers[name].run, self.why_read_only) for name in ON_CLUSTER}
        return offers

    def add(self) -> None:
        """Begin a new unit; where there is no cluster yet, that comes first."""
        if self.rolls:
            super().add()
        else:
            self.add_cluster()

    def add_cluster(self) -> None:
        """Ask for a new cluster."""
        self._settle(lambda: self._work.begin(self._shelf))

    def describe(self) -> None:
        """Ask for name, kind and note of the cluster one is in."""
        if at := self.at:
            self._settle(lambda: self._work.describe(at.cluster, self._shelf))

    def take_over(self) -> None:
        """Take the make-up of the last year that has one into this year."""
        year = self._mine.year
        self._settle(lambda: self._work.take_over(self._shelf, self._shelf.before(year), year))

    def leave(self) -> None:
        """Take the cluster one is in out of this year."""
        if at := self.at:
            self._settle(lambda: self._work.leave(at))

    def set_year(self, year: int | None) -> None:
        """Units are listed by the year of the place, whatever the window's."""


def columns(units: Suggest) -> tuple[Column[ClusterMemberRow], ...]:
    """Return the columns; *units* proposes names."""
    return (
        Column(
            "unit_name",
            "Đơn vị",
            lambda row: row.unit_name,
            260,
            cell=kinds.line("unit_name", lambda _row, text: units(text)),
            frozen=True,
        ),
        Column(
            "is_leader",
            "Vai trò",
            lambda row: _LEADS if row.is_leader else "",
            96,
            state=lambda row: "green" if row.is_leader else "",
            cell=kinds.tick("is_leader", _LEADS),
            words={1: _LEADS, 0: "Không là Trưởng"},
        ),
        Column("cluster", "Cụm, khối", lambda row: row.cluster, 200),
    )


def _proposing(services: "Services") -> Suggest:
    def units(text: str) -> list[Suggestion]:
        return unit_suggestions(services, text)

    return units


def _fields(units: Suggest, desk: Desk) -> tuple[Field, ...]:
    return (
        Field(
            "unit_name",
            "Đơn vị",
            lambda: SuggestionEditor(units, desk, "tên đơn vị"),
            "Trong cụm, khối",
            needed=True,
        ),
        Field("is_leader", "Vai trò", lambda: TickEditor("Trưởng cụm, khối của năm")),
    )


def _title(member: ClusterMember) -> str:
    return member.unit_name or "Đơn vị"


def _line(member: ClusterMember) -> str:
    role = "Trưởng" if member.is_leader else "Thành viên"
    return f"{role} · năm {member.year}"
