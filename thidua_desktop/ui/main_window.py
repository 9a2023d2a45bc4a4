"""The window's frame: menus, toolbar, tabs, status line. Places tabs and knows nothing of any."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import SCALES, TAB_ICON
from thidua_desktop.ui.menus import add_on_top, fill_menus, fill_toolbar
from thidua_desktop.ui.notice_page import NoticePage
from thidua_desktop.ui.page import Offer, Page, Tab
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.status_line import StatusLine
from thidua_desktop.ui.undoing import Undoing
from thidua_desktop.ui.widgets.tools import SearchLine, YearBox

if TYPE_CHECKING:
    from thidua_desktop.wiring import Services

SMALLEST = QSize(1093, 574)
_SHAPE = "window/geometry"


class MainWindow(QMainWindow):
    """The frame: empty until `attach`, with `notice` where the tabs' pages will be."""

    closing = Signal()
    """The officer closes the window and nothing typed is lost by it; `finish` then closes it."""

    def __init__(self, tabs: Sequence[Tab], desk: Desk, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._tabs = tuple(tabs)
        self._desk = desk
        self._now = now
        self._services: Services | None = None
        self._undoing: Undoing | None = None
        self._pages: dict[int, Page] = {}
        self._sought: dict[int, str] = {}
        self._file_offers: Mapping[str, Offer] = {}
        self._is_finished = False
        self.status = StatusLine(desk.jobs)
        self.notice = NoticePage(desk.look)
        self._bar = QTabBar()
        self._stack = QStackedWidget()
        self._year = YearBox(now().year)
        self._search = SearchLine(desk.look)
        self._lay_out()
        self._make_menus()
        self._listen()
        self._take_shape()

    @property
    def page(self) -> Page | None:
        """Return the page of the tab in front, once a file is open."""
        return self._pages.get(self._bar.currentIndex())

    def attach(self, services: "Services") -> None:
        """Show the records of *services* in the tabs; what was shown before goes."""
        self.detach()
        self._services = services
        self._undoing = Undoing(services, self._desk, self)
        self._undoing.offers_changed.connect(self._offer)
        self._show_tab()

    def detach(self) -> None:
        """Show no records any more, only the notice."""
        self._stack.setCurrentWidget(self.notice)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        if self._undoing:
            self._undoing.deleteLater()
        self._pages, self._undoing, self._services = {}, None, None
        self.status.show_chosen("")
        self._offer()

    def offer_files(self, offers: Mapping[str, Offer]) -> None:
        """Let *offers* answer the commands about files, now and whatever tab is in front."""
        self._file_offers = offers
        self._offer()

    def leave(self, then: Callable[[], None]) -> None:
        """Call *then* once no draft is open and no long work on; the officer may refuse."""
        if any(page.has_draft() for page in self._pages.values()):
            self._ask_about_draft(then)
        elif self._desk.jobs.long_ones:
            self._ask_about_work(then)
        else:
            then()

    def go_to(self, tab: int) -> None:
        """Bring the tab number *tab* (from 0) to the front."""
        self._bar.setCurrentIndex(tab)

    def finish(self) -> None:
        """Close the window for good."""
        self._is_finished = True
        self._desk.memory.keep_shape(_SHAPE, self.saveGeometry())
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_finished:
            event.accept()
        else:
            event.ignore()
            self.leave(self.closing.emit)

    def _show_tab(self) -> None:
        """Show the page of the tab in front; it is made when first seen."""
        number = self._bar.currentIndex()
        if self._services and number not in self._pages:
            self._pages[number] = self._make_page(number, self._services)
        if page := self.page:
            page.set_year(self._year.year)
            self._stack.setCurrentWidget(page)
            self._search.show_text(self._sought.get(number, ""))
        self._search.setEnabled(bool(page and page.searches))
        self.status.show_chosen(page.chosen_words() if page else "")
        self._offer()

    def _make_page(self, number: int, services: "Services") -> Page:
        page = self._tabs[number].make(services, self._desk)
        page.offers_changed.connect(self._offer)
        page.chosen.connect(self._show_chosen)
        page.conditions_dropped.connect(self._clear_conditions)
        self._stack.addWidget(page)
        return page

    def _offer(self) -> None:
        """Let commands be answered by whoever can: the file menu, the frame, undo, the page."""
        page = self.page
        own = {"quit": Offer(self._quit), "reload": Offer(self._reload), "find": self._finding()}
        offers = {
            **self._file_offers,
            **(own if page else {"quit": own["quit"]}),
            **(self._undoing.offers() if self._undoing else {}),
            **(page.offers() if page else {}),
        }
        title = self._tabs[self._bar.currentIndex()].title
        without = f"Thẻ {title} không có lệnh này." if page else "Hãy mở một tệp thi đua trước."
        self._desk.actions.offer(offers, without)

    def _finding(self) -> Offer:
        can = bool(self.page and self.page.searches)
        return Offer(self._search.begin, "" if can else "Thẻ này không có danh sách để tìm.")

    def _reload(self) -> None:
        if self.page:
            self.page.reload()

    def _quit(self) -> None:
        self.close()

    def _seek(self, text: str) -> None:
        self._sought[self._bar.currentIndex()] = text
        if self.page:
            self.page.search(text)

    def _set_year(self, year: int | None) -> None:
        if self.page:
            self.page.set_year(year)

    def _clear_conditions(self) -> None:
        """Show in the toolbar that the page in front has dropped its search and year."""
        self._search.show_text("")
        self._sought.pop(self._bar.currentIndex(), None)
        self._year.show_year(None)

    def _show_chosen(self, words: str) -> None:
        if self.sender() is self.page:
            self.status.show_chosen(words)

    def _show_saved(self) -> None:
        self.status.show_saved(self._now())

    def _ask_about_draft(self, then: Callable[[], None]) -> None:
        number, page = next(each for each in self._pages.items() if each[1].has_draft())
        self.go_to(number)
        answer = self._desk.prompts.ask(
            f"Thẻ {self._tabs[number].title} có phần đang sửa chưa cất.",
            (Choice("save", "Cất"), Choice("drop", "Bỏ phần đang sửa"), Choice("stay", "Ở lại")),
        )
        if answer == "save":
            page.keep_draft(lambda: self.leave(then))
        elif answer == "drop":
            page.drop_draft()
            self.leave(then)

    def _ask_about_work(self, then: Callable[[], None]) -> None:
        jobs = self._desk.jobs.long_ones
        answer = self._desk.prompts.ask(
            f"Đang làm dở: {', '.join(job.label for job in jobs)}.",
            (Choice("stop", "Dừng việc này và đóng"), Choice("wait", "Chờ xong")),
            "Dừng giữa chừng không để lại gì: tệp thi đua vẫn như trước khi bắt đầu.",
        )
        if answer == "stop":
            for job in jobs:
                job.cancel()
            then()

    def _lay_out(self) -> None:
        self.setMinimumSize(SMALLEST)
        self.setStatusBar(self.status)
        self._bar.setObjectName("tabs")
        self._bar.setAccessibleName("Các thẻ")
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        for tab in self._tabs:
            self._bar.addTab(tab.title)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack)
        self._stack.addWidget(self.notice)
        self.setCentralWidget(middle)
        fill_toolbar(
            self.addToolBar("Lệnh thường dùng"), self._desk.actions, (self._year, self._search)
        )
        self._dress()

    def _make_menus(self) -> None:
        menus = fill_menus(self.menuBar(), self._desk.actions)
        view = menus["Xem"]
        add_on_top(view, [self._tab_action(number, tab) for number, tab in enumerate(self._tabs)])
        view.addMenu(self._letters_menu())

    def _tab_action(self, number: int, tab: Tab) -> QAction:
        action = QAction(tab.title, self)
        action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        action.triggered.connect(lambda: self.go_to(number))
        return action

    def _letters_menu(self) -> QMenu:
        menu = QMenu("Cỡ chữ", self)
        group = QActionGroup(menu)
        for scale in SCALES:
            action = menu.addAction(f"{scale:.0%}".replace("%", " %"))
            action.setCheckable(True)
            action.setChecked(scale == self._desk.look.scale)
            action.triggered.connect(lambda _checked, scale=scale: self._desk.look.set_scale(scale))
            group.addAction(action)
        return menu

    def _listen(self) -> None:
        self._bar.currentChanged.connect(self._show_tab)
        self._search.sought.connect(self._seek)
        self._year.chosen.connect(self._set_year)
        self._desk.bus.changed.connect(self._show_saved)
        self._desk.look.changed.connect(self._dress)

    def _dress(self) -> None:
        for number, tab in enumerate(self._tabs):
            self._bar.setTabIcon(number, self._desk.look.icon(tab.icon, size=TAB_ICON))

    def _take_shape(self) -> None:
        if not self.restoreGeometry(self._desk.memory.shape(_SHAPE)):
            self.resize(1280, 680)
