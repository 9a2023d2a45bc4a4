"""An office that checks nominations: people with units, and short ways to put records in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests import factory
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.merits import Rating
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.services import Services

LDTT, CSTDCS, CSTD_TINH = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "CSTĐ cấp tỉnh"
GIAY_KHEN = "Giấy khen của Chủ tịch UBND huyện"


@dataclass(frozen=True)
class Checking:
    """The services of one file, and what tests put into it."""

    services: Services
    unit: Unit
    dossier: Dossier

    def person(self, name: str = "Y Hoa") -> Recipient:
        """Store a person of the unit; return them as a recipient."""
        person = Person(full_name=name, unit_uid=self.unit.uid)
        self.services.people.save(person)
        return self.recipient(person)

    def people(self, count: int) -> list[Recipient]:
        """Store so many people of the unit."""
        made = [Person(full_name=f"Y {_words(n)}", unit_uid=self.unit.uid) for n in range(count)]
        self.services.people.save_many(made)
        return [self.recipient(person) for person in made]

    def recipient(self, person: Person) -> Recipient:
        """Return a person of the unit as a recipient."""
        return factory.to_person(
            person.full_name,
            person_uid=person.uid,
            unit_name=self.unit.name,
            workplace_uid=self.unit.uid,
        )

    def collective(self) -> Recipient:
        """Return the unit as a recipient."""
        return replace(factory.to_collective(self.unit.name), unit_uid=self.unit.uid)

    def proposed(self, recipient: Recipient, title: str = LDTT, **known: Any) -> Nomination:
        """Store a nomination in the dossier; return it as it is stored."""
        return self.all_proposed([recipient], title, **known)[0]

    def all_proposed(
        self, recipients: Sequence[Recipient], title: str = LDTT, **known: Any
    ) -> list[Nomination]:
        """Store nominations of one title in the dossier."""
        usual = {"title_text": title, "state": "submitted", "dossier_uid": self.dossier.uid}
        drafts = [factory.nomination(recipient=one, **{**usual, **known}) for one in recipients]
        self.services.nominations.save_many(drafts)
        return self.services.nominations.get_many([draft.uid for draft in drafts])

    def awarded(self, recipient: Recipient, title: str, *years: int) -> None:
        """Store an award for each of *years*."""
        self.services.awards.save_many(
            factory.award(
                recipient=recipient, title_text=title, year=year, decision_date=f"{year + 1}-01"
            )
            for year in years
        )

    def rated(self, recipient: Recipient, rating: str, *years: int) -> None:
        """Store a rating for each of *years*."""
        person, unit = recipient.person_uid, recipient.unit_uid
        made = [Rating(person_uid=person, unit_uid=unit, year=y, rating=rating) for y in years]
        self.put(*made)

    def put(self, *records: Any) -> None:
        """Store *records* past their services."""
        with self.services.checks._database.write("Cất") as step:
            step.put(records)

    def findings(self, nomination: Nomination, rule: str) -> list[Finding]:
        """Return what stands of a nomination by one rule."""
        return [one for one in self.services.checks.of(nomination.uid).findings if one.rule == rule]

    def verdict(self, nomination: Nomination) -> str:
        """Return the verdict on a nomination."""
        return self.services.checks.of(nomination.uid).verdict


@pytest.fixture
def checking(services: Services) -> Checking:
    """An office with one school, and a dossier that came in under the law of 2024."""
    unit = factory.unit("Trường Tiểu học Sơn Ca")
    services.units.save(unit)
    dossier = Dossier(unit_name=unit.name, year=2024, received="2024-06-14")
    services.dossiers.save(dossier)
    return Checking(services, unit, dossier)


def _words(number: int) -> str:
    """Return a name for a number: names have no digits."""
    letters = "abcdeghiklmnopqrstuv"
    return "".join(letters[int(digit)] for digit in str(number)).capitalize()
