"""The first columns of a grid, which stay where they are when the others are scrolled."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.cells.painting import mark_current
from thidua_desktop.ui.widgets.heads import Heads, UnchosenHeads, paint_head

_MOST = 0.65  # Of the width of the view; more than that and there is nothing left to scroll.


class FrozenColumns(QTableView):
    """Lies over *view* and shows its frozen columns while *view* is scrolled to the right.

    It takes no focus: keys, editors and commands are those of *view*; choice and order are shared.
    """

    def __init__(self, view: QTableView, heads: Heads, sections: list[int], look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._heads = heads
        self.sections = sections
        self.setModel(view.model())
        self.setSelectionModel(view.selectionModel())
        self.setHorizontalHeader(_FrozenHeads(look, self))
        self._behave()
        self._listen()
        self.hide()

    @property
    def width_now(self) -> int:
        """Return how much of *view* the frozen columns cover, 0 while nothing is scrolled."""
        return self.width() if self.isVisibleTo(self._view) else 0

    def arrange(self, *_what: Any) -> None:
        """Lie over the columns, or go away when they are seen in their own place."""
        view = self._view
        for section in range(view.model().columnCount()):
            hidden = section not in self.sections or view.isColumnHidden(section)
            self.setColumnHidden(section, hidden)
        shows = view.horizontalScrollBar().value() > 0 and self._leaves_room
        if shows != self.isVisibleTo(view):
            self.setVisible(shows)
            self._heads.lend(self.sections, self.horizontalHeader() if shows else self._heads)
        if shows:
            self._lie_down()
        self._heads.place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    @property
    def _leaves_room(self) -> bool:
        """Say whether enough of the view is left for the other columns."""
        widths = sum(map(self._view.columnWidth, self.sections))
        return 0 < widths < self._view.viewport().width() * _MOST

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        view = self._view
        mark_current(self, view.currentIndex(), self._look, has_focus=view.hasFocus())

    def _lie_down(self) -> None:
        edge = self._look.tokens.border
        self.setStyleSheet(
            f"#frozen {{ border: none; border-right: 1px solid {edge}; outline: 0; }}"
        )
        view, heads = self._view, self.horizontalHeader()
        heads.setFixedHeight(self._heads.height())
        self.verticalHeader().setDefaultSectionSize(view.verticalHeader().defaultSectionSize())
        for section in self.sections:
            self.setColumnWidth(section, view.columnWidth(section))
        width = sum(self.columnWidth(section) for section in self.sections) + 1
        height = view.viewport().height() + heads.height()
        left = view.frameWidth() + view.verticalHeader().width()
        self.setGeometry(left, view.frameWidth(), width, height)
        self.raise_()
        self.verticalScrollBar().setValue(view.verticalScrollBar().value())

    def _behave(self) -> None:
        self.setObjectName("frozen")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(self._view.selectionMode())
        self.setSelectionBehavior(self._view.selectionBehavior())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _listen(self) -> None:
        view = self._view
        ours, theirs = self.verticalScrollBar(), view.verticalScrollBar()
        theirs.valueChanged.connect(ours.setValue)
        ours.valueChanged.connect(theirs.setValue)
        view.horizontalScrollBar().valueChanged.connect(self.arrange)
        for told in (self._heads.sectionResized, self._heads.sectionMoved):
            told.connect(self.arrange)
        heads = self.horizontalHeader()
        heads.sectionResized.connect(self._resized)
        heads.sectionClicked.connect(self._heads.sectionClicked)
        self.doubleClicked.connect(view.doubleClicked)

    def _resized(self, section: int, _old: int, new: int) -> None:
        if section in self.sections and new and self.isVisibleTo(self._view):
            self._view.setColumnWidth(section, new)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Leave scrolling to the view below."""


class _FrozenHeads(UnchosenHeads):
    """The heads of the frozen columns, painted as those of the others."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        paint_head(self, painter, rect, section, self._look)
