"""How a cell is painted: the row in focus tinted, the cell in focus framed. Knows no values."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from thidua_desktop.ui.look import Look

Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Paints the cells of *view*, and of what lies over it."""

    def __init__(self, view: QTableView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if self._is_current_row(index) and not option.state & QStyle.StateFlag.State_Selected:
            brush = option.backgroundBrush
            if brush.style() == Qt.BrushStyle.NoBrush:
                option.backgroundBrush = QBrush(QColor(self._look.tokens.raised))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index == self._view.currentIndex():
            painter.save()
            painter.setPen(
                QPen(QColor(self._look.tokens.accent), 2 if self._view.hasFocus() else 1)
            )
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def _is_current_row(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row()
