"""All awards of one person, collective or household over the years, names as they were then."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.honours.columns import said
from thidua_desktop.ui.look import TITLE_POINTS, Look

_COLUMNS = (
    ("Năm", 56),
    ("Danh hiệu, hình thức", 230),
    ("Cấp", 72),
    ("Số quyết định", 110),
    ("Ngày ký", 90),
    ("Tên khi đó", 160),
    ("Đơn vị khi đó", 180),
)


class HistoryDialog(QDialog):
    """Shows *rows*, the newest first; Esc or Enter closes."""

    def __init__(self, name: str, rows: Sequence[AwardRow], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lịch sử khen thưởng")
        self.table = QTableWidget(len(rows), len(_COLUMNS))
        self._title = QLabel(name)
        self._count = QLabel(_counted(rows))
        self._fill(rows)
        self._lay_out(look)

    def _fill(self, rows: Sequence[AwardRow]) -> None:
        newest_first = sorted(rows, key=lambda row: (row.year, row.decision_date), reverse=True)
        for number, row in enumerate(newest_first):
            cells = (
                str(row.year or ""),
                row.title_text,
                said(LEVELS, row.level),
                row.decision_number,
                show_date(row.decision_date),
                row.name,
                row.unit,
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(number, column, item)

    def _lay_out(self, look: Look) -> None:
        self._title.setFont(look.font(TITLE_POINTS, bold=True))
        self._count.setProperty("tone", "muted")
        table = self.table
        table.setAccessibleName("Các lần khen thưởng")
        table.setHorizontalHeaderLabels([title for title, _width in _COLUMNS])
        for section, (_title, width) in enumerate(_COLUMNS):
            table.setColumnWidth(section, look.px(width))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        close = QPushButton("Đóng")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        for widget in (self._title, self._count, table):
            column.addWidget(widget)
        column.addLayout(foot)
        self.resize(look.px(960), look.px(460))


def _counted(rows: Sequence[AwardRow]) -> str:
    if not rows:
        return "Chưa có khen thưởng nào trong sổ."
    years = [row.year for row in rows if row.year]
    span = f", năm {min(years)}" if years else ""
    if years and min(years) < max(years):
        span = f", từ năm {min(years)} đến năm {max(years)}"
    paid = sum(row.amount or 0 for row in rows)
    money = f"; tiền thưởng đã ghi: {grouped(paid)} đồng" if paid else ""
    return f"{grouped(len(rows))} lần khen thưởng{span}{money}."
