"""Numbers: grouped, decimal and Roman."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.numbers import (
    NumberError,
    decimal,
    grouped,
    parse_number,
    percent,
    roman,
    two_digits,
)


@pytest.mark.parametrize(("count", "written"), [(0, "00"), (2, "02"), (10, "10"), (1404, "1.404")])
def test_small_counts_have_two_digits(count: int, written: str) -> None:
    assert two_digits(count) == written


@pytest.mark.parametrize(
    ("number", "written"), [(540, "540"), (1_404_000, "1.404.000"), (-2500, "-2.500")]
)
def test_thousands_are_parted_by_dots(number: int, written: str) -> None:
    assert grouped(number) == written


def test_a_decimal_has_a_comma() -> None:
    assert decimal(1201.5, 1) == "1.201,5"


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(5, 6, "83,33%"), (13, 13, "100%"), (1, 8, "12,5%"), (0, 4, "0%"), (2, 3, "66,67%")],
)
def test_a_share_is_given_in_percent(part: int, whole: int, written: str) -> None:
    assert percent(part, whole) == written


def test_a_share_is_rounded_half_up() -> None:
    assert percent(1, 8, places=0) == "13%"


def test_a_share_of_nothing_is_not_written() -> None:
    assert percent(0, 0) == ""


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.404.000", 1_404_000), ("1404000", 1_404_000), ("1 404 000", 1_404_000),
        ("-2.500", -2500), ("−7", -7), ("+7", 7),
        ("12,5", 12.5), ("1.201,5", 1201.5), ("83,33%", 83.33), ("05", 5), (" 7 ", 7),
    ],
)  # fmt: skip
def test_a_written_number_is_read(written: str, number: float) -> None:
    assert parse_number(written) == number


def test_a_whole_number_stays_whole() -> None:
    assert isinstance(parse_number("1.404.000"), int)


@pytest.mark.parametrize("written", ["", "mười", "1.40", "1,2,3", "12 đồng", "٣", "1e5"])
def test_what_is_no_number_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(NumberError, match=r"Không đọc được .* 1\.404\.000"):
        parse_number(written)


@given(st.integers(-(10**12), 10**12))
def test_a_grouped_number_is_read_back(number: int) -> None:
    assert parse_number(grouped(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (2024, "MMXXIV")],
)
def test_annexes_have_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written
