"""Many merges at once: which pairs, what becomes of each, before anything is done."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.duplicates import Pair
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.duplicates import Told
from thidua_desktop.services.joining import Join
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.safety.log_list import Head, LogList, line
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot

_HEADS = (Head("Giữ lại", 250), Head("Gộp vào"), Head("Bỏ đi", 220))
_LEAD = (
    "Mọi khen thưởng, đề nghị và những gì nối với bản bị gộp chuyển sang bản giữ lại; chữ trên "
    "khen thưởng giữ nguyên. Tất cả là một bước, hoàn tác được."
)


class Planned(NamedTuple):
    """The merges of some pairs, each with what it does in words."""

    joins: Sequence[Join]
    told: Sequence[Told]


Plan = Callable[[Sequence[Pair]], Planned]


class ManyDialog(QDialog):
    """Shows what *plan* makes of the pairs of one of *choices*, by their words."""

    def __init__(
        self, choices: Mapping[str, Sequence[Pair]], plan: Plan, desk: Desk, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Gộp nhiều bản ghi trùng")
        self._choices = choices
        self._plan = plan
        self._desk = desk
        self._turn = 0
        self._joins: list[Join] = []
        self.which = QComboBox()
        self.list = LogList("Những lần gộp", _HEADS, desk.look, many=True)
        self._count = QLabel()
        self._leave_out = QPushButton("Bỏ dòng đang chọn")
        self._merge = QPushButton("Gộp")
        self._lay_out()
        self._listen()
        self._ask()

    def answer(self, prompts: Prompts) -> list[Join]:
        """Return the merges to be done, none when the officer does not want them."""
        is_accepted = prompts.run(self)
        joins = self._joins
        self.deleteLater()
        return joins if is_accepted else []

    def leave_out(self) -> None:
        """Take the chosen lines out: these stay as they are."""
        gone = {id(join) for join in self.list.chosen}
        self._joins = [join for join in self._joins if id(join) not in gone]
        self.list.show_lines([each for each in self.list.shown if id(each.key) not in gone])
        self._say()

    def _ask(self) -> None:
        self._turn += 1
        turn, pairs = self._turn, self._choices[self.which.currentText()]
        self._merge.setEnabled(False)
        job = self._desk.read(lambda: (turn, self._plan(pairs)))
        job.succeeded.connect(while_here(self, self._show))

    def _show(self, answer: tuple[int, Planned]) -> None:
        turn, planned = answer
        if turn == self._turn:
            self._joins = list(planned.joins)
            both = zip(planned.joins, planned.told, strict=True)
            self.list.show_lines([line(j, (t.kept, t.merged, t.dropped)) for j, t in both])
            self._say()

    def _say(self) -> None:
        gone = sum(len(join.others) for join in self._joins)
        self._count.setText(
            f"{grouped(gone)} bản ghi sẽ gộp vào {grouped(len(self._joins))} bản."
            if self._joins
            else "Không có gì để gộp."
        )
        self._merge.setText(f"Gộp {grouped(gone)} bản ghi" if gone else "Gộp")
        self._merge.setEnabled(bool(self._joins))
        self._leave_out.setEnabled(bool(self._joins))

    def _listen(self) -> None:
        self.which.currentIndexChanged.connect(self._ask)
        self._leave_out.clicked.connect(self.leave_out)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self.leave_out)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        for words in self._choices:
            self.which.addItem(words)
        asked = QLabel("&Gộp những cặp:")
        asked.setBuddy(self.which)
        lead = QLabel(_LEAD)
        lead.setWordWrap(True)
        self._leave_out.setAutoDefault(False)
        self._leave_out.setToolTip("Không gộp các dòng đang chọn (Delete)")
        top = QHBoxLayout()
        top.setSpacing(sizes.SPACE)
        for widget in (asked, self.which):
            top.addWidget(widget)
        top.addStretch()
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._leave_out)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        column.addLayout(top)
        column.addWidget(lead)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addLayout(dialog_foot(self, self._merge))
        self._desk.look.size(self, 880, 440)
