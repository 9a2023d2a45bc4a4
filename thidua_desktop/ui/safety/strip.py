"""A strip above the records that says what holds for all of them now. Knows no file."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.notice_page import Way

_ICON = 16


class Strip(QFrame):
    """An icon, a sentence that may take two lines, and the ways on from here."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._look = look
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._ways = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.GAP, sizes.TIGHT)
        row.setSpacing(sizes.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addLayout(self._ways)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def say(self, words: str, ways: Sequence[Way]) -> None:
        """Show *words* and a button for each of *ways*."""
        self._words.setText(words)
        while (item := self._ways.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for way in ways:
            button = QPushButton(way.words)
            button.clicked.connect(lambda _checked=False, run=way.run: run())
            self._ways.addWidget(button)
        self.show()

    def _dress(self) -> None:
        look, t = self._look, self._look.tokens
        size = look.px(_ICON)
        self._icon.setPixmap(look.icon("lock", Tone.AMBER, _ICON).pixmap(size, size))
        self.setStyleSheet(
            f"QFrame#strip {{ background: {t.raised}; border: none;"
            f" border-left: {look.px(4)}px solid {t.amber}; border-bottom: 1px solid {t.border}; }}"
        )
