"""A label as wide as its words that gives way to what stands beside it. Knows no bar."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

_AIR = 1  # Letters are measured in whole pixels, and cut off by the parts of one too.


class Shrinking(QLabel):
    """Words that give way: they end in an ellipsis where what stands beside them needs the room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show *words*; nothing is seen of the label when there are none."""
        self._words = words
        self.setAccessibleName(words)
        self.setText(words)
        self.setVisible(bool(words))
        self._fit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self._width(self._words) + _AIR, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._words:
            return
        from PySide6.QtCore import Qt  # Not before the first paint: its enumerations are many.

        room = self.width() - self._width("")
        end = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._words, end, max(0, room)))

    def _width(self, words: str) -> int:
        """Return how wide the label is with *words* in it."""
        letters = self.fontMetrics()
        around = super().sizeHint().width() - letters.horizontalAdvance(self.text())
        return around + letters.horizontalAdvance(words)
