"""The fixed words of a formal paper and how its values are worded. Knows neither PDF nor Word."""

import re
from decimal import Decimal

from thidua_desktop.documents.sheets import Cell, Kind
from thidua_desktop.domain.dates import long_date, show_date
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.numbers import grouped

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"

_FOR_THE_PEN = "      "
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def number_line(heading: Heading) -> str:
    """Return "Số: 05/BC-UBND", with room for the pen where the number is not known yet.

    Empty when the paper has neither number nor symbol. A number below 10 gets a zero before it
    (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.3).
    """
    number, symbol = heading.number.strip(), heading.symbol.strip().lstrip("/")
    if not number and not symbol:
        return ""
    if len(number) == 1 and number.isdigit():
        number = f"0{number}"
    return f"Số: {number}/{symbol}" if number else f"Số:{_FOR_THE_PEN}/{symbol}"


def place_line(heading: Heading) -> str:
    """Return "Đắk Glei, ngày 05 tháng 6 năm 2024"; blank where unknown, empty without a place."""
    return long_date(heading.date, heading.place) if heading.place else ""


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of *text* that say something."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def recipient_lines(heading: Heading) -> tuple[str, ...]:
    """Return the lines under "Nơi nhận:", each "- …;" and the last "- …." (Mục II.9 b)."""
    bare = [line.removeprefix("-").strip() for line in lines(heading.recipients)]
    ended = [line if line.endswith((";", ".", ":")) else f"{line};" for line in bare[:-1]]
    ended += [line if line.endswith(".") else f"{line.rstrip(';')}." for line in bare[-1:]]
    return tuple(f"- {line}" for line in ended)


def cell_words(cell: Cell, kind: Kind) -> str:
    """Return *cell* of a column of *kind* as a table shows it; a text stays as it is."""
    if isinstance(cell, str):
        if kind != "date":
            return cell
        return show_date(cell) if _DATE.fullmatch(cell) else cell
    if cell is None:
        return ""
    if kind in ("year", "ordinal", "code"):
        return str(cell)
    if isinstance(cell, int):
        return grouped(cell)
    return _fraction(Decimal(str(cell)))


def _fraction(value: Decimal) -> str:
    """Return *value* with all its places: 1.201,5."""
    whole, _, places = f"{abs(value):f}".partition(".")
    sign = "-" if value < 0 else ""
    return f"{sign}{grouped(int(whole))}" + (f",{places}" if places.strip("0") else "")
