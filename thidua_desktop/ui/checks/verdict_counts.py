"""How many nominations have which verdict, in a row of words with icons. Knows no nomination."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.checks.verdicts import TONES
from thidua_desktop.ui.look import Look, Tone

VERDICT_ICONS: Mapping[str, str] = {
    "eligible": "circle-check",
    "not_eligible": "circle-alert",
    "needs_review": "triangle-alert",
}
"""The icon of each verdict."""


class VerdictCounts(QWidget):
    """One count a verdict; `pressed` tells the verdict, unless all is only to be read."""

    pressed = Signal(str)

    def __init__(self, look: Look, *, is_read_only: bool = True) -> None:
        super().__init__()
        self._look = look
        self._buttons = {str(verdict): QToolButton() for verdict in VERDICTS}
        self._lay_out(is_read_only)
        look.changed.connect(self._draw)
        self._draw()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show *counts* by verdict; those that nobody has are left out."""
        for verdict, words in VERDICTS.items():
            count = counts.get(verdict, 0)
            told = f"{words} {grouped(count)}"
            self._buttons[verdict].setText(told)
            self._buttons[verdict].setToolTip(f"{told}\nBấm để chỉ hiện những đề nghị này")
            self._buttons[verdict].setVisible(bool(count))

    def _lay_out(self, is_read_only: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.SPACE)
        for verdict, words in VERDICTS.items():
            button = self._buttons[verdict]
            button.setText(words)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(
                Qt.FocusPolicy.NoFocus if is_read_only else Qt.FocusPolicy.StrongFocus
            )
            if is_read_only:
                button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            button.clicked.connect(lambda _checked=False, v=verdict: self.pressed.emit(v))
            row.addWidget(button)
        row.addStretch()

    def _draw(self) -> None:
        for verdict, button in self._buttons.items():
            button.setIcon(self._look.icon(VERDICT_ICONS[verdict], Tone(TONES[verdict])))
