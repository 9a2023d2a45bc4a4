"""How many times (lượt) and how many different ones recipients are. Knows no law."""

from collections.abc import Iterable

from thidua_desktop.domain.recipients import PERSON_KINDS, Recipient
from thidua_desktop.domain.text import fold
from thidua_desktop.services.checking.values import Tally


def tallied(recipients: Iterable[Recipient]) -> Tally:
    """Return the counts of *recipients*; whoever is not linked is told apart by name and unit."""
    people: list[str] = []
    households: list[str] = []
    collectives: list[str] = []
    for one in recipients:
        is_person, is_household = one.kind in PERSON_KINDS, one.kind == "household"
        group = people if is_person else households if is_household else collectives
        group.append(_who(one))
    return Tally(
        times=len(people) + len(households) + len(collectives),
        people_times=len(people),
        people=len(set(people)),
        collective_times=len(collectives),
        collectives=len(set(collectives)),
        households=len(set(households)),
    )


def _who(one: Recipient) -> str:
    linked = one.person_uid or one.unit_uid or one.household_uid
    return linked or f"{fold(one.name)} {fold(one.unit_name)}"
