"""The sample's people: Kinh names and names of the highlands, of two syllables and of five."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.sample.chance import Chance
from thidua_desktop.services.sample.words import Words

_STAFF = {"department": 2, "party": 1, "commune": 5, "school": 4, "village": 2, "enterprise": 2}
_HIGHLAND = ("Xơ Đăng", "Giẻ - Triêng", "Ba Na")
_FIRST_BIRTH, _LAST_BIRTH = 1966, 1999


class PeopleMaker:
    """Makes people one by one, each of a unit."""

    def __init__(self, words: Words, chance: Chance) -> None:
        self._names = words["names"]
        self._positions = words["positions"]
        self._chance = chance

    def staff(self, units: Sequence[Unit]) -> list[Person]:
        """Return the people of *units*, a few in each; some share a name, as they do there."""
        return [
            self.person(unit, place) for unit in units for place in range(_STAFF.get(unit.kind, 0))
        ]

    def person(self, unit: Unit, place: int) -> Person:
        """Return someone of *unit* in its post number *place*."""
        sex = self._chance.of(("male", "female"))
        is_highland = self._chance.happens(0.4)
        name = self._name(sex, is_highland=is_highland)
        posts = self._positions.get(unit.kind, [""])
        return Person(
            full_name=name,
            birth=self._birth(),
            sex=sex,
            position=posts[place % len(posts)],
            unit_uid=unit.uid,
            citizen_id=self._citizen_id() if self._chance.happens(0.5) else "",
            ethnicity=self._chance.of(_HIGHLAND) if is_highland else "Kinh",
            uid=self._chance.uid(),
        )

    def named(self, full_name: str, position: str, unit: Unit | None) -> Person:
        """Return the person of that name and post."""
        unit_uid = unit.uid if unit else None
        return Person(
            full_name=full_name, position=position, unit_uid=unit_uid, uid=self._chance.uid()
        )

    def others(self, units: Sequence[Unit]) -> list[Person]:
        """Return the people whose names no list of syllables makes ("H'Loan Niê")."""
        made = []
        for name, sex in self._names["others"]:
            unit = self._chance.of(units)
            person = self.named(name, self._chance.of(self._positions[unit.kind]), unit)
            made.append(replace(person, sex=sex, birth=self._birth()))
        return made

    def _name(self, sex: str, *, is_highland: bool) -> str:
        of = self._chance.of
        if is_highland:
            return f"{'A' if sex == 'male' else 'Y'} {of(self._names[f'highland_{sex}'])}"
        middle = of(self._names[f"middle_{sex}"])
        return f"{of(self._names['family'])} {middle} {of(self._names[f'given_{sex}'])}"

    def _birth(self) -> str:
        year = self._chance.among(_FIRST_BIRTH, _LAST_BIRTH)
        if self._chance.happens(0.1):
            return str(year)
        return f"{year}-{self._chance.among(1, 12):02}-{self._chance.among(1, 28):02}"

    def _citizen_id(self) -> str:
        """Return a number of a province that does not exist (099)."""
        return f"099{self._chance.among(0, 999_999_999):09}"
