"""The commands above a paper's text: what a paragraph is, its number, letters, notes, figures."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from thidua_desktop.domain.text import clean
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.numbering import DEEPEST
from thidua_desktop.ui.papers.paper_text import PaperText
from thidua_desktop.ui.papers.prose import Manner

_KINDS = {
    "1": "Mục lớn (I.)",
    "2": "Mục (1.)",
    "3": "Mục (1.1.)",
    "4": "Mục (1.1.1.)",
    "paragraph": "Đoạn văn",
    "bullet": "Gạch đầu dòng",
    "table": "Bảng",
}


_KIND_LETTERS = 12  # Of the name of a kind that is seen at least.
_TIP = """Đoạn đang đứng là mục, đoạn văn hay gạch đầu dòng
Ctrl+Alt+1 … 4: mục · Ctrl+Alt+0: đoạn văn · Ctrl+Shift+L: gạch đầu dòng
Alt+Shift+→ hoặc ←: xuống hoặc lên một cấp"""

_KEYS = {
    "Ctrl+Alt+1": "1",
    "Ctrl+Alt+2": "2",
    "Ctrl+Alt+3": "3",
    "Ctrl+Alt+4": "4",
    "Ctrl+Alt+0": "paragraph",
    "Ctrl+Shift+L": "bullet",
}
"""The key of each kind."""


class TextBar(QWidget):
    """Commands for *text*; `note_asked` and `table_asked` need a question first.

    Every kind of paragraph has a key, as in Word.
    """

    note_asked = Signal()
    table_asked = Signal()

    def __init__(self, text: PaperText, look: Look) -> None:
        super().__init__()
        self._text = text
        self._look = look
        self._kind = QComboBox()
        self._number = QLineEdit()
        self._buttons: list[tuple[QToolButton, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.SPACE, sizes.TIGHT, sizes.SPACE, sizes.TIGHT)
        self._row.setSpacing(sizes.TIGHT)
        self._row.addWidget(self._kind)
        self._row.addWidget(self._number)
        self._row.addStretch()
        self._add("bold", "Chữ đậm", "Ctrl+B", text.toggle_bold)
        self._add("italic", "Chữ nghiêng", "Ctrl+I", text.toggle_italic)
        self._add("superscript", "Chú thích", "Ctrl+Alt+F", self.note_asked.emit)
        self._add(
            "table", "Bảng: chèn, hoặc sửa bảng đang đứng", "Ctrl+Alt+T", self.table_asked.emit
        )
        for key, kind in _KEYS.items():
            self._bind(key, partial(self._be, kind))
        self._bind("Alt+Shift+Right", partial(text.shift, 1))
        self._bind("Alt+Shift+Left", partial(text.shift, -1))
        self._describe()
        self._kind.activated.connect(self._choose_kind)
        self._number.editingFinished.connect(self._renumber)
        text.placed.connect(self._show_manner)
        look.changed.connect(self._dress)
        self._dress()

    def add_figures(self, ask: Callable[[], None]) -> None:
        """Offer live figures, which *ask* puts."""
        self._add("hash", "Chèn số liệu", "Ctrl+Alt+S", ask)
        self._dress()

    def _add(self, icon: str, words: str, key: str, run: Callable[[], None]) -> None:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        button.clicked.connect(lambda _checked=False: run())
        self._bind(key, run)
        self._buttons.append((button, icon))
        self._row.insertWidget(self._row.count() - 1, button)

    def _bind(self, key: str, run: Callable[[], None]) -> None:
        """Let *key* run *run* while one writes."""
        shortcut = QShortcut(QKeySequence(key), self._text)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: None if self._text.isReadOnly() else run())

    def _choose_kind(self) -> None:
        self._be(self._kind.currentData())

    def _be(self, kind: str) -> None:
        if kind.isdigit():
            self._text.set_depth(int(kind))
        elif kind == "bullet":
            self._text.set_manner(Manner("bullet", 0, "-"))
        else:
            self._text.set_manner(Manner())
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _renumber(self) -> None:
        manner, number = self._text.manner(), clean(self._number.text())
        if number != manner.number:
            self._text.set_manner(Manner(manner.kind, manner.depth, number))

    def _show_manner(self, manner: Manner) -> None:
        key: str = manner.kind
        if manner.kind == "heading":
            key = str(min(max(manner.depth, 1), DEEPEST))
        self._kind.setCurrentIndex(self._kind.findData(key))
        self._number.setText(manner.number)

    def _describe(self) -> None:
        for key, words in _KINDS.items():
            self._kind.addItem(words, key)
        by_kind = {kind: key for key, kind in _KEYS.items()}
        for row in range(self._kind.count()):
            tip = by_kind.get(self._kind.itemData(row), "")
            self._kind.setItemData(row, tip, Qt.ItemDataRole.ToolTipRole)
        table = self._kind.findData("table")
        model = self._kind.model()
        model.setData(model.index(table, 0), 0, Qt.ItemDataRole.UserRole - 1)
        self._kind.setCurrentIndex(self._kind.findData("paragraph"))
        self._kind.setAccessibleName("Kiểu đoạn")
        self._kind.setMinimumContentsLength(_KIND_LETTERS)
        self._kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._kind.setToolTip(_TIP)
        self._number.setAccessibleName("Số mục")
        self._number.setPlaceholderText("Số")
        self._number.setToolTip("Số của mục hoặc dấu đầu dòng, in trước đoạn")

    def _dress(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self._look.icon(icon))
            button.setIconSize(QSize(self._look.px(16), self._look.px(16)))
        self._number.setFixedWidth(self._look.px(64))
