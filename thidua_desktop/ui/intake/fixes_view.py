"""What the officer still decides: one line a cell, with why and what is proposed."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from thidua_desktop.services.importing.choices import Fix
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.widgets.plain_table import choose_rows, keep_to_one_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADS = ("Tệp", "Dòng", "Cột", "Nội dung ô", "Vì sao", "Sửa thành")
_FILE, _ROW, _COLUMN, _TEXT, _REASON, _PROPOSAL = range(len(_HEADS))
_WIDTHS = (130, 46, 100, 130, 0, 140)


class FixesView(QTableView):
    """The open places, in the order of files and rows.

    Enter accepts what is proposed, F2 or typing writes another text into the cell, Delete puts the
    rows aside.
    """

    stood_on = Signal(object)
    accepted = Signal()
    put_aside = Signal()
    edited = Signal(object, str)
    """A fix, and the text that shall stand in its cell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._model = _Model(look)
        self.setModel(self._model)
        self.setAccessibleName("Các chỗ cần quyết định")
        self._behave(look)
        self._model.edited.connect(self.edited)
        self.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def fix(self) -> Fix | None:
        """Return the place one is on."""
        row = self.currentIndex().row()
        return self._model.fixes[row] if 0 <= row < len(self._model.fixes) else None

    @property
    def chosen(self) -> list[Fix]:
        """Return the chosen places, the one one is on first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [self._model.fixes[row] for row in rows]
        here = self.fix
        return [here, *(fix for fix in found if fix is not here)] if here in found else found

    def show_fixes(self, fixes: Sequence[Fix], *, names_file: bool) -> None:
        """Show *fixes*; one stays on the same place, or where it was in the list when it is gone.

        *names_file*: they are of several files.
        """
        before, row = self.fix, max(self.currentIndex().row(), 0)
        self.setColumnHidden(_FILE, not names_file)
        self._model.show_fixes(fixes)
        if not fixes:
            self.stood_on.emit(None)
            return
        keys = [fix.key for fix in fixes]
        if before and before.key in keys:
            row = keys.index(before.key)
        row = min(row, len(fixes) - 1)
        self.setCurrentIndex(self._model.index(row, _TEXT))
        self.stood_on.emit(self.fix)

    def leave_out(self, keys: Collection[str]) -> None:
        """Show the places of *keys* no more: they are answered, and one goes on to the next."""
        left = [fix for fix in self._model.fixes if fix.key not in keys]
        self.show_fixes(left, names_file=not self.isColumnHidden(_FILE))

    def stand_on(self, sheet: str, row: int) -> None:
        """Go to the first place in *row* of *sheet*, when it has one."""
        here = self.fix
        if here and (here.sheet, here.row) == (sheet, row):
            return
        for at, fix in enumerate(self._model.fixes):
            if (fix.sheet, fix.row) == (sheet, row):
                self.setCurrentIndex(self._model.index(at, _TEXT))
                return

    def begin_edit(self) -> None:
        """Open the cell's text for writing."""
        index = self._model.index(self.currentIndex().row(), _TEXT)
        if self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_writing = self.state() == QAbstractItemView.State.EditingState
        key, is_plain = event.key(), not event.modifiers() and not is_writing
        if is_plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif is_plain and key == Qt.Key.Key_Delete:
            self.put_aside.emit()
        elif is_plain and key == Qt.Key.Key_F2:
            self.begin_edit()
        else:
            super().keyPressEvent(event)

    def _tell(self, _now: _Index, _before: _Index) -> None:
        self.stood_on.emit(self.fix)

    def _behave(self, look: Look) -> None:
        choose_rows(self, _WIDTHS, look)
        keep_to_one_line(self, look)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)


class _Model(QAbstractTableModel):
    edited = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.fixes: Sequence[Fix] = ()

    def show_fixes(self, fixes: Sequence[Fix]) -> None:
        self.beginResetModel()
        self.fixes = fixes
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.fixes)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_edit = index.column() == _TEXT and self.fixes[index.row()].at is not None
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fix, column = self.fixes[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _cells(fix)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _told(fix) if column == _PROPOSAL else _cells(fix)[column]
        if role == Qt.ItemDataRole.DecorationRole and column == _REASON:
            icon, tone = ("circle-alert", Tone.AMBER) if fix.is_needed else ("info", Tone.MUTED)
            return self._look.icon(icon, tone, sizes.TAB_ICON)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _ROW:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column in (_FILE, _ROW, _COLUMN):
            return self._look.colour(Tone.MUTED)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        fix = self.fixes[index.row()]
        if role == Qt.ItemDataRole.EditRole and value != fix.text:
            self.edited.emit(fix, str(value))
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None


def _cells(fix: Fix) -> tuple[str, ...]:
    more = len(fix.proposals) - 1
    proposed = f"{fix.proposal}  (+{more})" if more > 0 else fix.proposal
    return fix.file, str(fix.row), fix.column, fix.text, fix.reason, proposed


def _told(fix: Fix) -> str:
    return "\n".join(proposal.text for proposal in fix.proposals)
