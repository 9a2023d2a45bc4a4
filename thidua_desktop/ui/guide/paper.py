"""Pages of the guide as a PDF, to be printed or kept. Knows no window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument

from thidua_desktop.ui.guide import lettering
from thidua_desktop.ui.look import FAMILY, LIGHT, Tokens

_DOTS = 300  # Per inch; letters are outlines, so this only rounds their places.


class OnPaper:
    """Colours and letters of paper, whatever those of the screen are; see `lettering.Dress`."""

    @property
    def tokens(self) -> Tokens:
        """Return the light colours."""
        return LIGHT

    def px(self, size: int) -> int:
        """Return *size*; the document itself scales it to the dots of the paper."""
        return size

    def font(self, points: float, bold: bool = False) -> QFont:
        """Return the window's letters in *points*."""
        font = QFont(FAMILY)
        font.setPointSizeF(points)
        font.setBold(bold)
        return font


def write(texts: Sequence[str], path: Path) -> None:
    """Write *texts* in markdown to the PDF *path*, each from a new sheet. May run on any thread."""
    document = QTextDocument()
    document.setMarkdown("\n\n".join(texts))
    lettering.set_page(document, OnPaper())
    _begin_sheets(document)
    writer = QPdfWriter(str(path))
    writer.setTitle("Hướng dẫn")
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # The document has its own, of two centimetres.
    document.print_(writer)


def _begin_sheets(document: QTextDocument) -> None:
    """Let every title but the first begin a sheet."""
    sheet = QTextBlockFormat()
    sheet.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    block = document.begin().next()
    while block.isValid():
        if block.blockFormat().headingLevel() == 1:
            QTextCursor(block).mergeBlockFormat(sheet)
        block = block.next()
