"""The pages of one PDF: how many, how large, and each as a picture when asked. Knows no widget."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer


class Pdf(NamedTuple):
    """A PDF file and the size of each of its pages in points."""

    content: bytes = b""
    sizes: Sequence[QSizeF] = ()


def read_pdf(content: bytes) -> Pdf:
    """Return the PDF in *content*. With thousands of pages this is no work for the window."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
    document.close()
    return Pdf(content, sizes)


class PdfPages(QObject):
    """The pages of *pdf*, drawn on a thread of their own.

    `drawn` brings a page and its picture, of the size it was asked for.
    """

    drawn = Signal(int, QImage)

    def __init__(self, pdf: Pdf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf.content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        if pdf.content:
            self._document.load(self._buffer)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setDocument(self._document)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take)
        self._waiting: set[tuple[int, int, int]] = set()
        self.sizes = pdf.sizes
        """The size of each page in points."""

    def ask(self, page: int, size: QSize) -> None:
        """Have *page* drawn as large as *size* in pixels, unless it already is being drawn so."""
        request = (page, size.width(), size.height())
        if request not in self._waiting:
            self._waiting.add(request)
            self._renderer.requestPage(page, size)

    def _take(
        self,
        page: int,
        size: QSize,
        image: QImage,
        _options: QPdfDocumentRenderOptions,
        _request: int,
    ) -> None:
        self._waiting.discard((page, size.width(), size.height()))
        self.drawn.emit(page, image)


def directions(sizes: Sequence[QSizeF]) -> str:
    """Return in words how pages of *sizes* lie: "A4 đứng", "A4 ngang", or both."""
    lying = sum(size.width() > size.height() for size in sizes)
    if not lying:
        return "A4 đứng"
    return "A4 ngang" if lying == len(sizes) else "A4 đứng và ngang"
