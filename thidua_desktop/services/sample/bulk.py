"""Many invented people and awards, for trying and measuring a register of full size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.sample.chance import Chance
from thidua_desktop.services.sample.people import PeopleMaker
from thidua_desktop.services.titles import known_title, priced

_AWARDS_A_PERSON = 3.3
_FIRST_YEAR, _LAST_YEAR = 2014, 2024
_A_DECISION = 80
# Title, recipient, level, and how often it is given in a hundred.
_TITLES = (
    ("advanced_worker", "person", "district", 42),
    ("merit_district", "person", "district", 30),
    ("grassroots_emulation_fighter", "person", "district", 8),
    ("cert_province", "person", "province", 3),
    ("merit_district", "collective", "district", 11),
    ("advanced_labor_collective", "collective", "district", 5),
    ("cert_province", "collective", "province", 1),
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """One title as the awards of a decision share it."""

    title: str
    recipient: str
    level: str
    name: str


class BulkMaker:
    """Makes people of *units*, and awards to them and to the units."""

    def __init__(
        self,
        units: Sequence[Unit],
        people: PeopleMaker,
        authorities: dict[str, str],
        book: LawBook,
        chance: Chance,
    ) -> None:
        self._units = [unit for unit in units if unit.kind not in ("office", "enterprise")]
        self._unit_names = {unit.uid: unit.name for unit in units}
        self._people = people
        self._authorities = authorities
        self._book = book
        self._chance = chance
        self._kinds = [kind for *said, share in _TITLES for kind in [self._kind(*said)] * share]

    def people(self, awards: int) -> list[Person]:
        """Return as many people as so many *awards* usually go to."""
        count = max(1, round(awards / _AWARDS_A_PERSON))
        return [self._people.person(self._chance.of(self._units), place) for place in range(count)]

    def decided(self, people: Sequence[Person], awards: int) -> Iterator[Decision | Award]:
        """Give *awards* awards in all, each decision before its own."""
        left, number = awards, 0
        while left > 0:
            number += 1
            kind = self._chance.of(self._kinds)
            decision = self._decision(kind, number)
            count = min(left, self._chance.among(_A_DECISION // 2, _A_DECISION * 3 // 2))
            yield decision
            yield from self._awards(decision, kind, people, count)
            left -= count

    def _decision(self, kind: _Kind, number: int) -> Decision:
        year = self._chance.among(_FIRST_YEAR, _LAST_YEAR)
        month = self._chance.among(1, 12 if year < _LAST_YEAR else 6)
        return Decision(
            number=f"{number}/QĐ-UBND",
            date=f"{year}-{month:02}-{self._chance.among(1, 28):02}",
            authority=self._authorities[kind.level],
            level=kind.level,
            subject=f"Khen thưởng năm {year}",
            uid=self._chance.uid(),
        )

    def _awards(
        self, decision: Decision, kind: _Kind, people: Sequence[Person], count: int
    ) -> Iterator[Award]:
        """Give the awards of one decision; the law is asked once for all of them."""
        pattern = Award(
            recipient=Recipient(kind=kind.recipient),
            title=kind.title,
            title_text=kind.name,
            level=kind.level,
            year=int(decision.date[:4]) - self._chance.among(0, 1),
            decision_uid=decision.uid,
            decision_number=decision.number,
            decision_date=decision.date,
            authority=decision.authority,
        )
        pattern = priced(pattern, self._book)
        for ordinal in range(1, count + 1):
            recipient = self._recipient(kind.recipient, people)
            yield replace(pattern, recipient=recipient, ordinal=ordinal, uid=self._chance.uid())

    def _recipient(self, kind: str, people: Sequence[Person]) -> Recipient:
        if kind == "collective":
            unit = self._chance.of(self._units)
            return Recipient(kind=kind, name=unit.name, unit_uid=unit.uid)
        person = self._chance.of(people)
        return Recipient(
            kind=kind,
            name=person.full_name,
            position=person.position,
            unit_name=self._unit_names.get(person.unit_uid or "", ""),
            person_uid=person.uid,
            workplace_uid=person.unit_uid,
        )

    def _kind(self, title: str, recipient: str, level: str) -> _Kind:
        known = known_title(self._book, title, recipient, "")
        return _Kind(title, recipient, level, known.name if known else title)
