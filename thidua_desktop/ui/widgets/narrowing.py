"""What is typed in the filter row and the conditions it means. Knows no grid and no SQL."""

import re

from thidua_desktop.domain.dates import parse_date
from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.numbers import parse_number
from thidua_desktop.domain.text import clean
from thidua_desktop.ui.widgets.rows_model import Values

Filters = tuple[Filter, ...]

TIPS = {
    "text": "Gõ vài chữ, không cần dấu; gõ = để tìm ô trống",
    "number": "Gõ một số, hoặc >=100, hoặc 100-500; gõ = để tìm ô trống",
    "date": "Gõ năm, tháng/năm hoặc ngày, hoặc 1/2024-6/2024; gõ = để tìm ô trống",
}
_BOUND = re.compile(r"(>=|<=|>|<)\s*(.+)")
_RANGE = re.compile(r"(.+?)\s*[-–]\s*(.+)")


def conditions(column: str, values: Values, text: str) -> Filters:
    """Return the filters that *text* means for *column*; ValueError says what is no number or day.

    Words are contained, marks aside; numbers and days are equal, from (>=), to (<=) or between.
    """
    typed = clean(text)
    if not typed:
        return ()
    if typed == "=":
        return (Filter(column, match="empty"),)
    if values == "text":
        return (Filter(column, typed),)
    return _number(column, typed) if values == "number" else _date(column, typed)


def _number(column: str, typed: str) -> Filters:
    if bound := _BOUND.fullmatch(typed):
        sign, number = bound[1], round(parse_number(bound[2]))
        number += {">": 1, "<": -1}.get(sign, 0)
        return (Filter(column, str(number), "from" if sign[0] == ">" else "to"),)
    if between := _RANGE.fullmatch(typed):
        first, last = (str(round(parse_number(each))) for each in between.groups())
        return Filter(column, first, "from"), Filter(column, last, "to")
    return (Filter(column, str(round(parse_number(typed))), "is"),)


def _date(column: str, typed: str) -> Filters:
    if bound := _BOUND.fullmatch(typed):
        return (Filter(column, parse_date(bound[2]), "from" if bound[1][0] == ">" else "to"),)
    try:
        first = last = parse_date(typed)
    except ValueError:
        between = _RANGE.fullmatch(typed)
        if between is None:
            raise
        first, last = (parse_date(each) for each in between.groups())
    return Filter(column, first, "from"), Filter(column, last, "to")
