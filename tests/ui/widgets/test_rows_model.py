import threading
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.listing import Order
from thidua_desktop.ui.jobs import Job, Jobs
from thidua_desktop.ui.widgets.row_pages import KEPT_PAGES, PAGE
from thidua_desktop.ui.widgets.rows_model import Column, RowsModel


@dataclass(frozen=True)
class Line:
    uid: str
    name: str


COLUMNS = [
    Column[Line]("name", "Tên", lambda line: line.name),
    Column[Line]("uid", "Số", lambda line: line.uid, right=True, state=lambda line: "red"),
]


class Shelf:
    """Gives rows of any uid asked for, and remembers what was asked."""

    def __init__(self, jobs: Jobs) -> None:
        self.jobs = jobs
        self.asked: list[Sequence[str]] = []
        self.gone: set[str] = set()
        self.word = "Tên"

    def fetch(self, uids: Sequence[str]) -> Job:
        self.asked.append(uids)
        found = [Line(uid, f"{self.word} {uid}") for uid in uids if uid not in self.gone]
        return self.jobs.start(lambda _ticket: found, "page")


@pytest.fixture
def shelf(qtbot: QtBot) -> Shelf:
    return Shelf(Jobs(in_place=True))


@pytest.fixture
def model(shelf: Shelf) -> RowsModel[Line]:
    model: RowsModel[Line] = RowsModel(COLUMNS, shelf.fetch)
    model.show_uids([str(number) for number in range(1000)])
    return model


def test_the_model_keeps_qts_contract(model: RowsModel[Line]):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_uids(["1", "2", "3"])
    model.refresh(["2"])
    model.show_order((Order("name"),))
    model.show_uids([])
    assert tester.model() is model


def test_a_cell_shows_the_words_of_its_column(model: RowsModel[Line]):
    assert model.index(7, 0).data() == "Tên 7"


def test_nothing_is_read_before_a_cell_is_painted(model: RowsModel[Line], shelf: Shelf):
    assert shelf.asked == []


def test_one_page_is_read_for_all_its_cells(model: RowsModel[Line], shelf: Shelf):
    for row in range(PAGE):
        model.index(row, 0).data()
    assert [len(uids) for uids in shelf.asked] == [PAGE]


def test_the_last_row_of_many_needs_one_page(model: RowsModel[Line], shelf: Shelf):
    model.show_uids([str(number) for number in range(200_000)])
    assert model.index(199_999, 0).data() == "Tên 199999"
    assert len(shelf.asked) == 1


def test_old_pages_are_let_go(model: RowsModel[Line], shelf: Shelf):
    model.show_uids([str(number) for number in range(PAGE * (KEPT_PAGES + 1))])
    for number in range(KEPT_PAGES + 1):
        model.index(number * PAGE, 0).data()
    asked = len(shelf.asked)
    model.index(0, 0).data()
    assert len(shelf.asked) == asked + 1


def test_a_row_that_is_gone_is_blank(model: RowsModel[Line], shelf: Shelf):
    shelf.gone.add("3")
    assert model.index(3, 0).data() is None
    assert model.index(4, 0).data() == "Tên 4"


def test_a_changed_row_is_read_again(model: RowsModel[Line], shelf: Shelf):
    model.index(3, 0).data()
    shelf.word = "Mới"
    model.refresh(["3"])
    assert model.index(3, 0).data() == "Mới 3"


def test_the_heads_say_the_order(model: RowsModel[Line]):
    model.show_order((Order("uid", descending=True), Order("name")))
    heads = [model.headerData(section, Qt.Orientation.Horizontal) for section in (0, 1)]
    assert heads == ["Tên ▲2", "Số ▼1"]


def test_figures_stand_at_the_right(model: RowsModel[Line]):
    side = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight


def test_a_slow_page_is_blank_first_and_shown_when_it_comes(qtbot: QtBot):
    jobs, gate = Jobs(), threading.Event()

    def fetch(uids: Sequence[str]) -> Job:
        return jobs.start(
            lambda _ticket: gate.wait(5) and [Line(uid, "Đến") for uid in uids], "page"
        )

    model: RowsModel[Line] = RowsModel(COLUMNS, fetch)
    model.show_uids(["1", "2"])
    assert model.index(0, 0).data() is None
    with qtbot.waitSignal(model.dataChanged):
        gate.set()
    assert model.index(0, 0).data() == "Đến"
    jobs.close()


def test_a_page_that_fails_is_asked_for_once(qtbot: QtBot):
    jobs = Jobs(in_place=True)
    asked: list[int] = []

    def fetch(uids: Sequence[str]) -> Job:
        asked.append(len(uids))
        return jobs.start(lambda _ticket: 1 // 0, "page")

    model: RowsModel[Line] = RowsModel(COLUMNS, fetch)
    model.show_uids(["1", "2"])
    assert [model.index(row, 0).data() for row in (0, 1, 0)] == [None, None, None]
    assert asked == [2]
    with qtbot.waitSignal(jobs.unhandled):
        pass


def test_pages_of_an_earlier_list_do_not_appear(qtbot: QtBot):
    jobs, gate = Jobs(), threading.Event()

    def fetch(uids: Sequence[str]) -> Job:
        return jobs.start(lambda _ticket: gate.wait(5) and [Line(uid, uid) for uid in uids], "page")

    model: RowsModel[Line] = RowsModel(COLUMNS, fetch)
    model.show_uids(["old"])
    model.index(0, 0).data()
    model.show_uids(["new"])
    gate.set()
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "new")
    jobs.close()
