"""People by what a list says of them: known, nearly known, or new. Writes nothing.

Candidates are found by citizen number, by unit, by given name and by birth; only among those few
are names compared letter by letter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.choices import Proposal
from thidua_desktop.services.importing.matching.doubts import NEW, PERSON, Doubt
from thidua_desktop.services.importing.matching.names import given_name, same_name

_NEAR = 88  # Of 100: from here on two names may be one name, written wrongly.
_DAY = len("YYYY-MM-DD")
_OFFERED = 4


@dataclass(frozen=True, slots=True)
class PersonFound:
    """What became of a person: who it is, None while that is in doubt; *is_new* when made."""

    person: Person | None = None
    doubt: Doubt | None = None


class PeopleNames:
    """The people of the office, and those that one intake makes."""

    def __init__(self, people: Iterable[Person], units: Mapping[str, str]) -> None:
        self._units = units
        self._by_uid: dict[str, Person] = {}
        self._by_number: dict[str, Person] = {}
        self._by_name: dict[tuple[str, str | None], list[Person]] = {}
        self._by_given: dict[tuple[str, str | None], list[Person]] = {}
        self._by_birth: dict[tuple[str, str], list[Person]] = {}
        self._made: set[str] = set()
        for person in people:
            self._index(person)

    def get(self, uid: str | None) -> Person | None:
        """Return the person *uid*, stored or made here."""
        return self._by_uid.get(uid or "")

    def find(self, said: Person, answer: str = "") -> PersonFound:
        """Return who *said* is, with the words of a list and the uid of a unit; else a new one.

        *answer*: the choice of an earlier doubt.
        """
        known = self._by_uid.get(self._chosen(said, answer))
        if known or answer == NEW:
            return PersonFound(known or self.add(said))
        ways = (self._numbered, self._named, self._nearly)
        found = next(filter(None, (way(said) for way in ways)), None)
        return found or PersonFound(self.add(said))

    def add(self, person: Person) -> Person:
        """Know *person* from now on, made by this intake."""
        self._made.add(person.uid)
        self._index(person)
        return person

    def is_made(self, uid: str) -> bool:
        """Say whether a person is new with this intake."""
        return uid in self._made

    def _chosen(self, said: Person, answer: str) -> str:
        """Return the uid that *answer* names; of a person made here it names who they are."""
        if answer.startswith(PERSON):
            return answer.removeprefix(PERSON)
        if not answer.startswith(_MADE):
            return ""
        named = answer.removeprefix(_MADE)
        found = self._by_name.get((named, said.unit_uid), ())
        return next((one.uid for one in found), "")

    def _numbered(self, said: Person) -> PersonFound | None:
        """Return whose citizen number it is."""
        known = self._by_number.get(said.citizen_id) if said.citizen_id else None
        if known is None:
            return None
        is_same = fold(known.full_name) == fold(said.full_name)
        return PersonFound(known) if is_same else PersonFound(doubt=self._number(known))

    def _named(self, said: Person) -> PersonFound | None:
        """Return who in the unit has just that name."""
        named = self._by_name.get((same_name(said.full_name), said.unit_uid), [])
        alike = [one for one in named if _agree(one, said)]
        exact = [one for one in alike if one.birth and one.birth == said.birth] or alike
        if len(exact) == 1:
            return PersonFound(exact[0])
        if alike:
            return PersonFound(doubt=self._doubt("person_several", _SEVERAL, said, alike))
        if nearly := [one for one in named if _nearly_born(one, said)]:
            return PersonFound(doubt=self._doubt("person_birth", _BIRTH, said, nearly))
        return None

    def _nearly(self, said: Person) -> PersonFound | None:
        """Return the doubt about a name that is nearly known, or known elsewhere."""
        if near := self._near(said):
            return PersonFound(doubt=self._doubt("person_near", _NEARLY, said, near))
        if moved := self._elsewhere(said):
            return PersonFound(doubt=self._doubt("person_elsewhere", _ELSEWHERE, said, moved))
        return None

    def _near(self, said: Person) -> list[Person]:
        """Return people of the same unit and given name whose names are nearly that of *said*."""
        from rapidfuzz import fuzz, process

        if said.unit_uid is None:
            return []
        candidates = self._by_given.get((given_name(said.full_name), said.unit_uid), [])
        candidates = [one for one in candidates if _agree(one, said)]
        hits = process.extract(
            fold(said.full_name),
            [fold(one.full_name) for one in candidates],
            scorer=fuzz.ratio,
            limit=_OFFERED,
            score_cutoff=_NEAR,
        )
        return [candidates[at] for _, _, at in hits]

    def _elsewhere(self, said: Person) -> list[Person]:
        """Return people of that name born that very day, in other units."""
        if len(said.birth) < _DAY:
            return []
        found = self._by_birth.get((fold(said.full_name), said.birth), [])
        return [one for one in found if _agree(one, said)][:_OFFERED]

    def _index(self, person: Person) -> None:
        self._by_uid[person.uid] = person
        if person.citizen_id:
            self._by_number[person.citizen_id] = person
        name, unit = person.full_name, person.unit_uid
        self._by_name.setdefault((same_name(name), unit), []).append(person)
        folded = fold(name)
        self._by_given.setdefault((folded.rpartition(" ")[2], unit), []).append(person)
        if len(person.birth) == _DAY:
            self._by_birth.setdefault((folded, person.birth), []).append(person)

    def _doubt(self, rule: str, reason: str, said: Person, known: Sequence[Person]) -> Doubt:
        new = Proposal(f"Thêm người mới “{said.full_name}”", NEW)
        return Doubt(
            rule=rule,
            reason=reason.format(name=said.full_name, known=known[0].full_name),
            proposals=(*map(self._proposal, known[:_OFFERED]), new),
        )

    def _number(self, known: Person) -> Doubt:
        return Doubt(
            rule="person_number",
            reason=f"Số định danh này là của “{known.full_name}” trong tệp.",
            proposals=(self._proposal(known),),
        )

    def _proposal(self, known: Person) -> Proposal:
        told = [known.full_name]
        if known.birth:
            told.append(f"sinh {show_date(known.birth)}")
        if unit := self._units.get(known.unit_uid or ""):
            told.append(unit)
        is_made = known.uid in self._made
        choice = _MADE + same_name(known.full_name) if is_made else PERSON + known.uid
        return Proposal(f"Là {', '.join(told)}", choice)


_MADE = "someone:"
_SEVERAL = "Có nhiều người tên “{name}” ở đơn vị này."
_BIRTH = "“{known}” cùng đơn vị có ngày sinh gần giống."
_NEARLY = "Đơn vị này đã có “{known}”, tên gần giống."
_ELSEWHERE = "“{known}” cùng ngày sinh đang ở đơn vị khác."


def _agree(one: Person, other: Person) -> bool:
    """Say whether births and numbers leave room for both to be one person."""
    if one.citizen_id and other.citizen_id and one.citizen_id != other.citizen_id:
        return False
    first, second = one.birth, other.birth
    return first.startswith(second) or second.startswith(first)


def _nearly_born(one: Person, other: Person) -> bool:
    """Say whether two days of birth differ in one part alone, or in the order of two."""
    if one.citizen_id and other.citizen_id:
        return False
    if len(one.birth) < _DAY or len(other.birth) < _DAY:
        return False
    first, second = one.birth.split("-"), other.birth.split("-")
    same = sum(map(str.__eq__, first, second))
    return same == len(first) - 1 or (first[0] == second[0] and sorted(first) == sorted(second))
