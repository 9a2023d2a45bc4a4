"""One cell of a list to a value that can be kept, or to what is wrong with it and proposals.

Names stand in `names`; what only lists of awards have stands in `award_cells`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_desktop.documents.reading.sheets import Value, text_of
from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR, DateError, parse_date, show_date
from thidua_desktop.domain.text import fold

_FIRST_SERIAL = date(1899, 12, 30)  # Excel counts days from here; day 1 is 31/12/1899.
_LAST_SERIAL = 73_050  # The end of 2099.
_DAY_FORM = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})")
_SCIENTIFIC = re.compile(r"\d[.,]\d+E\+?\d+", re.I)
_SEXES = {
    **dict.fromkeys(("nam", "nam gioi", "ong", "m", "male"), "male"),
    **dict.fromkeys(("nu", "nu gioi", "ba", "f", "female"), "female"),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a cell, in Vietnamese, and what is proposed for it, the best first.

    *code* names the kind of problem. *value* with *is_offer*: what is taken as it stands unless a
    proposal is accepted.
    """

    reason: str
    code: str
    proposals: tuple[str, ...] = ()
    value: str = ""
    is_offer: bool = False


def read_sex(value: Value) -> str | Doubt:
    """Return male, female, or "" where the cell says nothing."""
    text = text_of(value)
    sex = _SEXES.get(fold(text).strip(" ."), "")
    if sex or not text:
        return sex
    return Doubt(f"“{text}” không phải Nam hoặc Nữ.", "sex", ("Nam", "Nữ"))


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
        before = show_date(_century_before(read))
        return Doubt(f"Năm sinh trong “{shown}” không rõ thế kỷ.", "century", (before,))
    return Doubt(f"Ngày sinh {show_date(read)} ở sau hôm nay.", "future")


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
    if _SCIENTIFIC.fullmatch(text):
        reason = f"“{text}” là số đã bị Excel rút gọn; cần xem lại số đầy đủ."
        return Doubt(reason, "shortened_number")
    if not digits.isdigit():
        proposals = _digits_meant(digits)
        return Doubt(f"“{text}” có ký tự không phải chữ số.", "not_digits", proposals)
    whole = digits.zfill(12) if len(digits) in (10, 11) else digits.zfill(9)
    if len(digits) in (8, 10, 11) and (len(whole) == 9 or 1 <= int(whole[:3]) <= 96):
        name = "CCCD" if len(whole) == 12 else "Số CMND"
        return Doubt(f"{name} mất số 0 ở đầu: đề nghị {whole}.", "lost_zero", (whole,))
    return Doubt(
        f"Số định danh phải có 12 chữ số (CMND cũ: 9); “{text}” có {len(digits)} chữ số.", "length"
    )


def read_choice(value: Value, known: Mapping[str, str], code: str, what: str) -> str | Doubt:
    """Return the key of *known* (key to words) whose words stand in the cell, "" when it is empty.

    *what* names the choice in the sentence for a cell that is none of them.
    """
    text = text_of(value)
    folded = fold(text).strip(" .")
    by_words = {fold(words): key for key, words in known.items()}
    if not folded or folded in by_words:
        return by_words.get(folded, "")
    return Doubt(f"“{text}” không có trong danh sách {what}.", code, tuple(known.values()))


def _digits_meant(text: str) -> tuple[str, ...]:
    """Return the number meant where letters were typed for the digits they look like."""
    digits = text.upper().translate(str.maketrans("OQIL", "0011"))
    return (digits,) if re.fullmatch(r"\d{9}|\d{12}", digits) else ()


def _number_date(number: int, shown: str) -> str | Doubt:
    if FIRST_YEAR <= number <= LAST_YEAR:
        return str(number)
    if LAST_YEAR < number <= _LAST_SERIAL:
        return (_FIRST_SERIAL + timedelta(days=number)).isoformat()
    return _typed_date(number) or Doubt(f"“{shown}” không phải ngày hoặc năm.", "no_date")


def _typed_or_serial(value: Value, today: date) -> Doubt | None:
    """Return the doubt between the two dates that a number can mean, or None when it means one."""
    if not isinstance(value, int) or not LAST_YEAR < value <= _LAST_SERIAL:
        return None
    typed = _typed_date(value)
    if not typed or typed > today.isoformat():
        return None
    serial = show_date((_FIRST_SERIAL + timedelta(days=value)).isoformat())
    return Doubt(
        f"“{value}” có thể là ngày {show_date(typed)} hoặc {serial} (Excel đếm ngày).",
        "two_dates",
        (show_date(typed), serial),
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
            proposals = _swapped(*found.groups())
            return Doubt(f"{text} không phải ngày có thật.", "impossible_date", proposals)
        return Doubt(str(error), "no_date")


def _swapped(day: str, month: str, year: str) -> tuple[str, ...]:
    """Return day and month in the other order where that is a date, else the year alone."""
    try:
        return (show_date(parse_date(f"{month}/{day}/{year}")),)
    except DateError:
        return (year,) if len(year) == 4 else ()


def _century_before(value: str) -> str:
    return f"{int(value[:4]) - 100}{value[4:]}"
