"""What there is in the tab of plans: plans by year, and of each year clusters and registrations.

Knows no widget but the entry of a place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.clusters import Roll
from thidua_desktop.services.clusters import Shelf
from thidua_desktop.services.plans import Shelved
from thidua_desktop.ui.plans.places import places
from thidua_desktop.ui.widgets.places import Place


def _no_clusters() -> Shelf:
    return Shelf("", {})


@dataclass(frozen=True, slots=True)
class Contents:
    """The plans, the newest first; the clusters; by year how many units have registered."""

    plans: Sequence[Shelved] = ()
    clusters: Shelf = field(default_factory=_no_clusters)
    pledged: Mapping[int, int] = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        """Return the years that have a plan, the newest first."""
        return [each.plan.year for each in self.plans]

    def get(self, uid: str) -> Shelved | None:
        """Return the plan *uid*, None when there is none."""
        return next((each for each in self.plans if each.plan.uid == uid), None)

    def of_year(self, year: int | None) -> list[Shelved]:
        """Return the plan of *year*, or all plans."""
        return [each for each in self.plans if year in (None, each.plan.year)]

    def earlier(self, uid: str) -> int:
        """Return the last year before the plan *uid* that has a plan, 0 when none has."""
        here = self.get(uid)
        return max((year for year in self.years if here and year < here.plan.year), default=0)

    def rolls(self, uid: str) -> list[Roll]:
        """Return the clusters of the year of the plan *uid*."""
        here = self.get(uid)
        return self.clusters.of(here.plan.year) if here else []

    def year_of(self, cluster: str, uid: str) -> int:
        """Return the last year a *cluster* has units in; 0 for that of the plan *uid*, or none."""
        here = self.get(uid)
        years = {
            year
            for year, rolls in self.clusters.years.items()
            if cluster in (roll.cluster.uid for roll in rolls)
        }
        return 0 if here and here.plan.year in years else max(years, default=0)

    def places(self, shown: Sequence[Shelved], uid: str) -> list[Place]:
        """Return the entries of the plans *shown*, below that of *uid* what its year has."""
        here = self.get(uid)
        pledged = self.pledged.get(here.plan.year, 0) if here else 0
        return places(shown, uid, self.rolls(uid), pledged)
