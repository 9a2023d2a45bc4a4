"""The page of the very first start: four questions, or a file that is there already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.beginning.begin_dialog import LATER
from thidua_desktop.ui.beginning.begin_form import BeginForm
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.notice_page import Way

_ICON, _WIDTH = 32, 560


class BeginPage(QWidget):
    """Asks and offers; `begun` carries the answers (a Beginning)."""

    begun = Signal(object)

    def __init__(self, desk: Desk, this_year: int, ways: Sequence[Way]) -> None:
        """*ways*: what one can do who has a file already."""
        super().__init__()
        self._look: Look = desk.look
        self.questions = BeginForm(desk, this_year)
        self._icon, self._title = QLabel(), QLabel("Bắt đầu")
        self._make = QPushButton("Lập tệp")
        self._make.setProperty("main", True)
        self._make.clicked.connect(self._begin)
        self._lay_out(ways)
        desk.look.changed.connect(self._draw)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()  # Letters set before the style sheet came are lost.
        self.questions.form.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button in focus, else the main one, as in a dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        (focus if isinstance(focus, QPushButton) else self._make).click()

    def _begin(self) -> None:
        if answer := self.questions.beginning():
            self.begun.emit(answer)

    def _lay_out(self, ways: Sequence[Way]) -> None:
        place = QWidget()
        place.setFixedWidth(self._look.px(_WIDTH))
        inner = QVBoxLayout(place)
        inner.setSpacing(sizes.GAP)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        head.setSpacing(sizes.GAP)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        inner.addLayout(head)
        words = _muted(f"Mọi việc của một cơ quan nằm trong một tệp. {LATER}")
        words.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        inner.addWidget(words)
        inner.addWidget(self.questions)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._make)
        buttons.setContentsMargins(sizes.GAP, 0, sizes.GAP, sizes.WIDE)
        inner.addLayout(buttons)
        inner.addLayout(_having(ways))
        middle = QWidget()
        sides = QHBoxLayout(middle)
        sides.addStretch()
        sides.addWidget(place)
        sides.addStretch()
        centre = QVBoxLayout()
        centre.addStretch(2)
        centre.addWidget(middle)
        centre.addStretch(3)
        page = QWidget()
        page.setLayout(centre)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _draw(self) -> None:
        size = self._look.px(_ICON)
        self._icon.setPixmap(self._look.icon("medal", Tone.ACCENT, _ICON).pixmap(size, size))
        self._title.setFont(self._look.font(sizes.TITLE_POINTS, bold=True))


def _having(ways: Sequence[Way]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
    row.addWidget(_muted("Đã có tệp thi đua?"), 1)
    for way in ways:
        button = QPushButton(way.words)
        button.clicked.connect(lambda _checked=False, run=way.run: run())
        row.addWidget(button)
    return row


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("tone", "muted")
    label.setWordWrap(True)
    return label
