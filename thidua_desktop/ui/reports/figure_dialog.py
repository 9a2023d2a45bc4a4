"""The live figures that a report may state: in words, with what each counts now."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.text import fold, words
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot


@dataclass(frozen=True, slots=True)
class Countable:
    """One figure: its *name* in the markup, what it counts in words, and what it shows now."""

    name: str
    words: str
    value: str


class FigureDialog(QDialog):
    """Asks for one of some figures; typing narrows them, marks optional."""

    def __init__(self, figures: Sequence[Countable], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chèn số liệu")
        self._figures = tuple(figures)
        self.words = QLineEdit()
        self.table = QTableWidget(len(figures), 2)
        self._put = QPushButton("Chèn")
        self._fill()
        self._lay_out(look)
        self.words.textChanged.connect(self._narrow)
        self.table.itemDoubleClicked.connect(lambda _item: self.accept())
        self._narrow("")

    @classmethod
    def ask(
        cls, figures: Sequence[Countable], look: Look, prompts: Prompts, parent: QWidget
    ) -> Countable | None:
        """Return the figure chosen, or None."""
        dialog = cls(figures, look, parent)
        chosen = dialog.chosen() if prompts.run(dialog) else None
        dialog.deleteLater()
        return chosen

    def chosen(self) -> Countable | None:
        """Return the figure of the row one stands on, if one does and it is shown."""
        row = self.table.currentRow()
        is_shown = row >= 0 and not self.table.isRowHidden(row)
        return self._figures[row] if is_shown else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows go through the figures while one types."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if by := steps.get(Qt.Key(event.key()), 0):
            self._step(by)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = self.table.currentRow() + by
        while 0 <= row < self.table.rowCount():
            if not self.table.isRowHidden(row):
                self.table.setCurrentCell(row, 0)
                return
            row += by

    def _narrow(self, text: str) -> None:
        wanted = words(text)
        first = -1
        for row, figure in enumerate(self._figures):
            is_hidden = not all(word in fold(figure.words) for word in wanted)
            self.table.setRowHidden(row, is_hidden)
            if first < 0 and not is_hidden:
                first = row
        self.table.setCurrentCell(first, 0)
        self._put.setEnabled(first >= 0)
        self._put.setToolTip("" if first >= 0 else "Không có số liệu nào có những chữ này.")

    def _fill(self) -> None:
        for row, figure in enumerate(self._figures):
            value = QTableWidgetItem(figure.value)
            value.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            named = QTableWidgetItem(figure.words)
            named.setToolTip(figure.words)
            self.table.setItem(row, 0, named)
            self.table.setItem(row, 1, value)

    def _lay_out(self, look: Look) -> None:
        self.words.setPlaceholderText("Tìm số liệu, không cần dấu")
        self.words.setAccessibleName("Tìm số liệu")
        table = self.table
        table.setAccessibleName("Các số liệu")
        table.setHorizontalHeaderLabels(["Số liệu", "Hiện nay"])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setColumnWidth(0, look.px(680))
        table.horizontalHeader().setStretchLastSection(True)
        hint = "Số liệu tự tính lại từ sổ mỗi lần lập văn bản, cho đến khi ban hành."
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        for widget in (self.words, table):
            column.addWidget(widget)
        column.addLayout(dialog_foot(self, self._put, hint))
        look.size(self, 860, 420)
