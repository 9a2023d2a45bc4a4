"""Which backups are kept as they grow old: many of the last days, few of the last years."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import islice

from thidua_desktop.storage.sqlite.backup import Backup

_ALL_OF = timedelta(days=2)
_NEWEST = 10
_BEFORE_MERGES = 20
_BEFORE_UPGRADES = timedelta(days=365)

# One a day for 14 days that have one, one a week for 8 weeks, one a month for 24 months.
_PERIODS: tuple[tuple[Callable[[datetime], object], int], ...] = (
    (lambda at: at.date(), 14),
    (lambda at: at.isocalendar()[:2], 8),
    (lambda at: (at.year, at.month), 24),
)


def kept(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """Return which of *backups* are kept: never fewer than the newest ten."""
    newest_first = sorted(backups, key=lambda backup: backup.at, reverse=True)
    found = set(newest_first[:_NEWEST])
    found.update(b for b in newest_first if now - b.at <= _ALL_OF)
    found.update(islice((b for b in newest_first if b.reason == "merge"), _BEFORE_MERGES))
    upgrades = (b for b in newest_first if b.reason == "upgrade")
    found.update(b for b in upgrades if now - b.at <= _BEFORE_UPGRADES)
    for period, count in _PERIODS:
        last_of = {period(b.at): b for b in reversed(newest_first)}
        found.update(islice(reversed(last_of.values()), count))
    return found
