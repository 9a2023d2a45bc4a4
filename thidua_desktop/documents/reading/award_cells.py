"""Cells that only lists of awards and merits have: years, decisions, kinds, ratings, money."""

import re
from dataclasses import dataclass
from datetime import date

from thidua_desktop.documents.reading.cells import Doubt, read_choice, read_date
from thidua_desktop.documents.reading.sheets import Value, text_of
from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR, DateError, parse_date
from thidua_desktop.domain.merits import DISCIPLINES, RATINGS, SCOPES
from thidua_desktop.domain.recipients import KINDS, LEVELS, LOAI_HINH
from thidua_desktop.domain.text import clean, fold

_YEAR = r"(?:19|20)\d\d"
_SCHOOL_YEAR = re.compile(rf"(?<!\d)({_YEAR})\s*[-–—/]\s*({_YEAR}|\d\d)(?!\d)")
_ONE_YEAR = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_ONLY_YEAR = re.compile(rf"(?:nam )?(?:hoc )?({_YEAR})(?:\s*[-–—/]\s*(?:{_YEAR}|\d\d))?")
_DATE = re.compile(
    r"ngày\s+(?P<words>\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})|"
    r"(?<![\d/])(?P<marks>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2}))(?![\d/])",
    re.I,
)
_DECISION_WORD = re.compile(
    r"(?<![/-])\b(?:quyết định|qđ)\b(?!\s*-)(?:\s*số\b)?[:.]?|\bsố\b[:.]?", re.I
)
_SYMBOL = r"[A-ZĐa-zđ][\w.&]*(?:\s*-\s*[\w.&]+)*"
_NUMBER = re.compile(rf"(?<![\w/])(\d+[A-Za-z]?\s*/\s*(?:\d{{4}}\s*/\s*)?{_SYMBOL}|\d+)")
_BY = re.compile(r"\bcủa\s+(?P<who>.+?)\s*(?:\)|;|\bvề\b|$)", re.I)
_NO_MARKS = frozenset(("", "0", "-", "–", "—", ".", "/", "khong", "ko", "k", "khong dat", "chua"))
_MARKS = frozenset(
    ("x", "×", "✓", "✔", "√", "v", "ü", "þ", "1", "co", "+", "*", "●", "•", "dat", "d")
)
_RATINGS = (
    ("FAIL", r"(?:khong|chua) hoan thanh.*|khtnv|kht|khong ht.*|yeu|kem"),
    ("EXCELLENT", r"(?:ht|hoan thanh) ?xuat sac.*|htxs(?:nv)?|hoan thanh xs.*|xuat sac|xs"),
    ("GOOD", r"(?:ht|hoan thanh) ?tot.*|htt(?:nv)?|hoan thanh t nv|tot"),
    ("DONE", r"hoan thanh(?: nhiem vu| chuc trach.*| nv)?|htnv|ht"),
)
_KINDS = (
    ("foreign_person", r"ca nhan (?:nguoi )?nuoc ngoai"),
    ("foreign_collective", r"tap the (?:nguoi )?nuoc ngoai"),
    ("person", r"(?:cac )?ca ?nhan.*|cn|nguoi|can bo|giao vien"),
    ("household", r"(?:cac )?ho(?: ?gia ?dinh)?|gia dinh|hgd"),
    ("enterprise", r"(?:cac )?doanh nghiep.*|dn|hop tac xa|htx"),
    ("village", r"(?:cac )?thon\b.*|to dan pho|khu dan cu|lang"),
    ("commune", r"(?:cac )?xa(?:, phuong.*)?|phuong|thi tran"),
    ("collective", r"(?:cac )?tap ?the.*|tt|don vi"),
)
_LOAI_HINH = (
    ("CONG_TRANG", r".*cong trang.*|.*thuong xuyen.*|.*tong ket.*|.*hang nam.*"),
    ("DOT_XUAT", r".*dot xuat.*"),
    ("PHONG_TRAO", r".*phong trao.*|.*chuyen de.*|.*theo dot.*|.*dot thi dua.*"),
    ("CONG_HIEN", r".*cong hien.*"),
    ("NIEN_HAN", r".*nien han.*"),
    ("DOI_NGOAI", r".*doi ngoai.*"),
    ("KHANG_CHIEN", r".*khang chien.*"),
)
_LEVELS = (
    ("state", r"(?:cap )?(?:nha nuoc|trung uong|thu tuong.*|chu tich nuoc|chinh phu)"),
    ("ministry", r"(?:cap )?(?:bo|ban|nganh|bo,? (?:ban,? )?nganh.*)"),
    ("province", r"(?:cap )?(?:ubnd )?tinh"),
    ("district", r"(?:cap )?(?:ubnd )?(?:huyen|quan|thi xa|thanh pho)"),
    ("commune", r"(?:cap )?(?:ubnd )?(?:xa|phuong|thi tran)"),
    ("grassroots", r"(?:cap )?(?:co so|don vi|truong)"),
)
_SCOPES = (
    ("national", r"(?:cap |trong )?(?:toan quoc|ca nuoc|nha nuoc|quoc gia)"),
    ("ministry", r"(?:cap |trong )?(?:bo|nganh|bo,? (?:ban,? )?nganh.*|toan quan)"),
    ("province", r"(?:cap |trong |toan )?tinh.*"),
    ("unit", r"(?:cap |trong |toan )?(?:co so|don vi|truong|huyen|xa|nganh giao duc huyen).*"),
)
_DISCIPLINES = {
    "KHIEN_TRACH": "khien trach", "CANH_CAO": "canh cao", "HA_BAC_LUONG": "ha bac luong",
    "GIANG_CHUC": "giang chuc", "CACH_CHUC": "cach chuc", "BUOC_THOI_VIEC": "buoc thoi viec",
    "KHAI_TRU": "khai tru", "GIAI_TAN": "giai tan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """What a text says of a decision; "" for what it does not say."""

    number: str = ""
    date: str = ""
    authority: str = ""


def read_year(value: Value) -> tuple[str | Doubt, str]:
    """Return the year of a cell (YYYY) and its school year or period (YYYY-YYYY), "" for none.

    A period has no single year: which one counts is for the taker of the list to say.
    """
    if isinstance(value, date):
        return str(value.year), ""
    text = text_of(value)
    if period := period_in(text):
        return "", period
    years = list(dict.fromkeys(_ONE_YEAR.findall(_DATE.sub(" ", text)))) or _ONE_YEAR.findall(text)
    if len(years) > 1:
        told = ", ".join(years)
        return Doubt(f"Ô năm có nhiều năm: {told}. Mỗi năm cần một dòng.", "several_years"), ""
    if years:
        return years[0], ""
    if re.fullmatch(r"\d\d", text):
        return Doubt(f"Năm “{text}” chỉ có hai chữ số.", "short_year", (f"20{text}",)), ""
    return (Doubt(f"“{text}” không phải năm.", "no_year") if text else ""), ""


def period_in(text: str) -> str:
    """Return the school year or period that *text* names as YYYY-YYYY, or ""."""
    for found in _SCHOOL_YEAR.finditer(text):
        first, last = found.groups()
        last = last if len(last) == 4 else first[:2] + last
        if FIRST_YEAR <= int(first) < int(last) <= min(int(first) + 10, LAST_YEAR):
            return f"{first}-{last}"
    return ""


def year_in(text: str) -> str:
    """Return the only year that *text* names ("năm 2024", "2024"), or ""."""
    found = set(_ONE_YEAR.findall(_DATE.sub(" ", _SCHOOL_YEAR.sub(" ", text))))
    return found.pop() if len(found) == 1 else ""


def is_year(text: str) -> bool:
    """Say whether *text* is a year or school year and nothing else: "Năm 2022", "2022-2023"."""
    return bool(_ONLY_YEAR.fullmatch(fold(text).strip(" .:()")))


def decision_in(text: str) -> Decision:
    """Return the decision that *text* names: "QĐ số 12/QĐ-UBND ngày 05/6/2019 của …"."""
    found = _DATE.search(text)
    day = _day(found) if found else ""
    rest = _DATE.sub(" ", text)
    rest = re.sub(r"\bngày\b", " ", rest, flags=re.I)
    number = _NUMBER.search(_DECISION_WORD.sub(" ", rest))
    by = _BY.search(rest)
    return Decision(
        re.sub(r"\s+", "", number[1]) if number else "", day, clean(by["who"]) if by else ""
    )


def read_decision(value: Value) -> tuple[str | Doubt, str]:
    """Return the number of the decision in a cell, and its date when the cell has it too."""
    text = text_of(value)
    if not text:
        return "", ""
    if isinstance(value, date):
        return "", value.isoformat()
    found = decision_in(text)
    if (day := _DATE.search(text)) and not found.date:
        return Doubt(f"{day[0]} không phải ngày có thật.", "impossible_date"), ""
    if found.number or found.date:
        return found.number, found.date
    return Doubt(f"“{text}” không có số quyết định.", "no_decision"), ""


def read_decision_date(value: Value, today: date) -> str | Doubt:
    """Return the date of a decision, not after *today*."""
    read = read_date(value)
    if isinstance(read, str) and read > today.isoformat():
        return Doubt(f"Ngày quyết định {text_of(value)} ở sau hôm nay.", "future")
    return read


def read_amount(value: Value) -> str | Doubt:
    """Return an amount of money in whole đồng."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(round(value))
    text = text_of(value)
    bare = re.sub(r"(?:đồng|vnđ|vnd|đ)\.?$", "", text, flags=re.I).strip()
    if re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+|\d+", bare):
        return re.sub(r"\D", "", bare)
    return Doubt(f"“{text}” không phải số tiền.", "no_amount") if text else ""


def read_rating(value: Value) -> str | Doubt:
    """Return the key of the rating that a cell names, spelled out or short (HTXSNV)."""
    text = text_of(value)
    found = rating_of(text)
    if found or not text:
        return found
    return Doubt(f"“{text}” không phải mức xếp loại.", "rating", tuple(RATINGS.values()))


def rating_of(text: str) -> str:
    """Return the key of the rating that *text* is, or ""."""
    return _by_form(text, _RATINGS)


def read_kind(value: Value) -> str | Doubt:
    """Return the kind of recipient that a cell names: "CANHAN", "Tập thể", "Hộ"."""
    found = kind_of_words(text_of(value))
    return found or read_choice(value, KINDS, "recipient_kind", "loại đối tượng")


def kind_of_words(text: str) -> str:
    """Return the kind of recipient that *text* is a word for, or ""."""
    return _by_form(text, _KINDS)


def read_loai_hinh(value: Value) -> str | Doubt:
    """Return the code of the kind of commendation that a cell names."""
    found = _by_form(text_of(value), _LOAI_HINH)
    return found or read_choice(value, LOAI_HINH, "loai_hinh", "loại hình khen thưởng")


def loai_hinh_in(text: str) -> str:
    """Return the code of the kind of commendation that *text* speaks of, or ""."""
    told = (pair for pair in _LOAI_HINH if pair[0] not in ("CONG_TRANG", "PHONG_TRAO"))
    return _by_form(text, (*told, ("PHONG_TRAO", r".*(?:chuyen de|theo dot)\b.*")))


def read_level(value: Value) -> str | Doubt:
    """Return the level that a cell names; the words of an authority name none."""
    found = _by_form(text_of(value), _LEVELS)
    return found or read_choice(value, LEVELS, "level", "cấp khen thưởng")


def read_scope(value: Value) -> str | Doubt:
    """Return the scope of an initiative that a cell names."""
    found = _by_form(text_of(value), _SCOPES)
    return found or read_choice(value, SCOPES, "scope", "phạm vi ảnh hưởng")


def read_discipline(value: Value) -> str | Doubt:
    """Return the key of the disciplinary measure that a cell names."""
    folded = fold(text_of(value))
    found = next((key for key, words in _DISCIPLINES.items() if words in folded), "")
    return found or read_choice(value, DISCIPLINES, "discipline", "hình thức kỷ luật")


def is_mark(text: str) -> bool:
    """Say whether *text* is a sign that fills a cell of a pivoted list: x, ✓, 1, có."""
    return fold(text).strip(" .") in _MARKS


def is_no_mark(text: str) -> bool:
    """Say whether *text* leaves a cell of a pivoted list unfilled: nothing, 0, -, không."""
    return fold(text).strip() in _NO_MARKS


def _by_form(text: str, forms: tuple[tuple[str, str], ...]) -> str:
    folded = fold(text).strip(" .:")
    return next((key for key, form in forms if re.fullmatch(form, folded)), "")


def _day(found: re.Match[str]) -> str:
    written = f"ngày {found['words']}" if found["words"] else found["marks"]
    try:
        return parse_date(written)
    except DateError:
        return ""
