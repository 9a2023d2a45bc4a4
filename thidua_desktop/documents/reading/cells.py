"""One cell of a list to a value that can be kept, or to what is wrong with it and a proposal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_desktop.documents.reading.sheets import Value, text_of
from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR, DateError, parse_date, show_date
from thidua_desktop.domain.text import fold

_FIRST_SERIAL = date(1899, 12, 30)  # Excel counts days from here; day 1 is 31/12/1899.
_LAST_SERIAL = 73_050  # The end of 2099.
_DAY_FORM = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})")
_LETTERS = (
    "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ƀčñĕĭŏŭ\u0306"  # Ba Na, Ê Đê, Gia Rai.
)
_STRANGE = re.compile(rf"[^{_LETTERS}\s.'’`-]")
_CALLED = re.compile(r"(?P<called>Ông|Bà|Đ/c|Đồng chí)[.:]?\s+(?P<name>\S+\s+\S.*)", re.I)
_COUNTED = re.compile(r"\d{1,4}\s*[.)/-]\s*(?P<name>\D+)")
_SEXES = {
    **dict.fromkeys(("nam", "nam gioi", "ong", "m", "male"), "male"),
    **dict.fromkeys(("nu", "nu gioi", "ba", "f", "female"), "female"),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a cell, in Vietnamese, and the value proposed for it, or ""."""

    reason: str
    proposal: str = ""


def read_name(value: Value) -> str | Doubt:
    """Return a person's name. Two syllables are enough: "A Tik", "Y Hoa"."""
    name = text_of(value)
    if not name:
        return Doubt("Thiếu họ và tên.")
    if found := _COUNTED.fullmatch(name):
        return Doubt(f"“{name}” có số thứ tự trong ô họ tên.", found["name"].strip())
    if re.search(r"\d", name):
        return Doubt(f"“{name}” có chữ số nên không phải họ tên.")
    if strange := _STRANGE.search(name.casefold()):
        return Doubt(
            f"“{name}” có ký tự lạ “{strange[0]}”; có thể tệp dùng phông chữ cũ (.VnTime, VNI)."
        )
    if found := _CALLED.fullmatch(name):
        return Doubt(f"“{name}” có cách xưng hô “{found['called']}”.", found["name"])
    return name


def read_sex(value: Value) -> str | Doubt:
    """Return male, female, or "" where the cell says nothing."""
    text = text_of(value)
    sex = _SEXES.get(fold(text).strip(" ."), "")
    return sex if sex or not text else Doubt(f"“{text}” không phải Nam hoặc Nữ.")


def read_birth(value: Value, today: date, *, is_typed: bool = False) -> str | Doubt:
    """Return a birth date or year (YYYY, YYYY-MM, YYYY-MM-DD), not after *today*.

    *is_typed*: the column holds dates typed without marks (`types_dates`), so that a number of
    five digits may be one of them and not a day as Excel counts.
    """
    doubt = _typed_or_serial(value, today) if is_typed else None
    read = doubt or read_date(value)
    if isinstance(read, Doubt) or not read or read <= today.isoformat():
        return read
    shown = text_of(value)
    if re.search(r"\D\d\d$", shown):  # A year of two digits was taken for the next century.
        return Doubt(f"Năm sinh trong “{shown}” không rõ thế kỷ.", show_date(_century_before(read)))
    return Doubt(f"Ngày sinh {show_date(read)} ở sau hôm nay.")


def types_dates(values: Iterable[Value]) -> bool:
    """Say whether a column of *values* has dates typed without marks: 150685, 15061985."""
    numbers = (value for value in values if isinstance(value, int) and value > _LAST_SERIAL)
    return any(map(_typed_date, numbers))


def read_date(value: Value) -> str | Doubt:
    """Return a partial date of a cell: a real date, a year, a day as Excel counts, or text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number_date(int(value), text_of(value))
    return _text_date(text_of(value))


def read_citizen_id(value: Value) -> str | Doubt:
    """Return a citizen number of 12 (or old 9) digits; a lost first zero is proposed back."""
    text = text_of(value)
    digits = re.sub(r"[\s.\-']", "", text)
    if not digits or re.fullmatch(r"\d{9}|\d{12}", digits):
        return digits
    if not digits.isdigit():
        return Doubt(f"“{text}” có ký tự không phải chữ số.", "")
    whole = digits.zfill(12) if len(digits) in (10, 11) else digits.zfill(9)
    if len(digits) in (8, 10, 11) and (len(whole) == 9 or 1 <= int(whole[:3]) <= 96):
        name = "CCCD" if len(whole) == 12 else "Số CMND"
        return Doubt(f"{name} mất số 0 ở đầu: đề nghị {whole}.", whole)
    return Doubt(f"Số định danh phải có 12 chữ số (CMND cũ: 9); “{text}” có {len(digits)} chữ số.")


def _number_date(number: int, shown: str) -> str | Doubt:
    if FIRST_YEAR <= number <= LAST_YEAR:
        return str(number)
    if LAST_YEAR < number <= _LAST_SERIAL:
        return (_FIRST_SERIAL + timedelta(days=number)).isoformat()
    return _typed_date(number) or Doubt(f"“{shown}” không phải ngày hoặc năm.")


def _typed_or_serial(value: Value, today: date) -> Doubt | None:
    """Return the doubt between the two dates that a number can mean, or None when it means one."""
    if not isinstance(value, int) or not LAST_YEAR < value <= _LAST_SERIAL:
        return None
    typed = _typed_date(value)
    if not typed or typed > today.isoformat():
        return None
    serial = (_FIRST_SERIAL + timedelta(days=value)).isoformat()
    return Doubt(
        f"“{value}” có thể là ngày {show_date(typed)} hoặc {show_date(serial)} (Excel đếm ngày).",
        show_date(typed),
    )


def _typed_date(number: int) -> str:
    """Return the date that was typed without marks, 050685 or 05061985 without its 0, or ""."""
    width = 6 if number < 10**6 else 8
    try:
        typed = parse_date(f"{number:0{width}}")
    except DateError:
        return ""
    return typed if len(typed) == len("YYYY-MM-DD") else ""


def _text_date(text: str) -> str | Doubt:
    if not text:
        return ""
    if re.fullmatch(r"\d{5}", text):  # A serial number that was kept as text.
        return _number_date(int(text), text)
    try:
        return parse_date(text)
    except DateError as error:
        if found := _DAY_FORM.fullmatch(text):
            return Doubt(f"{text} không phải ngày có thật.", _swapped(*found.groups()))
        return Doubt(str(error))


def _swapped(day: str, month: str, year: str) -> str:
    """Return day and month in the other order where that is a date, else the year alone."""
    try:
        return show_date(parse_date(f"{month}/{day}/{year}"))
    except DateError:
        return year if len(year) == 4 else ""


def _century_before(value: str) -> str:
    return f"{int(value[:4]) - 100}{value[4:]}"
