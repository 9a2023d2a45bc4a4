"""A slim list at the left of a tab: reports, years, terms. Knows nothing of what it lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone

WIDTH = 190
_ICON = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: its *key*, words, *tip* and *icon*. One without a key is a heading."""

    key: str
    words: str
    tip: str = ""
    icon: str = ""


def slim_rows(look: Look) -> str:
    """Return the rule for the rows of a slim list: a little air, colours as in a grid."""
    tokens = look.tokens
    return (
        f"QListWidget::item {{ padding: {look.px(4)}px {look.px(sizes.SPACE)}px; }}"
        f"QListWidget::item:selected {{ background: {tokens.chosen}; color: {tokens.on_chosen}; }}"
    )


class Places(QWidget):
    """A title with an optional button for a new entry, and the entries; `chosen` tells the key."""

    chosen = Signal(str)
    entered = Signal()
    """Enter, or a double click: one goes on into the place one stands on."""

    def __init__(self, title: str, look: Look, add: QAction | None = None) -> None:
        super().__init__()
        self._look = look
        self._list = QListWidget()
        self._title = QLabel(title)
        self._add = QToolButton()
        if add is None:
            self._add.hide()
        else:
            self._add.setDefaultAction(add)
            self._add.setAutoRaise(True)
        self._lay_out(title)
        self._list.currentItemChanged.connect(self._tell)
        self._list.itemActivated.connect(lambda _item: self.entered.emit())
        look.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> str:
        """Return the key of the entry one stands on, or ""."""
        item: QListWidgetItem | None = self._list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    @property
    def keys(self) -> list[str]:
        """Return the keys of all entries, from top to bottom."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def show_places(self, places: Sequence[Place]) -> None:
        """Show *places*; one stays on the same entry, or comes to the first, and nobody is told."""
        was = self.current
        self._list.blockSignals(True)
        self._list.clear()
        for place in places:
            self._list.addItem(self._item(place))
        self._list.blockSignals(False)
        is_there = bool(was) and was in self.keys
        self.stand_on(was if is_there else next(filter(None, self.keys), ""))

    def stand_on(self, key: str) -> None:
        """Mark the entry *key* without telling anyone."""
        self._list.blockSignals(True)
        self._list.setCurrentRow(self.keys.index(key) if key and key in self.keys else -1)
        self._list.blockSignals(False)

    def _item(self, place: Place) -> QListWidgetItem:
        item = QListWidgetItem(place.words)
        item.setData(Qt.ItemDataRole.UserRole, place.key)
        item.setToolTip(place.tip or place.words)
        item.setData(_ICON, place.icon)
        if not place.key:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._tint(item)
        return item

    def _tint(self, item: QListWidgetItem) -> None:
        """Give a heading the quiet colour of the present scheme, and an icon its colour."""
        if not item.data(Qt.ItemDataRole.UserRole):
            item.setForeground(self._look.colour(Tone.MUTED))
        if icon := item.data(_ICON):
            item.setIcon(self._look.icon(icon, size=sizes.TAB_ICON))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.current)

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.TIGHT, sizes.TIGHT)
        head.addWidget(self._title, 1)
        head.addWidget(self._add)
        self._title.setBuddy(self._list)
        self._list.setAccessibleName(title)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list)
        self.setFocusProxy(self._list)

    def _dress(self) -> None:
        for item in map(self._list.item, range(self._list.count())):
            self._tint(item)
        self._title.setFont(self._look.font(bold=True))
        self._title.setMinimumHeight(self._look.px(sizes.ROW))
        self._list.setStyleSheet(slim_rows(self._look))
        self._list.setIconSize(self._look.square(sizes.TAB_ICON))
        self._add.setIconSize(QSize(self._look.px(16), self._look.px(16)))
