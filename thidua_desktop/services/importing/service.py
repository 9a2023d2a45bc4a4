"""The way in for reports, plans and lists: what is read, and what becomes of it in one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from thidua_desktop.documents.reading.list_values import ListKind
from thidua_desktop.documents.reading.meanings import labels_of
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import OfficerError
from thidua_desktop.domain.intake import ColumnMeaning, ImportBatch, WaitingRow
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.services.backups import Backups
from thidua_desktop.services.importing import papers
from thidua_desktop.services.importing.assessing import Assessment, Setting
from thidua_desktop.services.importing.choices import Choices
from thidua_desktop.services.importing.files import ListFile
from thidua_desktop.services.importing.matching.known import Known, learnt_heads
from thidua_desktop.services.importing.matching.names import unit_key
from thidua_desktop.services.importing.reading import Hints, of_sheets, read
from thidua_desktop.services.importing.rows.office import OfficeFacts
from thidua_desktop.services.importing.taking import Taking
from thidua_desktop.services.importing.values import (
    KINDS,
    LISTS,
    ImportResult,
    Intake,
    Item,
    PlanDraft,
    ReportDraft,
    Source,
)
from thidua_desktop.services.importing.waiting import taken_up
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.plans import Plans
from thidua_desktop.services.records import Reading
from thidua_desktop.services.reports import Reports
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep, next_head

_QUIET = Quiet()
_PASTED = "Phần dán vào"
_LARGE = 500  # Rows from which a backup is made before they are taken.


class Importing:
    """The way in for everything that others wrote."""

    def __init__(
        self,
        database: Database,
        backups: Backups,
        *,
        office: OfficeService,
        book: LawBook,
        plans: Plans,
        reports: Reports,
    ) -> None:
        self._database = database
        self._backups = backups
        self._office = office
        self._book = book
        self._plans = plans
        self._reports = reports
        self._kept: tuple[int, Known] | None = None

    def read(
        self,
        paths: Sequence[Path],
        kind: str = "",
        *,
        year: int = 0,
        half: int = 0,
        ticket: Ticket = _QUIET,
        **stated: str,
    ) -> Intake:
        """Return what *paths* hold; nothing is written. Every file has a source, bad ones too.

        *kind*: one of KINDS; "" lets each file's own words decide. *year* and *half*: the period
        of what does not say it itself. *stated*: further facts that hold for every list, such as
        decision_number, decision_date, sender, dossier.
        """
        hints = self._hints(year, half)
        parts: list[Item | ListFile] = []
        for done, path in enumerate(paths):
            ticket.step(done, len(paths), f"Đang đọc {path.name}")
            part = read(path, f"{done}", kind, hints)
            parts.append(self._told(part) if isinstance(part, Item) else part)
        if year:
            stated["year"] = str(year)
        return self._begun(kind, parts, stated, ticket)

    def read_pasted(
        self, html: str, text: str, kind: str = "", *, ticket: Ticket = _QUIET, **stated: str
    ) -> Intake:
        """Return what a copied table holds, by its *html* or, without one, its *text*."""
        from thidua_desktop.documents.reading.pasted_tables import pasted_table

        try:
            sheets = tuple(pasted_table(html, text))
            part: Item | ListFile = of_sheets(_PASTED, "0", kind, sheets, self._hints(0, 0))
        except OfficerError as error:
            part = Item(Source(file=_PASTED, kind=kind, error=str(error)))
        return self._begun(kind, [part], stated, ticket)

    def again(self, intake: Intake, choices: Choices, ticket: Ticket = _QUIET) -> Intake:
        """Return *intake* worked through once more with *choices*; no file is read again."""
        if not any(isinstance(part, ListFile) for part in intake.parts):
            return replace(intake, items=intake.parts, choices=choices)
        with self._database.read() as connection:
            known, tick = self._known(connection)
        assessment = Assessment(self._setting(known), intake, choices)
        items = tuple(_items(intake.parts, assessment, ticket))
        return replace(intake, items=items, choices=choices, tick=tick)

    def take(self, intake: Intake, ticket: Ticket = _QUIET) -> ImportResult:
        """Store what *intake* shows as one step; rows that are not ready wait in the same step.

        A large list is preceded by a backup. Nothing is written when nothing can be taken, or
        when the work is cancelled. Where the file has changed since, rows may be found to wait
        that were ready before.
        """
        if sum(source.rows for source in intake.sources) >= _LARGE:
            ticket.step(0, len(intake.items), "Đang sao lưu trước khi nhập")
            self._backups.automatic("import")
        with self._database.read() as connection:
            is_changed = intake.tick != next_head(connection).tick
        if is_changed:
            intake = self.again(intake, intake.choices, ticket)
        with self._database.write(_label(intake), "import") as step:
            self._take(step, intake, ticket)
        self._kept = None
        return ImportResult(step.changed, intake.sources)

    def waiting(self) -> list[WaitingRow]:
        """Return the rows of all intakes that wait to be put right."""
        with self._database.read() as connection:
            return store.everything(connection, WaitingRow)

    def take_up(self, uids: Sequence[str], ticket: Ticket = _QUIET) -> Intake:
        """Return waiting rows as an intake, with what was chosen for them before.

        Rows that it takes, or lets wait once more, go from their old place in the same step.
        """
        with self._database.read() as connection:
            rows = store.get(connection, WaitingRow, uids)
        taken = taken_up(rows)
        begun = Intake("", (), taken.choices, taken.uids, tuple(taken.files))
        return self.again(begun, taken.choices, ticket)

    def drop_waiting(self, uids: Sequence[str]) -> Changed:
        """Delete waiting rows that nobody wants; undo brings them back."""
        with self._database.write(f"Bỏ {len(uids)} dòng chờ xử lý") as step:
            step.remove(WaitingRow, uids)
        return step.changed

    def meanings(self, kind: str) -> dict[str, str]:
        """Return what a column of a list of *kind* can mean, with the words for the officer."""
        return labels_of(cast("ListKind", kind))

    def learn(self, kind: str, head: str, column: str) -> None:
        """Remember that in this office the *head* of a list of *kind* means *column*."""
        with self._database.write("Ghi nhớ ý nghĩa của cột") as step:
            step.put(ColumnMeaning(kind=kind, head=fold(head), column=column))

    def _begun(
        self, kind: str, parts: Sequence[Item | ListFile], stated: Mapping[str, str], ticket: Ticket
    ) -> Intake:
        choices = Choices()
        for part in parts:
            if isinstance(part, ListFile):
                choices = choices.state(part.key, **stated)
        return self.again(Intake(kind, (), parts=tuple(parts)), choices, ticket)

    def _take(self, step: WriteStep, intake: Intake, ticket: Ticket) -> None:
        if not any(source.accepted or source.waiting for source in intake.sources):
            return
        at = self._database.place.clock()
        accepted = sum(source.accepted for source in intake.sources)
        files = dict.fromkeys(source.file for source in intake.sources if not source.error)
        senders = dict.fromkeys(sheet.facts.get("sender", "") for sheet in intake.sheets)
        batch = ImportBatch(
            kind=intake.kind or next((source.kind for source in intake.sources), ""),
            sender="; ".join(filter(None, senders)),
            files="\n".join(files),
            at=at.isoformat(timespec="seconds"),
            accepted=accepted,
        )
        step.put(batch)
        taking = Taking(step, batch, intake, at.date().isoformat())
        for item in intake.items:
            ticket.step(0, 1, f"Đang nhập {item.source.file}")
            if isinstance(item.draft, ReportDraft):
                papers.put_report(step, self._reports, item.draft)
            elif isinstance(item.draft, PlanDraft):
                papers.put_plan(step, self._plans, item.draft)
            elif item.sheet:
                taking.take(item.sheet, ticket)
        taking.finish()

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

    def _hints(self, year: int, half: int) -> Hints:
        with self._database.read() as connection:
            meanings = store.everything(connection, ColumnMeaning)
        learnt = {kind: learnt_heads(meanings, kind, "") for kind in LISTS}
        return Hints(year, half, self._database.place.clock().date(), learnt)

    def _known(self, connection: Reading) -> tuple[Known, int]:
        """Return what the file knows and the number of its state, kept until something changes."""
        tick = next_head(connection).tick
        if self._kept is None or self._kept[0] != tick:
            self._kept = (tick, Known.of(connection))
        return self._kept[1], tick

    def _setting(self, known: Known) -> Setting:
        today = self._database.place.clock().date()
        office = self._office.get()
        facts = OfficeFacts(
            names=frozenset(map(unit_key, filter(None, (office.name, office.parent)))),
            level=office.level,
            year=self._office.year(),
            today=today.isoformat(),
        )
        return Setting(
            known=known, book=self._book, facts=facts, today=today, reading=self._database.read
        )


def _items(
    parts: Sequence[Item | ListFile], assessment: Assessment, ticket: Ticket
) -> Iterator[Item]:
    """Give the items of all parts in order, papers as they are."""
    for part in parts:
        if isinstance(part, ListFile):
            yield from assessment.items([part], ticket)
        else:
            yield part


def _label(intake: Intake) -> str:
    """Return the words of the step: what came in, and how many rows of lists."""
    drafts = [item.draft for item in intake.items if item.draft]
    if len(drafts) == 1 and not intake.sheets:
        draft = drafts[0]
        if isinstance(draft, ReportDraft):
            return f"Nhập báo cáo năm {draft.report.year}"
        return f"Nhập kế hoạch năm {draft.plan.year}"
    told = [KINDS[kind] for kind in dict.fromkeys(one.kind for one in intake.sources if one.kind)]
    rows = sum(len(sheet.lines) for sheet in intake.sheets)
    count = f": {rows} dòng" if rows else ""
    return f"Nhập {', '.join(told)}{count}" if told else "Nhập khẩu"
