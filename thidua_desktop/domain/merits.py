"""What a recipient brings: yearly ratings, initiatives, and what stands against an award."""

from dataclasses import dataclass, field

from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR, first_day, last_day
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid

RATINGS = {
    "EXCELLENT": "Hoàn thành xuất sắc nhiệm vụ",
    "GOOD": "Hoàn thành tốt nhiệm vụ",
    "DONE": "Hoàn thành nhiệm vụ",
    "FAIL": "Không hoàn thành nhiệm vụ",
}
RATINGS_SHORT = {"EXCELLENT": "HTXSNV", "GOOD": "HTTNV", "DONE": "HTNV", "FAIL": "KHTNV"}
INITIATIVE_KINDS = {"": "Sáng kiến", "research": "Đề tài khoa học"}
SCOPES = {
    "unit": "Cơ sở",
    "province": "Tỉnh",
    "ministry": "Bộ, ban, ngành",
    "national": "Toàn quốc",
}
DISCIPLINES = {
    "KHIEN_TRACH": "Khiển trách",
    "CANH_CAO": "Cảnh cáo",
    "HA_BAC_LUONG": "Hạ bậc lương",
    "GIANG_CHUC": "Giáng chức",
    "CACH_CHUC": "Cách chức",
    "BUOC_THOI_VIEC": "Buộc thôi việc",
    "KHAI_TRU": "Khai trừ khỏi Đảng",
    "GIAI_TAN": "Giải tán",
}
"""From the lightest; the last two are of the Party, "giải tán" of an organisation."""


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
    """A disciplinary measure; *kind* one of DISCIPLINES; *until*: the day it ends."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRow:
    """A rating as a list shows it; *full_name* is "" where the unit itself is rated."""

    uid: str
    full_name: str
    unit: str
    year: int
    rating: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeRow:
    """An initiative as a list shows it; *uses*: how many titles it serves, in the file or not."""

    uid: str
    title: str
    kind: str
    authors: str
    scope: str
    is_applied: bool
    recognised_by: str
    decision_number: str
    decision_date: str
    year: int
    uses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineRow:
    """A disciplinary measure as a list shows it."""

    uid: str
    full_name: str
    unit: str
    kind: str
    decision_date: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCaseRow:
    """A case as a list shows it."""

    uid: str
    full_name: str
    unit: str
    subject: str
    opened: str
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitYearRow:
    """The strength of a collective in a year as a list shows it."""

    uid: str
    unit: str
    year: int
    members: int | None
    done_or_better: int | None
    disciplined: int | None
    advanced: int | None
    fighters: int | None


def rating_problems(draft: Rating) -> list[Problem]:
    """Return what stands in the way of saving the rating *draft*."""
    found = _one_of_both(draft.person_uid, draft.unit_uid, "Xếp loại")
    found += _year(draft.year)
    if draft.rating not in RATINGS:
        found.append(Problem("rating", "Mức xếp loại không có trong danh sách."))
    return found


def initiative_problems(draft: Initiative) -> list[Problem]:
    """Return what stands in the way of saving the initiative *draft*."""
    found = []
    if not draft.title:
        found.append(Problem("title", "Cần có tên sáng kiến, đề tài."))
    if draft.kind not in INITIATIVE_KINDS:
        found.append(Problem("kind", "Loại sáng kiến không có trong danh sách."))
    if not draft.authors and draft.person_uid is None:
        found.append(Problem("authors", "Cần có ít nhất một tác giả."))
    if draft.scope not in SCOPES:
        found.append(Problem("scope", "Phạm vi ảnh hưởng không có trong danh sách."))
    return found + _year(draft.year)


def discipline_problems(draft: Discipline) -> list[Problem]:
    """Return what stands in the way of saving the disciplinary measure *draft*."""
    found = _one_of_both(draft.person_uid, draft.unit_uid, "Kỷ luật")
    if draft.kind not in DISCIPLINES:
        found.append(Problem("kind", "Hình thức kỷ luật không có trong danh sách."))
    if not draft.decision_date:
        found.append(Problem("decision_date", "Cần có ngày của quyết định kỷ luật."))
    elif _is_before(draft.until, draft.decision_date):
        words = "Ngày hết hiệu lực đứng trước ngày của quyết định."
        found.append(Problem("until", words))
    return found


def case_problems(draft: OpenCase) -> list[Problem]:
    """Return what stands in the way of saving the case *draft*."""
    found = _one_of_both(draft.person_uid, draft.unit_uid, "Vụ việc")
    if not draft.subject:
        found.append(Problem("subject", "Cần ghi nội dung đang xem xét."))
    if not draft.opened:
        found.append(Problem("opened", "Cần có ngày bắt đầu xem xét."))
    elif _is_before(draft.closed, draft.opened):
        found.append(Problem("closed", "Ngày kết thúc đứng trước ngày bắt đầu."))
    return found


def unit_year_problems(draft: UnitYear) -> list[Problem]:
    """Return what stands in the way of saving the strength *draft* of a collective."""
    found = []
    if draft.unit_uid is None:
        found.append(Problem("unit_uid", "Cần có tập thể."))
    found += _year(draft.year)
    for name, words in _COUNTED.items():
        count = getattr(draft, name)
        if count is None:
            continue
        if count < 0:
            found.append(Problem(name, f"{words} không thể là số âm."))
        elif draft.members is not None and count > draft.members:
            found.append(Problem(name, f"{words} nhiều hơn tổng số người ({draft.members})."))
    return found


_COUNTED = {
    "members": "Tổng số người",
    "done_or_better": "Số hoàn thành nhiệm vụ trở lên",
    "disciplined": "Số bị kỷ luật",
    "advanced": "Số đạt lao động tiên tiến",
    "fighters": "Số đạt chiến sĩ thi đua cơ sở",
}


def _one_of_both(person: str | None, unit: str | None, what: str) -> list[Problem]:
    if person and unit:
        words = f"{what} chỉ ghi cho một người hoặc cho một tập thể, không cho cả hai."
        return [Problem("unit_uid", words)]
    if not (person or unit):
        return [Problem("person_uid", f"{what} cần có người hoặc tập thể.")]
    return []


def _year(year: int) -> list[Problem]:
    if FIRST_YEAR <= year <= LAST_YEAR:
        return []
    return [Problem("year", f"Năm phải từ {FIRST_YEAR} đến {LAST_YEAR}.")]


def _is_before(end: str, begin: str) -> bool:
    """Say whether the partial date *end* lies wholly before *begin*."""
    return bool(end and begin) and last_day(end) < first_day(begin)
