"""The files and sheets of an intake: how many rows each has, and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.importing.values import KINDS, Intake, Item
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.widgets.plain_table import choose_rows, keep_to_one_line

ALL = ""
"""The key of the entry that stands for all sheets."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HEADS = ("Tệp, trang", "Dòng", "Cần sửa")
_TIPS = (
    "",
    "Số dòng dữ liệu tìm thấy",
    "Số dòng còn chỗ phải quyết định; các dòng ấy sẽ chờ nếu nhập ngay",
)
_WIDTHS = (0, 44, 58)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the sheet it stands for, its words, its counts; *error* why it has none."""

    key: str
    words: str
    rows: int
    open: int
    error: str = ""
    is_out: bool = False
    is_sheet: bool = False


def entries(intake: Intake) -> list[Entry]:
    """Return what the list shows of *intake*; all sheets together first where there are several."""
    each = [_entry(intake, item) for item in intake.items]
    if len(each) < 2:
        return each
    rows = sum(one.rows for one in each if not one.is_out)
    waiting = sum(one.open for one in each if not one.is_out)
    files = len({item.source.file for item in intake.items})
    return [Entry(ALL, f"Tất cả {files} tệp", rows, waiting), *each]


def _entry(intake: Intake, item: Item) -> Entry:
    source, sheet = item.source, item.sheet
    several = sum(other.source.file == source.file for other in intake.items) > 1
    name = f"{source.file} · {source.sheet}" if several and source.sheet else source.file
    if sheet is None:
        kind = f" ({KINDS[source.kind]})" if source.kind in KINDS and not source.error else ""
        return Entry(source.file, f"{name}{kind}", source.rows, 0, source.error)
    is_out = sheet.key in intake.choices.left_out
    return Entry(
        sheet.key, name, len(sheet.lines), sheet.count("open"), is_out=is_out, is_sheet=True
    )


class FilesList(QTableView):
    """The entries; the tick of a sheet says whether anything of it is wanted."""

    chosen = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._model = _Model(look)
        self.setModel(self._model)
        self.setAccessibleName("Các tệp đưa vào")
        self._behave(look)
        self._model.ticked.connect(self.ticked)
        self.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def entry(self) -> Entry | None:
        """Return the entry one is on."""
        row = self.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def show_entries(self, shown: Sequence[Entry]) -> None:
        """Show *shown*; one stays on the entry one was on."""
        before = self.entry
        is_same = [one.key for one in shown] == [one.key for one in self._model.entries]
        self._model.show_entries(shown, is_same=is_same)
        if not is_same and shown:
            keys = [one.key for one in shown]
            self.selectRow(keys.index(before.key) if before and before.key in keys else 0)

    def stand_on(self, key: str) -> None:
        """Go to the entry of *key*, when there is one."""
        for row, entry in enumerate(self._model.entries):
            if entry.key == key and row != self.currentIndex().row():
                self.selectRow(row)

    def _tell(self, _now: _Index, _before: _Index) -> None:
        if entry := self.entry:
            self.chosen.emit(entry.key)

    def _behave(self, look: Look) -> None:
        choose_rows(self, _WIDTHS, look)
        keep_to_one_line(self, look)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)


class _Model(QAbstractTableModel):
    ticked = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entries: Sequence[Entry] = ()

    def show_entries(self, shown: Sequence[Entry], *, is_same: bool) -> None:
        if is_same:
            self.entries = shown
            last = self.index(len(shown) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.entries = shown
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_tick = index.column() == 0 and self.entries[index.row()].is_sheet
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry, column = self.entries[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(entry)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.error or entry.words
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(entry, column)
        if column:
            return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None
        return self._mark(entry, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        is_wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        self.ticked.emit(self.entries[index.row()].key, is_wanted)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _TIPS[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section else None

    def _mark(self, entry: Entry, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and entry.is_sheet:
            return Qt.CheckState.Unchecked if entry.is_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DecorationRole and entry.error:
            return self._look.icon("circle-alert", Tone.RED, sizes.TAB_ICON)
        return None

    def _colour(self, entry: Entry, column: int) -> Any:
        if entry.error:
            return self._look.colour(Tone.RED)
        if entry.is_out:
            return self._look.colour(Tone.MUTED)
        return self._look.colour(Tone.AMBER) if column == 2 and entry.open else None


def _cells(entry: Entry) -> tuple[str, str, str]:
    if entry.error:
        return entry.words, "", "lỗi"
    if entry.is_out:
        return entry.words, grouped(entry.rows), "bỏ"
    return entry.words, grouped(entry.rows), grouped(entry.open) if entry.open else ""
