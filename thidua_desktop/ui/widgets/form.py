"""Forms: a list of fields bound to a value, each with a label and a place for its problem.

Knows no service: it shows a value, gives the draft, marks problems.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.widgets.editors import Editor, TickEditor

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. *name* is the place in the value ("recipient.name") and in a Problem.

    *editor* makes its editor; a field with *group* begins a group of that title; *tip* says what
    is meant; *needed* puts a star behind the label.
    """

    name: str
    label: str
    editor: Callable[[], Editor]
    group: str = ""
    tip: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was changed: its label, what stood in it and what is typed, as one reads it."""

    label: str
    was: str
    typed: str


class Form(QScrollArea, Generic[V]):
    """A form over values of one frozen dataclass.

    `dirty_changed` tells when what is typed begins or ends to differ from the value shown.
    """

    dirty_changed = Signal(bool)
    edited = Signal(str)
    """The field of this name was changed by the officer."""

    def __init__(self, fields: Sequence[Field], look: Look) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._value: V | None = None
        self._shown: dict[str, Any] = {}
        self._shown_words: dict[str, str] = {}
        self._is_dirty = False
        self._editors = {field.name: field.editor() for field in fields}
        self._notes = {field.name: _Note(look) for field in fields}
        self._general = _Note(look)
        self._build()
        for field in fields:
            self._editors[field.name].changed.connect(partial(self._changed, field.name))

    @property
    def is_dirty(self) -> bool:
        """Say whether what is typed differs from the value shown."""
        return self._is_dirty

    @property
    def value(self) -> V | None:
        """Return the value shown as it is kept, or None."""
        return self._value

    @property
    def names(self) -> list[str]:
        """Return the names of all fields in order."""
        return list(self._editors)

    def shown_words(self, name: str) -> str:
        """Return what stood in the field *name* when the value was shown."""
        return self._shown_words[name]

    def editor(self, name: str) -> Editor:
        """Return the editor of the field *name*."""
        return self._editors[name]

    def show_value(self, value: V) -> None:
        """Show *value*; what was typed before is forgotten, marks are gone."""
        self._value = value
        for name, editor in self._editors.items():
            editor.show_value(attrgetter(name)(value))
        self._shown = self._typed()
        self._shown_words = {name: editor.words() for name, editor in self._editors.items()}
        self.mark([])
        self._set_dirty(False)

    def forget(self) -> None:
        """Show no value any more; what was typed is gone."""
        self._value = None
        self._shown = {}
        self._set_dirty(False)

    def rebase(self, value: V) -> None:
        """Take *value*, which was the draft, as what is kept; what was typed since stays typed."""
        self._value = value
        self._shown = {name: attrgetter(name)(value) for name in self._editors}
        self._shown_words = {name: editor.words() for name, editor in self._editors.items()}
        self.mark([])
        self._set_dirty(self._typed() != self._shown)

    def differences(self) -> list[Difference]:
        """Return what was changed in the fields since the value was shown."""
        return [
            Difference(field.label, self._shown_words[field.name], editor.words())
            for field in self._fields
            if (editor := self._editors[field.name]).value() != self._shown[field.name]
            or editor.problem()
        ]

    def type_in(self, values: Mapping[str, Any]) -> None:
        """Put *values* into the fields of these names as if the officer had typed them."""
        for name, value in values.items():
            self._editors[name].show_value(value)
            self._changed(name)

    def remark(self, name: str, text: str) -> None:
        """Say *text* beside the field *name* until it is changed, or on top for no name.

        It does not stand in the way of saving.
        """
        (self._notes[name] if name else self._general).say(text, Tone.AMBER)

    def lay_below(self, value: V) -> None:
        """Take *value* as what is kept now: fields not typed in show it, the others stay typed."""
        for name, editor in self._editors.items():
            if editor.value() == self._shown[name]:
                editor.show_value(attrgetter(name)(value))
                self._shown[name] = editor.value()
                self._shown_words[name] = editor.words()
            else:
                self._shown[name] = attrgetter(name)(value)
        self._value = value
        self._set_dirty(bool(self.problems()) or self._typed() != self._shown)

    def draft(self) -> V:
        """Return the value shown with what was typed in its fields."""
        if self._value is None:
            raise ValueError("The form shows no value yet.")
        draft = self._value
        for name, editor in self._editors.items():
            if (typed := editor.value()) != self._shown[name]:
                draft = _put(draft, name.split("."), typed)
        return draft

    def problems(self) -> list[Problem]:
        """Return what cannot be understood as typed, such as an impossible date."""
        found = ((name, editor.problem()) for name, editor in self._editors.items())
        return [Problem(name, text) for name, text in found if text]

    def mark(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field, others on top; focus the first field concerned."""
        texts: dict[str, list[str]] = {}
        for problem in problems:
            name = problem.field if problem.field in self._notes else ""
            texts.setdefault(name, []).append(problem.text)
        self._general.say(" ".join(texts.get("", ())))
        for name, note in self._notes.items():
            note.say(" ".join(texts.get(name, ())))
        self._focus_first(texts)

    def set_read_only(self, on: bool) -> None:
        """Let all fields be read and copied only, or be changed too."""
        for editor in self._editors.values():
            editor.set_read_only(on)

    def begin(self) -> None:
        """Put the focus into the first field."""
        self._editors[self._fields[0].name].setFocus(Qt.FocusReason.TabFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Be wide enough for the longest label and the widest editor: it scrolls downwards only."""
        least = super().minimumSizeHint()
        page = self.widget()
        needed = page.minimumSizeHint().width() if page is not None else 0
        return QSize(needed + self.verticalScrollBar().sizeHint().width(), least.height())

    def _focus_first(self, texts: dict[str, list[str]]) -> None:
        for field in self._fields:
            if field.name in texts:
                self._editors[field.name].setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(self._notes[field.name])
                return

    def _typed(self) -> dict[str, Any]:
        return {name: editor.value() for name, editor in self._editors.items()}

    def _changed(self, name: str) -> None:
        self._notes[name].say("")
        self.edited.emit(name)
        self._set_dirty(bool(self.problems()) or self._typed() != self._shown)

    def _set_dirty(self, on: bool) -> None:
        if on != self._is_dirty:
            self._is_dirty = on
            self.dirty_changed.emit(on)

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.GAP, sizes.GAP)
        column.setSpacing(0)
        column.addWidget(self._general)
        rows = QGridLayout()
        rows.setColumnStretch(1, 1)
        rows.setHorizontalSpacing(sizes.GAP)
        rows.setVerticalSpacing(0)
        for field in self._fields:
            self._add(rows, field)
        column.addLayout(rows)
        column.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _add(self, rows: QGridLayout, field: Field) -> None:
        """Add a group head where one begins, then label, editor and the place for a problem."""
        editor = self._editors[field.name]
        if field.group:
            rows.addWidget(_head(field.group), rows.rowCount(), 0, 1, 2)
        row = rows.rowCount()
        label = QLabel("" if isinstance(editor, TickEditor) else _words(field))
        label.setBuddy(editor)
        label.setContentsMargins(0, sizes.TIGHT, 0, 0)
        label.setToolTip(field.tip)
        editor.call(field.label, field.tip)
        rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(editor, row, 1)
        rows.addWidget(self._notes[field.name], row + 1, 1)
        rows.setRowMinimumHeight(row + 2, sizes.SPACE)


class _Note(QWidget):
    """A problem in words with its icon; takes no room while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "red")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(sizes.TIGHT)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.RED) -> None:
        """Show *text*, or nothing."""
        self._words.setText(text)
        if text:
            icon = "circle-alert" if tone is Tone.RED else "triangle-alert"
            self._icon.setPixmap(self._look.icon(icon, tone, 14).pixmap(64))
            self._words.setProperty("tone", tone.value)
            self._words.style().polish(self._words)
        self.setVisible(bool(text))


def _words(field: Field) -> str:
    return f"{field.label} *" if field.needed else field.label


def _head(title: str) -> QLabel:
    label = QLabel(title)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, sizes.SPACE, 0, sizes.SPACE)
    return label


def _put(value: Any, path: list[str], part: Any) -> Any:
    """Return frozen *value* with *part* at *path*."""
    name, *rest = path
    inner = _put(getattr(value, name), rest, part) if rest else part
    return replace(value, **{name: inner})
