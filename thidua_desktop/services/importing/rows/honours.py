"""Rows of titles for recipients: what lists of nominations and registers have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.domain import recipients
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.intake import LearntName
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.matching.doubles import SAME, Doubles, Given
from thidua_desktop.services.importing.matching.doubts import Doubt
from thidua_desktop.services.importing.matching.titles import AS_TEXT, Codes, TitleFound, level_of
from thidua_desktop.services.importing.rows.merits import Merits
from thidua_desktop.services.importing.rows.office import Office
from thidua_desktop.services.importing.rows.recipients import kind_of, recipient_of
from thidua_desktop.services.importing.rows.said import Said, titles_said
from thidua_desktop.services.importing.rows.work import RowWork

MEANINGS = {"recipient.name": "full_name", "title_text": "title"}
_NO_TITLE = Doubt(rule="no_title", reason="Thiếu danh hiệu hoặc hình thức khen thưởng.")
_NO_YEAR = Doubt(rule="no_year", reason="Không thấy năm. Hãy cho biết năm, hoặc sửa ô năm.")


@dataclass(frozen=True, slots=True)
class Honour:
    """A title found for a recipient: its catalogue *id* or "", its *name*, level and year."""

    said: Said
    id: str
    name: str
    level: str
    year: int


class HonourRows(ABC):
    """Makes records of the rows of one list; what the rows before it brought is known."""

    table: str

    def __init__(self, office: Office, codes: Codes, merits: Merits) -> None:
        self._office = office
        self._codes = codes
        self._merits = merits
        self._given: list[tuple[Doubles, Given]] = []

    def work(self, work: RowWork) -> None:
        """Find out whom the row speaks of and what for; make it, or ask the officer."""
        self._given.clear()
        said = list(titles_said(work))
        if not said:
            work.ask("title", _NO_TITLE, ("title",))
        date = self._date(work, said[0] if said else None)
        kind = kind_of(work, self._office.names, self._kinds(said, date))
        found = [self._honour(work, one, kind) for one in said]
        recipient = recipient_of(work, self._office.names, kind, date)
        if recipient is None or not work.is_ready():
            return
        records = [self._kept(work, recipient, one) for one in found if one]
        if work.is_ready():
            self._merits.beside(work, recipient, [one for one in records if one])
        if work.is_ready():
            for doubles, given in self._given:
                doubles.add(given)

    @abstractmethod
    def _date(self, work: RowWork, said: Said | None) -> str:
        """Return the day that decides which law holds; a partial date."""

    @abstractmethod
    def _year(self, work: RowWork, said: Said) -> int:
        """Return the year of achievement, 0 when nothing tells it."""

    @abstractmethod
    def _record(self, work: RowWork, recipient: Recipient, honour: Honour) -> Nomination | Award:
        """Return the record that the row makes of one title."""

    @abstractmethod
    def _problems(self, record: Nomination | Award) -> list[Problem]:
        """Return what stands in the way of keeping the record."""

    @abstractmethod
    def _doubles(self, honour: Honour) -> tuple[Doubles, str]:
        """Return among what doubles are looked for, and where the officer is told they are."""

    def _kinds(self, said: Iterable[Said], date: str) -> set[str]:
        """Return the kinds of recipients that all titles of the row are for."""
        found: set[str] | None = None
        for one in said:
            if kinds := self._office.titles.recipients(one.text, date, self._codes):
                found = kinds if found is None else found & kinds
        return found or set()

    def _honour(self, work: RowWork, said: Said, kind: str) -> Honour | None:
        year = self._year(work, said)
        if not year:
            work.ask(
                f"year {said.about}", _NO_YEAR, ("year", "period", "decision_date"), at=said.at
            )
        level = self._level(work)
        found = self._office.titles.find(
            said.text, kind, self._date(work, said),
            level=level, codes=self._codes, answer=work.answer(said.about),
        )  # fmt: skip
        if found.doubt:
            work.ask(said.about, found.doubt, ("title",), at=said.at, text=said.text)
            return None
        self._learn(work, said, found)
        title = found.title
        if title is None:
            return Honour(said, "", found.text, level or self._office.facts.level, year)
        level = level if level in title.levels else title.levels[0]
        return Honour(said, title.id, title.name, level, year)

    def _level(self, work: RowWork) -> str:
        told = work.value("level")
        level = told if told in recipients.LEVELS else level_of(told)
        authority = work.value("authority") or work.around.fact("authority")
        return level or level_of(authority) or self._office.facts.level

    def _learn(self, work: RowWork, said: Said, found: TitleFound) -> None:
        """Remember for the sender what the officer chose for these words."""
        if found.is_answered:
            work.made.along.append(
                LearntName(
                    table="title",
                    text=fold(said.text),
                    target=found.title.id if found.title else AS_TEXT,
                    sender=fold(work.around.sender),
                )
            )

    def _kept(
        self, work: RowWork, recipient: Recipient, honour: Honour
    ) -> Nomination | Award | None:
        """Return the record of a title, kept with the row, unless it is there already or wrong."""
        record = self._record(work, recipient, honour)
        if problems := self._problems(record):
            work.refuse(problems, MEANINGS)
            return None
        doubles, where = self._doubles(honour)
        number = record.decision_number if isinstance(record, Award) else ""
        title = record.title or fold(record.title_text)
        given = Given(recipient, title, record.year, where, record.uid, number)
        if known := doubles.find(given):
            about = f"double {honour.said.about}"
            answer = work.answer(about)
            if not answer:
                doubt = doubles.doubt(known, honour.name)
                work.ask(about, doubt, ("title",), at=honour.said.at, text=honour.said.text)
                return None
            if answer == SAME:
                work.made.owners.append((self.table, known.uid))
                return None
        self._given.append((doubles, given))
        work.made.records.append(record)
        work.made.owners.append((self.table, record.uid))
        work.made.honours += 1
        return record


def loai_hinh_of(work: RowWork) -> str:
    """Return the code of the kind of commendation, the usual one where nothing tells it."""
    told = work.value("loai_hinh") or work.around.fact("loai_hinh")
    if told in recipients.LOAI_HINH:
        return told
    by_name = {fold(name): code for code, name in recipients.LOAI_HINH.items()}
    return by_name.get(fold(told), "CONG_TRANG")


def note_of(work: RowWork, *more: str) -> str:
    """Return what the row remarks, *more*, and what the recipient was given before."""
    past = work.value("past")
    told = (work.value("note"), *more, f"Đã được khen: {past}" if past else "")
    return "\n".join(filter(None, told))


def source_of(work: RowWork) -> str:
    """Return where the row stands, in words."""
    return f"{work.around.read.file}, {work.around.read.name}, dòng {work.row.number}"
