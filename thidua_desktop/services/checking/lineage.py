"""Units that took over from one another: whose awards count for whom. Knows no award."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_RENAMED = "rename"

Links = Mapping[str, Sequence[tuple[str, str]]]
"""Of each unit: the other end of its successions, and the kind of each."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """A unit under all its names, *same*, and the units it took over from in another way."""

    same: frozenset[str]
    earlier: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Return every unit whose awards are looked at."""
        return self.same | self.earlier


def lineage(unit: str, predecessors: Links) -> Lineage:
    """Return the lineage of *unit*: its names before and after, and whom it took over from."""
    if not predecessors:
        return Lineage(frozenset({unit}))
    same = _reached({unit}, _renamings(predecessors))
    everything = _reached(
        set(same), {to: [f for f, _ in ends] for to, ends in predecessors.items()}
    )
    return Lineage(frozenset(same), frozenset(everything - same))


def _renamings(predecessors: Links) -> dict[str, list[str]]:
    """Return the names a unit had before and after, each leading to the other."""
    found: dict[str, list[str]] = {}
    for to, ends in predecessors.items():
        for earlier, kind in ends:
            if kind == _RENAMED:
                found.setdefault(to, []).append(earlier)
                found.setdefault(earlier, []).append(to)
    return found


def _reached(start: set[str], ways: Mapping[str, Sequence[str]]) -> set[str]:
    found, waiting = set(start), list(start)
    while waiting:
        for other in ways.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
