"""The way in for reports, plans and lists: what is read, and what becomes of it in one step."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from thidua_desktop.domain.intake import ColumnMeaning, ImportBatch, WaitingRow
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.services.backups import Backups
from thidua_desktop.services.importing import papers
from thidua_desktop.services.importing.lists import ListTaker, Taken
from thidua_desktop.services.importing.reading import Hints, read
from thidua_desktop.services.importing.values import (
    KINDS,
    ImportResult,
    Intake,
    Item,
    ListDraft,
    PlanDraft,
    ReportDraft,
    Source,
)
from thidua_desktop.services.people import People
from thidua_desktop.services.plans import Plans
from thidua_desktop.services.reports import Reports
from thidua_desktop.services.units import Units
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep

_QUIET = Quiet()
_LARGE = 500  # Rows from which a backup is made before they are taken.


class Importing:
    """The way in for everything that others wrote."""

    def __init__(
        self,
        database: Database,
        backups: Backups,
        *,
        people: People,
        units: Units,
        plans: Plans,
        reports: Reports,
    ) -> None:
        self._database = database
        self._backups = backups
        self._people = people
        self._units = units
        self._plans = plans
        self._reports = reports

    def read(
        self,
        paths: Sequence[Path],
        kind: str = "",
        *,
        year: int = 0,
        half: int = 0,
        ticket: Ticket = _QUIET,
    ) -> Intake:
        """Return what *paths* hold; nothing is written. Every file has a source, bad ones too.

        *kind*: report, plan, people or units; "" lets each file's own words decide. *year* and
        *half*: the period of a paper that does not say it itself.
        """
        now = self._database.place.clock()
        hints = Hints(year, half, self._learnt(kind), now.date())
        items: list[Item] = []
        for done, path in enumerate(paths):
            ticket.step(done, len(paths), f"Đang đọc {path.name}")
            items += [self._told(item) for item in read(path, kind, hints)]
        return Intake(kind, tuple(items))

    def take(self, intake: Intake, ticket: Ticket = _QUIET) -> ImportResult:
        """Store what was read as one step; rows with doubts wait in the same step.

        A large list is preceded by a backup. Nothing is written when nothing can be taken.
        """
        if sum(source.rows for source in intake.sources) >= _LARGE:
            ticket.step(0, len(intake.items), "Đang sao lưu trước khi nhập")
            self._backups.automatic("import")
        sources = []
        with self._database.write(_label(intake), "import") as step:
            batch = self._batch(intake)
            for done, item in enumerate(intake.items):
                ticket.step(done, len(intake.items), f"Đang nhập {item.source.file}")
                sources.append(self._take(step, item, batch))
            accepted = sum(source.accepted for source in sources)
            if any(source.accepted or source.waiting for source in sources):
                step.put(replace(batch, accepted=accepted))
        return ImportResult(step.changed, tuple(sources))

    def waiting(self) -> list[WaitingRow]:
        """Return the rows of all intakes that wait to be put right."""
        with self._database.read() as connection:
            return store.everything(connection, WaitingRow)

    def learn(self, kind: str, head: str, column: str) -> None:
        """Remember that in this office the *head* of a list of *kind* means *column*."""
        with self._database.write("Ghi nhớ ý nghĩa của cột") as step:
            step.put(ColumnMeaning(kind=kind, head=fold(head), column=column))

    def _take(self, step: WriteStep, item: Item, batch: ImportBatch) -> Source:
        """Store one item; return its source with what became of its rows."""
        if isinstance(item.draft, ReportDraft):
            papers.put_report(step, self._reports, item.draft)
        elif isinstance(item.draft, PlanDraft):
            papers.put_plan(step, self._plans, item.draft)
        elif isinstance(item.draft, ListDraft):
            taken = ListTaker(step, self._people, self._units).take(item.draft)
            step.put(_waiting_rows(taken, item.source, batch))
            return _counted(item.source, taken)
        return item.source

    def _told(self, item: Item) -> Item:
        """Return *item* with a remark when it will take the place of what is there."""
        with self._database.read() as connection:
            same: object = None
            if isinstance(item.draft, ReportDraft):
                same = papers.same_report(connection, item.draft.report)
            elif isinstance(item.draft, PlanDraft):
                same = papers.same_plan(connection, item.draft.plan)
        if same is None:
            return item
        what = KINDS["report" if isinstance(item.draft, ReportDraft) else "plan"]
        remark = f"Đã có {what} cùng kỳ; bản nhập thay vào chỗ đó, hoàn tác thì bản cũ trở lại."
        return replace(item, source=replace(item.source, remarks=(*item.source.remarks, remark)))

    def _learnt(self, kind: str) -> dict[str, str]:
        with self._database.read() as connection:
            meanings = store.everything(connection, ColumnMeaning)
        return {one.head: one.column for one in meanings if one.kind == kind}

    def _batch(self, intake: Intake) -> ImportBatch:
        files = dict.fromkeys(source.file for source in intake.sources)
        at = self._database.place.clock().isoformat(timespec="seconds")
        return ImportBatch(kind=intake.kind, files="\n".join(files), at=at)


def _label(intake: Intake) -> str:
    """Return the words of the step: what came in, or how many lists."""
    drafts = [item.draft for item in intake.items if item.draft]
    if len(drafts) == 1 and isinstance(drafts[0], ReportDraft | PlanDraft):
        draft = drafts[0]
        what, year = (
            ("báo cáo", draft.report.year)
            if isinstance(draft, ReportDraft)
            else (
                "kế hoạch",
                draft.plan.year,
            )
        )
        return f"Nhập {what} năm {year}"
    kinds = dict.fromkeys(KINDS[_kind_of(draft)] for draft in drafts)
    return f"Nhập {', '.join(kinds)}" if kinds else "Nhập khẩu"


def _kind_of(draft: ReportDraft | PlanDraft | ListDraft) -> str:
    if isinstance(draft, ListDraft):
        return draft.kind
    return "report" if isinstance(draft, ReportDraft) else "plan"


def _waiting_rows(taken: Taken, source: Source, batch: ImportBatch) -> list[WaitingRow]:
    return [
        WaitingRow(
            batch_uid=batch.uid,
            file=source.file,
            sheet=source.sheet,
            row=row.number,
            kind=source.kind,
            cells=json.dumps(row.cells, ensure_ascii=False),
            problems=json.dumps([asdict(doubt) for doubt in row.doubts], ensure_ascii=False),
        )
        for row in taken.waiting
    ]


def _counted(source: Source, taken: Taken) -> Source:
    remarks = source.remarks
    if taken.new_units:
        names = ", ".join(f"“{name}”" for name in taken.new_units)
        remarks = (*remarks, f"Đã thêm {len(taken.new_units)} đơn vị chưa có: {names}.")
    return replace(
        source,
        accepted=taken.accepted,
        waiting=len(taken.waiting),
        doubts=taken.doubts,
        remarks=remarks,
    )
