"""The list of files kept with a record: name, size, day; and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.attaching import Kept, size_words
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.record.telling import clock_words
from thidua_desktop.ui.widgets.empty import EmptyState

_SIZE_WIDTH, _DAY_WIDTH = 66, 82
_NOTHING = "Chưa có tệp nào. Kéo tệp vào đây, hoặc bấm Đính kèm tệp."


class FileList(QWidget):
    """Shows files and tells what is asked of those chosen; does none of it."""

    add_asked = Signal()
    open_asked = Signal()
    save_asked = Signal()
    remove_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._kept: Sequence[Kept] = ()
        self._why = ""
        self.tree = _Tree()
        self._add = QPushButton("Đính kèm tệp…")
        self._acts = [
            self._act("Mở để xem", "folder-open", "Enter", self.open_asked),
            self._act("Lưu ra ngoài…", "file-down", "", self.save_asked),
            self._act("Bỏ khỏi bản ghi", "trash-2", "Delete", self.remove_asked),
        ]
        self._buttons = [QToolButton() for _ in self._acts]
        self._note = QLabel()
        self._empty = EmptyState(look)
        self._lay_out()
        self._listen()
        self._dress()
        self.show_files(())

    def chosen(self) -> list[Kept]:
        """Return the files chosen, from top to bottom."""
        chosen = {self.tree.indexOfTopLevelItem(item) for item in self.tree.selectedItems()}
        return [kept for row, kept in enumerate(self._kept) if row in chosen]

    def show_files(self, kept: Sequence[Kept]) -> None:
        """Show *kept*; the first stands ready to be opened."""
        self._kept = tuple(kept)
        self.tree.clear()
        items = [_item(each) for each in kept]
        self.tree.addTopLevelItems(items)
        if items:
            self.tree.setCurrentItem(items[0])
        self._pages.setCurrentIndex(1 if kept else 0)
        self._enable()

    def set_read_only(self, why: str) -> None:
        """With a *why*, let files be opened and saved out only."""
        self._why = why
        self._add.setToolTip(why)
        self._empty.say(why or _NOTHING, icon="paperclip")
        self._enable()

    def say(self, words: str) -> None:
        """Show *words* in amber below the list, or nothing."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _enable(self) -> None:
        count = len(self.chosen())
        open_it, save_out, take_away = self._acts
        self._add.setEnabled(not self._why)
        open_it.setEnabled(count == 1)
        save_out.setEnabled(count > 0)
        take_away.setEnabled(count > 0 and not self._why)

    def _act(self, words: str, icon: str, key: str, asked: SignalInstance) -> QAction:
        act = QAction(words, self)
        act.setObjectName(icon)
        act.setToolTip(f"{words.rstrip('…')} ({key})" if key else words.rstrip("…"))
        act.triggered.connect(asked)
        return act

    def _listen(self) -> None:
        self._add.clicked.connect(self.add_asked)
        self.tree.itemSelectionChanged.connect(self._enable)
        self.tree.open_asked.connect(self._acts[0].trigger)
        self.tree.remove_asked.connect(self._acts[2].trigger)
        self._look.changed.connect(self._dress)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.SPACE, sizes.TIGHT)
        bar.setSpacing(sizes.TIGHT)
        bar.addWidget(self._add)
        bar.addStretch()
        for button, act in zip(self._buttons, self._acts, strict=True):
            button.setDefaultAction(act)
            button.setAutoRaise(True)
            button.setAccessibleName(act.text())
            bar.addWidget(button)
        self.tree.addActions(self._acts)
        self._note.setWordWrap(True)
        self._note.setProperty("tone", "amber")
        self._note.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.GAP, sizes.TIGHT)
        self._note.hide()
        place = QWidget()
        self._pages = QStackedLayout(place)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(place, 1)
        column.addWidget(self._note)
        self.setFocusProxy(self._add)

    def _dress(self) -> None:
        look = self._look
        self.set_read_only(self._why)
        for act, button in zip(self._acts, self._buttons, strict=True):
            act.setIcon(look.icon(act.objectName()))
            button.setIconSize(look.square(16))
        self.tree.setStyleSheet(_rows(look))
        self.tree.setColumnWidth(1, look.px(_SIZE_WIDTH))
        self.tree.setColumnWidth(2, look.px(_DAY_WIDTH))


class _Tree(QTreeWidget):
    """Files in three columns; Enter opens and Delete takes away, before the pane hears of them."""

    open_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Tệp đính kèm")
        self.setHeaderLabels(["Tên tệp", "Cỡ", "Ngày thêm"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(self.open_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


def _rows(look: Look) -> str:
    """Return the rule for the rows: a little air, colours as in a grid."""
    tokens = look.tokens
    return (
        f"QTreeView::item {{ padding: {look.px(sizes.TIGHT)}px 0; }}"
        f"QTreeView::item:selected {{ background: {tokens.chosen}; color: {tokens.on_chosen}; }}"
    )


def _item(kept: Kept) -> QTreeWidgetItem:
    when = clock_words(kept.at)
    item = QTreeWidgetItem([kept.name, size_words(kept.size), when.split()[-1]])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    tip = f"{kept.name}\n{size_words(kept.size)}, {kept.who} thêm lúc {when}"
    for column in range(3):
        item.setToolTip(column, tip)
    return item
