"""What is done to the chosen nominations at once: state, dossier, register. One step each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain import decisions
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.nominations import STATES, Nomination
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.dossiers import Shelf
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.deciding import decision_dialog
from thidua_desktop.ui.nominations.places import called
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.editors import ChoiceEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_NAMED = 5
_TO_CHOOSE = {state: words for state, words in STATES.items() if state != "awarded"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state that the chosen nominations get, and why."""

    state: str = "accepted"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Into:
    """The dossier that the chosen nominations go to; "" for none."""

    dossier_uid: str = ""


class Deciding(QObject):
    """Asks what is to be done and has it written; *page* is the window below."""

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._desk = desk
        self._page = page

    def set_state(self, uids: Sequence[str]) -> None:
        """Ask for a state and give it to the nominations *uids*."""
        fields = (
            Field("state", "Tình trạng mới", lambda: ChoiceEditor(_TO_CHOOSE)),
            Field("reason", "Lý do", ProseEditor, tip="Bắt buộc khi trả lại"),
        )
        title = f"Đổi tình trạng {_counted(uids)}"
        dialog = FormDialog(title, "Cất", fields, Verdict(), _lacks, *self._beside)
        dialog.resize(dialog.width(), dialog.sizeHint().height())
        verdict = self._answer(dialog)
        if verdict is not None:
            reviewing = self._services.reviewing
            self._write(lambda: reviewing.set_state(uids, verdict.state, verdict.reason))

    def move(self, uids: Sequence[str]) -> None:
        """Ask for a dossier and lay the nominations *uids* into it."""
        job = self._desk.read(lambda: (uids, self._services.dossiers.shelf(None)))
        job.succeeded.connect(self._ask_where)

    def enter(self, uids: Sequence[str]) -> None:
        """Ask for the decision and enter those of *uids* that were agreed to into the register."""
        nominations, drafts = self._services.nominations, self._services.decisions
        job = self._desk.read(lambda: (nominations.get_many(uids), drafts.new()))
        job.succeeded.connect(self._ask_which)

    @property
    def _beside(self) -> tuple[Any, QWidget]:
        return self._desk.look, self._page

    def _answer(self, dialog: FormDialog[Any]) -> Any:
        return dialog.answer(self._desk.prompts)

    def _ask_where(self, answer: tuple[Sequence[str], Shelf]) -> None:
        uids, shelf = answer
        words = {"": "Không thuộc hồ sơ nào"}
        words |= {row.uid: called(row) for row in shelf.dossiers}
        fields = (Field("dossier_uid", "Hồ sơ", lambda: ChoiceEditor(words)),)
        first = Into(shelf.dossiers[0].uid if shelf.dossiers else "")
        title = f"Chuyển {_counted(uids)} sang hồ sơ"
        into = self._answer(FormDialog(title, "Chuyển", fields, first, _nothing, *self._beside))
        if into is not None:
            self._write(lambda: self._services.reviewing.move(uids, into.dossier_uid or None))

    def _ask_which(self, answer: tuple[list[Nomination], Decision]) -> None:
        chosen, draft = answer
        ready = [one for one in chosen if one.state == "approved"]
        if not ready:
            self._desk.prompts.tell(
                "Trong các đề nghị đang chọn chưa có đề nghị nào “Đồng ý”.",
                "Sổ khen thưởng được giữ nguyên.",
                "Hãy đổi tình trạng các đề nghị đã được duyệt sang “Đồng ý” trước.",
            )
        elif len(ready) == len(chosen) or self._goes_on(ready, chosen):
            self._ask_decision([one.uid for one in ready], draft)

    def _goes_on(self, ready: list[Nomination], chosen: list[Nomination]) -> bool:
        left = [one for one in chosen if one.state != "approved"]
        lines = [f"• {one.recipient.name}: {STATES[one.state]}" for one in left[:_NAMED]]
        if rest := len(left) - len(lines):
            lines.append(f"… và {grouped(rest)} đề nghị khác")
        answer = self._desk.prompts.ask(
            f"Chỉ {grouped(len(ready))} trong {grouped(len(chosen))} đề nghị đang chọn đã “Đồng ý”."
            " Ghi sổ những đề nghị này?",
            (Choice("enter", f"Ghi sổ {grouped(len(ready))} đề nghị"), Choice("stay", "Bỏ qua")),
            "\n".join(("Không ghi sổ:", *lines)),
        )
        return answer == "enter"

    def _ask_decision(self, uids: list[str], draft: Decision) -> None:
        dialog = decision_dialog(
            f"Ghi {_counted(uids)} vào sổ khen thưởng",
            "Ghi sổ",
            draft,
            decisions.problems,
            self._services,
            self._desk,
            self._page,
        )
        decision = self._answer(dialog)
        if decision is not None:
            self._write(lambda: self._services.reviewing.award(uids, decision))

    def _write(self, work: Any) -> None:
        self._desk.write(work).on(RuleError, self._tell)

    def _tell(self, error: RuleError) -> None:
        self._desk.prompts.tell(
            " ".join(problem.text for problem in error.problems),
            "Chưa có gì bị thay đổi.",
            "Hãy sửa chỗ này rồi làm lại.",
        )


def _lacks(verdict: Verdict) -> list[Problem]:
    if verdict.state == "returned" and not verdict.reason:
        return [Problem("reason", "Trả lại thì cần ghi lý do.")]
    return []


def _nothing(_into: Into) -> list[Problem]:
    return []


def _counted(uids: Sequence[str]) -> str:
    return f"{grouped(len(uids))} đề nghị"
