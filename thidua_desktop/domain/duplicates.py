"""When two people, or two units, may be one: how strongly, and why in words. Knows no file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from thidua_desktop.domain.dates import show_date

SURE, LIKELY, DOUBTFUL = 3, 2, 1
STRENGTHS = {SURE: "Gần như chắc", LIKELY: "Nhiều khả năng", DOUBTFUL: "Nên xem lại"}

Names = Literal["same", "marks", "letter", "order", "word", "other"]
"""How two names agree: alike, but for marks, but for a letter, in another order, one has a word
more, not at all."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of *table* that may be one; *strength* is one of STRENGTHS.

    *names*: what the two are called.
    """

    table: str
    first: str
    second: str
    strength: int
    reasons: tuple[str, ...]
    names: tuple[str, str] = ("", "")

    @property
    def key(self) -> str:
        """Return what names the pair, whichever of the two is said first."""
        return f"{min(self.first, self.second)}{max(self.first, self.second)}"


class Someone(NamedTuple):
    """What is compared of a person. *folded*: the name without marks."""

    uid: str
    full_name: str
    folded: str
    birth: str
    sex: str
    unit: str
    citizen_id: str


class Body(NamedTuple):
    """What is compared of a unit; *starts* and *ends* are partial dates."""

    uid: str
    name: str
    folded: str
    kind: str
    parent: str
    code: str
    starts: str
    ends: str


def people(one: Someone, other: Someone, names: Names) -> Pair | None:
    """Return why the two may be one, None when what is known of them says that they are two."""
    number = _numbers(one.citizen_id, other.citizen_id)
    birth = _births(one.birth, other.birth)
    unit = _units(one.unit, other.unit)
    strength = _strength(names, number, birth, unit)
    is_other_sex = bool(one.sex and other.sex and one.sex != other.sex)
    if is_other_sex and number != "same" and names not in ("same", "marks"):
        strength = 0
    if not strength:
        return None
    reasons = [
        _NUMBERS.get(number, ""),
        _NAMES[names],
        _birth_words(birth, one.birth, other.birth),
        _UNITS[unit],
        "khác giới tính" if is_other_sex else "",
    ]
    called = (one.full_name, other.full_name)
    return Pair("person", one.uid, other.uid, strength, tuple(filter(None, reasons)), called)


def units(one: Body, other: Body, names: Names) -> Pair | None:
    """Return why two units may be one, None when they are two or followed one another."""
    if not _overlap(one, other):
        return None
    has_code = bool(one.code) and one.code == other.code and one.kind == other.kind
    above = _units(one.parent, other.parent)
    if above == "other" and not has_code:
        return None
    if names == "other" and not (has_code and above != "other"):
        return None
    strength = {"same": LIKELY, "marks": LIKELY}.get(names, DOUBTFUL)
    if names == "same" and above == "same":
        strength = SURE
    reasons = ["cùng mã" if has_code else "", _UNIT_NAMES[names], _PARENTS[above]]
    called = (one.name, other.name)
    return Pair("unit", one.uid, other.uid, strength, tuple(filter(None, reasons)), called)


_NUMBERS = {"same": "cùng số định danh", "near": "số định danh chỉ lệch một chữ số"}
_NAMES = {
    "same": "cùng họ tên",
    "marks": "họ tên chỉ khác dấu",
    "letter": "họ tên khác một chữ cái",
    "order": "họ tên đảo thứ tự chữ",
    "word": "họ tên thiếu một chữ đệm",
    "other": "nhưng khác họ tên",
}
_UNITS = {"same": "cùng đơn vị", "unknown": "có bên chưa ghi đơn vị", "other": "khác đơn vị"}
_UNIT_NAMES = {
    "same": "cùng tên",
    "marks": "tên chỉ khác cách viết tắt",
    "letter": "tên khác một chữ cái",
    "order": "tên đảo thứ tự chữ",
    "word": "tên riêng giống nhau",
    "other": "",
}
_PARENTS = {
    "same": "cùng đơn vị cấp trên",
    "unknown": "có bên chưa ghi đơn vị cấp trên",
    "other": "khác đơn vị cấp trên",
}
_FULL = 10  # Letters of a date with its day.
_EXACT = {4: "năm", 7: "tháng", 10: "ngày"}


def _strength(names: Names, number: str, birth: str, unit: str) -> int:
    """Return how strongly all together speaks for one person; 0 is not at all."""
    if number == "same":
        return SURE if names in ("same", "marks") else LIKELY
    if number == "other" or birth == "other":
        return 0
    if names in ("same", "marks"):
        found = _ALIKE.get((birth, unit), 0)
        return found if names == "same" else max(found - 1, 0)
    if birth == "same":
        return LIKELY if unit == "same" and names != "word" else DOUBTFUL
    if names == "word" or birth == "near" or unit != "same":
        return 0
    return DOUBTFUL


# For people of the same name: birth and unit, and what both together weigh.
_ALIKE = {
    ("same", "same"): SURE,
    ("same", "unknown"): LIKELY,
    ("same", "other"): LIKELY,
    ("partly", "same"): LIKELY,
    ("partly", "unknown"): DOUBTFUL,
    ("near", "same"): DOUBTFUL,
    ("unknown", "same"): LIKELY,
}


def _numbers(one: str, other: str) -> str:
    if not one or not other or len(one) != len(other):
        return "unknown"
    if one == other:
        return "same"
    return "near" if _slips(one, other) == 1 else "other"


def _births(one: str, other: str) -> str:
    if not one or not other:
        return "unknown"
    if one == other:
        return "same" if len(one) == _FULL else "partly"
    if one.startswith(other) or other.startswith(one):
        return "partly"
    if len(one) == len(other) == _FULL:
        is_turned = one == f"{other[:4]}-{other[8:]}-{other[5:7]}"
        return "near" if is_turned or _slips(one, other) == 1 else "other"
    return "other"


def _units(one: str, other: str) -> Literal["same", "unknown", "other"]:
    if not one or not other:
        return "unknown"
    return "same" if one == other else "other"


def _slips(one: str, other: str) -> int:
    """Return in how many places two texts of one length differ."""
    return sum(a != b for a, b in zip(one, other, strict=True))


def _birth_words(birth: str, one: str, other: str) -> str:
    if one and one == other:
        return f"cùng {_EXACT[len(one)]} sinh {show_date(one)}"
    if birth == "partly":
        return f"ngày sinh khớp nhau ({show_date(one)}, {show_date(other)})"
    if birth == "unknown":
        return "chưa đủ ngày sinh để phân biệt"
    words = "ngày sinh gần giống" if birth == "near" else "nhưng khác ngày sinh"
    return f"{words} ({show_date(one)}, {show_date(other)})"


def _overlap(one: Body, other: Body) -> bool:
    """Say whether there was a time at which both were there."""
    return not (_ended_before(one, other) or _ended_before(other, one))


def _ended_before(one: Body, other: Body) -> bool:
    return bool(one.ends and other.starts) and one.ends <= other.starts


def groups(pairs: Sequence[Pair]) -> list[tuple[str, ...]]:
    """Return the uids that hang together through *pairs*, each group once, in their order."""
    root: dict[str, str] = {}

    def top(uid: str) -> str:
        while root.setdefault(uid, uid) != uid:
            root[uid] = root[root[uid]]
            uid = root[uid]
        return uid

    for pair in pairs:
        root[top(pair.second)] = top(pair.first)
    found: dict[str, list[str]] = {}
    for uid in list(root):
        found.setdefault(top(uid), []).append(uid)
    return [tuple(uids) for uids in found.values()]
