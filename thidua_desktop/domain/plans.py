"""Plans: a year's tasks by quarter and who does them. Knows neither Qt nor SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.identity import new_uid

TASK_STATES = {
    "todo": "Chưa làm",
    "doing": "Đang làm",
    "done": "Đã xong",
    "dropped": "Không thực hiện",
}
OPEN = ("todo", "doing")
"""The states of a task that is still to be finished."""

ROLES = {"lead": "chủ trì", "advise": "tham mưu", "support": "phối hợp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The yearly plan; its prose stands in blocks, its work in tasks."""

    year: int = 0
    heading: Heading = field(default_factory=Heading)
    state: str = "draft"
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """One task of a quarter. *body* is inline markup, one line per bullet; *units_text* is the
    cell "Đơn vị thực hiện" as it was written; *due* a whole date, *is_due_derived* when it is only
    the quarter's end."""

    plan_uid: str = ""
    quarter: int = 1
    ordinal: int = 1
    body: str = ""
    units_text: str = ""
    due: str = ""
    is_due_derived: bool = False
    state: str = "todo"
    proof: str = ""
    done_on: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskUnit:
    """A unit's part in a task: lead, advise or support; *unit_name* as written."""

    task_uid: str = ""
    unit_uid: str | None = None
    unit_name: str = ""
    role: str = "lead"
    ordinal: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task as a list shows it."""

    uid: str
    plan_uid: str
    year: int
    quarter: int
    ordinal: int
    text: str
    units: str
    due: str
    is_due_derived: bool
    state: str
    is_open: bool
    proof: str


def problems(draft: PlanTask) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if not draft.body:
        found.append(Problem("body", "Cần ghi nội dung nhiệm vụ."))
    if draft.quarter not in (1, 2, 3, 4):
        found.append(Problem("quarter", "Quý phải là 1, 2, 3 hoặc 4."))
    if draft.state not in TASK_STATES:
        found.append(Problem("state", "Tình trạng không có trong danh sách."))
    return found


def plan_problems(draft: Plan) -> list[Problem]:
    """Return what stands in the way of saving the plan *draft*."""
    if 1900 <= draft.year <= 2100:
        return []
    return [Problem("year", "Năm của kế hoạch phải từ 1900 đến 2100.")]


def in_one_line(text: str) -> str:
    """Return the plain *text* of a task as one line: its bullets one after the other."""
    lines = (" ".join(line.split()).removeprefix("- ").strip() for line in text.splitlines())
    kept = [line for line in lines if line]
    return "; ".join([*(line.rstrip(".;") for line in kept[:-1]), *kept[-1:]])
