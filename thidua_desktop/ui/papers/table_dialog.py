"""A table of a paper's text, to change cell by cell. Knows no blocks."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.table_cells import TableCells
from thidua_desktop.ui.prompts import Prompts

_NEW = "\t\t\n\t\t\n\t\t"


class TableDialog(QDialog):
    """Asks for the cells of a table; the first row is its head.

    A changed cell keeps its letters where all of it was italic or bold, and its notes at its end.
    """

    def __init__(self, body: str, look: Look, parent: QWidget) -> None:
        """Without a *body* a new table is begun."""
        super().__init__(parent)
        self.setWindowTitle("Sửa bảng" if body else "Bảng mới")
        self.table = TableCells([line.split("\t") for line in (body or _NEW).split("\n")])
        self._lay_out(look)

    @staticmethod
    def can_show(body: str) -> bool:
        """Say whether *body* is a table of cells, not one that lists records."""
        return bool(body) and not body.startswith("<field")

    @classmethod
    def ask(cls, body: str, look: Look, prompts: Prompts, parent: QWidget) -> str | None:
        """Return the changed body, or None; one without a word in it is None too."""
        dialog = cls(body, look, parent)
        is_kept = prompts.run(dialog)
        changed = dialog.body()
        dialog.deleteLater()
        return changed if is_kept and changed.strip() else None

    def body(self) -> str:
        """Return the body as it stands; a cell that was not touched keeps its markup."""
        return "\n".join("\t".join(row) for row in self.table.rows())

    def _lay_out(self, look: Look) -> None:
        table = self.table
        foot = QHBoxLayout()
        foot.setSpacing(sizes.SPACE)
        buttons = (
            ("Thêm dòng", table.add_row),
            ("Xóa dòng", table.remove_row),
            ("Thêm cột", table.add_column),
            ("Xóa cột", table.remove_column),
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
        hint = QLabel("Dòng đầu là đầu bảng, in lại ở mỗi trang. Dán được cả khối ô từ Excel.")
        hint.setProperty("tone", "muted")
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        column.addWidget(hint)
        column.addWidget(table)
        column.addLayout(foot)
        table.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW))
        look.size(self, 760, 420)
        table.setCurrentCell(0, 0)
