"""Decisions: number, date, who decided and signed. Knows neither Qt nor SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid

STATES = {"draft": "Dự thảo", "issued": "Đã ban hành", "cancelled": "Đã hủy bỏ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One award decision. *number* as printed ("135/QĐ-UBND"); *date* a partial date."""

    number: str = ""
    date: str = ""
    authority: str = ""
    level: str = "district"
    signer: str = ""
    signer_position: str = ""
    subject: str = ""
    legal_bases: str = ""
    state: str = "issued"
    note: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision as a list shows it; *awards* counts its rows in the register."""

    uid: str
    number: str
    date: str
    authority: str
    level: str
    signer: str
    subject: str
    state: str
    awards: int


def problems(draft: Decision) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if draft.state not in STATES:
        found.append(Problem("state", "Tình trạng không có trong danh sách."))
    if draft.state == "issued" and not draft.number:
        found.append(Problem("number", "Quyết định đã ban hành phải có số."))
    if draft.state == "issued" and not draft.date:
        found.append(Problem("date", "Quyết định đã ban hành phải có ngày."))
    return found
