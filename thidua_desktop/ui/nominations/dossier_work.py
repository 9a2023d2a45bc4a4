"""What is done to one dossier as a whole: its state and the course of it, papers, deletion."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.nominations import STATES, DossierRow, StateEntry
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.dossiers import NeededPaper
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.course_dialog import CourseDialog
from thidua_desktop.ui.nominations.papers_dialog import PapersDialog
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.editors import ChoiceEditor, ProseEditor, TickEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.value_editors import DateEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


@dataclass(frozen=True, slots=True)
class NewState:
    """The state a dossier comes into, when, why, and whether its nominations go along."""

    state: str = "accepted"
    date: str = ""
    reason: str = ""
    with_nominations: bool = True


class DossierWork(QObject):
    """Asks what is to be done and has it written; *page* is the window below."""

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._desk = desk
        self._page = page

    def set_state(self, row: DossierRow) -> None:
        """Ask for a state of the dossier *row* and put it there."""
        fields = (
            Field("state", "Tình trạng mới", lambda: ChoiceEditor(STATES)),
            Field("date", "Ngày", DateEditor, tip="Ngày hồ sơ sang tình trạng này"),
            Field("reason", "Lý do", lambda: ProseEditor(3), tip="Bắt buộc khi trả lại hồ sơ"),
            Field(
                "with_nominations",
                "",
                lambda: TickEditor("Cả các đề nghị trong hồ sơ"),
                tip="Trừ những đề nghị đã trả lại hoặc đã có kết quả",
            ),
        )
        now = NewState(_next(row.state), self._services.office.now.date().isoformat())
        title = f"Đổi tình trạng hồ sơ {row.number or row.subject}".strip()
        dialog = FormDialog(title, "Cất", fields, now, _lacks, self._desk.look, self._page)
        dialog.resize(dialog.width(), dialog.sizeHint().height())
        new = dialog.answer(self._desk.prompts)
        if new is not None:
            dossiers = self._services.dossiers
            job = self._desk.write(
                lambda: dossiers.set_state(
                    row.uid,
                    new.state,
                    new.reason,
                    date=new.date,
                    with_nominations=new.with_nominations,
                )
            )
            job.on(RuleError, self._tell)

    def delete(self, row: DossierRow, drop_draft: Callable[[], None]) -> None:
        """Ask what becomes of the nominations of the dossier *row*, and delete it."""
        choices = [Choice("delete", "Xóa hồ sơ"), Choice("stay", "Giữ lại")]
        question = f"Xóa hồ sơ {row.number or row.subject} của {row.unit}?"
        if row.count:
            count = grouped(row.count)
            choices[:1] = [
                Choice("keep", f"Xóa hồ sơ, giữ {count} đề nghị"),
                Choice("delete", f"Xóa cả {count} đề nghị"),
            ]
            question = f"{question} Trong hồ sơ có {count} đề nghị."
        answer = self._desk.prompts.ask(
            question, tuple(choices), "Có thể lấy lại bằng Hoàn tác (Ctrl+Z)."
        )
        if answer != "stay":
            drop_draft()
            keep, dossiers = answer == "keep", self._services.dossiers
            self._desk.write(lambda: dossiers.delete(row.uid, keep_nominations=keep))

    def show_papers(self, row: DossierRow) -> None:
        """Show the papers of the dossier *row*, and keep what is ticked."""
        uid, title = row.uid, row.number
        job = self._desk.read(lambda: (uid, title, self._services.dossiers.papers(uid)))
        job.succeeded.connect(self._ask_for_papers)

    def show_course(self, row: DossierRow) -> None:
        """Show the states that the dossier *row* went through."""
        states, uid = self._services.states, row.uid
        title = f"Quá trình của hồ sơ {row.number or row.subject}".strip()
        job = self._desk.read(lambda: (title, states.of_dossier(uid)))
        job.succeeded.connect(self._show)

    def _ask_for_papers(self, answer: tuple[str, str, list[NeededPaper]]) -> None:
        uid, title, needed = answer
        dialog = PapersDialog(needed, title, self._desk.look, self._page)
        papers = dialog.answer(self._desk.prompts)
        if papers is not None:
            self._desk.write(lambda: self._services.dossiers.save_papers(uid, papers))

    def _show(self, answer: tuple[str, Sequence[StateEntry]]) -> None:
        dialog = CourseDialog(*answer, self._desk.look, self._page)
        self._desk.prompts.run(dialog)
        dialog.deleteLater()

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self._desk.prompts.tell(words, "Hồ sơ được giữ nguyên như trước.")


def _next(state: str) -> str:
    """Return the state that usually follows *state*."""
    usual = {
        "draft": "submitted", "submitted": "accepted", "returned": "submitted",
        "accepted": "council", "council": "approved", "approved": "awarded",
    }  # fmt: skip
    return usual.get(state, state)


def _lacks(new: NewState) -> list[Problem]:
    if new.state == "returned" and not new.reason:
        return [Problem("reason", "Trả lại thì cần ghi lý do.")]
    return []
