"""Who took over from whom, over any number of steps, and which unit a name means.

Knows no file: it is given units and successions.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from thidua_desktop.domain.dates import DateError, first_day, last_day
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit, UnitSuccession

_OFFICE = r"(?P<office>(?:uy ban nhan dan|ubnd) )?"
_LEVELS = r"tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran|tt\.?|dac khu"
_NAME = re.compile(rf"{_OFFICE}(?:(?P<level>{_LEVELS}) )?(?P<core>.+)")
_SHORT = {"tp": "thanh pho", "tt": "thi tran"}
_CACHED_NAMES = 1 << 14


class NameParts(NamedTuple):
    """A unit's name folded: whether it is the committee's, which level it says, what is left."""

    is_office: bool
    level: str
    core: str

    def means(self, other: "NameParts") -> bool:
        """Say whether both can be the same place: a level that one leaves out is no difference."""
        is_level = not self.level or not other.level or self.level == other.level
        return is_level and self.core == other.core


@lru_cache(_CACHED_NAMES)
def name_parts(name: str) -> NameParts:
    """Return the parts of *name*: "UBND xã Đắk Pék" is the committee of the xa "dak pek"."""
    found = _NAME.fullmatch(fold(name))
    if found is None:
        return NameParts(False, "", fold(name))
    level = (found["level"] or "").rstrip(".")
    return NameParts(bool(found["office"]), _SHORT.get(level, level), found["core"])


class Dated(Protocol):
    """A unit, or its row in a list: from when to when it was at work."""

    @property
    def valid_from(self) -> str:
        """Return its first day, "" when it is not known."""

    @property
    def valid_to(self) -> str:
        """Return its last day, "" for one at work."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A unit with those it took over from and those that took over, nearest first."""

    unit: Unit
    before: Sequence[Unit] = ()
    after: Sequence[Unit] = ()

    @property
    def others(self) -> list[Unit]:
        """Return all but the unit itself."""
        return [*self.before, *self.after]


def kin_of(unit: Unit, units: Iterable[Unit], successions: Sequence[UnitSuccession]) -> Kin:
    """Return *unit* with its predecessors and successors, step by step; siblings are none."""
    known = {each.uid: each for each in units}
    back = [(each.to_uid, each.from_uid) for each in successions]
    forth = [(each.from_uid, each.to_uid) for each in successions]
    return Kin(
        unit,
        [known[uid] for uid in _reached(unit.uid, back) if uid in known],
        [known[uid] for uid in _reached(unit.uid, forth) if uid in known],
    )


def is_over(unit: Dated, date: str) -> bool:
    """Say whether *unit* had ended before the partial *date* began; never without a date."""
    if not (unit.valid_to and date):
        return False
    try:
        return last_day(unit.valid_to) < first_day(date)
    except (DateError, ValueError):
        return False


def has_begun(unit: Dated, date: str) -> bool:
    """Say whether *unit* had begun before the partial *date* was over; always without a date."""
    if not (unit.valid_from and date):
        return True
    try:
        return first_day(unit.valid_from) <= last_day(date)
    except (DateError, ValueError):
        return True


def meant(units: Sequence[Unit], date: str) -> Unit | None:
    """Return the one of *units*, all of one name, that is meant on *date*.

    That which was at work then; where none was, the only one there is.
    """
    there = [unit for unit in units if has_begun(unit, date) and not is_over(unit, date)]
    fitting = there or list(units)
    return fitting[0] if len(fitting) == 1 else None


def _reached(start: str, ways: Sequence[tuple[str, str]]) -> list[str]:
    """Return what *ways* lead to from *start*, the nearest first; circles end."""
    found: dict[str, None] = {}
    ahead = [start]
    while ahead:
        ahead = [to for here in ahead for frm, to in ways if frm == here and to != start]
        ahead = [uid for uid in dict.fromkeys(ahead) if uid not in found]
        found.update(dict.fromkeys(ahead))
    return list(found)
