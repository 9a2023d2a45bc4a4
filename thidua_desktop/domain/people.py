"""People and households. Any name may be two syllables ("Y Hoa", "A Tik"). Knows no Qt, no SQL."""

import re
from dataclasses import dataclass, field

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid

SEXES = {"": "", "male": "Nam", "female": "Nữ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person. *birth* is a partial date; *citizen_id* 12 (or old 9) digits as text.

    *ethnicity* is sensitive and stays out of exports; *sort_name* replaces the given name where
    the last word is not the one to sort by.
    """

    full_name: str = ""
    birth: str = ""
    sex: str = ""
    position: str = ""
    unit_uid: str | None = None
    citizen_id: str = ""
    ethnicity: str = ""
    sort_name: str = ""
    note: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A household, named by its head."""

    head_name: str = ""
    address: str = ""
    unit_uid: str | None = None
    note: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as a list shows them; *awards* counts the register's rows."""

    uid: str
    full_name: str
    birth: str
    sex: str
    position: str
    unit: str
    citizen_id: str
    awards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow:
    """A household as a list shows it; *awards* counts the register's rows."""

    uid: str
    head_name: str
    address: str
    unit: str
    note: str
    awards: int


def household_problems(draft: Household) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    return [] if draft.head_name else [Problem("head_name", "Cần có tên chủ hộ.")]


def problems(draft: Person) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if not draft.full_name:
        found.append(Problem("full_name", "Cần có họ và tên."))
    elif any(character.isdigit() for character in draft.full_name):
        found.append(Problem("full_name", "Họ và tên không thể có chữ số."))
    if draft.sex not in SEXES:
        found.append(Problem("sex", "Giới tính phải là Nam, Nữ hoặc để trống."))
    if draft.citizen_id and not re.fullmatch(r"\d{9}|\d{12}", draft.citizen_id):
        found.append(Problem("citizen_id", "Số định danh phải có 12 chữ số (CMND cũ: 9 chữ số)."))
    return found
