"""The window's frame: menus, toolbar, tabs, status line. Knows no tab, no file and no record.

It is on the screen before anything else is imported, so it imports little itself: above all not
the namespace `Qt`, whose enumerations alone cost a tenth of the first paint.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.commands import MENUS
from thidua_desktop.ui.look import ICON, SCALES, TAB_ICON, Look
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.menus import add_on_top, fill_menus, fill_toolbar, shorten_toolbar
from thidua_desktop.ui.page import Tab
from thidua_desktop.ui.status_line import StatusLine
from thidua_desktop.ui.widgets.tools import SearchLine, YearBox

SMALLEST = QSize(1093, 574)
_USUAL = QSize(1280, 680)
_ROOMY = 1.25  # Up to this size of letters the toolbar has room for words at the smallest width.
_SHAPE = "window/geometry"
_COLOURS = (("Sáng", False), ("Tối", True), ("Theo máy", None))


class MainWindow(QMainWindow):
    """The frame: places what it is given between its bars, and tells what is pressed there."""

    painted = Signal()
    """The frame stands on the screen for the first time."""
    tab_chosen = Signal(int)
    close_asked = Signal()
    """The officer wants to close the window; `finish` does it."""

    def __init__(
        self, tabs: Sequence[Tab], actions: Actions, look: Look, memory: Memory, this_year: int
    ) -> None:
        super().__init__()
        self._tabs = tuple(tabs)
        self._actions = actions
        self._look = look
        self._memory = memory
        self._is_painted = False
        self._is_finished = False
        self.status = StatusLine()
        self.year = YearBox(this_year)
        self.search = SearchLine(look)
        self._bar = QTabBar()
        self._stack = QStackedWidget()
        self._menus = {title: self.menuBar().addMenu(keyed) for title, keyed in MENUS.items()}
        self._lay_out()
        self._bar.currentChanged.connect(self.tab_chosen)
        look.dress_all_of(self)
        look.changed.connect(self._dress)
        if not self.restoreGeometry(memory.shape(_SHAPE)):
            self.resize(_USUAL)

    @property
    def tab(self) -> int:
        """Return the number of the tab in front, from 0."""
        return self._bar.currentIndex()

    def go_to(self, tab: int) -> None:
        """Bring the tab number *tab* to the front."""
        self._bar.setCurrentIndex(tab)

    def show_middle(self, widget: QWidget) -> None:
        """Show *widget* between the bars."""
        self.take_middle(widget)
        self._stack.setCurrentWidget(widget)

    def let_go(self) -> None:
        """Take the focus from whatever has it."""
        focused: QWidget | None = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def take_middle(self, widget: QWidget) -> None:
        """Have *widget* ready, to be shown between the bars later."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)

    def show_strip(self, strip: QWidget) -> None:
        """Put *strip* between the tabs and what stands below them."""
        self._column.insertWidget(1, strip)

    def remove_middle(self, widget: QWidget) -> None:
        """Take *widget* out from between the bars."""
        self._stack.removeWidget(widget)

    def complete(self) -> None:
        """Fill the menus; what needs no haste and is done after the first paint."""
        self._look.complete()
        self._actions.complete()
        self.year.complete()
        fill_menus(self._menus, self._actions)
        view = self._menus["Xem"]
        add_on_top(view, [self._tab_action(number, tab) for number, tab in enumerate(self._tabs)])
        view.addMenu(self._letters_menu())
        view.addMenu(self._colours_menu())

    def finish(self) -> None:
        """Close the window for good."""
        self._is_finished = True
        self._memory.keep_shape(_SHAPE, self.saveGeometry())
        self.close()

    def createPopupMenu(self) -> QMenu | None:
        """Have no menu that would hide the toolbar."""
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_finished:
            event.accept()
        else:
            event.ignore()
            self.close_asked.emit()

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
        self._column = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack)
        self._stack.addWidget(QWidget())
        self.setCentralWidget(middle)
        self._toolbar = self.addToolBar("Lệnh thường dùng")
        fill_toolbar(self._toolbar, self._actions, (self.year, self.search))
        self._dress()

    def _tab_action(self, number: int, tab: Tab) -> QAction:
        action = QAction(tab.title, self)
        action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        action.triggered.connect(lambda: self.go_to(number))
        return action

    def _letters_menu(self) -> QMenu:
        menu = QMenu("Cỡ chữ", self)
        group = QActionGroup(menu)
        for scale in SCALES:
            action = menu.addAction(f"{round(scale * 100)} %")
            action.setCheckable(True)
            action.setChecked(scale == self._look.scale)
            action.triggered.connect(lambda _checked, scale=scale: self._look.set_scale(scale))
            group.addAction(action)
        return menu

    def _colours_menu(self) -> QMenu:
        menu = QMenu("Màu", self)
        group = QActionGroup(menu)
        for words, is_dark in _COLOURS:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(is_dark is self._look.dark)
            action.triggered.connect(lambda _checked, dark=is_dark: self._look.set_dark(dark))
            group.addAction(action)
        return menu

    def _dress(self) -> None:
        look = self._look
        self._toolbar.setIconSize(look.square(ICON))
        shorten_toolbar(self._toolbar, self._actions, is_tight=look.scale > _ROOMY)
        self._bar.setIconSize(look.square(TAB_ICON))
        for number, tab in enumerate(self._tabs):
            self._bar.setTabIcon(number, look.icon(tab.icon, size=TAB_ICON))
