"""Stores a report or a plan that came in, in the place of the one of the same period."""

from dataclasses import replace

from thidua_desktop.domain.plans import Plan, PlanTask
from thidua_desktop.domain.reports import Report
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.blocks import put_blocks
from thidua_desktop.services.importing.values import PlanDraft, ReportDraft
from thidua_desktop.services.plans import Plans
from thidua_desktop.services.records import Reading
from thidua_desktop.services.reports import Reports
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep

_PERIODIC = ("half_year", "year")


def same_report(connection: Reading, draft: Report) -> Report | None:
    """Return the stored report of the same kind and period; only periodic ones have one."""
    if draft.kind not in _PERIODIC:
        return None
    period = (draft.kind, draft.year, draft.half)
    stored = store.everything(connection, Report)
    return next((r for r in stored if (r.kind, r.year, r.half) == period), None)


def same_plan(connection: Reading, draft: Plan) -> Plan | None:
    """Return the stored plan of the same year."""
    stored = store.everything(connection, Plan)
    return next((plan for plan in stored if plan.year == draft.year), None)


def put_report(step: WriteStep, reports: Reports, draft: ReportDraft) -> None:
    """Store the report of *draft*; one of the same period keeps its uid and takes the new text."""
    same = same_report(step.connection, draft.report)
    report = replace(draft.report, uid=same.uid) if same else draft.report
    reports.put(step, report, draft.blocks)


def put_plan(step: WriteStep, plans: Plans, draft: PlanDraft) -> None:
    """Store the plan of *draft*; one of the same year keeps its uid and takes the new tasks."""
    same = same_plan(step.connection, draft.plan)
    plan = replace(draft.plan, uid=same.uid) if same else draft.plan
    if same:
        old = store.owned(step.connection, PlanTask, "plan_uid", [same.uid])
        plans.remove(step, [task.uid for task in old])
    plans.put_plan(step, plan)
    put_blocks(step, plan.uid, draft.blocks)
    uids = {fold(unit.name): unit.uid for unit in store.everything(step.connection, Unit)}
    for task, parts in draft.tasks:
        linked = [replace(part, unit_uid=uids.get(fold(part.unit_name))) for part in parts]
        plans.put_task(step, replace(task, plan_uid=plan.uid), linked)
