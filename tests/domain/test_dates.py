"""Dates: what is understood, what is refused and how a date is written."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.dates import (
    DateError,
    first_day,
    half_year,
    last_day,
    long_date,
    parse_date,
    quarter_end,
    show_date,
)

days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "5/6/24", "05/06/2024", "5.6.2024", "05-06-2024", "5 / 6 / 2024", "050624", "05062024",
        "2024-06-05", "2024/6/5", "2024-06-05 00:00:00", "ngày 05 tháng 6 năm 2024",
        "Ngày 5 tháng 06 năm 2024", "ngày 05/6/2024", "Đắk Glei, ngày 05 tháng 6 năm 2024",
        " 05/06/2024\u00a0",
    ],
)  # fmt: skip
def test_a_day_is_understood_however_it_is_written(written: str) -> None:
    assert parse_date(written) == "2024-06-05"


@pytest.mark.parametrize(
    "written", ["6/2024", "06.2024", "2024-06", "tháng 6 năm 2024", "Tháng 6/2024", "6-2024"]
)
def test_a_month_is_enough(written: str) -> None:
    assert parse_date(written) == "2024-06"


@pytest.mark.parametrize("written", ["2024", "năm 2024", " Năm  2024 "])
def test_a_year_is_enough(written: str) -> None:
    assert parse_date(written) == "2024"


@pytest.mark.parametrize(("written", "year"), [("1/1/69", "2069"), ("1/1/70", "1970")])
def test_two_digits_of_a_year_turn_at_seventy(written: str, year: str) -> None:
    assert parse_date(written) == f"{year}-01-01"


def test_the_last_day_of_february_is_known() -> None:
    with pytest.raises(DateError, match="Tháng 2 năm 2024 chỉ có từ ngày 1 đến ngày 29"):
        parse_date("31/02/2024")


def test_a_leap_day_needs_a_leap_year() -> None:
    with pytest.raises(DateError, match="đến ngày 28, không có ngày 29"):
        parse_date("290223")


def test_a_thirteenth_month_is_refused_by_name() -> None:
    with pytest.raises(DateError, match=r"Không có tháng 13 \(trong “30/13/2024”\)"):
        parse_date("30/13/2024")


@pytest.mark.parametrize("written", ["1/1/1899", "2101", "0/2150"])
def test_years_far_away_are_refused(written: str) -> None:
    with pytest.raises(DateError, match="nằm ngoài khoảng 1900–2100"):
        parse_date(written)


@pytest.mark.parametrize("written", ["0/6/2024", "00062024"])
def test_there_is_no_day_zero(written: str) -> None:
    with pytest.raises(DateError, match="không có ngày 0"):
        parse_date(written)


@pytest.mark.parametrize("written", ["hôm qua", "5/6", "5/6/2", "12345", "5/6/20244", "năm ngoái"])
def test_what_is_no_date_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(DateError, match=r"Không hiểu .*05/06/2024"):
        parse_date(written)


def test_an_empty_cell_says_that_the_date_is_missing() -> None:
    with pytest.raises(DateError, match="Chưa có ngày"):
        parse_date("  ")


@given(days)
def test_a_day_shown_is_read_back(day: datetime.date) -> None:
    assert parse_date(show_date(day.isoformat())) == day.isoformat()


@given(days)
def test_a_day_on_paper_is_read_back(day: datetime.date) -> None:
    assert parse_date(long_date(day.isoformat(), "Đắk Hà")) == day.isoformat()


@pytest.mark.parametrize(
    ("value", "shown"), [("2024-06-05", "05/06/2024"), ("2024-06", "06/2024"), ("2024", "2024")]
)
def test_a_date_is_shown_as_far_as_it_is_known(value: str, shown: str) -> None:
    assert show_date(value) == shown


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("2024-06-05", "ngày 05 tháng 6 năm 2024"),
        ("2024-01-15", "ngày 15 tháng 01 năm 2024"),
        ("2024-02-01", "ngày 01 tháng 02 năm 2024"),
        ("2024-03-29", "ngày 29 tháng 3 năm 2024"),
        ("2024-12-30", "ngày 30 tháng 12 năm 2024"),
    ],
)
def test_zeros_stand_where_the_decree_wants_them(value: str, line: str) -> None:
    assert long_date(value) == line


def test_the_place_stands_before_the_date() -> None:
    assert long_date("2024-06-05", "Đắk Glei") == "Đắk Glei, ngày 05 tháng 6 năm 2024"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("2024-06", "ngày      tháng 6 năm 2024"),
        ("2024", "ngày      tháng      năm 2024"),
        ("", "ngày      tháng      năm"),
    ],
)
def test_what_is_not_known_is_left_to_the_pen(value: str, line: str) -> None:
    assert long_date(value) == line


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-06-05", "2024-06-05", "2024-06-05"),
    ],
)
def test_a_partial_date_spans_days(value: str, first: str, last: str) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize(
    ("quarter", "end"), [(1, "03-31"), (2, "06-30"), (3, "09-30"), (4, "12-31")]
)
def test_quarters_end_with_their_third_month(quarter: int, end: str) -> None:
    assert quarter_end(2024, quarter) == f"2024-{end}"


def test_the_year_has_two_halves() -> None:
    assert [half_year(2024, 1), half_year(2024, 2)] == [
        ("2024-01-01", "2024-06-30"),
        ("2024-07-01", "2024-12-31"),
    ]
