"""Who a row speaks of: a person in a unit, a collective, a household. Writes nothing."""

import re
from dataclasses import dataclass, replace

from thidua_desktop.documents.reading.unit_rows import guessed_kind
from thidua_desktop.domain import people as persons
from thidua_desktop.domain.intake import LearntName
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import PERSON_KINDS, Recipient
from thidua_desktop.domain.text import clean, fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.importing.matching.households import HouseholdNames
from thidua_desktop.services.importing.matching.names import unit_key
from thidua_desktop.services.importing.matching.people import PeopleNames
from thidua_desktop.services.importing.matching.units import UnitNames
from thidua_desktop.services.importing.rows.work import RowWork

NAMES = ("full_name", "name", "collective", "household")
_COLUMNS = {
    "unit": ("unit", "position_unit"),
    "name": ("name", "collective", "full_name"),
    "parent": ("parent",),
}
_OF_A_PERSON = ("birth", "sex", "citizen_id", "ethnicity")
_HOUSEHOLD = re.compile(r"ho (?:gia dinh )?(?:ong|ba|anh|chi)\b")
_PART = re.compile(r"(?:to|khoi|nhom|doi|lop|bo phan|tap the)\b")
_PROBLEMS = {"full_name": "full_name", "citizen_id": "citizen_id", "sex": "sex"}


@dataclass(frozen=True, slots=True)
class Names:
    """The units, people and households that names are looked up among."""

    units: UnitNames
    people: PeopleNames
    households: HouseholdNames


def unit_of(
    work: RowWork,
    names: Names,
    name: str,
    date: str,
    *,
    meaning: str = "unit",
    parent: str | None = None,
) -> Unit | None:
    """Return the unit called *name*; None when it is in doubt, and then the officer is asked.

    An answer is remembered for the sender once the row is taken.
    """
    answer = work.answer(meaning)
    found = names.units.find(name, date, answer, parent)
    if found.doubt:
        work.ask(meaning, found.doubt, _COLUMNS[meaning], text=name)
    if found.unit is None:
        return None
    if not found.is_answered and clean(found.unit.name).casefold() != clean(name).casefold():
        work.around.understood[name] = found.unit.name
    if found.unit.uid in names.units.made:
        work.made.units.append(found.unit)
    if found.is_answered and unit_key(found.unit.name) != unit_key(name):
        sender = fold(work.around.sender)
        text = unit_key(name)
        learnt = LearntName(table="unit", text=text, target=found.unit.uid, sender=sender)
        work.made.along.append(learnt)
    return found.unit


def person_of(work: RowWork, names: Names, unit: Unit | None, name: str) -> Person | None:
    """Return the person of the row, with what it says filled in; None when that is in doubt."""
    said = Person(
        full_name=name,
        birth=work.value("birth"),
        sex=work.value("sex"),
        position=work.value("position"),
        unit_uid=unit.uid if unit else None,
        citizen_id=work.value("citizen_id"),
        ethnicity=work.value("ethnicity"),
    )
    if problems := persons.problems(said):
        work.refuse(problems, _PROBLEMS)
        return None
    found = names.people.find(said, work.answer("person"))
    if found.doubt:
        meanings = ("citizen_id",) if found.doubt.rule == "person_number" else NAMES
        work.ask("person", found.doubt, meanings)
    if not found.uid:
        return None
    person = replace(said, uid=found.uid)
    work.made.people.append(person)
    return person


def home_of(work: RowWork) -> str:
    """Return the unit of a row that names none, "" where the list does not tell; it is told."""
    if home := work.around.home:
        work.around.understood[""] = home
    return work.around.home


def kind_of(work: RowWork, names: Names, title_kinds: set[str]) -> str:
    """Return what kind of recipient the row speaks of; *title_kinds*: those its titles are for."""
    meaning, name = work.first(*NAMES)
    if told := work.value("recipient_kind"):
        return _fitting(told, title_kinds)
    if meaning == "household" or _HOUSEHOLD.match(fold(name)):
        return "household"
    if meaning == "full_name" or any(map(work.has, _OF_A_PERSON)):
        return "person"
    is_unit = meaning == "collective" or names.units.known(name) or guessed_kind(name)
    if is_unit or (title_kinds and "person" not in title_kinds):
        return _fitting("collective", title_kinds)
    return "person"


def recipient_of(work: RowWork, names: Names, kind: str, date: str) -> Recipient | None:
    """Return the recipient as the row says it, linked; None when something is in doubt.

    A person of whom only a name is known is not linked: a name alone says too little.
    """
    _, name = work.first(*NAMES)
    told = work.value("unit") or _home(work, kind, name)
    recipient = Recipient(
        kind=kind, name=name, position=work.value("position"), unit_name=told,
        group=work.value("group"), is_enterprise=kind == "enterprise",
    )  # fmt: skip
    workplace = unit_of(work, names, told, date) if told and told != name else None
    if told and told != name and workplace is None:
        return None
    recipient = replace(recipient, workplace_uid=workplace.uid if workplace else None)
    if kind in PERSON_KINDS:
        if workplace is None and not (work.has("birth") or work.has("citizen_id")):
            return recipient
        person = person_of(work, names, workplace, name)
        return replace(recipient, person_uid=person.uid) if person else None
    if kind == "household":
        household = names.households.find(name, recipient.workplace_uid)
        work.made.records += [household] if names.households.is_new(household) else []
        return replace(recipient, household_uid=household.uid)
    return _collective(work, names, recipient, date)


def _home(work: RowWork, kind: str, name: str) -> str:
    """Return the unit of a person, or of a part of a unit, in a list that names it once for all."""
    is_inside = kind in PERSON_KINDS or (kind == "collective" and _is_part(name))
    return home_of(work) if is_inside else ""


def _is_part(name: str) -> bool:
    return bool(_PART.match(fold(name))) or not guessed_kind(name)


def _collective(work: RowWork, names: Names, recipient: Recipient, date: str) -> Recipient | None:
    """Return a collective linked to its unit; a part of a unit has its name alone."""
    name = recipient.name
    if _is_part(name) and not names.units.known(name):
        return recipient
    parent = recipient.workplace_uid
    unit = unit_of(work, names, name, date, meaning="name", parent=parent)
    return replace(recipient, unit_uid=unit.uid) if unit else None


def _fitting(kind: str, title_kinds: set[str]) -> str:
    """Return *kind*, or the one its title is for where a collective may be called several."""
    if kind != "collective" or not title_kinds or kind in title_kinds:
        return kind
    others = [one for one in ("commune", "village", "enterprise") if one in title_kinds]
    return others[0] if others else kind
