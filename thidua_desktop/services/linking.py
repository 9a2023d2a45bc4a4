"""Links of a recipient whose words were typed in a list: kept, found by the words, or gone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.domain.lineage import meant
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import PERSON_KINDS, Recipient
from thidua_desktop.domain.text import clean, fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store

_NAME, _KIND, _WORKPLACE = "recipient.name", "recipient.kind", "recipient.unit_name"


@dataclass(frozen=True, slots=True)
class Known:
    """Units by their folded name; people by theirs."""

    units: Mapping[str, Sequence[Unit]]
    people: Mapping[str, Sequence[Person]]

    @classmethod
    def of(cls, edits: Iterable[Edit], connection: Reading) -> "Known":
        """Look up all that *edits* name, at once."""
        units: dict[str, list[Unit]] = {}
        for unit in store.everything(connection, Unit):
            units.setdefault(fold(unit.name), []).append(unit)
        names = {clean(name) for edit in edits if (name := edit.values.get(_NAME))}
        people: dict[str, list[Person]] = {}
        for person in store.owned(connection, Person, "full_name", names):
            people.setdefault(fold(person.full_name), []).append(person)
        return cls(units, people)

    def unit(self, name: str, date: str = "") -> str | None:
        """Return the one unit of that name, of several the one that was at work on *date*."""
        found = meant(self.units.get(fold(name), ()), date)
        return found.uid if found else None

    def person(self, name: str, workplace: str | None) -> str | None:
        """Return the one person of that name in that unit; a name alone says too little."""
        alike = [one for one in self.people.get(fold(name), ()) if one.unit_uid == workplace]
        return alike[0].uid if workplace and len(alike) == 1 else None


def tied(
    now: Recipient, before: Recipient | None, edit: Edit, known: Known, date: str = ""
) -> Recipient:
    """Return *now*, as *edit* made it of *before*, with the links its words have on *date*.

    A link stays while the words it came with do. What was chosen from a list counts first. A new
    recipient of which only the name is said, and that of a unit, is a collective.
    """
    values: Mapping[str, Any] = edit.values
    if not {_NAME, _KIND, _WORKPLACE} & values.keys():
        return now
    if before is None and _KIND not in values and known.unit(now.name):
        now = replace(now, kind="collective")
    workplace = _link(edit, _WORKPLACE, _kept(now, before, "workplace_uid", "unit_name"))
    if now.unit_name:
        workplace = workplace or known.unit(now.unit_name, date)
    now = replace(now, workplace_uid=workplace if now.unit_name else None)
    is_person = now.kind in PERSON_KINDS
    has_none = is_person or now.kind == "household"
    person = _link(edit, _NAME, _kept(now, before, "person_uid", "name"))
    unit = _link(edit, _NAME, _kept(now, before, "unit_uid", "name"))
    household = _link(edit, _NAME, _kept(now, before, "household_uid", "name"))
    return replace(
        now,
        person_uid=(person or known.person(now.name, workplace)) if is_person else None,
        unit_uid=None if has_none else unit or known.unit(now.name, date),
        household_uid=household if now.kind == "household" else None,
    )


def _link(edit: Edit, path: str, kept: str | None) -> str | None:
    return edit.keys.get(path) if path in edit.keys else kept


def _kept(now: Recipient, before: Recipient | None, link: str, words: str) -> str | None:
    if before is None or fold(getattr(now, words)) != fold(getattr(before, words)):
        return None
    kept: str | None = getattr(before, link)
    return kept
