"""What a check of many nominations found: counts, shares, and the findings to be gone through."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from thidua_desktop.domain.checking.findings import SEVERITIES
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.checks.findings_page import ICONS
from thidua_desktop.ui.checks.results import Line, Results, narrowed
from thidua_desktop.ui.checks.short_table import Column, ShortTable
from thidua_desktop.ui.checks.sorts import SORTS
from thidua_desktop.ui.checks.verdict_counts import VerdictCounts
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.empty import EmptyState

_COLUMNS: tuple[Column[Line], ...] = (
    Column(
        "Mức",
        lambda line: SEVERITIES[line.finding.severity],
        100,
        state=lambda line: line.finding.severity,
    ),
    Column("Ai", lambda line: line.row.name, 160),
    Column("Danh hiệu", lambda line: f"{line.row.title_text} {line.row.year}", 170),
    Column("Nội dung", lambda line: line.finding.message),
    Column("Căn cứ", lambda line: line.place, 160),
)
_TOLD_LINES = 3  # A message of two lines and its article: the list does not move.
_CHOOSE = "Hãy chọn một điều trong danh sách trước."


class ResultsDialog(QDialog):
    """Shows `Results`, and again after something was set aside; tells what is asked for.

    *why_not* says why nothing can be set aside, "" where it can; *has_paper*: an appraisal of a
    dossier can be made.
    """

    open_asked = Signal(str)
    """The nomination of this uid is to be shown."""
    waive_asked = Signal(list)
    """These `Line`s are to be set aside."""
    paper_asked = Signal()

    def __init__(self, where: str, results: Results, look: Look, why_not: str, *, has_paper: bool):
        super().__init__()
        self.setWindowTitle("Kiểm tra trước khi trình")
        self._why_not = why_not
        self._look = look
        self.results = results
        self._where = QLabel(where)
        self._tally, self._shares, self._count = QLabel(), QLabel(), QLabel()
        self._verdicts = VerdictCounts(look)
        self.search = QLineEdit()
        self.severity = _box("Mức", "Mọi mức", SEVERITIES.items())
        self.sort = _box("Loại", "Mọi loại", ())
        self.notes = QCheckBox("Cả ghi chú")
        self.table: ShortTable[Line] = ShortTable("Các điều kiểm tra thấy", _COLUMNS, ICONS, look)
        self._empty = EmptyState(look)
        self._middle = QStackedWidget()
        self._told = QLabel()
        self._open = self._button("Mở đề nghị", self._open_it)
        self._waive = self._button("Bỏ qua…", self._waive_them)
        self._paper = self._button("Phiếu thẩm định…", self.paper_asked.emit)
        self._paper.setVisible(has_paper)
        self._lay_out()
        self._listen()
        self.show_results(results)
        self.table.setFocus()

    def show_results(self, results: Results) -> None:
        """Show *results*; what was narrowed stays so, one stands where one stood."""
        self.results = results
        self._verdicts.show_counts(results.verdicts)
        aside = f" · {grouped(results.waived)} điều đã bỏ qua" if results.waived else ""
        self._tally.setText(f"{grouped(results.count)} đề nghị: {results.tally.words}{aside}")
        self._tell_shares()
        self._offer_sorts()
        self._narrow()

    def _offer_sorts(self) -> None:
        """Let only sorts of which there is a finding be chosen."""
        present, chosen = {line.sort for line in self.results.lines}, self.sort.currentData()
        was = self.sort.blockSignals(True)
        self.sort.clear()
        self.sort.addItem("Mọi loại", "")
        for sort, words in SORTS.items():
            if sort in present:
                self.sort.addItem(words, sort)
        self.sort.setCurrentIndex(max(self.sort.findData(chosen), 0))
        self.sort.blockSignals(was)

    def _tell_shares(self) -> None:
        told = []
        for one in self.results.ratios:
            whom = f"{one.unit}: " if one.unit else ""
            above = "vượt mức" if one.is_above else "trong mức"
            told.append(f"Năm {one.year}: {whom}{one.words}, {above} {one.limit}%")
        self._shares.setText("\n".join(told[:3]))
        self._shares.setToolTip("\n".join(told))
        self._shares.setVisible(bool(told))
        is_above = any(one.is_above for one in self.results.ratios)
        self._shares.setProperty("tone", "amber" if is_above else "muted")
        self._shares.style().polish(self._shares)

    def _narrow(self) -> None:
        stood = self.table.current
        found = narrowed(
            self.results.lines,
            text=self.search.text(),
            severity=self.severity.currentData(),
            sort=self.sort.currentData(),
            with_notes=self.notes.isChecked(),
        )
        self.table.show_rows(found, partial(_is_same, stood) if stood else None)
        hidden = len(self.results.lines) - len(found)
        self._count.setText(f"{grouped(len(found))} điều" if found else "")
        self._empty.say(_nothing(hidden), icon="circle-check" if not hidden else "search")
        self._middle.setCurrentWidget(self.table if found else self._empty)
        self._offer()

    def _offer(self) -> None:
        chosen, current = self.table.chosen, self.table.current
        why = "" if chosen else _CHOOSE
        self._open.setEnabled(not why)
        self._open.setToolTip(why or "Mở đề nghị này trong thẻ Đề nghị (Enter)")
        why_not = why or self._why_not or _why_not_alike(chosen)
        self._waive.setEnabled(not why_not)
        tip = "Ghi lý do bỏ qua; lý do được giữ lại và in ở phiếu thẩm định"
        self._waive.setToolTip(why_not or tip)
        self._told.setText(_told(current) if current and chosen else "")
        self._told.setToolTip(current.law if current and chosen else "")

    def _open_it(self) -> None:
        if (line := self.table.current) is not None:
            self.open_asked.emit(line.row.uid)

    def _waive_them(self) -> None:
        self.waive_asked.emit(self.table.chosen)

    def _button(self, words: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)  # Enter belongs to the table.
        button.clicked.connect(run)
        return button

    def _listen(self) -> None:
        self.search.textChanged.connect(self._narrow)
        for box in (self.severity, self.sort):
            box.currentIndexChanged.connect(self._narrow)
        self.notes.toggled.connect(self._narrow)
        self.table.opened.connect(self._open_it)
        self.table.chosen_changed.connect(self._offer)

    def _lay_out(self) -> None:
        self._where.setFont(self._look.font(bold=True))
        for label in (self._where, self._tally, self._shares):
            label.setWordWrap(True)
        for label in (self._tally, self._count, self._told):
            label.setProperty("tone", "muted")
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(_TOLD_LINES * self._told.fontMetrics().lineSpacing())
        self.search.setPlaceholderText("Tìm tên, đơn vị, nội dung…")
        self.search.setAccessibleName("Tìm trong các điều kiểm tra thấy")
        self.search.setClearButtonEnabled(True)
        self.notes.setToolTip("Hiện cả những ghi chú, là điều không làm ai thiếu điều kiện")
        above = QHBoxLayout()
        above.setSpacing(sizes.SPACE)
        above.addWidget(self.search, 1)
        for choice in (self.severity, self.sort, self.notes):
            above.addWidget(choice)
        for page in (self.table, self._empty):
            self._middle.addWidget(page)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        for head in (self._where, self._verdicts, self._tally, self._shares):
            column.addWidget(head)
        column.addLayout(above)
        column.addWidget(self._middle, 1)
        column.addWidget(self._told)
        column.addLayout(self._foot())
        self._look.size(self, 1000, 540)

    def _foot(self) -> QHBoxLayout:
        close = self._button("Đóng", self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.SPACE)
        for widget in (self._open, self._waive, self._paper, self._count):
            foot.addWidget(widget)
        foot.addStretch()
        foot.addWidget(close)
        return foot


def _box(name: str, every: str, words: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(every, "")
    for key, text in words:
        box.addItem(text, key)
    return box


def _is_same(stood: Line, line: Line) -> bool:
    is_one = line.row.uid == stood.row.uid
    return is_one and (line.finding.rule, line.finding.subject) == (
        stood.finding.rule,
        stood.finding.subject,
    )


def _why_not_alike(chosen: Sequence[Line]) -> str:
    if any(line.finding.severity == "note" for line in chosen):
        return "Ghi chú không cần bỏ qua."
    if len({line.finding.rule for line in chosen}) > 1:
        return "Một lý do chỉ bỏ qua được những điều cùng loại; hãy chọn các điều cùng loại."
    return ""


def _nothing(hidden: int) -> str:
    if not hidden:
        return "Không có điều gì phải lưu ý."
    return f"Không có điều nào hợp với những gì đang lọc; {grouped(hidden)} điều đang ẩn."


def _told(line: Line) -> str:
    return "\n".join(filter(None, (f"{line.row.name}: {line.finding.message}", line.article)))
