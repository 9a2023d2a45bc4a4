import pytest

from thidua_desktop.domain.listing import Filter
from thidua_desktop.ui.widgets.narrowing import conditions


def test_words_are_contained():
    assert conditions("name", "text", " đắk ") == (Filter("name", "đắk"),)


def test_nothing_typed_is_no_condition():
    assert conditions("name", "text", "  ") == ()


def test_an_equals_sign_seeks_empty_cells():
    assert conditions("note", "text", "=") == (Filter("note", match="empty"),)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("2024", [("2024", "is")]),
        (">= 1.000.000", [("1000000", "from")]),
        (">5", [("6", "from")]),
        ("<5", [("4", "to")]),
        ("2020-2024", [("2020", "from"), ("2024", "to")]),
    ],
)
def test_numbers_are_equal_bounded_or_between(typed: str, asked: list[tuple[str, str]]):
    found = conditions("year", "number", typed)
    assert [(each.value, each.match) for each in found] == asked


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", "2024", "2024"),
        ("3/2024", "2024-03", "2024-03"),
        ("5/3/24", "2024-03-05", "2024-03-05"),
        ("1/2024 - 6/2024", "2024-01", "2024-06"),
    ],
)
def test_a_date_is_all_of_its_day_month_or_year(typed: str, first: str, last: str):
    assert conditions("date", "date", typed) == (
        Filter("date", first, "from"),
        Filter("date", last, "to"),
    )


def test_what_is_no_number_is_told():
    with pytest.raises(ValueError, match="Không đọc được “x” là số"):
        conditions("year", "number", "x")
