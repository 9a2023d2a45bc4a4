"""A paper before it is printed: its pages, and the ways to the printer and to a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.preview import Preview

_WIDTH, _HEIGHT = 860, 560


class PreviewDialog(QDialog):
    """Shows one PDF; `print_asked` and `save_asked` come from its buttons."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, title: str, content: bytes, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
        self._preview = Preview(look)
        self._preview.show_pdf(content)
        self._lay_out()

    @property
    def page_count(self) -> int:
        """Return how many pages the paper has."""
        return self._preview.page_count

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.GAP, sizes.GAP)
        foot.setSpacing(sizes.SPACE)
        foot.addStretch()
        buttons = (
            ("In…", self.print_asked.emit),
            ("Lưu PDF…", self.save_asked.emit),
            ("Đóng", self.reject),
        )
        for words, run in buttons:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, run=run: run())
            button.setProperty("main", words == "In…")
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._preview)
        column.addLayout(foot)
