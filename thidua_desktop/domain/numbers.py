"""Numbers as Vietnamese papers write them. Knows no money and no law."""

import re

from thidua_desktop.domain.text import clean


class NumberError(ValueError):
    """Text that is no number; its text says so in Vietnamese."""


def two_digits(count: int) -> str:
    """Return *count* as running text writes it: 02, 09, 10, 1.404."""
    return f"{count:02}" if 0 <= count < 10 else grouped(count)


def grouped(number: int) -> str:
    """Return *number* with dots between thousands: 1.404.000."""
    return f"{number:,}".replace(",", ".")


def decimal(value: float, places: int) -> str:
    """Return *value* with a decimal comma and grouping dots: 1.201,5."""
    return f"{value:,.{places}f}".translate(_VIETNAMESE_MARKS)


def percent(part: int, whole: int, places: int = 2) -> str:
    """Return *part* of *whole* in percent, 83,33% or 100%; an empty string when *whole* is 0.

    Rounded half up in whole numbers, so that 1 of 8 at one place is 12,5% on every computer.
    """
    if not whole:
        return ""
    scale: int = 10**places
    scaled = (2 * part * 100 * scale + whole) // (2 * whole)
    digits = decimal(scaled / scale, places)
    return f"{digits.rstrip('0').rstrip(',') if ',' in digits else digits}%"


def parse_number(text: str) -> int | float:
    """Return the number written in *text*: 1.404.000, 1404000, 12,5 or 83,33%. Raises NumberError.

    A dot before three digits groups thousands. A whole number comes back as int.
    """
    written = clean(text).replace(" ", "").removesuffix("%")
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise NumberError(
            f"Không đọc được “{clean(text)}” là số. "
            "Hãy nhập chữ số, dấu chấm giữa các nghìn, dấu phẩy thập phân, "
            "ví dụ 1.404.000 hoặc 12,5."
        )
    sign = 1 if found["sign"] in ("", "+") else -1
    whole = int(found["whole"].replace(".", ""))
    return sign * (float(f"{whole}.{found['fraction']}") if found["fraction"] else whole)


def roman(number: int) -> str:
    """Return *number* from 1 up as a Roman number: 4 is IV."""
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


_VIETNAMESE_MARKS = str.maketrans(",.", ".,")
_WRITTEN = re.compile(
    r"(?P<sign>[-+−–]?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<fraction>\d+))?", re.ASCII
)
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
