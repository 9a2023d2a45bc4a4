"""A ratio: our work against the raw floor, both measured in the same run, turn by turn."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]
Clocked = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured: medians in seconds and the limit the ratio is held to."""

    name: str
    ours: float
    floor: float
    limit: float

    @property
    def value(self) -> float:
        """Return how many times the floor our work took."""
        return self.ours / self.floor

    def line(self) -> str:
        """Return one line of the table."""
        mark = "ok" if self.value <= self.limit else "OVER"
        return (
            f"{self.name:<46} {self.value:6.2f} ≤ {self.limit:5.1f}  {mark:<4}"
            f"  ({_shown(self.ours)} / {_shown(self.floor)})"
        )


def ratio(name: str, ours: Work, floor: Work, limit: float, turns: int = 5) -> Ratio:
    """Measure *ours* and *floor* in turn and return the ratio of their medians."""
    return timed(name, lambda: seconds(ours), lambda: seconds(floor), limit, turns)


def timed(name: str, ours: Clocked, floor: Clocked, limit: float, turns: int = 5) -> Ratio:
    """As `ratio`, for works that tell their own seconds, their preparation left out."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(turns + 1):
        for work, found in zip((ours, floor), times, strict=True):
            spent = work()
            if turn:  # The first turn warms the caches of both.
                found.append(spent)
    return Ratio(name, statistics.median(times[0]), statistics.median(times[1]), limit)


def seconds(work: Work) -> float:
    """Return how long *work* takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _shown(spent: float) -> str:
    return f"{spent:.2f} s" if spent >= 1 else f"{spent * 1000:.2f} ms"
