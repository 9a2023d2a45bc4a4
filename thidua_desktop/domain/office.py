"""This office: who it is and who signs for it. Knows neither Qt nor SQL."""

import re
from dataclasses import dataclass, field

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid

LEVELS = {"province": "Cấp tỉnh", "district": "Cấp huyện", "commune": "Cấp xã"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The identity of one file; it is not exchanged.

    *symbol*: tail of document symbols ("UBND"); *authority*: lines above a signature, one per
    line ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"); *recipients*: usual "Nơi nhận" lines.
    """

    name: str = ""
    parent: str = ""
    place: str = ""
    level: str = "district"
    code: str = ""
    symbol: str = "UBND"
    authority: str = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    signer: str = ""
    recipients: str = ""
    keeper: str = ""
    is_sample: bool = False
    uid: str = field(default_factory=new_uid)


def problems(draft: Office) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if not draft.name:
        found.append(Problem("name", "Cần có tên cơ quan."))
    if draft.level not in LEVELS:
        found.append(Problem("level", "Cấp phải là tỉnh, huyện hoặc xã."))
    return found


def missing_on_papers(office: Office) -> tuple[str, ...]:
    """Return the fields that a paper of *office* needs and that are blank still.

    An office of a province has none above it on its papers.
    """
    needed = ("place", "signer") if office.level == "province" else ("parent", "place", "signer")
    return tuple(name for name in needed if not getattr(office, name))


_LEVEL_WORDS = (
    ("district", r"\b(huyện|quận|thị xã)\b"),
    ("commune", r"\b(xã|phường|thị trấn|đặc khu)\b"),
    ("province", r"\b(tỉnh|thành phố)\b"),
)
"""In the order they are looked for: "thị xã" is no commune."""


def level_of(name: str) -> str:
    """Return the level that an office's *name* tells of, "" when it tells of none."""
    words = name.lower()
    return next((level for level, form in _LEVEL_WORDS if re.search(form, words)), "")
