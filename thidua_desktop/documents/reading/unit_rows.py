"""A row of a list of units to the fields of a unit, each read or in doubt."""

import re
from collections.abc import Iterator

from thidua_desktop.documents.reading.cells import Doubt, read_date
from thidua_desktop.documents.reading.row_cells import Field, RowCells
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import KINDS

# What a unit's name or kind begins with, folded; the first that fits counts.
_BEGINNINGS = (
    (
        "school",
        r"truong\b|mam non|mn\b|tieu hoc|th\b|thcs|thpt|th&thcs|th va thcs|mau giao|giao duc",
    ),
    ("village", r"thon\b|to dan pho|tdp\b|lang\b|buon\b|khu pho|to \d"),
    ("enterprise", r"doanh nghiep|cong ty|hop tac xa|htx\b|dntn|tap doan|ngan hang"),
    (
        "party",
        r"huyen uy|tinh uy|dang\b|ban (?:to chuc|tuyen giao|dan van|xay dung dang)|mat tran|"
        r"mttq|ubmttq|uy ban (?:mttq|mat tran)|hoi\b|doan\b|lien doan|doan the|uy ban kiem tra",
    ),
    ("commune", r"(?:ubnd |uy ban nhan dan )?(?:cac )?(?:xa|phuong|thi tran)\b"),
    ("office", r"ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|co quan quan ly"),
    (
        "department",
        r"phong\b|so\b|ban\b|van phong|thanh tra|chi cuc|trung tam|cong an|quan su|"
        r"co quan|kho bac|chi nhanh|toa an|vien\b|hat\b|doi\b|bao hiem|don vi su nghiep",
    ),
    ("other", r"khac\b|don vi khac"),
)
_BY_NAME = {fold(name): kind for kind, name in KINDS.items()}


def read_unit(row: RowCells) -> Iterator[Field]:
    """Give the fields of the unit in *row*; its kind is told by its column, else by its name."""
    name = row.text("name")
    yield "name", row.places["name"], name if re.search(r"[^\W\d_]", name) else _no_name(name)
    yield "kind", row.places.get("kind"), _kind(row.text("kind"), name)
    yield row.read("parent")
    yield row.read("code")
    first, last = read_date(row.value("valid_from")), read_date(row.value("valid_to"))
    yield "valid_from", row.places.get("valid_from"), first
    if isinstance(first, str) and isinstance(last, str) and first and last and last < first:
        last = Doubt("Ngày kết thúc đứng trước ngày bắt đầu.", "end_before_start")
    yield "valid_to", row.places.get("valid_to"), last
    yield row.read("note")


def guessed_kind(text: str) -> str:
    """Return the kind of unit that *text*, a name or the name of a kind, speaks of, or ""."""
    folded = fold(text)
    if folded in _BY_NAME:
        return _BY_NAME[folded]
    return next((kind for kind, form in _BEGINNINGS if re.match(form, folded)), "")


def _kind(told: str, name: str) -> str | Doubt:
    by_name = guessed_kind(name) or "other"
    if not told:
        return by_name
    known = guessed_kind(told)
    reason = f"“{told}” không có trong danh sách loại đơn vị."
    others = (name for kind, name in KINDS.items() if kind != by_name)
    return known or Doubt(reason, "unit_kind", (KINDS[by_name], *others))


def _no_name(name: str) -> Doubt:
    if name:
        return Doubt(f"“{name}” không phải tên đơn vị.", "number_as_name")
    return Doubt("Thiếu tên đơn vị.", "no_name")
