"""The pane beside a list: one record's title, state and form, Cất and Bỏ qua. Knows no service.

Beside the form it has a place for further pages about the record, such as its files.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.elided import ElidedLines
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form import Field, Form

T = TypeVar("T")

WIDTH, SHARE = 380, 0.36  # Pixels at scale 1, and how much of the screen at most.
_TITLE_LINES = 2
_FORM_PAGE = "Nội dung"


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
    fold_asked = Signal()
    dirty_changed = Signal(bool)
    shown = Signal()
    """Another record is shown, a new one, or none; or the one shown was saved."""
    files_dropped = Signal(list)
    """Files were dropped on the pane: their paths. Only after `take_files`."""

    def __init__(self, fields: Sequence[Field], face: Face[T], look: Look) -> None:
        super().__init__()
        self._face = face
        self._look = look
        self._is_new = False
        self._is_read_only = False
        self.form: Form[T] = Form(fields, look)
        self._title, self._line = ElidedLines(_TITLE_LINES), QLabel()
        self._save, self._drop = QPushButton("Cất"), QPushButton("Bỏ qua")
        self._note = QLabel()
        self._fold = QToolButton()
        self._bar = QTabBar()
        self._sheets = QStackedWidget()
        self._empty = EmptyState(look)
        self._lay_out()
        self.form.dirty_changed.connect(self._show_buttons)
        self._save.clicked.connect(self.save_asked)
        self._drop.clicked.connect(self.drop_asked)
        self._fold.clicked.connect(self.fold_asked)
        self._bar.currentChanged.connect(self._sheets.setCurrentIndex)
        look.changed.connect(self._dress)
        self._dress()
        self.clear()

    @property
    def is_dirty(self) -> bool:
        """Say whether something stands here that is not saved: changes, or a new record."""
        return self._is_new or self.form.is_dirty

    @property
    def is_new(self) -> bool:
        """Say whether the record shown was never saved."""
        return self._is_new

    @property
    def uid(self) -> str:
        """Return the uid of the record shown, a new one too, or ""."""
        return getattr(self.form.value, "uid", "")

    @property
    def title(self) -> str:
        """Return what the record shown is called."""
        return self._title.words

    def add_page(self, words: str, page: QWidget) -> int:
        """Add a *page* about the record behind the form; return its number."""
        if not self._bar.count():
            self._bar.addTab(_FORM_PAGE)
        self._bar.show()
        self._bar.addTab(words)
        return self._sheets.addWidget(page)

    def call_page(self, number: int, words: str) -> None:
        """Call the page *number* by other *words*: "Đính kèm (2)"."""
        self._bar.setTabText(number, words)

    def go_to_page(self, number: int) -> None:
        """Show the page *number*; the form is 0."""
        self._bar.setCurrentIndex(number)
        self._sheets.setCurrentIndex(number)

    def take_files(self) -> None:
        """Let files be dropped on all of the pane."""
        self.setAcceptDrops(True)
        for inner in self.form.findChildren(QWidget):
            inner.setAcceptDrops(False)

    def say_below(self, words: str, tone: str = "muted") -> None:
        """Show *words* beside the buttons."""
        self._note.setText(words)
        self._note.setProperty("tone", tone)
        self._note.style().polish(self._note)

    def clear(self) -> None:
        """Show no record; what was typed is gone."""
        self._is_new = False
        self.form.forget()
        self._pages.setCurrentIndex(0)
        self._show_buttons()
        self.shown.emit()

    def show_record(self, value: T) -> None:
        """Show *value* as it is kept."""
        self._show(value, self._face.title(value), self._face.line(value), is_new=False)

    def show_new(self, draft: T) -> None:
        """Show *draft*, not saved yet, ready to be typed in."""
        self._show(draft, self._face.new, "Chưa cất", is_new=True)
        self.begin()

    def saved(self, draft: T) -> None:
        """Take *draft* as kept now; what was typed since stays typed."""
        self._is_new = False
        self.form.rebase(draft)
        self._title.say(self._face.title(draft))
        self._line.setText(self._face.line(draft))
        self._show_buttons()
        self.shown.emit()

    def begin(self) -> None:
        """Put the focus into the first field."""
        self.go_to_page(0)
        self.form.begin()

    def mark(self, problems: Sequence[Problem]) -> None:
        """Show *problems* beside their fields."""
        self.go_to_page(0)
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._pages.currentIndex() and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(_files(event))

    def _show(self, value: T, title: str, line: str, *, is_new: bool) -> None:
        self._is_new = is_new
        self._title.say(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.form.show_value(value)
        self._pages.setCurrentIndex(1)
        self._show_buttons()
        self.shown.emit()

    def _show_buttons(self, _is_dirty: Any = None) -> None:
        for button in (self._save, self._drop):
            button.setEnabled(self.is_dirty)
            button.setToolTip("" if self.is_dirty else "Không có gì chưa cất.")
        self._foot.setVisible(not self._is_read_only)
        self.dirty_changed.emit(self.is_dirty)

    def _lay_out(self) -> None:
        self._save.setProperty("main", True)
        self._line.setProperty("tone", "muted")
        for label in (self._title, self._line):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        self._sheets.addWidget(self.form)
        self._lay_out_foot()
        record = QWidget()
        column = QVBoxLayout(record)
        column.setContentsMargins(0, sizes.SPACE, 0, 0)
        column.setSpacing(sizes.TIGHT)
        column.addLayout(self._head())
        for widget in (self._line, self._bar, self._sheets, self._foot):
            column.addWidget(widget)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(record)
        self._empty.say(self._face.nothing, icon="file-text")

    def _head(self) -> QHBoxLayout:
        self._fold.setAutoRaise(True)
        self._fold.setAccessibleName("Ẩn phần chi tiết")
        self._fold.setToolTip("Ẩn phần chi tiết (F6); F2 hoặc Enter ở danh sách mở lại")
        self._bar.setAccessibleName("Các phần của bản ghi")
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, sizes.SPACE, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _lay_out_foot(self) -> None:
        self._note.setWordWrap(True)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.GAP, sizes.SPACE)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._save)
        foot.addWidget(self._drop)

    def _dress(self) -> None:
        look = self._look
        self._title.setFont(look.font(sizes.TITLE_POINTS, bold=True))
        self._fold.setIcon(look.icon("panel-right-close", size=16))
        self._fold.setIconSize(look.square(16))
        self._bar.setStyleSheet(_slim_tabs(look))


def _files(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that *event* carries."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _slim_tabs(look: Look) -> str:
    """Return the rule for the row of pages: words with a line below the one shown."""
    t = look.tokens
    return (
        f"QTabBar {{ background: {t.window}; }}"
        f"QTabBar::tab {{ background: transparent; color: {t.muted}; border: none;"
        f" border-bottom: 2px solid transparent;"
        f" padding: {look.px(3)}px {look.px(sizes.GAP)}px {look.px(3)}px; }}"
        f"QTabBar::tab:hover {{ background: {t.hover}; color: {t.text}; }}"
        f"QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}"
        f"QTabBar::tab:focus {{ background: {t.chosen}; color: {t.on_chosen}; }}"
    )
