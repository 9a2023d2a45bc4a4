"""The frame of dialogs over a log: words to find, the list, what is said of the choice, buttons."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.safety.log_list import LogList
from thidua_desktop.ui.widgets.empty import EmptyState

_WIDTH, _HEIGHT = 760, 470


class LogDialog(QDialog):
    """A list under a line of words to find; `empty` stands in its place while it has no lines.

    Who makes it says what to do when the words change by `narrow`.
    """

    def __init__(self, title: str, lead: str, table: LogList, look: Look) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.table = table
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm…")
        self.search.setAccessibleName("Tìm")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.narrow)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.empty = EmptyState(look)
        self.top = QHBoxLayout()
        self.buttons = QHBoxLayout()
        self._middle = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._lead = QLabel(lead)
        self._lay_out(look)

    def narrow(self) -> None:
        """Show only the lines that have the words sought."""
        self.table.narrow(self.search.text())

    def show_table(self, is_full: bool) -> None:
        """Show the list, or `empty` where it has nothing."""
        self._middle.setCurrentWidget(self.table if is_full else self.empty)

    def add_button(
        self, words: str, run: Callable[[], None], *, is_main: bool = False
    ) -> QPushButton:
        """Put a button after those that are there; the main one answers Enter."""
        button = QPushButton(words)
        button.setProperty("main", is_main)
        button.setAutoDefault(is_main)
        button.setDefault(is_main)
        button.clicked.connect(run)
        self.buttons.addWidget(button)
        return button

    def add_above_buttons(self, row: QLayout) -> None:
        """Put *row* between what is said of the choice and the buttons."""
        self._column.insertLayout(self._column.count() - 1, row)

    def _lay_out(self, look: Look) -> None:
        self._lead.setWordWrap(True)
        self._lead.setProperty("tone", "muted")
        self.search.setMinimumWidth(look.px(220))
        self.top.setSpacing(sizes.SPACE)
        self.top.addWidget(self.search, 1)
        self.buttons.setSpacing(sizes.SPACE)
        self.buttons.addStretch()
        for widget in (self.table, self.empty):
            self._middle.addWidget(widget)
        column = self._column
        column.setContentsMargins(sizes.GAP, sizes.GAP, sizes.GAP, sizes.GAP)
        column.setSpacing(sizes.SPACE)
        column.addWidget(self._lead)
        column.addLayout(self.top)
        column.addWidget(self._middle, 1)
        column.addWidget(self.said)
        column.addLayout(self.buttons)
        self.setTabOrder(self.search, self.table)
        look.size(self, _WIDTH, _HEIGHT)
