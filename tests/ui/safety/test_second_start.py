import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from thidua_desktop.ui.safety.second_start import (
    FirstWindow,
    Request,
    bring_to_front,
    hand_over,
    name_for,
    once_free,
)


@pytest.fixture
def name(tmp_path: Path) -> str:
    return name_for(tmp_path)


@pytest.fixture
def first(qtbot: QtBot, name: str, tmp_path: Path) -> Iterator[FirstWindow]:
    window = FirstWindow(name, tmp_path / "window.open")
    assert window.listen()
    yield window
    window.close()


def say(name: str, line: bytes) -> QLocalSocket:
    """Send *line* to the window, as another process does."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(line)
    return socket


def test_every_folder_of_a_user_has_a_name_of_its_own(tmp_path: Path):
    assert name_for(tmp_path) == name_for(tmp_path)
    assert name_for(tmp_path) != name_for(tmp_path / "khác")


def test_a_later_start_is_heard_and_answered(qtbot: QtBot, name: str, first: FirstWindow):
    asked = Request("/tmp/Đắk Ruồng.thidua")
    with qtbot.waitSignal(first.asked) as signal:
        socket = say(name, json.dumps(asked._asdict()).encode() + b"\n")
    assert signal.args == [asked]
    qtbot.waitUntil(socket.canReadLine)
    assert socket.readLine().data() == b"ok\n"


def test_alone_there_is_nobody_to_hand_over_to(name: str):
    assert not hand_over(name, Request())


def test_a_window_that_is_gone_hears_no_more(name: str, first: FirstWindow, tmp_path: Path):
    assert (tmp_path / "window.open").exists()
    first.close()
    assert not hand_over(name, Request())
    assert not (tmp_path / "window.open").exists()


def test_what_is_no_request_is_not_heeded(qtbot: QtBot, name: str, first: FirstWindow):
    heard: list[Request] = []
    first.asked.connect(heard.append)
    for line in (b"xin chao\n", b'{"file": 3, "is_sample": false}\n', b'{"fly": true}\n', b"[1]\n"):
        socket = say(name, line)
        qtbot.waitSignal(socket.disconnected).wait()
    assert heard == []


def test_a_minimised_window_is_shown_again(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()


def test_a_file_waits_until_no_dialog_asks_anything(qtbot: QtBot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    done: list[bool] = []
    once_free(lambda: done.append(True))
    assert done == []
    dialog.close()
    qtbot.waitUntil(lambda: done == [True])


class Program:
    """The program as a process of its own, without a screen."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {**os.environ, "THIDUA_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        start = "import sys; from thidua_desktop import app; sys.exit(app.main(sys.argv[1:]))"
        self.process = subprocess.Popen([sys.executable, "-c", start, *arguments], env=environment)

    def has_open(self, file: Path) -> bool:
        """Say whether this process holds the office file *file*."""
        note = file.with_name(file.name + ".giu")
        try:
            return bool(json.loads(note.read_text("utf-8"))["pid"] == self.process.pid)
        except (OSError, ValueError):
            return False

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(20)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program with arguments; all are ended with the test."""
    started: list[Program] = []

    def start(*arguments: str) -> Program:
        started.append(Program(tmp_path / "user", *arguments))
        return started[-1]

    yield start
    for each in started:
        each.kill()
    QLocalServer.removeServer(name_for(tmp_path / "user"))  # What a killed program leaves behind.


def test_a_second_process_gives_its_file_to_the_first_and_a_dead_one_is_followed(
    qtbot: QtBot, program: Callable[..., Program], empty_office: Path, tmp_path: Path
):
    one = factory.copy_of(empty_office, tmp_path, "Một.thidua")
    two = factory.copy_of(empty_office, tmp_path, "Hai.thidua")
    first = program(str(one))
    qtbot.waitUntil(lambda: first.has_open(one), timeout=60_000)
    second = program(str(two))
    assert second.process.wait(60) == 0
    qtbot.waitUntil(lambda: first.has_open(two), timeout=60_000)
    first.kill()
    third = program(str(one))
    qtbot.waitUntil(lambda: third.has_open(one), timeout=60_000)
    assert third.process.poll() is None
