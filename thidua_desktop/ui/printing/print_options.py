"""What the officer chooses before printing: printer, pages, copies, sides. Knows no paper."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.printing.page_choice import NotPages, chosen_pages

_MOST_COPIES = 99
_NO_PRINTER = (
    "Máy tính này chưa có máy in nào.\n\n"
    "Hãy nối và cài máy in trong phần cài đặt của hệ điều hành rồi bấm Tìm lại, "
    "hoặc xuất ra PDF và in ở máy khác."
)


class PrintOptions(QWidget):
    """The choices for a paper of *count* pages; `changed` after each of them.

    *find* names the printers there are. Without one, a sentence says what to do.
    """

    changed = Signal()

    def __init__(self, count: int, paper: str, find: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._count = count
        self._find = find
        self.printer, self.copies = QComboBox(), QSpinBox()
        self.pages, self.both_sides = QLineEdit(), QCheckBox("In hai mặt giấy")
        self._nothing, self._again = QLabel(_NO_PRINTER), QPushButton("Tìm lại")
        self._wrong = QLabel()
        self._lay_out(paper)
        self.pages.textChanged.connect(self._tell)
        self.printer.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self._again.clicked.connect(lambda: self.look_for_printers(""))

    def look_for_printers(self, last: str) -> None:
        """Offer the printers there are, *last* first when it is among them."""
        names = list(self._find())
        self.printer.clear()
        self.printer.addItems(names)
        if last in names:
            self.printer.setCurrentText(last)
        for widget in (self._nothing, self._again):
            widget.setVisible(not names)
        self.printer.setEnabled(bool(names))
        self.printer.setPlaceholderText("" if names else "Chưa có máy in")
        self.changed.emit()

    def chosen(self) -> list[int] | None:
        """Return the pages to print, from 0; None when what is written names none."""
        try:
            return chosen_pages(self.pages.text(), self._count)
        except NotPages:
            return None

    def why_not(self) -> str:
        """Return why nothing can be printed as things stand; "" when it can."""
        if not self.printer.currentText():
            return "Máy tính này chưa có máy in nào."
        return "" if self.chosen() is not None else self._wrong.text()

    def _tell(self) -> None:
        try:
            chosen_pages(self.pages.text(), self._count)
            self._wrong.clear()
        except NotPages as error:
            self._wrong.setText(str(error))
        self._wrong.setVisible(bool(self._wrong.text()))
        self.changed.emit()

    def _lay_out(self, paper: str) -> None:
        self.copies.setRange(1, _MOST_COPIES)
        self.pages.setPlaceholderText("Tất cả; hoặc 1-3, 5")
        self.pages.setToolTip("Số trang, cách nhau bằng dấu phẩy; để trống là in tất cả")
        for widget, name in (
            (self.printer, "Máy in"),
            (self.pages, "Trang cần in"),
            (self.copies, "Số bản"),
        ):
            widget.setAccessibleName(name)
        self.printer.setMinimumContentsLength(14)
        self.printer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._wrong.setProperty("tone", "red")
        self._nothing.setProperty("tone", "amber")
        for label in (self._wrong, self._nothing):
            label.setWordWrap(True)
            label.hide()
        size = QLabel(paper)
        size.setToolTip("Mỗi trang in đúng khổ của nó, đứng hay ngang")
        rows = QFormLayout()
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows.setSpacing(sizes.SPACE)
        rows.addRow("Máy in", self.printer)
        rows.addRow("Trang", self.pages)
        rows.addRow(self._wrong)
        rows.addRow("Số bản", self.copies)
        rows.addRow("Khổ giấy", size)
        rows.addRow(self.both_sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.GAP, sizes.GAP, 0)
        column.setSpacing(sizes.GAP)
        column.addLayout(rows)
        column.addWidget(self._nothing)
        column.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
