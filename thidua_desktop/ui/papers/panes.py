"""Three panes of a tab of papers: its places, the text, the paper. Knows no report and no plan."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.bench import Bench
from thidua_desktop.ui.widgets.places import WIDTH

_PREVIEW = 420


class Panes(QSplitter):
    """*places* and the paper's outline at the left, the bench in the middle, the paper right.

    The borders stay where they were put; *name* keys what is remembered.
    """

    def __init__(self, name: str, places: QWidget, bench: Bench[Any], desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._key = f"panes/{name}"
        self._memory = desk.memory
        self._bench = bench
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.addWidget(places)
        self._left.addWidget(self._outline(desk))
        self._left.setChildrenCollapsible(False)
        for widget in (self._left, bench, bench.preview):
            self.addWidget(widget)
        self.setHandleWidth(1)
        self._left.setHandleWidth(1)
        self.setStretchFactor(1, 3)
        self.setStretchFactor(2, 2)
        self.setChildrenCollapsible(False)
        px = desk.look.px
        bench.preview.setMinimumWidth(px(300))
        bench.setMinimumWidth(px(360))
        self._left.setMinimumWidth(px(150))
        remembered = self._memory.numbers(self._key)
        usual = [px(WIDTH), px(480), px(_PREVIEW)]
        self.setSizes(remembered if len(remembered) == len(usual) else usual)
        self._left.setSizes([px(160), px(300)])
        self.splitterMoved.connect(self._remember)

    def fold(self) -> None:
        """Hide the paper, or show it again."""
        preview = self._bench.preview
        preview.setVisible(not preview.isVisible())

    def add_tool(self, words: str, run: Callable[[], None]) -> None:
        """Put a command above the paper."""
        button = QToolButton()
        button.setText(words)
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked=False: run())
        tools = self._bench.preview.tools
        tools.insertWidget(tools.count() - 1, button)

    def _outline(self, desk: Desk) -> QWidget:
        title = QLabel("Các mục")
        title.setFont(desk.look.font(bold=True))
        title.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.TIGHT, sizes.SPACE)
        title.setBuddy(self._bench.outline)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self._bench.outline)
        return pane

    def _remember(self, *_where: int) -> None:
        self._memory.keep_numbers(self._key, self.sizes())
