"""The question a list answers: asked after a pause, on another thread, while somebody looks.

Knows no rows and no cells.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.listing import Order, Query
from thidua_desktop.ui.desk import Desk

TYPING_PAUSE = 150  # Milliseconds after a key before the search is asked.
SLOW = 300  # Milliseconds after which a question is told to be slow.


class Asking(QObject):
    """Puts *query* to *find*; `answered` brings the answer to the last question alone.

    Nothing is asked while *is_seen* says that nobody looks: `catch_up` asks when one comes back.
    """

    asked = Signal(object)
    """A question is on its way: the order it asks for."""
    answered = Signal(object, bool)
    """The uids found, and whether other rows were asked for than before."""
    is_slow = Signal(bool)
    """The answer lets one wait; or it is there, or wanted no more."""

    def __init__(
        self,
        find: Callable[[Query], list[str]],
        order: tuple[Order, ...],
        desk: Desk,
        is_seen: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.query = Query(order=order)
        self._find = find
        self._desk = desk
        self._is_seen = is_seen
        self._turn = 0
        self._is_new = True
        self._is_stale = False
        self._typing = self._timer(TYPING_PAUSE, self.ask)
        self._slow = self._timer(SLOW, lambda: self.is_slow.emit(True))

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything keeps rows away: words, conditions or a year."""
        query = self.query
        return bool(query.text or query.filters or query.year is not None)

    def search(self, text: str, also: tuple[str, ...] = ()) -> None:
        """Ask for the rows with the words of *text*, after a pause in typing.

        *also*: other texts of which one will do.
        """
        if (text, also) != (self.query.text, self.query.also):
            self.query = replace(self.query, text=text, also=also)
            self._is_new = True
            self._typing.start()

    def change(self, query: Query, *, is_new: bool = True) -> None:
        """Ask *query* when it is another; not *is_new*: for the same rows in another order."""
        if query != self.query:
            self.query = query
            self._is_new |= is_new
            self.ask()

    def ask(self) -> None:
        """Ask now. A question still on its way is forgotten."""
        self._typing.stop()
        self._turn += 1
        self._is_stale = not self._is_seen()
        if self._is_stale:
            self._stop_waiting()
            return
        turn, query = self._turn, self.query
        self._slow.start()
        self.asked.emit(query.order)
        job = self._desk.read(lambda: (turn, self._find(query) if turn == self._turn else []))
        job.succeeded.connect(self._take)
        job.failed.connect(self._stop_waiting)

    def catch_up(self) -> None:
        """Ask what was not asked while nobody looked."""
        if self._is_stale:
            self.ask()

    def _take(self, answer: tuple[int, list[str]]) -> None:
        turn, uids = answer
        if turn == self._turn:
            self._stop_waiting()
            is_new, self._is_new = self._is_new, False
            self.answered.emit(uids, is_new)

    def _stop_waiting(self, *_error: object) -> None:
        self._slow.stop()
        self.is_slow.emit(False)

    def _timer(self, milliseconds: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(run)
        return timer
