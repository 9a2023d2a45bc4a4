"""What recipients bring by years: ratings, strength, and what stands against an award."""

from dataclasses import replace
from typing import Any, TypeVar

from thidua_desktop.domain import merits
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.merits import (
    Discipline,
    DisciplineRow,
    OpenCase,
    OpenCaseRow,
    Rating,
    RatingRow,
    UnitYear,
    UnitYearRow,
)
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Entry, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.services.whose import Look, OfSomeone, chosen, settled
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists.merits import DISCIPLINES, OPEN_CASES, RATINGS, UNIT_YEARS

W = TypeVar("W", bound=OfSomeone)
R = TypeVar("R")


class OfPeopleAndUnits(Records[W, R]):
    """Records of one person or one unit, which may be named where the link belongs."""

    def _tied(self, draft: W, edit: Edit, entry: Entry[W]) -> W:  # noqa: ARG002
        return chosen(draft, edit.keys)


class Ratings(OfPeopleAndUnits[Rating, RatingRow]):
    """How people and units are rated each year; one rating a year."""

    kind = Rating
    listing = RATINGS
    words = Words("xếp loại")

    def __init__(self, database: Database, office: OfficeService) -> None:
        super().__init__(database)
        self._office = office

    def new(self, **known: Any) -> Rating:
        """Return a draft of this year."""
        return Rating(**{"year": self._office.year(), "rating": "GOOD", **known})

    def _tidy(self, entry: Entry[Rating]) -> tuple[Rating, list[Problem]]:
        rating, found = settled(tidied(entry.draft), entry)
        found += merits.rating_problems(rating)
        if not found:
            found += _second(rating, entry)
        return rating, found


class UnitYears(Records[UnitYear, UnitYearRow]):
    """How many people a collective has in a year, and how they did."""

    kind = UnitYear
    listing = UNIT_YEARS
    words = Words("số liệu tập thể")

    def __init__(self, database: Database, office: OfficeService) -> None:
        super().__init__(database)
        self._office = office

    def new(self, **known: Any) -> UnitYear:
        """Return a draft of this year."""
        return UnitYear(**{"year": self._office.year(), **known})

    def _tied(self, draft: UnitYear, edit: Edit, entry: Entry[UnitYear]) -> UnitYear:  # noqa: ARG002
        return replace(draft, unit_uid=edit.keys.get("unit_uid") or draft.unit_uid)

    def _tidy(self, entry: Entry[UnitYear]) -> tuple[UnitYear, list[Problem]]:
        draft = tidied(entry.draft)
        unit, found = Look(entry.connection, entry.found).unit(draft.unit_uid)
        draft = replace(draft, unit_uid=(draft.unit_uid if found else unit) or None)
        found += merits.unit_year_problems(draft)
        if not found:
            found += _second(draft, entry)
        return draft, found


class Disciplines(OfPeopleAndUnits[Discipline, DisciplineRow]):
    """Disciplinary measures and until when they hold."""

    kind = Discipline
    listing = DISCIPLINES
    words = Words("kỷ luật")

    def new(self, **known: Any) -> Discipline:
        """Return a draft."""
        return Discipline(**{"kind": "KHIEN_TRACH", **known})

    def _tidy(self, entry: Entry[Discipline]) -> tuple[Discipline, list[Problem]]:
        draft, dates = with_dates(tidied(entry.draft), "decision_date", "until")
        draft, found = settled(draft, entry)
        return draft, dates + found + ([] if dates else merits.discipline_problems(draft))


class OpenCases(OfPeopleAndUnits[OpenCase, OpenCaseRow]):
    """Cases under examination; one without an end is open."""

    kind = OpenCase
    listing = OPEN_CASES
    words = Words("vụ việc")

    def new(self, **known: Any) -> OpenCase:
        """Return a draft."""
        return OpenCase(**known)

    def _tidy(self, entry: Entry[OpenCase]) -> tuple[OpenCase, list[Problem]]:
        draft, dates = with_dates(tidied(entry.draft), "opened", "closed")
        draft, found = settled(draft, entry)
        return draft, dates + found + ([] if dates else merits.case_problems(draft))


def _second(draft: Rating | UnitYear, entry: Entry[Any]) -> list[Problem]:
    """Return the problem that a year has such a record already, stored or in the same step."""
    person = getattr(draft, "person_uid", None)
    field, owner = ("person_uid", person) if person else ("unit_uid", draft.unit_uid)
    taken: dict[Any, str] = entry.found.setdefault("years", {})
    if owner not in taken:
        taken[owner] = ""
        kept = store.owned(entry.connection, type(draft), field, [owner or ""])
        taken.update({(owner, one.year): one.uid for one in kept})
    first = taken.setdefault((owner, draft.year), draft.uid)
    if first == draft.uid:
        return []
    what = "xếp loại" if isinstance(draft, Rating) else "số liệu"
    whose = "của người này" if person else "của tập thể này"
    return [Problem("year", f"Năm {draft.year} đã có {what} {whose}; hãy sửa dòng đã có.")]
