"""The yearly plan: its frame, its prose, and its tasks by quarter with the units that do them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.dates import quarter_end
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.plans import (
    OPEN,
    ROLES,
    Plan,
    PlanTask,
    TaskRow,
    TaskUnit,
    plan_problems,
    problems,
)
from thidua_desktop.domain.retyping import retyped
from thidua_desktop.services.blocks import put_blocks, read_blocks
from thidua_desktop.services.closed_units import ClosedUnits
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Entry, Records
from thidua_desktop.services.tidying import Words, headed, tidied, with_dates
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.plans import TASKS

TASKS_BODY = '<field name="plan_tasks"/>'
"""The body of the block where the table of tasks stands."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tasks there are, how many of them are done, still open, and open past their day."""

    tasks: int = 0
    done: int = 0
    open: int = 0
    late: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        return Counts(
            self.tasks + other.tasks,
            self.done + other.done,
            self.open + other.open,
            self.late + other.late,
        )


@dataclass(frozen=True, slots=True)
class Shelved:
    """A plan with the counts of its tasks by quarter; a quarter without tasks is left out."""

    plan: Plan
    quarters: Mapping[int, Counts]

    @property
    def counts(self) -> Counts:
        """Return the counts of the whole year."""
        return sum(self.quarters.values(), Counts())


class Plans(Records[PlanTask, TaskRow]):
    """The tasks of all plans, and the plans."""

    kind = PlanTask
    listing = TASKS
    words = Words("nhiệm vụ")

    def __init__(self, database: Database, office: OfficeService) -> None:
        super().__init__(database)
        self._office = office

    def new(self, **known: Any) -> PlanTask:
        """Return a draft at the end of its quarter; *year* names the plan when no uid does."""
        year = known.pop("year", None) or self._office.year()
        if "plan_uid" not in known:
            plan = self.plan(year)
            known["plan_uid"] = plan.uid if plan else ""
        quarter = known.get("quarter", 1)
        there = [task.ordinal for task in self.tasks(known["plan_uid"]) if task.quarter == quarter]
        return PlanTask(**{"ordinal": max(there, default=0) + 1, **known})

    def all(self) -> list[Plan]:
        """Return all plans, the newest first."""
        return sorted(self._all(), key=lambda plan: plan.year, reverse=True)

    def shelf(self) -> list[Shelved]:
        """Return all plans with the counts of their tasks, the newest first."""
        today = self._office.now.date().isoformat()
        with self._database.read() as connection:
            plans = store.everything(connection, Plan)
            tasks = store.everything(connection, PlanTask)
        counted: dict[str, dict[int, Counts]] = {}
        for task in tasks:
            quarters = counted.setdefault(task.plan_uid, {})
            quarters[task.quarter] = quarters.get(task.quarter, Counts()) + _count(task, today)
        newest = sorted(plans, key=lambda plan: plan.year, reverse=True)
        return [Shelved(plan, counted.get(plan.uid, {})) for plan in newest]

    def plan(self, year: int) -> Plan | None:
        """Return the plan of *year*, None when there is none."""
        return next((plan for plan in self._all() if plan.year == year), None)

    def years(self) -> list[int]:
        """Return the years that have a plan, the newest first."""
        return sorted({plan.year for plan in self._all()}, reverse=True)

    def new_plan(self, year: int) -> Plan:
        """Return a draft plan of *year* in the office's frame."""
        subject = f"Công tác thi đua, khen thưởng năm {year}"
        heading = replace(self._office.heading("KH", "KẾ HOẠCH", subject), date=str(year))
        return Plan(year=year, heading=heading)

    def save_plan(self, draft: Plan, *, blocks: Sequence[Block] | None = None) -> Changed:
        """Store a plan's frame, and *blocks* as its prose when given, as one step.

        A new plan begins with the place of its table of tasks. RuleError when its year is none or
        taken.
        """
        with self._database.write(f"Cất kế hoạch năm {draft.year}") as step:
            self.put_plan(step, draft, blocks)
        return step.changed

    def delete_plan(self, uid: str) -> Changed:
        """Delete a plan with its tasks and its text as one step; KeyError when it is gone."""
        with self._database.read() as connection:
            plan = store.one(connection, Plan, uid)
        with self._database.write(f"Xóa kế hoạch năm {plan.year}") as step:
            tasks = store.owned(step.connection, PlanTask, "plan_uid", [uid])
            self.remove(step, [task.uid for task in tasks])
            put_blocks(step, uid, [])
            step.remove(Plan, [uid])
        return step.changed

    def finish(self, uids: Sequence[str]) -> Changed:
        """Mark the tasks of *uids* as done today, those that are done already left as they are."""
        tasks = [task for task in self.get_many(uids) if task.state != "done"]
        return self.save_many([replace(task, state="done") for task in tasks], "Ghi việc đã xong")

    def put_plan(self, step: WriteStep, draft: Plan, blocks: Sequence[Block] | None = None) -> None:
        """Store a plan's frame, and *blocks* as its prose when given, in the open *step*.

        RuleError when its year is none or taken.
        """
        heading, found = headed(draft.heading)
        plan = replace(draft, heading=heading)
        found += plan_problems(plan)
        others = [p for p in store.everything(step.connection, Plan) if p.uid != plan.uid]
        if any(other.year == plan.year for other in others):
            found.append(Problem("year", f"Đã có kế hoạch của năm {plan.year}."))
        if found:
            raise RuleError(found)
        is_new = not store.exists(step.connection, Plan, plan.uid)
        step.put(plan)
        if blocks is None and is_new and not read_blocks(step.connection, plan.uid):
            blocks = [Block(kind="table", body=TASKS_BODY)]
        if blocks is not None:
            put_blocks(step, plan.uid, blocks)

    def blocks(self, plan_uid: str) -> list[Block]:
        """Return the prose of a plan in order; its table of tasks is one block."""
        with self._database.read() as connection:
            return read_blocks(connection, plan_uid)

    def tasks(self, plan_uid: str) -> list[PlanTask]:
        """Return the tasks of one plan, by quarter and order."""
        with self._database.read() as connection:
            found = store.owned(connection, PlanTask, "plan_uid", [plan_uid])
        return sorted(found, key=lambda task: (task.quarter, task.ordinal, task.uid))

    def units_of(self, task_uid: str) -> list[TaskUnit]:
        """Return the units of one task with their parts, in order."""
        with self._database.read() as connection:
            return store.owned(connection, TaskUnit, "task_uid", [task_uid])

    def save_task(self, task: PlanTask, units: Sequence[TaskUnit]) -> Changed:
        """Store a task and the units that do it, in the order given, as one step.

        RuleError when something stands in the way of the task.
        """
        with self._database.read() as connection:
            is_new = not store.exists(connection, PlanTask, task.uid)
        words = self.words.saved(is_new, not is_new, self._name([task]))
        with self._database.write(words) as step:
            kept = {part.uid: part for part in self._parts(step, task.uid)}
            self.put_task(step, task, units)
            _refuse_closed(step, task.uid, kept)
        return step.changed

    def put_task(self, step: WriteStep, task: PlanTask, units: Sequence[TaskUnit]) -> None:
        """Store a task and its units in the open *step*.

        A task without words of its own for its units is given those of *units*.
        """
        parts = [
            replace(tidied(unit), task_uid=task.uid, ordinal=ordinal)
            for ordinal, unit in enumerate(units, start=1)
        ]
        if parts and not task.units_text:
            task = replace(task, units_text="; ".join(map(_part_words, parts)))
        self.put(step, [task])
        kept = {part.uid for part in parts}
        before = self._parts(step, task.uid)
        step.remove(TaskUnit, [part.uid for part in before if part.uid not in kept])
        step.put(parts)

    @staticmethod
    def _parts(step: WriteStep, task_uid: str) -> list[TaskUnit]:
        return store.owned(step.connection, TaskUnit, "task_uid", [task_uid])

    def _all(self) -> list[Plan]:
        with self._database.read() as connection:
            return store.everything(connection, Plan)

    def _tidy(self, entry: Entry[PlanTask]) -> tuple[PlanTask, list[Problem]]:
        task, found = with_dates(tidied(entry.draft), "due", "done_on")
        found += problems(task)
        plans = store.get(entry.connection, Plan, [task.plan_uid])
        if not plans:
            words = "Chưa có kế hoạch của năm này; hãy lập kế hoạch trước."
            found.append(Problem("plan_uid", words))
        if not found:
            task = _due(task, entry.before, plans[0].year)
            task = _done(task, entry.before, self._office.now.date().isoformat())
        return task, found

    def _tied(self, draft: PlanTask, edit: Edit, entry: Entry[PlanTask]) -> PlanTask:
        """Return *draft*; words typed in a grid, which shows none, keep their italic and bold."""
        before = entry.before
        if before is not None and "body" in edit.values:
            draft = replace(draft, body=retyped(before.body, markup.plain(draft.body)))
        if before is not None and "units_text" in edit.values:
            units_text = retyped(before.units_text, markup.plain(draft.units_text))
            draft = replace(draft, units_text=units_text)
        return draft

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        parts = store.owned(step.connection, TaskUnit, "task_uid", uids)
        step.remove(TaskUnit, [part.uid for part in parts])


def _refuse_closed(step: WriteStep, task_uid: str, before: Mapping[str, TaskUnit]) -> None:
    """Raise RuleError when a unit newly given part in a task had ended before the task is due."""
    task = store.one(step.connection, PlanTask, task_uid)
    closed = ClosedUnits(step.connection, {})
    found = [
        problem
        for part in store.owned(step.connection, TaskUnit, "task_uid", [task_uid])
        if part.uid not in before or before[part.uid].unit_uid != part.unit_uid
        for problem in closed.problems({"units": part.unit_uid}, task.due, {})
    ]
    if found:
        raise RuleError(found)


def _due(task: PlanTask, before: PlanTask | None, year: int) -> PlanTask:
    """Return *task* with a due day: its own, else its quarter's end, so marked."""
    is_typed = bool(task.due) and (before is None or task.due != before.due)
    if is_typed and not (before is None and task.is_due_derived):
        return replace(task, is_due_derived=False)
    if task.due and not task.is_due_derived:
        return task
    return replace(task, due=quarter_end(year, task.quarter), is_due_derived=True)


def _done(task: PlanTask, before: PlanTask | None, today: str) -> PlanTask:
    """Return *task* with the day it was done: today when it just was; none when it no longer is."""
    was_done = before is not None and before.state == "done"
    if task.state == "done" and not was_done and not task.done_on:
        return replace(task, done_on=today)
    if was_done and task.state != "done" and before is not None:
        return replace(task, done_on="" if task.done_on == before.done_on else task.done_on)
    return task


def _count(task: PlanTask, today: str) -> Counts:
    is_open = task.state in OPEN
    is_late = is_open and bool(task.due) and task.due < today
    return Counts(1, int(task.state == "done"), int(is_open), int(is_late))


def _part_words(part: TaskUnit) -> str:
    """Return the unit as the cell "Đơn vị thực hiện" names it; who leads needs no word."""
    name = markup.escape(part.unit_name)
    return name if part.role == "lead" else f"{name} ({ROLES[part.role]})"
