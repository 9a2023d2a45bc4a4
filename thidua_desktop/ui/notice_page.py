"""A page of words instead of records: no file yet, or one that cannot open. Knows no file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone

_ICON, _WIDTH = 40, 560


@dataclass(frozen=True, slots=True)
class Way:
    """One button of the page: its verb and what it does."""

    words: str
    run: Callable[[], None]


class NoticePage(QWidget):
    """An icon, a sentence, what is safe and what to do, and the ways on from here."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._drawn = ("info", Tone.MUTED)
        self._icon = QLabel()
        self._what = QLabel()
        self._what.setFont(look.font(sizes.TITLE_POINTS))
        self._more = QLabel()
        self._ways = QHBoxLayout()
        self._lay_out()
        look.changed.connect(self._draw)

    @property
    def is_trouble(self) -> bool:
        """Say whether it stands on the screen and tells what could not be done."""
        return self.isVisible() and self._drawn[1] in (Tone.RED, Tone.AMBER)

    def say(
        self, icon: str, tone: Tone, what: str, more: Sequence[str], ways: Sequence[Way]
    ) -> None:
        """Show *what* large, *more* below it a line each, and a button for each of *ways*."""
        self._drawn = (icon, tone)
        self._what.setText(what)
        self._more.setText("\n".join(filter(None, more)))
        self._more.setVisible(any(more))
        while (item := self._ways.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for way in ways:
            self._ways.addWidget(self._button(way, is_main=way is ways[0]))
        self._ways.addStretch()
        self._draw()

    def _button(self, way: Way, *, is_main: bool) -> QPushButton:
        button = QPushButton(way.words)
        button.setProperty("main", is_main)
        button.clicked.connect(lambda _checked=False: way.run())
        return button

    def _lay_out(self) -> None:
        place = QWidget()
        place.setFixedWidth(self._look.px(_WIDTH))
        inner = QVBoxLayout(place)
        inner.setSpacing(sizes.GAP)
        for label in (self._icon, self._what, self._more):
            inner.addWidget(label)
        inner.addLayout(self._ways)
        for label in (self._what, self._more):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(place)
        middle.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)

    def _draw(self) -> None:
        name, tone = self._drawn
        size = self._look.px(_ICON)
        self._icon.setPixmap(self._look.icon(name, tone, _ICON).pixmap(size, size))
        self._what.setFont(self._look.font(sizes.TITLE_POINTS))
