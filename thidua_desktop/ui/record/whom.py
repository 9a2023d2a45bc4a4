"""Whom a record is about, so that their awards can be asked for. Knows no screen."""

from typing import NamedTuple

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.council import CouncilMember
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.people import Household, Person
from thidua_desktop.domain.units import Unit


class Named(NamedTuple):
    """A name, and the uid of the person, unit or household it stands for, "" for none."""

    name: str
    uid: str = ""


def whom(record: object) -> Named | None:
    """Return whom *record* is about; None when it is about nobody, or nobody yet."""
    named = _whom(record)
    return named if named and named.name else None


def _whom(record: object) -> Named | None:
    match record:
        case Award(recipient=one) | Nomination(recipient=one):
            return Named(one.name, one.person_uid or one.unit_uid or one.household_uid or "")
        case CouncilMember(full_name=name, person_uid=uid) | Dossier(unit_name=name, unit_uid=uid):
            return Named(name, uid or "")
        case Person(full_name=name, uid=uid) | Unit(name=name, uid=uid):
            return Named(name, uid)
        case Household(head_name=name, uid=uid):
            return Named(name, uid)
    return None
