"""Blocks of cells: moving and choosing, copying, pasting, filling, clearing, adding up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.widgets.cells_page import CTRL, SHIFT, at, cell, choose, key, shelf_grid, stand
from tests.ui.widgets.shelf import Book, Shelf
from thidua_desktop.domain.changes import Changed
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.grid import Grid

Key = Qt.Key


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(50)


@pytest.fixture
def grid(qtbot: QtBot, desk: Desk, shelf: Shelf) -> Grid[Book]:
    return shelf_grid(qtbot, desk, shelf)


def paste(qtbot: QtBot, desk: Desk, grid: Grid[Book], text: str) -> None:
    QApplication.clipboard().setText(text)
    key(grid, Key.Key_V, held=CTRL)
    settle(qtbot, desk)


def copied(qtbot: QtBot, desk: Desk, grid: Grid[Book], held: Qt.KeyboardModifier = CTRL) -> str:
    key(grid, Key.Key_C, held=held)
    settle(qtbot, desk)
    return QApplication.clipboard().text()


def test_home_and_end_go_along_the_row_and_with_ctrl_to_the_corners(grid: Grid[Book]):
    key(grid, Key.Key_Down, Key.Key_End)
    assert at(grid) == (1, 1)
    key(grid, Key.Key_Home)
    assert at(grid) == (1, 0)
    key(grid, Key.Key_End, held=CTRL)
    assert at(grid) == (49, 1)
    key(grid, Key.Key_Home, held=CTRL)
    assert at(grid) == (0, 0)


def test_ctrl_shift_end_chooses_all_to_the_last_cell(grid: Grid[Book]):
    stand(grid, 3, 1)
    key(grid, Key.Key_End, held=CTRL | SHIFT)
    assert (grid.view.chosen_rows(), grid.view.chosen_columns()) == (list(range(3, 50)), [1])


def test_pages_are_turned(grid: Grid[Book]):
    key(grid, Key.Key_PageDown)
    row, _column = at(grid)
    assert row > 3
    key(grid, Key.Key_PageUp)
    assert at(grid) == (0, 0)


def test_shift_chooses_a_block_and_it_is_copied(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    key(grid, Key.Key_Down, Key.Key_Right, held=SHIFT)
    assert copied(qtbot, desk, grid) == "Sách số 0\t2000\nSách số 1\t2001\n"


def test_one_cell_is_copied_alone(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    key(grid, Key.Key_Right)
    assert copied(qtbot, desk, grid) == "2000\n"


def test_heads_are_copied_with_shift(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    assert copied(qtbot, desk, grid, CTRL | SHIFT) == "Tên sách\nSách số 0\n"


def test_a_block_from_a_spreadsheet_goes_into_several_columns_as_one_step(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 3, 0)
    paste(qtbot, desk, grid, '"Một ""hai"""\t2011\nBa\t2012\n')
    assert [(shelf.books[n].title, shelf.books[n].year) for n in ("3", "4")] == [
        ('Một "hai"', 2011),
        ("Ba", 2012),
    ]
    assert shelf.steps == ["Dán 2 dòng"]


def test_rows_beyond_the_last_become_new_records(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 49, 0)
    paste(qtbot, desk, grid, "Cuối\t2001\nMới một\t2002\nMới hai\t2003\n")
    assert [book.title for book in list(shelf.books.values())[49:]] == [
        "Cuối",
        "Mới một",
        "Mới hai",
    ]
    assert (grid.count, cell(grid, 51, 0)) == (52, "Mới hai")
    assert shelf.steps == ["Dán 3 dòng"]


def test_bad_cells_are_marked_and_kept_and_the_good_ones_stored(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 3, 0)
    paste(qtbot, desk, grid, "Tốt\t2011\nNăm sai\tnăm nay\n")
    assert (shelf.books["3"].title, shelf.books["4"].title) == ("Tốt", "Năm sai")
    assert shelf.books["4"].year == 2004
    assert cell(grid, 4, 1) == "năm nay"
    assert list(grid.model.held) == ["4"]


def test_a_new_row_with_a_bad_cell_waits_whole(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 50, 0)
    paste(qtbot, desk, grid, "Tốt\t2011\nChờ\txx\n")
    assert [book.title for book in list(shelf.books.values())[50:]] == ["Tốt"]
    assert [cell(grid, 51, column) for column in (0, 1)] == ["Chờ", "xx"]
    assert grid.count == 51
    stand(grid, 51, 1)
    paste(qtbot, desk, grid, "2012")
    assert [book.title for book in list(shelf.books.values())[50:]] == ["Tốt", "Chờ"]
    assert not grid.has_unkept


def test_what_was_refused_with_a_block_goes_when_the_block_is_undone(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 0, 1)
    paste(qtbot, desk, grid, "2001\nnăm nay\n2003\n")
    assert grid.has_unkept
    step = Changed("undo", "Hoàn tác: Sửa sách", {"book": frozenset({"0", "2"})})
    grid.hear(replace(step, label="Sửa sách"))
    assert grid.has_unkept
    grid.hear(step)
    assert not grid.has_unkept


def test_a_new_row_refused_with_a_block_goes_when_the_block_is_undone(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    grid.view.stand_on(grid.model.index(50, 0))
    paste(qtbot, desk, grid, "Sách A\t2001\nSách B\tnăm nay\n")
    (made,) = shelf.books.keys() - {str(n) for n in range(50)}
    assert (grid.count, grid.model.last_row) == (51, 51)
    grid.hear(Changed("undo", "Hoàn tác: Sửa sách", {"book": frozenset({made})}))
    assert grid.model.last_row == 50


def test_one_value_goes_into_all_chosen_cells(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    choose(grid, (2, 1), (6, 1))
    paste(qtbot, desk, grid, "1999")
    assert {shelf.books[str(n)].year for n in range(2, 7)} == {1999}


def test_heads_that_came_along_are_left_out(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    paste(qtbot, desk, grid, "Tên sách\tNăm\nMột\t2011\n")
    assert shelf.books["0"].title == "Một"


def test_ctrl_d_fills_the_block_from_its_first_row(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    choose(grid, (2, 0), (4, 1))
    key(grid, Key.Key_D, held=CTRL)
    settle(qtbot, desk)
    assert {(shelf.books[n].title, shelf.books[n].year) for n in "234"} == {("Sách số 2", 2002)}
    assert shelf.steps == ["Điền xuống 4 ô"]


def test_ctrl_d_on_one_cell_takes_the_one_above(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    stand(grid, 3, 1)
    key(grid, Key.Key_D, held=CTRL)
    settle(qtbot, desk)
    assert shelf.books["3"].year == 2002


def test_delete_empties_the_cells_and_leaves_the_records(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf
):
    choose(grid, (2, 0), (3, 0))
    key(grid, Key.Key_Delete)
    settle(qtbot, desk)
    assert len(shelf.books) == 50
    assert cell(grid, 2, 0) == ""
    assert grid.words() == "Cần có tên sách."


def test_everything_is_chosen_counted_and_added_up(qtbot: QtBot, desk: Desk, grid: Grid[Book]):
    key(grid, Key.Key_A, held=CTRL)
    total = sum(2000 + n % 30 for n in range(50))
    said = f"Đã chọn 50 trên 50 dòng · Tổng {total:,}".replace(",", ".")
    qtbot.waitUntil(lambda: grid.words() == said)


def test_a_block_too_large_to_write_is_refused(qtbot: QtBot, desk: Desk):
    large = Shelf(60_000)
    grid = shelf_grid(qtbot, desk, large)
    key(grid, Key.Key_A, held=CTRL)
    key(grid, Key.Key_Delete)
    assert grid.words() == "Vùng chọn quá lớn: mỗi lần nhiều nhất 100.000 ô."
    assert large.steps == []


def test_what_cannot_be_written_at_all_is_kept_and_told(
    qtbot: QtBot, desk: Desk, grid: Grid[Book], shelf: Shelf, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_args: object, **_known: object) -> None:
        raise OSError("Đĩa đầy")

    told: list[Exception] = []
    desk.jobs.unhandled.disconnect()
    desk.jobs.unhandled.connect(told.append)
    monkeypatch.setattr(shelf, "edit", fail)
    paste(qtbot, desk, grid, "Còn đây")
    assert [str(error) for error in told] == ["Đĩa đầy"]
    assert cell(grid, 0, 0) == "Còn đây"
    assert grid.words() == "Chưa cất được ô này."
