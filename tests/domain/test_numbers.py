"""Numbers: grouped, decimal, Roman and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.numbers import (
    NumberError,
    amount_in_words,
    decimal,
    grouped,
    number_in_words,
    parse_number,
    percent,
    roman,
    two_digits,
)

WORDS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def heard(spoken: str) -> int:
    """Understand spoken numbers below a thousand billion: an independent way back."""
    total = group = digit = 0
    for word in [*spoken.split(), ""]:
        if word in WORDS:
            digit = WORDS[word]
        elif word == "mười":
            group += 10
        elif word in ("mươi", "trăm"):
            group, digit = group + digit * (10 if word == "mươi" else 100), 0
        elif word in ("nghìn", "triệu"):
            total += (group + digit) * (1000 if word == "nghìn" else 1_000_000)
            group = digit = 0
        elif word == "tỷ":
            total, group, digit = (total + group + digit) * 10**9, 0, 0
    return total + group + digit


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
    ("number", "spoken"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (1001, "một nghìn không trăm linh một"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_010_000, "hai triệu không trăm mười nghìn"),
        (2_000_000_005, "hai tỷ không trăm linh năm"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (-5, "âm năm"),
    ],
)
def test_a_number_is_spoken(number: int, spoken: str) -> None:
    assert number_in_words(number) == spoken


@given(st.integers(0, 10**12 - 1))
def test_a_spoken_number_is_understood(number: int) -> None:
    assert heard(number_in_words(number)) == number


@pytest.mark.parametrize(
    ("dong", "spoken"),
    [
        (105, "Một trăm linh năm đồng"),
        (2_530_000, "Hai triệu năm trăm ba mươi nghìn đồng"),
        (133_340_000, "Một trăm ba mươi ba triệu ba trăm bốn mươi nghìn đồng"),
    ],
)
def test_an_amount_begins_with_a_capital_and_ends_in_dong(dong: int, spoken: str) -> None:
    assert amount_in_words(dong) == spoken


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (2024, "MMXXIV")],
)
def test_annexes_have_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written
