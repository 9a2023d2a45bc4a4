"""Clusters and blocs: their make-up of a year, taken over, and what a plan says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.clusters import (
    ClusterMemberRow,
    Roll,
    cluster_problems,
    problems,
    roll_problems,
)
from thidua_desktop.domain.errors import Problem, Refused, RuleError
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.movements import Cluster, ClusterMember
from thidua_desktop.domain.plans import Plan, PlanTask
from thidua_desktop.domain.text import fold, sort_key
from thidua_desktop.domain.told_clusters import Told, told_in
from thidua_desktop.services.blocks import read_blocks
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.named_rows import NamedRows
from thidua_desktop.services.records import Entry
from thidua_desktop.services.tidying import Words, tidied
from thidua_desktop.services.unit_names import unit_named
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.clusters import MEMBERS


@dataclass(frozen=True, slots=True)
class Shelf:
    """All clusters by year, and the name of the office; the clusters of no year have *unused*."""

    office: str
    years: Mapping[int, Sequence[Roll]]
    unused: Sequence[Cluster] = ()

    def of(self, year: int) -> list[Roll]:
        """Return the clusters of *year* in dictionary order, those without any members too."""
        empty = [Roll(cluster, year) for cluster in self.unused]
        found = [*self.years.get(year, ()), *empty]
        return sorted(found, key=lambda roll: sort_key(roll.cluster.name))

    def before(self, year: int) -> int:
        """Return the last year before *year* that has members, 0 when none has."""
        return max((each for each in self.years if each < year), default=0)


class Clusters(NamedRows[ClusterMember, ClusterMemberRow]):
    """The units in the clusters of all years, and the clusters."""

    kind = ClusterMember
    listing = MEMBERS
    words = Words("đơn vị trong cụm, khối")

    def new(self, **known: Any) -> ClusterMember:
        """Return a draft of this year."""
        return ClusterMember(**{"year": self._office.year(), **known})

    def shelf(self) -> Shelf:
        """Return the clusters of every year with their members."""
        with self._database.read() as connection:
            clusters = store.everything(connection, Cluster)
            members = store.everything(connection, ClusterMember)
        placed: dict[tuple[int, str], list[ClusterMember]] = {}
        for member in members:
            placed.setdefault((member.year, member.cluster_uid), []).append(member)
        by_uid = {cluster.uid: cluster for cluster in clusters}
        years: dict[int, list[Roll]] = {}
        for (year, uid), found in placed.items():
            if uid in by_uid:
                years.setdefault(year, []).append(Roll(by_uid[uid], year, tuple(found)))
        used = {uid for _year, uid in placed}
        unused = [cluster for cluster in clusters if cluster.uid not in used]
        return Shelf(self._office.get().name, years, unused)

    def rolls(self, year: int) -> list[Roll]:
        """Return the clusters of *year* in dictionary order."""
        return self.shelf().of(year)

    def save_cluster(self, draft: Cluster) -> Changed:
        """Store name, kind and note of a cluster; RuleError when it has no name or one taken."""
        cluster = tidied(draft)
        with self._database.write(f"Cất {cluster.name}".rstrip()) as step:
            _put_cluster(step, cluster)
        return step.changed

    def leave(self, cluster_uid: str, year: int) -> Changed:
        """Take a cluster out of *year*; one without members in any other year is deleted.

        KeyError when it is gone.
        """
        with self._database.read() as connection:
            name = store.one(connection, Cluster, cluster_uid).name
        with self._database.write(f"Bỏ {name} khỏi năm {year}") as step:
            members = store.owned(step.connection, ClusterMember, "cluster_uid", [cluster_uid])
            gone = [member.uid for member in members if member.year == year]
            step.remove(ClusterMember, gone)
            if len(gone) == len(members):
                step.remove(Cluster, [cluster_uid])
        return step.changed

    def take_over(self, before: int, after: int) -> Changed:
        """Put the units that were in the clusters in *before* into them in *after* too.

        Who leads is not taken: that is another unit each year. Units that are there already are
        left out. Refused when nobody is left.
        """
        with self._database.write(f"Lấy cụm, khối năm {before} sang năm {after}") as step:
            members = store.everything(step.connection, ClusterMember)
            there = {(m.cluster_uid, fold(m.unit_name)) for m in members if m.year == after}
            taken = [
                replace(member, uid=new_uid(), year=after, is_leader=False)
                for member in members
                if member.year == before
                and (member.cluster_uid, fold(member.unit_name)) not in there
            ]
            if not taken:
                raise Refused(
                    f"Cụm, khối của năm {before} không còn đơn vị nào để lấy.",
                    "Chưa có gì bị thay đổi.",
                )
            step.put(taken)
        return step.changed

    def told(self, plan_uid: str) -> Told | None:
        """Return what the plan says of a cluster that the office leads in its year.

        None when it says nothing of the kind, or nothing that is not entered already.
        """
        with self._database.read() as connection:
            plan = store.one(connection, Plan, plan_uid)
            tasks = store.owned(connection, PlanTask, "plan_uid", [plan_uid])
            blocks = read_blocks(connection, plan_uid)
        texts = [*plan.heading.recipients.splitlines(), *_words_of(tasks, blocks)]
        told = told_in(texts, plan.year, self._office.get().name)
        if told is None:
            return None
        rolls = self.rolls(plan.year)
        same = next((r for r in rolls if fold(r.cluster.name) == fold(told.cluster)), None)
        return told if same is None or told.adds_to(same.members) else None

    def take_told(self, told: Told) -> Changed:
        """Enter what a plan says: the cluster, the office as its leader and the other units."""
        with self._database.write(f"Ghi Trưởng {told.cluster} năm {told.year}") as step:
            clusters = store.everything(step.connection, Cluster)
            same = next((c for c in clusters if fold(c.name) == fold(told.cluster)), None)
            cluster = same or Cluster(name=told.cluster, kind=told.kind)
            if same is None:
                _put_cluster(step, cluster)
            everyone = store.owned(step.connection, ClusterMember, "cluster_uid", [cluster.uid])
            there = [member for member in everyone if member.year == told.year]
            self.put(step, told.members(cluster.uid, there))
        return step.changed

    def _words_of(self, row: ClusterMemberRow) -> str:
        return f"{row.unit_name} {row.cluster}"

    def _tidy(self, entry: Entry[ClusterMember]) -> tuple[ClusterMember, list[Problem]]:
        member = _linked(tidied(entry.draft), entry)
        found = problems(member)
        if not store.get(entry.connection, Cluster, [member.cluster_uid]):
            found.append(Problem("unit_name", "Hãy chọn một cụm, khối ở bên trái trước."))
        if not found:
            roll = _roll(member, entry)
            found = roll_problems(member, [m for uid, m in roll.items() if uid != member.uid])
            if not found:
                roll[member.uid] = member  # Others of this step are held against it too.
        return member, found

    def _tied(
        self,
        draft: ClusterMember,
        edit: Edit,
        entry: Entry[ClusterMember],  # noqa: ARG002
    ) -> ClusterMember:
        chosen = edit.keys.get("unit_name")
        return replace(draft, unit_uid=chosen) if chosen else draft


def _linked(member: ClusterMember, entry: Entry[ClusterMember]) -> ClusterMember:
    """Return *member* linked to the unit its new name means, unless one was chosen for it."""
    before = entry.before
    if before and fold(before.unit_name) == fold(member.unit_name):
        return member
    if member.unit_uid and (before is None or member.unit_uid != before.unit_uid):
        return member
    return replace(member, unit_uid=unit_named(member.unit_name, entry))


def _put_cluster(step: WriteStep, cluster: Cluster) -> None:
    if found := cluster_problems(cluster, store.everything(step.connection, Cluster)):
        raise RuleError(found)
    step.put(cluster)


def _roll(member: ClusterMember, entry: Entry[ClusterMember]) -> dict[str, ClusterMember]:
    """Return who is in the cluster in that year as far as this step has come, by uid."""
    key = (member.cluster_uid, member.year)
    if key not in entry.found:
        stored = store.owned(entry.connection, ClusterMember, "cluster_uid", [member.cluster_uid])
        entry.found[key] = {m.uid: m for m in stored if m.year == member.year}
    roll: dict[str, ClusterMember] = entry.found[key]
    return roll


def _words_of(tasks: Sequence[PlanTask], blocks: Sequence[Block]) -> list[str]:
    bodies = [*(task.body for task in tasks), *(block.body for block in blocks)]
    return [line for body in bodies for line in markup.plain(body).splitlines()]
