"""Files dropped on a window go to whatever takes them in. Knows no list and no page."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Calls *take* with the files dropped on *window*, or on what in it takes none itself.

    *can_take* says whether files are wanted now.
    """

    def __init__(
        self,
        window: QWidget,
        can_take: Callable[[], bool],
        take: Callable[[Sequence[Path]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._can_take = can_take
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window:
            return False
        if isinstance(event, QDragEnterEvent) and _files(event) and self._can_take():
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            if paths := _files(event):
                event.acceptProposedAction()
                self._take(paths)
            return True
        return False


def _files(event: QDropEvent) -> list[Path]:
    """Return the files that are dragged, folders and links to the net left out."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
