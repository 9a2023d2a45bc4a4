"""Every tab on the sample office: names for screen readers, tips, and room at the smallest size."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QScrollBar,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.tabs import shown
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import DIRECTORY, TABS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import SCALES, Look
from thidua_desktop.ui.page import Page, Tab
from thidua_desktop.ui.widgets.form import Form

ROOM = (1093, 574)
_BARS = 118  # Menu, toolbar, tabs and status line at the usual size of letters.
_SILENT = (QScrollBar, QHeaderView, QSplitter)
_EVERY_TAB = pytest.mark.parametrize("tab", [*TABS, *DIRECTORY], ids=lambda tab: tab.title)


@pytest.fixture
def page(tab: Tab, qtbot: QtBot, desk: Desk, sample: Services) -> Page:
    """The page of *tab* on the sample office, with its first record beside the list."""
    made = shown(tab.make(sample, desk), qtbot, desk)
    grid = next((each.grid for each in _pages(made) if hasattr(each, "grid")), None)
    if grid is not None and grid.count:
        grid.view.go_to(0)
        qtbot.waitUntil(lambda: desk.jobs.is_idle)
    return made


def _pages(page: Page) -> Iterator[Page]:
    yield page
    yield from page.findChildren(Page)


@_EVERY_TAB
def test_every_control_has_a_name_for_those_who_listen(page: Page):
    assert [told(each) for each in focusable(page) if not name_of(each, page)] == []


@_EVERY_TAB
def test_every_button_without_words_has_a_tip(page: Page):
    bare = [each for each in page.findChildren(QToolButton) if each.isVisible()]
    silent = [told(each) for each in bare if not is_wordy(each) and not each.toolTip()]
    assert silent == []


@_EVERY_TAB
def test_the_tab_has_room_in_the_smallest_window(page: Page, look: Look):
    needed = []
    for scale in SCALES:
        look.set_scale(scale)
        least = page.minimumSizeHint()
        if least.width() > ROOM[0] or least.height() > ROOM[1] - _BARS * scale:
            needed.append((scale, least.width(), least.height()))
    look.set_scale(1.0)
    assert needed == []


@_EVERY_TAB
def test_nothing_of_the_form_is_cut_off_at_its_right(page: Page, look: Look):
    page.resize(ROOM[0], ROOM[1] - _BARS)
    cut = []
    for scale in SCALES:
        look.set_scale(scale)
        QApplication.processEvents()
        forms = [form for form in page.findChildren(Form) if form.isVisible()]
        cut += [scale for form in forms if shown_in(form).width() > form.viewport().width()]
    look.set_scale(1.0)
    assert cut == []


def shown_in(form: Form[Any]) -> QWidget:
    """Return what scrolls in *form*."""
    inner = form.widget()
    assert inner is not None
    return inner


def focusable(page: QWidget) -> list[QWidget]:
    """Return what the officer comes to with Tab or a click and can do something with."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not each.isHidden()
        and not isinstance(each, _SILENT)
        and not is_inside_a_control(each)
        and not (isinstance(each, QLabel) and not each.text())
        and not (isinstance(each, QAbstractScrollArea) and each.focusProxy())
    ]


def is_inside_a_control(widget: QWidget) -> bool:
    """Say whether *widget* is a part that Qt puts into a control, which is named itself."""
    above = widget.parentWidget()
    further = above.parentWidget() if above else None  # The list of a box hangs on a frame of it.
    parts = (QComboBox, QHeaderView)
    is_part = isinstance(above, parts) or isinstance(further, QComboBox)
    return is_part or widget.objectName().startswith("qt_")


def name_of(widget: QWidget, page: QWidget) -> str:
    """Return what a screen reader says of *widget*: its name, its words, or its label's."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, (QAbstractButton, QLabel)) and widget.text():
        return widget.text()
    labels = (label for label in page.findChildren(QLabel) if label.buddy() is not None)
    return next((label.text() for label in labels if leads_to(label.buddy(), widget)), "")


def leads_to(buddy: QWidget, widget: QWidget) -> bool:
    return buddy is widget or buddy.focusProxy() is widget


def is_wordy(button: QToolButton) -> bool:
    is_bare = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return bool(button.text()) and (not is_bare or button.icon().isNull())


def told(widget: QWidget) -> str:
    """Return where *widget* is, for whoever has to mend it."""
    above: list[str] = []
    step: QWidget | None = widget
    while step is not None and len(above) < 5:
        above.append(type(step).__name__ + (f"#{step.objectName()}" if step.objectName() else ""))
        step = step.parentWidget()
    return " < ".join(above)
