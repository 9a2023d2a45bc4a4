"""The awards of one name as a table: newest first, names as they were. Knows no service."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from thidua_desktop.domain.awards import NATURES, AwardRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.ui.honours.columns import said
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.widgets.rows_model import Column

NAMESAKE = "Trùng tên, chưa nối với danh sách"

_Index = QModelIndex | QPersistentModelIndex
_ROLES = Qt.ItemDataRole


def _title(row: AwardRow) -> str:
    is_usual = row.nature == "grant"
    return row.title_text if is_usual else f"{row.title_text} ({said(NATURES, row.nature).lower()})"


COLUMNS: tuple[Column[AwardRow], ...] = (
    Column("year", "Năm", lambda row: str(row.year or ""), 50, right=True),
    Column("title_text", "Danh hiệu, hình thức", _title, 220),
    Column("level", "Cấp", lambda row: said(LEVELS, row.level), 60),
    Column("decision_number", "Số quyết định", lambda row: row.decision_number, 104),
    Column("decision_date", "Ngày ký", lambda row: show_date(row.decision_date), 84),
    Column("name", "Tên khi đó", lambda row: row.name, 170),
    Column("position", "Chức vụ khi đó", lambda row: row.position, 106),
    Column("unit", "Đơn vị khi đó", lambda row: row.unit, 160),
)


class PastModel(QAbstractTableModel):
    """Rows of the one asked for, then those of namesakes, which are told apart by tone and tip."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: Sequence[AwardRow] = ()
        self._own = 0

    @property
    def rows(self) -> Sequence[AwardRow]:
        """Return all rows from top to bottom."""
        return self._rows

    def show(self, rows: Sequence[AwardRow], namesakes: Sequence[AwardRow]) -> None:
        """Show *rows*, and *namesakes* below them."""
        self.beginResetModel()
        self._rows, self._own = (*rows, *namesakes), len(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = _ROLES.DisplayRole) -> Any:
        answer = self._answers.get(role)
        return answer(self, index) if answer and index.isValid() else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> Any:
        if role == _ROLES.DisplayRole:
            is_across = orientation == Qt.Orientation.Horizontal
            return COLUMNS[section].title if is_across else str(section + 1)
        return None

    def _words(self, index: _Index) -> str:
        return COLUMNS[index.column()].text(self._rows[index.row()])

    def _tip(self, index: _Index) -> str:
        note = NAMESAKE if index.row() >= self._own else ""
        return "\n".join(filter(None, (self._words(index), note)))

    def _colour(self, index: _Index) -> Any:
        return self._look.colour(Tone.AMBER) if index.row() >= self._own else None

    def _side(self, index: _Index) -> Any:
        middle = Qt.AlignmentFlag.AlignVCenter
        side = Qt.AlignmentFlag.AlignRight if COLUMNS[index.column()].right else None
        return side | middle if side else None

    _answers: ClassVar[dict[int, Callable[["PastModel", _Index], Any]]] = {
        _ROLES.DisplayRole: _words,
        _ROLES.ToolTipRole: _tip,
        _ROLES.ForegroundRole: _colour,
        _ROLES.TextAlignmentRole: _side,
    }
