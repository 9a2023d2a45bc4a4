"""The tasks of one plan: list by quarter, and form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from thidua_desktop.domain import markup
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.plans import TASK_STATES, Plan, TaskRow
from thidua_desktop.domain.text import clean, clean_prose, fold
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.plans.fields import QUARTERS, task_fields
from thidua_desktop.ui.plans.store import Assigned, Tasks
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.cells.kinds import Cell, CellError
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.within import Within

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TONES = {"doing": "muted", "done": "green", "dropped": "muted", "todo": ""}
_OPEN = ("todo", "doing")
_LONG = 90


class TasksPage(FilteredPage[Assigned, TaskRow]):
    """Grid and form of the tasks of one plan."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        tasks = Tasks(services.plans)
        self._within = Within(tasks, "plan_uid", tasks.begin)
        kind = Kind(
            name="tasks",
            title="Nhiệm vụ của kế hoạch",
            tables=("plan_task", "task_unit", "plan"),
            one="nhiệm vụ",
            columns=columns(lambda: services.office.now),
            fields=task_fields(services, desk),
            face=Face(_title, _line, "Nhiệm vụ mới", "Chọn một dòng để xem và sửa."),
            nothing="Kế hoạch này chưa có nhiệm vụ nào.",
        )
        choosables = (
            Choosable("quarter", "Quý", {str(key): words for key, words in QUARTERS.items()}),
            Choosable("state", "Tình trạng", TASK_STATES),
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._within, desk, choosables, name_of, why)

    def show_plan(self, plan: Plan | None) -> None:
        """Show the tasks of *plan*."""
        owner = plan.uid if plan else ""
        if owner != self._within.owner:
            self._within.owner = owner
            self.grid.ask()

    def set_year(self, year: int | None) -> None:
        """Tasks are listed by plan, whatever the year."""


def columns(now: Callable[[], datetime]) -> tuple[Column[TaskRow], ...]:
    """Return the columns; *now* decides what is late."""

    def is_late(row: TaskRow) -> bool:
        return row.state in _OPEN and bool(row.due) and row.due < now().date().isoformat()

    def state(row: TaskRow) -> str:
        words = TASK_STATES.get(row.state, row.state)
        return f"{words}, quá hạn" if is_late(row) else words

    return (
        Column(
            "quarter",
            "Quý",
            lambda row: QUARTERS.get(row.quarter, ""),
            60,
            cell=Cell("quarter", _quarter, suggest=kinds.choice("quarter", QUARTERS).suggest),
            words=QUARTERS,
            frozen=True,
        ),
        Column(
            "ordinal",
            "TT",
            lambda row: str(row.ordinal or ""),
            36,
            right=True,
            cell=kinds.number("ordinal"),
            values="number",
            frozen=True,
        ),
        Column(
            "text",
            "Nội dung nhiệm vụ",
            lambda row: " ".join(row.text.split()),
            250,
            cell=Cell("body", lambda text: markup.escape(clean_prose(text)), lambda row: row.text),
            frozen=True,
        ),
        Column(
            "state",
            "Tình trạng",
            state,
            150,
            state=lambda row: "red" if is_late(row) else _TONES.get(row.state, ""),
            cell=replace(
                kinds.choice("state", TASK_STATES),
                begin=lambda row: TASK_STATES.get(row.state, row.state),
            ),
            words=TASK_STATES,
        ),
        Column(
            "due",
            "Hạn",
            due_words,
            140,
            cell=kinds.day("due", lambda row: str(row.due)),
            values="date",
        ),
        Column(
            "units",
            "Đơn vị thực hiện",
            lambda row: row.units,
            220,
            cell=Cell("units_text", lambda text: markup.escape(clean_prose(text))),
        ),
        Column("proof", "Minh chứng", lambda row: row.proof, 160, cell=kinds.prose("proof")),
    )


def _quarter(text: str) -> int:
    """Return the quarter that *text* names: "Quý II", "II" or 2."""
    typed = fold(text).removeprefix("quy").strip()
    if typed in ("1", "2", "3", "4"):
        return int(typed)
    for number, words in QUARTERS.items():
        if fold(words).removeprefix("quy").strip() == typed:
            return number
    raise CellError(f"“{clean(text)}” không là quý nào. Hãy gõ 1, 2, 3 hoặc 4.")


def due_words(row: TaskRow) -> str:
    """Return the due day; one that is only the quarter's end is marked derived."""
    day = show_date(row.due) if row.due else ""
    return f"{day} (suy ra)" if day and row.is_due_derived else day


def name_of(row: TaskRow) -> str:
    """Return a row in words."""
    words = " ".join(row.text.split())
    return f"“{_cut(words)}” ({QUARTERS.get(row.quarter, '')})"


def _title(assigned: Assigned) -> str:
    return _cut(" ".join(markup.plain(assigned.task.body).split())) or "Nhiệm vụ"


def _line(assigned: Assigned) -> str:
    task = assigned.task
    due = (
        f"hạn {show_date(task.due)}{' (suy ra)' if task.is_due_derived else ''}" if task.due else ""
    )
    state = TASK_STATES.get(task.state, task.state)
    return " · ".join(filter(None, (QUARTERS.get(task.quarter, ""), due, state)))


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]}…"
