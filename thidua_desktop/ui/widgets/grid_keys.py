"""What the keys mean in a grid. Knows how to move and whom to ask, no rows and no file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from thidua_desktop.ui.widgets.rows_view import RowsView

_Key = Qt.Key
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_COMMANDS = _CTRL | _ALT | Qt.KeyboardModifier.MetaModifier


class GridKeys:
    """The keys of *view*, as Excel has them. The backspace means nothing: input methods send it."""

    def __init__(self, view: "RowsView") -> None:
        self._view = view
        self._is_handing_on = False
        self._enter: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (_Key.Key_F2, _NONE): self._type_or_open,
            (_Key.Key_F4, _NONE): self._list,
            (_Key.Key_Down, _ALT): self._list,
            (_Key.Key_Delete, _NONE): view.clear_asked.emit,
            (_Key.Key_Escape, _NONE): view.take_back_asked.emit,
            (_Key.Key_D, _CTRL): view.fill_asked.emit,
            (_Key.Key_Semicolon, _CTRL): view.today_asked.emit,
            (_Key.Key_C, _CTRL | _SHIFT): lambda: view.copy_asked.emit(True),
            (_Key.Key_L, _CTRL | _SHIFT): self._filter,
            (_Key.Key_Return, _CTRL): self._open,
            (_Key.Key_Enter, _CTRL): self._open,
            (_Key.Key_Space, _SHIFT): self._choose_row,
            (_Key.Key_End, _CTRL): lambda: self._go_to_end(is_choosing=False),
            (_Key.Key_End, _CTRL | _SHIFT): lambda: self._go_to_end(is_choosing=True),
            (_Key.Key_Backspace, _NONE): lambda: None,
        }

    def keeps(self, event: QKeyEvent) -> bool:
        """Say whether the key is the grid's although a command of the window has it too."""
        is_f2 = event.key() == _Key.Key_F2 and event.modifiers() == _NONE
        return is_f2 and self._view.typing.can_type(self._view.currentIndex())

    def take(self, event: QKeyEvent) -> bool:
        """Do what the key means; False when it means nothing here."""
        if self._view.typing.line:
            self._hand_on(event)
            return True
        key, held = _Key(event.key()), event.modifiers() & ~_KEYPAD
        if key in (_Key.Key_Return, _Key.Key_Enter) and not held & _COMMANDS:
            self._view.step(_Key.Key_Return, back=bool(held & _SHIFT))
            return True
        if key in (_Key.Key_Tab, _Key.Key_Backtab) and not held & _COMMANDS:
            event.setAccepted(self._view.step(_Key.Key_Tab, back=key == _Key.Key_Backtab))
            return True
        if run := self._enter.get((key, held)):
            run()
            return True
        return self._copy_or_paste(event) or self._type(event)

    def _hand_on(self, event: QKeyEvent) -> None:
        """Give the open line a key that was on its way to the table; it may not come back."""
        if not self._is_handing_on and (line := self._view.typing.line):
            self._is_handing_on = True
            QApplication.sendEvent(line, event)
            self._is_handing_on = False

    def _copy_or_paste(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy_asked.emit(False)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._view.paste_asked.emit()
        else:
            return False
        return True

    def _type(self, event: QKeyEvent) -> bool:
        """Let a letter open the cell and be its first; AltGr makes letters with Ctrl and Alt."""
        held = event.modifiers() & _COMMANDS
        is_letter = event.text().isprintable() and bool(event.text())
        if not is_letter or (held and held != _CTRL | _ALT):
            return False
        view = self._view
        if view.typing.can_type(view.currentIndex()):
            return view.typing.begin(view.currentIndex(), event)
        return True  # Nothing is searched by typing: the search box and the filters do that.

    def _type_or_open(self) -> None:
        if not self._view.typing.open(self._view.currentIndex()):
            self._open()

    def _list(self) -> None:
        self._view.typing.open(self._view.currentIndex(), with_list=True)

    def _open(self) -> None:
        if self._view.currentIndex().isValid():
            self._view.opened.emit(self._view.currentIndex())

    def _filter(self) -> None:
        section = max(self._view.currentIndex().column(), 0)
        if field := self._view.heads.fields.get(section):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose_row(self) -> None:
        view, flag = self._view, QItemSelectionModel.SelectionFlag
        view.selectionModel().select(view.currentIndex(), flag.ClearAndSelect | flag.Rows)

    def _go_to_end(self, *, is_choosing: bool) -> None:
        """Go to the last cell of the last row that is in the file."""
        view, seen = self._view, self._view.seen_columns()
        if not seen or view.rows.last_row < 0:
            return
        last = view.rows.index(view.rows.last_row, seen[-1])
        block = QItemSelection(view.currentIndex(), last)
        view.stand_on(last)
        if is_choosing:
            view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
