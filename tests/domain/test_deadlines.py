"""Limits of procedures: days, working days, days off, and the words for what is left."""

from datetime import date

import pytest

from thidua_desktop.domain.deadlines import due_after, left_until

FRIDAY = "2024-06-14"


def test_a_limit_begins_the_day_after() -> None:
    assert due_after(FRIDAY, 5) == "2024-06-19"


def test_working_days_pass_over_saturdays_and_sundays() -> None:
    assert due_after(FRIDAY, 5, is_working=True) == "2024-06-21"


def test_a_day_off_that_the_office_names_does_not_count() -> None:
    assert due_after("2024-08-30", 1, ["09-02", "2024-09-03"], is_working=True) == "2024-09-04"


def test_a_limit_that_ends_on_a_day_off_runs_to_the_next_working_day() -> None:
    assert due_after(FRIDAY, 8) == "2024-06-24"


def test_a_month_alone_counts_from_its_last_day() -> None:
    assert due_after("2024-05", 3) == "2024-06-03"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2024, 6, 18), "còn 3 ngày làm việc"),
        (date(2024, 6, 15), "còn 5 ngày làm việc"),
        (date(2024, 6, 21), "hết hạn hôm nay"),
        (date(2024, 6, 23), "quá hạn 2 ngày"),
    ],
)
def test_what_is_left_is_told_in_words(today: date, words: str) -> None:
    assert left_until("2024-06-21", today, is_working=True).words == words


def test_days_of_the_calendar_are_not_called_working_days() -> None:
    assert left_until("2024-06-21", date(2024, 6, 18)).words == "còn 3 ngày"
