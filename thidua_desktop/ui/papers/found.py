"""What was read from a file, told in short lines and shown as text. Knows no screen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.numbers import roman
from thidua_desktop.domain.plans import PlanTask, TaskUnit
from thidua_desktop.services.importing.values import PlanDraft, ReportDraft

Tasks = Sequence[tuple[PlanTask, Sequence[TaskUnit]]]


def facts(draft: ReportDraft | PlanDraft) -> list[tuple[str, str]]:
    """Return what was found, as pairs of a label and its words."""
    heading = draft.report.heading if isinstance(draft, ReportDraft) else draft.plan.heading
    return [pair for pair in (*_counts(draft), *_frame(heading)) if pair[1]]


def text(draft: ReportDraft | PlanDraft) -> list[Block]:
    """Return the text as it will stand; the table of a plan's tasks written out."""
    if isinstance(draft, ReportDraft):
        return list(draft.blocks)
    shown: list[Block] = []
    for block in draft.blocks:
        is_live = block.kind == "table" and block.body.startswith("<field")
        shown += _tasks(draft.tasks) if is_live else [block]
    return shown


def _counts(draft: ReportDraft | PlanDraft) -> Iterator[tuple[str, str]]:
    blocks = draft.blocks
    sections = sum(block.kind == "heading" for block in blocks)
    notes = sum(len(markup.notes(block.body)) for block in blocks)
    yield "Nội dung", f"{len(blocks)} đoạn, {sections} mục, {notes} chú thích"
    if isinstance(draft, PlanDraft):
        quarters = Counter(task.quarter for task, _units in draft.tasks)
        split = ", ".join(f"quý {roman(q)}: {quarters[q]}" for q in sorted(quarters))
        yield "Nhiệm vụ", f"{len(draft.tasks)} ({split})"
        yield "Đơn vị", f"{sum(len(units) for _task, units in draft.tasks)} phần việc được giao"


def _frame(heading: Heading) -> Iterator[tuple[str, str]]:
    number = "/".join(filter(None, (heading.number, heading.symbol)))
    yield "Cơ quan", " — ".join(filter(None, (heading.parent, heading.issuer)))
    yield "Số, ký hiệu", number
    yield "Ngày", ", ".join(filter(None, (heading.place, show_date(heading.date))))
    yield "Trích yếu", heading.subject
    yield (
        "Người ký",
        " — ".join(filter(None, (heading.authority.replace("\n", ", "), heading.signer))),
    )
    yield "Nơi nhận", f"{len(heading.recipients.splitlines())} dòng" if heading.recipients else ""


def _tasks(tasks: Tasks) -> Iterator[Block]:
    quarter = 0
    for task, units in tasks:
        if task.quarter != quarter:
            quarter = task.quarter
            yield Block(
                kind="heading", depth=2, number=f"{roman(quarter)}.", body=f"Quý {roman(quarter)}"
            )
        named = ", ".join(unit.unit_name for unit in units) or task.units_text
        who = f" <i>({markup.escape(named)})</i>" if named else ""
        yield replace(Block(number=f"{task.ordinal}."), body=f"{task.body}{who}")
