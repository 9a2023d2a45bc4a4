"""Reports: a period, a paper's frame, its blocks. Knows neither Qt nor SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.identity import new_uid

KINDS = {
    "half_year": "Báo cáo 6 tháng",
    "year": "Báo cáo năm",
    "multi_year": "Báo cáo tổng kết nhiều năm",
    "other": "Báo cáo khác",
}
STATES = {"draft": "Đang soạn", "issued": "Đã ban hành"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of a period; *half* is 1, 2 or 0; *period_from*, *period_to* whole dates."""

    kind: str = "half_year"
    year: int = 0
    half: int = 0
    period_from: str = ""
    period_to: str = ""
    heading: Heading = field(default_factory=Heading)
    state: str = "draft"
    uid: str = field(default_factory=new_uid)


def problems(draft: Report) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if draft.kind not in KINDS:
        found.append(Problem("kind", "Loại báo cáo không có trong danh sách."))
    if not 1900 <= draft.year <= 2100:
        found.append(Problem("year", "Năm của báo cáo phải từ 1900 đến 2100."))
    if draft.kind == "half_year" and draft.half not in (1, 2):
        found.append(Problem("half", "Báo cáo 6 tháng cần ghi rõ đầu năm hay cuối năm."))
    if draft.period_from and draft.period_to and draft.period_from > draft.period_to:
        found.append(Problem("period_to", "Ngày cuối kỳ đứng trước ngày đầu kỳ."))
    return found
