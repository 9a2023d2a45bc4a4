"""What is wrong in one place, and the ways to put it right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.importing.choices import Fix, Proposal
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look

_LETTERS = 12
_NO_PROPOSAL = "(không có đề nghị: hãy sửa ô hoặc để lại)"


class AnswerBar(QWidget):
    """The proposals for the place one is on, and the buttons that answer it."""

    accepted = Signal()
    all_accepted = Signal()
    edit_asked = Signal()
    put_aside = Signal()
    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._fix: Fix | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.proposals = QComboBox()
        self.proposals.setAccessibleName("Đề nghị")
        fits = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.proposals.setSizeAdjustPolicy(fits)
        self.proposals.setMinimumContentsLength(_LETTERS)
        self.accept = self._button("Nhận", "Enter ở danh sách trên", self.accepted)
        self.accept_all = self._button("", "", self.all_accepted)
        self.edit = self._button("Sửa ô", "F2: viết lại nội dung ô rồi đọc lại", self.edit_asked)
        self.aside = self._button(
            "Để lại", "Delete: dòng này chờ trong tệp, xử lý sau", self.put_aside
        )
        self.back = self._button("Lùi lại", "Ctrl+Z: bỏ lựa chọn vừa rồi", self.back_asked)
        look.mark(self.back, "undo-2")
        self._lay_out()

    @property
    def proposal(self) -> Proposal | None:
        """Return the proposal that is chosen."""
        at = self.proposals.currentIndex()
        there = self._fix.proposals if self._fix else ()
        return there[at] if 0 <= at < len(there) else None

    def show_fix(self, fix: Fix | None, alike: Sequence[Fix], chosen: int) -> None:
        """Show the ways out of *fix*; *alike* are all like it, *chosen* how many are chosen."""
        is_other = fix != self._fix
        self._fix = fix
        self.setVisible(fix is not None)
        if fix is None:
            return
        self.words.setText(_words(fix))
        if is_other:
            self.proposals.clear()
            self.proposals.addItems([one.text for one in fix.proposals] or [_NO_PROPOSAL])
        has_any = bool(fix.proposals)
        self.proposals.setEnabled(has_any)
        self.accept.setEnabled(has_any)
        self.accept.setText(f"Nhận {chosen} chỗ đã chọn" if chosen > 1 else "Nhận")
        self.accept_all.setVisible(has_any and len(alike) > 1)
        self.accept_all.setText(f"Nhận cả {grouped(len(alike))} chỗ giống vậy")
        self.accept_all.setToolTip("Ctrl+Enter: nhận đề nghị này cho mọi chỗ giống vậy")
        self.edit.setEnabled(fix.at is not None)
        self.aside.setText(f"Để lại {chosen} dòng" if chosen > 1 else "Để lại")

    def show_back(self, can_go_back: bool) -> None:
        """Let the last choice be taken back, when there is one."""
        self.back.setEnabled(can_go_back)

    def _button(self, words: str, tip: str, told: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(told)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE)
        row.addWidget(self.proposals, 1)
        for button in (self.accept, self.accept_all, self.edit, self.aside, self.back):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(self.words)
        column.addLayout(row)


def _words(fix: Fix) -> str:
    place = f"dòng {fix.row}, cột {fix.column}" if fix.column else f"dòng {fix.row}"
    sheet = f", trang {fix.sheet_name}" if fix.sheet_name else ""
    return f"{fix.file}{sheet}, {place}: {fix.reason}"
