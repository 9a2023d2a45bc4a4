"""The one window before printing: small pages, the page, choices; to the printer or a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.printing import printer as printers
from thidua_desktop.ui.printing.page_bar import PageBar
from thidua_desktop.ui.printing.pages_view import PagesView
from thidua_desktop.ui.printing.pdf_pages import Pdf, PdfPages, directions
from thidua_desktop.ui.printing.print_options import PrintOptions
from thidua_desktop.ui.printing.thumbnails import Thumbnails

_WIDTH, _HEIGHT = 1040, 640
_OPTIONS = 270
_ROOM = 0.94  # Of the window it stands over, at most.
_REMEMBERED = "print/printer"


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers of this computer: their names, the usual one first, and how one is opened."""

    names: Callable[[], Sequence[str]] = printers.printer_names
    open: Callable[[str], QPrinter] = printers.open_printer


class PreviewWindow(QDialog):
    """Shows one PDF. Accepted means: print it as chosen; `save_asked` means the file itself.

    The printer chosen stands first the next time.
    """

    save_asked = Signal()

    def __init__(
        self,
        title: str,
        pdf: Pdf,
        look: Look,
        memory: Memory,
        parent: QWidget,
        found: Printers | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._memory = memory
        self._printers = found or Printers()
        self._sheets = PdfPages(pdf, self)
        self.view, self.small = PagesView(look), Thumbnails(look)
        self.options = PrintOptions(
            len(self._sheets.sizes), directions(self._sheets.sizes), self._printers.names
        )
        self._print = QPushButton("In")
        self._bar = PageBar(self.view, look)
        self._lay_out(look)
        self._listen()
        for area in (self.view, self.small):
            area.show_pages(self._sheets)
        self._bar.say_page()
        self.options.look_for_printers(memory.text(_REMEMBERED))

    @property
    def page_count(self) -> int:
        """Return how many pages the paper has."""
        return len(self._sheets.sizes)

    def chosen_pages(self) -> list[int]:
        """Return the pages to print, from 0."""
        return self.options.chosen() or []

    def chosen_printer(self) -> QPrinter:
        """Return the printer as chosen: copies, one side or both."""
        printer = self._printers.open(self.options.printer.currentText())
        printer.setDocName(self.windowTitle())
        printer.setCopyCount(self.options.copies.value())
        sides = QPrinter.DuplexMode
        is_both = self.options.both_sides.isChecked()
        printer.setDuplex(sides.DuplexAuto if is_both else sides.DuplexNone)
        return printer

    def accept(self) -> None:
        """Close in order to print, unless something stands in the way."""
        if self._print.isEnabled():
            self._memory.keep_text(_REMEMBERED, self.options.printer.currentText())
            super().accept()

    def _say_ready(self) -> None:
        why_not, pages = self.options.why_not(), self.options.chosen()
        self._print.setEnabled(not why_not)
        self._print.setToolTip(why_not or "In những trang đã chọn")
        self.small.show_printed(pages)

    def _listen(self) -> None:
        self.small.chosen.connect(self.view.go_to)
        self.view.page_changed.connect(self.small.stand_on)
        self.options.changed.connect(self._say_ready)

    def _lay_out(self, look: Look) -> None:
        save, leave = QPushButton("Xuất ra PDF…"), QPushButton("Đóng")
        self._print.setProperty("main", True)
        self._print.setDefault(True)
        save.setAutoDefault(False)
        save.setShortcut(QKeySequence.StandardKey.Save)
        save.setToolTip("Ctrl+S")
        leave.setAutoDefault(False)
        self._print.clicked.connect(self.accept)
        save.clicked.connect(self.save_asked)
        leave.clicked.connect(self.reject)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, sizes.GAP)
        right.setSpacing(sizes.SPACE)
        right.addWidget(self._scrolled(look))
        for button in (self._print, save, leave):
            row = QHBoxLayout()
            row.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
            row.addWidget(button)
            right.addLayout(row)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._bar)
        middle.addWidget(self.view)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.small)
        across.addLayout(middle, 1)
        across.addLayout(right)
        self._take_size(look)
        self.view.setFocus()

    def _scrolled(self, look: Look) -> QScrollArea:
        """Return the choices in an area to scroll, for large letters on a low screen."""
        area = QScrollArea()
        area.setWidget(self.options)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(look.px(_OPTIONS))
        return area

    def _take_size(self, look: Look) -> None:
        """Be large, yet no larger than the window below."""
        width, height = look.px(_WIDTH), look.px(_HEIGHT)
        if (owner := self.parentWidget()) is not None:
            room = owner.window().size() * _ROOM
            width, height = min(width, room.width()), min(height, room.height())
        self.resize(max(width, 760), max(height, 460))
