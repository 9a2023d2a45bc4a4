"""The way into the guide: F1 in the window and in every dialog. Knows no tab and no file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.guide import book, paper
from thidua_desktop.ui.guide.keys import as_markdown, key_groups
from thidua_desktop.ui.guide.window import GuideWindow
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.gate import PaperGate
from thidua_desktop.ui.papers.outgoing import Outgoing
from thidua_desktop.ui.prompts import Choice

KEY, LIST_KEY = "F1", "Ctrl+/"
KEYS_PAGE = "phim-tat"
"""The page below which all keys are listed."""


class GuideDoor(QObject):
    """Opens the guide in *folder* at the page of the dialog in front, else of the *place*.

    *tabs*: the titles of all tabs; *place* gives that of the tab in front, "" without a file.
    The one window of the guide stands above *window*, and above a dialog that holds the rest.
    `keys_asked` comes when a dialog in front was asked for the list of all keys.
    """

    keys_asked = Signal()

    def __init__(
        self,
        folder: Path,
        tabs: Sequence[str],
        place: Callable[[], str],
        desk: Desk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._folder = folder
        self._place = place
        self._desk = desk
        self._owner = window
        self._book = book.Book(())
        self._made = {KEYS_PAGE: as_markdown(key_groups(tabs))}
        self._window: GuideWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def window(self) -> GuideWindow | None:
        """Return the window of the guide once it was opened."""
        return self._window

    def offers(self) -> Mapping[str, Offer]:
        """Return the command answered here."""
        return {"guide": Offer(self.open)}

    def open(self) -> None:
        """Show the page of where one is."""
        if self._window is None and (made := self._make()):
            self._window = made
        if self._window is None:
            return
        front = QApplication.activeModalWidget() or self._owner
        called = (type(front).__name__, front.windowTitle()) if front is not self._owner else ()
        self._window.show_page(self._book.about(*called, self._place()).name)
        self._window.show()
        self._stand_above(front)
        self._window.raise_()
        self._window.activateWindow()

    def _make(self) -> GuideWindow | None:
        try:
            self._book = book.read(self._folder)
        except OSError:
            self._desk.prompts.tell(
                "Không đọc được các trang hướng dẫn đi cùng chương trình.",
                "Dữ liệu không bị ảnh hưởng.",
                "Hãy cài lại chương trình.",
            )
            return None
        desk = self._desk
        window = GuideWindow(self._book, self._made, desk.look, desk.memory, self._owner)
        window.print_asked.connect(self._print)
        return window

    def _print(self, name: str) -> None:
        """Ask how much of the guide is wanted on paper, and show it."""
        here = self._book.page(name)
        answer = self._desk.prompts.ask(
            "In trang đang xem hay cả hướng dẫn?",
            (
                Choice("page", f"Trang “{here.title}”"),
                Choice("all", "Cả hướng dẫn"),
                Choice("leave", "Bỏ qua"),
            ),
        )
        if answer != "leave":
            self._preview([here] if answer == "page" else self._book.pages)

    def _preview(self, pages: Iterable[book.GuidePage]) -> None:
        texts = [page.whole(self._made) for page in pages]

        def draw(path: Path, _ticket: Ticket) -> None:
            paper.write(texts, path)

        out = Outgoing(self._desk, self._window or self._owner, gate=PaperGate())
        out.preview("Hướng dẫn", "huong-dan.pdf", draw)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Give a dialog that comes to the front its keys, and let the guide be read beside it."""
        front = now.window() if now is not None else None
        if isinstance(front, QDialog) and front.findChild(_Key) is None:
            _Key(QKeySequence(KEY), front, self.open)
            _Key(QKeySequence(LIST_KEY), front, self.keys_asked.emit)
        if self._window is not None and self._window.isVisible():
            self._stand_above(QApplication.activeModalWidget() or self._owner)

    def _stand_above(self, front: QWidget) -> None:
        """Tie the guide to *front*: what stands above a modal window is not held by it."""
        guide = self._window.windowHandle() if self._window else None
        handle = front.windowHandle()
        if guide and handle is not guide:
            guide.setTransientParent(handle)


class _Key(QShortcut):
    """A key of the guide in one dialog."""
