"""Pages of a PDF one below the other, drawn when they are seen. Knows no zoom and no choice."""

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.printing.pdf_pages import PdfPages

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
        self._pages = PdfPages(b"", self)
        self._pages.drawn.connect(self._take)
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._rects: list[QRect] = []
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
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._rects[page].translated(-left, -top)

    def page_at(self, y: int) -> int:
        """Return the page at *y* of the viewport, or the one above it; -1 without pages."""
        tops = [rect.top() for rect in self._rects]
        return max(bisect_right(tops, y + self.verticalScrollBar().value()) - 1, 0) if tops else -1

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
        if page < len(self._rects):
            wanted: QSize = self._rects[page].size() * self.devicePixelRatioF()
            if image.size() == wanted:
                self._images[page] = image
                self._fresh.add(page)
                self.viewport().update(self.page_rect(page).adjusted(-2, -2, 2, 2))

    def _seen(self) -> Iterator[int]:
        height = self.viewport().height()
        for page in range(max(self.page_at(0), 0), len(self._rects)):
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
        gap = self._look.px(self.gap)
        kinds = {(each.width(), each.height()): each for each in self._pages.sizes}
        scaled = {key: (each * self.scale_of(each)).toSize() for key, each in kinds.items()}
        sizes = [scaled[each.width(), each.height()] for each in self._pages.sizes]
        width = max((size.width() for size in sizes), default=0) + 2 * gap
        room, top = max(width, self.viewport().width()), gap
        self._rects = []
        for size in sizes:
            self._rects.append(QRect((room - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + gap + self._below()
        self._set_bars(width, top)
        if page < len(self._rects):
            rect = self._rects[page]
            self.verticalScrollBar().setValue(round(rect.top() - gap + part * rect.height()))
        self.viewport().update()

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
