"""The window of an intake: files, what is to be decided, and the sheet as it was read."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.importing.choices import Choices, Fix
from thidua_desktop.services.importing.values import Intake, Item, Sheet
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.intake.answer_bar import AnswerBar
from thidua_desktop.ui.intake.facts_bar import FactsBar
from thidua_desktop.ui.intake.files_list import ALL, FilesList, entries
from thidua_desktop.ui.intake.fixes_view import FixesView
from thidua_desktop.ui.intake.sheet_view import SheetView
from thidua_desktop.ui.intake.work import IntakeWork
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.shrinking import Shrinking
from thidua_desktop.ui.widgets.suggestions import Suggest

_WIDTH, _HEIGHT = 1240, 640
_LEFT, _LEAST, _RIGHT = 300, 180, 910
_ABOVE, _BELOW = 250, 270
_NOTHING_LEFT = "Không còn chỗ nào phải quyết định."


class Worker(Protocol):
    """What works an intake through; see `services.importing`."""

    def again(self, intake: Intake, choices: Choices) -> Intake:
        """Work *intake* through with other choices."""

    def meanings(self, kind: str) -> Mapping[str, str]:
        """Return what a column of a list of *kind* can mean, with words."""


class ListsDialog(QDialog):
    """Accepted when the officer takes in what it shows then: `intake`."""

    def __init__(
        self, intake: Intake, worker: Worker, suggest_units: Suggest, desk: Desk, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._desk = desk
        self._work = IntakeWork(intake, worker.again, desk, self)
        self.files = FilesList(desk.look)
        self.facts = FactsBar(suggest_units, desk)
        self.fixes = FixesView(desk.look)
        self.answers = AnswerBar(desk.look)
        self.sheet = SheetView(desk.look)
        self.counts = QLabel()
        self.take = QPushButton()
        self._left_to_do = QLabel()
        self._trouble = EmptyState(desk.look)
        self._remarks = QLabel()
        self._shown = ""
        self.setWindowTitle(_title(intake))
        self._lay_out()
        self._listen()
        self._show()
        (self.fixes if any(intake.fixes()) else self.files).setFocus()

    @property
    def intake(self) -> Intake:
        """Return the intake with all that was chosen."""
        return self._work.intake

    def reject(self) -> None:
        """Leave; what was chosen here is lost, so ask first when there is anything."""
        if self._work.can_go_back:
            answer = self._desk.prompts.ask(
                "Bỏ lần nhập này? Những chỗ vừa sửa ở đây sẽ mất.",
                (Choice("leave", "Bỏ lần nhập"), Choice("stay", "Ở lại")),
                "Chưa có gì được ghi vào tệp thi đua.",
            )
            if answer == "stay":
                return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the first place into sight once it is known how much room the sheet has."""
        super().showEvent(event)
        self.sheet.horizontalScrollBar().setValue(0)
        self._follow(self.fixes.fix)

    def _show(self) -> None:
        """Show the intake as it is now."""
        intake = self._work.intake
        self.files.show_entries(entries(intake))
        self._show_entry()
        self.answers.show_back(self._work.can_go_back)
        self._say_counts(intake)

    def _show_entry(self) -> None:
        """Show the sheet of the entry one is on, and the places to decide there."""
        entry = self.files.entry
        key = entry.key if entry else ALL
        sheets = self._work.intake.sheets
        fixes = [fix for one in sheets if key in (ALL, one.key) for fix in one.fixes]
        fixes.sort(key=lambda fix: not fix.is_needed)
        self._stack.setCurrentWidget(self._trouble if entry and entry.error else self._right)
        if entry and entry.error:
            self._trouble.say(entry.error, icon="circle-alert")
            return
        self.fixes.show_fixes(fixes, names_file=key == ALL and len(sheets) > 1)
        if key == ALL:
            here = self.fixes.fix
            key = here.sheet if here else (sheets[0].key if sheets else ALL)
        self._show_sheet(key)
        self._say_left(fixes)

    def _show_sheet(self, key: str) -> None:
        sheet = self._sheet(key)
        self._shown = key if sheet else ""
        self.facts.show_sheet(sheet)
        self.sheet.show_sheet(sheet, self._worker.meanings(sheet.kind) if sheet else {})
        remarks = self._item(key).source.remarks if sheet else ()
        self._remarks.setText(" ".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self._follow(self.fixes.fix)

    def _sheet(self, key: str) -> Sheet | None:
        return next((one for one in self._work.intake.sheets if one.key == key), None)

    def _item(self, key: str) -> Item:
        return next(one for one in self._work.intake.items if one.sheet and one.sheet.key == key)

    def _stand(self, fix: Fix | None) -> None:
        """Follow the place one is on: its answers, its sheet, its cell."""
        alike = self._work.intake.alike(fix) if fix else []
        self.answers.show_fix(fix, alike, len(self.fixes.chosen))
        if fix and fix.sheet != self._shown:
            self._show_sheet(fix.sheet)
        else:
            self._follow(fix)

    def _follow(self, fix: Fix | None) -> None:
        """Bring the cell of *fix* into sight, unless the officer is walking through the sheet."""
        if fix and not self.sheet.hasFocus():
            self.sheet.stand_on(fix)

    def _say_chosen(self) -> None:
        fix = self.fixes.fix
        alike = self._work.intake.alike(fix) if fix else []
        self.answers.show_fix(fix, alike, len(self.fixes.chosen))

    def _accept(self) -> None:
        self._accept_for(self.fixes.chosen)

    def _accept_all(self) -> None:
        if fix := self.fixes.fix:
            others = [one for one in self._work.intake.alike(fix) if one.key != fix.key]
            self._accept_for([fix, *others])

    def _accept_for(self, fixes: Sequence[Fix]) -> None:
        proposal = self.answers.proposal
        if fixes and proposal:
            self._answer(self._work.choices.accept(fixes, proposal), fixes)

    def _edit(self, fix: Fix, text: str) -> None:
        if fix.at is not None:
            self._work.choose(self._work.choices.edit(fix.sheet, fix.row, fix.at, text))

    def _put_aside(self) -> None:
        rows = {(fix.sheet, fix.row) for fix in self.fixes.chosen}
        told = [fix for fix in self._work.intake.fixes() if (fix.sheet, fix.row) in rows]
        self._answer(self._work.choices.put_aside(rows), told)

    def _answer(self, choices: Choices, fixes: Sequence[Fix]) -> None:
        """Take *choices*, which answer *fixes*, and go on to the next while they are worked in."""
        self._work.choose(choices)
        self.fixes.leave_out({fix.key for fix in fixes})

    def _set_aside(self, row: int, is_aside: bool) -> None:
        choices, rows = self._work.choices, [(self._shown, row)]
        self._work.choose(choices.put_aside(rows) if is_aside else choices.take_back(rows))

    def _mean(self, column: int, meaning: str) -> None:
        self._work.choose(self._work.choices.meaning(self._shown, column, meaning))

    def _read_as(self, kind: str) -> None:
        self._work.choose(self._work.choices.kind(self._shown, kind))

    def _state(self, name: str, value: str) -> None:
        if sheet := self._sheet(self._shown):
            self._work.choose(self._work.choices.state(sheet.file_key, **{name: value}))

    def _leave_out(self, key: str, is_wanted: bool) -> None:
        self._work.choose(self._work.choices.leave_out(key, is_out=not is_wanted))

    def _say_left(self, fixes: Sequence[Fix]) -> None:
        needed = sum(fix.is_needed for fix in fixes)
        offers = len(fixes) - needed
        parts = [f"{grouped(needed)} chỗ cần quyết định"] if needed else []
        parts += [f"{grouped(offers)} gợi ý (không sửa vẫn nhập được)"] if offers else []
        self._left_to_do.setText(", ".join(parts) or _NOTHING_LEFT)
        self._left_to_do.setProperty("tone", "amber" if needed else "muted")
        self._left_to_do.style().polish(self._left_to_do)
        self._above.setVisible(bool(fixes))

    def _say_counts(self, intake: Intake) -> None:
        sources = intake.sources
        found = sum(source.rows for source in sources)
        ready = sum(source.accepted for source in sources)
        waiting = sum(source.waiting for source in sources)
        failed = sum(bool(source.error) for source in sources)
        told = f"Tìm thấy {grouped(found)} dòng = {grouped(ready)} nhập + {grouped(waiting)} chờ."
        if failed:
            told += f" {grouped(failed)} tệp không đọc được."
        self.counts.setText(told)
        self.take.setText(_verb(ready, waiting))
        self._offer(is_busy=not self._work.is_settled)

    def _offer(self, *, is_busy: bool) -> None:
        has_any = any(source.accepted or source.waiting for source in self._work.intake.sources)
        self.take.setEnabled(has_any and not is_busy)
        why = "" if has_any else "Không có dòng nào để nhập."
        self.take.setToolTip("Đang đọc lại với lựa chọn mới…" if is_busy else why)

    def _listen(self) -> None:
        self._work.changed.connect(self._show)
        self._work.busy.connect(lambda on: self._offer(is_busy=on))
        self.files.chosen.connect(lambda _key: self._show_entry())
        self.files.ticked.connect(self._leave_out)
        self.facts.kind_chosen.connect(self._read_as)
        self.facts.stated.connect(self._state)
        self.fixes.stood_on.connect(self._stand)
        self.fixes.selectionModel().selectionChanged.connect(self._say_chosen)
        self.fixes.accepted.connect(self._accept)
        self.fixes.put_aside.connect(self._put_aside)
        self.fixes.edited.connect(self._edit)
        self.answers.accepted.connect(self._accept)
        self.answers.all_accepted.connect(self._accept_all)
        self.answers.edit_asked.connect(self.fixes.begin_edit)
        self.answers.put_aside.connect(self._put_aside)
        self.answers.back_asked.connect(self._work.go_back)
        self.sheet.meaning_chosen.connect(self._mean)
        self.sheet.aside_asked.connect(self._set_aside)
        self.sheet.row_stood_on.connect(lambda row: self.fixes.stand_on(self._shown, row))
        self.take.clicked.connect(self.accept)
        for keys, run in (
            ("Ctrl+Return", self._accept_all),
            ("Ctrl+Z", self._work.go_back),
            ("Ctrl+S", self.take.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _lay_out(self) -> None:
        look = self._desk.look
        self._remarks.setWordWrap(True)
        self._remarks.setProperty("tone", "muted")
        self._above = QWidget()
        column = QVBoxLayout(self._above)
        column.setContentsMargins(0, 0, 0, sizes.TIGHT)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(self.fixes, 1)
        column.addWidget(self.answers)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self._above)
        halves.addWidget(self.sheet)
        halves.setSizes([look.px(_ABOVE), look.px(_BELOW)])
        halves.setChildrenCollapsible(False)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(sizes.SPACE, 0, 0, 0)
        right.setSpacing(sizes.SPACE)
        right.addWidget(self.facts)
        right.addWidget(self._remarks)
        right.addWidget(self._left_to_do)
        right.addWidget(halves, 1)
        self._stack = QStackedWidget()
        for widget in (self._right, self._trouble):
            self._stack.addWidget(widget)
        sides = QSplitter(Qt.Orientation.Horizontal)
        self.files.setMinimumWidth(look.px(_LEAST))
        sides.addWidget(self.files)
        sides.addWidget(self._stack)
        sides.setSizes([look.px(_LEFT), look.px(_RIGHT)])
        sides.setStretchFactor(1, 1)
        sides.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(sizes.GAP, sizes.GAP, sizes.GAP, sizes.GAP)
        whole.setSpacing(sizes.SPACE)
        whole.addWidget(sides, 1)
        whole.addLayout(self._foot())
        look.size(self, _WIDTH, _HEIGHT)

    def _foot(self) -> QHBoxLayout:
        leave = QPushButton("Bỏ qua")
        leave.clicked.connect(self.reject)
        for button in (self.take, leave):
            button.setAutoDefault(False)
        self.take.setProperty("main", True)
        hint = Shrinking()
        hint.setProperty("tone", "muted")
        hint.say("Cả lần nhập là một bước: Ctrl+Z sau đó lấy lại hết.")
        foot = QHBoxLayout()
        foot.setSpacing(sizes.SPACE)
        foot.addWidget(self.counts)
        foot.addWidget(hint)
        foot.addStretch()
        foot.addWidget(self.take)
        foot.addWidget(leave)
        return foot


def _title(intake: Intake) -> str:
    files = list(dict.fromkeys(source.file for source in intake.sources))
    if intake.takes_up:
        return "Làm tiếp các dòng chờ"
    return f"Nhập từ “{files[0]}”" if len(files) == 1 else f"Nhập từ {len(files)} tệp"


def _verb(ready: int, waiting: int) -> str:
    if ready and waiting:
        return f"Nhập {grouped(ready)} dòng, để {grouped(waiting)} dòng chờ"
    return f"Để {grouped(waiting)} dòng chờ" if waiting else f"Nhập {grouped(ready)} dòng"
