"""What a recipient brings: yearly ratings, initiatives, and what stands against an award."""

from dataclasses import dataclass, field

from thidua_desktop.domain.identity import new_uid

RATINGS = {
    "EXCELLENT": "Hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Hoàn thành tốt nhiệm vụ",
    "DONE": "Hoàn thành nhiệm vụ",
    "FAIL": "Không hoàn thành nhiệm vụ",
}
INITIATIVE_KINDS = {"": "Sáng kiến", "research": "Đề tài khoa học"}
SCOPES = {
    "unit": "Cơ sở",
    "province": "Tỉnh",
    "ministry": "Bộ, ban, ngành",
    "national": "Toàn quốc",
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
    """An initiative or, by *kind*, research; *scope*: unit, province, ministry or national.

    *used_for*: ids of titles it served outside this file, blank between several.
    """

    title: str = ""
    kind: str = ""
    authors: str = ""
    person_uid: str | None = None
    scope: str = "unit"
    is_applied: bool = False
    recognised_by: str = ""
    decision_number: str = ""
    decision_date: str = ""
    year: int = 0
    used_for: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeAuthor:
    """One author beside the first; each may bring the initiative forward."""

    initiative_uid: str = ""
    person_uid: str | None = None
    full_name: str = ""
    ordinal: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeUse:
    """An initiative serves a nomination; it may serve again only as the law allows."""

    initiative_uid: str = ""
    nomination_uid: str | None = None
    title: str = ""
    year: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitYear:
    """The strength of a collective in a year, as it states it; None is not known.

    *advanced* and *fighters*: members with LĐTT and with CSTĐCS of that year.
    """

    unit_uid: str | None = None
    year: int = 0
    members: int | None = None
    done_or_better: int | None = None
    disciplined: int | None = None
    advanced: int | None = None
    fighters: int | None = None
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
