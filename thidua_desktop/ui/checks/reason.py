"""Small questions of a check: why a finding is set aside, which number the law asks for."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import ProseEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.value_editors import NumberEditor

_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding is set aside."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that the officer states; None is not known."""

    number: int | None = None


def ask_reason(message: str, desk: Desk, parent: QWidget) -> str:
    """Return why the finding *message* is set aside, "" when it is not."""
    field = Field("reason", "Lý do", lambda: ProseEditor(3), tip=message, needed=True)
    dialog = FormDialog(
        "Bỏ qua điều kiểm tra thấy", "Bỏ qua điều này", (field,), Reason(), _lacks, desk.look,
        parent,
    )  # fmt: skip
    dialog.resize(dialog.width(), dialog.sizeHint().height())
    answer = dialog.answer(desk.prompts)
    return answer.reason if answer else ""


def ask_number(question: str, known: str, desk: Desk, parent: QWidget) -> str | None:
    """Return the number that answers *question* as text, None when the officer leaves it."""
    number = int(known) if known.isdecimal() else None
    field = Field("number", "Số", lambda: NumberEditor(empty=None), tip=question)
    dialog = FormDialog(question, "Ghi", (field,), Number(number), _nothing, desk.look, parent)
    answer = dialog.answer(desk.prompts)
    if answer is None:
        return None
    return "" if answer.number is None else str(answer.number)


def _lacks(draft: Reason) -> list[Problem]:
    if len(draft.reason) < _SHORTEST:
        return [Problem("reason", "Hãy ghi rõ lý do; lý do được giữ lại và in ở phiếu thẩm định.")]
    return []


def _nothing(_draft: Number) -> list[Problem]:
    return []
