"""Days of a procedure: the last day of a limit, and how far it is. Knows no law and no record."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_desktop.domain.dates import last_day

_SATURDAY = 5
_DAY = timedelta(days=1)

Holidays = Collection[str]
"""Days off beside Saturdays and Sundays: YYYY-MM-DD, or MM-DD for every year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLeft:
    """How far the last day *due* of a limit is.

    *days* until it: working days where the limit counts those; below zero once it is past, then
    in days of the calendar. *article* is where the limit stands, *is_verified* whether that text
    was read; a day that the officer set has no article.
    """

    due: str
    days: int
    is_working: bool = False
    article: str = ""
    is_verified: bool = True

    @property
    def is_late(self) -> bool:
        """Say whether the last day is past."""
        return self.days < 0

    @property
    def words(self) -> str:
        """Return the time left for the officer: "còn 3 ngày làm việc", "quá hạn 2 ngày"."""
        if self.is_late:
            return f"quá hạn {-self.days} ngày"
        if not self.days:
            return "hết hạn hôm nay"
        return f"còn {self.days} ngày{' làm việc' if self.is_working else ''}"


def due_after(start: str, days: int, holidays: Holidays = (), *, is_working: bool = False) -> str:
    """Return the last day of a limit of *days* that begins the day after the date *start*.

    A limit that ends on a day off runs to the next working day (Bộ luật Dân sự 2015, khoản 2
    Điều 147, khoản 5 Điều 148). A partial date counts as its last day.
    """
    day = date.fromisoformat(last_day(start))
    left = days
    while left > 0:
        day += _DAY
        if not is_working or _is_working(day, holidays):
            left -= 1
    while not _is_working(day, holidays):
        day += _DAY
    return day.isoformat()


def left_until(
    due: str, today: date, holidays: Holidays = (), *, is_working: bool = False
) -> TimeLeft:
    """Return how far the date *due* is on *today*; a partial date counts as its last day."""
    end = date.fromisoformat(last_day(due))
    days = (end - today).days
    if is_working and days > 0:
        between = (today + timedelta(days=step) for step in range(1, days + 1))
        days = sum(_is_working(day, holidays) for day in between)
    return TimeLeft(due=due, days=days, is_working=is_working)


def _is_working(day: date, holidays: Holidays) -> bool:
    written = day.isoformat()
    return day.weekday() < _SATURDAY and not {written, written[5:]} & set(holidays)
