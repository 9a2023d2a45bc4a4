"""A screen of its own with the program on it, and the keys of a keyboard. Knows no widget."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

TOOLS = ("Xvfb", "openbox", "xdotool")
"""What a screen is made of; Debian's packages are called the same, in small letters."""

PATIENCE = 30.0  # Seconds for the program to do what a key asks for.
_CLIPBOARD = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
application, data = QGuiApplication([]), QMimeData()
data.setHtml(sys.argv[1])
QGuiApplication.clipboard().setMimeData(data)
print("copied", flush=True)
application.exec()
"""
_PROGRAM = "import sys; from thidua_desktop.app import main; sys.exit(main(sys.argv[1:]))"
_PAUSE = 0.1
_CALM = 0.7  # Seconds without work after which the program waits for the officer.
_IDLE_TICKS = 2  # What a blinking cursor costs.
_PACE = "30"  # Milliseconds between keys.


def missing() -> list[str]:
    """Return the tools that this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Screen:
    """A screen of 1366×768 with a window manager, and the program started on it."""

    def __init__(self, display: str, folder: Path) -> None:
        self._folder = folder
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "THIDUA_DATA": str(folder / "data"),
        }
        self._program: subprocess.Popen[bytes] | None = None
        self._clipboards: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> None:
        """Start the program and wait until its window has the focus."""
        command = [sys.executable, "-c", _PROGRAM, *arguments]
        self._program = subprocess.Popen(command, env=self._environment)
        self.wait_for_window("Thi đua")
        self.rest()

    def title(self) -> str:
        """Return the title of the window that has the focus, "" when none has."""
        found = self._tool("getactivewindow", "getwindowname", check=False)
        return found.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press *keys* one after another, each with its modifiers ("ctrl+s")."""
        self._tool("key", "--delay", _PACE, *keys)

    def type(self, text: str) -> None:
        """Type *text*, letters of the keyboard alone."""
        self._tool("type", "--delay", _PACE, text)

    def copy(self, html: str) -> None:
        """Put *html* on the clipboard, as another program would that goes on running."""
        other = subprocess.Popen(
            [sys.executable, "-c", _CLIPBOARD, html], env=self._environment, stdout=subprocess.PIPE
        )
        self._clipboards.append(other)
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"copied"

    def rest(self) -> None:
        """Wait until the program has nothing more to do."""
        last, since = self._work_done(), time.monotonic()
        end = since + PATIENCE
        while time.monotonic() - since < _CALM and time.monotonic() < end:
            time.sleep(_PAUSE)
            if (now := self._work_done()) > last + _IDLE_TICKS:
                last, since = now, time.monotonic()

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Wait until *is_so*; AssertionError when it never is."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"waited in vain; in front: “{self.title()}”"
            time.sleep(_PAUSE)

    def wait_for_window(self, words: str) -> None:
        """Wait until a window whose title has *words* has the focus."""
        self.wait_for(lambda: words in self.title())

    def end(self) -> int:
        """Wait for the program to end by itself and return its exit code."""
        assert self._program is not None
        return self._program.wait(PATIENCE)

    def kill(self) -> None:
        """End the program at once, whatever it does, and those that hold the clipboard."""
        for each in (*self._clipboards, *filter(None, [self._program])):
            if each.poll() is None:
                each.kill()
                each.wait()
            if each.stdout is not None:
                each.stdout.close()

    def _work_done(self) -> int:
        """Return the processor time the program has used, in ticks of the system."""
        assert self._program is not None
        fields = Path(f"/proc/{self._program.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def _tool(self, *arguments: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            check=check,
            capture_output=True,
            text=True,
        )


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Give a screen whose program keeps its things in *folder*; all of it is gone afterwards."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    made = Screen(display, folder)
    try:
        yield made
    finally:
        made.kill()
        for each in (manager, server):
            each.terminate()
            each.wait()
