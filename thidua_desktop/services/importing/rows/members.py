"""Rows of lists of people and of units to people and units. Writes nothing."""

from dataclasses import replace

from thidua_desktop.documents.reading.unit_rows import guessed_kind
from thidua_desktop.domain import units
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.importing.rows.office import Office
from thidua_desktop.services.importing.rows.recipients import NAMES, home_of, person_of, unit_of
from thidua_desktop.services.importing.rows.work import RowWork
from thidua_desktop.services.tidying import tidied, with_dates


class PeopleRows:
    """Makes people of the rows of a list; one who is known is only filled in."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def work(self, work: RowWork) -> None:
        """Make the person of the row, or ask the officer."""
        _, name = work.first(*NAMES)
        told = work.value("unit") or home_of(work)
        today = self._office.facts.today
        unit = unit_of(work, self._office.names, told, today) if told else None
        if (told and unit is None) or not work.is_ready():
            return
        person = person_of(work, self._office.names, unit, name)
        if person is None:
            return
        noted: Person = tidied(replace(person, note=work.value("note")))
        work.made.people[-1] = noted
        work.made.owners.append(("person", noted.uid))


class UnitRows:
    """Makes units of the rows of a list; one that is known is only filled in."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def work(self, work: RowWork) -> None:
        """Make the unit of the row, or ask the officer."""
        names, parent_name = self._office.names, work.value("parent")
        parent = None
        if parent_name:
            parent = unit_of(work, names, parent_name, "", meaning="parent")
        _, name = work.first("name", "full_name", "collective")
        if (parent_name and parent is None) or not work.is_ready():
            return
        draft = Unit(
            name=name,
            kind=work.value("kind") or guessed_kind(name) or "other",
            parent_uid=parent.uid if parent else None,
            code=work.value("code"),
            valid_from=work.value("valid_from"),
            valid_to=work.value("valid_to"),
            note=work.value("note"),
        )
        draft, problems = with_dates(tidied(draft), "valid_from", "valid_to")
        found = problems + units.problems(draft)
        known = self._known(draft)
        if known:
            draft = replace(draft, uid=known.uid)
        if not found and _is_above(draft.uid, parent, self._office):
            words = "Đơn vị cấp trên này lại trực thuộc chính đơn vị này."
            found = [Problem("parent_uid", words)]
        if found:
            work.refuse(found, {"parent_uid": "parent"})
            return
        names.units.keep(draft, known)
        work.made.units.append(draft)
        work.made.owners.append(("unit", draft.uid))

    def _known(self, draft: Unit) -> Unit | None:
        """Return the unit that the row speaks of; under another parent it is another unit."""
        known = self._office.names.units.known(draft.name)
        if known and known.parent_uid and draft.parent_uid not in (None, known.parent_uid):
            return None
        return known


def _is_above(uid: str, parent: Unit | None, office: Office) -> bool:
    """Say whether the chain of parents leads back to the unit *uid*."""
    seen: set[str] = set()
    while parent and parent.uid not in seen:
        if parent.uid == uid:
            return True
        seen.add(parent.uid)
        parent = office.names.units.get(parent.parent_uid)
    return False
