"""A form's field of several lines with italic and bold. Knows no record."""

from typing import Any

from PySide6.QtGui import QFontMetrics

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.styled_text import StyledText
from thidua_desktop.ui.widgets.editors import Editor


class MarkupEditor(Editor):
    """Its value is inline markup, one line of it for each line on the screen."""

    def __init__(self, look: Look, lines: int = 5) -> None:
        super().__init__()
        self.text = StyledText("", look, "\n")
        self.text.document().setDefaultFont(look.font())
        height = QFontMetrics(look.font()).lineSpacing() * lines + 14
        self.text.setFixedHeight(height)
        self.hold(self.text)
        self._is_loading = False
        self.text.textChanged.connect(self._tell)

    def value(self) -> Any:
        return self.text.body()

    def words(self) -> str:
        return self.text.toPlainText()

    def show_value(self, value: Any) -> None:
        self._is_loading = True
        self.text.show_body(value)
        self._is_loading = False

    def set_read_only(self, on: bool) -> None:
        self.text.setReadOnly(on)

    def _tell(self) -> None:
        if not self._is_loading:
            self.changed.emit()
