"""A year's tasks taken over into the plan of another year, as one step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.taking_over import Taken, key, moved_words, taken, with_what_is_there
from thidua_desktop.services.blocks import copied
from thidua_desktop.services.closed_units import ClosedUnits
from thidua_desktop.services.plans import Plans
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be taken from the plan of the year *before* into that of *after*.

    *is_new*: there is no plan of *after* yet; one is made.
    """

    before: int
    after: int
    tasks: tuple[Taken, ...] = ()
    is_new: bool = True


class TakingOver:
    """Proposes what to take from one plan into another, and takes what the officer ticked."""

    def __init__(self, database: Database, plans: Plans) -> None:
        self._database = database
        self._plans = plans

    def propose(self, before: int, after: int) -> Proposal:
        """Return the tasks of the plan of *before* as tasks of *after*; nothing is written.

        Refused when there is no plan of *before*.
        """
        plan, target = self._plans.plan(before), self._plans.plan(after)
        if plan is None:
            raise Refused(f"Chưa có kế hoạch năm {before}.", "", "Hãy chọn một năm đã có kế hoạch.")
        sources = self._plans.tasks(plan.uid)
        units = self._units(sources)
        there = frozenset(key(task) for task in self._plans.tasks(target.uid)) if target else None
        found = (taken(task, units.get(task.uid, ()), (before, after)) for task in sources)
        marked = tuple(with_what_is_there(each, there or frozenset()) for each in found)
        return Proposal(before, after, marked, target is None)

    def take(self, proposal: Proposal, uids: Iterable[str], *, with_prose: bool = False) -> Changed:
        """Put the tasks whose sources are *uids* into the plan of the new year, as one step.

        They come after the tasks of their quarter that are there. A plan that is not there yet is
        made, *with_prose* with the text of the year before, its years moved; one that is there
        keeps its text.
        """
        chosen = set(uids)
        label = f"Lấy nhiệm vụ năm {proposal.before} sang năm {proposal.after}"
        with self._database.write(label) as step:
            plan = self._target(step, proposal, with_prose=with_prose)
            there = store.owned(step.connection, PlanTask, "plan_uid", [plan.uid])
            closed = ClosedUnits(step.connection, {})
            last = dict.fromkeys((1, 2, 3, 4), 0)
            for task in there:
                last[task.quarter] = max(last.get(task.quarter, 0), task.ordinal)
            for each in proposal.tasks:
                if each.source.uid in chosen:
                    quarter = each.task.quarter
                    last[quarter] += 1
                    task = replace(each.task, plan_uid=plan.uid, ordinal=last[quarter])
                    self._plans.put_task(step, task, _at_work(closed, each.units, task.due))
        return step.changed

    def _target(self, step: WriteStep, proposal: Proposal, *, with_prose: bool) -> Plan:
        plans = {plan.year: plan for plan in store.everything(step.connection, Plan)}
        if proposal.after in plans:
            return plans[proposal.after]
        plan = self._plans.new_plan(proposal.after)
        blocks = self._prose(plans.get(proposal.before), proposal) if with_prose else None
        self._plans.put_plan(step, plan, blocks)
        return plan

    def _prose(self, source: Plan | None, proposal: Proposal) -> Sequence[Block] | None:
        """Return the text of the year before as that of the new year."""
        if source is None:
            return None
        years = (proposal.before, proposal.after)
        blocks = copied(self._plans.blocks(source.uid))
        return [replace(block, body=moved_words(block.body, years)) for block in blocks]

    def _units(self, tasks: Sequence[PlanTask]) -> dict[str, tuple[TaskUnit, ...]]:
        uids = [task.uid for task in tasks]
        with self._database.read() as connection:
            parts = store.owned(connection, TaskUnit, "task_uid", uids)
        found: dict[str, tuple[TaskUnit, ...]] = {}
        for part in parts:
            found[part.task_uid] = (*found.get(part.task_uid, ()), part)
        return found


def _at_work(closed: ClosedUnits, parts: Sequence[TaskUnit], due: str) -> list[TaskUnit]:
    """Return *parts* with whoever took over from a unit that is no more when the task is due."""
    found = []
    for part in parts:
        heir = closed.heir(part.unit_uid, due)
        if heir is None or heir.uid == part.unit_uid:
            found.append(replace(part, unit_uid=heir.uid if heir else None))
        else:
            found.append(replace(part, unit_uid=heir.uid, unit_name=heir.name))
    return found
