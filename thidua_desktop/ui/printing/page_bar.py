"""The row above pages: on or back, which page of how many, how large. Knows no paper."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.printing.pages_view import PERCENTS, PagesView, Zoom

_ZOOMS: dict[Zoom, str] = {
    "wide": "Vừa ngang",
    "whole": "Cả trang",
    **{percent: f"{percent} %" for percent in PERCENTS},
}
_ZOOM_LETTERS = 9  # Of the longest name.


class PageBar(QWidget):
    """Turns the pages of *view* and sets their size; `tools` takes what else stands there."""

    def __init__(self, view: PagesView, look: Look) -> None:
        super().__init__()
        self._view = view
        self._look = look
        self._page = QLabel()
        self._zoom = QComboBox()
        self._up, self._down = QToolButton(), QToolButton()
        self.tools = QHBoxLayout(self)
        self._lay_out()
        self._up.clicked.connect(lambda: view.go_to(view.page - 1))
        self._down.clicked.connect(lambda: view.go_to(view.page + 1))
        self._zoom.activated.connect(lambda _row: view.set_zoom(self._zoom.currentData()))
        view.zoomed.connect(self.show_zoom)
        view.page_changed.connect(self.say_page)
        look.changed.connect(self._dress)
        self._dress()
        self.say_page()

    def show_zoom(self, zoom: Zoom) -> None:
        """Say the size pages have."""
        self._zoom.setCurrentIndex(self._zoom.findData(zoom))

    def say(self, words: str) -> None:
        """Say instead of the page why pages are not those of the text as it stands."""
        self._page.setText(words)
        self._page.setToolTip(words)

    def say_page(self) -> None:
        """Say which page is in view."""
        count, page = self._view.page_count, self._view.page
        self._page.setText(f"{page + 1}/{count}" if count else "")
        self._page.setToolTip(f"Đang xem trang {page + 1} trong {count} trang" if count else "")
        self._up.setEnabled(page > 0)
        self._down.setEnabled(page + 1 < count)

    def _lay_out(self) -> None:
        for zoom, words in _ZOOMS.items():
            self._zoom.addItem(words, zoom)
        self._zoom.setAccessibleName("Cỡ trang")
        self._zoom.setToolTip("Cỡ trang trên màn hình (Ctrl và lăn chuột)")
        self._zoom.setMinimumContentsLength(_ZOOM_LETTERS)
        self._zoom.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._page.setProperty("tone", "muted")
        for button, words in ((self._up, "Trang trước"), (self._down, "Trang sau")):
            button.setAutoRaise(True)
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.tools.setContentsMargins(sizes.SPACE, sizes.TIGHT, sizes.SPACE, sizes.TIGHT)
        self.tools.setSpacing(sizes.TIGHT)
        for widget in (self._up, self._down, self._page):
            self.tools.addWidget(widget)
        self.tools.addStretch()
        self.tools.addWidget(self._zoom)

    def _dress(self) -> None:
        look = self._look
        self._up.setIcon(look.icon("chevron-up"))
        self._down.setIcon(look.icon("chevron-down"))
        for button in (self._up, self._down):
            button.setIconSize(QSize(look.px(16), look.px(16)))
