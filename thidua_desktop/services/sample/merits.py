"""The sample's ratings, initiatives, discipline and cases, so that checks come to every verdict."""

from collections.abc import Iterable, Iterator, Sequence

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.merits import (
    Discipline,
    Initiative,
    OpenCase,
    Rating,
    UnitYear,
)
from thidua_desktop.domain.nominations import Dossier, Nomination, StateEntry
from thidua_desktop.services.sample.chance import Chance
from thidua_desktop.services.sample.words import Words

_YEARLY = {"advanced_worker": "GOOD", "grassroots_emulation_fighter": "EXCELLENT"}
"""The rating that an award of the year tells of."""

Record = Rating | Initiative | Discipline | OpenCase | UnitYear | StateEntry


class MeritsMaker:
    """Makes what the recipients of awards and nominations bring with them."""

    def __init__(self, words: Words, chance: Chance) -> None:
        self._words = words["merits"]
        self._days = {said["number"]: said.get("state_date", "") for said in words["dossiers"]}
        self._office = words["office"]["name"]
        self._chance = chance
        self._rated: set[tuple[str, int]] = set()

    def of_awards(self, awards: Iterable[Award]) -> Iterator[Record]:
        """Give the ratings that the titles of a year rest on, the best first, and initiatives."""
        yearly = [one for one in awards if one.title in _YEARLY]
        yearly.sort(key=lambda one: _YEARLY[one.title])
        for award in yearly:
            yield from self._rating(award.recipient.person_uid, award.year, _YEARLY[award.title])
        fighters = [a for a in yearly if a.title == "grassroots_emulation_fighter"]
        for title, award in zip(self._words["initiatives"], fighters, strict=False):
            yield self._initiative(
                title, award.recipient.person_uid, award.recipient.name, award.year
            )

    def of_nominations(self, nominations: Sequence[Nomination]) -> Iterator[Record]:
        """Give what lets some of *nominations* be eligible, others not, and leaves some open."""
        for title, make in (
            ("advanced_worker", self._worker),
            ("advanced_labor_collective", self._collective),
            ("cert_province", self._certificate),
        ):
            chosen = [one for one in nominations if one.title == title]
            for number, one in enumerate(chosen):
                yield from make(number, one)

    def states(self, dossiers: Iterable[Dossier]) -> Iterator[StateEntry]:
        """Give the states of *dossiers*: received, and what they are in now."""
        for dossier in dossiers:
            yield self._state(dossier, "submitted", dossier.received, 1)
            if dossier.state != "submitted":
                day = self._days[dossier.number] or dossier.received
                yield self._state(dossier, dossier.state, day, 2)

    def discipline(self, person_uid: str | None) -> Discipline:
        """Return a warning whose time is nearly over."""
        said = self._words["discipline"]
        return Discipline(
            person_uid=person_uid,
            kind=said["kind"],
            decision_date=said["decision_date"],
            until=said["until"],
            uid=self._chance.uid(),
        )

    def _worker(self, number: int, one: Nomination) -> Iterator[Record]:
        """Rate eight of them well and one not; over the sixth hangs a case; nothing of the rest."""
        if number < 8:
            yield from self._rating(one.recipient.person_uid, one.year, "GOOD")
        elif number == 8:
            yield from self._rating(one.recipient.person_uid, one.year, "DONE")
        if number == 5:
            yield OpenCase(
                person_uid=one.recipient.person_uid, uid=self._chance.uid(), **self._words["case"]
            )

    def _collective(self, number: int, one: Nomination) -> Iterator[Record]:
        """Let the first have enough members with LĐTT, the second one too few."""
        if number < 3:
            yield from self._rating_of_unit(one.recipient.unit_uid, one.year, "GOOD")
        if number < 2:
            yield UnitYear(
                unit_uid=one.recipient.unit_uid,
                year=one.year,
                members=13,
                done_or_better=13,
                disciplined=0,
                advanced=10 - number,
                fighters=1,
                uid=self._chance.uid(),
            )

    def _certificate(self, number: int, one: Nomination) -> Iterator[Record]:
        """Rate two years of most; the first people bring the two initiatives that are asked for."""
        years = (one.year - 1, one.year)
        if one.recipient.unit_uid:
            for year in years if number % 2 == 0 else ():
                yield from self._rating_of_unit(one.recipient.unit_uid, year, "EXCELLENT")
            return
        if number % 4 == 3:
            return
        for year in years:
            rating = "GOOD" if number % 4 == 2 and year == one.year else "EXCELLENT"
            yield from self._rating(one.recipient.person_uid, year, rating)
            if number % 4 < 2:
                title = self._chance.of(self._words["initiatives"])
                person = one.recipient.person_uid
                yield self._initiative(title, person, one.recipient.name, year)

    def _rating(self, person_uid: str | None, year: int, rating: str) -> Iterator[Rating]:
        """Give a rating, unless the person has one of that year."""
        if person_uid and (person_uid, year) not in self._rated:
            self._rated.add((person_uid, year))
            yield Rating(person_uid=person_uid, year=year, rating=rating, uid=self._chance.uid())

    def _rating_of_unit(self, unit_uid: str | None, year: int, rating: str) -> Iterator[Rating]:
        if unit_uid and (unit_uid, year) not in self._rated:
            self._rated.add((unit_uid, year))
            yield Rating(unit_uid=unit_uid, year=year, rating=rating, uid=self._chance.uid())

    def _initiative(self, title: str, person: str | None, name: str, year: int) -> Initiative:
        return Initiative(
            title=title,
            authors=name,
            person_uid=person,
            scope="unit",
            is_applied=True,
            recognised_by=f"Chủ tịch {self._office}",
            decision_number=f"{self._chance.among(20, 180)}/QĐ-UBND",
            decision_date=f"{year}-05-{self._chance.among(10, 28)}",
            year=year,
            uid=self._chance.uid(),
        )

    def _state(self, dossier: Dossier, state: str, date: str, ordinal: int) -> StateEntry:
        return StateEntry(
            dossier_uid=dossier.uid,
            state=state,
            date=date,
            reason=dossier.reason if state == dossier.state else "",
            ordinal=ordinal,
            uid=self._chance.uid(),
        )
