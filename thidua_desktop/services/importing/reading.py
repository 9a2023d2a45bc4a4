"""Files to what an intake begins with: papers as drafts, lists as they were read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import half_year, quarter_end
from thidua_desktop.domain.errors import OfficerError, Refused
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reports import Report
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.files import ListFile
from thidua_desktop.services.importing.guessing import guess
from thidua_desktop.services.importing.values import (
    KINDS,
    LISTS,
    Item,
    PlanDraft,
    ReportDraft,
    Source,
)

if TYPE_CHECKING:
    from thidua_desktop.documents.reading.sheets import ReadSheet
    from thidua_desktop.documents.reading.tasks import ReadTask

_SAFE = "Chưa có gì được ghi vào hồ sơ của cơ quan."
_WRITINGS = ("docx", "text")


@dataclass(frozen=True, slots=True)
class Hints:
    """What the officer says of a source beside it: its year and half, 0 when it says so itself.

    *learnt*: by kind of list, heads of columns that this office has taught. *today*: no birth lies
    after it.
    """

    year: int = 0
    half: int = 0
    today: date = date.max
    learnt: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read(path: Path, key: str, kind: str, hints: Hints) -> Item | ListFile:
    """Return what *path* gives, a list under *key*; what cannot be read is an item that says why.

    *kind*: one of KINDS; "" lets the file's own words decide.
    """
    try:
        if kind in LISTS:
            return _lists(path, key, kind, hints)
        known = kind or _paper_kind(path)
        if known == "report":
            return _report(path, hints)
        if known == "plan":
            return _plan(path, hints)
        if known:
            raise _unknown_kind(known)
        return _lists(path, key, "", hints)
    except OfficerError as error:
        return Item(Source(file=path.name, kind=kind, error=str(error)))


def of_sheets(
    name: str, key: str, kind: str, sheets: "tuple[ReadSheet, ...]", hints: Hints
) -> ListFile:
    """Return *sheets* as one file called *name*; Refused when no kind of list is seen in them."""
    from thidua_desktop.documents.reading.side_by_side import lists_apart

    sheets = tuple(part for sheet in sheets for part in lists_apart(sheet))
    kinds = {
        sheet.name: kind or guess(sheet, hints.learnt, hints.today, name)
        for sheet in sheets
        if not sheet.is_hidden or kind
    }
    usual = next(filter(None, kinds.values()), "")
    if not usual:
        raise Refused(
            f"Không nhận ra “{name}” là loại gì.",
            _SAFE,
            f"Hãy chọn loại để nhập: {', '.join(KINDS.values())}.",
        )
    return ListFile(
        key=key,
        name=name,
        kinds={sheet.name: kinds.get(sheet.name) or usual for sheet in sheets},
        sheets=sheets,
    )


def _lists(path: Path, key: str, kind: str, hints: Hints) -> ListFile:
    from thidua_desktop.documents.reading.tables import read_table

    return of_sheets(path.name, key, kind, tuple(read_table(path)), hints)


def _paper_kind(path: Path) -> str:
    """Return whether *path* is a report or a plan by its own words, "" when it is neither."""
    from thidua_desktop.documents.reading.guard import kind_of
    from thidua_desktop.documents.reading.report import read_report

    if kind_of(path) not in _WRITINGS:
        return ""
    named = fold(read_report(path).heading.type_name)
    if named.startswith("bao cao"):
        return "report"
    return "plan" if named.startswith("ke hoach") else ""


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
