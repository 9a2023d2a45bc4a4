"""Marks the row and the cell in focus of a table. Knows no values.

Painted once over the finished table: a delegate in Python would cost a call for every cell.
"""

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTableView

from thidua_desktop.ui.look import Look

_TINT = 18  # Of 255: seen, and the words under it stay as they are.


def mark_current(table: QTableView, current: QModelIndex, look: Look, *, has_focus: bool) -> None:
    """Tint the row of *current* in *table* and frame its cell, thicker with the focus."""
    cell = table.visualRect(current)
    if not current.isValid() or not cell.isValid():
        return
    viewport = table.viewport()
    painter = QPainter(viewport)
    tint = QColor(look.tokens.accent)
    tint.setAlpha(_TINT)
    painter.fillRect(QRect(0, cell.top(), viewport.width(), cell.height()), tint)
    painter.setPen(QPen(QColor(look.tokens.accent), 2 if has_focus else 1))
    if not table.isColumnHidden(current.column()):
        painter.drawRect(cell.adjusted(1, 1, -2, -2))
    painter.end()
