"""The directory's window beside the main one: its own keys, drafts that stay, one undo for both."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.factory import person, unit
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import write
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import DIRECTORY, TABS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.people.page import PeoplePage
from thidua_desktop.ui.directory.units.page import UnitsPage
from thidua_desktop.ui.directory.window import DirectoryWindow
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.workspace import Workspace

LUA = unit("Xã Đắk Lua", kind="commune")
HOA = person("Y Hoa", unit_uid=LUA.uid)
CTRL = Qt.KeyboardModifier.ControlModifier


class Place:
    """The main window with the directory beside it, and what a test does there again and again."""

    def __init__(self, qtbot: QtBot, desk: Desk, window: MainWindow, workspace: Workspace) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.main, self.workspace = window, workspace

    @property
    def window(self) -> DirectoryWindow:
        door = self.workspace.directory
        assert door is not None
        assert door.window is not None
        return door.window

    @property
    def units(self) -> UnitsPage:
        page = self.window.pages.inner
        assert isinstance(page, UnitsPage)
        return page

    def settle(self) -> None:
        self.qtbot.wait(20)
        settle(self.qtbot, self.desk)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
        focused = QApplication.focusWidget() or self.window
        QTest.keyClick(focused, key, modifiers)
        self.settle()

    def open(self) -> None:
        self.desk.actions["directory"].trigger()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()


@pytest.fixture
def place(qtbot: QtBot, desk: Desk, services: Services):
    services.units.save(LUA)
    services.people.save(HOA)
    window = MainWindow(TABS, desk.actions, desk.look, desk.memory, 2024)
    window.complete()
    qtbot.addWidget(window)
    now = datetime(2024, 6, 10, 10, 32)
    workspace = Workspace(window, TABS, desk, lambda: now, DIRECTORY)
    workspace.attach(services, 2024)
    window.show()
    place = Place(qtbot, desk, window, workspace)
    place.settle()
    yield place
    workspace.detach()
    place.settle()


def test_its_key_opens_it_at_the_units(place: Place):
    assert place.desk.actions["directory"].shortcut().toString() == "Ctrl+U"
    place.open()
    assert place.window.pages.title == "Đơn vị"
    assert place.units.grid.count == 1


def test_without_a_file_the_command_says_so(place: Place):
    place.workspace.detach()
    assert not place.desk.actions["directory"].isEnabled()


def test_digits_lead_from_page_to_page(place: Place):
    place.open()
    place.press(Qt.Key.Key_2)
    assert isinstance(place.window.pages.inner, PeoplePage)
    assert place.window.pages.places.current == "Cá nhân"


def test_keys_there_are_answered_by_its_page_and_not_by_the_tab(place: Place):
    place.open()
    place.press(Qt.Key.Key_N)
    assert place.units.pane.is_new
    assert not place.workspace.page.has_draft()  # type: ignore[union-attr]


def test_a_draft_stays_while_the_window_is_closed(place: Place):
    place.open()
    place.press(Qt.Key.Key_N)
    write(place.units, "name", "Thon Mot")
    place.press(Qt.Key.Key_W)
    assert not place.window.isVisible()
    place.open()
    assert place.units.pane.form.draft().name == "Thon Mot"


def test_a_draft_stays_while_another_page_is_in_front(place: Place, answers: Answers):
    place.open()
    place.press(Qt.Key.Key_N)
    write(place.units, "name", "Thon Mot")
    place.window.pages.go_to("Cá nhân")
    place.window.pages.go_to("Đơn vị")
    assert place.units.pane.form.draft().name == "Thon Mot"
    assert answers.asked == []


def test_who_closes_the_file_is_asked_about_a_draft_there(place: Place, answers: Answers):
    place.open()
    place.press(Qt.Key.Key_N)
    write(place.units, "name", "Thon Mot")
    place.press(Qt.Key.Key_W)
    answers.left.append("stay")
    left: list[bool] = []
    place.workspace.leave(lambda: left.append(True))
    assert answers.asked == ["Cửa sổ Danh mục có phần đang sửa chưa cất."]
    assert left == []
    assert place.window.isVisible()


def test_a_draft_there_can_be_kept_on_the_way_out(
    place: Place, answers: Answers, services: Services
):
    place.open()
    place.press(Qt.Key.Key_N)
    write(place.units, "name", "Thon Mot")
    answers.left.append("save")
    left: list[bool] = []
    place.workspace.leave(lambda: left.append(True))
    place.settle()
    assert left == [True]
    assert "Thon Mot" in [unit.name for unit in services.units.all()]


def test_what_is_saved_is_undone_by_key_there(place: Place, services: Services):
    place.open()
    place.press(Qt.Key.Key_N)
    write(place.units, "name", "Thon Mot")
    place.press(Qt.Key.Key_S)
    assert len(services.units.all()) == 2
    place.units.grid.setFocus()
    place.press(Qt.Key.Key_Z)
    assert [unit.name for unit in services.units.all()] == ["Xã Đắk Lua"]


def test_what_is_done_in_the_main_window_is_seen_there(place: Place, services: Services):
    place.open()
    changed = services.units.save(unit("Xã Đắk Tul"))
    place.desk.bus.changed.emit(changed)
    place.settle()
    assert place.units.grid.count == 2


def test_each_page_keeps_its_own_words_to_find(place: Place):
    place.open()
    place.window.search.setText("dak")
    place.window.pages.go_to("Cá nhân")
    assert place.window.search.text() == ""
    place.window.pages.go_to("Đơn vị")
    assert place.window.search.text() == "dak"


def test_a_record_wanted_elsewhere_is_shown_there(place: Place):
    place.desk.bus.wanted.emit("person", HOA.uid)
    place.settle()
    page = place.window.pages.inner
    assert isinstance(page, PeoplePage)
    assert page.pane.uid == HOA.uid


def test_a_record_of_a_tab_brings_the_main_window_to_the_front(place: Place):
    place.open()
    place.desk.bus.wanted.emit("award", "")
    place.qtbot.waitUntil(place.main.isActiveWindow)
    assert place.window.isVisible()


def test_a_year_means_nothing_for_people_and_is_dimmed(place: Place):
    place.open()
    assert place.window.year.isEnabled()
    place.window.pages.go_to("Cá nhân")
    assert not place.window.year.isEnabled()
    assert "không chia theo năm" in place.window.year.toolTip()


def test_further_commands_of_the_page_are_listed_with_why_they_cannot_be(place: Place):
    place.open()
    [more] = [b for b in place.window.findChildren(QToolButton) if b.text() == "Lệnh khác ▾"]
    menu = more.menu()
    menu.aboutToShow.emit()
    words = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert words["Áp dụng bộ sắp xếp có sẵn…"]
    assert "Thoát" not in words
    assert "Kế hoạch mới…" not in words


def test_closing_the_file_closes_the_window(place: Place):
    place.open()
    window = place.window
    place.workspace.detach()
    assert not window.isVisible()


@pytest.mark.parametrize("tab", DIRECTORY, ids=lambda tab: tab.title)
def test_a_page_of_an_empty_file_says_what_to_do_first(place: Place, tab):
    place.open()
    place.window.pages.go_to(tab.title)
    place.settle()
    offers = place.window.pages.offers()
    reasons = {offer.why_not for offer in offers.values() if offer.why_not}
    assert [why for why in reasons if not (why[0].isupper() and why.endswith("."))] == []


@pytest.mark.parametrize(("scale", "width"), [(1.0, 860), (1.0, 1060), (1.25, 1093), (1.5, 1093)])
def test_the_bar_has_room_for_the_search_at_every_size(place: Place, scale: float, width: int):
    place.open()
    place.desk.look.set_scale(scale)
    try:
        place.window.resize(width, 560)
        place.settle()
        assert place.window.search.isVisible()
    finally:
        place.desk.look.set_scale(1.0)


def test_ctrl_e_writes_the_page_in_front_and_an_empty_one_says_why_not(
    place: Place, answers: Answers, tmp_path: Path
):
    place.open()
    path = tmp_path / "đơn vị.xlsx"
    answers.left = [path, "close"]
    place.press(Qt.Key.Key_E)
    assert path.exists()
    place.window.pages.go_to("Hộ gia đình")
    place.settle()
    for name in ("export", "print"):
        tip = place.window._desk.actions[name].toolTip()
        assert "Chưa có dòng nào để xuất hay in." in tip
