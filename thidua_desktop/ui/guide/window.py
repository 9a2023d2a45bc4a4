"""The window of the guide: search and contents left, one page right. Knows no office file."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.text import fold, words
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.guide import lettering
from thidua_desktop.ui.guide.book import SUFFIX, Book, meant
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.widgets.places import Place, Places

_SHAPE = "guide/geometry"
_CONTENTS, _WIDTH, _HEIGHT = 236, 860, 560
_WIDEST = 700  # A line of text longer than this tires the eye; at scale 1.
_WORD = re.compile(r"\w+")


class GuideWindow(QWidget):
    """Shows pages of *book*; *made* has what stands below a page and is made, by its name."""

    print_asked = Signal(str)
    """The officer wants this page on paper; its name."""

    def __init__(
        self, book: Book, made: Mapping[str, str], look: Look, memory: Memory, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Hướng dẫn")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._book = book
        self._look = look
        self._memory = memory
        self.page = _PageView(book, made, look)
        self.search = QLineEdit()
        self.contents = Places("Mục lục", look)
        self.none_found = QLabel("Không có trang nào có những chữ này.")
        self._back, self._on, self._print = QToolButton(), QToolButton(), QToolButton()
        self._lay_out()
        self._listen()
        self._list()
        self._dress()

    @property
    def name(self) -> str:
        """Return the name of the page shown, or ""."""
        return _name(self.page.source())

    def show_page(self, name: str) -> None:
        """Show the page *name*, and all contents."""
        self.search.clear()
        self.page.go_to(name)
        self.page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: Any) -> None:
        self._memory.keep_shape(_SHAPE, self.saveGeometry())
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down lead from the search line to the pages found, and Esc clear it first."""
        if watched is self.search and isinstance(event, QKeyEvent) and _is_press(event):
            if event.key() == Qt.Key.Key_Down:
                self.contents.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        """List only the pages with the words of *text*; show the best one, and where they stand."""
        self._list()
        best = self._book.best(text) if text.strip() else ""
        if best and best != self.name:
            self.page.go_to(best)
        self.page.mark(words(text))

    def _list(self) -> None:
        found = self._book.having(self.search.text())
        places: list[Place] = []
        for part in self._book.parts:
            pages = [page for page in part.pages if page.name in found]
            places += [Place("", part.title)] if pages else []
            places += [Place(page.name, f"    {page.title}", page.title) for page in pages]
        self.contents.show_places(places)
        self.contents.stand_on(self.name)
        self.none_found.setVisible(not places)

    def _shown(self, source: QUrl) -> None:
        """Follow to the page of *source*; the view itself does not say it yet."""
        self.contents.stand_on(_name(source))
        self.page.mark(words(self.search.text()))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText("Tìm trong hướng dẫn")
        self.search.setAccessibleName("Tìm trong hướng dẫn")
        self.search.setToolTip("Gõ vài chữ, có dấu hay không đều được (Ctrl+F)")
        self.search.setClearButtonEnabled(True)
        self.none_found.setProperty("tone", "muted")
        self.none_found.setWordWrap(True)
        self.none_found.setContentsMargins(sizes.GAP, 0, sizes.GAP, sizes.GAP)
        for button, words_, key in (
            (self._back, "Về trang trước", "Alt+Left"),
            (self._on, "Đến trang sau", "Alt+Right"),
            (self._print, "In hướng dẫn", "Ctrl+P"),
        ):
            button.setAutoRaise(True)
            button.setEnabled(button is self._print)
            button.setAccessibleName(words_)
            button.setToolTip(f"{words_} ({key})")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setHandleWidth(1)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([self._look.px(_CONTENTS), self._look.px(_WIDTH - _CONTENTS)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        if not self.restoreGeometry(self._memory.shape(_SHAPE)):
            self._look.size(self, _WIDTH, _HEIGHT)

    def _left(self) -> QWidget:
        left = QWidget()
        seek = QHBoxLayout()
        seek.setContentsMargins(sizes.SPACE, sizes.SPACE, sizes.SPACE, 0)
        seek.addWidget(self.search)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(seek)
        column.addWidget(self.contents)
        column.addWidget(self.none_found)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        right.setObjectName("page")
        bar = QHBoxLayout()
        bar.setContentsMargins(sizes.SPACE, sizes.TIGHT, sizes.SPACE, 0)
        bar.setSpacing(2)
        bar.addWidget(self._back)
        bar.addWidget(self._on)
        bar.addStretch()
        bar.addWidget(self._print)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.page)
        self._paper = right
        return right

    def _listen(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.page.setFocus)
        self.search.installEventFilter(self)
        self.contents.chosen.connect(self.page.go_to)
        self.page.sourceChanged.connect(self._shown)
        self.page.backwardAvailable.connect(self._back.setEnabled)
        self.page.forwardAvailable.connect(self._on.setEnabled)
        self._back.clicked.connect(self.page.backward)
        self._on.clicked.connect(self.page.forward)
        self._print.clicked.connect(self._ask_to_print)
        for key, run in (
            ("Ctrl+F", self._begin_search),
            ("Alt+Left", self.page.backward),
            ("Alt+Right", self.page.forward),
            ("Ctrl+P", self._ask_to_print),
        ):
            QShortcut(QKeySequence(key), self, run)
        self._look.changed.connect(self._dress)

    def _ask_to_print(self) -> None:
        self.print_asked.emit(self.name)

    def _begin_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _dress(self) -> None:
        look = self._look
        self._back.setIcon(look.icon("arrow-left"))
        self._on.setIcon(look.icon("arrow-right"))
        self._print.setIcon(look.icon("printer"))
        self.setWindowIcon(look.icon("book-open"))
        for button in (self._back, self._on, self._print):
            button.setIconSize(look.square(16))
        self._paper.setStyleSheet(f"QWidget#page {{ background: {look.tokens.base}; }}")
        self.page.dress()
        self.page.mark(words(self.search.text()))


class _PageView(QTextBrowser):
    """One page as markdown, dressed; its links lead to other pages."""

    def __init__(self, book: Book, made: Mapping[str, str], look: Look) -> None:
        super().__init__()
        self._book = book
        self._made = made
        self._look = look
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName("Trang hướng dẫn")
        self.sourceChanged.connect(self.dress)

    def go_to(self, name: str) -> None:
        """Show the page *name* from its top."""
        self.setSource(QUrl(f"{name}{SUFFIX}"), QTextDocument.ResourceType.MarkdownResource)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_lines()
        super().resizeEvent(event)

    def dress(self) -> None:
        """Take letters and colours of the present look."""
        self._set_lines()
        lettering.set_page(self.document(), self._look)

    def mark(self, wanted: list[str]) -> None:
        """Tint the words meant by *wanted*, and show the first."""
        self.setExtraSelections([self._tinted(span) for span in self._spans(wanted)])
        if found := self.extraSelections():
            first = QTextCursor(found[0].cursor)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        page = self._book.page(_name(QUrl(name)))
        return page.whole(self._made)

    def _set_lines(self) -> None:
        """Let lines be as long as there is room, but never tiring."""
        widest = self._look.px(_WIDEST)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), widest))

    def _spans(self, wanted: list[str]) -> list[tuple[int, int]]:
        if not wanted:
            return []
        text = self.document().toPlainText()
        places = [(fold(word.group()), word.span()) for word in _WORD.finditer(text)]
        hits = meant({word for word, _span in places}, wanted)
        return [span for word, span in places if word in hits]

    def _tinted(self, span: tuple[int, int]) -> QTextEdit.ExtraSelection:
        tinted = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        tinted.cursor = cursor
        tinted.format.setBackground(QColor(self._look.tokens.chosen))
        tinted.format.setForeground(QColor(self._look.tokens.on_chosen))
        return tinted


def _name(source: QUrl) -> str:
    return source.fileName().removesuffix(SUFFIX)


def _is_press(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress
