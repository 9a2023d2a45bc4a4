"""What stands where a list has no rows: one sentence and the first thing to do. Knows no list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone

_ICON = 40


class EmptyState(QWidget):
    """An icon, a sentence and up to one button, in the middle of the place that is empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon_name = "inbox"
        self._run: Callable[[], None] | None = None
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "muted")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._button = QPushButton()
        self._button.hide()
        self._button.clicked.connect(self._press)
        self._lay_out()
        look.changed.connect(self._draw)

    def say(
        self, words: str, button: str = "", run: Callable[[], None] | None = None, icon: str = ""
    ) -> None:
        """Show *words*; with *button*, a button of that verb which does *run*."""
        self._icon_name = icon or "inbox"
        self._words.setText(words)
        self._run = run
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._draw()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        for label in (self._icon, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _draw(self) -> None:
        size = self._look.px(_ICON)
        icon = self._look.icon(self._icon_name, Tone.MUTED, _ICON)
        self._icon.setPixmap(icon.pixmap(size, size))

    def _press(self) -> None:
        if self._run:
            self._run()
