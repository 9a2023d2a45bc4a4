"""The papers of one dossier: a tick for each that is there, and lines of the office's own."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.nominations import DossierPaper
from thidua_desktop.domain.text import clean
from thidua_desktop.services.dossiers import NeededPaper
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot

_PAPER = Qt.ItemDataRole.UserRole
_KNOWN = "Đánh dấu những giấy tờ đã có trong hồ sơ."
_UNKNOWN = "Luật không nêu thành phần của hồ sơ này. Ghi các giấy tờ cần có ở ô dưới."


class PapersDialog(QDialog):
    """Asks which of *papers* are there; `answer` returns them with the office's own."""

    def __init__(self, papers: Sequence[NeededPaper], title: str, look: Look, parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(f"Giấy tờ của hồ sơ {title}".strip())
        self.list = QListWidget()
        self.own = QLineEdit()
        self._add = QPushButton("Thêm")
        self._remove = QPushButton("Bỏ dòng này")
        for each in papers:
            self._show(each)
        self._lay_out(_KNOWN if papers else _UNKNOWN, look)
        self._listen()
        self._offer()

    def answer(self, prompts: Prompts) -> list[DossierPaper] | None:
        """Return the papers as the officer leaves them, or None; the dialog is gone afterwards."""
        is_accepted = prompts.run(self)
        papers = self.papers()
        self.deleteLater()
        return papers if is_accepted else None

    def papers(self) -> list[DossierPaper]:
        """Return the papers as they are ticked now."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            replace(_of(item), is_there=item.checkState() == Qt.CheckState.Checked)
            for item in items
        ]

    def add_own(self) -> None:
        """Add the paper named in the line; it is there, or one would not think of it."""
        if name := clean(self.own.text()):
            self._show(NeededPaper(DossierPaper(name=name, is_there=True)))
            self.own.clear()
            self.list.setCurrentRow(self.list.count() - 1)

    def remove_own(self) -> None:
        """Take the line in focus away, when it is the office's own."""
        if self._why_stays():
            return
        self.list.takeItem(self.list.currentRow())

    def _show(self, each: NeededPaper) -> None:
        paper = each.paper
        item = QListWidgetItem(f"{paper.name} ({each.when})" if each.when else paper.name)
        item.setData(_PAPER, paper)
        item.setToolTip(f"Theo {each.article}" if each.article else "Giấy tờ do cơ quan tự ghi")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if paper.is_there else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _why_stays(self) -> str:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None:
            return "Hãy chọn một dòng trước."
        return "Giấy tờ do luật yêu cầu, không bỏ được." if _of(item).paper else ""

    def _offer(self) -> None:
        why = self._why_stays()
        self._remove.setEnabled(not why)
        self._remove.setToolTip(why or "Bỏ giấy tờ này khỏi danh sách")
        self._add.setEnabled(bool(clean(self.own.text())))
        self._add.setToolTip("" if self._add.isEnabled() else "Hãy ghi tên giấy tờ trước.")

    def _listen(self) -> None:
        self._add.clicked.connect(self.add_own)
        self._remove.clicked.connect(self.remove_own)
        self.own.textChanged.connect(self._offer)
        self.list.currentRowChanged.connect(self._offer)

    def _lay_out(self, words: str, look: Look) -> None:
        line = QLabel(words)
        line.setWordWrap(True)
        self.list.setAccessibleName("Giấy tờ của hồ sơ")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.own.setPlaceholderText("Giấy tờ khác")
        self.own.setAccessibleName("Giấy tờ khác")
        for button in (self._add, self._remove):
            button.setAutoDefault(False)
        own = QHBoxLayout()
        own.setSpacing(sizes.SPACE)
        for widget in (self.own, self._add, self._remove):
            own.addWidget(widget)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        column.addWidget(line)
        column.addWidget(self.list)
        column.addLayout(own)
        column.addLayout(dialog_foot(self, QPushButton("Cất")))
        (self.list if self.list.count() else self.own).setFocus()
        look.size(self, 560, 380)


def _of(item: QListWidgetItem) -> DossierPaper:
    paper: DossierPaper = item.data(_PAPER)
    return paper
