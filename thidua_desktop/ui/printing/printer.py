"""Printing: the pages of a finished PDF, drawn for the printer. Knows no record and no paper."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from thidua_desktop.domain.errors import OutsideError
from thidua_desktop.domain.work import Ticket

FINEST = 600
"""Dots per inch; finer ones cost memory and show nothing more of letters."""

_BAND = 800  # Dots; a page is drawn in bands, so that a small computer has room for it.


def printer_names() -> list[str]:
    """Return the names of the printers of this computer, the usual one first."""
    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: name != usual)


def open_printer(name: str) -> QPrinter:
    """Return the printer *name*, as fine as it need be."""
    printer = QPrinter(QPrinterInfo.printerInfo(name))
    printer.setResolution(FINEST)
    return printer


def print_pdf(content: bytes, printer: QPrinter, pages: Sequence[int], ticket: Ticket) -> int:
    """Print *pages*, numbers from 0, of the PDF in *content*; return how many sides were printed.

    Each page stands on its own size of paper, upright or lying. A printer that cannot count
    copies gets the pages again and again. May run on any thread. Raises OutsideError when the
    printer does not take it.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    sides = list(pages) * _rounds(printer)
    painter = QPainter()
    for done, page in enumerate(sides):
        ticket.step(done, len(sides), f"In trang {page + 1}")
        _lay_paper(printer, document, page)
        is_ready = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not is_ready:
            raise _no_printer(printer)
        _draw(painter, printer, document, page)
    painter.end()
    document.close()
    return len(sides)


def _rounds(printer: QPrinter) -> int:
    return 1 if printer.supportsMultipleCopies() else printer.copyCount()


def _lay_paper(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    lying = QPageLayout.Orientation.Landscape
    upright = QPageLayout.Orientation.Portrait
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(lying if points.width() > points.height() else upright)
    printer.setFullPage(True)


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    whole = paper.size() * min(1.0, FINEST / printer.resolution())
    for band in _bands(whole):
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(band)
        image = document.render(page, band.size(), options)
        painter.drawImage(_grown(band, whole, paper.size()), image)


def _bands(whole: QSize) -> Iterator[QRect]:
    for top in range(0, whole.height(), _BAND):
        yield QRect(0, top, whole.width(), min(_BAND, whole.height() - top))


def _grown(band: QRect, drawn: QSize, paper: QSize) -> QRect:
    """Return where *band* of a page drawn as *drawn* lies on *paper*."""
    top = band.top() * paper.height() // drawn.height()
    bottom = (band.top() + band.height()) * paper.height() // drawn.height()
    return QRect(0, top, paper.width(), bottom - top)


def _no_printer(printer: QPrinter) -> OutsideError:
    name = printer.printerName() or printer.outputFileName()
    return OutsideError(
        f"Máy in “{name}” không nhận việc in.",
        "Văn bản không bị thay đổi.",
        "Hãy xem máy in đã bật và còn giấy, hoặc xuất ra PDF rồi in ở máy khác.",
    )
