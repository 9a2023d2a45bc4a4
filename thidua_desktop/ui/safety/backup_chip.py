"""A small amber button in the status line: the last backup is old or failed, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from thidua_desktop.ui.look import Look, Tone

_ICON = 14


class BackupChip(QToolButton):
    """Says in a few words what is wrong; its menu offers *ways* out of it."""

    def __init__(self, ways: Sequence[QAction], look: Look) -> None:
        super().__init__()
        self._look = look
        menu = QMenu(self)
        menu.addActions(list(ways))
        self.setMenu(menu)
        self.setPopupMode(self.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._dress)
        self._dress()

    def say(self, words: str, why: str) -> None:
        """Show *words*; *why* explains them in the tip."""
        self.setText(f"{words} ▾")
        self.setAccessibleName(words)
        self.setToolTip(f"{why}\nBấm để sao lưu ngay hoặc chọn nơi sao lưu khác.")
        self.show()

    def _dress(self) -> None:
        look, amber = self._look, self._look.colour(Tone.AMBER).name()
        self.setIcon(look.icon("triangle-alert", Tone.AMBER, _ICON))
        self.setIconSize(QSize(look.px(_ICON), look.px(_ICON)))
        self.setStyleSheet(
            f"QToolButton {{ color: {amber}; border: 1px solid {amber}; border-radius: 3px;"
            f" padding: 0 {look.px(6)}px; margin: 1px {look.px(6)}px; }}"
            f"QToolButton:hover, QToolButton:focus {{ background: {look.tokens.hover}; }}"
            "QToolButton::menu-indicator { image: none; }"
        )
