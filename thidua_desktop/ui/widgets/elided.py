"""Words that end in an ellipsis where they have no room; their tip has all of them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLine(QLabel):
    """Takes the room it is given, however little; `say` shows other words."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show *words*."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        end = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._words, end, self.width()))


class ElidedLines(QLabel):
    """Wraps its words, over *lines* lines at most."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self._words = ""
        self.setWordWrap(True)

    @property
    def words(self) -> str:
        """Return all that is said, seen or not."""
        return self._words

    def say(self, words: str) -> None:
        """Show *words*."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        seen = self._shortened(self.contentsRect().width())
        self.setToolTip("" if seen == self._words else self._words)
        if seen != self.text():
            self.setText(seen)

    def _shortened(self, width: int) -> str:
        """Return as much of the words as has room in lines of *width* pixels."""
        layout = QTextLayout(self._words, self.font())
        layout.beginLayout()
        start = end = 0
        for _line in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            start, end = line.textStart(), line.textStart() + line.textLength()
        layout.endLayout()
        if end >= len(self._words):
            return self._words
        rest = self.fontMetrics().elidedText(
            self._words[start:], Qt.TextElideMode.ElideRight, width
        )
        return self._words[:start] + rest
