"""The fields of a task, and of a plan's frame."""

from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_desktop.domain.plans import TASK_STATES
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.suggesting import unit_suggestions
from thidua_desktop.ui.papers.frame_fields import FRAME
from thidua_desktop.ui.papers.markup_editor import MarkupEditor
from thidua_desktop.ui.plans.proof_editor import Papers, ProofEditor
from thidua_desktop.ui.plans.units_editor import UnitsEditor
from thidua_desktop.ui.widgets.editors import ChoiceEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.suggestions import Suggestion
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

QUARTERS = {1: "Quý I", 2: "Quý II", 3: "Quý III", 4: "Quý IV"}
_STATES = {"draft": "Dự thảo", "issued": "Đã ban hành"}

YEAR = Field("year", "Năm", lambda: NumberEditor(grouped=False), needed=True)
PLAN: tuple[Field, ...] = (
    replace(YEAR, group="Kế hoạch"),
    Field("state", "Tình trạng", lambda: ChoiceEditor(_STATES)),
    *FRAME,
)


def plan_state(state: str) -> str:
    """Return the state of a plan in words."""
    return _STATES.get(state, state)


def task_fields(services: "Services", desk: Desk) -> tuple[Field, ...]:
    """Return the fields of a task with its units."""

    def units(text: str) -> list[Suggestion]:
        return unit_suggestions(services, text)

    return (
        Field(
            "task.body",
            "Nội dung",
            lambda: MarkupEditor(desk.look, 6),
            "Nhiệm vụ",
            "Mỗi ý một dòng; Ctrl+I chữ nghiêng, Ctrl+B chữ đậm",
            needed=True,
        ),
        Field("task.quarter", "Quý", lambda: ChoiceEditor(QUARTERS)),
        Field("task.ordinal", "Thứ tự", NumberEditor, tip="Thứ tự trong quý"),
        Field(
            "task.due",
            "Hạn",
            DateEditor,
            tip="Để trống thì hạn là ngày cuối quý, ghi là suy ra",
        ),
        Field(
            "units",
            "Đơn vị",
            lambda: UnitsEditor(units, desk),
            "Đơn vị thực hiện",
            "Đổi danh sách này thì chữ in trên kế hoạch được viết lại theo nó",
        ),
        Field(
            "task.units_text",
            "Chữ in",
            lambda: MarkupEditor(desk.look, 2),
            tip="Cột “Đơn vị thực hiện” trên kế hoạch",
        ),
        Field("task.state", "Tình trạng", lambda: ChoiceEditor(TASK_STATES), "Kết quả"),
        Field("task.done_on", "Ngày xong", DateEditor),
        Field(
            "task.proof",
            "Minh chứng",
            lambda: ProofEditor(Papers(services), desk),
            tip="Số, ngày của văn bản, số liệu chứng minh việc đã xong; mỗi ý một dòng",
        ),
    )
