"""What the office's records come to on paper: reports, plans and the register as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from thidua_desktop.documents.paper import Column, GroupRow, Paper, Row, Table, TotalRow
from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.markup import escape
from thidua_desktop.domain.numbers import grouped, roman
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.plans import Plan, PlanTask
from thidua_desktop.domain.recipients import PERSON_KINDS
from thidua_desktop.domain.reports import Report

PLAN_TASKS = "plan_tasks"
_REGISTER = "register"

_TASK_COLUMNS = (
    Column("TT", 12.0, "code"),
    Column("Nội dung nhiệm vụ chủ yếu", 103.0),
    Column("Đơn vị thực hiện", 50.0),
)
_REGISTER_COLUMNS = (
    Column("TT", 11.0, "ordinal"),
    Column("Họ và tên / Tập thể", 48.0),
    Column("Chức vụ, đơn vị"),
    Column("Danh hiệu, hình thức khen thưởng"),
    Column("Năm", 13.0, "year"),
    Column("Số quyết định", 33.0),
    Column("Ngày ký", 23.0, "date"),
    Column("Tiền thưởng (đồng)", 26.0, "money"),
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


def register_paper(
    rows: Sequence[AwardRow], lines: Sequence[str], office: Office, made: datetime
) -> Paper:
    """Return the register as a list on landscape pages; *lines* say what it was narrowed to."""
    heading = Heading(
        parent=office.parent, issuer=office.name, type_name="SỔ KHEN THƯỞNG", subject=""
    )
    table = Table(
        columns=_REGISTER_COLUMNS,
        rows=tuple(_register_rows(rows)),
        size=11.0,
    )
    return Paper(
        title="Sổ khen thưởng",
        made=made,
        heading=heading,
        subtitle=tuple(lines),
        blocks=(Block(kind="table", body=f'<field name="{_REGISTER}"/>'),),
        tables={_REGISTER: table},
        author=office.name,
        is_landscape=True,
        is_counted=True,
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


def _register_rows(rows: Sequence[AwardRow]) -> Iterator[Row]:
    """Give the rows of the register and, when there are any, how many and how much in all."""
    for ordinal, row in enumerate(rows, start=1):
        yield _register_row(ordinal, row)
    if rows:
        total = sum(row.amount or 0 for row in rows)
        yield TotalRow((f"Cộng: {grouped(len(rows))} dòng", total))


def _register_row(ordinal: int, row: AwardRow) -> Row:
    place = ", ".join(filter(None, (row.position, row.unit)))
    return (
        ordinal,
        escape(row.name),
        escape(place if row.recipient_kind in PERSON_KINDS else row.unit),
        escape(row.title_text),
        row.year,
        escape(row.decision_number),
        row.decision_date,
        row.amount,
    )


def _title(heading: Heading) -> str:
    """Return what the paper is called in its properties."""
    kind = heading.type_name.capitalize()
    return " ".join(filter(None, (kind, heading.subject.replace("\n", " ")))) or "Văn bản"
