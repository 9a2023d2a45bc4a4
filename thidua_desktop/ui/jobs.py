"""Work off the window's thread: started, followed, stopped. Knows no service and no screen."""

import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from time import monotonic
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from thidua_desktop.domain.errors import Cancelled, OfficerError, RuleError
from thidua_desktop.domain.work import Ticket

Lane = Literal["write", "paper", "find", "page"]
"""One thread each: all writes, long papers, questions to lists, pages of rows being painted."""

_BETWEEN_STEPS = 0.05  # Seconds; a bar that moves more often only costs.


class _JobTicket:
    """The ticket of one job: tells its progress, and stops the work once the job was cancelled."""

    def __init__(self, job: "Job", stopped: threading.Event, tell: Callable[[Any], None]) -> None:
        self._job = job
        self._stopped = stopped
        self._tell = tell
        self._told = 0.0

    def step(self, done: int, total: int, text: str) -> None:
        """Say that *done* of *total* are done; raise Cancelled when the work was stopped."""
        if self._stopped.is_set():
            raise Cancelled
        if done >= total or monotonic() - self._told >= _BETWEEN_STEPS:
            self._told = monotonic()
            self._tell((self._job, "progress", (done, total, text)))


Work = Callable[[Ticket], Any]


class Job(QObject):
    """One piece of work. All its signals come on the window's thread, exactly one of the first two.

    `failed` also tells of Cancelled. An exception of a kind named with `on` is taken as dealt with;
    any other goes on to `Jobs.unhandled` after `failed`.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    progress = Signal(int, int, str)
    finished = Signal()

    def __init__(self, work: Work, lane: Lane, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.lane = lane
        self.label = label
        self.result: Any = None
        self.error: Exception | None = None
        self._work = work
        self._stopped = threading.Event()
        self._done = threading.Event()
        self._handlers: list[tuple[type[Exception], Callable[[Any], None]]] = []

    @property
    def is_done(self) -> bool:
        """Say whether the work has ended, well or not."""
        return self._done.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; before it has begun it never begins."""
        self._stopped.set()

    def on(self, kind: type[Exception], slot: Callable[[Any], None]) -> "Job":
        """Have *slot* called with an exception of *kind*; return the job itself.

        A slot of a widget that is gone by then is passed over: what the officer must read is told
        by the window instead.
        """
        self._handlers.append((kind, slot))
        return self

    def wait(self, seconds: float) -> bool:
        """Wait at most *seconds* for the end; say whether it came. Signals still follow later."""
        return self._done.wait(seconds)

    def run(self, tell: Callable[[Any], None]) -> None:
        """Do the work on the present thread, and keep what came of it."""
        ticket = _JobTicket(self, self._stopped, tell)
        try:
            if self._stopped.is_set():
                raise Cancelled
            self.result = self._work(ticket)
        except Exception as error:
            self.error = error
        self._done.set()

    def deliver(self) -> bool:
        """Tell what came of the work; return False for an exception nobody takes."""
        if self.error is None:
            self.succeeded.emit(self.result)
            return True
        self.failed.emit(self.error)
        slots = [slot for kind, slot in self._handlers if isinstance(self.error, kind)]
        still_here = [slot for slot in slots if _is_here(slot)]
        for slot in still_here:
            slot(self.error)
        is_gone = bool(slots) and not isinstance(self.error, OfficerError | RuleError)
        return bool(still_here) or is_gone or isinstance(self.error, Cancelled)


class Jobs(QObject):
    """Starts work, one piece after another in each lane, and brings the outcome to the window.

    With *in_place* there are no threads: work runs in the event loop, or when it is waited for.
    """

    started = Signal(object)
    unhandled = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None, *, in_place: bool = False) -> None:
        super().__init__(parent)
        self._in_place = in_place
        self._lanes: dict[str, _Worker] = {}
        self._open: set[Job] = set()
        self._told.connect(self._hear)

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is at work and every outcome has been told."""
        return not self._open

    @property
    def long_ones(self) -> list[Job]:
        """Return the labelled jobs that are not over yet."""
        return [job for job in self._open if job.label]

    def start(self, work: Work, lane: Lane = "write", label: str = "") -> Job:
        """Begin *work* when its *lane* is free; a *label* lets the window show it with a bar."""
        kind = _JobInPlace if self._in_place else Job
        job = kind(work, lane, label, self)
        self._open.add(job)
        if self._in_place:
            QTimer.singleShot(0, lambda: self._hear((job, "ended", ())))
        else:
            self._worker(lane).give(job)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Drop questions and papers, finish every write, and end the threads."""
        for job in self._open:
            if job.lane != "write":
                job.cancel()
            elif self._in_place:
                job.wait(0)
        for worker in self._lanes.values():
            worker.end()
        self._lanes.clear()
        self._open.clear()

    def _worker(self, lane: str) -> "_Worker":
        if lane not in self._lanes:
            self._lanes[lane] = _Worker(lane, self._told.emit)
        return self._lanes[lane]

    def _hear(self, told: tuple[Job, str, tuple[Any, ...]]) -> None:
        job, what, said = told
        if job not in self._open:
            return
        if what == "progress":
            job.progress.emit(*said)
            return
        self._open.discard(job)
        job.wait(0)
        if not job.deliver():
            self.unhandled.emit(job.error)
        job.finished.emit()
        job.deleteLater()


class _JobInPlace(Job):
    """A job whose work is done on the thread that first asks for its end."""

    def wait(self, seconds: float) -> bool:
        if not self.is_done:
            self.run(lambda told: self.progress.emit(*told[2]))
        return True


class _Worker:
    """A thread that takes jobs in turn."""

    def __init__(self, name: str, tell: Callable[[Any], None]) -> None:
        self._tell = tell
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name=f"thidua-{name}", daemon=True)
        self._thread.start()

    def give(self, job: Job) -> None:
        self._queue.put(job)

    def end(self) -> None:
        self._queue.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (job := self._queue.get()) is not None:
            job.run(self._tell)
            self._tell((job, "ended", ()))


def while_here(owner: QObject, run: Callable[..., None]) -> Callable[..., None]:
    """Return *run* for a signal that may come when *owner* is gone: it does nothing then.

    A bound method of a widget needs none of this, Qt forgets it with the widget.
    """

    def run_while_here(*said: Any) -> None:
        if isValid(owner):
            run(*said)

    return run_while_here


def _is_here(slot: Callable[..., None]) -> bool:
    """Say whether the widget that *slot* belongs to still stands; others always do."""
    if isinstance(slot, partial):
        return _is_here(slot.func)
    return bool(isValid(getattr(slot, "__self__", None)))
