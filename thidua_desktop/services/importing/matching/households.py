"""Households by the name of their head: known, or new. Writes nothing."""

import re
from collections.abc import Iterable

from thidua_desktop.domain.people import Household
from thidua_desktop.domain.text import clean
from thidua_desktop.services.importing.matching.names import same_name

_CALLED = re.compile(r"(?:Hộ|Gia đình)(?: gia đình)?(?: (?:ông|bà|anh|chị))?:?\s+(?=\S)", re.I)


class HouseholdNames:
    """The households of the office, and those that one intake makes."""

    def __init__(self, households: Iterable[Household]) -> None:
        self._known = {(same_name(one.head_name), one.unit_uid): one for one in households}
        self._made: set[str] = set()

    def find(self, name: str, unit: str | None) -> Household:
        """Return the household that a list calls *name*, made when it is not known in *unit*."""
        head = clean(_CALLED.sub("", name, count=1))
        key = (same_name(head), unit)
        if key not in self._known:
            made = Household(head_name=head, unit_uid=unit)
            self._known[key] = made
            self._made.add(made.uid)
        return self._known[key]

    def is_new(self, household: Household) -> bool:
        """Say whether a household is made by this intake."""
        return household.uid in self._made
