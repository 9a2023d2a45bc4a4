"""The window of F3: all awards of one person, unit or household, names as they were then."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.pasts import Past, Whom
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.past_model import COLUMNS, PastModel
from thidua_desktop.ui.look import TITLE_POINTS
from thidua_desktop.ui.widgets.cells.blocks import written
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor

_NOBODY = "Gõ tên người hoặc đơn vị ở trên; không cần gõ dấu."


class Pasts(Protocol):
    """What knows the awards of a name."""

    def of(self, name: str, uid: str = "") -> Past:
        """Return the awards of one of the lists, or of everyone of that name."""

    def whom(self, text: str) -> list[Whom]:
        """Return who can be asked for with the words of *text*."""


class HistoryDialog(QDialog):
    """Shows one past after another, as names are typed; `export_asked` and `print_asked` tell it.

    `open_asked` has the uid of an award that is to be shown in the register.
    """

    open_asked = Signal(str)
    export_asked = Signal()
    print_asked = Signal()

    def __init__(self, pasts: Pasts, desk: Desk) -> None:
        super().__init__()
        self.setWindowTitle("Lịch sử khen thưởng")
        self._pasts = pasts
        self._desk = desk
        self._turn = 0
        self.past = Past(whom=Whom(name=""))
        self.who = SuggestionEditor(self._propose, desk, "Tên người hoặc đơn vị")
        self.model = PastModel(desk.look, self)
        self.table = _Table(self.model)
        self._title, self._about, self._kin, self._count, self._doubt = (QLabel() for _ in range(5))
        self._brought = QLabel()
        self._acts = [
            QPushButton(words) for words in ("Mở trong sổ", "Xuất ra tệp…", "In trích lục…")
        ]
        self._lay_out()
        self._listen()
        self.show_past(self.past)

    def look_up(self, name: str, uid: str = "") -> None:
        """Ask for the awards of the one of the lists, or of everyone of that *name*."""
        self._turn += 1
        turn = self._turn
        job = self._desk.read(lambda: (turn, self._pasts.of(name, uid)))
        job.succeeded.connect(self._show)

    def show_past(self, past: Past) -> None:
        """Show *past*; one stands on its newest award."""
        self.past = past
        self.model.show(past.rows, past.namesakes)
        self._title.setText(past.whom.name or "Chưa chọn ai")
        self._about.setText(past.whom.about)
        self._about.setVisible(bool(past.whom.about))
        self._kin.setText(kin_words(past))
        self._kin.setVisible(bool(past.kin))
        self._count.setText(counted(past.rows) if past.whom.name else _NOBODY)
        self._brought.setText("\n".join(past.brought))
        self._brought.setVisible(bool(past.brought))
        self._doubt.setText(_doubts(past))
        self._doubt.setVisible(bool(_doubts(past)))
        for act in self._acts:
            act.setEnabled(bool(self.model.rows))
        if self.model.rows:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.who.setFocus()

    def _show(self, answer: tuple[int, Past]) -> None:
        turn, past = answer
        if turn == self._turn:
            self.show_past(past)

    def _propose(self, text: str) -> list[Suggestion]:
        return [Suggestion(one.name, one.about, one.uid) for one in self._pasts.whom(text)]

    def _take(self, chosen: Suggestion) -> None:
        self.look_up(chosen.text, chosen.key)

    def _enter(self) -> None:
        if name := self.who.value():
            self.look_up(name)

    def _open(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.open_asked.emit(self.model.rows[row].uid)

    def _copy(self) -> None:
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        rows = [self.model.rows[row] for row in chosen]
        block = [[column.text(row) for column in COLUMNS] for row in rows]
        QApplication.clipboard().setText(written(block))

    def _listen(self) -> None:
        open_it, export, print_it = self._acts
        self.who.taken.connect(self._take)
        self.who.line.returnPressed.connect(self._enter)
        self.table.open_asked.connect(self._open)
        self.table.copy_asked.connect(self._copy)
        open_it.clicked.connect(self._open)
        export.clicked.connect(self.export_asked)
        print_it.clicked.connect(self.print_asked)

    def _lay_out(self) -> None:
        look = self._desk.look
        self._title.setFont(look.font(TITLE_POINTS, bold=True))
        self._about.setProperty("tone", "muted")
        self._kin.setProperty("tone", "muted")
        self._doubt.setProperty("tone", "amber")
        self._brought.setProperty("tone", "muted")
        for label in (self._title, self._about, self._kin, self._brought, self._doubt):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table.dress(look.px)
        tip = "Gõ vài chữ, không cần dấu, rồi chọn (F4 mở danh sách)"
        self.who.call("Tên người hoặc đơn vị", tip)
        asked = QLabel("&Xem của:")
        asked.setBuddy(self.who)
        head = QHBoxLayout()
        head.setSpacing(sizes.SPACE)
        head.addWidget(asked)
        head.addWidget(self.who, 1)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        column.addLayout(head)
        for widget in (
            *(self._title, self._about, self._kin, self._count, self._brought, self._doubt),
            self.table,
        ):
            column.addWidget(widget)
        column.setStretchFactor(self.table, 1)
        column.addLayout(self._foot())
        look.size(self, 1000, 500)

    def _foot(self) -> QHBoxLayout:
        close = QPushButton("Đóng")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.SPACE)
        for act in self._acts:
            foot.addWidget(act)
        foot.addStretch()
        foot.addWidget(close)
        for button in (*self._acts, close):
            button.setAutoDefault(False)  # Enter belongs to the line and the table.
        return foot


class _Table(QTableView):
    """Whole rows; Enter and a double click open, Ctrl+C copies."""

    open_asked = Signal()
    copy_asked = Signal()

    def __init__(self, model: PastModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("Các lần khen thưởng")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self.open_asked)

    def dress(self, px: Callable[[int], int]) -> None:
        """Take heights and widths of the present scale."""
        self.verticalHeader().setDefaultSectionSize(px(sizes.ROW))
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, px(column.width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        else:
            super().keyPressEvent(event)


def kin_words(past: Past) -> str:
    """Return which other units' awards are among those of a unit; "" for none."""
    names = ", ".join(dict.fromkeys(_named(unit, past.whom.name) for unit in past.kin))
    return f"Gồm cả khen thưởng của {names}." if names else ""


def _named(unit: Unit, asked: str) -> str:
    """Return the name of *unit*, with its last day where it is that of the one asked for."""
    if unit.name != asked:
        return unit.name
    known = f"đến {show_date(unit.valid_to)}" if unit.valid_to else "hiện nay"
    return f"{unit.name} ({known})"


def counted(rows: Sequence[AwardRow]) -> str:
    """Return how many awards there are, of which years, and the money noted for them."""
    if not rows:
        return "Chưa có khen thưởng nào trong sổ."
    years = [row.year for row in rows if row.year]
    span = f", năm {min(years)}" if years else ""
    if years and min(years) < max(years):
        span = f", từ năm {min(years)} đến năm {max(years)}"
    paid = sum(row.amount or 0 for row in rows)
    money = f"; tiền thưởng đã ghi: {grouped(paid)} đồng" if paid else ""
    return f"{grouped(len(rows))} lần khen thưởng{span}{money}."


def _doubts(past: Past) -> str:
    if past.same_name > 1:
        return (
            f"Danh sách có {past.same_name} người, đơn vị cùng tên này; đây là khen thưởng của tất "
            "cả. Chọn trong gợi ý để xem riêng từng người."
        )
    if count := len(past.namesakes):
        return (
            f"{grouped(count)} dòng cuối trùng tên nhưng chưa nối với danh sách: của người này hay "
            "người khác thì cần xem lại."
        )
    return ""
