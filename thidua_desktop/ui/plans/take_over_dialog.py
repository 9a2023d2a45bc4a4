"""Which tasks go into the plan of another year: years, ticks, days before and after."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain import markup
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.plans import in_one_line
from thidua_desktop.domain.taking_over import Taken
from thidua_desktop.services.taking_over import Proposal
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.plans.fields import QUARTERS
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.plain_table import choose_rows

_AHEAD = 5  # Years after the one taken from that can be chosen.
_HEADS = ("Quý", "Nội dung trong năm mới", "Hạn cũ", "Hạn mới", "Ghi chú")
_WIDTHS = (84, 0, 84, 84, 170)
_WEEKEND = {5: "hạn vào thứ Bảy", 6: "hạn vào Chủ nhật"}


class TakeOverDialog(QDialog):
    """Shows a `Proposal`; `years_chosen` asks for one of other years, before and after."""

    years_chosen = Signal(int, int)

    def __init__(self, years: Sequence[int], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lấy nhiệm vụ sang năm khác")
        self.proposal = Proposal(0, 0)
        self._ticks: list[QTableWidgetItem] = []
        self.before, self.after = QComboBox(), QComboBox()
        self.table = QTableWidget(0, len(_HEADS))
        self.prose = QCheckBox("Lấy cả lời văn của kế hoạch, năm trong lời đổi theo")
        self._all, self._none = QPushButton("Chọn tất cả"), QPushButton("Bỏ chọn")
        self._take, self._leave = QPushButton(), QPushButton("Bỏ qua")
        for year in years:
            self.before.addItem(f"Năm {year}", year)
        self._lay_out(look)
        self._listen()

    @property
    def chosen(self) -> list[str]:
        """Return the uids of the tasks that are ticked."""
        rows = zip(self._ticks, self.proposal.tasks, strict=True)
        ticked = Qt.CheckState.Checked
        return [each.source.uid for tick, each in rows if tick.checkState() == ticked]

    def show_proposal(self, proposal: Proposal) -> None:
        """Show the tasks of *proposal*, those ticked that one would usually take."""
        self.proposal = proposal
        self._show_years()
        self.table.blockSignals(True)
        self.table.setRowCount(len(proposal.tasks))
        self._ticks = [self._show_task(row, each) for row, each in enumerate(proposal.tasks)]
        self.table.blockSignals(False)
        self.table.resizeRowsToContents()
        self.prose.setEnabled(proposal.is_new)
        self.prose.setChecked(proposal.is_new)
        self.prose.setToolTip("" if proposal.is_new else "Kế hoạch năm ấy đã có lời văn của nó.")
        self._count()

    def answer(self, prompts: Prompts) -> tuple[Proposal, list[str], bool] | None:
        """Return what is to be taken and whether with the text, or None; the dialog is gone."""
        is_accepted = prompts.run(self)
        taken = (self.proposal, self.chosen, self.prose.isChecked())
        self.deleteLater()
        return taken if is_accepted else None

    def _show_years(self) -> None:
        """Stand on the years of the proposal, without asking for them again."""
        before, after = self.proposal.before, self.proposal.after
        for box in (self.before, self.after):
            box.blockSignals(True)
        self.before.setCurrentIndex(self.before.findData(before))
        self.after.clear()
        for year in range(before + 1, max(after, before + _AHEAD) + 1):
            self.after.addItem(f"năm {year}", year)
        self.after.setCurrentIndex(self.after.findData(after))
        for box in (self.before, self.after):
            box.blockSignals(False)

    def _show_task(self, row: int, each: Taken) -> QTableWidgetItem:
        """Fill one row and return its first cell, which has the tick."""
        texts = (
            QUARTERS.get(each.task.quarter, ""),
            in_one_line(markup.plain(each.task.body)),
            show_date(each.source.due),
            show_date(each.task.due),
            remarks(each),
        )
        cells = [QTableWidgetItem(text) for text in texts]
        for column, cell in enumerate(cells):
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            cell.setToolTip(cell.text())
            self.table.setItem(row, column, cell)
        tick = cells[0]
        tick.setFlags(tick.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        tick.setCheckState(_state(on=each.is_usual))
        return tick

    def _tick_all(self, *, on: bool) -> None:
        for tick in self._ticks:
            tick.setCheckState(_state(on=on))

    def _count(self) -> None:
        """Say on the main button how many tasks it takes; without any it cannot be pressed."""
        count = len(self.chosen)
        self._take.setText(f"Lấy {count} nhiệm vụ")
        self._take.setEnabled(bool(count))
        self._take.setToolTip("" if count else "Hãy chọn ít nhất một nhiệm vụ.")
        after = self.proposal.after
        into = "lập mới kế hoạch" if self.proposal.is_new else "thêm vào kế hoạch đã có của"
        self._words.setText(
            f"Sẽ {into} năm {after}. Tình trạng và minh chứng không lấy theo; hạn không dời vì "
            "ngày nghỉ. Cả lần lấy là một bước, hoàn tác được."
        )

    def _choose_before(self) -> None:
        before = self.before.currentData()
        self.years_chosen.emit(before, before + 1)

    def _choose_after(self) -> None:
        self.years_chosen.emit(self.before.currentData(), self.after.currentData())

    def _listen(self) -> None:
        self.before.currentIndexChanged.connect(self._choose_before)
        self.after.currentIndexChanged.connect(self._choose_after)
        self.table.horizontalHeader().sectionResized.connect(self.table.resizeRowsToContents)
        self.table.itemChanged.connect(lambda _item: self._count())
        self._all.clicked.connect(lambda: self._tick_all(on=True))
        self._none.clicked.connect(lambda: self._tick_all(on=False))
        self._take.clicked.connect(self.accept)
        self._leave.clicked.connect(self.reject)

    def _lay_out(self, look: Look) -> None:
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "muted")
        self._take.setProperty("main", True)
        self._take.setDefault(True)
        for button in (self._all, self._none):
            button.setAutoDefault(False)
        self._dress_table(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.GAP, sizes.GAP, sizes.GAP)
        column.setSpacing(sizes.SPACE)
        column.addLayout(self._years())
        column.addWidget(self.table)
        column.addWidget(self.prose)
        column.addWidget(self._words)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.SPACE)
        foot.addWidget(self._all)
        foot.addWidget(self._none)
        foot.addStretch()
        foot.addWidget(self._take)
        foot.addWidget(self._leave)
        column.addLayout(foot)
        look.size(self, 860, 500)

    def _years(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE)
        for words, box in (("&Từ kế hoạch", self.before), ("&sang", self.after)):
            label = QLabel(words)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        self.before.setAccessibleName("Từ kế hoạch năm")
        self.after.setAccessibleName("Sang năm")
        row.addStretch()
        return row

    def _dress_table(self, look: Look) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.setAccessibleName("Nhiệm vụ có thể lấy; phím cách để chọn hay bỏ chọn")
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setWordWrap(True)
        choose_rows(table, _WIDTHS, look)


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def remarks(each: Taken) -> str:
    """Return in short words what one should know before taking a task."""
    found = []
    if each.is_there:
        found.append("năm mới đã có")
    if each.source.state == "dropped":
        found.append("năm trước không thực hiện")
    if each.old_years:
        found.append(f"còn ghi {', '.join(each.old_years)}")
    if each.task.due and (day := _WEEKEND.get(date.fromisoformat(each.task.due).weekday())):
        found.append(day)
    return "; ".join(found)
