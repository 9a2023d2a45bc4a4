from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.shelf import Book
from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.record_pane import Face, RecordPane

FIELDS = (Field("title", "Tên sách", LineEditor, needed=True),)
FACE: Face[Book] = Face(lambda b: b.title, lambda b: str(b.year), "Sách mới", "Chọn một dòng.")
BOOK = Book("1", "Sách hay")


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> RecordPane[Book]:
    pane: RecordPane[Book] = RecordPane(FIELDS, FACE, look)
    qtbot.addWidget(pane)
    pane.resize(360, 300)
    pane.show()
    QTest.qWaitForWindowActive(pane)
    return pane


def drag(pane: RecordPane[Book], *urls: QUrl) -> tuple[bool, QMimeData]:
    """Bring *urls* over the pane; return whether it would take them."""
    data = QMimeData()
    data.setUrls(list(urls))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(50, 90), copy, data, left, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(pane, event)
    return event.isAccepted(), data


def test_a_pane_without_further_pages_has_no_row_of_pages(pane: RecordPane[Book]):
    pane.show_record(BOOK)
    assert not any(bar.isVisible() for bar in pane.findChildren(QTabBar))


def test_a_further_page_is_reached_by_its_words_and_a_problem_leads_back(pane: RecordPane[Book]):
    page = QLabel("tệp")
    number = pane.add_page("Đính kèm", page)
    pane.show_record(BOOK)
    pane.go_to_page(number)
    assert page.isVisible()
    pane.mark([Problem("title", "Cần có tên sách.")])
    assert pane.form.isVisible()
    assert pane.form.editor("title").field.hasFocus()


def test_another_record_leaves_one_on_the_page_one_reads(pane: RecordPane[Book]):
    page = QLabel("tệp")
    pane.show_record(BOOK)
    pane.go_to_page(pane.add_page("Đính kèm", page))
    pane.show_record(Book("2", "Sách khác"))
    assert page.isVisible()


def test_it_tells_what_it_shows(qtbot: QtBot, pane: RecordPane[Book]):
    with qtbot.waitSignal(pane.shown):
        pane.show_new(Book("2"))
    assert (pane.uid, pane.is_new) == ("2", True)
    with qtbot.waitSignal(pane.shown):
        pane.saved(Book("2", "Sách mới cất"))
    assert (pane.uid, pane.is_new, pane.title) == ("2", False, "Sách mới cất")
    with qtbot.waitSignal(pane.shown):
        pane.clear()
    assert pane.uid == ""


def test_its_fold_button_asks_to_be_folded(qtbot: QtBot, pane: RecordPane[Book]):
    pane.show_record(BOOK)
    [fold] = [b for b in pane.findChildren(QToolButton) if b.accessibleName() == "Ẩn phần chi tiết"]
    with qtbot.waitSignal(pane.fold_asked):
        QTest.mouseClick(fold, Qt.MouseButton.LeftButton)


def test_files_dropped_anywhere_on_it_are_told(
    qtbot: QtBot, pane: RecordPane[Book], tmp_path: Path
):
    pane.take_files()
    pane.show_record(BOOK)
    assert not any(inner.acceptDrops() for inner in pane.form.findChildren(QWidget))
    takes, data = drag(pane, QUrl.fromLocalFile(str(tmp_path / "Tờ trình.pdf")))
    assert takes
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPoint(50, 90), copy, data, left, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(pane.files_dropped) as dropped:
        QApplication.sendEvent(pane, event)
    assert dropped.args == [[tmp_path / "Tờ trình.pdf"]]


def test_what_is_no_file_of_this_computer_is_not_taken(pane: RecordPane[Book]):
    pane.take_files()
    pane.show_record(BOOK)
    assert drag(pane, QUrl("https://example.vn/a.pdf"))[0] is False


def test_without_a_record_nothing_is_taken(pane: RecordPane[Book], tmp_path: Path):
    pane.take_files()
    assert drag(pane, QUrl.fromLocalFile(str(tmp_path / "a.pdf")))[0] is False
