"""A second start goes to the window that is open already, with the file it was given.

The two meet at a socket named after this user's folder. Knows no office file.
"""

import getpass
import json
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

_log = logging.getLogger(__name__)

_PATIENCE = 5_000  # Milliseconds for the first window to answer; one that hangs is not waited for.
_AGAIN = 500
_LONGEST = 65_536  # Bytes of a request; a path is far shorter.
_DONE = b"ok\n"
_ANYONE = -1


class Request(NamedTuple):
    """What a start of the program is asked to open; nothing named brings the window alone."""

    file: str = ""
    is_sample: bool = False


def name_for(folder: Path) -> str:
    """Return what the socket of the user's *folder* is called."""
    who = ""
    with suppress(OSError, KeyError, ImportError):
        who = getpass.getuser()
    return f"thidua-{sha256(f'{who} {folder.absolute()}'.encode()).hexdigest()[:16]}"


def hand_over(name: str, request: Request) -> bool:
    """Give *request* to the window that listens at *name*; False when none does, or it hangs."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE):
        return False
    _let_come_to_the_front()
    socket.write(json.dumps(request._asdict()).encode() + b"\n")
    socket.waitForBytesWritten(_PATIENCE)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_PATIENCE):
            return False
    return bytes(socket.readLine().data()) == _DONE


class FirstWindow(QObject):
    """Listens for later starts; *mark* is a file that stands while it does, so that they look."""

    asked = Signal(object)
    """A later start came with a `Request`."""

    def __init__(self, name: str, mark: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._mark = mark
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> bool:
        """Begin to listen; a dead socket that a crash left is taken over. False when it fails."""
        QLocalServer.removeServer(self._name)
        if not self._server.listen(self._name):
            _log.info("no second starts are heard: %s", self._server.errorString())
            return False
        with suppress(OSError):
            self._mark.parent.mkdir(parents=True, exist_ok=True)
            self._mark.touch()
        return True

    def close(self) -> None:
        """Hear no more."""
        self._server.close()
        with suppress(OSError):
            self._mark.unlink(missing_ok=True)

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        request = _request(bytes(socket.readLine().data()))
        if request is None:
            socket.abort()
            return
        socket.write(_DONE)
        socket.flush()
        socket.disconnectFromServer()
        self.asked.emit(request)


def bring_to_front(window: QWidget) -> None:
    """Show *window* before all others, also when it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def once_free(run: Callable[[], None]) -> None:
    """Do *run* when no dialog waits for an answer and no menu is open."""
    if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
        run()
    else:
        QTimer.singleShot(_AGAIN, partial(once_free, run))


def _request(line: bytes) -> Request | None:
    """Return what *line* asks for; None when it is no request of ours."""
    try:
        told: dict[str, Any] = json.loads(line)
        file, is_sample = told["file"], told["is_sample"]
    except (ValueError, TypeError, KeyError):
        return None
    is_right = isinstance(file, str) and isinstance(is_sample, bool)
    return Request(file, is_sample) if is_right else None


def _let_come_to_the_front() -> None:
    """Let the other program take the front, which Windows allows only to the one used last."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANYONE)
