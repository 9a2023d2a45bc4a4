"""The rows of the register that one figure of a report counts, to look through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look

_HEADS = ("TT", "Họ và tên / Tập thể", "Đơn vị", "Danh hiệu, hình thức", "Số quyết định", "Ngày ký")
_WIDTHS = (44, 190, 190, 0, 120, 88)
_SHOWN = 1_000  # Rows; more are looked through in the register itself.


class RowsDialog(QDialog):
    """Shows *rows*; *words* say what the figure counts."""

    def __init__(self, words: str, rows: Sequence[AwardRow], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Các dòng của số liệu")
        self.table = QTableWidget(min(len(rows), _SHOWN), len(_HEADS))
        for number, row in enumerate(rows[:_SHOWN]):
            self._fill(number, row)
        self._lay_out(words, len(rows), look)

    def _fill(self, number: int, row: AwardRow) -> None:
        day = show_date(row.decision_date)
        cells = (str(number + 1), row.name, row.unit, row.title_text, row.decision_number, day)
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            self.table.setItem(number, column, item)

    def _lay_out(self, words: str, count: int, look: Look) -> None:
        rest = f"; dưới đây là {grouped(_SHOWN)} dòng đầu" if count > _SHOWN else ""
        lead = QLabel(f"{words}: {grouped(count)} dòng{rest}.")
        lead.setWordWrap(True)
        table = self.table
        table.setAccessibleName("Các dòng của số liệu")
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for column, width in enumerate(_WIDTHS):
            if width:
                table.setColumnWidth(column, look.px(width))
            else:
                heads = table.horizontalHeader()
                heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        box = QDialogButtonBox()
        leave = box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        leave.setDefault(True)
        box.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setSpacing(sizes.SPACE)
        for widget in (lead, table, box):
            lines.addWidget(widget)
        look.size(self, 920, 440)
