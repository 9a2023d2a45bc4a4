"""Printing: the pages of a finished PDF, drawn for the printer. Knows no record and no paper."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import OutsideError
from thidua_desktop.services.work import Ticket
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.prompts import Prompts

_FINEST = 600  # Dots per inch; finer ones cost memory and show nothing more of letters.
_BAND = 800  # Dots; a page is drawn in bands, so that a small computer has room for it.
_REMEMBERED = "print/printer"


def choose_printer(
    pages: int, prompts: Prompts, memory: Memory, parent: QWidget
) -> QPrinter | None:
    """Return the printer, range and copies that the officer chose for *pages* pages, or None.

    The printer of the last time stands first; one page a sheet of paper, on one side.
    """
    last = memory.text(_REMEMBERED)
    is_there = last in QPrinterInfo.availablePrinterNames()
    printer = QPrinter(QPrinterInfo.printerInfo(last)) if is_there else QPrinter()
    printer.setResolution(_FINEST)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In")
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    is_accepted = prompts.run(dialog)
    dialog.deleteLater()
    if not is_accepted:
        return None
    memory.keep_text(_REMEMBERED, printer.printerName())
    return printer


def print_pdf(content: bytes, printer: QPrinter, ticket: Ticket) -> int:
    """Print the chosen pages of the PDF in *content*; return how many. May run on any thread.

    Each page stands on its own size of paper, upright or lying. Raises OutsideError when the
    printer does not take it.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = _chosen(printer, document.pageCount())
    painter = QPainter()
    for done, page in enumerate(pages):
        ticket.step(done, len(pages), f"In trang {page + 1}")
        _lay_paper(printer, document, page)
        is_ready = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not is_ready:
            raise _no_printer(printer)
        _draw(painter, printer, document, page)
    painter.end()
    document.close()
    return len(pages)


def _chosen(printer: QPrinter, count: int) -> range:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(first - 1, min(last, count))


def _lay_paper(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    lying = QPageLayout.Orientation.Landscape
    upright = QPageLayout.Orientation.Portrait
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(lying if points.width() > points.height() else upright)
    printer.setFullPage(True)


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    whole = paper.size() * min(1.0, _FINEST / printer.resolution())
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
        "Hãy xem máy in đã bật và còn giấy, hoặc lưu thành PDF rồi in ở máy khác.",
    )
