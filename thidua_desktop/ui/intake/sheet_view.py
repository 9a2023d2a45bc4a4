"""A sheet as it was read: every row with what it is, every column with what it means."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from thidua_desktop.services.importing.choices import Fix
from thidua_desktop.services.importing.values import Line, PreviewRow, Sheet
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLES = {
    "title": "Tiêu đề",
    "head": "Tên cột",
    "group": "Nhóm",
    "total": "Cộng",
    "blank": "",
    "signature": "Phần ký",
    "remark": "Ghi chú",
}
_STATES = {
    "ready": ("circle-check", Tone.GREEN, "Sẽ nhập"),
    "open": ("circle-alert", Tone.AMBER, "Cần sửa"),
    "aside": ("archive", Tone.MUTED, "Để lại"),
}
_NOT_TAKEN = "không nhập"
_STATE_WIDTH, _WIDTH, _WIDEST = 84, 180, 260
_MOST_SPREAD = 300
_AROUND = frozenset(("title", "group", "signature", "remark"))
_SAMPLED = 200  # Rows by which the width of a column is chosen.


class SheetView(QTableView):
    """Rows and columns of one sheet; a click on a head, or F4, changes what the column means.

    Delete puts a row aside, or takes it back.
    """

    meaning_chosen = Signal(int, str)
    aside_asked = Signal(int, bool)
    """A row by its number, and whether it shall be put aside or taken back."""
    row_stood_on = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = _Model(look)
        self._meanings: Mapping[str, str] = {}
        self.setModel(self._model)
        self.setAccessibleName("Trang như đã đọc")
        self._behave(look)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_sheet(self, sheet: Sheet | None, meanings: Mapping[str, str]) -> None:
        """Show *sheet*, whose columns can mean *meanings* (name to words); None shows nothing."""
        is_same = bool(sheet and self._model.sheet and sheet.key == self._model.sheet.key)
        at = self.currentIndex()
        here = (at.row(), at.column()) if is_same else (-1, -1)
        self._meanings = meanings
        self._model.show_sheet(sheet, meanings)
        if not is_same:
            self._spread()
            self._fit_columns()
            self.scrollToTop()
        elif here[0] >= 0:
            self._stand(*here)

    def stand_on(self, fix: Fix) -> None:
        """Bring the cell of *fix* into sight."""
        row = self._model.row_of(fix.row)
        if row is not None and self._model.sheet and self._model.sheet.key == fix.sheet:
            self._stand(row, 0 if fix.at is None else fix.at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt_down = (
            event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if event.key() == Qt.Key.Key_F4 or is_alt_down:
            self._ask(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Delete and (line := self._line()):
            self.aside_asked.emit(line.number, line.state != "aside")
        else:
            super().keyPressEvent(event)

    def _line(self) -> Line | None:
        row = self.currentIndex().row()
        return self._model.line_at(row) if row >= 0 else None

    def _stand(self, row: int, column: int) -> None:
        """Go to a cell without telling anyone."""
        chooser = self.selectionModel()
        was = chooser.blockSignals(True)
        index = self._model.index(row, min(column, self._model.columnCount() - 1))
        chooser.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        chooser.blockSignals(was)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def _tell(self, now: _Index, _before: _Index) -> None:
        if now.isValid():
            self.row_stood_on.emit(self._model.rows[now.row()].number)

    def _ask(self, section: int) -> None:
        """Open the menu of meanings under the head of *section*."""
        column = section - 1
        if not 0 <= column < self._model.columnCount() - 1:
            return
        present = self._model.meaning(column)
        menu = QMenu(self)
        for meaning, words in (("", "Không nhập cột này"), *self._meanings.items()):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(meaning == present)
            action.setData(meaning)
        menu.triggered.connect(lambda action: self.meaning_chosen.emit(column, action.data()))
        head = self.horizontalHeader()
        left = head.sectionViewportPosition(section)
        menu.popup(head.viewport().mapToGlobal(QPoint(left, head.height())))
        menu.aboutToHide.connect(menu.deleteLater)

    def _spread(self) -> None:
        """Let a row that says only one thing, such as a title, say it over all columns."""
        self.clearSpans()
        width = self._model.columnCount() - 1
        for place in self._model.lone(_MOST_SPREAD) if width > 1 else ():
            self.setSpan(place, 1, 1, width)

    def _fit_columns(self) -> None:
        self.setColumnWidth(0, self._look.px(_STATE_WIDTH))
        metrics = self.fontMetrics()
        for column in range(1, self._model.columnCount()):
            texts = [row.cells[column - 1] for row in self._model.sampled(column - 1)]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            meaning = metrics.horizontalAdvance(f"{self._model.meaning_words(column - 1)} ▾")
            wanted = max(widest, min(meaning, self._look.px(_WIDTH)))
            wanted += self._look.px(sizes.GROUP)
            self.setColumnWidth(column, min(wanted, self._look.px(_WIDEST)))

    def _behave(self, look: Look) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW - 2))
        self.verticalHeader().setMinimumWidth(look.px(40))
        across = self.horizontalHeader()
        across.setFixedHeight(look.px(2 * sizes.ROW - sizes.TIGHT))
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.sectionClicked.connect(self._ask)


class _Model(QAbstractTableModel):
    """The first column says what a row is, the others are the sheet's own."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._meanings: Mapping[str, str] = {}
        self._lines: Mapping[int, Line] = {}
        self._places: Mapping[int, int] = {}
        self._fixed: Mapping[tuple[int, int], Fix] = {}
        self._width = 0
        self.sheet: Sheet | None = None
        self.rows: tuple[PreviewRow, ...] = ()

    def show_sheet(self, sheet: Sheet | None, meanings: Mapping[str, str]) -> None:
        self.beginResetModel()
        self.sheet = sheet
        self.rows = sheet.rows if sheet else ()
        widest = max((len(row.cells) for row in self.rows), default=0)
        self._width = max(len(sheet.columns), widest) if sheet else 0
        self._meanings = meanings
        self._lines = {line.number: line for line in sheet.lines} if sheet else {}
        self._places = {row.number: place for place, row in enumerate(self.rows)}
        fixes = sheet.fixes if sheet else ()
        self._fixed = {(fix.row, fix.at): fix for fix in fixes if fix.at is not None}
        self.endResetModel()

    def row_of(self, number: int) -> int | None:
        return self._places.get(number)

    def line_at(self, place: int) -> Line | None:
        return self._lines.get(self.rows[place].number)

    def lone(self, most: int) -> list[int]:
        """Return the places of at most *most* rows around the list that say one thing."""
        around = (place for place, row in enumerate(self.rows) if _says_one_thing(row))
        return list(islice(around, most))

    def sampled(self, column: int) -> list[PreviewRow]:
        """Return rows of data by which a column is made wide enough."""
        data = [row for row in self.rows if row.role == "data" and column < len(row.cells)]
        return data[:_SAMPLED]

    def meaning(self, column: int) -> str:
        """Return what *column* means; a sheet without a head has no meanings yet."""
        columns = self.sheet.columns if self.sheet else ()
        return columns[column].meaning if column < len(columns) else ""

    def meaning_words(self, column: int) -> str:
        meaning = self.meaning(column)
        return self._meanings.get(meaning, meaning) or _NOT_TAKEN

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        if parent.isValid() or self.sheet is None:
            return 0
        return 1 + self._width

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if index.column() == 0:
            return self._state(row, role)
        column = index.column() - 1
        text = row.cells[column] if column < len(row.cells) else ""
        if column == 0 and not text and _says_one_thing(row):
            text = next(filter(None, row.cells), "")
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column, text)
        return self._dress(row, column, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._side(section, role)
        if section == 0:
            return "Dòng này" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.meaning_words(section - 1)} ▾\n{self._words(section - 1)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self._words(section - 1)
            hidden = "\nCột này đang ẩn trong tệp." if self._is_hidden(section - 1) else ""
            return f"Trong tệp: {words or '(không có tên)'}\nBấm để chọn ý nghĩa (F4).{hidden}"
        if role == Qt.ItemDataRole.ForegroundRole:
            is_taken = self.meaning_words(section - 1) != _NOT_TAKEN
            return self._look.colour(Tone.TEXT if is_taken else Tone.MUTED)
        return None

    def _side(self, section: int, role: int) -> Any:
        row = self.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} ẩn" if row.is_hidden else str(row.number)
        if role == Qt.ItemDataRole.ToolTipRole and row.is_hidden:
            return "Dòng này đang ẩn trong tệp; vẫn được đọc."
        return None

    def _words(self, column: int) -> str:
        columns = self.sheet.columns if self.sheet else ()
        return columns[column].words if column < len(columns) else ""

    def _is_hidden(self, column: int) -> bool:
        columns = self.sheet.columns if self.sheet else ()
        return column < len(columns) and columns[column].is_hidden

    def _state(self, row: PreviewRow, role: int) -> Any:
        line = self._lines.get(row.number)
        if line is None:
            if role == Qt.ItemDataRole.DisplayRole:
                return _ROLES.get(row.role, "")
            return self._look.colour(Tone.MUTED) if role == Qt.ItemDataRole.ForegroundRole else None
        icon, tone, words = _STATES[line.state]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.DecorationRole:
            return self._look.icon(icon, tone, sizes.TAB_ICON)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (line.told, *(fix.reason for fix in line.fixes))))
        return None

    def _tip(self, row: PreviewRow, column: int, text: str) -> str:
        fix = self._fixed.get((row.number, column))
        return f"{text}\n{fix.reason}".strip() if fix else text

    def _dress(self, row: PreviewRow, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.FontRole and row.role in ("title", "head", "group"):
            return self._look.font(bold=row.role != "title")
        return None

    def _ground(self, row: PreviewRow, column: int) -> QColor | None:
        fix = self._fixed.get((row.number, column))
        if fix:
            return self._look.wash(Tone.AMBER if fix.is_needed else Tone.ACCENT)
        if row.role in ("head", "group"):
            return QColor(self._look.tokens.window)
        return None

    def _colour(self, row: PreviewRow, column: int) -> QColor | None:
        line = self._lines.get(row.number)
        is_faint = line is None or line.state == "aside"
        if is_faint and row.role not in ("head", "group"):
            return self._look.colour(Tone.MUTED)
        is_taken = self.meaning_words(column) != _NOT_TAKEN
        return None if is_taken else self._look.colour(Tone.MUTED)


def _says_one_thing(row: PreviewRow) -> bool:
    return row.role in _AROUND and len(set(filter(None, row.cells))) == 1
