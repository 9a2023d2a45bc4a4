"""The prose of one period moved into another: its name, its years, its days. Knows no database.

What is only a fact of the old period, such as the day of a paper that was issued in it, is left as
it was: nobody but the officer knows what takes its place. Footnotes cite papers, so that nothing
in them is moved.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.reports import Report

_HALVES = {1: "đầu", 2: "cuối"}
_NOTE = re.compile(r"(<fn>.*?</fn>)", re.DOTALL)
_TIMES = re.compile(
    r"(?P<written>ngày (?P<wd>\d{1,2}) tháng (?P<wm>\d{1,2}) năm (?P<wy>\d{4}))"
    r"|(?P<plain>\b(?P<pd>\d{1,2})(?P<mark>[/.-])(?P<pm>\d{1,2})(?P=mark)(?P<py>\d{4})\b)"
    r"|(?P<month>tháng \d{1,2}(?: năm |/)\d{4})"
    r"|(?P<half>(?P<six>(?:0?6|sáu) tháng) (?P<which>đầu|cuối) năm(?: (?P<hy>\d{4}))?)"
    r"|(?P<school>năm học (?P<s1>\d{4})(?P<dash>\s*[-–]\s*)(?P<s2>\d{4}))"
    r"|(?P<year>năm (?P<y>\d{4}))\b",
    re.IGNORECASE,
)


def moved(blocks: Iterable[Block], old: Report, new: Report) -> list[Block]:
    """Return *blocks* of the report *old* as new ones for *new*, their times moved along."""
    shift = _Shift(old, new)
    return [
        replace(block, uid=new_uid(), owner_uid="", body=shift.body(block.body)) for block in blocks
    ]


@dataclass(frozen=True, slots=True)
class _Shift:
    """From one period to another of the same kind."""

    old: Report
    new: Report

    def body(self, body: str) -> str:
        """Return the markup *body* with its times moved."""
        parts = _NOTE.split(body)
        return "".join(
            part if part.startswith("<fn>") else _TIMES.sub(self._time, part) for part in parts
        )

    def _time(self, found: re.Match[str]) -> str:
        if found["written"]:
            return self._written(found)
        if found["plain"]:
            return self._plain(found)
        if found["half"]:
            return self._half(found)
        if found["school"]:
            first, last = (int(found[name]) + self._years for name in ("s1", "s2"))
            return f"{found['school'][:8]}{first}{found['dash']}{last}"
        if found["year"] and int(found["y"]) in (self.old.year, self.old.year + 1):
            return f"{found['year'][:4]}{int(found['y']) + self._years}"
        return found[0]

    def _written(self, found: re.Match[str]) -> str:
        day = self._day(f"{found['wy']}-{int(found['wm']):02}-{int(found['wd']):02}")
        if not day:
            return found[0]
        year, month, number = day.split("-")
        return f"{found['written'][:4]} {number} tháng {int(month)} năm {year}"

    def _plain(self, found: re.Match[str]) -> str:
        day = self._day(f"{found['py']}-{int(found['pm']):02}-{int(found['pd']):02}")
        if not day:
            return found[0]
        year, month, number = day.split("-")
        month = month if len(found["pm"]) == 2 else str(int(month))
        return found["mark"].join((number, month, year))

    def _half(self, found: re.Match[str]) -> str:
        """Move a half by as many halves as lie between the periods; a new year is named."""
        if not (self.old.half and self.new.half):
            return found[0]
        half = 1 if found["which"].lower() == "đầu" else 2
        year = int(found["hy"] or self._year_of(half))
        by = 2 * (self.new.year - self.old.year) + self.new.half - self.old.half
        years, place = divmod(2 * year + half - 1 + by, 2)
        is_named = found["hy"] or years != self.new.year
        words = f"{found['six']} {_HALVES[place + 1]} năm{f' {years}' if is_named else ''}"
        return words.upper() if found["half"].isupper() else words

    def _year_of(self, half: int) -> int:
        """Return the year that a half without one has: that of the period or of the next."""
        return self.old.year + 1 if half < self.old.half else self.old.year

    def _day(self, day: str) -> str:
        """Return the first or last day of the new period for that of the old, else ""."""
        days = {self.old.period_from: self.new.period_from, self.old.period_to: self.new.period_to}
        return days.get(day, "")

    @property
    def _years(self) -> int:
        return self.new.year - self.old.year
