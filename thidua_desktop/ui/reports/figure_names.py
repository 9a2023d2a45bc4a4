"""Which figures a report may state: the names that services count, in the order one looks."""

from collections.abc import Iterator

from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.plans import TASK_STATES
from thidua_desktop.domain.units import KINDS
from thidua_desktop.services.figures import GROUPS, SEATS, group_of

_LEVELS = ("state", "ministry", "province", "district", "commune")


def countable(pack: LawPack | None) -> Iterator[str]:
    """Give the names of all figures: awards by level and title of *pack*, council, units, plan."""
    yield from (f"awards.{group}" for group in GROUPS)
    for level in _LEVELS:
        yield from (f"awards.{level}.{group}" for group in GROUPS)
        yield from _titles(pack, level)
    yield from (f"council.{seat}" for seat in SEATS)
    yield from (f"units.{kind}" for kind in KINDS)
    yield "plan.tasks"
    yield from (f"plan.tasks.{state}" for state in TASK_STATES)
    yield from (f"plan.tasks.q{quarter}" for quarter in range(1, 5))


def _titles(pack: LawPack | None, level: str) -> Iterator[str]:
    seen: set[str] = set()
    for title in pack.titles if pack else ():
        name = f"awards.{level}.{title.id}.{group_of(title.recipient)}"
        if level in title.levels and name not in seen:
            seen.add(name)
            yield name
