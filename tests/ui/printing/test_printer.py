"""A PDF reaches the printer: page by page, each on its own paper."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.errors import Cancelled, OutsideError
from thidua_desktop.ui.printing.printer import print_pdf


class Ticket:
    """Remembers what it was told, and stops at a page when asked to."""

    def __init__(self, stop_at: int = -1) -> None:
        self.told: list[str] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int, text: str) -> None:
        if done == self.stop_at:
            raise Cancelled
        self.told.append(text)


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setResolution(100)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    return printer


def test_all_pages_are_printed_upright_and_lying(pdf: bytes, printer: QPrinter, tmp_path: Path):
    ticket = Ticket()
    assert print_pdf(pdf, printer, range(3), ticket) == 3
    assert ticket.told == ["In trang 1", "In trang 2", "In trang 3"]
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as printed:
        sizes = [printed.get_page_size(page) for page in range(len(printed))]
    assert [width > height for width, height in sizes] == [False, True, False]


def test_a_page_fills_its_paper(pdf: bytes, printer: QPrinter, tmp_path: Path):
    print_pdf(pdf, printer, range(3), Ticket())
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as printed:
        image = printed[0].render(scale=1).to_pil().convert("L")
    assert image.getpixel((50, 50)) < 40
    assert image.getpixel((150, 150)) > 220
    assert image.getpixel((50, 780)) > 220


def test_only_the_chosen_pages_are_printed(pdf: bytes, printer: QPrinter):
    ticket = Ticket()
    assert print_pdf(pdf, printer, [2, 0], ticket) == 2
    assert ticket.told == ["In trang 3", "In trang 1"]


def test_copies_are_printed_one_after_the_other(pdf: bytes, printer: QPrinter, tmp_path: Path):
    printer.setCopyCount(2)
    assert print_pdf(pdf, printer, [0, 1], Ticket()) == 4
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as printed:
        wide = [printed.get_page_size(page)[0] > 700 for page in range(len(printed))]
    assert wide == [False, True, False, True]


def test_printing_can_be_stopped(pdf: bytes, printer: QPrinter):
    with pytest.raises(Cancelled):
        print_pdf(pdf, printer, range(3), Ticket(stop_at=1))


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_refuses_is_told_in_words(pdf: bytes, printer: QPrinter, tmp_path: Path):
    printer.setOutputFileName(str(tmp_path / "không có" / "in.pdf"))
    with pytest.raises(OutsideError, match="không nhận việc in"):
        print_pdf(pdf, printer, range(3), Ticket())
