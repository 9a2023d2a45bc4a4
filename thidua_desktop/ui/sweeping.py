"""Objects that hold each other are swept out in quiet moments, never in the midst of work.

Python would do it wherever the count of objects runs over: on a worker that reads a register it
goes through all of them with Python's lock held, and the window stands still meanwhile. What no
other object holds in a circle is let go at once in any case.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAUSE = 3_000  # Milliseconds between two looks.
_FEW = 20_000  # New objects below which a sweep is not worth it.
_LONG = 150_000  # New objects that take longer to go through than a window may stand still.
_TOO_MANY = 5_000_000  # New objects that are swept out whatever is at work: half a gigabyte.


class Sweeper(QObject):
    """Sweeps on the window's thread; from its making on, nothing else does.

    What is there when `begin` is called stays to the end, and is not gone through any more. Nor is
    what a very large piece of work left behind, such as a long list that is looked at: nearly all
    of it is let go without a sweep.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_quiet: Callable[[], bool] = lambda: False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        gc.disable()

    def begin(self, is_quiet: Callable[[], bool]) -> None:
        """Sweep from now on whenever *is_quiet* says that nothing is at work."""
        self._is_quiet = is_quiet
        gc.freeze()
        self._timer.start(_PAUSE)

    def end(self) -> None:
        """Leave sweeping to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        count = gc.get_count()[0]
        if count > _TOO_MANY or (_LONG >= count > _FEW and self._is_quiet()):
            gc.collect()
        elif count > _LONG and self._is_quiet():
            gc.freeze()
