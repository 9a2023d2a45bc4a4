"""Dossiers and nominations: what one is and which rules it keeps. Knows neither Qt nor SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.domain import recipients
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.recipients import Recipient

STATES = {
    "draft": "Đang lập",
    "submitted": "Đã nộp",
    "returned": "Trả lại",
    "accepted": "Đủ hồ sơ",
    "council": "Trình Hội đồng",
    "approved": "Đồng ý",
    "rejected": "Không đồng ý",
    "awarded": "Đã khen thưởng",
}
ANSWERS = {"yes": "Có", "no": "Không"}
"""What an officer may state of a nomination beside a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One submission of a unit; dates are partial dates.

    *procedure*: the id of the time limit it runs under; *days* replaces the days of that limit.
    """

    unit_uid: str | None = None
    unit_name: str = ""
    subject: str = ""
    number: str = ""
    year: int = 0
    received: str = ""
    procedure: str = ""
    days: int = 0
    due: str = ""
    state: str = "submitted"
    reason: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPaper:
    """One paper that a dossier needs: whether it is there.

    *paper* is the id of a paper of the law pack, "" for one the office asks for itself.
    """

    dossier_uid: str | None = None
    paper: str = ""
    name: str = ""
    is_there: bool = False
    ordinal: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """One recipient put forward for one title in one year.

    *title* is a catalogue id or "" with only *title_text* kept; *level* the level
    of the award proposed; *source* says file, sheet and row it came from.
    """

    dossier_uid: str | None = None
    recipient: Recipient = field(default_factory=Recipient)
    title: str = ""
    title_text: str = ""
    level: str = ""
    year: int = 0
    loai_hinh: str = "CONG_TRANG"
    achievement: str = ""
    state: str = "draft"
    reason: str = ""
    note: str = ""
    source: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEntry:
    """A state that a dossier, or one nomination, came into on *date*, and why."""

    dossier_uid: str | None = None
    nomination_uid: str | None = None
    state: str = ""
    date: str = ""
    reason: str = ""
    ordinal: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationFact:
    """What the officer states of a nomination where the law asks: *answer* yes, no or a number."""

    nomination_uid: str | None = None
    fact: str = ""
    answer: str = ""
    note: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationRow:
    """A nomination as a list shows it."""

    uid: str
    name: str
    recipient_kind: str
    position: str
    unit: str
    title: str
    title_text: str
    level: str
    year: int
    loai_hinh: str
    state: str
    dossier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """A dossier as a list of places shows it; *states*: how many nominations are in each state."""

    uid: str
    unit: str
    subject: str
    number: str
    year: int
    received: str
    due: str
    state: str
    reason: str
    states: Mapping[str, int]

    @property
    def count(self) -> int:
        """Return how many nominations it holds."""
        return sum(self.states.values())


def problems(draft: Nomination) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if not draft.recipient.name:
        found.append(Problem("recipient.name", "Cần có tên người hoặc tập thể được đề nghị."))
    if draft.recipient.kind not in recipients.KINDS:
        found.append(Problem("recipient.kind", "Loại đối tượng không có trong danh sách."))
    if not draft.title_text:
        found.append(Problem("title_text", "Cần có danh hiệu hoặc hình thức khen thưởng."))
    if not 1900 <= draft.year <= 2100:
        found.append(Problem("year", "Năm thành tích phải từ 1900 đến 2100."))
    if draft.loai_hinh not in recipients.LOAI_HINH:
        found.append(Problem("loai_hinh", "Loại hình khen thưởng không có trong danh sách."))
    if draft.state not in STATES:
        found.append(Problem("state", "Tình trạng không có trong danh sách."))
    if draft.state == "returned" and not draft.reason:
        found.append(Problem("reason", "Trả lại thì cần ghi lý do."))
    return found


def dossier_problems(draft: Dossier) -> list[Problem]:
    """Return what stands in the way of saving the dossier *draft*."""
    found = []
    if not draft.unit_name:
        found.append(Problem("unit_name", "Cần có đơn vị nộp hồ sơ."))
    if not 1900 <= draft.year <= 2100:
        found.append(Problem("year", "Năm của hồ sơ phải từ 1900 đến 2100."))
    if not 0 <= draft.days <= 366:
        found.append(Problem("days", "Số ngày giải quyết phải từ 0 đến 366."))
    if draft.state not in STATES:
        found.append(Problem("state", "Tình trạng không có trong danh sách."))
    if draft.state == "returned" and not draft.reason:
        found.append(Problem("reason", "Trả lại thì cần ghi lý do."))
    return found
