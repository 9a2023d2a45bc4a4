import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.widgets.shelf import COLUMNS, Book, Shelf
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Jobs
from thidua_desktop.ui.widgets.grid import Grid, Nothing, sorted_by


def make_grid(qtbot: QtBot, desk: Desk, shelf: Shelf) -> Grid[Book]:
    """Return a grid that shows *shelf* already."""
    nothing = Nothing("Chưa có sách nào.", "Thêm sách", lambda: None)
    grid: Grid[Book] = Grid("books", "Sách", COLUMNS, shelf, desk, nothing)
    qtbot.addWidget(grid)
    grid.resize(420, 300)
    grid.show()
    grid.ask()
    settle(qtbot, desk)
    return grid


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(500)


@pytest.fixture
def grid(qtbot: QtBot, desk: Desk, shelf: Shelf) -> Grid[Book]:
    return make_grid(qtbot, desk, shelf)


def test_all_rows_are_shown(grid: Grid[Book]):
    assert grid.count == 500
    assert grid.words() == "500 dòng"


def test_typed_words_are_asked_once_after_a_pause(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    shelf.queries.clear()
    with qtbot.waitSignal(grid.found):
        for text in ("s", "sa", "sach", "sach 49"):
            grid.search(text)
    assert [query.text for query in shelf.queries] == ["sach 49"]
    assert set(grid.model.uids) == {
        "49",
        *(str(n) for n in range(490, 500)),
        "149",
        "249",
        "349",
        "449",
    }


def test_an_answer_to_an_earlier_question_is_dropped(qtbot: QtBot, desk: Desk, shelf: Shelf):
    grid = make_grid(qtbot, desk, shelf)
    grid.set_year(2001)
    grid.set_year(2002)
    settle(qtbot, desk)
    assert {shelf.books[uid].year for uid in grid.model.uids} == {2002}


def test_a_question_overtaken_before_its_turn_is_not_asked(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    shelf.queries.clear()
    for year in range(2001, 2011):
        grid.set_year(year)
    settle(qtbot, desk)
    assert [query.year for query in shelf.queries] == [2010]


def test_a_list_nobody_looks_at_is_asked_once_it_is_looked_at_again(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    shelf.queries.clear()
    grid.hide()
    grid.set_year(2001)
    grid.refresh(["3"])
    settle(qtbot, desk)
    assert shelf.queries == []
    grid.show()
    settle(qtbot, desk)
    assert [query.year for query in shelf.queries] == [2001]


def test_a_list_without_news_is_not_asked_when_it_is_looked_at_again(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    shelf.queries.clear()
    grid.hide()
    grid.show()
    settle(qtbot, desk)
    assert shelf.queries == []


def test_a_click_on_a_head_sorts_and_another_turns_the_order(
    qtbot: QtBot, desk: Desk, grid: Grid[Book]
):
    click_head(grid, 1)
    settle(qtbot, desk)
    assert grid.query.order == (Order("year"),)
    click_head(grid, 1)
    settle(qtbot, desk)
    assert grid.query.order == (Order("year", descending=True),)
    assert grid.model.index(0, 1).data() == "2029"


def test_shift_sorts_by_a_further_head(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    click_head(grid, 1)
    click_head(grid, 0, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, desk)
    assert grid.query.order == (Order("year"), Order("title"))


def test_a_further_head_can_be_turned_alone():
    order = (Order("year"), Order("title"))
    turned = (Order("year"), Order("title", descending=True))
    assert sorted_by(order, "title", is_second=True) == turned


def test_a_new_order_begins_anew_without_shift():
    assert sorted_by((Order("year"), Order("title")), "title", is_second=False) == (Order("title"),)


def test_the_row_in_focus_stays_in_focus_in_another_order(
    qtbot: QtBot, desk: Desk, grid: Grid[Book]
):
    grid.reveal("77")
    grid.set_order((Order("year", descending=True),))
    settle(qtbot, desk)
    assert grid.current == "77"
    assert is_seen(grid, "77")


def test_the_place_on_screen_stays_when_rows_come_above(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    grid.reveal("300")
    top = grid.model.uid_at(grid.view.rowAt(0))
    shelf.books = {"before": Book("before", "Sách đầu"), **shelf.books}
    grid.reload()
    settle(qtbot, desk)
    assert grid.current == "300"
    assert grid.model.uid_at(grid.view.rowAt(0)) == top


def test_chosen_rows_stay_chosen(qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf):
    choose(grid, 3, 9)
    del shelf.books["0"]
    grid.reload()
    settle(qtbot, desk)
    assert grid.selected() == ["3", "9"]
    qtbot.waitUntil(lambda: grid.words() == "Đã chọn 2 trên 499 dòng · Tổng 4.012")


def test_after_a_row_is_gone_its_neighbour_has_the_focus(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    grid.reveal("20")
    del shelf.books["20"]
    grid.refresh(["20"])
    settle(qtbot, desk)
    assert grid.current == "21"


def test_a_search_that_leaves_out_the_row_in_focus_leaves_none(
    qtbot: QtBot, desk: Desk, grid: Grid[Book]
):
    grid.reveal("20")
    grid.set_year(2001)
    settle(qtbot, desk)
    assert grid.current == ""


def test_a_record_not_there_yet_is_shown_when_it_comes(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    grid.reveal("later")
    shelf.books["later"] = Book("later", "Sách mới")
    grid.refresh(["later"])
    settle(qtbot, desk)
    assert grid.current == "later"


def test_an_empty_list_says_what_to_do_first(qtbot: QtBot, desk: Desk):
    grid = make_grid(qtbot, desk, Shelf())
    assert "Thêm sách" in seen_buttons(grid)


def test_a_search_without_hits_shows_the_way_out(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    grid.set_filters((Filter("title", "không có"),))
    grid.set_year(1066)
    settle(qtbot, desk)
    assert grid.count == 0
    with qtbot.waitSignals([grid.filters_dropped, grid.found]):
        seen_buttons(grid)["Bỏ điều kiện tìm"].click()
    assert grid.count == 500


def test_ctrl_enter_opens_the_record(qtbot: QtBot, grid: Grid[Book]):
    grid.reveal("5")
    with qtbot.waitSignal(grid.activated) as told:
        QTest.keyClick(grid.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["5"]


def test_chosen_rows_are_copied_for_a_spreadsheet(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    choose(grid, 1, 2)
    QTest.keyClick(grid.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert QApplication.clipboard().text() == "Sách số 1\t2001\nSách số 2\t2002\n"


def test_two_hundred_thousand_rows_are_read_where_they_are_seen(qtbot: QtBot, desk: Desk):
    shelf = Shelf(200_000)
    grid = make_grid(qtbot, desk, shelf)
    grid.view.scrollToBottom()
    grid.view.repaint()
    settle(qtbot, desk)
    assert grid.model.index(199_999, 0).data() == "Sách số 199999"
    assert shelf.pages <= 4


class SlowShelf(Shelf):
    """A shelf that answers when the *gate* opens."""

    def __init__(self, gate: threading.Event) -> None:
        super().__init__(3)
        self.gate = gate

    def find(self, query: Query) -> list[str]:
        self.gate.wait(5)
        return super().find(query)


def test_a_slow_answer_shows_a_bar(qtbot: QtBot, desk: Desk):
    jobs, gate = Jobs(), threading.Event()
    nothing = Nothing("Chưa có sách nào.")
    slow = SlowShelf(gate)
    grid: Grid[Book] = Grid("books", "Sách", COLUMNS, slow, replace(desk, jobs=jobs), nothing)
    qtbot.addWidget(grid)
    grid.show()
    grid.ask()
    qtbot.waitUntil(grid._bar.isVisible)
    with qtbot.waitSignal(grid.found):
        gate.set()
    assert not grid._bar.isVisible()
    jobs.close()


def test_the_grid_has_a_name_for_screen_readers(grid: Grid[Book]):
    assert grid.view.accessibleName() == "Sách"


def click_head(
    grid: Grid[Book],
    section: int,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    heads = grid.view.horizontalHeader()
    where = heads.viewport().rect().center()
    where.setX(heads.sectionViewportPosition(section) + 20)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, keys, where)


def choose(grid: Grid[Book], *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    selection = grid.view.selectionModel()
    selection.clear()
    for row in rows:
        index = grid.model.index(row, 0)
        selection.setCurrentIndex(index, flags.Select | flags.Rows)


def is_seen(grid: Grid[Book], uid: str) -> bool:
    index = grid.model.index(grid.model.row_of(uid), 0)
    return grid.view.viewport().rect().contains(grid.view.visualRect(index).center())


def seen_buttons(grid: Grid[Book]) -> dict[str, QPushButton]:
    return {b.text(): b for b in grid.findChildren(QPushButton) if b.isVisible()}


def test_a_row_sought_comes_into_focus_though_conditions_hid_it(
    qtbot: QtBot, desk: Desk, grid: Grid[Book]
):
    grid.set_year(2001)
    settle(qtbot, desk)
    with qtbot.waitSignal(grid.filters_dropped):
        grid.seek("7")
    settle(qtbot, desk)
    assert (grid.current, grid.query.year) == ("7", None)


def test_a_row_sought_among_those_shown_drops_no_condition(
    qtbot: QtBot, desk: Desk, grid: Grid[Book]
):
    grid.set_year(2007)
    settle(qtbot, desk)
    grid.seek("37")
    assert (grid.current, grid.query.year) == ("37", 2007)


def test_a_row_sought_before_the_list_is_there_drops_no_condition_it_meets(
    qtbot: QtBot, desk: Desk, shelf: Shelf
):
    grid = make_grid(qtbot, desk, shelf)
    grid.set_year(2007)
    grid.seek("37")
    settle(qtbot, desk)
    assert (grid.current, grid.query.year) == ("37", 2007)
