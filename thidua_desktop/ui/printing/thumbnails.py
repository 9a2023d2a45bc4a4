"""The pages of a PDF as small pictures to go to. Knows no printer."""

from collections.abc import Collection

from PySide6.QtCore import QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter

from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.printing.page_area import PageArea

_WIDTH = 96
_LYING = 116
_VEIL = 150  # Of 255: how much of a page that is not printed is covered.


class Thumbnails(PageArea):
    """Small pages with their numbers; `chosen` tells the one clicked or gone to by keys, from 0.

    Pages that are not to be printed are pale.
    """

    chosen = Signal(int)
    gap = 12

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._current = 0
        self._printed: Collection[int] | None = None
        self.setAccessibleName("Các trang thu nhỏ")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFixedWidth(look.px(_LYING + 2 * self.gap) + self.verticalScrollBar().width() // 4)

    def stand_on(self, page: int) -> None:
        """Mark *page* as the one in view, and show it."""
        self._current = page
        if 0 <= page < len(self._tops):
            top, gap = self._tops[page], self._look.px(self.gap)
            bar, height = self.verticalScrollBar(), self.viewport().height()
            bottom = top + self._extents[page][1] + self._below() + gap
            bar.setValue(min(max(bar.value(), bottom - height), top - gap))
        self.viewport().update()

    def show_printed(self, pages: Collection[int] | None) -> None:
        """Let only *pages* stand out as printed; all when None."""
        self._printed = pages
        self.viewport().update()

    def scale_of(self, size: QSizeF) -> float:
        """Return pixels for each point; lying pages are a little wider than upright ones."""
        width = _LYING if size.width() > size.height() else _WIDTH
        return self._look.px(width) / size.width()

    def decorate(self, painter: QPainter, page: int, place: QRect) -> None:
        """Write the number below the page; frame the one in view, veil what is not printed."""
        tokens = self._look.tokens
        is_printed = self._printed is None or page in self._printed
        if not is_printed:
            veil = QColor(tokens.window)
            veil.setAlpha(_VEIL)
            painter.fillRect(place, veil)
        if page == self._current:
            painter.setPen(QColor(tokens.accent))
            for out in (1, 2, 3):
                painter.drawRect(place.adjusted(-out, -out, out - 1, out - 1))
        below = QRect(place.left(), place.bottom() + 4, place.width(), self._below())
        painter.setPen(self._look.colour(Tone.TEXT if is_printed else Tone.MUTED))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, str(page + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (page := self.page_at(round(event.position().y()))) >= 0:
            self.chosen.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Home: -self.page_count,
            Qt.Key.Key_End: self.page_count,
        }
        if by := steps.get(Qt.Key(event.key()), 0):
            self.chosen.emit(min(max(self._current + by, 0), self.page_count - 1))
        else:
            super().keyPressEvent(event)

    def _below(self) -> int:
        return QFontMetrics(self._look.font()).height() + 4
