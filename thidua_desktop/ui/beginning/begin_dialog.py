"""The dialog that asks for a new file what its first page would ask. Makes no file."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.beginning.begin_form import BeginForm, Beginning
from thidua_desktop.ui.desk import Desk

LATER = "Cấp trên, địa danh và người ký sẽ hỏi khi văn bản đầu tiên cần đến."


class BeginDialog(QDialog):
    """The four questions over whatever is open now."""

    def __init__(self, desk: Desk, this_year: int) -> None:
        super().__init__()
        self.setWindowTitle("Lập tệp mới")
        self.questions = BeginForm(desk, this_year)
        self.answer: Beginning | None = None
        later = QLabel(LATER)
        later.setProperty("tone", "muted")
        later.setWordWrap(True)
        later.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        make = QPushButton("Lập tệp")
        make.setProperty("main", True)
        make.setDefault(True)
        box = QDialogButtonBox()
        box.addButton(make, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton("Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(later)
        column.addWidget(self.questions)
        column.addStretch()
        column.addWidget(box)
        desk.look.size(self, 540, 300)
        self.questions.form.begin()

    @classmethod
    def ask(cls, desk: Desk, this_year: int, shelf: Path) -> Beginning | None:
        """Return what was answered, or None; *shelf* is the usual folder of files."""
        dialog = cls(desk, this_year)
        dialog.questions.show_shelf(shelf)
        answer = dialog.answer if desk.prompts.run(dialog) else None
        dialog.deleteLater()
        return answer

    def accept(self) -> None:
        self.answer = self.questions.beginning()
        if self.answer:
            super().accept()
