"""The directory's window: its own commands, year, search and line below, around its pages.

Knows no page and no record. Its pages are a sequence of `page.Tab`s, listed in `app.py`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.commands import OTHERS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.pages import DirectoryPages
from thidua_desktop.ui.menus import fill_toolbar, shorten_toolbar
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.prompts import BESIDE
from thidua_desktop.ui.status_line import StatusLine
from thidua_desktop.ui.undoing import Undoing
from thidua_desktop.ui.widgets.tools import SearchLine, YearBox

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

TITLE = "Danh mục"
_ROOMY, _NARROW = 1_020, 800  # pixels at scale 1: room for all words of the bar; for hardly any.
_PLAIN = ("change", "delete")
"""Those of the bar whose icon alone will do where it is narrow."""
_SHAPE = "directory/geometry"
_WIDTH, _HEIGHT = 1060, 560
_LEAST_WIDTH, _LEAST_HEIGHT = 860, 420
_TOOLS = ("add", "change", "delete", "", "import", "export", "print", "", "undo", "redo")
_SEEN = frozenset((*_TOOLS, "save", "find", "reload", "fold"))
"""Commands with a place or a key that everyone knows; the menu beside has the others."""

Offers = Callable[[str], Mapping[str, Offer]]


class DirectoryWindow(QWidget):
    """A window beside the main one over the same file. Closed, it is only out of sight.

    *desk* has the window's own actions; *around* gives what is answered whatever page is in front,
    by the kind of lists that it takes in.
    """

    def __init__(
        self,
        pages: DirectoryPages,
        services: "Services",
        desk: Desk,
        around: Offers,
        this_year: int,
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setProperty(BESIDE, True)
        self._desk = desk
        self._around = around
        desk.actions.setParent(self)
        self.pages = pages
        self.year, self.search = YearBox(this_year), SearchLine(desk.look)
        self.year.complete()
        self.status = StatusLine()
        self._undoing = Undoing(services, desk, self)
        self._more = QToolButton()
        self._bar = QToolBar("Lệnh của danh mục")
        self._lay_out()
        self._listen()
        desk.look.dress_all_of(self)
        self._dress()

    def offer(self) -> None:
        """Let the commands of this window be answered by whoever can now."""
        page = self.pages.inner
        no_list = "" if page.searches else "Trang này không có danh sách để tìm."
        self._desk.actions.offer(
            {
                **self._around(page.list_kind),
                **self._undoing.offers(),
                "reload": Offer(page.reload),
                "find": Offer(self.search.begin, no_list),
                **page.offers(),
            },
            f"Trang {self.pages.title} không có lệnh này." if self.pages.title else "",
        )

    def come_to_front(self) -> None:
        """Show the window where it was, above the others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._desk.memory.keep_shape(_SHAPE, self.saveGeometry())
        super().closeEvent(event)

    def _turn(self) -> None:
        """Follow to another page: its words to find, its rows, what it can do."""
        page = self.pages.inner
        self.search.show_text(self.pages.text)
        self.search.setEnabled(page.searches)
        self.year.setEnabled(page.has_years)
        self.year.setToolTip(
            "Năm của những gì đang xem" if page.has_years else "Trang này không chia theo năm."
        )
        self.status.show_chosen(page.chosen_words())
        self.offer()

    def _clear_conditions(self) -> None:
        self.search.show_text("")
        self.year.show_year(None)

    def _fill_more(self) -> None:
        """List what can be done here beside the usual, each with why it cannot be just now."""
        menu = self._more.menu()
        menu.clear()
        given = self._around(self.pages.inner.list_kind)
        offers = {**given, **self._undoing.offers(), **self.pages.offers()}
        rows = [row for row in self._desk.actions if row[0].name in offers]
        own = [action for command, action in rows if _is_own(command.name, command.menu)]
        menu.addActions(own)
        menu.addSeparator()
        menu.addActions([self._desk.actions[name] for name in ("steps", "bin", "guide")])

    def _lay_out(self) -> None:
        actions = self._desk.actions
        menu = QMenu(self._more)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill_more)
        self._more.setText(f"{OTHERS} ▾")
        self._more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._more.setAccessibleName(OTHERS)
        self._more.setToolTip("Những lệnh khác của trang này")
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        fill_toolbar(self._bar, actions, (self._more, self.year, self.search), _TOOLS)
        for command, action in actions:
            if command.key:
                self.addAction(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._bar, self.pages, self.status):
            column.addWidget(part, 1 if part is self.pages else 0)
        px = self._desk.look.px
        self.setMinimumSize(px(_LEAST_WIDTH), px(_LEAST_HEIGHT))
        if not self.restoreGeometry(self._desk.memory.shape(_SHAPE)):
            self._desk.look.size(self, _WIDTH, _HEIGHT)

    def _listen(self) -> None:
        pages = self.pages
        pages.turned.connect(self._turn)
        pages.offers_changed.connect(self.offer)
        pages.chosen.connect(self.status.show_chosen)
        pages.conditions_dropped.connect(self._clear_conditions)
        self._undoing.offers_changed.connect(self.offer)
        self.search.sought.connect(pages.search)
        self.search.left.connect(pages.setFocus)
        self.year.chosen.connect(pages.set_year)
        self.status.follow(self._desk.jobs)
        for number, title in enumerate(pages.places.keys[:9], start=1):
            self._key(f"Ctrl+{number}", partial(pages.go_to, title))
        self._key("Ctrl+W", self.close)
        self._desk.look.changed.connect(self._dress)

    def _key(self, key: str, run: Callable[[], Any]) -> None:
        QShortcut(QKeySequence(key), self, run)

    def _dress(self) -> None:
        look = self._desk.look
        self._bar.setIconSize(look.square(sizes.ICON))
        self._shorten()
        self.setWindowIcon(look.icon("book-user"))

    def _shorten(self) -> None:
        px, width = self._desk.look.px, self.width()
        bare = _PLAIN if width < px(_NARROW) else ()
        shorten_toolbar(self._bar, self._desk.actions, is_tight=width < px(_ROOMY), bare=bare)


def _is_own(name: str, menu: str) -> bool:
    """Say whether a command belongs to the page rather than to the file or the program."""
    return name not in _SEEN and menu in ("", OTHERS, "Dữ liệu", "Báo cáo", "Sửa")
