"""The places of the tab: years, and of the year one is in its quarters and its paper.

Knows no widget but the entry.
"""

from collections.abc import Sequence
from typing import NamedTuple

from thidua_desktop.services.plans import Counts, Shelved
from thidua_desktop.ui.plans.fields import QUARTERS
from thidua_desktop.ui.widgets.places import Place

_STEP = "      "  # What belongs to a year stands below it.
_TASKS, _PAPER = "tasks", "paper"


class Spot(NamedTuple):
    """Where one is: a plan by its uid, one of its quarters or 0 for the year, or its paper."""

    plan: str = ""
    quarter: int = 0
    is_paper: bool = False

    @property
    def key(self) -> str:
        """Return the key of the place."""
        what = _PAPER if self.is_paper else f"q{self.quarter}" if self.quarter else _TASKS
        return f"{self.plan}/{what}"


def spot(key: str) -> Spot:
    """Return where the place *key* is."""
    plan, _, what = key.partition("/")
    quarter = int(what[1:]) if what.startswith("q") else 0
    return Spot(plan, quarter, what == _PAPER)


def places(shelf: Sequence[Shelved], opened: str) -> list[Place]:
    """Return the entries from top to bottom; the plan *opened* with its quarters and its paper."""
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
    return found


def _place(spot: Spot, words: str, tip: str, counts: Counts) -> Place:
    late = f", {counts.late} quá hạn" if counts.late else ""
    return Place(spot.key, f"{words} ({counts.tasks}{late})", f"{tip}\n{_said(counts)}")


def _said(counts: Counts) -> str:
    return f"{counts.done} đã xong, {counts.open} chưa xong, {counts.late} quá hạn"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
