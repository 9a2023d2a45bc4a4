"""Lists that were read to lines: what each row makes, or what the officer decides first.

Writes nothing. One assessment goes through all files in order, so that a row knows what the rows
before it bring.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from thidua_desktop.documents.reading.list_values import ListRow, ReadList
from thidua_desktop.documents.reading.sheets import text_of
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.merits import Rating
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.importing.choices import Choices
from thidua_desktop.services.importing.files import ListFile, Lists
from thidua_desktop.services.importing.matching.doubles import Given
from thidua_desktop.services.importing.matching.households import HouseholdNames
from thidua_desktop.services.importing.matching.known import (
    Known,
    awarded,
    learnt_heads,
    nominated,
    rated,
)
from thidua_desktop.services.importing.matching.names import in_normal_case, unit_key
from thidua_desktop.services.importing.matching.people import PeopleNames
from thidua_desktop.services.importing.matching.titles import TitleNames, codes_in
from thidua_desktop.services.importing.matching.units import UnitNames
from thidua_desktop.services.importing.previews import nothing_in, sheet_of, source_of, told
from thidua_desktop.services.importing.rows.awards import AwardRows
from thidua_desktop.services.importing.rows.members import PeopleRows, UnitRows
from thidua_desktop.services.importing.rows.merits import Merits
from thidua_desktop.services.importing.rows.nominations import NominationRows
from thidua_desktop.services.importing.rows.office import Decisions, Office, OfficeFacts
from thidua_desktop.services.importing.rows.recipients import Names
from thidua_desktop.services.importing.rows.said import year_around
from thidua_desktop.services.importing.rows.work import Around, RowWork
from thidua_desktop.services.importing.values import (
    LISTS,
    Intake,
    Item,
    Line,
    LineState,
)
from thidua_desktop.services.records import Reading
from thidua_desktop.services.time_limits import APPRAISAL
from thidua_desktop.storage import records as store

_BREATH = 200
"""Rows after which other threads of the program get their turn, and the officer is told."""

_OF_SENDERS = ("nominations", "people", "merits")
"""Kinds of lists that a unit makes of its own people; a register is made by who decides."""


class RowMaker(Protocol):
    """What makes records of the rows of one kind of list."""

    def work(self, work: RowWork) -> None:
        """Make what the row tells, or ask the officer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an assessment rests on beside the lists; *reading* opens the file for one question."""

    known: Known
    book: LawBook
    facts: OfficeFacts
    today: date
    reading: Callable[[], AbstractContextManager[Reading]]


class Assessment:
    """Goes through lists; what it makes of them stands in the lines of their sheets."""

    def __init__(self, setting: Setting, intake: Intake, choices: Choices) -> None:
        self._setting = setting
        self._choices = choices
        self._homes = {sheet.key: sheet.read.read.sheet.name for sheet in intake.sheets}
        self._memory = intake.memory
        self._codes: dict[str, Mapping[str, str]] = {}
        self._dossiers: dict[tuple[str, str], Dossier] = {}
        known = setting.known
        units = {unit.uid: unit.name for unit in known.units}
        self._units = UnitNames(known.units, known.successions)
        self._office = Office(
            facts=setting.facts,
            book=setting.book,
            names=Names(
                self._units,
                PeopleNames(known.people, units),
                HouseholdNames(known.households),
            ),
            titles=TitleNames(setting.book),
            decisions=Decisions(known.decisions),
            initiatives=dict(known.initiatives),
            rated=self._rated,
            nominated=self._nominated,
            awarded=self._awarded,
        )

    def items(self, files: Iterable[ListFile], ticket: Ticket) -> Iterator[Item]:
        """Give an item for each list of *files*; of a file without any, one that says so."""
        wanted = list(files)
        for done, file in enumerate(wanted):
            ticket.step(done, len(wanted), f"Đang xem {file.name}")
            found = [self._item(file, one, ticket) for one in self._read(file)]
            yield from found or [nothing_in(file)]

    def _read(self, file: ListFile) -> list[ReadList]:
        """Return the lists of *file*; heads that its sender was taught count."""
        general = self._lists("").read(file)
        lists = list(general)
        sender = self._sender(file, lists)
        if sender and any(one.sender == fold(sender) for one in self._setting.known.meanings):
            lists = list(self._lists(sender).read(file))
        return [one for one in lists if one.rows or one.remarks]

    def _lists(self, sender: str) -> Lists:
        meanings = self._setting.known.meanings
        learnt = {kind: learnt_heads(meanings, kind, sender) for kind in LISTS}
        choices, today = self._choices, self._setting.today
        return Lists(learnt, choices, today, self._homes, self._is_title, self._memory)

    def _is_title(self, text: str) -> bool:
        return self._setting.book.find_title(text) is not None

    def _sender(self, file: ListFile, lists: Iterable[ReadList]) -> str:
        stated = self._choices.stated.get(file.key, {}).get("sender", "")
        return stated or next((one.facts.unit for one in lists if one.facts.unit), "")

    def _home(self, read: ReadList, sender: str) -> str:
        """Return the unit of rows that name none: who sends a list of its own people."""
        is_ours = unit_key(sender) in self._setting.facts.names
        is_ours |= unit_key(sender).startswith("hoi dong thi dua")  # It has no people of its own.
        return "" if is_ours or read.kind not in _OF_SENDERS else in_normal_case(sender)

    def _item(self, file: ListFile, read: ReadList, ticket: Ticket) -> Item:
        sender = self._sender(file, [read])
        around = Around(
            key=file.list_key(read.name),
            file_key=file.key,
            read=read,
            choices=self._choices,
            stated=self._choices.stated.get(file.key, {}),
            sender=sender,
            home=self._home(read, sender),
        )
        self._homes[around.key] = read.sheet.name
        remarks = list(read.remarks)
        is_left_out = around.key in self._choices.left_out
        lines = [] if is_left_out else self._lines(around, file, ticket, remarks)
        sheet = sheet_of(around, lines, is_left_out=is_left_out)
        return Item(source_of(sheet, remarks), sheet=sheet)

    def _lines(
        self, around: Around, file: ListFile, ticket: Ticket, remarks: list[str]
    ) -> list[Line]:
        maker = self._maker(around, file)
        before = set(self._units.made)
        lines = []
        for number, row in enumerate(around.read.rows):
            if number % _BREATH == 0:
                ticket.step(number, len(around.read.rows), f"Đang xem {file.name}")
                time.sleep(0)
            lines.append(self._line(around, row, maker))
        needed = {unit.uid for line in lines for unit in line.made.units if line.state == "ready"}
        names = [unit.name for uid, unit in self._units.made.items()
                 if uid not in before and uid in needed]  # fmt: skip
        if names and around.read.kind != "units":
            told = ", ".join(f"“{name}”" for name in names)
            remarks.append(f"Thêm {len(names)} đơn vị chưa có trong tệp: {told}.")
        for name, meant in around.understood.items():
            told = f"“{name}” được hiểu là" if name else "Dòng không ghi đơn vị được hiểu là của"
            remarks.append(f"{told} “{meant}”.")
        if isinstance(maker, NominationRows) and maker.has_assumed_year:
            remarks.append(f"Không thấy năm của danh sách; ghi năm {self._setting.facts.year}.")
        return lines

    def _line(self, around: Around, row: ListRow, maker: RowMaker) -> Line:
        work = RowWork(around, row)
        if (around.key, row.number) in self._choices.aside:
            return Line(row.number, "aside", fixes=tuple(work.fixes), made=work.made)
        if work.is_ready():
            maker.work(work)
        state: LineState = "ready" if work.is_ready() else "open"
        return Line(row.number, state, told(work), tuple(work.fixes), work.made)

    def _maker(self, around: Around, file: ListFile) -> RowMaker:
        office = self._known_by(around.sender)
        kind = around.read.kind
        if kind == "people":
            return PeopleRows(office)
        if kind == "units":
            return UnitRows(office)
        merits = Merits(office)
        if kind == "merits":
            return merits
        codes = partial(self._codes_of, file)
        if kind == "nominations":
            dossier, is_new = self._dossier(around)
            return NominationRows(office, codes, merits, dossier, is_new=is_new)
        names = {row.values.get("name", "") for row in around.read.rows}
        return AwardRows(office, codes, merits, office.awards_of(names))

    def _known_by(self, sender: str) -> Office:
        """Return what is known, with the names that *sender* is known to use."""
        known = self._setting.known
        self._units.learn(known.learnt_names("unit", sender))
        titles = TitleNames(self._setting.book, known.learnt_names("title", sender))
        return replace(self._office, titles=titles)

    def _rated(self, year: int) -> dict[str, Rating]:
        with self._setting.reading() as connection:
            return rated(connection, year)

    def _nominated(self, years: Iterable[int]) -> list[Given]:
        with self._setting.reading() as connection:
            return nominated(connection, years)

    def _awarded(self, names: Iterable[str]) -> list[Given]:
        with self._setting.reading() as connection:
            return awarded(connection, names)

    def _codes_of(self, file: ListFile) -> Mapping[str, str]:
        """Return the codes of titles that *file* lists; looked for when a title is not known."""
        if file.key not in self._codes:
            rows = (row.cells for sheet in file.sheets for row in sheet.rows)
            texts = (tuple(map(text_of, cells)) for cells in rows)
            self._codes[file.key] = codes_in(texts, self._setting.book)
        return self._codes[file.key]

    def _dossier(self, around: Around) -> tuple[Dossier, bool]:
        """Return the dossier of a list: the one it goes into, or that of its file and sender."""
        if uid := around.stated.get("dossier"):
            with self._setting.reading() as connection:
                return store.one(connection, Dossier, uid), False
        sender = around.sender or self._only_unit(around.read) or around.read.file
        key = (around.file_key, fold(sender))
        if key not in self._dossiers:
            unit = self._units.known(sender)
            self._dossiers[key] = Dossier(
                unit_uid=unit.uid if unit else None,
                unit_name=in_normal_case(sender),
                subject=Path(around.read.file).stem,
                year=year_around(around) or self._setting.facts.year,
                received=self._setting.facts.today,
                procedure=APPRAISAL,
                state="submitted",
            )
        return self._dossiers[key], True

    def _only_unit(self, read: ReadList) -> str:
        names = {row.values.get("unit", "") for row in read.rows}
        return names.pop() if len(names) == 1 else ""
