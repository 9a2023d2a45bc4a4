"""Checks the nomination in a form while it is typed, and tells it in a page beside the form."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.checking.asking import Asked
from thidua_desktop.services.checking.sources import Source
from thidua_desktop.services.checking.values import Checked
from thidua_desktop.ui.checks.findings_page import FindingsPage
from thidua_desktop.ui.checks.reason import ask_number, ask_reason
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.record_pane import RecordPane

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_PAUSE = 400  # Milliseconds after a key before the draft is checked.
_NOT_YET = "Ghi tên, danh hiệu và năm thành tích để kiểm tra."


class CheckBeside(QObject):
    """Follows *pane*; *linked* ties a draft to what the officer chose, before it is checked."""

    def __init__(
        self,
        pane: RecordPane[Nomination],
        linked: Callable[[Nomination], Nomination],
        services: "Services",
        desk: Desk,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._linked = linked
        self._services = services
        self._desk = desk
        self._turn = 0
        self.page = FindingsPage(desk.look)
        self._number = pane.add_page("Kiểm tra", self.page)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._listen()
        self._begin()

    def show(self) -> None:
        """Bring the page to the front."""
        self._pane.go_to_page(self._number)
        self.page.setFocus()

    def _begin(self) -> None:
        self._pause.stop()
        self._check()

    def _check(self) -> None:
        self._turn += 1
        pane, turn = self._pane, self._turn
        if not pane.uid:
            self._call(None)
            self.page.say("")
            return
        draft = self._linked(pane.form.draft()) if pane.is_dirty else None
        if draft and not (draft.recipient.name and draft.title_text):
            self._call(None)
            self.page.say(_NOT_YET)
            return
        uid, checks = pane.uid, self._services.checks

        def work() -> tuple[int, Checked, Sequence[Asked]]:
            if draft is not None:
                return turn, checks.draft(draft), ()
            return turn, checks.of(uid), checks.facts_asked(uid)

        self._desk.read(work).on(KeyError, self._forget).succeeded.connect(self._show)

    def _forget(self, _gone: KeyError) -> None:
        """The record went meanwhile; the list is on its way."""

    def _show(self, answer: tuple[int, Checked, Sequence[Asked]]) -> None:
        turn, checked, asked = answer
        if turn != self._turn:
            return
        is_kept = not self._pane.is_dirty and not self._services.file.is_read_only
        self.page.show_checked(checked, asked, is_writable=is_kept)
        self._call(checked)

    def _call(self, checked: Checked | None) -> None:
        count = len(checked.of("error", "needs_review", "warning")) if checked else 0
        self._pane.call_page(self._number, f"Kiểm tra ({count})" if count else "Kiểm tra")

    def _waive(self, finding: Finding) -> None:
        reason = ask_reason(finding.message, self._desk, self._pane)
        uid = self._pane.uid
        if reason:
            self._write(lambda: self._services.checks.waive(uid, finding, reason))

    def _unwaive(self, finding: Finding) -> None:
        uid = self._pane.uid
        self._write(lambda: self._services.checks.unwaive(uid, finding))

    def _answer(self, asked: Asked, answer: str) -> None:
        uid, key = self._pane.uid, asked.question.key
        if answer == "number":
            number = ask_number(asked.question.text, asked.answer, self._desk, self._pane)
            if number is None:
                return
            answer = number
        self._write(lambda: self._services.checks.state_fact(uid, key, answer))

    def _write(self, work: Callable[[], Changed]) -> None:
        self._desk.write(work).on(RuleError, self._tell)

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self._desk.prompts.tell(words, "Chưa có gì bị thay đổi.")

    def _open(self, finding: Finding) -> None:
        checks = self._services.checks
        job = self._desk.read(lambda: checks.sources(finding.records))
        job.succeeded.connect(self._choose)

    def _choose(self, found: Sequence[Source]) -> None:
        """Go to the one record, or let one of several be chosen."""
        if len(found) == 1:
            self._desk.bus.wanted.emit(found[0].table, found[0].uid)
            return
        menu = QMenu(self._pane)
        for source in found:
            action = menu.addAction(source.words)
            action.triggered.connect(partial(self._go_to, source))
        if not found:
            menu.addAction("Các bản ghi này không còn trong tệp").setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _go_to(self, source: Source, _is_checked: bool = False) -> None:
        self._desk.bus.wanted.emit(source.table, source.uid)

    def _hear(self, _changed: Any) -> None:
        if self._pane.uid and not self._pane.is_dirty:
            self._pause.start()

    def _listen(self) -> None:
        self._pane.shown.connect(self._begin)
        self._pane.form.edited.connect(lambda _name: self._pause.start())
        self._pause.timeout.connect(self._check)
        self._desk.bus.changed.connect(self._hear)
        self.page.waive_asked.connect(self._waive)
        self.page.unwaive_asked.connect(self._unwaive)
        self.page.open_asked.connect(self._open)
        self.page.answered.connect(self._answer)
