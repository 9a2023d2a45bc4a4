"""Pages on the screen: their size, the page in view, the place that is followed."""

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4

from tests.ui.printing.conftest import drawn
from thidua_desktop.domain.blocks import Spot
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.printing.pages_view import PagesView
from thidua_desktop.ui.printing.pdf_pages import Pdf, PdfPages, directions, read_pdf


@pytest.fixture
def view(qtbot: QtBot, look: Look, pdf: bytes) -> PagesView:
    view = PagesView(look)
    qtbot.addWidget(view)
    view.resize(420, 400)
    view.show_pages(PdfPages(read_pdf(pdf), view))
    view.show()
    return view


def paint(view: PagesView, qtbot: QtBot) -> None:
    """Wait until the picture of the page in view has come."""
    qtbot.waitUntil(lambda: view.page in view._fresh)


def test_the_widest_page_is_as_wide_as_the_view(view: PagesView, qtbot: QtBot):
    paint(view, qtbot)
    place = view.page_rect(0)
    assert view.page_rect(1).width() == view.viewport().width() - 2 * view.gap
    shot = view.viewport().grab().toImage()
    assert shot.pixelColor(place.left() + 5, place.top() + 5) == QColor("black")
    assert shot.pixelColor(place.right() - 5, place.top() + 5) == QColor("white")


def test_a_newer_paper_keeps_the_place(view: PagesView, qtbot: QtBot, pdf: bytes):
    view.go_to(2)
    before = view.verticalScrollBar().value()
    view.show_pages(PdfPages(read_pdf(pdf), view))
    assert (view.page, view.verticalScrollBar().value()) == (2, before)


def test_a_shorter_paper_shows_its_end(view: PagesView):
    view.go_to(2)
    view.show_pages(PdfPages(read_pdf(drawn([A4])), view))
    assert view.page == 0


def test_a_hundred_percent_is_the_size_of_the_paper(view: PagesView):
    view.set_zoom(100)
    assert view.page_rect(0).width() == round(A4[0] / 72 * view.logicalDpiX())


def test_the_whole_page_fits(view: PagesView):
    view.set_zoom("whole")
    assert view.page_rect(0).height() <= view.viewport().height()


def test_another_size_keeps_the_place(view: PagesView):
    view.go_to(1)
    view.set_zoom(200)
    assert view.page == 1


def test_keys_go_through_the_pages(view: PagesView):
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 2
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_control_and_plus_make_pages_larger(view: PagesView, qtbot: QtBot):
    view.set_zoom(100)
    with qtbot.waitSignal(view.zoomed):
        QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 125


def test_the_page_in_view_is_told(view: PagesView, qtbot: QtBot):
    with qtbot.waitSignal(view.page_changed) as told:
        view.go_to(1)
    assert told.args == [1]


def test_a_place_out_of_sight_is_gone_to(view: PagesView):
    view.follow([Spot(2, 400, 20)], Spot(2, 400, 20))
    assert view.page == 2
    assert 0 <= view._spot_rect(Spot(2, 400, 20)).top() < view.viewport().height()


def test_a_place_in_sight_moves_nothing(view: PagesView):
    view.follow([Spot(0, 60, 20)], Spot(0, 60, 20))
    assert view.verticalScrollBar().value() == 0


def test_a_place_beyond_the_last_page_is_left_alone(view: PagesView):
    view.follow([Spot(9, 60, 20)], Spot(9, 60, 20))
    assert view.page == 0


def test_pages_say_how_they_lie(pdf: bytes):
    assert directions(read_pdf(pdf).sizes) == "A4 đứng và ngang"
    assert directions(read_pdf(drawn([A4])).sizes) == "A4 đứng"
    assert directions(read_pdf(drawn([(A4[1], A4[0])])).sizes) == "A4 ngang"


def test_pages_of_a_whole_register_are_laid_out_at_once(qtbot: QtBot, look: Look):
    view = PagesView(look)
    qtbot.addWidget(view)
    view.resize(420, 400)
    sizes = [QSizeF(842, 595)] * 8000
    view.show_pages(PdfPages(Pdf(b"", sizes), view))
    view.go_to(7999)
    assert view.page == 7999
