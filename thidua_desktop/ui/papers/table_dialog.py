"""A table of a paper's text, to change cell by cell. Knows no blocks."""

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain import markup
from thidua_desktop.domain.markup import Footnote, Run
from thidua_desktop.domain.text import clean
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts


class TableDialog(QDialog):
    """Asks for the cells of a table; the first row is its head.

    A changed cell keeps its letters where all of it was italic or bold, and its notes at its end.
    """

    def __init__(self, body: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sửa bảng")
        self._bodies = [line.split("\t") for line in body.split("\n")]
        width = max(map(len, self._bodies))
        self.table = QTableWidget(len(self._bodies), width)
        self.table.setAccessibleName("Các ô của bảng")
        self.table.horizontalHeader().hide()
        for row, cells in enumerate(self._bodies):
            for column in range(width):
                self.table.setItem(row, column, _item(cells[column : column + 1]))
        self._lay_out(look)

    @staticmethod
    def can_show(body: str) -> bool:
        """Say whether *body* is a table of cells, not one that lists records."""
        return bool(body) and not body.startswith("<field")

    @classmethod
    def ask(cls, body: str, look: Look, prompts: Prompts, parent: QWidget) -> str | None:
        """Return the changed body, or None."""
        dialog = cls(body, look, parent)
        is_kept = prompts.run(dialog)
        changed = dialog.body()
        dialog.deleteLater()
        return changed if is_kept else None

    def body(self) -> str:
        """Return the body as it stands; a cell that was not touched keeps its markup."""
        rows = range(self.table.rowCount())
        return "\n".join(
            "\t".join(self._cell(row, column) for column in range(self.table.columnCount()))
            for row in rows
        )

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        words = clean(item.text()) if item else ""
        cells = self._bodies[row] if row < len(self._bodies) else []
        before = cells[column] if column < len(cells) else ""
        return before if markup.plain(before) == words else _restyled(before, words)

    def _add_row(self) -> None:
        row = self.table.currentRow() + 1 or self.table.rowCount()
        self.table.insertRow(row)
        self._bodies.insert(row, [])
        self.table.setCurrentCell(row, 0)

    def _remove_row(self) -> None:
        row = self.table.currentRow()
        if row >= 0 and self.table.rowCount() > 1:
            self.table.removeRow(row)
            del self._bodies[row]

    def _lay_out(self, look: Look) -> None:
        foot = QHBoxLayout()
        buttons = (
            ("Thêm dòng", self._add_row),
            ("Xóa dòng", self._remove_row),
            ("Xong", self.accept),
            ("Bỏ qua", self.reject),
        )
        for words, run in buttons:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, run=run: run())
            button.setProperty("main", words == "Xong")
            if words == "Xong":
                foot.addStretch()
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(self.table)
        column.addLayout(foot)
        self.resize(look.px(720), look.px(420))


def _item(cell: list[str]) -> QTableWidgetItem:
    return QTableWidgetItem(markup.plain(cell[0]) if cell else "")


def _restyled(before: str, words: str) -> str:
    """Return *words* in the letters that all of *before* had, with its notes."""
    pieces = markup.parse(before)
    runs = [piece for piece in pieces if isinstance(piece, Run)]
    italic = bool(runs) and all(run.italic for run in runs)
    bold = bool(runs) and all(run.bold for run in runs)
    notes = [piece for piece in pieces if isinstance(piece, Footnote)]
    return markup.render([Run(words, italic, bold), *notes])
