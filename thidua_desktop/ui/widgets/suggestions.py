"""A line with suggestions in a list below it; nothing is ever completed inside the line.

The list takes no focus and no keys from input methods: it is a tool window that the line drives.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import LineEditor

_PAUSE = 150  # Milliseconds after a key before suggestions are asked for.
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposal: the *text* that would stand in the line, *detail* to tell namesakes apart.

    *key* is what it stands for, such as a uid.
    """

    text: str
    detail: str = ""
    key: str = ""


Suggest = Callable[[str], Sequence[Suggestion]]
"""Gives the proposals for what is typed so far; called off the window's thread."""


class SuggestionEditor(LineEditor):
    """One line of text with proposals from *suggest*; `taken` tells the one that was chosen."""

    taken = Signal(object)

    def __init__(self, suggest: Suggest, desk: Desk, hint: str = "") -> None:
        super().__init__(hint)
        self._suggest = suggest
        self._desk = desk
        self._turn = 0
        self._list = _ProposalList(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._list.itemClicked.connect(self._take)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)

    @property
    def is_listing(self) -> bool:
        """Say whether the list is open."""
        return self._list.isVisible()

    def propose_all(self) -> None:
        """Open the list with everything in it, whatever the line says."""
        self._ask("")

    def take_chosen(self) -> None:
        """Take the proposal that stands out in the open list, if one does."""
        if self._list.isVisible() and self._list.currentRow() >= 0:
            self._take(self._list.currentItem())

    def close_list(self) -> None:
        """Close the list; an answer on its way is forgotten."""
        self._close()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._close()
        elif isinstance(event, QInputMethodEvent) and event.preeditString():
            self._pause.stop()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if not self._list.isVisible():
            if key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and self.line.text()):
                self._ask()
                return True
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentRow() >= 0:
            self._take(self._list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _typed(self) -> None:
        self._turn += 1
        self._pause.start()

    def _ask(self, text: str | None = None) -> None:
        self._turn += 1
        turn, text = self._turn, self.value() if text is None else text
        job = self._desk.read(lambda: (turn, self._suggest(text)))
        job.succeeded.connect(self._propose)

    def _propose(self, answer: tuple[int, Sequence[Suggestion]]) -> None:
        turn, proposals = answer
        if turn != self._turn or not self.line.hasFocus() or self.line.isReadOnly():
            return
        if not proposals or [each.text for each in proposals] == [self.value()]:
            self._list.hide()
        else:
            self._list.propose(self.line, proposals)

    def _take(self, item: QListWidgetItem) -> None:
        suggestion: Suggestion = item.data(Qt.ItemDataRole.UserRole)
        self._close()
        self.line.setText(suggestion.text)
        self.changed.emit()
        self.taken.emit(suggestion)

    def _close(self) -> None:
        self._turn += 1
        self._pause.stop()
        self._list.hide()


class _ProposalList(QListWidget):
    """The list below the line; never in focus."""

    def __init__(self, parent: LineEditor) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Gợi ý")
        self.setStyleSheet("QListView::item { padding: 3px 4px; }")

    def propose(self, line: QLineEdit, proposals: Sequence[Suggestion]) -> None:
        """Show *proposals* below *line*, none of them chosen yet."""
        self.clear()
        for each in proposals:
            item = QListWidgetItem(f"{each.text} — {each.detail}" if each.detail else each.text)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.addItem(item)
        self.setCurrentRow(-1)
        rows = min(len(proposals), _SHOWN)
        width = max(line.width(), min(self.sizeHintForColumn(0) + 32, line.width() * 2))
        self.resize(width, rows * self.sizeHintForRow(0) + 2 * self.frameWidth())
        self.move(line.mapToGlobal(QPoint(0, line.height())))
        self.show()

    def step(self, by: int) -> None:
        """Go to the next or the last proposal, round at the ends."""
        here = max(self.currentRow(), -1 if by > 0 else 0)
        self.setCurrentRow((here + by) % self.count())
