"""The pane beside a list: one record's title, state and form, Cất and Bỏ qua. Knows no service."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form import Field, Form

T = TypeVar("T")

WIDTH = 380


@dataclass(frozen=True)  # Not slots: Python 3.11 cannot make Face[…] then.
class Face(Generic[T]):
    """How a record of one kind is told: its *title*, the line below it, what a new one is called.

    *nothing* stands in the pane while no row is chosen.
    """

    title: Callable[[T], str]
    line: Callable[[T], str]
    new: str
    nothing: str


class RecordPane(QWidget, Generic[T]):
    """A record in a form. `save_asked` and `drop_asked` come from its buttons, Enter and Esc."""

    save_asked = Signal()
    drop_asked = Signal()
    dirty_changed = Signal(bool)

    def __init__(self, fields: Sequence[Field], face: Face[T], look: Look) -> None:
        super().__init__()
        self._face = face
        self._look = look
        self._is_new = False
        self._is_read_only = False
        self.form: Form[T] = Form(fields, look)
        self._title, self._line = QLabel(), QLabel()
        self._save, self._drop = QPushButton("Cất"), QPushButton("Bỏ qua")
        self._empty = EmptyState(look)
        self._lay_out()
        self.form.dirty_changed.connect(self._show_buttons)
        self._save.clicked.connect(self.save_asked)
        self._drop.clicked.connect(self.drop_asked)
        look.changed.connect(self._dress)
        self._dress()
        self.clear()

    @property
    def is_dirty(self) -> bool:
        """Say whether something stands here that is not saved: changes, or a new record."""
        return self._is_new or self.form.is_dirty

    def clear(self) -> None:
        """Show no record; what was typed is gone."""
        self._is_new = False
        self.form.forget()
        self._pages.setCurrentIndex(0)
        self._show_buttons()

    def show_record(self, value: T) -> None:
        """Show *value* as it is kept."""
        self._show(value, self._face.title(value), self._face.line(value), is_new=False)

    def show_new(self, draft: T) -> None:
        """Show *draft*, not saved yet, ready to be typed in."""
        self._show(draft, self._face.new, "Chưa cất", is_new=True)
        self.form.begin()

    def saved(self, draft: T) -> None:
        """Take *draft* as kept now; what was typed since stays typed."""
        self._is_new = False
        self.form.rebase(draft)
        self._title.setText(self._face.title(draft))
        self._line.setText(self._face.line(draft))
        self._show_buttons()

    def mark(self, problems: Sequence[Problem]) -> None:
        """Show *problems* beside their fields."""
        self.form.mark(problems)

    def set_read_only(self, on: bool) -> None:
        """Let the record be read only."""
        self._is_read_only = on
        self.form.set_read_only(on)
        self._show_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._save.isEnabled():
            self.save_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.drop_asked.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, value: T, title: str, line: str, *, is_new: bool) -> None:
        self._is_new = is_new
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.form.show_value(value)
        self._pages.setCurrentIndex(1)
        self._show_buttons()

    def _show_buttons(self, _is_dirty: Any = None) -> None:
        for button in (self._save, self._drop):
            button.setEnabled(self.is_dirty)
        self._foot.setVisible(not self._is_read_only)
        self.dirty_changed.emit(self.is_dirty)

    def _lay_out(self) -> None:
        self._save.setProperty("main", True)
        self._line.setProperty("tone", "muted")
        for label in (self._title, self._line):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.GAP, sizes.SPACE)
        foot.addStretch()
        foot.addWidget(self._save)
        foot.addWidget(self._drop)
        record = QWidget()
        column = QVBoxLayout(record)
        column.setContentsMargins(0, sizes.SPACE, 0, 0)
        column.setSpacing(sizes.TIGHT)
        for widget in (self._title, self._line, self.form, self._foot):
            column.addWidget(widget)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(record)
        self._empty.say(self._face.nothing, icon="file-text")

    def _dress(self) -> None:
        self._title.setFont(self._look.font(sizes.TITLE_POINTS, bold=True))
        self.setMinimumWidth(self._look.px(WIDTH - 80))
