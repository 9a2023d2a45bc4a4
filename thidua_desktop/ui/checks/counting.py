"""How many of a list that was checked have which verdict, counted anew after each change."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.listing import Query
from thidua_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_PAUSE = 600  # Milliseconds after a change: several often come together.


class VerdictCounting(QObject):
    """Keeps the counts of one question, from its check until another list is looked at."""

    counted = Signal(dict)
    """How many have which verdict; empty when nothing is counted any more."""

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        self._query: Query | None = None
        self._turn = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        desk.bus.changed.connect(self._hear)

    def begin(self, query: Query, counts: Mapping[str, int]) -> None:
        """Tell the *counts* of *query*, and those after each change."""
        self._turn += 1
        self._query = query
        self.counted.emit(dict(counts))

    def end(self) -> None:
        """Count no more."""
        self._turn += 1
        if self._query is not None:
            self._query = None
            self._pause.stop()
            self.counted.emit({})

    def _hear(self, _changed: Changed) -> None:
        if self._query is not None:
            self._pause.start()

    def _ask(self) -> None:
        services, query, turn = self._services, self._query, self._turn
        if query is None:
            return

        def count() -> tuple[int, Mapping[str, int]]:
            verdicts = services.checks.verdicts(services.nominations.find(query))
            return turn, Counter(verdicts.values())

        # Not among the questions of lists: it may take longer than these should wait.
        job = self._desk.jobs.start(lambda _ticket: count(), "paper")
        job.succeeded.connect(self._tell)

    def _tell(self, answer: tuple[int, Mapping[str, int]]) -> None:
        turn, counts = answer
        if turn == self._turn:
            self.counted.emit(dict(counts))
