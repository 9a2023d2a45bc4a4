"""The records that a finding rests on, in words. Knows no check."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.merits import (
    RATINGS,
    Discipline,
    Initiative,
    OpenCase,
    Rating,
    UnitYear,
)
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store
from thidua_desktop.storage.catalogue import mapping_of


@dataclass(frozen=True, slots=True)
class Source:
    """One record: its *table*, its uid, and what it is in words."""

    table: str
    uid: str
    words: str


def read(connection: Reading, uids: Sequence[str]) -> list[Source]:
    """Return the records of *uids* that are still there, kind by kind, in the order of *uids*."""
    return [source for kind in _WORDS for source in _of_kind(connection, kind, uids)]


def _of_kind(connection: Reading, kind: type[Any], uids: Sequence[str]) -> Iterator[Source]:
    for record in store.get(connection, kind, uids):
        yield Source(mapping_of(kind).table, record.uid, _WORDS[kind](record))


def _award(award: Award) -> str:
    decision = f"QĐ {award.decision_number}" if award.decision_number else ""
    of = " ".join(filter(None, (decision, show_date(award.decision_date))))
    return ", ".join(filter(None, (f"{award.title_text} năm {award.year}", of)))


def _nomination(nomination: Nomination) -> str:
    return f"Đề nghị {nomination.title_text} năm {nomination.year}"


def _rating(rating: Rating) -> str:
    return f"Năm {rating.year}: {RATINGS.get(rating.rating, rating.rating)}"


def _initiative(initiative: Initiative) -> str:
    return f"Sáng kiến “{initiative.title}” năm {initiative.year}"


def _discipline(discipline: Discipline) -> str:
    until = f" đến {show_date(discipline.until)}" if discipline.until else ""
    return f"Kỷ luật {show_date(discipline.decision_date)}{until}"


def _case(case: OpenCase) -> str:
    return f"Vụ việc {case.subject}, từ {show_date(case.opened)}"


def _strength(strength: UnitYear) -> str:
    return f"Số liệu của tập thể năm {strength.year}"


def _dossier(dossier: Dossier) -> str:
    return f"Hồ sơ {dossier.number or dossier.subject} của {dossier.unit_name}"


_WORDS: Mapping[type[Any], Callable[[Any], str]] = {
    Award: _award,
    Nomination: _nomination,
    Rating: _rating,
    Initiative: _initiative,
    Discipline: _discipline,
    OpenCase: _case,
    UnitYear: _strength,
    Dossier: _dossier,
}
