"""The tasks of one plan: list by quarter, and form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from thidua_desktop.domain import markup
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.plans import OPEN, TASK_STATES, TaskRow, in_one_line
from thidua_desktop.domain.text import clean, clean_prose, fold
from thidua_desktop.services.plans import Counts, Shelved
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Sought
from thidua_desktop.ui.plans.fields import QUARTERS, task_fields
from thidua_desktop.ui.plans.head import Head
from thidua_desktop.ui.plans.store import Assigned, OfPlan, Tasks
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.cells.kinds import Cell, CellError
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TONES = {"doing": "muted", "done": "green", "dropped": "muted", "todo": ""}
_SOON = 30  # Days within which a task counts as coming up.
_LONG = 90


class TasksPage(FilteredPage[Assigned, TaskRow]):
    """Grid and form of the tasks of one plan, above them what the plan is and how far it is."""

    def __init__(self, services: "Services", desk: Desk, on_plan: Sequence[QAction]) -> None:
        self._services = services
        self._mine = OfPlan(Tasks(services.plans))
        kind = Kind(
            name="tasks",
            title="Nhiệm vụ của kế hoạch",
            tables=("plan_task", "task_unit", "plan"),
            one="nhiệm vụ",
            columns=columns(lambda: services.office.now),
            fields=task_fields(services, desk),
            face=Face(_title, _line, "Nhiệm vụ mới", "Chọn một dòng để xem và sửa."),
            nothing="Ở đây chưa có nhiệm vụ nào.",
        )
        choosables = (
            Choosable("quarter", "Quý", {str(key): words for key, words in QUARTERS.items()}),
            Choosable("state", "Tình trạng", TASK_STATES),
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._mine, desk, choosables, name_of, why)
        self.head = Head(desk.actions["finish"], on_plan, desk.look)
        self.add_above(self.head)
        self.head.asked.connect(self.show_counted)
        self.grid.set_menu([desk.actions["finish"]])

    def offers(self) -> Mapping[str, Offer]:
        chosen = "" if self.grid.current else "Hãy chọn một nhiệm vụ trước."
        finish = Offer(self.finish, self.why_read_only or chosen)
        return {**super().offers(), "finish": finish}

    def show_plan(self, shelved: Shelved | None, quarter: int = 0, earlier: int = 0) -> None:
        """Show the tasks of a plan, all or those of *quarter*; None: there is no plan.

        *earlier*: the year whose tasks are offered when the plan has none.
        """
        owner = shelved.plan.uid if shelved else ""
        if shelved:
            quarters = shelved.quarters
            counts = quarters.get(quarter, Counts()) if quarter else shelved.counts
            offered = 0 if shelved.counts.tasks or self.why_read_only else earlier
            self.head.show_plan(shelved.plan, quarter, counts, offered)
        if (owner, quarter) != (self._mine.owner, self._mine.quarter):
            self._mine.owner, self._mine.quarter = owner, quarter
            self.grid.ask()

    def show_counted(self, name: str) -> None:
        """Show only the tasks that are late, open or done; with any other name all of them."""
        today = self._services.office.now.date()
        self.show_sought(Sought("Kế hoạch", None, counted(name, today)))
        self.grid.setFocus()

    def finish(self) -> None:
        """Mark the chosen tasks as done today."""
        uids, plans = self.grid.selected(), self._services.plans
        self.desk.write(lambda: plans.finish(uids))

    def set_year(self, year: int | None) -> None:
        """Tasks are listed by plan, whatever the year."""


def counted(name: str, today: date) -> tuple[tuple[tuple[Filter, ...], str], ...]:
    """Return the conditions of the tasks that are late, open or done, each with its words."""
    still_open = Filter("is_open", "true", "is")
    if name == "late":
        before = (today - timedelta(days=1)).isoformat()
        given = Filter("due", match="isnt")
        return (((Filter("due", before, "to"), given, still_open), "Quá hạn"),)
    if name == "open":
        return (((still_open,), "Tình trạng: chưa xong"),)
    return (((Filter("state", "done", "is"),), "Tình trạng: đã xong"),) if name == "done" else ()


def columns(now: Callable[[], datetime]) -> tuple[Column[TaskRow], ...]:
    """Return the columns; *now* decides what is late and what is due soon."""

    def nearness(row: TaskRow) -> tuple[str, str]:
        if row.state not in OPEN or not row.due:
            return "", _TONES.get(row.state, "")
        days = (date.fromisoformat(row.due) - now().date()).days
        if days < 0:
            return ", quá hạn", "red"
        soon = f", còn {days} ngày" if days else ", hạn hôm nay"
        return (soon, "amber") if days <= _SOON else ("", _TONES.get(row.state, ""))

    def state(row: TaskRow) -> str:
        return TASK_STATES.get(row.state, row.state) + nearness(row)[0]

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
            lambda row: in_one_line(row.text),
            250,
            cell=Cell("body", lambda text: markup.escape(clean_prose(text)), lambda row: row.text),
            frozen=True,
        ),
        Column(
            "state",
            "Tình trạng",
            state,
            180,
            state=lambda row: nearness(row)[1],
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
    words = in_one_line(row.text)
    return f"“{_cut(words)}” ({QUARTERS.get(row.quarter, '')})"


def _title(assigned: Assigned) -> str:
    return _cut(in_one_line(markup.plain(assigned.task.body))) or "Nhiệm vụ"


def _line(assigned: Assigned) -> str:
    task = assigned.task
    due = (
        f"hạn {show_date(task.due)}{' (suy ra)' if task.is_due_derived else ''}" if task.due else ""
    )
    state = TASK_STATES.get(task.state, task.state)
    return " · ".join(filter(None, (QUARTERS.get(task.quarter, ""), due, state)))


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]}…"
