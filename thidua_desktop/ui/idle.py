"""Work done ahead piece by piece, while nothing else is on. Knows no piece."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

_PAUSE = 300  # Milliseconds before each piece, in which whatever the officer does comes first.


class Idle(QObject):
    """Does pieces on the window's thread, one at a time, each only when *is_free* says so."""

    def __init__(self, is_free: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_free = is_free
        self._pieces: Iterator[Callable[[], None]] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_over(self) -> bool:
        """Say whether no piece is left."""
        return not self._timer.isActive()

    def begin(self, pieces: Iterable[Callable[[], None]]) -> None:
        """Do *pieces* in their order instead of those that are left of earlier ones."""
        self._pieces = iter(pieces)
        self._timer.start(_PAUSE)

    def end(self) -> None:
        """Do no further piece."""
        self._timer.stop()

    def _go_on(self) -> None:
        if not self._is_free():
            return
        piece = next(self._pieces, None)
        if piece is None:
            self.end()
        else:
            piece()
