"""One cell of a list to a value that can be kept, or to what is wrong with it and a proposal."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_desktop.documents.reading.sheets import Value, text_of
from thidua_desktop.domain.dates import DateError, parse_date, show_date
from thidua_desktop.domain.text import fold

_FIRST_SERIAL = date(1899, 12, 30)  # Excel counts days from here; day 1 is 31/12/1899.
_LAST_SERIAL = 73_050  # The end of 2099.
_SMALLEST_SERIAL = 2_101  # Below this a number in a date column is a year, or nothing.
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


def read_birth(value: Value, today: date) -> str | Doubt:
    """Return a birth date or year (YYYY, YYYY-MM, YYYY-MM-DD), not after *today*."""
    read = read_date(value, today.isoformat())
    if isinstance(read, Doubt) or not read or read <= today.isoformat():
        return read
    shown = text_of(value)
    if re.search(r"\D\d\d$", shown):  # A year of two digits was taken for the next century.
        return Doubt(f"Năm sinh trong “{shown}” không rõ thế kỷ.", show_date(_century_before(read)))
    return Doubt(f"Ngày sinh {show_date(read)} ở sau hôm nay.")


def read_date(value: Value, latest: str = "9999") -> str | Doubt:
    """Return a partial date of a cell: a real date, a year, a serial number of Excel, or text.

    *latest* is the last date that a number typed without marks is taken for.
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number_date(int(value), text_of(value), latest)
    return _text_date(text_of(value), latest)


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


def _number_date(number: int, shown: str, latest: str) -> str | Doubt:
    if 1900 <= number <= 2100:
        return str(number)
    typed = _typed_date(number, latest)
    if not _SMALLEST_SERIAL <= number <= _LAST_SERIAL:
        return typed or Doubt(f"“{shown}” không phải ngày hoặc năm.")
    serial = (_FIRST_SERIAL + timedelta(days=number)).isoformat()
    if typed:
        return Doubt(
            f"“{shown}” có thể là ngày {show_date(serial)} (số ngày của Excel) "
            f"hoặc {show_date(typed)}.",
            show_date(serial),
        )
    return serial


def _typed_date(number: int, latest: str) -> str:
    """Return the date that was typed without marks, 050685 or 05061985 without its 0, or ""."""
    width = 6 if number < 10**6 else 8
    try:
        typed = parse_date(f"{number:0{width}}")
    except DateError:
        return ""
    return typed if len(typed) == len("YYYY-MM-DD") and typed <= latest else ""


def _text_date(text: str, latest: str) -> str | Doubt:
    if not text:
        return ""
    if re.fullmatch(r"\d{5}", text):  # A serial number that was kept as text.
        return _number_date(int(text), text, latest)
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
