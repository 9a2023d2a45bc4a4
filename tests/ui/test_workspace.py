from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from thidua_desktop.services.services import Services
from thidua_desktop.ui import idle
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page, Sought, Tab
from thidua_desktop.ui.workspace import Workspace

NOW = datetime(2024, 6, 10, 10, 32)


class Plain(Page):
    """A page that remembers what the window told it."""

    def __init__(self, _services: Services, _desk: Desk) -> None:
        super().__init__()
        self.told: list[object] = []
        self.draft = ""

    def offers(self) -> Mapping[str, Offer]:
        return {"add": Offer(lambda: self.told.append("add"))}

    def set_year(self, year: int | None) -> None:
        self.told.append(year)

    def reload(self) -> None:
        self.told.append("reload")

    def chosen_words(self) -> str:
        return "3 dòng"

    def has_draft(self) -> bool:
        return bool(self.draft)

    def keep_draft(self, then: Callable[[], None]) -> None:
        self.told.append(f"kept {self.draft}")
        self.draft = ""
        then()

    def drop_draft(self) -> None:
        self.draft = ""


class Listed(Plain):
    """A page whose list can be searched."""

    searches = True

    def search(self, text: str) -> None:
        self.told.append(f"search {text}")

    def show_sought(self, sought: Sought) -> None:
        self.told.append(sought)

    def reveal(self, table: str, uid: str) -> None:
        self.told.append(f"reveal {table} {uid}")


TABS = (
    Tab("Một", "users", Plain),
    Tab("Hai", "medal", Listed, ("award",)),
    Tab("Ba", "medal", Listed),
)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    window = MainWindow(TABS, desk.actions, desk.look, desk.memory, 2024)
    window.complete()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def workspace(window: MainWindow, desk: Desk) -> Workspace:
    return Workspace(window, TABS, desk, lambda: NOW)


@pytest.fixture
def services(tmp_path: Path, qtbot: QtBot):
    made = factory.wiring(tmp_path).create_office(tmp_path / "a.thidua", factory.OFFICE)
    yield made
    made.file.close()


@pytest.fixture
def page(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, services: Services, desk: Desk
) -> Plain:
    workspace.attach(services)
    settle(qtbot, desk)
    page = front(workspace)
    qtbot.waitUntil(lambda: page in window.findChildren(Plain))
    return page


def front(workspace: Workspace) -> Plain:
    page = workspace.page
    assert isinstance(page, Plain)
    return page


def test_without_a_file_commands_say_so(workspace: Workspace, desk: Desk):
    assert desk.actions["add"].statusTip() == "Hãy mở một tệp thi đua trước."


def test_a_page_is_made_when_its_tab_is_first_in_front(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, page: Plain
):
    assert len(window.findChildren(Plain)) == 1
    window.go_to(1)
    qtbot.waitUntil(lambda: len(window.findChildren(Plain)) == 2)
    window.go_to(0)
    assert front(workspace) is page


def test_a_page_left_before_it_stood_does_not_come_to_the_front(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, page: Plain
):
    window.show()
    window.go_to(1)
    window.go_to(0)
    qtbot.wait(20)
    assert page.isVisible()
    assert [each for each in window.findChildren(Plain) if each is not page] == []


def test_keys_given_before_a_new_page_stands_reach_nobody(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, page: Plain
):
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    assert window.focusWidget() is page
    window.go_to(1)
    assert window.focusWidget() is not page


def test_the_page_in_front_answers_the_commands(desk: Desk, page: Plain):
    desk.actions["add"].trigger()
    desk.actions["reload"].trigger()
    assert page.told == [None, "add", "reload"]


def test_a_command_the_page_has_not_says_which_tab(desk: Desk, page: Plain):
    assert desk.actions["export"].statusTip() == "Thẻ Một không có lệnh này."


def test_search_means_something_only_where_there_is_a_list(
    window: MainWindow, desk: Desk, page: Plain
):
    assert not window.search.isEnabled()
    window.go_to(1)
    assert window.search.isEnabled()
    assert desk.actions["find"].isEnabled()


def test_the_keyboard_goes_from_the_search_to_the_page(
    window: MainWindow, workspace: Workspace, page: Plain, qtbot: QtBot
):
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to(1)
    qtbot.waitUntil(lambda: window.focusWidget() is front(workspace))
    window.search.begin()
    assert window.focusWidget() is window.search
    window.search.left.emit()
    assert window.focusWidget() is front(workspace)


def test_each_tab_keeps_its_own_words_to_find(
    window: MainWindow, workspace: Workspace, page: Plain
):
    window.go_to(1)
    window.search.setText("hoa")
    window.go_to(2)
    assert window.search.text() == ""
    window.go_to(1)
    assert window.search.text() == "hoa"
    assert front(workspace).told[:2] == [None, "search hoa"]


def test_all_tabs_share_the_year(window: MainWindow, workspace: Workspace, page: Plain):
    window.year.show_year(2023)
    window.go_to(1)
    assert front(workspace).told == [2023]


def test_conditions_dropped_within_are_dropped_in_the_toolbar(
    window: MainWindow, workspace: Workspace, page: Plain
):
    window.go_to(1)
    window.search.setText("hoa")
    window.year.show_year(2023)
    front(workspace).conditions_dropped.emit()
    assert (window.search.text(), window.year.year) == ("", None)


def test_a_step_is_told_as_saved_and_can_be_undone_by_name(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: Plain, services: Services
):
    desk.write(lambda: services.units.save(factory.unit()))
    settle(qtbot, desk)
    assert "Đã cất 10:32" in [label.text() for label in window.status.findChildren(QLabel)]
    assert desk.actions["undo"].text().startswith("Hoàn tác: ")
    desk.actions["undo"].trigger()
    settle(qtbot, desk)
    assert desk.actions["redo"].text().startswith("Làm lại: ")
    assert not desk.actions["undo"].isEnabled()


def test_leaving_without_drafts_asks_nothing(workspace: Workspace, page: Plain, answers: Answers):
    left: list[str] = []
    workspace.leave(lambda: left.append("gone"))
    assert (left, answers.asked) == (["gone"], [])


@pytest.mark.parametrize(
    ("answer", "left", "draft"), [("save", ["gone"], ""), ("drop", ["gone"], ""), ("stay", [], "x")]
)
def test_leaving_a_draft_is_asked_about(
    workspace: Workspace, page: Plain, answers: Answers, answer: str, left: list[str], draft: str
):
    page.draft = "x"
    answers.left = [answer]
    went: list[str] = []
    workspace.leave(lambda: went.append("gone"))
    assert answers.asked == ["Thẻ Một có phần đang sửa chưa cất."]
    assert (went, page.draft) == (left, draft)
    assert ("kept x" in page.told) is (answer == "save")


def test_long_work_is_stopped_before_leaving_when_the_officer_says_so(
    qtbot: QtBot, workspace: Workspace, page: Plain, desk: Desk, answers: Answers
):
    job = desk.jobs.start(lambda ticket: ticket.step(0, 1, ""), "paper", "Xuất sổ khen thưởng")
    answers.left = ["stop"]
    went: list[str] = []
    with qtbot.waitSignal(job.failed):
        workspace.leave(lambda: went.append("gone"))
    assert went == ["gone"]
    assert "Xuất sổ khen thưởng" in answers.asked[0]


def test_detaching_takes_the_pages_away(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, page: Plain
):
    with qtbot.waitSignal(page.destroyed):
        workspace.detach()
    assert workspace.page is None
    assert workspace.services is None


def test_a_record_wanted_is_shown_in_its_own_tab(
    window: MainWindow, workspace: Workspace, page: Plain, desk: Desk
):
    desk.bus.wanted.emit("award", "7")
    assert window.tab == 1
    assert front(workspace).told[-1] == "reveal award 7"


def test_a_record_that_no_tab_shows_moves_nothing(window: MainWindow, page: Plain, desk: Desk):
    desk.bus.wanted.emit("pledge", "7")
    assert window.tab == 0


def test_rows_of_another_tab_come_with_their_year_and_without_the_words_searched(
    window: MainWindow, workspace: Workspace, page: Plain, desk: Desk
):
    window.go_to(1)
    listed = front(workspace)
    window.search.setText("Y Hoa")
    window.go_to(0)
    listed.told.clear()
    desk.bus.sought.emit(Sought("Hai", 2023))
    assert window.tab == 1
    assert (window.year.year, window.search.text()) == (2023, "")
    assert listed.told == [2023, "search ", Sought("Hai", 2023)]


def test_the_other_pages_are_made_ahead_in_quiet_moments(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    window: MainWindow,
    workspace: Workspace,
    services: Services,
):
    monkeypatch.setattr(idle, "_PAUSE", 1)
    workspace.attach(services)
    qtbot.waitUntil(lambda: len(window.findChildren(Plain)) == len(TABS))
    assert window.tab == 0
    ahead = window.findChildren(Listed)
    window.go_to(1)
    assert workspace.page in ahead


def test_no_page_is_made_ahead_of_a_file_that_was_closed(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    window: MainWindow,
    workspace: Workspace,
    services: Services,
):
    monkeypatch.setattr(idle, "_PAUSE", 1)
    workspace.attach(services)
    workspace.detach()
    qtbot.wait(30)
    assert window.findChildren(Plain) == []
