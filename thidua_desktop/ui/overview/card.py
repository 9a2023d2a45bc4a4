"""A card: a title, and lines or bars that lead to what they count. Knows no service."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.overview.entries import Entry, Line, Sentence, Told
from thidua_desktop.ui.overview.rows import BarRow, LineRow, rows_style


class Card(QFrame):
    """A quiet frame with a bold title; without entries it is not there.

    `followed` carries where the line or bar that was pressed leads; `rows` are these, in order.
    """

    followed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self._look = look
        self._told = Told("")
        self.rows: list[LineRow | BarRow] = []
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(sizes.TIGHT, sizes.GAP, sizes.TIGHT, sizes.SPACE)
        self._column.setSpacing(sizes.TIGHT)
        self._title.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._body)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """Return all words of the card, line by line."""
        labels = self.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.text())

    def show_told(self, told: Told) -> None:
        """Show *told*; what is shown already stays as it is, and the focus with it."""
        if told != self._told:
            self._told = told
            self._build()

    def _build(self) -> None:
        """Make all rows anew; the row in focus stays in focus where there is one in its place."""
        focused = next((at for at, row in enumerate(self.rows) if row.hasFocus()), -1)
        self._title.setText(self._told.title)
        self.setVisible(bool(self._told.entries))
        self.rows = []
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for entry in self._told.entries:
            column.addWidget(self._row(entry))
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self._align()
        if 0 <= focused < len(self.rows):
            self.rows[focused].setFocus()

    def _row(self, entry: Entry) -> QWidget:
        if isinstance(entry, Sentence):
            label = QLabel(entry.words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", "muted")
            label.setWordWrap(True)
            label.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.GAP, sizes.TIGHT)
            return label
        row = LineRow(entry, self._look) if isinstance(entry, Line) else BarRow(entry, self._look)
        leads = entry.leads
        self.rows.append(row)
        row.clicked.connect(lambda _checked=False: self.followed.emit(leads))
        return row

    def _align(self) -> None:
        """Let the words of all lines begin one below the other."""
        lines = [row for row in self.rows if isinstance(row, LineRow)]
        width = max((line.short_width for line in lines), default=0)
        for line in lines:
            line.set_short_width(width)

    def _dress(self) -> None:
        tokens = self._look.tokens
        self._title.setFont(self._look.font(bold=True))
        self.setStyleSheet(
            f"QFrame#card {{ background: {tokens.base}; border: 1px solid {tokens.line};"
            f" border-radius: 4px; }} {rows_style(self._look)}"
        )
        self._build()
