"""Pages of a PDF one below the other, drawn when they are seen. Knows no zoom and no choice."""

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.printing.pdf_pages import Pdf, PdfPages

_KEPT = 4  # Pages above and below those seen whose pictures are kept.


class PageArea(QAbstractScrollArea):
    """Lays pages out in a column; a subclass says how large they are and what stands on them.

    Pictures of an older PDF stay until those of the newer one come, so that nothing flickers.
    """

    gap = 8
    """Pixels between pages, at scale 1."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages = PdfPages(Pdf(), self)
        self._pages.drawn.connect(self._take)
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._tops: list[int] = []
        self._extents: list[tuple[int, int]] = []
        self._room = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        look.changed.connect(self._lay)

    @property
    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages.sizes)

    def show_pages(self, pages: PdfPages) -> None:
        """Show *pages*; the place on the screen stays."""
        self._pages.drawn.disconnect(self._take)
        self._pages = pages
        self._fresh.clear()
        pages.drawn.connect(self._take)
        self._lay()

    def forget(self) -> None:
        """Let go of the pictures of pages shown before."""
        self._images.clear()
        self._fresh.clear()

    def scale_of(self, size: QSizeF) -> float:
        """Return how many pixels a point of a page of *size* points has."""
        raise NotImplementedError

    def decorate(self, painter: QPainter, page: int, place: QRect) -> None:
        """Draw what stands on or around *page*, whose picture fills *place*."""

    def page_rect(self, page: int) -> QRect:
        """Return where *page* lies on the viewport now."""
        width, height = self._extents[page]
        left = (self._room - width) // 2 - self.horizontalScrollBar().value()
        return QRect(left, self._tops[page] - self.verticalScrollBar().value(), width, height)

    def page_at(self, y: int) -> int:
        """Return the page at *y* of the viewport, or the one above it; -1 without pages."""
        at = y + self.verticalScrollBar().value()
        return max(bisect_right(self._tops, at) - 1, 0) if self._tops else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(self._look.tokens.hover))
        seen = list(self._seen())
        for page in seen:
            place = self.page_rect(page)
            if place.intersects(event.rect()):
                self._paint_page(painter, page, place)
        self._forget(seen)
        painter.end()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._lay()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        wanted = place.size() * self.devicePixelRatioF()
        image = self._images.get(page)
        painter.fillRect(place, Qt.GlobalColor.white)
        if image is not None:
            painter.drawImage(place, image)
        if page not in self._fresh or image is None or image.size() != wanted:
            self._pages.ask(page, wanted)
        painter.setPen(QColor(self._look.tokens.border))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        self.decorate(painter, page, place)

    def _take(self, page: int, image: QImage) -> None:
        """Take the picture of a page, unless another area of another size asked for it."""
        if page < len(self._tops):
            wanted: QSize = QSize(*self._extents[page]) * self.devicePixelRatioF()
            if image.size() == wanted:
                self._images[page] = image
                self._fresh.add(page)
                self.viewport().update(self.page_rect(page).adjusted(-2, -2, 2, 2))

    def _seen(self) -> Iterator[int]:
        height = self.viewport().height()
        for page in range(max(self.page_at(0), 0), len(self._tops)):
            if self.page_rect(page).top() > height:
                return
            yield page

    def _forget(self, seen: list[int]) -> None:
        """Let go of pictures of pages far away, so that a long register fits into memory."""
        if seen:
            near = range(seen[0] - _KEPT, seen[-1] + _KEPT + 1)
            self._images = {page: image for page, image in self._images.items() if page in near}
            self._fresh &= set(near)

    def _lay(self) -> None:
        """Lay the pages out anew for the present size; the place on the screen stays."""
        page, part = self._place()
        gap, below = self._look.px(self.gap), self._below()
        self._extents = self._sized()
        width = max((each for each, _height in self._extents), default=0) + 2 * gap
        self._room = max(width, self.viewport().width())
        self._tops, top = [], gap
        for _width, height in self._extents:
            self._tops.append(top)
            top += height + gap + below
        self._set_bars(width, top)
        if page < len(self._tops):
            down = self._tops[page] - gap + part * self._extents[page][1]
            self.verticalScrollBar().setValue(round(down))
        self.viewport().update()

    def _sized(self) -> list[tuple[int, int]]:
        """Return width and height of each page in pixels; most pages are of one size."""
        known: dict[tuple[float, float], tuple[int, int]] = {}
        found = []
        for size in self._pages.sizes:
            key = (size.width(), size.height())
            if key not in known:
                scale = self.scale_of(size)
                known[key] = (round(key[0] * scale), round(key[1] * scale))
            found.append(known[key])
        return found

    def _below(self) -> int:
        """Return how many pixels below each page are left for words."""
        return 0

    def _place(self) -> tuple[int, float]:
        """Return the page at the top, and which part of it is above what is seen."""
        if (page := self.page_at(0)) < 0:
            return 0, 0.0
        place = self.page_rect(page)
        return page, (self._look.px(self.gap) - place.top()) / max(place.height(), 1)

    def _set_bars(self, width: int, height: int) -> None:
        down, across, port = self.verticalScrollBar(), self.horizontalScrollBar(), self.viewport()
        down.setRange(0, max(height - port.height(), 0))
        down.setPageStep(port.height())
        down.setSingleStep(self._look.px(40))
        across.setRange(0, max(width - port.width(), 0))
        across.setPageStep(port.width())
        across.setSingleStep(self._look.px(40))
