"""The line that opens over a cell of a grid: from the first letter to Enter. Knows no file.

The letter or the composition that opens it goes into it at once, before the event loop comes
round, so that the next backspace of an input method finds the letter where it expects it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDate,
    QEvent,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.cells.kinds import Cell
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.rows_model import Index
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor

if TYPE_CHECKING:
    from thidua_desktop.ui.widgets.rows_view import RowsView

_LEAST_WIDTH = 160
_AWAY = (  # The line stays open: the focus comes back.
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_MOVES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellTyping(QObject):
    """Opens, places and closes the line over a cell of *view*; there is at most one."""

    typed = Signal(str, int, str, str)
    """The row's uid ("" for the empty row), the column, the text, the key of what was chosen."""

    def __init__(self, view: "RowsView", desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._editor: LineEditor | None = None
        self._at = QPersistentModelIndex()
        self._uid = ""
        self._section = 0
        self._before = ""
        self._chosen: Suggestion | None = None
        self._is_composed_outside = False
        view.rows.modelReset.connect(self._find_again)

    @property
    def line(self) -> QLineEdit | None:
        """Return the line that is open."""
        return self._editor.line if self._editor else None

    def can_type(self, index: Index) -> bool:
        """Say whether the cell at *index* can be typed in."""
        return bool(index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable)

    def open(self, index: Index, *, with_list: bool = False) -> bool:
        """Open the cell with the text it has; False when it cannot be typed in a line."""
        text = self._text(index) if self.can_type(index) else None
        if text is None or "\n" in text:
            return False
        editor = self._make(index, text)
        editor.line.selectAll()
        editor.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, SuggestionEditor) and (with_list or self._cell(index).is_closed):
            editor.propose_all()
        return True

    def begin(self, index: Index, key: QKeyEvent) -> bool:
        """Open the cell empty and let *key* write its first letter."""
        editor = self._make(index, self._text(index) or "")
        editor.line.clear()
        editor.line.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(editor.line, key)
        return True

    def take(self, event: QInputMethodEvent) -> bool:
        """Let a composition begun over the closed cell go on in its line; False when none can.

        The line takes the focus only when the word is there: a change of focus would cut it off.
        """
        index = self._view.currentIndex()
        composes = bool(event.preeditString())
        if self._editor is None:
            if not self.can_type(index) or not (composes or event.commitString()):
                return False
            self._make(index, self._text(index) or "").line.clear()
            self._is_composed_outside = True
        if self._editor is None or not self._is_composed_outside:
            return False
        QApplication.sendEvent(self._editor.line, event)
        if not composes:
            self._is_composed_outside = False
            self._editor.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def finish(self) -> None:
        """Close the line and tell what was typed, if it is other than before."""
        if self._editor is None:
            return
        text, uid, section = self._editor.line.text(), self._uid, self._section
        chosen = self._chosen
        is_other = text != self._before or bool(chosen and chosen.key)
        self._close()
        if is_other:
            key = chosen.key if chosen and chosen.text == text else ""
            self.typed.emit(uid, section, text, key)

    def leave(self) -> None:
        """Close the line; the cell stays as it was."""
        self._close()

    def place(self) -> None:
        """Put the line over its cell, wherever that is now."""
        if self._editor is None or not self._at.isValid():
            return
        frozen = self._view.frozen
        is_frozen = frozen.width_now and self._at.column() in frozen.sections
        table = frozen if is_frozen else self._view
        if self._editor.parentWidget() is not table.viewport():
            self._editor.setParent(table.viewport())
        rect = table.visualRect(self._view.rows.index(self._at.row(), self._at.column()))
        if not is_frozen:
            wider = max(rect.width(), self._desk.look.px(_LEAST_WIDTH))
            rect.setWidth(min(wider, max(table.viewport().width() - rect.left(), rect.width())))
        self._editor.setGeometry(rect.adjusted(0, 0, 0, 0))
        self._editor.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._editor is None or watched is not self._editor.line:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.matches(QKeySequence.StandardKey.Save) or event.key() == Qt.Key.Key_F2:
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(self._editor, event)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _AWAY:
            QTimer.singleShot(0, self._editor, self.finish)
        return False

    def _key(self, editor: LineEditor, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_listing = isinstance(editor, SuggestionEditor) and editor.is_listing
        if key in _MOVES:
            if isinstance(editor, SuggestionEditor):
                editor.take_chosen()
            self._finish_and_go(
                key, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
            return True
        if key == Qt.Key.Key_Escape and not is_listing:
            self.leave()
            return True
        if event.matches(QKeySequence.StandardKey.Save):
            self.finish()
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not isinstance(editor, SuggestionEditor):
            self.finish()
            self._view.go(1 if key == Qt.Key.Key_Down else -1, 0)
            return True
        control = Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Semicolon and event.modifiers() == control:
            editor.line.insert(today())
            return True
        return False

    def _finish_and_go(self, key: Qt.Key, *, back: bool) -> None:
        self.finish()
        is_tab = key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        back = back or key == Qt.Key.Key_Backtab
        self._view.step(Qt.Key.Key_Tab if is_tab else Qt.Key.Key_Return, back=back)

    def _make(self, index: Index, text: str) -> LineEditor:
        self.finish()
        cell, row = self._cell(index), self._view.rows.record(index.row())
        suggest = cell.suggest
        if suggest:
            editor: LineEditor = SuggestionEditor(lambda typed: suggest(row, typed), self._desk)
        else:
            editor = LineEditor()
        column = self._view.rows.columns[index.column()]
        editor.call(column.title, "")
        editor.setParent(self._view.viewport())
        editor.line.setObjectName("cell")
        if column.right:
            editor.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.line.setText(text)
        self._editor, self._at, self._before = editor, QPersistentModelIndex(index), text
        self._uid, self._section = self._view.rows.uid_at(index.row()), index.column()
        self._chosen, self._is_composed_outside = None, False
        editor.line.installEventFilter(self)
        if isinstance(editor, SuggestionEditor):
            editor.taken.connect(self._take)
        self.place()
        return editor

    def _find_again(self) -> None:
        """Go with the row to its new place; out of sight when it is not shown any more."""
        if self._editor is None:
            return
        rows = self._view.rows
        row = rows.row_of(self._uid) if self._uid else rows.last_row + 1
        self._at = QPersistentModelIndex(rows.index(row, self._section))
        if row < 0:
            self.finish()
        else:
            QTimer.singleShot(0, self._editor, self.place)

    def _take(self, chosen: Suggestion) -> None:
        self._chosen = chosen

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.line.removeEventFilter(self)
        if editor.line.hasFocus():  # First of all: a line that hides with the focus sends a Tab on.
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, SuggestionEditor):
            editor.close_list()
        editor.hide()
        editor.deleteLater()
        self._view.viewport().update()

    def _cell(self, index: Index) -> Cell:
        cell: Cell | None = self._view.rows.columns[index.column()].cell
        if cell is None:
            raise ValueError("Nothing can be typed in this column.")
        return cell

    def _text(self, index: Index) -> str | None:
        """Return the text with which typing begins; None while the row is not at hand."""
        return self._view.rows.typed_text(index)


def today() -> str:
    """Return the day of this computer as it is typed."""
    return str(QDate.currentDate().toString("dd/MM/yyyy"))
