"""Objects that hold each other are swept out when nothing is at work."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from thidua_desktop.ui import sweeping as module
from thidua_desktop.ui.sweeping import Sweeper


class Held:
    """Holds itself, so that it is not let go at once."""

    def __init__(self) -> None:
        self.other = self


@pytest.fixture
def sweeper(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sweeper]:
    monkeypatch.setattr(module, "_PAUSE", 1)
    monkeypatch.setattr(module, "_FEW", 0)
    parent = QObject()
    made = Sweeper(parent)
    yield made
    made.end()


def test_python_sweeps_by_itself_before_and_after_alone(sweeper: Sweeper) -> None:
    assert not gc.isenabled()
    sweeper.end()
    assert gc.isenabled()


def test_nothing_is_swept_while_something_is_at_work(qtbot: QtBot, sweeper: Sweeper) -> None:
    is_quiet: list[bool] = []
    sweeper.begin(lambda: bool(is_quiet))
    gone = weakref.ref(Held())
    qtbot.wait(20)
    assert gone() is not None
    is_quiet.append(True)
    qtbot.waitUntil(lambda: gone() is None)


def test_what_would_take_too_long_is_not_gone_through(
    qtbot: QtBot, sweeper: Sweeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONG", 0)
    sweeper.begin(lambda: True)
    before = gc.get_freeze_count()
    kept = [Held() for _ in range(1_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before)
    assert kept[0].other is kept[0]


def test_too_much_is_swept_whatever_is_at_work(
    qtbot: QtBot, sweeper: Sweeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TOO_MANY", 0)
    sweeper.begin(lambda: False)
    gone = weakref.ref(Held())
    qtbot.waitUntil(lambda: gone() is None)
