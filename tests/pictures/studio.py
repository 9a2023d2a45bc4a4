"""The program itself on an unseen screen, and a camera for its windows. Knows no scene."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from thidua_desktop import app
from thidua_desktop.paths import find_paths
from thidua_desktop.ui.page import Page

SCREEN = QSize(1366, 728)  # The usual screen without the bar of the system.
SMALLEST = QSize(1093, 574)
PATIENCE = 20.0  # Seconds until a screen must have got all it asked for.
_MOMENT, _LONG = 8, 100  # Looks at a dialog until it is surely filled; until it never will be.
_SHADE = QColor(0, 0, 0, 60)


class Studio:
    """Runs the program in *folder* and writes pictures into *out*."""

    def __init__(self, folder: Path, out: Path) -> None:
        self._out = out
        self.taken: list[Path] = []
        frame, _missing = app.make_frame(find_paths({"THIDUA_DATA": str(folder)}))
        self.app, self.window, self.look = frame.app, frame.window, frame.look
        self._crash, self.files, self.desk = app.put_together(frame)
        self.look.complete()
        self.window.resize(SCREEN)
        self.window.show()

    def dress(self, *, dark: bool = False, scale: float = 1.0, size: QSize = SCREEN) -> None:
        """Change colours, letters and size of the window."""
        self.look.set_dark(dark)
        self.look.set_scale(scale)
        self.window.resize(size)
        self.settle()

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open an office file."""
        self.files.open_file(path, read_only=read_only)
        self.settle()

    def go_to(self, tab: int) -> None:
        """Bring *tab* to the front and let it fill."""
        self.window.go_to(tab)
        self.settle()

    def run(self, command: str) -> None:
        """Give a command that asks nothing."""
        self.desk.actions[command].trigger()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is asked, read or drawn any more."""
        end = time.monotonic() + PATIENCE
        calm = 0
        while calm < 3:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            calm = calm + 1 if self.desk.jobs.is_idle and not self._is_typing() else 0
            if time.monotonic() > end:
                raise TimeoutError("a screen never came to rest")

    def shoot(self, name: str, widget: QWidget | None = None) -> Path:
        """Take a picture of *widget*, or of the window."""
        self.settle()
        return self._keep((widget or self.window).grab(), name)

    def shoot_now(self, name: str) -> Path:
        """Take a picture of the window while work goes on."""
        return self._keep(self.window.grab(), name)

    def fail(self, error: Exception) -> None:
        """Let *error* be one that nobody caught."""
        self._crash.take(error)

    def shoot_dialogs(self, name: str, start: Callable[[], object]) -> int:
        """Do *start* and take, then leave, every dialog it opens; return how many there were."""
        camera = _Camera(self, name)
        camera.begin()
        start()
        self.settle()
        camera.end()
        return camera.count

    def shoot_over(self, name: str, dialog: QWidget) -> Path:
        """Take a picture of *dialog* as it lies over the window."""
        picture = self.window.grab()
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), _SHADE)
        over = dialog.grab()
        painter.drawPixmap(_middle(picture, over), over)
        painter.end()
        return self._keep(picture, name)

    def drop_drafts(self) -> None:
        """Throw away what stands unsaved in the tabs."""
        for page in self.window.findChildren(Page):
            page.drop_draft()
        self.settle()

    def close(self) -> None:
        """Close the program."""
        self.window.close()
        self.settle()

    def _keep(self, picture: QPixmap, name: str) -> Path:
        path = self._out / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower()).strip('-')}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(path)):
            raise OSError(f"picture not written: {path}")
        self.taken.append(path)
        return path

    def _is_typing(self) -> bool:
        """Say whether a short clock runs that waits for the last key."""
        return any(
            timer.isActive() and timer.isSingleShot() and timer.remainingTime() < 1_000
            for timer in self.window.findChildren(QTimer)
        )


class _Camera:
    """Waits for dialogs while a command runs, takes each once it is at rest, and leaves it."""

    def __init__(self, studio: Studio, name: str) -> None:
        self._studio = studio
        self._name = name
        self._clock = QTimer()
        self._clock.setInterval(40)
        self._clock.timeout.connect(self._look)
        self._waited = 0
        self.count = 0

    def begin(self) -> None:
        self._clock.start()

    def end(self) -> None:
        self._clock.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        self._waited += 1
        is_at_rest = self._waited > _MOMENT and self._studio.desk.jobs.is_idle
        if not is_at_rest and self._waited < _LONG:
            return
        self._waited = 0
        self.count += 1
        number = f"-{self.count}" if self.count > 1 else ""
        self._studio.shoot_over(f"{self._name}{number}", dialog)
        if isinstance(dialog, QDialog):
            dialog.reject()
        else:
            dialog.close()


def _middle(under: QPixmap, over: QPixmap) -> QPoint:
    return QPoint(
        max(0, (under.width() - over.width()) // 2), max(0, (under.height() - over.height()) // 2)
    )
