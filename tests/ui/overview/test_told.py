"""How far a day is, in words."""

from datetime import date

import pytest

from thidua_desktop.ui.overview.told import when

TODAY = date(2024, 6, 30)


@pytest.mark.parametrize(
    ("due", "words", "tone"),
    [
        ("2024-06-29", "Quá hạn 1 ngày", "red"),
        ("2024-05", "Quá hạn 30 ngày", "red"),
        ("2024-06", "Hôm nay", "amber"),
        ("2024-07-01", "Còn 1 ngày", "amber"),
        ("2024", "Còn 184 ngày", "muted"),
    ],
)
def test_a_day_is_told_by_how_far_it_is(due: str, words: str, tone: str) -> None:
    assert when(due, TODAY) == (words, tone)
