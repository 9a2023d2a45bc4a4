"""The window answers at all times, over an office of 200 000 awards and 60 000 people."""

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.flows.watchdog import LIMIT, Watchdog

pytestmark = pytest.mark.timeout(660)  # Above the walk's own, which tells what it had said.

AWARDS = 200_000
_PATIENCE = 600
"""Seconds for making the office and walking through it, on a machine with other work too."""

_SHUT_OUT = 3 * LIMIT
"""Seconds that another thread may keep the window waiting, by a clock that others disturb."""

_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the watchdog saw in a day's work, in a program of its own."""
    folder = tmp_path_factory.mktemp("large")
    told = subprocess.run(
        [sys.executable, "-m", "tests.flows.frozen_walk", str(folder), str(AWARDS)],
        check=False,
        capture_output=True,
        text=True,
        cwd=_ROOT,
        timeout=_PATIENCE,
    )
    shutil.rmtree(folder)  # Half a gigabyte, of which pytest would keep three.
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return found


def test_nothing_an_officer_does_holds_the_window_up(measured: dict[str, Any]):
    assert list(measured["holds"].values()) == []


def test_no_other_thread_keeps_the_window_from_answering(measured: dict[str, Any]):
    """The clock runs on while other programs have the processors: so much longer is let pass."""
    limit, shut_out = _SHUT_OUT * max(1, measured["load"]), measured["shut out"].items()
    assert {part: seconds for part, seconds in shut_out if seconds > limit} == {}


def test_the_walk_did_what_it_says(measured: dict[str, Any]):
    busy = (
        *("scroll by pages", "search", "sort", "add", "delete", "undo", "export", "print"),
        *("paste 3 000 rows", "undo what was pasted", "check what is listed"),
        *("read a long list", "go through a long list", "answer all alike", "take a long list in"),
    )
    assert [part for part in busy if measured["longest"][part] < 0.001] == []


def test_a_thread_that_is_held_is_found_with_its_place(qtbot: Any):
    dog = Watchdog("counting")
    qtbot.wait(10)
    assert dog.holds == []
    sum(range(20_000_000))
    qtbot.wait(10)
    dog.end()
    (hold,) = dog.holds
    assert hold.seconds > LIMIT
    assert hold.during == "counting"


def test_another_thread_that_keeps_pythons_lock_is_found(qtbot: Any):
    dog = Watchdog("counting elsewhere")
    qtbot.wait(10)
    other = threading.Thread(target=lambda: sum(range(30_000_000)))
    other.start()
    qtbot.wait(10)
    other.join()
    dog.end()
    assert dog.holds == []
    assert dog.longest_shut_out["counting elsewhere"] > LIMIT
