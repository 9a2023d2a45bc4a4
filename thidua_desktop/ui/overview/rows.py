"""A line and a bar of a card: each is a button that leads to what it counts. Knows no card."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.overview.entries import Bar, Leads, Line
from thidua_desktop.ui.page import Sought

_ICON = 14
_BAR = 9  # Height of a bar in pixels at scale 1.
_LEAST = 3  # Width of the shortest bar: one award is seen too.
_ICONS = {
    "red": ("circle-alert", Tone.RED),
    "amber": ("triangle-alert", Tone.AMBER),
    "green": ("circle-check", Tone.GREEN),
    "muted": ("circle-dot", Tone.MUTED),
}


class Row(QPushButton):
    """A flat button with widgets in it; as high as their words need."""

    def __init__(self, words: str, leads: Leads) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if leads is None:
            self.setEnabled(False)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if isinstance(leads, Sought):
            self.setAccessibleDescription(f"Mở trong thẻ {leads.tab}")

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class LineRow(Row):
    """A state in short, the words beside it, and a number or date at the right."""

    def __init__(self, line: Line, look: Look) -> None:
        said = ", ".join(filter(None, (line.short, line.words, line.number)))
        super().__init__(said, line.leads)
        self.setToolTip(line.tip)
        self._short = _label(line.short, line.tone)
        words, number = _label(line.words), _label(line.number)
        words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.GAP, sizes.TIGHT)
        row.setSpacing(sizes.SPACE)
        if line.tone:
            row.addWidget(_sign(line.tone, look), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._short, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        if line.verb:
            verb = _label(line.verb)
            verb.setObjectName("verb")
            row.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
            self.setAccessibleDescription(line.verb)

    @property
    def short_width(self) -> int:
        """Return the pixels that the state in short needs."""
        return self._short.sizeHint().width() if self._short.text() else 0

    def set_short_width(self, pixels: int) -> None:
        """Give the state in short so much room; none at all when nothing is there to say."""
        self._short.setVisible(pixels > 0)
        self._short.setFixedWidth(pixels)


class BarRow(Row):
    """The words of a bar with their number, and the bar itself below them."""

    def __init__(self, bar: Bar, look: Look) -> None:
        super().__init__(f"{bar.words}, {bar.number}", bar.leads)
        words, number = _label(bar.words), _label(bar.number)
        words.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(sizes.SPACE)
        head.addWidget(words, 1)
        head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.GAP, sizes.TIGHT)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(Stroke(bar.share, look))


class Stroke(QWidget):
    """The bar: flat, hatched so that it stands out in black and white too."""

    def __init__(self, share: float, look: Look) -> None:
        super().__init__()
        self._share = share
        self._look = look
        self.setFixedHeight(look.px(_BAR))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        accent = self._look.colour(Tone.ACCENT)
        width = max(_LEAST, round((self.width() - 1) * self._share))
        place = QRectF(0.5, 0.5, width, self.height() - 1)
        painter = QPainter(self)
        painter.setPen(accent)
        painter.setBrush(QColor(self._look.tokens.chosen))
        painter.drawRect(place)
        painter.setBrush(QBrush(accent, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(place)
        painter.end()


def rows_style(look: Look) -> str:
    """Return the rule for rows: quiet until the pointer or the focus comes."""
    tokens = look.tokens
    return (
        "QPushButton#row { background: transparent; border: 1px solid transparent;"
        " border-radius: 3px; padding: 0; }"
        f"QPushButton#row:hover {{ background: {tokens.hover}; }}"
        f"QPushButton#row:pressed {{ background: {tokens.chosen}; }}"
        f"QPushButton#row:focus {{ border-color: {tokens.accent}; }}"
        f"QLabel#verb {{ color: {tokens.accent}; }}"
    )


def _sign(tone: str, look: Look) -> QLabel:
    name, colour = _ICONS[tone]
    sign = _label("")
    pixels = look.px(_ICON)
    sign.setPixmap(look.icon(name, colour, _ICON).pixmap(pixels, pixels))
    sign.setContentsMargins(0, 1, 0, 0)
    return sign


def _label(words: str, tone: str = "") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    if tone:
        label.setProperty("tone", tone)
    return label
