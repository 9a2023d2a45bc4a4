"""When to keep a draft: a moment after the last key, and not too long after the first."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer

LONGEST = 5.0
"""Seconds that who types on and on goes without a draft."""


class Soon(QTimer):
    """Fires once, *pause* milliseconds after the last `touch`."""

    def __init__(self, pause: int, parent: QObject) -> None:
        super().__init__(parent)
        self._since = 0.0
        self.setSingleShot(True)
        self.setInterval(pause)

    def touch(self) -> None:
        """Take note of a key."""
        if not self.isActive():
            self._since = monotonic()
        if not self.isActive() or monotonic() - self._since < LONGEST:
            self.start()
