"""Widths, order and hidden columns of a grid, remembered on this computer. Knows no rows."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QMenu

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.rows_model import Column

_AFTER = 500  # Milliseconds after the last pull at a column.


class ColumnMemory(QObject):
    """Keeps what the officer did with *heads* under *key*, and offers it on their right button.

    Frozen columns stay the first ones.
    """

    def __init__(
        self, heads: QHeaderView, columns: Sequence[Column[Any]], key: str, desk: Desk
    ) -> None:
        super().__init__(heads)
        self._heads = heads
        self._columns = {column.name: column for column in columns}
        self._names = [column.name for column in columns]
        self._key = key
        self._desk = desk
        self._is_arranging = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AFTER)
        self._pause.timeout.connect(self.keep)
        heads.sectionResized.connect(self._changed)
        heads.sectionMoved.connect(self._moved)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._show_menu)

    def restore(self) -> None:
        """Arrange the columns as they were left, in pixels of the present scale."""
        said = [entry.split() for entry in self._desk.memory.text(self._key).split(";")]
        known = {entry[0]: entry[1:] for entry in said if len(entry) == 3}
        order = [name for name in known if name in self._columns]
        order += [name for name in self._names if name not in known]
        self._arrange(order, known)

    def forget(self) -> None:
        """Arrange the columns as at first."""
        self._desk.memory.keep_text(self._key, "")
        self._arrange(self._names, {})

    def keep(self) -> None:
        """Remember widths, as they would be at scale 1, order, and which columns are hidden."""
        scale, heads = self._desk.look.scale, self._heads
        entries = []
        for place in range(heads.count()):
            section = heads.logicalIndex(place)
            name, hidden = self._names[section], heads.isSectionHidden(section)
            width = round(heads.sectionSize(section) / scale)
            if hidden or self._is_last_seen(place):  # The last one takes the room that is left.
                width = self._width_before(name)
            entries.append(f"{name} {width} {int(not hidden)}")
        self._desk.memory.keep_text(self._key, ";".join(entries))

    def show(self, section: int, is_shown: bool) -> None:
        """Show or hide a column; the last one seen stays."""
        heads = self._heads
        if is_shown or heads.count() - heads.hiddenSectionCount() > 1:
            heads.setSectionHidden(section, not is_shown)
            if is_shown and heads.sectionSize(section) < heads.minimumSectionSize():
                width = self._columns[self._names[section]].width
                heads.resizeSection(section, self._desk.look.px(width))
            self.keep()

    def _arrange(self, order: Sequence[str], known: dict[str, list[str]]) -> None:
        heads, px = self._heads, self._desk.look.px
        self._is_arranging = True
        for place, name in enumerate(order):
            section = self._names.index(name)
            heads.moveSection(heads.visualIndex(section), place)
            column = self._columns[name]
            width, shown = known.get(name, [str(column.width), str(int(column.is_shown))])
            heads.setSectionHidden(section, shown == "0")
            heads.resizeSection(section, px(int(width)))
        self._is_arranging = False
        self._pause.stop()

    def _is_last_seen(self, place: int) -> bool:
        heads = self._heads
        later = range(place + 1, heads.count())
        return all(heads.isSectionHidden(heads.logicalIndex(each)) for each in later)

    def _width_before(self, name: str) -> int:
        for entry in self._desk.memory.text(self._key).split(";"):
            if entry.split()[:1] == [name]:
                return int(entry.split()[1])
        return self._columns[name].width

    def _changed(self, *_what: int) -> None:
        if not self._is_arranging:
            self._pause.start()

    def _moved(self, section: int, before: int, after: int) -> None:
        """Take back a move that would part the frozen columns from the left edge."""
        if self._is_arranging:
            return
        heads = self._heads
        named = [self._columns[self._names[heads.logicalIndex(n)]] for n in range(heads.count())]
        frozen = sum(column.frozen for column in named)
        if not all(column.frozen for column in named[:frozen]):
            self._is_arranging = True
            heads.moveSection(after, before)
            self._is_arranging = False
        self._pause.start()

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu(self._heads.logicalIndexAt(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._heads.viewport().mapToGlobal(at))

    def menu(self, section: int) -> QMenu:
        """Return the menu of the head of *section*: hide it, show others, all as at first."""
        menu = QMenu(self._heads)
        if section >= 0:
            title = self._columns[self._names[section]].title
            hide = menu.addAction(f"Ẩn cột “{title}”")
            hide.triggered.connect(lambda _checked=False: self.show(section, False))
        inner = menu.addMenu("Các cột")
        for each, name in enumerate(self._names):
            action = inner.addAction(self._columns[name].title)
            action.setCheckable(True)
            action.setChecked(not self._heads.isSectionHidden(each))
            action.toggled.connect(partial(self.show, each))
        menu.addSeparator()
        menu.addAction("Đặt lại các cột như lúc đầu").triggered.connect(self.forget)
        return menu
