"""What tests of the window share: the look, and a desk whose work needs no threads."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.conftest import (  # noqa: F401 - the offices that tabs are tried on
    empty_office,
    sample,
    sample_office,
    services,
    wires,
)
from tests.ui.answers import Answers
from thidua_desktop.paths import find_paths
from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Jobs
from thidua_desktop.ui.look import STYLE, Look
from thidua_desktop.ui.memory import Memory

RESOURCES = find_paths({"THIDUA_DATA": "."}).resources


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The look of the program at its usual size, in light colours."""
    qapp.setStyle(STYLE)
    look = Look(RESOURCES, dark=False)
    assert look.dress(qapp) == []
    assert look.complete() == []
    look.dress_all_of(qapp)  # Most tests show a part without the window around it.
    return look


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "state.ini")


@pytest.fixture
def answers() -> Answers:
    """The officer's answers; a test adds them to `answers.left`."""
    return Answers()


@pytest.fixture
def desk(qtbot: QtBot, look: Look, memory: Memory, answers: Answers) -> Iterator[Desk]:
    """A desk whose work is done when the event loop comes round; `settle` waits for all of it."""
    actions = Actions(look)
    actions.complete()
    desk = Desk(actions, look, Bus(), Jobs(in_place=True), answers, memory)
    faults: list[Exception] = []
    desk.jobs.unhandled.connect(faults.append)
    yield desk
    settle(qtbot, desk)
    assert faults == []
    desk.jobs.close()


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until no work is left."""
    qtbot.waitUntil(lambda: desk.jobs.is_idle)
