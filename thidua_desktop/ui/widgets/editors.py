"""Editors of single fields: a line, prose, a choice, a tick. Knows no record.

Nothing here changes what is typed while it is typed: input methods and UniKey send backspaces and
letters of their own. Text is tidied (NFC, single spaces) when the field is left.
"""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from thidua_desktop.domain.text import clean, clean_prose

_BREAKS = re.compile("\\s*[\n\r\t\u2028\u2029]\\s*")
_ANY_WIDTH = 16_777_215  # What Qt takes as no limit.


class Editor(QWidget):
    """The editor of one field. `changed` comes with every change by the officer.

    `problem` is what makes the text no value of its kind ("31/2/24"), "" when it is one;
    `value` is then what the record gets.
    """

    changed = Signal()
    field: QWidget
    """What is typed in."""

    def value(self) -> Any:
        """Return what the field holds, as the record keeps it."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show *value* of the record; `changed` does not come."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why the text is no value, or ""."""
        return ""

    def words(self) -> str:
        """Return what stands in the field, as one reads it there."""
        raise NotImplementedError

    def set_read_only(self, on: bool) -> None:
        """Let the value be read and copied only, or be changed too."""
        self.setEnabled(not on)

    def call(self, name: str, tip: str) -> None:
        """Give what is typed in a *name* for screen readers and a *tip*."""
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(tip)
        self.field.setToolTip(tip)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "field"):
            self.fit()

    def fit(self) -> None:
        """Give what is typed in the room that its letters need; any, unless an editor says."""

    def hold(self, widget: QWidget) -> None:
        """Take *widget* as the one that is typed in: it gets the focus and the field's name."""
        self.field = widget
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget, 1)
        if widget.maximumWidth() < _ANY_WIDTH:
            row.addStretch()
        self.setFocusProxy(widget)


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, hint: str = "", width: int = 0) -> None:
        """*hint* stands in the empty field; *width* in letters keeps a short field short."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self._letters = width
        self.fit()
        self.hold(self.line)
        self.line.textEdited.connect(self._join_lines)
        self.line.textEdited.connect(self.changed)
        self.line.editingFinished.connect(self.tidy)

    def fit(self) -> None:
        if self._letters:
            letter = QFontMetrics(self.font()).averageCharWidth()
            self.line.setMaximumWidth(letter * self._letters + 24)

    def value(self) -> Any:
        return clean(self.line.text())

    def words(self) -> str:
        return self.line.text()

    def show_value(self, value: Any) -> None:
        if value != self.line.text():
            self.line.setText(value)
            self.line.setCursorPosition(0)

    def set_read_only(self, on: bool) -> None:
        self.line.setReadOnly(on)

    def tidy(self) -> None:
        """Write the text as it will be kept; called when the field is left."""
        if (text := clean(self.line.text())) != self.line.text():
            self.line.setText(text)

    def _join_lines(self, text: str) -> None:
        """Join lines that were pasted by a space each, before they are seen; none can be typed."""
        if _BREAKS.search(text):
            after = len(_BREAKS.sub(" ", text[self.line.cursorPosition() :]).rstrip())
            joined = _BREAKS.sub(" ", text).rstrip()
            self.line.setText(joined)
            self.line.setCursorPosition(len(joined) - after)


class ProseEditor(Editor):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.prose = _Prose()
        self.prose.setTabChangesFocus(True)
        self._lines = lines
        self.fit()
        self.hold(self.prose)
        self.prose.textChanged.connect(self.changed)
        self.prose.left.connect(self.tidy)

    def fit(self) -> None:
        height = QFontMetrics(self.font()).lineSpacing() * self._lines + 14
        self.prose.setMinimumHeight(height)
        self.prose.setMaximumHeight(height)

    def value(self) -> Any:
        return clean_prose(self.prose.toPlainText())

    def words(self) -> str:
        return self.prose.toPlainText()

    def show_value(self, value: Any) -> None:
        self._write(value)

    def set_read_only(self, on: bool) -> None:
        self.prose.setReadOnly(on)

    def tidy(self) -> None:
        """Write the text as it will be kept; called when the field is left."""
        if (text := clean_prose(self.prose.toPlainText())) != self.prose.toPlainText():
            self._write(text)

    def _write(self, text: str) -> None:
        was = self.prose.blockSignals(True)
        self.prose.setPlainText(text)
        self.prose.blockSignals(was)


class ChoiceEditor(Editor):
    """One of a fixed vocabulary, shown by its words. A value outside it is shown as it is."""

    def __init__(self, words: Mapping[Any, str]) -> None:
        super().__init__()
        self.box = _Box()
        for key, text in words.items():
            self.box.addItem(text, key)
        self._known = len(words)
        self.hold(self.box)
        self.box.activated.connect(self.changed)

    def value(self) -> Any:
        return self.box.currentData()

    def words(self) -> str:
        return self.box.currentText()

    def show_value(self, value: Any) -> None:
        while self.box.count() > self._known:
            self.box.removeItem(self._known)
        if self.box.findData(value) < 0:
            self.box.addItem(str(value), value)
        self.box.setCurrentIndex(self.box.findData(value))


class TickEditor(Editor):
    """Yes or no, with its own words beside the box."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.hold(self.box)
        self.box.clicked.connect(self.changed)

    def value(self) -> Any:
        return self.box.isChecked()

    def words(self) -> str:
        return "Có" if self.box.isChecked() else "Không"

    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class _Prose(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class _Box(QComboBox):
    """A choice that the wheel changes only while it is in focus, so that a form can be scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
