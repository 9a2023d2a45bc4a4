"""Who of the file meets a title of a year: asked for, looked at, put forward. Knows no service."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
)

from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.checking.values import Eligible
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.checks.seeking import KINDS, Sought
from thidua_desktop.ui.checks.short_table import Column, ShortTable
from thidua_desktop.ui.checks.verdict_counts import VERDICT_ICONS
from thidua_desktop.ui.checks.verdicts import TONES
from thidua_desktop.ui.jobs import Job
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.work_bar import WorkBar

_COLUMNS: tuple[Column[Eligible], ...] = (
    Column("Tên", lambda one: one.name, 180),
    Column("Chức vụ", lambda one: one.position, 150),
    Column("Đơn vị", lambda one: one.unit, 180),
    Column(
        "Kết luận",
        lambda one: VERDICTS[one.checked.verdict],
        130,
        state=lambda one: one.checked.verdict,
    ),
    Column("Vì sao", lambda one: one.why),
)
_ICONS = {verdict: (icon, Tone(TONES[verdict])) for verdict, icon in VERDICT_ICONS.items()}
_BEGIN = "Chọn danh hiệu và năm, rồi bấm “Tìm”."
_NOBODY = (
    "Không có ai trong tệp mà sổ khen thưởng và xếp loại cho thấy đủ điều kiện, "
    "hoặc có thể đủ điều kiện."
)
_CHOOSE = "Hãy chọn ít nhất một dòng trước."
_TOLD_LINES, _INTO_LETTERS = 3, 24

Titles = Callable[[str, int], Sequence[Sought]]
"""Which titles there are for a kind of recipient in a year."""


class EligibleDialog(QDialog):
    """Tells what is wanted; whoever opened it answers by `show_found`.

    *into*: the dossier that new nominations go to, "" for none; *why_not* says why none can be
    made.
    """

    seek_asked = Signal(object, int)
    """A `Sought` and the year."""
    propose_asked = Signal(list)
    """These `Eligible` are to be put forward."""
    past_asked = Signal(object)
    export_asked = Signal()

    def __init__(self, titles: Titles, year: int, into: str, why_not: str, look: Look) -> None:
        super().__init__()
        self.setWindowTitle("Ai đủ điều kiện?")
        self._titles = titles
        self._why_not = why_not
        self._is_busy = False
        self._look = look
        self.found: Sequence[Eligible] = ()
        self.asked: tuple[Sought, int] | None = None
        self.kind, self.title, self.year = QComboBox(), QComboBox(), QSpinBox()
        self.seek = self._button("Tìm", self._seek)
        self.bar = WorkBar()
        self.table: ShortTable[Eligible] = ShortTable("Ai đủ điều kiện", _COLUMNS, _ICONS, look)
        self._empty = EmptyState(look)
        self._middle = QStackedWidget()
        self._told, self._count = QLabel(), QLabel()
        into = f"{into[:_INTO_LETTERS]}…" if len(into) > _INTO_LETTERS else into
        words = f"Đề nghị vào {into}" if into else "Đề nghị những người đã chọn"
        self._propose = self._button(words, self._propose_them)
        self._past = self._button("Lịch sử khen thưởng", self._ask_past)
        self._export = self._button("Xuất Excel…", self.export_asked.emit)
        self._fill(year)
        self._lay_out()
        self._listen()
        self._say(_BEGIN)
        self.title.setFocus()

    def follow(self, job: Job) -> None:
        """Show the progress of *job*; it can be stopped."""
        self.bar.watch(job)
        self._say("Đang tìm…")

    def show_found(self, found: Sequence[Eligible]) -> None:
        """Show who was *found*, who meets the title first."""
        self.found = found
        self.table.show_rows(found)
        self._count.setText(_counted(found))
        self._count.setVisible(bool(found))
        self._empty.say(_NOBODY, icon="search")
        self._middle.setCurrentWidget(self.table if found else self._empty)
        if found:
            self.table.setFocus()
        self._offer()

    def stop(self) -> None:
        """Say that the search was stopped before its end."""
        self._say("Đã dừng. Bấm “Tìm” để tìm lại.")

    def set_busy(self, on: bool) -> None:
        """Say whether those chosen are being put forward just now: once is enough."""
        self._is_busy = on
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3 and self._past.isEnabled():
            self._ask_past()
        else:
            super().keyPressEvent(event)

    def _say(self, words: str) -> None:
        self.found = ()
        self.table.show_rows(())
        self._count.hide()
        self._empty.say(words, icon="search")
        self._middle.setCurrentWidget(self._empty)
        self._offer()

    def _seek(self) -> None:
        if (wanted := self.title.currentData()) is not None:
            self.asked = (wanted, self.year.value())
            self.seek_asked.emit(*self.asked)

    def _list_titles(self) -> None:
        """Offer the titles of the kind and year; the one chosen stays where it is there too."""
        chosen = self.title.currentText()
        self.title.clear()
        for one in self._titles(self.kind.currentData(), self.year.value()):
            self.title.addItem(one.name, one)
        self.title.setCurrentIndex(max(self.title.findText(chosen), 0))
        is_any = self.title.count() > 0
        self.seek.setEnabled(is_any)
        self.seek.setToolTip("" if is_any else "Luật của năm này không có danh hiệu nào để tìm.")

    def _offer(self) -> None:
        why = "" if self.table.chosen else _CHOOSE
        self._past.setEnabled(not why)
        self._past.setToolTip(why or "Mọi khen thưởng của dòng đang đứng (F3)")
        why = self._why_not or why or _why_not_again(self.table.chosen)
        self._propose.setEnabled(not (why or self._is_busy))
        self._propose.setToolTip(why or "Thêm đề nghị cho các dòng đang chọn trong một bước")
        self._export.setEnabled(bool(self.found))
        self._export.setToolTip("" if self.found else "Chưa có dòng nào để xuất.")
        current = self.table.current if self.table.chosen else None
        self._told.setText(_told(current) if current else "")

    def _propose_them(self) -> None:
        self.propose_asked.emit(self.table.chosen)

    def _ask_past(self) -> None:
        if (current := self.table.current) is not None:
            self.past_asked.emit(current)

    def _button(self, words: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _fill(self, year: int) -> None:
        for kind, words in KINDS.items():
            self.kind.addItem(words, kind)
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(year)
        self._list_titles()

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(self._list_titles)
        self.year.valueChanged.connect(self._list_titles)
        self.table.chosen_changed.connect(self._offer)
        self.table.opened.connect(self._ask_past)

    def _lay_out(self) -> None:
        self.seek.setProperty("main", True)
        self.seek.setDefault(True)
        self.title.setMinimumContentsLength(24)
        for widget, name in ((self.kind, "Đối tượng"), (self.title, "Danh hiệu")):
            widget.setAccessibleName(name)
        self.year.setAccessibleName("Năm thành tích")
        above = QHBoxLayout()
        above.setSpacing(sizes.SPACE)
        for words, field in (
            ("&Danh hiệu:", self.title), ("Đối &tượng:", self.kind), ("&Năm:", self.year),
        ):  # fmt: skip
            label = QLabel(words)
            label.setBuddy(field)
            above.addWidget(label)
            above.addWidget(field, int(field is self.title))
        above.addWidget(self.seek)
        self.bar.hide()
        for page in (self.table, self._empty):
            self._middle.addWidget(page)
        for label in (self._told, self._count):
            label.setProperty("tone", "muted")
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(_TOLD_LINES * self._told.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        column.addLayout(above)
        column.addWidget(self.bar)
        column.addWidget(self._count)
        column.addWidget(self._middle, 1)
        column.addWidget(self._told)
        column.addLayout(self._foot())
        self._look.size(self, 1000, 520)

    def _foot(self) -> QHBoxLayout:
        close = self._button("Đóng", self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.SPACE)
        for widget in (self._propose, self._past, self._export):
            foot.addWidget(widget)
        foot.addStretch()
        foot.addWidget(close)
        return foot


def _counted(found: Sequence[Eligible]) -> str:
    free = [one for one in found if not (one.has_it or one.is_proposed)]
    sure = sum(one.checked.verdict == "eligible" for one in free)
    settled = len(found) - len(free)
    counts = [(sure, "đủ điều kiện"), (len(free) - sure, "cần xem xét")]
    counts.append((settled, "đã có hoặc đã đề nghị"))
    return ", ".join(f"{grouped(count)} {words}" for count, words in counts if count)


def _why_not_again(chosen: Sequence[Eligible]) -> str:
    if any(one.has_it or one.is_proposed for one in chosen):
        return "Trong các dòng đang chọn có dòng đã được đề nghị hoặc đã có danh hiệu này."
    return ""


def _told(one: Eligible) -> str:
    findings = one.checked.findings[:2]
    lines = [f"{one.name}: {one.why}"]
    lines += [finding.message for finding in findings[1:]]
    article = findings[0].article if findings else ""
    return "\n".join(filter(None, (*lines, article)))
