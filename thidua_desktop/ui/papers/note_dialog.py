"""The words of one footnote, to read and change."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.styled_text import StyledText
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot


class NoteDialog(QDialog):
    """Asks for the text of a footnote; italic and bold by Ctrl+I and Ctrl+B."""

    def __init__(self, title: str, body: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = StyledText(title, look)
        self.text.show_body(body)
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
        hint = "Ctrl+I: chữ nghiêng · Ctrl+B: chữ đậm · Ctrl+Enter: xong"
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(self.text)
        column.addLayout(dialog_foot(self, QPushButton("Xong"), hint))
        look.size(self, 560, 240)
