"""Chance that falls the same way every time: choices and uids from one seed."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

V = TypeVar("V")

_START = 1_704_067_200_000  # 2024-01-01 in milliseconds
_VERSION = 0x7 << 76
_VARIANT = 0b10 << 62


class Chance:
    """One stream of choices; the same seed gives the same stream on every computer."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._now = _START

    def uid(self) -> str:
        """Return the next uid: a UUIDv7 of an invented time."""
        self._now += 1
        bits = self._random.getrandbits(74)
        low, high = bits & ((1 << 62) - 1), bits >> 62
        return str(UUID(int=self._now << 80 | _VERSION | high << 64 | _VARIANT | low))

    def of(self, things: Sequence[V]) -> V:
        """Return one of *things*."""
        return things[self._random.randrange(len(things))]

    def some(self, things: Sequence[V], count: int) -> list[V]:
        """Return *count* different ones of *things*."""
        return self._random.sample(things, count)

    def among(self, first: int, last: int) -> int:
        """Return a number from *first* to *last*, both counted."""
        return self._random.randint(first, last)

    def happens(self, share: float) -> bool:
        """Say yes in that *share* of cases."""
        return self._random.random() < share
