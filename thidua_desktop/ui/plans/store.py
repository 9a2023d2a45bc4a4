"""A task with the units that do it as one record, for one form. Knows no screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.plans import PlanTask, TaskRow, TaskUnit
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.services.plans import Plans
from thidua_desktop.ui.widgets.within import Within


@dataclass(frozen=True, slots=True)
class Assigned:
    """A task and its units in order."""

    task: PlanTask
    units: tuple[TaskUnit, ...] = ()

    @property
    def uid(self) -> str:
        """Return the uid of the task."""
        return self.task.uid


class Tasks:
    """The tasks of all plans; see `records_page.Records`."""

    def __init__(self, plans: Plans) -> None:
        self._plans = plans

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        return self._plans.find(query)

    def rows(self, uids: Sequence[str]) -> list[TaskRow]:
        """Return the rows of *uids*, in order."""
        return self._plans.rows(uids)

    def get(self, uid: str) -> Assigned:
        """Return one task with its units."""
        return Assigned(self._plans.get(uid), tuple(self._plans.units_of(uid)))

    def save(self, draft: Assigned) -> Changed:
        """Write task and units as one step.

        Where only the units were changed, the words printed for them are made anew from these.
        """
        task = replace(draft.task, units_text="") if self._is_worded_anew(draft) else draft.task
        try:
            return self._plans.save_task(task, draft.units)
        except RuleError as error:
            named = [_in_form(each) for each in error.problems]
            raise RuleError(named) from error

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored."""
        return self._plans.edit(edits, label, **known)

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""
        return self._plans.total(uids, column)

    def delete(self, uids: Sequence[str]) -> Changed:
        """Delete the tasks of *uids*."""
        return self._plans.delete(uids)

    def new(self) -> Assigned:
        """Return an empty task of this year's plan."""
        return Assigned(self._plans.new())

    def begin(self, plan_uid: str, quarter: int = 1) -> Assigned:
        """Return an empty task of a plan, the last of its quarter."""
        return Assigned(self._plans.new(plan_uid=plan_uid, quarter=quarter))

    def _is_worded_anew(self, draft: Assigned) -> bool:
        try:
            before = self.get(draft.uid)
        except KeyError:
            return False
        is_same_text = before.task.units_text == draft.task.units_text
        return is_same_text and bool(draft.units) and _words(before.units) != _words(draft.units)


class OfPlan(Within[Assigned, TaskRow]):
    """The tasks of the plan *owner*; of one *quarter*, or with 0 of the whole year."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks, "plan_uid", lambda uid: tasks.begin(uid, self.quarter or 1))
        self.quarter = 0

    def find(self, query: Query) -> list[str]:
        if self.quarter:
            mine = Filter("quarter", str(self.quarter), "is")
            query = replace(query, filters=(mine, *query.filters))
        return super().find(query)

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        own = {"quarter": self.quarter} if self.quarter else {}
        return super().edit(edits, label, **own, **known)


def _words(units: Sequence[TaskUnit]) -> list[tuple[str, str]]:
    return [(unit.unit_name, unit.role) for unit in units]


def _in_form(problem: Problem) -> Problem:
    """Return *problem* with the name its field has in the form of a task with its units."""
    own = problem.field if problem.field == "units" else f"task.{problem.field}"
    return replace(problem, field=own)
