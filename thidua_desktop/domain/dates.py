"""Dates as offices know them: a day, a month or only a year. Knows nothing of clocks.

A date is text: YYYY, YYYY-MM or YYYY-MM-DD, so that it sorts and compares as it stands.
"""

import re
from calendar import monthrange

from thidua_desktop.domain.text import clean, fold

FIRST_YEAR, LAST_YEAR = 1900, 2100
_CENTURY_TURNS = 70  # A year of two digits: 00 to 69 is 20xx, 70 to 99 is 19xx.


class DateError(ValueError):
    """A date that cannot be; its text says why, in Vietnamese."""


def parse_date(text: str) -> str:
    """Return the date written in *text* as YYYY, YYYY-MM or YYYY-MM-DD.

    Takes 5/6/24, 05.06.2024, 05-06-2024, 050624, 05062024, 6/2024, 2024, 2024-06-05 and
    "ngày 05 tháng 6 năm 2024", with or without a place before it. Raises DateError.
    """
    written = clean(text)
    if not written:
        raise DateError("Chưa có ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 05/06/2024.")
    folded = fold(written)
    found = next(filter(None, (form.fullmatch(folded) for form in _FORMS)), None)
    if found is None:
        raise DateError(
            f"Không hiểu “{written}” là ngày nào. Hãy nhập ngày/tháng/năm (05/06/2024), "
            "tháng/năm (06/2024) hoặc chỉ năm (2024)."
        )
    parts = found.groupdict()
    year = _checked_year(parts["year"], written)
    month = parts.get("month")
    if month is None:
        return f"{year:04}"
    _check_month(int(month), written)
    day = parts.get("day")
    if day is None:
        return f"{year:04}-{int(month):02}"
    _check_day(year, int(month), int(day), written)
    return f"{year:04}-{int(month):02}-{int(day):02}"


def show_date(value: str) -> str:
    """Return a stored date as the screen shows it: dd/MM/yyyy, MM/yyyy or yyyy."""
    return "/".join(reversed(value.split("-")))


def long_date(value: str, place: str | None = None) -> str:
    """Return the date line of a paper: "ngày 05 tháng 6 năm 2024", after *place* and a comma.

    A zero stands before days below 10 and months 1 and 2; what *value* does not say stays blank
    for the pen, all of it when *value* is empty (NĐ 30/2020/NĐ-CP, Phụ lục I and II).
    """
    year, month, day = _parts(value) if value else (None, None, None)
    day_text = f"{day:02}" if day else _FOR_THE_PEN
    month_text = (f"{month:02}" if month < 3 else f"{month}") if month else _FOR_THE_PEN
    line = f"ngày {day_text} tháng {month_text} năm {year or ''}".rstrip()
    return f"{place}, {line}" if place else line


def first_day(value: str) -> str:
    """Return the first day that the stored date *value* can mean."""
    year, month, day = _parts(value)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def last_day(value: str) -> str:
    """Return the last day that the stored date *value* can mean."""
    year, month, day = _parts(value)
    month = month or 12
    return f"{year:04}-{month:02}-{day or monthrange(year, month)[1]:02}"


def quarter_end(year: int, quarter: int) -> str:
    """Return the last day of *quarter* 1 to 4."""
    return last_day(f"{year:04}-{quarter * 3:02}")


def half_year(year: int, half: int) -> tuple[str, str]:
    """Return the first and the last day of *half* 1 or 2."""
    return first_day(f"{year:04}-{half * 6 - 5:02}"), last_day(f"{year:04}-{half * 6:02}")


_FOR_THE_PEN = "    "

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_MARK = r" ?[/.-] ?"
# Written forms after folding, the more exact ones first.
_FORMS = [
    re.compile(form)
    for form in (
        rf"(?:ngay )?{_DAY}{_MARK}{_MONTH}{_MARK}(?P<year>\d{{4}}|\d\d)",
        rf"{_YEAR}{_MARK}{_MONTH}{_MARK}{_DAY}(?:[ t]00:00(?::00)?)?",
        r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4}|\d\d)",
        rf"(?:.*\b)?ngay {_DAY} thang {_MONTH},? nam {_YEAR}",
        rf"(?:.*\b)?thang {_MONTH},? (?:nam )?{_YEAR}",
        rf"(?:thang )?{_MONTH}{_MARK}{_YEAR}",
        rf"{_YEAR}{_MARK}{_MONTH}",
        rf"(?:nam )?{_YEAR}",
    )
]


def _checked_year(digits: str, written: str) -> int:
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year < _CENTURY_TURNS else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(
            f"Năm {year} trong “{written}” nằm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}. Hãy xem lại."
        )
    return year


def _check_month(month: int, written: str) -> None:
    if not 1 <= month <= 12:
        raise DateError(f"Không có tháng {month} (trong “{written}”). Hãy xem lại ngày và tháng.")


def _check_day(year: int, month: int, day: int, written: str) -> None:
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise DateError(
            f"Tháng {month} năm {year} chỉ có từ ngày 1 đến ngày {days}, "
            f"không có ngày {day} (trong “{written}”). Hãy xem lại."
        )


def _parts(value: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day of a stored date; None for what it does not say."""
    year, *rest = map(int, value.split("-"))
    return year, rest[0] if rest else None, rest[1] if len(rest) > 1 else None
