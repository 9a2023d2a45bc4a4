"""What a recipient brings: yearly ratings, initiatives, and what stands against an award."""

from dataclasses import dataclass, field

from thidua_desktop.domain.identity import new_uid

RATINGS = {
    "EXCELLENT": "Hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Hoàn thành tốt nhiệm vụ",
    "DONE": "Hoàn thành nhiệm vụ",
    "FAIL": "Không hoàn thành nhiệm vụ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The yearly rating of a person or a unit (one of the two uids)."""

    person_uid: str | None = None
    unit_uid: str | None = None
    year: int = 0
    rating: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """A recognised initiative; *scope*: unit, province, ministry or national. It serves once."""

    title: str = ""
    authors: str = ""
    person_uid: str | None = None
    scope: str = "unit"
    recognised_by: str = ""
    year: int = 0
    used_for: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discipline:
    """A disciplinary measure; *kind* upper case such as CANH_CAO, *until* a date."""

    person_uid: str | None = None
    unit_uid: str | None = None
    kind: str = ""
    decision_date: str = ""
    until: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A case under examination that blocks proposals while open."""

    person_uid: str | None = None
    unit_uid: str | None = None
    subject: str = ""
    opened: str = ""
    closed: str = ""
    uid: str = field(default_factory=new_uid)
