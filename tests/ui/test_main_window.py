from datetime import datetime

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.tabs import TABS
from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.commands import TOOLBAR
from thidua_desktop.ui.look import DARK, SCALES, Look
from thidua_desktop.ui.main_window import SMALLEST, MainWindow
from thidua_desktop.ui.memory import Memory


@pytest.fixture
def window(qtbot: QtBot, look: Look, memory: Memory) -> MainWindow:
    window = MainWindow(TABS, Actions(look), look, memory, 2024)
    window.complete()
    window.close_asked.connect(window.finish)
    qtbot.addWidget(window)
    return window


def shown(window: MainWindow, size: QSize = SMALLEST) -> MainWindow:
    window.resize(size)
    window.show()
    QTest.qWaitForWindowActive(window)
    return window


def test_the_first_paint_is_told_once(qtbot: QtBot, window: MainWindow):
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted, wait=50):
        window.repaint()


def test_ctrl_and_a_number_go_to_a_tab(qtbot: QtBot, window: MainWindow):
    shown(window)
    with qtbot.waitSignal(window.tab_chosen) as told:
        QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [3]
    assert TABS[window.tab].title == "Sổ khen thưởng"


def test_the_smallest_window_is_that_of_a_small_screen(window: MainWindow):
    shown(window)
    assert window.size() == QSize(1093, 574)
    assert window.minimumSizeHint().width() <= SMALLEST.width()


@pytest.mark.parametrize("scale", SCALES)
def test_year_and_search_stay_in_the_toolbar(window: MainWindow, look: Look, scale: float):
    shown(window)
    look.set_scale(scale)
    QApplication.processEvents()
    toolbar = toolbar_of(window)
    inside = [seen_in(toolbar, widget) for widget in (window.year, window.search)]
    look.set_scale(1.0)
    assert inside == [True, True]


def toolbar_of(window: MainWindow) -> QToolBar:
    bar = window.findChild(QToolBar)
    assert bar is not None
    return bar


def seen_in(bar: QWidget, widget: QWidget) -> bool:
    return widget.isVisible() and bar.rect().contains(
        QRect(widget.mapTo(bar, widget.rect().topLeft()), widget.size())
    )


def test_every_command_of_the_toolbar_has_a_tip(window: MainWindow):
    toolbar = toolbar_of(window)
    tips = [action.toolTip() for action in toolbar.actions() if action.objectName()]
    assert len(tips) == len(list(filter(None, TOOLBAR)))
    assert all(tips)


def test_menus_without_commands_are_hidden(window: MainWindow):
    bar = window.menuBar()
    empty = [menu.title() for menu in bar.findChildren(QMenu) if not menu.actions()]
    hidden = [action.text() for action in bar.actions() if not action.isVisible()]
    assert hidden == [title for title in empty if title in hidden]
    assert {"&Tệp", "&Sửa", "&Xem"}.isdisjoint(hidden)


def test_the_size_is_remembered(qtbot: QtBot, window: MainWindow, look: Look, memory: Memory):
    shown(window, QSize(1200, 640)).close()
    again = MainWindow(TABS, Actions(look), look, memory, 2024)
    qtbot.addWidget(again)
    assert again.height() == 640


def test_closing_is_asked_for_first(qtbot: QtBot, window: MainWindow):
    window.close_asked.disconnect()
    shown(window)
    with qtbot.waitSignal(window.close_asked):
        window.close()
    assert window.isVisible()
    window.finish()
    assert not window.isVisible()


def test_larger_letters_are_chosen_in_the_menu(window: MainWindow, look: Look):
    letters = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Cỡ chữ")
    assert [action.text() for action in letters.actions()] == ["100 %", "125 %", "150 %"]
    letters.actions()[1].trigger()
    chosen = look.scale
    look.set_scale(1.0)
    assert chosen == 1.25


def test_dark_colours_are_chosen_in_the_menu(window: MainWindow, look: Look):
    colours = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Màu")
    assert [action.text() for action in colours.actions()] == ["Sáng", "Tối", "Theo máy"]
    colours.actions()[1].trigger()
    chosen = (look.dark, look.tokens)
    look.set_dark(False)
    assert chosen == (True, DARK)


@pytest.mark.parametrize("scale", SCALES)
def test_the_status_line_gives_up_the_office_before_the_backup(
    window: MainWindow, look: Look, scale: float
):
    shown(window)
    status = window.status
    status.show_file("Huyện mẫu.thidua · Ủy ban nhân dân huyện Đắk Măng · tệp mẫu, đặt ra")
    status.show_chosen("Đã chọn 12 trên 325 khen thưởng · Tổng 12.345.000")
    status.show_saved(datetime(2024, 6, 3, 10, 32))
    status.show_backup("Sao lưu hôm nay 08:01")
    look.set_scale(scale)
    QApplication.processEvents()
    office, *others = status.findChildren(QLabel)
    seen = [label.text() for label in others if seen_in(status, label)]
    is_elided = office.text().endswith("…")
    look.set_scale(1.0)
    assert seen[1:] == ["Đã cất 10:32", "Sao lưu hôm nay 08:01"]
    assert is_elided == (scale > 1.0)


def test_the_years_go_back_to_the_first_movement(window: MainWindow):
    years = [window.year.itemData(row) for row in range(window.year.count())]
    assert years == [None, *range(2025, 1947, -1)]


def test_a_chosen_year_is_told(qtbot: QtBot, window: MainWindow):
    shown(window)
    window.year.setFocus()
    with qtbot.waitSignal(window.year.chosen) as told:
        QTest.keyClick(window.year, Qt.Key.Key_Down)
    assert told.args == [2025]


def test_escape_clears_the_search(qtbot: QtBot, window: MainWindow):
    shown(window)
    window.search.setEnabled(True)
    window.search.begin()
    QTest.keyClicks(window.search, "hoa")
    with qtbot.waitSignal(window.search.sought) as told:
        QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert told.args == [""]
