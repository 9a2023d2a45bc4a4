"""All pages of the directory behind one slim list; each is made when it is first in front."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page, Tab
from thidua_desktop.ui.widgets.placed_page import PlacedPage
from thidua_desktop.ui.widgets.places import Place, Places

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_WIDTH = 176
_A_MOMENT = 5  # Milliseconds in which the window answers between making a page and showing it.


class DirectoryPages(PlacedPage):
    """Leads from page to page; a draft stays in its page while one looks at another."""

    turned = Signal()
    """Another page is in front."""

    def __init__(self, tabs: Sequence[Tab], services: "Services", desk: Desk) -> None:
        super().__init__("directory", desk)
        self._tabs = {tab.title: tab for tab in tabs}
        self._services = services
        self._made: dict[str, Page] = {}
        self._sought: dict[str, str] = {}
        self._year: int | None = None
        self._at = ""
        self.places = Places("Danh mục", desk.look)
        self.places.show_places([Place(t.title, t.title, icon=t.icon) for t in tabs])
        self._stack = QStackedWidget()
        self._nothing = Page()
        self._stack.addWidget(self._nothing)
        self.place(self.places, self._stack, _WIDTH)
        self.places.chosen.connect(self.go_to)
        self.places.entered.connect(self.setFocus)

    @property
    def inner(self) -> Page:
        return self._made.get(self._at, self._nothing)

    @property
    def title(self) -> str:
        """Return the title of the page in front, "" before there is one."""
        return self._at

    @property
    def text(self) -> str:
        """Return the words that the page in front was asked to find."""
        return self._sought.get(self._at, "")

    def has(self, table: str) -> bool:
        """Say whether one of the pages shows the records of *table*."""
        return any(table in tab.tables for tab in self._tabs.values())

    def go_to(self, title: str) -> None:
        """Bring the page *title* to the front; it is made when first seen, and shown in a turn
        of its own: both together would hold the window.
        """
        self.places.stand_on(title)
        is_new = title not in self._made
        if is_new:
            self._made[title] = self._make(self._tabs[title])
        self._at = title
        self.inner.set_year(self._year)
        if is_new:
            QTimer.singleShot(_A_MOMENT, self, partial(self._bring, title))
        else:
            self._bring(title)
        self.turned.emit()

    def begin(self) -> None:
        """Stand in the page one was in last, or in the first."""
        self.go_to(self._at or self.places.current)

    def search(self, text: str) -> None:
        self._sought[self._at] = text
        self.inner.search(text)

    def set_year(self, year: int | None) -> None:
        self._year = year
        self.inner.set_year(year)

    def reveal(self, table: str, uid: str) -> None:
        for title, tab in self._tabs.items():
            if table in tab.tables:
                self.go_to(title)
                self.inner.reveal(table, uid)
                return

    def offers(self) -> Mapping[str, Offer]:
        return self.inner.offers()

    def has_draft(self) -> bool:
        return any(page.has_draft() for page in self._made.values())

    def keep_draft(self, then: Callable[[], None]) -> None:
        if title := self._with_draft():
            self.go_to(title)
            self.inner.keep_draft(then)
        else:
            then()

    def drop_draft(self) -> None:
        for page in self._made.values():
            if page.has_draft():
                page.drop_draft()

    def go_to_draft(self) -> None:
        """Show the page in which something typed is not kept yet."""
        if title := self._with_draft():
            self.go_to(title)

    def _with_draft(self) -> str:
        return next((title for title, page in self._made.items() if page.has_draft()), "")

    def _make(self, tab: Tab) -> Page:
        page = tab.make(self._services, self.desk)
        self._stack.addWidget(page)
        page.offers_changed.connect(self.offers_changed)
        page.conditions_dropped.connect(self._forget_sought)
        page.chosen.connect(self._tell_chosen)
        page.grown.connect(self.grown)
        self.grown.emit(page)
        return page

    def _bring(self, title: str) -> None:
        """Show the page; one with a draft is gone on with where one was typing."""
        if title == self._at:
            page = self.inner
            self._stack.setCurrentWidget(page)
            self.setFocusProxy(page)
            was: QWidget | None = page.focusWidget() if page.has_draft() else None
            (was or page).setFocus()

    def _forget_sought(self) -> None:
        """The page in front has dropped its search and year by itself."""
        self._sought.pop(self._at, None)
        self._year = None
        self.conditions_dropped.emit()
