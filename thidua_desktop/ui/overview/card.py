"""A card: a title and lines of words and numbers. Knows no service."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone

_ICON = 14


class Card(QFrame):
    """A quiet frame with a bold title; what is in it is written anew each time."""

    def __init__(self, title: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self._look = look
        self._title = QLabel(title)
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(sizes.GROUP, sizes.GAP, sizes.GROUP, sizes.GROUP)
        self._column.setSpacing(sizes.SPACE)
        self._column.addWidget(self._title)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """Return all words of the card, line by line."""
        labels = self.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.text())

    def show_title(self, title: str) -> None:
        """Call the card *title*."""
        self._title.setText(title)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show a small table: the first column words, the others numbers under *heads*."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(sizes.WIDE)
        grid.setVerticalSpacing(sizes.SPACE)
        grid.setColumnStretch(0, 1)
        for column, head in enumerate(heads):
            grid.addWidget(_label(head, "muted", is_right=column > 0), 0, column)
        for number, row in enumerate(rows, start=1):
            for column, words in enumerate(row):
                grid.addWidget(_label(words, "", is_right=column > 0), number, column)
        self._put(body)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show *lines*: what in short, the words beside it, and the tone of the first."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(sizes.GAP)
        grid.setVerticalSpacing(sizes.SPACE)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (short, words, tone) in enumerate(lines):
            if icon := _ICONS.get(tone):
                sign = QLabel()
                pixels = self._look.px(_ICON)
                sign.setPixmap(self._look.icon(icon[0], icon[1], _ICON).pixmap(pixels, pixels))
                grid.addWidget(sign, row, 0, top)
            grid.addWidget(_label(short, tone), row, 1, top)
            label = _label(words, "")
            label.setWordWrap(True)
            grid.addWidget(label, row, 2, top)
        self._put(body)

    def show_words(self, words: str) -> None:
        """Show one sentence."""
        label = _label(words, "muted")
        label.setWordWrap(True)
        self._put(label)

    def _put(self, body: QWidget) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)

    def _dress(self) -> None:
        tokens = self._look.tokens
        self._title.setFont(self._look.font(bold=True))
        self.setStyleSheet(
            f"QFrame#card {{ background: {tokens.base}; border: 1px solid {tokens.line};"
            " border-radius: 4px; }"
        )


_ICONS = {
    "red": ("circle-alert", Tone.RED),
    "amber": ("triangle-alert", Tone.AMBER),
    "green": ("circle-check", Tone.GREEN),
}


def _label(words: str, tone: str, *, is_right: bool = False) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if tone:
        label.setProperty("tone", tone)
    if is_right:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
