"""Numbers as Vietnamese papers write them, in digits and in words. Knows no money and no law."""

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


def amount_in_words(dong: int) -> str:
    """Return *dong* đồng in words, first letter capital: Một trăm linh năm đồng."""
    spoken = f"{number_in_words(dong)} đồng"
    return spoken[0].upper() + spoken[1:]


def number_in_words(number: int) -> str:
    """Return *number* in words, small letters: một nghìn không trăm linh một."""
    if number < 0:
        return f"âm {number_in_words(-number)}"
    if number >= _BILLION:
        billions, rest = divmod(number, _BILLION)
        spoken = f"{number_in_words(billions)} tỷ"
        return f"{spoken} {_below_billion(rest, after_more=True)}" if rest else spoken
    return _below_billion(number, after_more=False) if number else "không"


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
_BILLION = 10**9
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _below_billion(number: int, *, after_more: bool) -> str:
    """Speak 1 to 999 999 999; *after_more* says that something larger was spoken before it."""
    groups = (
        (number // 1_000_000, " triệu"),
        (number // 1000 % 1000, " nghìn"),
        (number % 1000, ""),
    )
    spoken: list[str] = []
    for value, name in groups:
        if value:
            spoken.append(_below_thousand(value, full=after_more or bool(spoken)) + name)
    return " ".join(spoken)


def _below_thousand(number: int, *, full: bool) -> str:
    """Speak 1 to 999; *full* speaks the empty hundreds too: không trăm linh một."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    spoken = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens > 1:
        spoken.append(f"{_DIGITS[tens]} mươi")
    elif tens:
        spoken.append("mười")
    elif ones and spoken:
        spoken.append("linh")
    if ones:
        spoken.append(_last_digit(tens, ones))
    return " ".join(spoken)


def _last_digit(tens: int, ones: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    return "lăm" if ones == 5 and tens else _DIGITS[ones]
