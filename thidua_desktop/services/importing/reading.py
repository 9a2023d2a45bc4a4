"""Files to intakes: what a document or list says, as drafts of this office. Writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import half_year, quarter_end
from thidua_desktop.domain.errors import OfficerError, Refused
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reports import Report
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.values import (
    KINDS,
    Doubt,
    Item,
    Kind,
    ListDraft,
    ListedRow,
    PlanDraft,
    ReportDraft,
    Source,
)

if TYPE_CHECKING:
    from thidua_desktop.documents.reading.lists import ListKind, ListRow, ReadList
    from thidua_desktop.documents.reading.tasks import ReadTask

_SAFE = "Chưa có gì được ghi vào hồ sơ của cơ quan."
_TABLES = ("xlsx", "xls", "ods")


@dataclass(frozen=True, slots=True)
class Hints:
    """What the officer says of a source beside it: its year and half, 0 when it says so itself.

    *learnt*: heads of columns that this office has taught. *today*: no birth lies after it.
    """

    year: int = 0
    half: int = 0
    learnt: Mapping[str, str] | None = None
    today: date | None = None


def read(path: Path, kind: str, hints: Hints) -> list[Item]:
    """Return what *path* gives; a file that cannot be read is one item that says why.

    *kind*: report, plan, people or units; "" lets the file's own words decide.
    """
    try:
        known = kind or guess(path)
        if known == "report":
            return [_report(path, hints)]
        if known == "plan":
            return [_plan(path, hints)]
        if known in ("people", "units"):
            return _lists(path, "people" if known == "people" else "units", hints)
        raise _unknown_kind(known)
    except OfficerError as error:
        return [Item(Source(file=path.name, kind=kind, error=str(error)))]


def guess(path: Path) -> Kind:
    """Return what *path* is by its own words; Refused when they do not say."""
    from thidua_desktop.documents.reading.guard import kind_of
    from thidua_desktop.documents.reading.lists import read_list
    from thidua_desktop.documents.reading.report import read_report

    if kind_of(path) not in _TABLES:
        named = fold(read_report(path).heading.type_name)
        if named.startswith(("bao cao", "ke hoach")):
            return "report" if named.startswith("bao cao") else "plan"
    kinds: tuple[ListKind, ListKind] = ("people", "units")
    counts = {kind: sum(one.rows for one in read_list(path, kind)) for kind in kinds}
    found = max(kinds, key=lambda kind: counts[kind])
    if not counts[found]:
        raise Refused(
            f"Không nhận ra “{path.name}” là loại gì.",
            _SAFE,
            f"Hãy chọn loại để nhập: {', '.join(KINDS.values())}.",
        )
    return found


def _report(path: Path, hints: Hints) -> Item:
    from thidua_desktop.documents.reading.report import read_report

    paper = read_report(path)
    year, half = hints.year or paper.year, hints.half or paper.half
    kind = "half_year" if hints.half else paper.kind
    if not year:
        raise _no_year(path, "báo cáo")
    first, last = half_year(year, half) if half else (f"{year:04}-01-01", f"{year:04}-12-31")
    report = Report(
        kind=kind,
        year=year,
        half=half,
        period_from=first,
        period_to=last,
        heading=_dated(paper.heading, year),
    )
    count = len(paper.blocks)
    source = Source(
        file=path.name, kind="report", rows=count, accepted=count, remarks=paper.remarks
    )
    return Item(source, ReportDraft(report, paper.blocks))


def _plan(path: Path, hints: Hints) -> Item:
    from thidua_desktop.documents.reading.plan import read_plan

    paper = read_plan(path)
    year = hints.year or paper.year
    if not year:
        raise _no_year(path, "kế hoạch")
    plan = Plan(year=year, heading=_dated(paper.heading, year), state="issued")
    tasks = [_task(plan, task) for task in paper.tasks]
    count = len(tasks)
    source = Source(file=path.name, kind="plan", rows=count, accepted=count, remarks=paper.remarks)
    return Item(source, PlanDraft(plan, paper.blocks, tasks))


def _task(plan: Plan, read: "ReadTask") -> tuple[PlanTask, list[TaskUnit]]:
    task = PlanTask(
        plan_uid=plan.uid,
        quarter=read.quarter,
        ordinal=read.ordinal,
        body=read.body,
        units_text=read.units_text,
        due=read.due or quarter_end(plan.year, read.quarter),
        is_due_derived=not read.due,
    )
    parts = [
        TaskUnit(task_uid=task.uid, unit_name=name, role=role, ordinal=ordinal)
        for ordinal, (name, role) in enumerate(read.units, start=1)
    ]
    return task, parts


def _lists(path: Path, kind: "ListKind", hints: Hints) -> list[Item]:
    from thidua_desktop.documents.reading.lists import read_list

    found = read_list(path, kind, learnt=hints.learnt, today=hints.today)
    if not found:
        raise Refused(
            f"“{path.name}” không có dòng nào của {KINDS[kind]}.",
            _SAFE,
            "Hãy kiểm tra tệp có dòng tiêu đề, hoặc chọn loại khác để nhập.",
        )
    return [_list(one) for one in found]


def _list(read: "ReadList") -> Item:
    rows = [_row(row) for row in (*read.accepted, *read.waiting)]
    rows.sort(key=lambda row: row.number)
    source = Source(
        file=read.file,
        sheet=read.sheet,
        kind=read.kind,
        rows=read.rows,
        accepted=len(read.accepted),
        waiting=len(read.waiting),
        doubts=tuple(doubt for row in rows for doubt in row.doubts),
        remarks=read.remarks,
    )
    return Item(source, ListDraft(read.kind, rows))


def _row(read: "ListRow") -> ListedRow:
    doubts = tuple(
        Doubt(read.number, found.column, found.text, found.reason, found.proposal)
        for found in read.problems
    )
    return ListedRow(read.number, dict(read.values), read.cells, doubts)


def _dated(heading: Heading, year: int) -> Heading:
    """Return *heading* with the year alone where the paper's date was left open."""
    return heading if heading.date else replace(heading, date=f"{year:04}")


def _no_year(path: Path, what: str) -> Refused:
    return Refused(
        f"Không thấy “{path.name}” là {what} của năm nào.",
        _SAFE,
        "Hãy cho biết năm rồi nhập lại.",
    )


def _unknown_kind(kind: str) -> Refused:
    return Refused(
        f"Chưa nhập được loại “{kind}”.",
        _SAFE,
        f"Các loại nhập được: {', '.join(KINDS.values())}.",
    )
