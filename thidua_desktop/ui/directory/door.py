"""The way into the directory of one open file. Knows no page by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page, Tab

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services
    from thidua_desktop.ui.directory.window import DirectoryWindow

_A_MOMENT = 5  # Milliseconds in which the window stands before its first page is made.


class DirectoryDoor(QObject):
    """Opens the window of *tabs* over *services*; it is made when first wanted.

    *furnish* is called with each page made; *around* gives what is answered whatever page is in
    front, by the kind of lists that it takes in.
    """

    def __init__(
        self,
        tabs: Sequence[Tab],
        services: "Services",
        desk: Desk,
        furnish: Callable[[Page], None],
        around: Callable[[str], Mapping[str, Offer]],
        this_year: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tabs = tuple(tabs)
        self._services = services
        self._desk = desk
        self._furnish = furnish
        self._around = around
        self._this_year = this_year
        self._window: DirectoryWindow | None = None

    @property
    def window(self) -> "DirectoryWindow | None":
        """Return the window once it was opened."""
        return self._window

    @property
    def is_in_front(self) -> bool:
        """Say whether keys go to the directory now."""
        return bool(self._window and self._window.isActiveWindow())

    def offers(self) -> Mapping[str, Offer]:
        """Return the command answered here."""
        return {"directory": Offer(self.open)}

    def open(self) -> None:
        """Show the window, its page where it was left."""
        window = self._have_window()
        window.come_to_front()
        QTimer.singleShot(_A_MOMENT, window, window.pages.begin)

    def shows(self, table: str) -> bool:
        """Say whether a page here shows the records of *table*."""
        return any(table in tab.tables for tab in self._tabs)

    def reveal(self, table: str, uid: str) -> None:
        """Show the record *uid* of *table* in its page."""
        window = self._have_window()
        window.come_to_front()
        window.pages.reveal(table, uid)

    def has_draft(self) -> bool:
        """Say whether something typed there is not kept yet."""
        return bool(self._window and self._window.pages.has_draft())

    def go_to_draft(self) -> None:
        """Show what is not kept yet."""
        window = self._have_window()
        window.come_to_front()
        window.pages.go_to_draft()

    def keep_draft(self, then: Callable[[], None]) -> None:
        """Save what was typed, then call *then*."""
        self._have_window().pages.keep_draft(then)

    def drop_draft(self) -> None:
        """Throw away what was typed."""
        self._have_window().pages.drop_draft()

    def offer(self) -> None:
        """Ask again who answers the commands of the window."""
        if self._window and self._window.isVisible():
            self._window.offer()

    def shut(self) -> None:
        """Let the window go with its file."""
        if self._window:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _have_window(self) -> "DirectoryWindow":
        if self._window is None:
            self._window = self._make()
        return self._window

    def _make(self) -> "DirectoryWindow":
        from thidua_desktop.ui.directory.pages import DirectoryPages
        from thidua_desktop.ui.directory.window import DirectoryWindow

        actions = Actions(self._desk.look)
        actions.complete()
        desk = replace(self._desk, actions=actions)
        pages = DirectoryPages(self._tabs, self._services, desk)
        pages.grown.connect(self._furnish)
        return DirectoryWindow(pages, self._services, desk, self._around, self._this_year)
