"""The paper as it will be printed, beside the text one writes. Knows no service."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.blocks import Spot
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.printing.page_bar import PageBar
from thidua_desktop.ui.printing.pages_view import PagesView
from thidua_desktop.ui.printing.pdf_pages import Pdf, PdfPages


class Preview(QWidget):
    """Shows a PDF; a newer one takes its place where one was looking."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.view = PagesView(look)
        self.view.setAccessibleName("Bản xem trước")
        self._bar = PageBar(self.view, look)
        self._pages = PdfPages(Pdf(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.view)

    @property
    def tools(self) -> QHBoxLayout:
        """Return the row above the pages, to put commands there."""
        return self._bar.tools

    @property
    def page_count(self) -> int:
        """Return how many pages are shown."""
        return self.view.page_count

    @property
    def page(self) -> int:
        """Return the number of the page in view, from 0."""
        return self.view.page

    def show_pdf(self, pdf: Pdf) -> None:
        """Show *pdf*; the place on screen stays."""
        older, self._pages = self._pages, PdfPages(pdf, self)
        self.view.show_pages(self._pages)
        older.deleteLater()
        self._bar.say_page()

    def clear(self) -> None:
        """Show no pages."""
        self.show_pdf(Pdf())
        self.view.forget()

    def follow(self, spots: Sequence[Spot], line: Spot) -> None:
        """Mark *spots*, which are being written, and show the *line* of the caret."""
        self.view.follow(spots, line)

    def show_top(self) -> None:
        """Show the first page and mark nothing."""
        self.view.leave()
        self.view.go_to(0)

    def say(self, words: str) -> None:
        """Say beside the pages why they are not those of the text as it stands."""
        self._bar.say(words)
