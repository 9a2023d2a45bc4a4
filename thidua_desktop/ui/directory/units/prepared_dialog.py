"""The dialog of a prepared set: its changes, what the list has of each, and ticks to apply them."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.prepared import Matched, PreparedSet
from thidua_desktop.domain.prepared_matching import chosen
from thidua_desktop.domain.reorganising import KINDS, Change, Foreseen, Moves
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.foreseen import as_html
from thidua_desktop.ui.look import Tone
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot
from thidua_desktop.ui.widgets.plain_table import choose_rows

_HEADS = ("Việc", "Theo văn bản", "Trong danh mục")
_WIDTHS = (96, 0, 220)


class Reorganises(Protocol):
    """What changes units, and tells first what would come of it."""

    def foresee(self, changes: Sequence[Change], moves: Moves) -> Foreseen:
        """Return what would come of *changes*."""

    def carry_out(self, changes: Sequence[Change], moves: Moves, label: str = "") -> Changed:
        """Store *changes* as one step; RuleError names what stands in the way."""


class Sets(Protocol):
    """What knows the sets."""

    def matched(self, prepared: PreparedSet) -> list[Matched]:
        """Return the changes of *prepared* with the units of the list that each means."""


class PreparedDialog(QDialog):
    """Shows one of *prepared*; accepted, what was ticked is in the file as one step."""

    def __init__(
        self,
        prepared: Sequence[PreparedSet],
        sets: Sets,
        service: Reorganises,
        desk: Desk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Áp dụng bộ sắp xếp có sẵn")
        self._sets = sets
        self._service = service
        self._desk = desk
        self._turn = 0
        self.rows: list[Matched] = []
        self._ticks: list[QTableWidgetItem] = []
        self.choice = QComboBox()
        self.table = QTableWidget(0, len(_HEADS))
        self.people = QCheckBox("Người và hộ gia đình chuyển theo")
        self.nominations = QCheckBox("Đề nghị chưa quyết định chuyển theo")
        self.below = QCheckBox("Đơn vị trực thuộc chuyển theo")
        self.preview, self._source, self._trouble = QTextBrowser(), QLabel(), QLabel()
        self.keep = QPushButton()
        for each in prepared:
            self.choice.addItem(each.title, each)
        self._lay_out()
        self._listen()
        self._look_up()

    @property
    def ticked(self) -> list[Matched]:
        """Return the changes that are ticked."""
        rows = zip(self._ticks, self.rows, strict=True)
        return [row for tick, row in rows if tick.checkState() == Qt.CheckState.Checked]

    @property
    def moves(self) -> Moves:
        """Return what is to move along."""
        return Moves(
            people=self.people.isChecked(),
            nominations=self.nominations.isChecked(),
            units=self.below.isChecked(),
        )

    def accept(self) -> None:
        """Store what is ticked, then close; what stands in the way is said."""
        changes, moves, label = chosen(self.rows, self.ticked), self.moves, self._set.title
        words = f"Sắp xếp đơn vị: {label}"
        job = self._desk.write(lambda: self._service.carry_out(changes, moves, words))
        job.on(RuleError, self._refused)
        job.succeeded.connect(self._done)

    def tick(self, row: int, *, on: bool) -> None:
        """Tick the change in *row*, or not."""
        self._ticks[row].setCheckState(_state(on=on))

    @property
    def _set(self) -> PreparedSet:
        found: PreparedSet = self.choice.currentData()
        return found

    def _done(self, _changed: Changed) -> None:
        super().accept()

    def _refused(self, error: RuleError) -> None:
        self._say_troubles([problem.text for problem in error.problems])

    def _look_up(self, *_said: Any) -> None:
        prepared = self._set
        job = self._desk.read(lambda: (prepared, self._sets.matched(prepared)))
        job.succeeded.connect(self._show_set)

    def _show_set(self, answer: tuple[PreparedSet, list[Matched]]) -> None:
        prepared, rows = answer
        if prepared is not self._set:
            return
        self.rows = rows
        checked = "" if prepared.verified else "Chưa đối chiếu với toàn văn. "
        self._source.setText(f"{prepared.basis}. {checked}Nguồn: {prepared.source}.")
        self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        self._ticks = [self._show_row(number, row) for number, row in enumerate(rows)]
        self.table.blockSignals(False)
        self.table.resizeRowsToContents()
        self._ask()

    def _show_row(self, number: int, row: Matched) -> QTableWidgetItem:
        """Fill one row and return its first cell, which has the tick."""
        words, tone = in_list(row)
        texts = (KINDS[row.prepared.kind], told(row), words)
        tip = "\n".join(filter(None, (row.prepared.basis, f"Nguồn: {row.prepared.source}")))
        cells = [QTableWidgetItem(text) for text in texts]
        for column, cell in enumerate(cells):
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            cell.setToolTip(f"{cell.text()}\n{tip}")
            cell.setForeground(self._desk.look.colour(tone if column else Tone.TEXT))
            self.table.setItem(number, column, cell)
        tick = cells[0]
        if row.is_done:
            tick.setFlags(Qt.ItemFlag.ItemIsSelectable)
        else:
            tick.setFlags(tick.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        tick.setCheckState(_state(on=row.is_there))
        return tick

    def _ask(self, *_said: Any) -> None:
        self._turn += 1
        turn, moves, ticked = self._turn, self.moves, self.ticked
        self.keep.setText(f"Áp dụng {len(ticked)} việc")
        self.keep.setEnabled(False)
        if not ticked:
            self.preview.setHtml(as_html(Foreseen(), self._desk.look))
            self._say_troubles([])
            return
        changes = chosen(self.rows, ticked)
        job = self._desk.read(lambda: (turn, self._service.foresee(changes, moves)))
        job.succeeded.connect(self._show)

    def _show(self, answer: tuple[int, Foreseen]) -> None:
        turn, seen = answer
        if turn == self._turn:
            self.preview.setHtml(as_html(seen, self._desk.look))
            self._say_troubles([problem.text for problem in seen.problems])

    def _say_troubles(self, words: Sequence[str]) -> None:
        self._trouble.setText("\n".join(dict.fromkeys(words)))
        self._trouble.setVisible(bool(words))
        none = "" if self.ticked else "Chưa chọn việc nào để áp dụng."
        self.keep.setEnabled(not (words or none))
        self.keep.setToolTip(next(iter(words), none))

    def _listen(self) -> None:
        self.choice.currentIndexChanged.connect(self._look_up)
        self.table.itemChanged.connect(self._ask)
        self.table.horizontalHeader().sectionResized.connect(self.table.resizeRowsToContents)
        for tick in (self.people, self.nominations, self.below):
            tick.toggled.connect(self._ask)

    def _lay_out(self) -> None:
        look = self._desk.look
        self.choice.setAccessibleName("Bộ sắp xếp")
        for label, tone in ((self._source, "muted"), (self._trouble, "red")):
            label.setWordWrap(True)
            label.setProperty("tone", tone)
        self.preview.setAccessibleName("Xem trước")
        self.preview.setProperty("field", True)
        self.preview.document().setDocumentMargin(sizes.GAP)
        self.preview.setTabChangesFocus(True)
        self._dress_table()
        right = QVBoxLayout()
        right.setSpacing(sizes.TIGHT)
        right.addWidget(self.preview)
        for tick in (self.people, self.nominations, self.below):
            tick.setChecked(True)
            right.addWidget(tick)
        across = QHBoxLayout()
        across.setSpacing(sizes.GAP)
        across.addWidget(self.table, 5)
        across.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.GAP, sizes.GAP, sizes.GAP)
        column.setSpacing(sizes.SPACE)
        for widget in (self.choice, self._source):
            column.addWidget(widget)
        column.addLayout(across, 1)
        column.addWidget(self._trouble)
        hint = "Chỉ những việc đã chọn được ghi, thành một bước, hoàn tác được."
        column.addLayout(dialog_foot(self, self.keep, hint))
        look.size(self, 1000, 510)

    def _dress_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.setAccessibleName("Các việc của bộ sắp xếp; phím cách để chọn hay bỏ chọn")
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setWordWrap(True)
        choose_rows(table, _WIDTHS, self._desk.look)


def told(row: Matched) -> str:
    """Return what the set says of one change: who ends, and who takes over."""
    old = ", ".join(each.name for each in row.prepared.ends)
    new = ", ".join(dict.fromkeys(heir.unit.name for heir in row.change.heirs))
    return f"{old} → {new}" if new else old


def in_list(row: Matched) -> tuple[str, Tone]:
    """Return what the office's list has of a change, and the tone of saying it."""
    if row.is_done:
        return "Đã áp dụng", Tone.GREEN
    lines = []
    if row.change.ends:
        lines.append(f"Có: {', '.join(unit.name for unit in row.change.ends)}")
    if row.doubtful:
        names = ", ".join(unit.name for unit in row.doubtful)
        lines.append(f"Chưa rõ huyện: {names}; hãy ghi đơn vị cấp trên rồi mở lại.")
    if row.missing:
        lines.append(f"Không có: {', '.join(row.missing)}")
    tone = Tone.AMBER if row.doubtful else Tone.TEXT if row.change.ends else Tone.MUTED
    return "\n".join(lines), tone


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
