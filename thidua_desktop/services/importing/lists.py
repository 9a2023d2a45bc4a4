"""Stores lists of people and units that came in; rows that cannot be taken wait, none is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from thidua_desktop.documents.reading.unit_rows import guessed_kind
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.importing.values import Doubt, ListDraft, ListedRow
from thidua_desktop.services.people import People
from thidua_desktop.services.records import Entry
from thidua_desktop.services.units import Units
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep

V = TypeVar("V", Person, Unit)

_COLUMNS = {
    "full_name": "Họ và tên",
    "birth": "Ngày sinh",
    "sex": "Giới tính",
    "citizen_id": "Số định danh",
    "name": "Tên đơn vị",
    "kind": "Loại đơn vị",
    "parent_uid": "Trực thuộc",
    "valid_from": "Từ ngày",
    "valid_to": "Đến ngày",
}


@dataclass(slots=True)
class Taken:
    """What became of a list: rows accepted, rows that wait, units made because a row named them."""

    accepted: int = 0
    waiting: list[ListedRow] = field(default_factory=list)
    new_units: list[str] = field(default_factory=list)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Return the doubts of all rows that wait."""
        return tuple(doubt for row in self.waiting for doubt in row.doubts)


class ListTaker:
    """Takes rows into one open step; it knows who and what is there already, to add none twice."""

    def __init__(self, step: WriteStep, people: People, units: Units) -> None:
        self._step = step
        self._people = people
        self._units = units
        known = store.everything(step.connection, Unit)
        self._unit_by_name = {fold(unit.name): unit for unit in known}
        self._known_people = _KnownPeople()

    def take(self, draft: ListDraft) -> Taken:
        """Store every row of *draft* that has no doubt; return what became of all of them."""
        taken = Taken(waiting=[row for row in draft.rows if row.doubts])
        rows = [row for row in draft.rows if not row.doubts]
        if draft.kind == "people":
            self._known_people = _KnownPeople(store.everything(self._step.connection, Person))
            self._step.put(list(filter(None, [self._person(row, taken) for row in rows])))
        else:
            for row in rows:
                self._take_unit(row, taken)
        return taken

    def _person(self, row: ListedRow, taken: Taken) -> Person | None:
        """Return the person of *row* as it is to be stored; None when the row waits."""
        values = dict(row.values)
        unit = self._unit_named(values.pop("unit", ""), taken)
        person = Person(**values, unit_uid=unit.uid if unit else None)
        there = self._known_people.same(person)
        draft = _filled(there, person) if there else person
        person, problems = self._people.checked(Entry(draft, there, None))
        if not self._is_right(row, problems, taken):
            return None
        self._known_people.add(person)
        return person

    def _take_unit(self, row: ListedRow, taken: Taken) -> None:
        values = dict(row.values)
        parent = self._unit_named(values.pop("parent", ""), taken)
        unit = Unit(**values, parent_uid=parent.uid if parent else None)
        there = self._unit_by_name.get(fold(unit.name))
        if there and there.parent_uid and unit.parent_uid not in (None, there.parent_uid):
            there = None  # Two units of one name under different ones.
        draft = _filled(there, unit) if there else unit
        unit, problems = self._units.checked(Entry(draft, there, self._step.connection))
        if self._is_right(row, problems, taken):
            self._step.put(unit)
            self._unit_by_name[fold(unit.name)] = unit

    def _is_right(self, row: ListedRow, problems: Sequence[Problem], taken: Taken) -> bool:
        """Count *row* as accepted, or let it wait with what is wrong with it."""
        if problems:
            doubts = tuple(_doubt(row, problem) for problem in problems)
            taken.waiting.append(replace(row, doubts=doubts))
        else:
            taken.accepted += 1
        return not problems

    def _unit_named(self, name: str, taken: Taken) -> Unit | None:
        """Return the unit of that name; one that is not known yet is made, its kind by its name."""
        if not name:
            return None
        if fold(name) not in self._unit_by_name:
            made = Unit(name=name, kind=guessed_kind(name) or "other")
            self._step.put(made)
            self._unit_by_name[fold(name)] = made
            taken.new_units.append(name)
        return self._unit_by_name[fold(name)]


class _KnownPeople:
    """Who is there already: the same citizen number, or the same name, unit and birth."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._by_id: dict[str, Person] = {}
        self._by_name: dict[tuple[str, str | None], list[Person]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        if person.citizen_id:
            self._by_id[person.citizen_id] = person
        self._by_name.setdefault((person.full_name, person.unit_uid), []).append(person)

    def same(self, person: Person) -> Person | None:
        """Return who *person* is, None when new: births that differ are two people of one name."""
        if person.citizen_id in self._by_id:
            return self._by_id[person.citizen_id]
        alike = self._by_name.get((person.full_name, person.unit_uid), [])
        births = ("", person.birth)
        numbers = ("", person.citizen_id)
        return next(
            (
                one
                for one in alike
                if (one.birth in births or not person.birth)
                and (one.citizen_id in numbers or not person.citizen_id)
            ),
            None,
        )


def _filled(there: V, new: V) -> V:
    """Return the record that is *there* with its empty fields as *new* has them."""
    values = {
        f.name: getattr(new, f.name)
        for f in fields(there)
        if f.name != "uid" and not getattr(there, f.name)
    }
    return replace(there, **values)


def _doubt(row: ListedRow, problem: Problem) -> Doubt:
    text = row.values.get(problem.field, "")
    return Doubt(row.number, _COLUMNS.get(problem.field, problem.field), text, problem.text)
