from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from thidua_desktop.ui import idle as module
from thidua_desktop.ui.idle import Idle


class Worker:
    """Notes which pieces were done; `is_free` is set by the test."""

    def __init__(self) -> None:
        self.is_free = True
        self.done: list[str] = []
        self.idle = Idle(lambda: self.is_free)

    def begin(self, *names: str) -> None:
        self.idle.begin(partial(self.done.append, name) for name in names)


@pytest.fixture
def worker(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(module, "_PAUSE", 1)
    made = Worker()
    yield made
    made.idle.end()


def test_pieces_are_done_in_their_order(qtbot: QtBot, worker: Worker):
    worker.begin("a", "b", "c")
    qtbot.waitUntil(lambda: worker.idle.is_over)
    assert worker.done == ["a", "b", "c"]


def test_no_piece_is_done_while_something_is_on(qtbot: QtBot, worker: Worker):
    worker.is_free = False
    worker.begin("a")
    qtbot.wait(20)
    assert worker.done == []
    worker.is_free = True
    qtbot.waitUntil(lambda: worker.done == ["a"])


def test_later_pieces_take_the_place_of_those_left(qtbot: QtBot, worker: Worker):
    worker.begin("a", "b")
    worker.begin("c")
    qtbot.waitUntil(lambda: worker.idle.is_over)
    assert worker.done == ["c"]


def test_after_the_end_nothing_is_done(qtbot: QtBot, worker: Worker):
    worker.begin("a")
    worker.idle.end()
    qtbot.wait(20)
    assert worker.done == []
