"""A paper's text and the paper beside it, and the list of its places. Knows no report, no plan."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.bench import Bench

_PREVIEW, _TEXT = 420, 480
_LEAST_PREVIEW, _LEAST_TEXT = 240, 300  # With letters of 150 % both still fit a small screen.


class Panes(QSplitter):
    """The bench left, the paper right; the border stays where it was put, *name* keys it."""

    def __init__(self, name: str, bench: Bench[Any], desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._key = f"panes/{name}"
        self._memory = desk.memory
        self._preview = bench.preview
        px = desk.look.px
        self.addWidget(bench)
        self.addWidget(bench.preview)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setChildrenCollapsible(False)
        bench.setMinimumWidth(px(_LEAST_TEXT))
        bench.preview.setMinimumWidth(px(_LEAST_PREVIEW))
        remembered = self._memory.numbers(self._key)
        self.setSizes(remembered if len(remembered) == 2 else [px(_TEXT), px(_PREVIEW)])
        self.splitterMoved.connect(self._remember)

    def fold(self) -> None:
        """Hide the paper, or show it again."""
        self._preview.setVisible(not self._preview.isVisible())

    def add_tool(self, words: str, run: Callable[[], None]) -> None:
        """Put a command above the paper."""
        button = self._button(words)
        button.clicked.connect(lambda _checked=False: run())

    def add_menu(self, words: str, choices: Mapping[str, Callable[[], None]]) -> None:
        """Put a button above the paper that offers *choices*, each with what it runs."""
        button = self._button(f"{words} ▾")
        button.setAccessibleName(words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(button)
        for each, run in choices.items():
            menu.addAction(each).triggered.connect(lambda _checked=False, run=run: run())
        button.setMenu(menu)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAutoRaise(True)
        self._preview.tools.insertWidget(self._preview.tools.count() - 1, button)
        return button

    def _remember(self, *_where: int) -> None:
        self._memory.keep_numbers(self._key, self.sizes())


class PlacesOfPaper(QSplitter):
    """The papers one can choose above, the places of the chosen one below."""

    def __init__(self, places: QWidget, bench: Bench[Any], desk: Desk) -> None:
        super().__init__(Qt.Orientation.Vertical)
        title = QLabel("Các mục")
        title.setFont(desk.look.font(bold=True))
        title.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.TIGHT, sizes.SPACE)
        title.setBuddy(bench.outline)
        self.outline = QWidget()
        column = QVBoxLayout(self.outline)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(bench.outline)
        self.addWidget(places)
        self.addWidget(self.outline)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setSizes([desk.look.px(160), desk.look.px(300)])
