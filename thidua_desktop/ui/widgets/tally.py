"""How many rows are chosen and what their money adds up to, in words. Knows no record."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.rows_view import RowsView

_PAUSE = 80  # Milliseconds after the last change of the choice.
_PORTION = 20_000  # Rows summed at once, so that a later choice has not long to wait.


class Sums(Protocol):
    """What can add up a column."""

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""


class Tally(QObject):
    """Adds up the chosen cells of a column of money, off the window's thread."""

    changed = Signal()

    def __init__(self, view: RowsView, sums: Sums, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._sums = sums
        self._desk = desk
        self._turn = 0
        self._words = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        view.selectionModel().selectionChanged.connect(self._look)

    def words(self, one: str) -> str:
        """Return "226 khen thưởng", or what is chosen of them and the sum."""
        view = self._view
        chosen, count = view.chosen_count(), grouped(view.rows.count)
        if chosen <= 1:
            return f"{count} {one}"
        said = f"Đã chọn {grouped(chosen)} trên {count} {one}"
        return f"{said} · {self._words}" if self._words else said

    def _look(self, *_what: Any) -> None:
        self._turn += 1
        self._words = ""
        self._pause.start()

    def _ask(self) -> None:
        view = self._view
        sections = [n for n, column in enumerate(view.rows.columns) if column.sums]
        section = next((n for n in sections if view.is_chosen(n)), -1)
        if section < 0 or view.chosen_count() <= 1:
            return
        column, turn = view.rows.columns[section], self._turn
        uids = [
            uid for first, last in view.chosen_in(section) for uid in view.rows.between(first, last)
        ]
        job = self._desk.read(lambda: (turn, column.title, self._sum(turn, uids, column.name)))
        job.succeeded.connect(self._show)

    def _sum(self, turn: int, uids: Sequence[str], column: str) -> int:
        return sum(
            self._sums.total(portion, column)
            for portion in _portions(uids, lambda: turn == self._turn)
        )

    def _show(self, answer: tuple[int, str, int]) -> None:
        turn, _title, total = answer
        if turn == self._turn:
            self._words = f"Tổng {grouped(total)}"
            self.changed.emit()


def _portions(uids: Sequence[str], is_wanted: Callable[[], bool]) -> Iterator[Sequence[str]]:
    for start in range(0, len(uids), _PORTION):
        if is_wanted():
            yield uids[start : start + _PORTION]
