from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

from thidua_desktop.storage.sqlite.backup import Backup
from thidua_desktop.storage.sqlite.thinning import kept

NOW = datetime(2026, 6, 30, 17, 0, tzinfo=timezone(timedelta(hours=7)))


def made(hours_ago: float, reason: str = "daily") -> Backup:
    at = NOW - timedelta(hours=hours_ago)
    return Backup(Path(f"{at:%Y%m%d%H%M%S}"), "", at, reason, 0, "", 1, "", {})


def ages(backups: set[Backup]) -> list[float]:
    """Return how old the backups are, in days."""
    return sorted((NOW - backup.at) / timedelta(days=1) for backup in backups)


def test_all_of_two_days_are_kept() -> None:
    hourly = [made(hour) for hour in range(100)]
    assert ages(kept(hourly, NOW))[:49] == [hour / 24 for hour in range(49)]


def test_the_newest_ten_are_kept_however_old() -> None:
    old = [made(24 * 365 * year) for year in range(5, 20)]
    assert len(kept(old, NOW)) >= 10
    assert set(old[:10]) <= kept(old, NOW)


def test_after_two_days_one_a_day_is_kept_for_a_fortnight() -> None:
    twice_a_day = [made(12 * half) for half in range(2 * 30)]
    days = [age for age in ages(kept(twice_a_day, NOW)) if 5 < age < 13]
    assert days == [6, 7, 8, 9, 10, 11, 12]


def test_after_a_fortnight_one_a_week_and_then_one_a_month_are_kept() -> None:
    daily = [made(24 * day) for day in range(700)]
    found = ages(kept(daily, NOW))
    assert 4 <= len([age for age in found if 14 < age <= 56]) <= 8
    months = [age for age in found if age > 70]
    assert 20 <= len(months) <= 23
    assert all(later - earlier >= 28 for earlier, later in pairwise(months))


def test_the_last_twenty_before_a_merge_are_kept() -> None:
    merges = [made(24 * 40 * number, "merge") for number in range(40)]
    daily = [made(24 * day) for day in range(14)]
    found = [backup for backup in kept(merges + daily, NOW) if backup.reason == "merge"]
    assert set(merges[:20]) <= set(found)
    assert merges[35] not in found


def test_a_backup_before_an_upgrade_is_kept_for_a_year() -> None:
    of_day = {day: made(24 * day + 1, "upgrade") for day in (100, 101, 364, 366)}
    others = [made(24 * day) for day in range(400)]
    found = kept([*of_day.values(), *others], NOW)
    assert {of_day[100], of_day[101], of_day[364]} <= found
    assert of_day[366] not in found


def test_no_backups_are_no_backups() -> None:
    assert kept([], NOW) == set()
