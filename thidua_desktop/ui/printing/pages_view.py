"""The pages of a PDF to read: zoom, the page in view, a place marked. Knows no paper."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QWheelEvent

from thidua_desktop.domain.blocks import Spot
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.printing.page_area import PageArea
from thidua_desktop.ui.printing.pdf_pages import PdfPages

Zoom = Literal["wide", "whole"] | int
"""As wide as the view, the whole page in it, or percent of the paper's own size."""

PERCENTS = (50, 75, 100, 125, 150, 200)


class PagesView(PageArea):
    """Shows pages in the size one wants; `page_changed` tells the page in view, from 0."""

    page_changed = Signal(int)
    zoomed = Signal(object)
    """The zoom was changed here, by Ctrl and the wheel or a key."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._zoom: Zoom = "wide"
        self._page = -1
        self._spots: Sequence[Spot] = ()
        self._widest = 1.0
        self.setAccessibleName("Các trang của văn bản")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_pages(self, pages: PdfPages) -> None:
        """Show *pages*; the place on the screen stays."""
        self._widest = max((size.width() for size in pages.sizes), default=1.0)
        super().show_pages(pages)

    @property
    def page(self) -> int:
        """Return the number of the page in view, from 0; -1 without pages."""
        return self.page_at(self.viewport().height() // 3)

    @property
    def zoom(self) -> Zoom:
        """Return how large pages are."""
        return self._zoom

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages in another size; the place on the screen stays."""
        self._zoom = zoom
        self._lay()

    def go_to(self, page: int) -> None:
        """Show the top of *page*, as near as there is one."""
        if self._tops:
            top = self._tops[min(max(page, 0), len(self._tops) - 1)]
            self.verticalScrollBar().setValue(top - self._look.px(self.gap))

    def follow(self, spots: Sequence[Spot], line: Spot) -> None:
        """Mark *spots*, and go to *line* unless all of it is seen already."""
        known = tuple(spot for spot in spots if spot.page < len(self._tops))
        if known != self._spots:
            self._spots = known
            self.viewport().update()
        if line.page < len(self._tops) and not self._is_seen(line):
            height = self.viewport().height()
            top = self._spot_rect(line).top() + self.verticalScrollBar().value()
            self.verticalScrollBar().setValue(top - height // 4)

    def leave(self) -> None:
        """Mark nothing any more."""
        self._spots = ()
        self.viewport().update()

    def scale_of(self, size: QSizeF) -> float:
        """Return pixels for each point of a page."""
        port, around = self.viewport().size(), 2 * self._look.px(self.gap)
        if isinstance(self._zoom, int):
            return self.logicalDpiX() / 72 * self._zoom / 100
        wide = self._widest
        scale = max(port.width() - around, 60) / wide
        if self._zoom == "whole":
            scale = min(scale, max(port.height() - around, 60) / size.height())
        return scale

    def decorate(self, painter: QPainter, page: int, place: QRect) -> None:
        """Mark the spots of *page* by a bar in its margin."""
        for spot in self._spots:
            if spot.page == page:
                bar = self._spot_rect(spot)
                bar.setWidth(self._look.px(3))
                bar.moveLeft(place.left() + place.width() // 16)
                painter.fillRect(bar, QColor(self._look.tokens.accent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if is_control:
                self._step_zoom(1)
            case Qt.Key.Key_Minus if is_control:
                self._step_zoom(-1)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _step_zoom(self, by: int) -> None:
        present = self._percent()
        larger = [percent for percent in PERCENTS if percent > present + 1]
        smaller = [percent for percent in PERCENTS if percent < present - 1]
        steps = larger[:1] if by > 0 else smaller[-1:]
        if steps:
            self.set_zoom(steps[0])
            self.zoomed.emit(self._zoom)

    def _percent(self) -> float:
        """Return how large the page in view is now, in percent of the paper."""
        if self.page < 0:
            return 100.0
        return self.scale_of(self._pages.sizes[self.page]) * 7200 / self.logicalDpiX()

    def _spot_rect(self, spot: Spot) -> QRect:
        place = self.page_rect(spot.page)
        scale = place.height() / self._pages.sizes[spot.page].height()
        top = place.top() + round(spot.top * scale)
        return QRect(place.left(), top, place.width(), max(round(spot.height * scale), 2))

    def _is_seen(self, spot: Spot) -> bool:
        rect = self._spot_rect(spot)
        return rect.top() >= 0 and rect.bottom() <= self.viewport().height()

    def _lay(self) -> None:
        super()._lay()
        self._tell_page()

    def _tell_page(self) -> None:
        if self.page != self._page:
            self._page = self.page
            self.page_changed.emit(self._page)
