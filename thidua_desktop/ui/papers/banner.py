"""A slim band above a paper's text that says what matters about it now. Knows no paper."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone


class Banner(QFrame):
    """One sentence with a command; hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._run: Callable[[], None] = self.hide
        self._drop: Callable[[], None] = self.hide
        self._icon_name, self._tone = "info", Tone.ACCENT
        self._icon, self._words = QLabel(), QLabel()
        self._button, self._close = QPushButton(), QToolButton()
        self._button.hide()
        self._lay_out()
        self._button.clicked.connect(self.press)
        self._close.clicked.connect(self._be_closed)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """Return the sentence shown, or ""."""
        return "" if self.isHidden() else self._words.text()

    def say(
        self,
        words: str,
        button: str,
        run: Callable[[], None],
        icon: str,
        drop: Callable[[], None] | None = None,
    ) -> None:
        """Show *words*; *button* runs *run*, left out when empty. With *drop* it can be closed."""
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._run, self._drop = run, drop or self.hide
        self._close.setVisible(drop is not None)
        self._icon_name = icon
        self._tone = Tone.AMBER if icon == "triangle-alert" else Tone.ACCENT
        self._dress()
        self.show()

    def press(self) -> None:
        """Run what the button runs."""
        self._run()

    def _be_closed(self) -> None:
        self.hide()
        self._drop()

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self._button.setAutoDefault(False)
        self._close.setAutoRaise(True)
        self._close.setAccessibleName("Đóng dòng nhắc")
        self._close.setToolTip("Đóng dòng nhắc này")
        self.setObjectName("banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.SPACE, sizes.TIGHT)
        row.setSpacing(sizes.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)

    def _dress(self) -> None:
        look, tokens = self._look, self._look.tokens
        side = look.px(16)
        self._icon.setPixmap(look.icon(self._icon_name, self._tone, 16).pixmap(side, side))
        self._close.setIcon(look.icon("x", Tone.MUTED, 14))
        self._close.setIconSize(QSize(look.px(14), look.px(14)))
        self.setStyleSheet(
            f"#banner {{ background: {tokens.raised}; border-top: 1px solid {tokens.line};"
            f" border-bottom: 1px solid {tokens.line}; }}"
        )
