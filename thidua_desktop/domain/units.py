"""Units: agencies, communes, schools, villages, and who took over from whom."""

from dataclasses import dataclass, field

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid

KINDS = {
    "office": "UBND, cơ quan quản lý",
    "department": "Cơ quan chuyên môn",
    "party": "Cơ quan Đảng, đoàn thể",
    "commune": "Xã, phường, thị trấn",
    "school": "Trường học",
    "village": "Thôn, tổ dân phố",
    "enterprise": "Doanh nghiệp, hợp tác xã",
    "other": "Đơn vị khác",
}


SUCCESSIONS = {
    "merge": "Sáp nhập",
    "split": "Chia, tách",
    "rename": "Đổi tên",
    "transfer": "Chuyển giao",
}


STATES = {
    "open": "Đang hoạt động",
    "ended": "Đã kết thúc",
    "coming": "Chưa bắt đầu",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit; codes are text ("04"), valid_from and valid_to partial dates."""

    name: str = ""
    kind: str = "department"
    parent_uid: str | None = None
    code: str = ""
    valid_from: str = ""
    valid_to: str = ""
    note: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSuccession:
    """*to_uid* took over from *from_uid* on *date*; *kind* is one of SUCCESSIONS."""

    from_uid: str = ""
    to_uid: str = ""
    date: str = ""
    kind: str = ""
    note: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit as a list shows it. *state* is one of STATES; *people* counts those who work there.

    *before* names those it took over from, *after* those that took over.
    """

    uid: str
    name: str
    kind: str
    parent: str
    code: str
    valid_from: str
    valid_to: str
    state: str = ""
    people: int = 0
    before: str = ""
    after: str = ""
    note: str = ""


def problems(draft: Unit) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if not draft.name:
        found.append(Problem("name", "Cần có tên đơn vị."))
    if draft.kind not in KINDS:
        found.append(Problem("kind", "Loại đơn vị không có trong danh sách."))
    if draft.parent_uid == draft.uid:
        found.append(Problem("parent_uid", "Đơn vị không thể trực thuộc chính nó."))
    if draft.valid_from and draft.valid_to and draft.valid_from > draft.valid_to:
        found.append(Problem("valid_to", "Ngày kết thúc đứng trước ngày bắt đầu."))
    return found
