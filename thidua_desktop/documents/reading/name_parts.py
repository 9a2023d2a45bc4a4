"""Cells that tell more of a recipient than the name: "Ông Y, Trưởng phòng, Phòng Nội vụ"."""

import re
from dataclasses import dataclass, replace

from thidua_desktop.documents.reading.names import (
    called,
    is_collective_name,
    is_household_name,
    is_person_name,
    is_position,
)
from thidua_desktop.domain.text import clean, fold

_SIGN = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
_BIRTH = re.compile(
    r"(?:sinh(?: năm| ngày)?|SN|NS)\s*[:.]?\s*(?P<told>\d[\d/.\s-]*)|(?P<year>(?:19|20)\d\d)", re.I
)
_BORN_IN_BRACKETS = re.compile(r"\s*\((?P<in>(?:sinh|SN|NS)?[^()]*\d{4})\)", re.I)
_SEXES = {"ong": "male", "anh": "male", "ba": "female", "chi": "female", "co": "female"}


@dataclass(frozen=True, slots=True)
class NameParts:
    """What one cell tells: the *name*, *sex* as a key, *birth* as written, *place* of work or home.

    *is_household*: the name is that of a household.
    """

    name: str
    sex: str = ""
    birth: str = ""
    place: str = ""
    is_household: bool = False


def name_parts(text: str) -> NameParts | None:
    """Return the parts of a cell that plainly tells more than a name, else None."""
    first, *rest = _SIGN.split(_BORN_IN_BRACKETS.sub(r", \g<in>", clean(text)), maxsplit=1)
    place = rest[0] if rest else ""
    if is_household_name(first):
        found = NameParts(first, place=place, is_household=True)
        return found if is_collective_name(place) else None
    address, name = called(first)
    found = NameParts(name, sex=_SEXES.get(fold(address).strip(" .:"), ""))
    found, place = _with_birth(found, place)
    is_plain = _is_place(place, bool(address)) if place else bool(found.birth)
    return replace(found, place=place) if is_plain and is_person_name(name) else None


def _is_place(text: str, is_addressed: bool) -> bool:
    """Say whether *text* tells position or unit; so does all after "Ông Y," that names nobody."""
    if is_position(text) or is_collective_name(text):
        return True
    return is_addressed and not is_person_name(called(_SIGN.split(text)[0])[1])


def _with_birth(found: NameParts, place: str) -> tuple[NameParts, str]:
    """Return *found* with the birth that *place* begins with, and the rest of *place*."""
    first, *rest = _SIGN.split(place, maxsplit=1)
    birth = _BIRTH.fullmatch(first)
    if birth is None:
        return found, place
    return replace(found, birth=birth["told"] or birth["year"]), rest[0] if rest else ""
