"""Numbers of the prose that figures could say: which are to be replaced, and by which figure."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.services.reports_offers import Choice, Offer
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot

_HEADS = ("Trong lời văn", "Thay bằng số liệu", "Kỳ trước", "Kỳ này")
_TEXT, _FIGURE, _BEFORE, _NOW = range(4)
_SHOWN = 34  # Letters of the prose before a number that are shown.


class Taken(NamedTuple):
    """A number to be replaced by the figure *choice*."""

    offer: Offer
    choice: Choice


class OffersDialog(QDialog):
    """One row a number, ticked when it is that of the last period; the figure can be changed."""

    def __init__(self, offers: Sequence[Offer], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thay con số bằng số liệu")
        self._offers = tuple(offers)
        self.table = QTableWidget(len(offers), len(_HEADS))
        self._figures: list[QComboBox] = []
        self._put = QPushButton("Thay những số đã đánh dấu")
        for row, offer in enumerate(self._offers):
            self._fill(row, offer)
        self._lay_out(look)
        self.table.itemChanged.connect(self._say_ready)
        self._say_ready()

    @classmethod
    def ask(
        cls, offers: Sequence[Offer], look: Look, prompts: Prompts, parent: QWidget
    ) -> list[Taken]:
        """Return the numbers to replace; none when the officer leaves."""
        dialog = cls(offers, look, parent)
        taken = dialog.taken() if prompts.run(dialog) else []
        dialog.deleteLater()
        return taken

    def taken(self) -> list[Taken]:
        """Return the rows ticked, each with the figure chosen."""
        rows = [row for row in range(len(self._offers)) if self._is_ticked(row)]
        return [Taken(self._offers[row], self._figures[row].currentData()) for row in rows]

    def tick(self, row: int, *, on: bool) -> None:
        """Tick the number in *row*, or no longer."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self._item(row, _TEXT).setCheckState(state)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item: QTableWidgetItem = self.table.item(row, column) or QTableWidgetItem()
        return item

    def _is_ticked(self, row: int) -> bool:
        return self._item(row, _TEXT).checkState() is Qt.CheckState.Checked

    def _say_ready(self, *_what: object) -> None:
        self._put.setEnabled(any(self._is_ticked(row) for row in range(len(self._offers))))

    def _fill(self, row: int, offer: Offer) -> None:
        said = QTableWidgetItem(f"{_end(offer.before)}[{offer.text}]{offer.after}")
        said.setToolTip(f"{offer.before}[{offer.text}]{offer.after}")
        said.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        self.table.setItem(row, _TEXT, said)
        self.tick(row, on=offer.is_old)
        figure = QComboBox()
        figure.setAccessibleName(f"Số liệu thay cho {offer.text}")
        for choice in offer.choices:
            figure.addItem(choice.words.split(", theo ngày")[0], choice)
            figure.setItemData(figure.count() - 1, choice.words, Qt.ItemDataRole.ToolTipRole)
        figure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        figure.currentIndexChanged.connect(lambda _index, row=row: self._say_values(row))
        self._figures.append(figure)
        self.table.setCellWidget(row, _FIGURE, figure)
        for column in (_BEFORE, _NOW):
            value = QTableWidgetItem()
            value.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, column, value)
        self._say_values(row)

    def _say_values(self, row: int) -> None:
        choice: Choice = self._figures[row].currentData()
        self._figures[row].setToolTip(choice.words)
        for column, words in ((_BEFORE, choice.before), (_NOW, choice.now)):
            self._item(row, column).setText(words)

    def _lay_out(self, look: Look) -> None:
        table = self.table
        table.setAccessibleName("Các con số trong lời văn")
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(look.px(28))
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        heads = table.horizontalHeader()
        for column, width in ((_TEXT, 380), (_BEFORE, 72), (_NOW, 72)):
            table.setColumnWidth(column, look.px(width))
        heads.setSectionResizeMode(_FIGURE, QHeaderView.ResizeMode.Stretch)
        lead = QLabel(
            "Những con số dưới đây bằng số liệu của kỳ trước hoặc kỳ này. Số được thay sẽ tự tính "
            "lại từ sổ cho đến khi ban hành; số không đánh dấu giữ nguyên như đang viết."
        )
        lead.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setSpacing(sizes.SPACE)
        rows.addWidget(lead)
        rows.addWidget(table)
        rows.addLayout(dialog_foot(self, self._put))
        look.size(self, 1000, 440)


def _end(before: str) -> str:
    """Return the last words of *before*, as many as there is room for."""
    if len(before) <= _SHOWN:
        return before.lstrip()
    return f"…{before[-_SHOWN:].partition(' ')[2]}"
