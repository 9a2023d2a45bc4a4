"""The open office in the window: pages, who answers commands, what to save before leaving.

Knows no tab; a page is made when its tab is first in front, or ahead of that in a quiet moment.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from thidua_desktop.ui.checks.parameters_door import ParametersDoor
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.door import DirectoryDoor
from thidua_desktop.ui.idle import Idle
from thidua_desktop.ui.intake.door import IntakeDoor
from thidua_desktop.ui.intake.dropping import Dropping
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.notice_page import NoticePage
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page, Sought, Tab
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.record.furnishing import Furnishing
from thidua_desktop.ui.undoing import Undoing

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_ON_DRAFT = (Choice("save", "Cất"), Choice("drop", "Bỏ phần đang sửa"), Choice("stay", "Ở lại"))
_A_MOMENT = 5  # Milliseconds in which the window answers between making a page and showing it.


class Workspace(QObject):
    """Shows *services* in the window's tabs once `attach` gave them; before, the `notice`."""

    def __init__(
        self,
        window: MainWindow,
        tabs: Sequence[Tab],
        desk: Desk,
        now: Callable[[], datetime],
        directory: Sequence[Tab] = (),
    ) -> None:
        """*directory*: the pages of the window that stands beside this one."""
        super().__init__(window)
        self._window = window
        self._tabs = tuple(tabs)
        self._directory_tabs = tuple(directory)
        self._desk = desk
        self._now = now
        self._services: Services | None = None
        self._furnishing: Furnishing | None = None
        self._undoing: Undoing | None = None
        self._directory: DirectoryDoor | None = None
        self._intake: IntakeDoor | None = None
        self._parameters: ParametersDoor | None = None
        self._pages: dict[int, Page] = {}
        self._sought: dict[int, str] = {}
        self._given: dict[str, Mapping[str, Offer]] = {}
        self.notice = NoticePage(desk.look)
        self._idle = Idle(lambda: desk.jobs.is_idle, self)
        Dropping(window, lambda: bool(self._services), self._take_in)
        self._listen()

    @property
    def page(self) -> Page | None:
        """Return the page of the tab in front, once a file is open."""
        return self._pages.get(self._window.tab)

    @property
    def directory(self) -> DirectoryDoor | None:
        """Return the way into the directory of the open file, if one is open."""
        return self._directory

    @property
    def services(self) -> "Services | None":
        """Return the services of the open file, if one is open."""
        return self._services

    def attach(self, services: "Services", year: int | None = None) -> None:
        """Show the records of *services*, those of *year* first; what was shown before goes."""
        self.detach()
        self._window.year.show_year(year)
        self._services = services
        self._furnishing = Furnishing(services, self._desk, self.reveal, self)
        self._undoing = Undoing(services, self._desk, self)
        self._undoing.offers_changed.connect(self._offer)
        self._intake = IntakeDoor(services, self._desk, self._window)
        self._parameters = ParametersDoor(services, self._desk, self)
        self._directory = self._make_directory(services, self._furnishing)
        self._show_tab()
        self._idle.begin(self._pages_ahead(services))

    def detach(self) -> None:
        """Show no records any more, only the notice."""
        self._idle.end()
        self._window.show_middle(self.notice)
        for page in self._pages.values():
            self._window.remove_middle(page)
            page.deleteLater()
        if self._directory:
            self._directory.shut()
        for helper in (
            *(self._directory, self._undoing, self._furnishing),
            *(self._intake, self._parameters),
        ):
            if helper:
                helper.deleteLater()
        self._pages, self._sought, self._services = {}, {}, None
        self._undoing, self._furnishing, self._directory = None, None, None
        self._intake, self._parameters = None, None
        for say in (self._window.status.show_chosen, self._window.search.show_text):
            say("")
        self._offer()

    def offer(self, who: str, offers: Mapping[str, Offer]) -> None:
        """Let *offers* answer commands whatever tab is in front; *who* may replace them later."""
        self._given[who] = offers
        self._offer()

    def reveal(self, table: str, uid: str) -> None:
        """Go to the tab or page that shows records of *table*, and there to the record *uid*."""
        if self._directory and self._directory.shows(table):
            self._directory.reveal(table, uid)
            return
        for number, tab in enumerate(self._tabs):
            if table in tab.tables and self._services:
                self._come_forward()
                self._window.go_to(number)
                self._pages[number].reveal(table, uid)
                return

    def leave(self, then: Callable[[], None]) -> None:
        """Call *then* once no draft is open and no long work on; the officer may refuse."""
        if any(page.has_draft() for page in self._pages.values()):
            self._ask_about_draft(then)
        elif self._directory and self._directory.has_draft():
            self._ask_about_directory(self._directory, then)
        elif self._desk.jobs.long_ones:
            self._ask_about_work(then)
        else:
            then()

    def _show_tab(self) -> None:
        """Show the page of the tab in front; it is made when first seen."""
        number, window = self._window.tab, self._window
        is_new = number not in self._pages
        if self._services:
            self._have_page(number, self._services)
        if page := self.page:
            page.set_year(window.year.year)
            self._bring_soon(page) if is_new else self._bring(page)
            window.search.show_text(self._sought.get(number, ""))
        window.search.setEnabled(bool(page and page.searches))
        window.status.show_chosen(page.chosen_words() if page else "")
        self._offer()

    def _bring_soon(self, page: Page) -> None:
        """Show a page made just now in a turn of its own: both together would hold the window.

        Until then keys go to nobody, least of all into the page that was left.
        """
        self._window.let_go()
        QTimer.singleShot(_A_MOMENT, self, partial(self._bring, page))

    def _bring(self, page: Page) -> None:
        if page is self.page:
            self._window.show_middle(page)
            page.setFocus()

    def _pages_ahead(self, services: "Services") -> Iterator[Callable[[], None]]:
        """Yield the making of each page, and apart from it its place in the window."""
        for number in range(len(self._tabs)):
            yield partial(self._have_page, number, services)
            yield partial(self._place_page, number)

    def _have_page(self, number: int, services: "Services") -> None:
        if number not in self._pages:
            self._pages[number] = self._make_page(number, services)

    def _place_page(self, number: int) -> None:
        self._window.take_middle(self._pages[number])

    def _make_directory(self, services: "Services", furnishing: Furnishing) -> DirectoryDoor:
        return DirectoryDoor(
            self._directory_tabs,
            services,
            self._desk,
            furnishing.furnish,
            self._everywhere,
            self._now().year,
            self,
        )

    def _make_page(self, number: int, services: "Services") -> Page:
        page = self._tabs[number].make(services, self._desk)
        page.offers_changed.connect(self._offer)
        page.chosen.connect(self._show_chosen)
        page.conditions_dropped.connect(self._clear_conditions)
        if self._furnishing:
            self._furnishing.furnish(page)
            page.grown.connect(self._furnishing.furnish)
        return page

    def _offer(self) -> None:
        """Let commands be answered by whoever can: the frame, those given, undo, the page."""
        page = self.page
        self._desk.actions.offer(
            {
                **self._everywhere(page.list_kind if page else ""),
                **(self._own_offers() if page else {}),
                **(self._directory.offers() if self._directory else {}),
                **(self._undoing.offers() if self._undoing else {}),
                **(page.offers() if page else {}),
            },
            f"Thẻ {self._tabs[self._window.tab].title} không có lệnh này."
            if page
            else "Hãy mở một tệp thi đua trước.",
        )
        if self._directory:
            self._directory.offer()

    def _everywhere(self, list_kind: str) -> dict[str, Offer]:
        """Return what is answered in every tab, and in the window beside this one.

        *list_kind*: the kind of lists that the page in front takes in.
        """
        return {
            **(self._intake.offers(list_kind) if self._intake else {}),
            **(self._parameters.offers() if self._parameters else {}),
            "quit": Offer(self._quit),
            **{name: offer for given in self._given.values() for name, offer in given.items()},
            **(self._furnishing.offers() if self._furnishing else {}),
        }

    def _own_offers(self) -> dict[str, Offer]:
        can_seek = bool(self.page and self.page.searches)
        no_list = "" if can_seek else "Thẻ này không có danh sách để tìm."
        return {"reload": Offer(self._reload), "find": Offer(self._window.search.begin, no_list)}

    def _reload(self) -> None:
        if self.page:
            self.page.reload()

    def _quit(self) -> None:
        self._window.close()

    def _seek(self, text: str) -> None:
        self._sought[self._window.tab] = text
        if self.page:
            self.page.search(text)

    def _stand_in_page(self) -> None:
        if self.page:
            self.page.setFocus()

    def _set_year(self, year: int | None) -> None:
        if self.page:
            self.page.set_year(year)

    def _clear_conditions(self) -> None:
        """Show in the toolbar that the page in front has dropped its search and year."""
        self._window.search.show_text("")
        self._sought.pop(self._window.tab, None)
        self._window.year.show_year(None)

    def _take_in(self, paths: Sequence[Path]) -> None:
        """Give files that were dropped to the page in front, else read them as lists."""
        page = self.page
        if self._intake and not (page and page.take_in(paths)):
            self._intake.bring(paths, page.list_kind if page else "")

    def _go_to(self, sought: Sought) -> None:
        """Bring the tab with the rows of *sought* to the front, and show these rows alone."""
        number = [tab.title for tab in self._tabs].index(sought.tab)
        self._come_forward()
        self._window.year.show_year(sought.year)
        self._sought.pop(number, None)
        self._window.go_to(number)
        if page := self.page:
            page.search("")
            page.show_sought(sought)

    def _come_forward(self) -> None:
        """Let the main window be seen where the directory stands before it."""
        if self._directory and self._directory.is_in_front:
            self._window.raise_()
            self._window.activateWindow()

    def _show_chosen(self, words: str) -> None:
        if self.sender() is self.page:
            self._window.status.show_chosen(words)

    def _show_saved(self) -> None:
        self._window.status.show_saved(self._now())

    def _ask_about_draft(self, then: Callable[[], None]) -> None:
        number, page = next(each for each in self._pages.items() if each[1].has_draft())
        self._window.go_to(number)
        answer = self._desk.prompts.ask(
            f"Thẻ {self._tabs[number].title} có phần đang sửa chưa cất.", _ON_DRAFT
        )
        if answer == "save":
            page.keep_draft(lambda: self.leave(then))
        elif answer == "drop":
            page.drop_draft()
            self.leave(then)

    def _ask_about_directory(self, directory: DirectoryDoor, then: Callable[[], None]) -> None:
        directory.go_to_draft()
        answer = self._desk.prompts.ask("Cửa sổ Danh mục có phần đang sửa chưa cất.", _ON_DRAFT)
        if answer == "save":
            directory.keep_draft(lambda: self.leave(then))
        elif answer == "drop":
            directory.drop_draft()
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

    def _listen(self) -> None:
        self._window.tab_chosen.connect(self._show_tab)
        self._window.search.sought.connect(self._seek)
        self._window.search.left.connect(self._stand_in_page)
        self._window.year.chosen.connect(self._set_year)
        self._desk.bus.changed.connect(self._show_saved)
        self._desk.bus.wanted.connect(self.reveal)
        self._desk.bus.sought.connect(self._go_to)
        self._window.status.follow(self._desk.jobs)
