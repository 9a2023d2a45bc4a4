"""Asks why words of an issued decision are to stand otherwise in the register."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.awards import Correction
from thidua_desktop.domain.text import clean
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot

_EMPTY = "(trống)"


class CorrectionDialog(QDialog):
    """Shows what stood and what is to stand, and asks for the reason."""

    def __init__(
        self, found: Sequence[Correction], number: str, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đính chính")
        self.reason = QLineEdit()
        self._problem = QLabel()
        self._lay_out(found, number, look)

    def answer(self, prompts: Prompts) -> str | None:
        """Return the reason, or None when nothing is to be corrected; the dialog is gone then."""
        is_accepted = prompts.run(self)
        reason = clean(self.reason.text())
        self.deleteLater()
        return reason if is_accepted else None

    def accept(self) -> None:
        """Close once there is a reason."""
        if clean(self.reason.text()):
            super().accept()
        else:
            self._problem.setText("Đính chính thì cần ghi lý do.")
            self._problem.show()
            self.reason.setFocus()

    def _lay_out(self, found: Sequence[Correction], number: str, look: Look) -> None:
        words = QLabel(
            f"Quyết định {number} đã ban hành. Sửa những chữ dưới đây là đính chính; "
            "lý do được giữ trong lịch sử của dòng này."
        )
        words.setWordWrap(True)
        self.reason.setAccessibleName("Lý do đính chính")
        self.reason.setPlaceholderText("Ví dụ: ghi sai khi nhập sổ; quyết định in sai tên")
        self._problem.setProperty("tone", "red")
        self._problem.hide()
        label = QLabel("&Lý do *")
        label.setBuddy(self.reason)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(words)
        column.addLayout(_table(found))
        column.addWidget(label)
        column.addWidget(self.reason)
        column.addWidget(self._problem)
        column.addStretch()
        column.addLayout(dialog_foot(self, QPushButton("Đính chính")))
        self.reason.setFocus()
        self.resize(look.px(520), self.sizeHint().height())


def _table(found: Sequence[Correction]) -> QGridLayout:
    rows = QGridLayout()
    rows.setHorizontalSpacing(sizes.WIDE)
    rows.setVerticalSpacing(sizes.TIGHT)
    rows.setColumnStretch(1, 1)
    rows.setColumnStretch(2, 1)
    for column, head in enumerate(("", "Đang ghi", "Sửa thành")):
        label = QLabel(head)
        label.setProperty("tone", "muted")
        rows.addWidget(label, 0, column)
    for row, each in enumerate(found, start=1):
        for column, words in enumerate((each.label, each.old or _EMPTY, each.new or _EMPTY)):
            label = QLabel(words)
            label.setWordWrap(True)
            rows.addWidget(label, row, column)
    return rows
