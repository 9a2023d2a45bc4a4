"""Which rows of a list are rows of people or units, and which only stand between them."""

import re
from collections.abc import Mapping
from typing import Literal

from thidua_desktop.documents.reading.sheets import ReadRow, text_of
from thidua_desktop.domain.text import fold

RowKind = Literal["data", "blank", "group", "total", "signature", "remark"]

_NUMBER = re.compile(r"\d{1,5}\.?")
_GROUP_NUMBER = re.compile(r"(?:[IVX]+|[A-Z])[./)]?")
_NUMBERED = re.compile(r"(?:[IVX]+|[A-Z])[./)]\s.*")
# With their marks, because "Tô", "Trương" and "Khôi" are names of people.
_GROUP = re.compile(r"(?:khối|cụm|nhóm|cấp|các|tập thể|cá nhân|hộ gia đình|đoàn thể)\b.*", re.I)
_UNIT = re.compile(
    r"(?:trường|xã|phường|thị trấn|thành phố|huyện|phòng|ubnd|[uủ][ỷy] ban|trung tâm|công an|tổ|"
    r"đơn vị|cơ quan|văn phòng|ban (?:chỉ huy|quản lý|tổ chức|tuyên giáo|dân vận))\b.*",
    re.I,
)
_PART = re.compile(r"(?:tổ|đơn vị|cơ quan)\b", re.I)  # Of a unit, or no name of one.
_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số)?|cộng)(?: .{0,40})?[:.]?(?: ?\d.*)?|.*ấn định danh sách.*|"
    r".*danh sách (?:này )?(?:có|gồm)\b.*",
    re.I,
)
_COUNT = re.compile(r"[\d.,% ]+(?: \w+)?")
_SIGNATURE = re.compile(
    r"(?:nguoi|can bo) (?:lap|tong hop|ky)\b.*|lap (?:bieu|bang|danh sach)|ke toan(?: truong)?|"
    r"(?:pho )?(?:thu truong|hieu truong|chu tich|truong phong|giam doc)\b.*|xac nhan .*|"
    r"\((?:da )?ky\b.*|da ky|ky ten.*|ky,? (?:va )?ghi .*|(?:tm|kt|tl|tuq)\..*|"
    r"(?:.*, ?)?ngay .{0,8} ?thang .{0,8} ?nam .{0,6}"
)
_REMARK = re.compile(r"[(*]*(?:ghi chu|luu y|chu y)\b.*")


def kind_of_row(row: ReadRow, columns: Mapping[str, int], needed: str) -> RowKind:
    """Return what *row* is in a list with *columns* whose names stand in column *needed*.

    A row that is numbered is data. One that is not is data too unless it is plainly something
    else: in doubt it waits for the officer rather than vanish.
    """
    texts = {n: text for n, cell in enumerate(row.cells) if (text := text_of(cell))}
    ordinal = texts.pop(columns.get("ordinal", -1), "")
    if not texts and (not ordinal or _NUMBER.fullmatch(ordinal)):
        return "blank"  # Rows of a template are numbered long before they are filled.
    if _NUMBER.fullmatch(ordinal):
        return "data"
    name = texts.get(columns[needed], "")
    different = [*dict.fromkeys(texts.values())]
    if found := _closing(name, ordinal, different):
        return found
    if len(different) > 1:
        return "data"
    words = next(iter(different), ordinal)
    if _GROUP_NUMBER.fullmatch(ordinal) or not texts or _is_group(words, len(texts), needed):
        return "group"
    is_named = bool(texts.keys() & set(columns.values()))
    return "data" if is_named and not _REMARK.match(fold(words)) else "remark"


def is_numbered(row: ReadRow, columns: Mapping[str, int]) -> bool:
    """Say whether *row* has a number in the column of numbers, and something beside it."""
    at = columns.get("ordinal", len(row.cells))
    texts = [text_of(cell) for cell in row.cells]
    return at < len(texts) and bool(_NUMBER.fullmatch(texts[at])) and any(texts[at + 1 :])


def group_unit(text: str) -> str:
    """Return the unit that a group row names over its people, without its number, or nothing."""
    bare = re.sub(r"^(?:[IVX]+|[A-Z]|\d+)[./)]\s*", "", text)
    bare = re.sub(r"^(?:đơn vị|cơ quan)\s*:\s*", "", bare, flags=re.I).strip(" :")
    return bare if _UNIT.fullmatch(bare) and not _PART.match(bare) else ""


def _closing(name: str, ordinal: str, texts: list[str]) -> RowKind | None:
    """Tell totals by their first words, and signatures by those, or any where no name stands."""
    first, *others = [ordinal, *texts] if ordinal else texts
    if _TOTAL.fullmatch(first) and all(map(_COUNT.fullmatch, others)):
        return "total"
    speaking = [name or ordinal] if name or ordinal else texts
    is_signed = any(_SIGNATURE.fullmatch(fold(text)) for text in speaking)
    return "signature" if is_signed and len(texts) <= 3 else None


def _is_group(words: str, filled: int, needed: str) -> bool:
    """Say whether the only words of a row, in *filled* cells by merging, head the rows below."""
    if filled > 1 or _NUMBERED.fullmatch(words) or _GROUP.fullmatch(words):
        return True
    return needed == "full_name" and bool(_UNIT.fullmatch(words))
