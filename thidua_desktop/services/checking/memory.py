"""Answers kept until something they rest on is written. Knows no law."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from thidua_desktop.domain.checking.findings import Judgement
from thidua_desktop.services.checking.values import LawUsed
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import touching

_ALL = frozenset({"setting", "office"})
"""Tables a change of which may touch every answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found of one nomination, and the *keys* of all it rests on."""

    judged: Judgement
    law: LawUsed | None
    keys: frozenset[str]


@dataclass(slots=True)
class Memory:
    """The answers of one file. The journal says what was written since they were given.

    Several threads ask: an answer is kept only where nothing was written while it was made.
    """

    _tick: int = -1
    _answers: dict[str, Answer] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def at(self, connection: Reading) -> int:
        """Return the moment that *connection* sees, after dropping what no longer holds."""
        with self._lock:
            if self._tick < 0:
                self._tick = touching.now(connection)
                return self._tick
            touched = touching.touched_since(connection, self._tick)
            if touched.keys is None or touched.tables & _ALL:
                self._answers.clear()
            elif touched.keys:
                keys = touched.keys
                self._answers = {u: a for u, a in self._answers.items() if not a.keys & keys}
            self._tick = touched.tick
            return self._tick

    def known(self, uids: Iterable[str]) -> dict[str, Answer]:
        """Return the answers there are for *uids*."""
        with self._lock:
            return {uid: self._answers[uid] for uid in uids if uid in self._answers}

    def keep(self, answers: Mapping[str, Answer], moment: int) -> None:
        """Keep *answers*, made of what stood at *moment*, unless that is past."""
        with self._lock:
            if moment == self._tick:
                self._answers.update(answers)
