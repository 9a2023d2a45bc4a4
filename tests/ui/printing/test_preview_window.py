"""The window before printing: what is chosen there reaches the printer."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import words
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.outgoing import Outgoing
from thidua_desktop.ui.printing.pdf_pages import read_pdf
from thidua_desktop.ui.printing.preview_window import PreviewWindow, Printers

NAMES = ["Canon LBP 2900", "Máy in phòng Nội vụ"]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(1093, 574)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def to_file(tmp_path: Path) -> Printers:
    """Two printers, each of which prints into a file."""

    def opened(name: str) -> QPrinter:
        printer = QPrinter()
        printer.setResolution(60)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{name}.pdf"))
        return printer

    return Printers(lambda: NAMES, opened)


@pytest.fixture
def window(pdf: bytes, desk: Desk, parent: QWidget, to_file: Printers) -> PreviewWindow:
    window = PreviewWindow("Sổ khen thưởng", read_pdf(pdf), desk.look, desk.memory, parent, to_file)
    window.show()
    return window


def printed(pdf: bytes, desk: Desk, parent: QWidget, found: Printers) -> Callable[[], None]:
    out = Outgoing(desk, parent, found)
    return lambda: out.preview("Sổ", "so.pdf", lambda path, _ticket: path.write_bytes(pdf))


def test_what_is_chosen_is_printed(
    pdf: bytes,
    desk: Desk,
    parent: QWidget,
    to_file: Printers,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
):
    def choose(window: PreviewWindow) -> bool:
        window.options.printer.setCurrentText(NAMES[1])
        window.options.pages.setText("2-3")
        window.options.copies.setValue(2)
        window.accept()
        return bool(window.result())

    answers.left = [choose]
    printed(pdf, desk, parent, to_file)()
    settle(qtbot, desk)
    with pypdfium2.PdfDocument(tmp_path / f"{NAMES[1]}.pdf") as paper:
        wide = [paper.get_page_size(page)[0] > 700 for page in range(len(paper))]
    assert wide == [True, False, True, False]


def test_the_file_saved_is_the_one_printed(
    pdf: bytes,
    desk: Desk,
    parent: QWidget,
    to_file: Printers,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
):
    def save(window: PreviewWindow) -> bool:
        answers.left = [tmp_path / "sổ.pdf", "close"]
        window.save_asked.emit()
        return False

    answers.left = [save]
    printed(pdf, desk, parent, to_file)()
    settle(qtbot, desk)
    assert (tmp_path / "sổ.pdf").read_bytes() == pdf


def test_the_printer_of_the_last_time_stands_first(
    window: PreviewWindow, pdf: bytes, desk: Desk, parent: QWidget, to_file: Printers
):
    assert window.options.printer.currentText() == NAMES[0]
    window.options.printer.setCurrentText(NAMES[1])
    window.accept()
    again = PreviewWindow("Sổ", read_pdf(pdf), desk.look, desk.memory, parent, to_file)
    assert again.options.printer.currentText() == NAMES[1]


def test_enter_in_the_pages_prints(window: PreviewWindow):
    QTest.keyClicks(window.options.pages, "1")
    QTest.keyClick(window.options.pages, Qt.Key.Key_Return)
    assert window.result() == PreviewWindow.DialogCode.Accepted
    assert window.chosen_pages() == [0]


def test_pages_that_are_not_there_keep_the_window_open(window: PreviewWindow):
    window.options.pages.setText("4")
    window.accept()
    assert window.isVisible()
    assert "Văn bản chỉ có 3 trang; không có trang 4." in words(window)


def test_without_a_printer_a_sentence_says_what_to_do(pdf: bytes, desk: Desk, parent: QWidget):
    window = PreviewWindow("Sổ", read_pdf(pdf), desk.look, desk.memory, parent, Printers(list))
    window.show()
    assert "Máy tính này chưa có máy in nào." in words(window)
    main = next(each for each in window.findChildren(QPushButton) if each.text() == "In")
    assert not main.isEnabled()
    assert main.toolTip() == "Máy tính này chưa có máy in nào."


def test_a_printer_installed_meanwhile_is_found(pdf: bytes, desk: Desk, parent: QWidget):
    names: list[str] = []
    window = PreviewWindow(
        "Sổ", read_pdf(pdf), desk.look, desk.memory, parent, Printers(lambda: names)
    )
    window.show()
    names.append(NAMES[0])
    again = next(b for b in window.findChildren(QPushButton) if b.text() == "Tìm lại")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert window.options.why_not() == ""
    assert not again.isVisible()


def test_a_small_page_leads_to_the_page(window: PreviewWindow):
    QTest.keyClick(window.small, Qt.Key.Key_Down)
    assert window.view.page == 1
    assert window.small._current == 1


def test_it_is_no_larger_than_the_window_below(window: PreviewWindow):
    assert window.width() <= 1093
    assert window.height() <= 574
