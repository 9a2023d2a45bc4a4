"""The course of a dossier: its states in their order, each with its day and reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.nominations import STATES, StateEntry
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.checks.short_table import Column, ShortTable
from thidua_desktop.ui.look import Look, Tone

_ICONS = {
    "returned": ("undo-2", Tone.AMBER),
    "rejected": ("circle-alert", Tone.RED),
    "approved": ("circle-check", Tone.GREEN),
    "awarded": ("medal", Tone.GREEN),
}
_COLUMNS: tuple[Column[StateEntry], ...] = (
    Column("Ngày", lambda entry: show_date(entry.date), 100),
    Column(
        "Tình trạng",
        lambda entry: STATES.get(entry.state, entry.state),
        150,
        state=lambda entry: entry.state,
    ),
    Column("Lý do", lambda entry: " ".join(entry.reason.split())),
)


class CourseDialog(QDialog):
    """Shows the states *entries*; nothing is changed here."""

    def __init__(
        self, title: str, entries: Sequence[StateEntry], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.table: ShortTable[StateEntry] = ShortTable("Các tình trạng", _COLUMNS, _ICONS, look)
        self.table.show_rows(entries)
        told = QLabel("Mỗi lần đổi tình trạng được ghi lại một dòng, dòng đầu là lúc nhận hồ sơ.")
        told.setWordWrap(True)
        told.setProperty("tone", "muted")
        close = QPushButton("Đóng")
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        column.addWidget(told)
        column.addWidget(self.table)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        look.size(self, 560, 320)
