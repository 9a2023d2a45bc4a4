"""The places of the tab: years, and of the year one is in its quarters, paper and clusters.

Knows no widget but the entry.
"""

from collections.abc import Sequence
from typing import NamedTuple

from thidua_desktop.domain.clusters import Roll
from thidua_desktop.services.plans import Counts, Shelved
from thidua_desktop.ui.plans.fields import QUARTERS
from thidua_desktop.ui.widgets.places import Place

_STEP = "      "  # What belongs to a year stands below it.
_HALF_STEP = "   "
_TASKS, _PAPER, _CLUSTERS, _PLEDGES = "tasks", "paper", "clusters", "pledges"


class Spot(NamedTuple):
    """Where one is: a plan by its uid, one of its quarters or 0 for the year, or its paper.

    *cluster*: instead of these the clusters of its year, one by its uid, or ALL of them;
    *is_pledges*: what units registered for the year.
    """

    plan: str = ""
    quarter: int = 0
    is_paper: bool = False
    cluster: str = ""
    is_pledges: bool = False

    @property
    def key(self) -> str:
        """Return the key of the place."""
        if self.cluster:
            return f"{self.plan}/{_CLUSTERS}/{self.cluster}"
        if self.is_pledges:
            return f"{self.plan}/{_PLEDGES}"
        what = _PAPER if self.is_paper else f"q{self.quarter}" if self.quarter else _TASKS
        return f"{self.plan}/{what}"


ALL = "all"
"""Stands for the clusters of a year together."""


def spot(key: str) -> Spot:
    """Return where the place *key* is."""
    plan, _, what = key.partition("/")
    if what.startswith(_CLUSTERS):
        return Spot(plan, cluster=what.rpartition("/")[2])
    if what == _PLEDGES:
        return Spot(plan, is_pledges=True)
    quarter = int(what[1:]) if what.startswith("q") else 0
    return Spot(plan, quarter, what == _PAPER)


def places(
    shelf: Sequence[Shelved], opened: str, rolls: Sequence[Roll] = (), pledged: int = 0
) -> list[Place]:
    """Return the entries from top to bottom; below the plan *opened* what belongs to its year.

    *rolls*: the clusters of that year; *pledged*: how many units have registered for it.
    """
    found = []
    for each in shelf:
        uid, year = each.plan.uid, each.plan.year
        found.append(_place(Spot(uid), f"Năm {year}", f"Nhiệm vụ năm {year}", each.counts))
        if uid != opened:
            continue
        for quarter, words in QUARTERS.items():
            counts = each.quarters.get(quarter, Counts())
            tip = f"Nhiệm vụ {_small(words)} năm {year}"
            found.append(_place(Spot(uid, quarter), _STEP + words, tip, counts))
        tip = f"Văn bản kế hoạch năm {year}"
        found.append(Place(Spot(uid, is_paper=True).key, f"{_STEP}Văn bản", tip))
        found += _clusters(uid, year, rolls)
        count = f" ({pledged})" if pledged else ""
        tip = f"Danh hiệu, chỉ tiêu các đơn vị đăng ký năm {year}"
        found.append(Place(Spot(uid, is_pledges=True).key, f"{_STEP}Đăng ký thi đua{count}", tip))
    return found


def _clusters(plan: str, year: int, rolls: Sequence[Roll]) -> list[Place]:
    count = f" ({len(rolls)})" if rolls else ""
    tip = f"Đơn vị trong các cụm, khối năm {year}"
    found = [Place(Spot(plan, cluster=ALL).key, f"{_STEP}Cụm, khối thi đua{count}", tip)]
    for roll in rolls:
        led = f"Trưởng: {roll.leader.unit_name}" if roll.leader else "Chưa ghi Trưởng"
        short = roll.cluster.name.replace(" thi đua", "", 1)  # The place above it says that.
        words = f"{_STEP}{_HALF_STEP}{short} ({len(roll.members)})"
        tip = f"{roll.cluster.name} năm {year}\n{len(roll.members)} đơn vị. {led}"
        found.append(Place(Spot(plan, cluster=roll.cluster.uid).key, words, tip))
    return found


def _place(spot: Spot, words: str, tip: str, counts: Counts) -> Place:
    late = f", {counts.late} quá hạn" if counts.late else ""
    return Place(spot.key, f"{words} ({counts.tasks}{late})", f"{tip}\n{_said(counts)}")


def _said(counts: Counts) -> str:
    return f"{counts.done} đã xong, {counts.open} chưa xong, {counts.late} quá hạn"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
