"""Measures how long the window's thread is held at a stretch, and where. Knows no window.

Time is the thread's own processor time: a busy machine that lets the process wait makes no hold.
A stretch may also be long because another thread of the program keeps Python's lock; that is told
by the processor time that the others used meanwhile, which other programs cannot use up.
"""

import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_stack
from types import FrameType

from PySide6.QtCore import QObject, QTimer

LIMIT = 0.1
"""Seconds: what is longer is felt as a window that hangs."""

_BEAT = 2  # Milliseconds between two beats of the event loop.
_SHOWN, _DEEP = 3, 5  # Stacks of a hold, places of a stack.
_SAMPLE = 0.004  # Seconds between two looks at what the thread does.


@dataclass(frozen=True, slots=True)
class Hold:
    """One stretch in which no event was answered: during what, how long, and doing what.

    *stacks*: where the thread was seen, the most frequent first, each with how often.
    """

    during: str
    seconds: float
    stacks: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        seen = "\n".join(f"  {count} × {stack}" for stack, count in self.stacks)
        return f"{self.seconds * 1000:.0f} ms in “{self.during}”\n{seen}"


class Watchdog(QObject):
    """Beats in the event loop of the thread that makes it; `holds` are the stretches too long."""

    def __init__(self, during: str = "", limit: float = LIMIT) -> None:
        super().__init__()
        self.holds: list[Hold] = []
        self.longest: dict[str, float] = {}
        self.during = during
        self._limit = limit
        self._thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._thread)
        self.longest_shut_out: dict[str, float] = {}
        self._since = self._now()
        self._others_since, self._wall_since = self._others(), time.monotonic()
        self._seen: Counter[str] = Counter()
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self._sampler.start()

    def say(self, during: str) -> None:
        """Call what follows *during*; what went before it is measured to its end."""
        self._beat()
        self.during = during

    def forget(self) -> None:
        """Leave out what the thread did since the last beat: it was not the window's work."""
        self._since, self._seen = self._now(), Counter()
        self._others_since, self._wall_since = self._others(), time.monotonic()

    def end(self) -> None:
        """Stop measuring."""
        self._beat()
        self._timer.stop()
        self._ended.set()
        self._sampler.join()

    def _beat(self) -> None:
        held = self._now() - self._since
        self.longest[self.during] = max(held, self.longest.get(self.during, 0))
        waited = time.monotonic() - self._wall_since - held
        shut = min(waited, self._others() - self._others_since)
        self.longest_shut_out[self.during] = max(shut, self.longest_shut_out.get(self.during, 0))
        if held > self._limit:
            self.holds.append(Hold(self.during, held, tuple(self._seen.most_common(_SHOWN))))
        self.forget()

    def _sample(self) -> None:
        """Count where the thread is, looking at it again and again."""
        while not self._ended.wait(_SAMPLE):
            frame = sys._current_frames().get(self._thread)
            if frame is not None:
                self._seen[_told(frame)] += 1

    def _others(self) -> float:
        """Return the processor time that all other threads of the program have used."""
        return time.process_time() - self._now()

    def _now(self) -> float:
        return time.clock_gettime(self._clock)


def _told(frame: FrameType) -> str:
    """Return the innermost places of the program on the way to *frame*."""
    places = [
        f"{Path(filename).name}:{line} {function}"
        for filename, line, function, _text in extract_stack(frame)
        if "thidua_desktop" in filename
    ]
    return " → ".join(places[-_DEEP:])
