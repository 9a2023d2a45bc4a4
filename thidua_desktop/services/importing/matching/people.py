"""People by what a list says of them: known, nearly known, or new. Writes nothing.

Candidates are found by citizen number, by unit, by given name and by birth; only among those few
are names compared letter by letter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.text import clean, fold
from thidua_desktop.services.importing.choices import Proposal
from thidua_desktop.services.importing.matching.doubts import NEW, PERSON, Doubt
from thidua_desktop.services.importing.matching.names import given_name, same_name

_NEAR = 88  # Of 100: from here on two names may be one name, written wrongly.
_DAY = len("YYYY-MM-DD")
_OFFERED = 4

Said = tuple[str, str, str, str | None, str]
"""Uid, full name, birth, uid of the unit, citizen number."""


class KnownPeople:
    """People by column: 60 000 of them are five lists, not objects that a collector must walk."""

    def __init__(self, people: Iterable[Said] = ()) -> None:
        self.uids: list[str] = []
        self.names: list[str] = []
        self.births: list[str] = []
        self.units: list[str | None] = []
        self.numbers: list[str] = []
        for one in people:
            self.add(*one)

    def add(self, uid: str, name: str, birth: str, unit: str | None, number: str) -> int:
        """Add a person; return their place."""
        self.uids.append(uid)
        self.names.append(name)
        self.births.append(birth)
        self.units.append(unit)
        self.numbers.append(number)
        return len(self.uids) - 1

    def copy(self) -> "KnownPeople":
        """Return the same people, to which others can be added."""
        other = KnownPeople()
        other.uids, other.names, other.births = self.uids[:], self.names[:], self.births[:]
        other.units, other.numbers = self.units[:], self.numbers[:]
        return other


@dataclass(frozen=True, slots=True)
class PersonFound:
    """What became of a person: the uid, "" while that is in doubt.

    With a uid, *doubt* is an offer: it is said that two writings were taken for one name.
    """

    uid: str = ""
    doubt: Doubt | None = None


class PeopleNames:
    """The people of the office, and those that one intake makes.

    *units*: the names of units by uid, to tell people apart with.
    """

    def __init__(self, people: KnownPeople, units: Mapping[str, str]) -> None:
        self._units = units
        self._known = people.copy()
        self._stored = len(people.uids)
        self._by_uid = {uid: place for place, uid in enumerate(people.uids)}
        self._by_number = {number: n for n, number in enumerate(people.numbers) if number}
        self._by_unit: dict[str | None, list[int]] = {}
        self._by_birth: dict[str, tuple[int, ...]] = {}
        self._by_given: dict[str | None, dict[str, list[int]]] = {}
        for place, unit in enumerate(people.units):
            self._by_unit.setdefault(unit, []).append(place)
        for place, birth in enumerate(people.births):
            self._bear(birth, place)

    def find(self, said: Person, answer: str = "") -> PersonFound:
        """Return who *said* is, with the words of a list and the uid of a unit; else a new one.

        *answer*: the choice of an earlier doubt.
        """
        chosen = self._by_uid.get(self._chosen(said, answer))
        if chosen is not None:
            return PersonFound(self._known.uids[chosen])
        if answer == NEW:
            return PersonFound(self._add(said))
        ways = (self._numbered, self._named, self._nearly)
        found = next(filter(None, (way(said) for way in ways)), None)
        return found or PersonFound(self._add(said))

    def _add(self, person: Person) -> str:
        """Know *person* from now on, made by this intake."""
        name, birth, unit, number = (
            person.full_name, person.birth, person.unit_uid, person.citizen_id
        )  # fmt: skip
        place = self._known.add(person.uid, name, birth, unit, number)
        self._by_uid[person.uid] = place
        if number:
            self._by_number[number] = place
        self._bear(birth, place)
        self._given(unit).setdefault(given_name(name), []).append(place)
        return person.uid

    def _bear(self, birth: str, place: int) -> None:
        if len(birth) == _DAY:
            self._by_birth[birth] = (*self._by_birth.get(birth, ()), place)

    def _given(self, unit: str | None) -> dict[str, list[int]]:
        """Return the people of a unit by their given names, put in order when first asked for."""
        if unit not in self._by_given:
            found: dict[str, list[int]] = {}
            for place in self._by_unit.get(unit, ()):
                found.setdefault(given_name(self._known.names[place]), []).append(place)
            self._by_given[unit] = found
        return self._by_given[unit]

    def _chosen(self, said: Person, answer: str) -> str:
        """Return the uid that *answer* names; of a person made here it names who they are."""
        if answer.startswith(PERSON):
            return answer.removeprefix(PERSON)
        if not answer.startswith(_MADE):
            return ""
        wanted = answer.removeprefix(_MADE)
        alike = self._given(said.unit_uid).get(given_name(wanted), ())
        found = (place for place in alike if self._known.names[place] == wanted)
        return next((self._known.uids[place] for place in found), "")

    def _numbered(self, said: Person) -> PersonFound | None:
        """Return whose citizen number it is."""
        place = self._by_number.get(said.citizen_id) if said.citizen_id else None
        if place is None:
            return None
        name = self._known.names[place]
        if fold(name) == fold(said.full_name):
            return PersonFound(self._known.uids[place])
        return PersonFound(
            doubt=Doubt(
                rule="person_number",
                reason=f"Số định danh này là của “{name}” trong tệp.",
                proposals=(self._proposal(place),),
            )
        )

    def _named(self, said: Person) -> PersonFound | None:
        """Return who in the unit has just that name."""
        known, wanted = self._known, same_name(said.full_name)
        candidates = self._given(said.unit_uid).get(given_name(said.full_name), ())
        named = [place for place in candidates if same_name(known.names[place]) == wanted]
        alike = [place for place in named if self._agrees(place, said)]
        exact = [place for place in alike if said.birth and known.births[place] == said.birth]
        if len(exact or alike) == 1:
            place = (exact or alike)[0]
            return PersonFound(known.uids[place], self._same(place, said))
        if alike:
            return PersonFound(doubt=self._doubt("person_several", _SEVERAL, said, alike))
        if nearly := [place for place in named if self._nearly_born(place, said)]:
            return PersonFound(doubt=self._doubt("person_birth", _BIRTH, said, nearly))
        return None

    def _nearly(self, said: Person) -> PersonFound | None:
        """Return the doubt about a name that is nearly known, or known elsewhere."""
        if near := self._near(said):
            return PersonFound(doubt=self._doubt("person_near", _NEARLY, said, near))
        if moved := self._elsewhere(said):
            return PersonFound(doubt=self._doubt("person_elsewhere", _ELSEWHERE, said, moved))
        return None

    def _near(self, said: Person) -> list[int]:
        """Return people of the same unit and given name whose names are nearly that of *said*."""
        from rapidfuzz import fuzz, process

        if said.unit_uid is None:
            return []
        alike = self._given(said.unit_uid).get(given_name(said.full_name), ())
        candidates = [place for place in alike if self._agrees(place, said)]
        hits = process.extract(
            fold(said.full_name),
            [fold(self._known.names[place]) for place in candidates],
            scorer=fuzz.ratio,
            limit=_OFFERED,
            score_cutoff=_NEAR,
        )
        return [candidates[at] for _, _, at in hits]

    def _elsewhere(self, said: Person) -> list[int]:
        """Return people of that name born that very day, in other units.

        Who is named without a unit may be anyone of that name whose birth agrees.
        """
        name = fold(said.full_name)
        if said.unit_uid is None:
            found: Iterable[int] = self._anywhere.get(name, ())
        elif len(said.birth) == _DAY:
            born = self._by_birth.get(said.birth, ())
            found = (place for place in born if fold(self._known.names[place]) == name)
        else:
            return []
        return [place for place in found if self._agrees(place, said)][:_OFFERED]

    @cached_property
    def _anywhere(self) -> dict[str, list[int]]:
        """The people of the file by their folded names, whatever unit they are in."""
        found: dict[str, list[int]] = {}
        for place, name in enumerate(self._known.names[: self._stored]):
            found.setdefault(fold(name), []).append(place)
        return found

    def _agrees(self, place: int, said: Person) -> bool:
        """Say whether births and numbers leave room for both to be one person."""
        number = self._known.numbers[place]
        if number and said.citizen_id and number != said.citizen_id:
            return False
        first, second = self._known.births[place], said.birth
        return first.startswith(second) or second.startswith(first)

    def _nearly_born(self, place: int, said: Person) -> bool:
        """Say whether two days of birth differ in one part alone, or in the order of two."""
        birth = self._known.births[place]
        if self._known.numbers[place] and said.citizen_id:
            return False
        if len(birth) < _DAY or len(said.birth) < _DAY:
            return False
        first, second = birth.split("-"), said.birth.split("-")
        same = sum(map(str.__eq__, first, second))
        is_swapped = first[0] == second[0] and sorted(first) == sorted(second)
        return same == len(first) - 1 or is_swapped

    def _same(self, place: int, said: Person) -> Doubt | None:
        """Return the offer to tell apart who is written in another way; None when none is."""
        name = self._known.names[place]
        if clean(name).casefold() == clean(said.full_name).casefold():
            return None
        own = self._proposal(place)
        return Doubt(
            rule="person_same",
            reason=f"“{said.full_name}” được ghi là cùng một người với “{name}”.",
            proposals=(own, Proposal(f"Là người khác, thêm “{said.full_name}”", NEW)),
            is_needed=False,
        )

    def _doubt(self, rule: str, reason: str, said: Person, known: Sequence[int]) -> Doubt:
        new = Proposal(f"Thêm người mới “{said.full_name}”", NEW)
        return Doubt(
            rule=rule,
            reason=reason.format(name=said.full_name, known=self._known.names[known[0]]),
            proposals=(*map(self._proposal, known[:_OFFERED]), new),
        )

    def _proposal(self, place: int) -> Proposal:
        name, birth = self._known.names[place], self._known.births[place]
        told = [name]
        if birth:
            told.append(f"sinh {show_date(birth)}")
        if unit := self._units.get(self._known.units[place] or ""):
            told.append(unit)
        is_made = place >= self._stored
        choice = _MADE + name if is_made else PERSON + self._known.uids[place]
        return Proposal(f"Là {', '.join(told)}", choice)


_MADE = "someone:"
_SEVERAL = "Có nhiều người tên “{name}” ở đơn vị này."
_BIRTH = "“{known}” cùng đơn vị có ngày sinh gần giống."
_NEARLY = "Đơn vị này đã có “{known}”, tên gần giống."
_ELSEWHERE = "“{known}” đã có trong tệp, ở đơn vị khác."
