"""The words of one footnote, to read and change."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.styled_text import StyledText
from thidua_desktop.ui.prompts import Prompts


class NoteDialog(QDialog):
    """Asks for the text of a footnote; italic and bold by Ctrl+I and Ctrl+B."""

    def __init__(self, title: str, body: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = StyledText(title, look)
        self.text.show_body(body)
        self._keep = QPushButton("Xong")
        self._lay_out(look)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)

    @classmethod
    def ask(
        cls, title: str, body: str, look: Look, prompts: Prompts, parent: QWidget
    ) -> str | None:
        """Return the markup the officer leaves behind, or None."""
        dialog = cls(title, body, look, parent)
        is_kept = prompts.run(dialog)
        text = dialog.text.body()
        dialog.deleteLater()
        return text if is_kept else None

    def _lay_out(self, look: Look) -> None:
        self._keep.setProperty("main", True)
        leave = QPushButton("Bỏ qua")
        self._keep.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        hint = QLabel("Ctrl+I: chữ nghiêng · Ctrl+B: chữ đậm · Ctrl+Enter: xong")
        hint.setProperty("tone", "muted")
        foot.addWidget(hint)
        foot.addStretch()
        foot.addWidget(self._keep)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(self.text)
        column.addLayout(foot)
        look.size(self, 560, 240)
