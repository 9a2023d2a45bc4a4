"""What the office's records come to on paper: reports and plans as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from thidua_desktop.documents.paper import Column, GroupRow, Paper, Row, Table
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.numbers import roman
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.plans import Plan, PlanTask
from thidua_desktop.domain.reports import Report

PLAN_TASKS = "plan_tasks"

_TASK_COLUMNS = (
    Column("TT", 12.0, "code"),
    Column("Nội dung nhiệm vụ chủ yếu", 103.0),
    Column("Đơn vị thực hiện", 50.0),
)


def report_paper(
    report: Report,
    blocks: Sequence[Block],
    figures: Mapping[str, str],
    office: Office,
    made: datetime,
) -> Paper:
    """Return the paper of *report*; a field missing in *figures* keeps its frozen words."""
    return Paper(
        title=_title(report.heading),
        made=made,
        heading=report.heading,
        blocks=tuple(blocks),
        figures=figures,
        author=office.name,
    )


def plan_paper(
    plan: Plan,
    blocks: Sequence[Block],
    tasks: Sequence[PlanTask],
    office: Office,
    made: datetime,
) -> Paper:
    """Return the paper of *plan* with its table of tasks, a bold row above each quarter."""
    return Paper(
        title=_title(plan.heading),
        made=made,
        heading=plan.heading,
        blocks=tuple(blocks),
        tables={PLAN_TASKS: Table(columns=_TASK_COLUMNS, rows=tuple(_task_rows(tasks)))},
        author=office.name,
    )


def _task_rows(tasks: Sequence[PlanTask]) -> Iterator[Row]:
    """Give the tasks under a bold row for each quarter that has any."""
    quarter = 0
    for ordinal, task in _numbered(tasks):
        if task.quarter != quarter:
            quarter = task.quarter
            yield GroupRow((roman(quarter), f"QUÝ {roman(quarter)}"))
        yield (str(ordinal), task.body, task.units_text)


def _numbered(tasks: Sequence[PlanTask]) -> Iterator[tuple[int, PlanTask]]:
    """Give each task with its number in its quarter, whatever gaps deleting has left."""
    counts: dict[int, int] = {}
    for task in tasks:
        counts[task.quarter] = counts.get(task.quarter, 0) + 1
        yield counts[task.quarter], task


def _title(heading: Heading) -> str:
    """Return what the paper is called in its properties."""
    kind = heading.type_name.capitalize()
    return " ".join(filter(None, (kind, heading.subject.replace("\n", " ")))) or "Văn bản"
