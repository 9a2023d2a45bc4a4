"""The paper as it will be printed: the pages of one PDF, with their size. Knows no service."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look

_ZOOMS = (50, 75, 100, 125, 150, 200)
_WIDE, _WHOLE = "Vừa ngang", "Cả trang"


class Preview(QWidget):
    """Shows a PDF given as bytes; a newer one takes its place where one was looking."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._held: list[tuple[QPdfDocument, QBuffer]] = []
        self._view = QPdfView(self)
        self._page = QLabel()
        self._zoom = QComboBox()
        self._up, self._down = QToolButton(), QToolButton()
        self.tools = QHBoxLayout()
        self._lay_out()
        self._listen()
        self._dress()

    @property
    def page_count(self) -> int:
        """Return how many pages are shown."""
        return self._held[-1][0].pageCount() if self._held else 0

    @property
    def page(self) -> int:
        """Return the number of the page in view, from 0."""
        return self._view.pageNavigator().currentPage()

    def show_pdf(self, content: bytes) -> None:
        """Show the PDF in *content*; the place on screen stays."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(self)
        document.load(buffer)
        place = self._view.verticalScrollBar().value() if self._held else 0
        self._view.setDocument(document)
        self._held.append((document, buffer))
        self._drop_older()
        self._view.verticalScrollBar().setValue(place)
        self._say_page()

    def clear(self) -> None:
        """Show no pages."""
        empty = QPdfDocument(self)
        self._view.setDocument(empty)
        self._held.append((empty, QBuffer(self)))
        self._drop_older()
        self._say_page()

    def say(self, words: str) -> None:
        """Say beside the pages why they are not those of the text as it stands."""
        self._page.setText(words)
        self._page.setToolTip(words or "Trang đang xem")

    def turn(self, by: int) -> None:
        """Go on or back by *by* pages."""
        page = min(max(self.page + by, 0), max(self.page_count - 1, 0))
        self._view.pageNavigator().jump(page, QPoint(), 0)

    def _drop_older(self) -> None:
        """Let go of documents no longer shown, once the view has let go of them too."""
        older, self._held = self._held[:-1], self._held[-1:]
        for document, buffer in older:
            QTimer.singleShot(0, document, document.deleteLater)
            QTimer.singleShot(0, buffer, buffer.deleteLater)

    def _choose_zoom(self) -> None:
        words = self._zoom.currentText()
        if words == _WIDE:
            self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        elif words == _WHOLE:
            self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        else:
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
            self._view.setZoomFactor(int(words.removesuffix(" %")) / 100)

    def _say_page(self) -> None:
        count = self.page_count
        self.say(f"{self.page + 1}/{count}" if count else "")
        self._up.setEnabled(self.page > 0)
        self._down.setEnabled(self.page + 1 < count)

    def _lay_out(self) -> None:
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName("Bản xem trước")
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._zoom.addItems([_WIDE, _WHOLE, *(f"{zoom} %" for zoom in _ZOOMS)])
        self._zoom.setAccessibleName("Cỡ trang")
        self._zoom.setToolTip("Cỡ trang trên màn hình")
        self._zoom.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.tools)
        column.addWidget(self._view)

    def _listen(self) -> None:
        self._zoom.activated.connect(self._choose_zoom)
        self._up.clicked.connect(lambda: self.turn(-1))
        self._down.clicked.connect(lambda: self.turn(1))
        self._view.pageNavigator().currentPageChanged.connect(self._say_page)
        self._look.changed.connect(self._dress)

    def _dress(self) -> None:
        look = self._look
        self._up.setIcon(look.icon("chevron-up"))
        self._down.setIcon(look.icon("chevron-down"))
        for button in (self._up, self._down):
            button.setIconSize(QSize(look.px(16), look.px(16)))
        palette = self._view.palette()
        palette.setColor(palette.ColorRole.Dark, QColor(look.tokens.hover))
        self._view.setPalette(palette)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
