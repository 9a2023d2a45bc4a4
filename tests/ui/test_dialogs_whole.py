"""Dialogs that pages open on the sample office: names for screen readers, order of Tab, room."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from tests.ui.test_looks_whole import ROOM, focusable, name_of, told
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import DIRECTORY, TABS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import SCALES
from thidua_desktop.ui.page import Page

T = TypeVar("T")
Opens = Callable[[Callable[[QDialog], T]], T]
_MAKERS = {tab.title: tab.make for tab in (*TABS, *DIRECTORY)}
_CASES = (
    *(("Đề nghị", command) for command in ("check", "eligible", "set_state", "move")),
    *(("Kế hoạch", command) for command in ("plan_facts", "take_over")),
    *(("Đơn vị", command) for command in ("reorganise", "close_units", "apply_set")),
    ("Trùng lặp", "compare_two"),
)
_EVERY_DIALOG = pytest.mark.parametrize(("title", "command"), _CASES)


@pytest.fixture
def opens(
    title: str, command: str, qtbot: QtBot, desk: Desk, answers: Answers, sample: Services
) -> Opens[object]:
    """Returns what a function sees in the dialog that *command* opens on the page *title*."""
    page: Page = shown(_MAKERS[title](sample, desk), qtbot, desk)
    grid = next((each.grid for each in _pages(page) if hasattr(each, "grid")), None)
    if grid is not None and grid.count:
        grid.view.go_to(0)
        settle(qtbot, desk)

    def run(look_at: Callable[[QDialog], object]) -> object:
        seen: list[object] = []

        def answer(dialog: QDialog) -> bool:
            dialog.show()
            qtbot.waitUntil(lambda: desk.jobs.is_idle)
            seen.append(look_at(dialog))
            dialog.reject()
            return False

        answers.left.append(answer)
        page.offers()[command].run()
        settle(qtbot, desk)
        return seen[0]

    return run


@_EVERY_DIALOG
def test_every_control_of_a_dialog_has_a_name(opens: Opens[list[str]]):
    assert opens(lambda dialog: [told(one) for one in focusable(dialog) if not _named(one)]) == []


@_EVERY_DIALOG
def test_tab_goes_through_a_dialog_as_one_reads(opens: Opens[list[str]]):
    assert opens(_jumps) == []


@_EVERY_DIALOG
def test_a_dialog_has_room_in_the_smallest_window(opens: Opens[list[object]], desk: Desk):
    def too_large(dialog: QDialog) -> list[object]:
        found: list[object] = []
        for scale in SCALES:
            desk.look.set_scale(scale)
            QApplication.processEvents()
            least = dialog.minimumSizeHint()
            if least.width() > ROOM[0] or least.height() > ROOM[1]:
                found.append((scale, least.width(), least.height()))
        desk.look.set_scale(1.0)
        return found

    assert opens(too_large) == []


def _pages(page: Page) -> Iterator[Page]:
    yield page
    yield from page.findChildren(Page)


def _named(widget: QWidget) -> str:
    return name_of(widget, widget.window())


def _jumps(dialog: QDialog) -> list[str]:
    """Return where Tab leads up, and not to a column further right."""
    stops = [(one, _place(one, dialog)) for one in _stops(dialog)]
    return [
        f"{told(one)} → {told(other)}"
        for (one, here), (other, there) in pairwise(stops)
        if there.bottom() < here.top() and there.left() < here.right()
    ]


def _stops(dialog: QDialog) -> Iterator[QWidget]:
    """Yield what Tab comes to, from the first on."""
    widget = dialog.nextInFocusChain()
    while widget is not None and widget is not dialog:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_there = widget.isVisible() and widget.isEnabled() and not isinstance(widget, QLabel)
        if takes_tab and is_there and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()


def _place(widget: QWidget, dialog: QDialog) -> QRect:
    return QRect(widget.mapTo(dialog, QPoint(0, 0)), widget.size())
