"""Awards: a row of the register, kept as it was on the day. Knows neither Qt nor SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain import recipients
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.recipients import Recipient

NATURES = {
    "grant": "Tặng",
    "posthumous": "Truy tặng",
    "adjusted": "Điều chỉnh",
    "revoked": "Thu hồi",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """One award. Names, number and date stand here as they were.

    *title*: catalogue id, or "" with only *title_text*. *year*: year of
    achievement; *period*: its words when not a calendar year ("2023-2024"). *decision_number*,
    *decision_date* repeat the decision's; old records may have a year only. *law*: id of the pack;
    *coefficient* in thousandths; *base_salary* and *amount* in đồng; *ordinal* in the decision.
    """

    recipient: Recipient = field(default_factory=Recipient)
    title: str = ""
    title_text: str = ""
    level: str = "district"
    year: int = 0
    period: str = ""
    loai_hinh: str = "CONG_TRANG"
    nature: str = "grant"
    movement_uid: str | None = None
    nomination_uid: str | None = None
    decision_uid: str | None = None
    decision_number: str = ""
    decision_date: str = ""
    authority: str = ""
    ordinal: int = 0
    law: str = ""
    coefficient: int | None = None
    base_salary: int | None = None
    amount: int | None = None
    certificate_number: str = ""
    certificate_printed: str = ""
    note: str = ""
    source: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRow:
    """An award as a list shows it."""

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
    nature: str
    decision_number: str
    decision_date: str
    authority: str
    amount: int | None
    note: str
    period: str
    group: str
    is_enterprise: bool
    movement: str
    ordinal: int
    law: str
    coefficient: int | None
    base_salary: int | None
    certificate_number: str
    certificate_printed: str
    source: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What stood in the decision and is to stand in the register instead; *field* of an Award."""

    field: str
    label: str
    old: str
    new: str


_AS_DECIDED = {
    "name": "Tên",
    "position": "Chức vụ",
    "unit_name": "Đơn vị",
}


def corrections(before: Award, after: Award) -> list[Correction]:
    """Return what of name, position and unit, as they stood in the decision, is another now."""
    pairs = (
        (name, label, getattr(before.recipient, name), getattr(after.recipient, name))
        for name, label in _AS_DECIDED.items()
    )
    return [
        Correction(f"recipient.{name}", label, old, new)
        for name, label, old, new in pairs
        if old != new
    ]


def problems(draft: Award) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if not draft.recipient.name:
        found.append(Problem("recipient.name", "Cần có tên người hoặc tập thể được khen."))
    if draft.recipient.kind not in recipients.KINDS:
        found.append(Problem("recipient.kind", "Loại đối tượng không có trong danh sách."))
    if not draft.title_text:
        found.append(Problem("title_text", "Cần có danh hiệu hoặc hình thức khen thưởng."))
    if not 1900 <= draft.year <= 2100:
        found.append(Problem("year", "Năm thành tích phải từ 1900 đến 2100."))
    if draft.level not in recipients.LEVELS:
        found.append(Problem("level", "Cấp khen thưởng không có trong danh sách."))
    if draft.loai_hinh not in recipients.LOAI_HINH:
        found.append(Problem("loai_hinh", "Loại hình khen thưởng không có trong danh sách."))
    if draft.nature not in NATURES:
        found.append(Problem("nature", "Hình thức ghi sổ không có trong danh sách."))
    if draft.amount is not None and draft.amount < 0:
        found.append(Problem("amount", "Tiền thưởng không thể là số âm."))
    return found
