"""Which law holds on a day, and which base salary."""

import pytest

from tests.domain.law import sample
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.decoding import decode, decode_base_salaries


@pytest.fixture(scope="module")
def book() -> LawBook:
    first = sample.pack(last_day="2024-12-31")
    later = decode(sample.later_files(), first)
    salaries = [
        {"first_day": "2023-07-01", "dong": 1_800_000, **sample.READ},
        {"first_day": "2024-07-01", "dong": 2_340_000, **sample.READ},
    ]
    return LawBook((first, later), decode_base_salaries("luong.toml", {"base_salary": salaries}))


@pytest.mark.parametrize(
    ("date", "pack"),
    [
        ("2024-01-01", "2024"),
        ("2024-12-31", "2024"),
        ("2025-01-01", "2025"),
        ("2099-12-31", "2025"),
    ],
)
def test_the_day_of_the_decision_chooses_the_law(book: LawBook, date: str, pack: str) -> None:
    found = book.pack_for(date)
    assert found is not None
    assert found.id == pack


def test_a_year_is_judged_by_its_last_day(book: LawBook) -> None:
    found = book.pack_for("2024")
    assert found is not None
    assert found.id == "2024"


@pytest.mark.parametrize("date", ["2023-12-31", "1998", ""])
def test_there_is_no_law_before_the_first_pack(book: LawBook, date: str) -> None:
    assert book.pack_for(date) is None


@pytest.mark.parametrize("date", ["2019-12-20", ""])
def test_titles_of_old_decisions_are_known_by_name(book: LawBook, date: str) -> None:
    found = book.find_title("Lao động giỏi", date)
    assert found is not None
    assert found.id == "worker"


@pytest.mark.parametrize(
    ("date", "dong"),
    [
        ("2023-07-01", 1_800_000),
        ("2024-06-30", 1_800_000),
        ("2024-07-01", 2_340_000),
        ("2024", 2_340_000),
    ],
)
def test_the_base_salary_is_that_of_the_day(book: LawBook, date: str, dong: int) -> None:
    assert book.base_salary(date) == dong


def test_a_day_before_the_first_salary_is_refused_with_a_way_out(book: LawBook) -> None:
    with pytest.raises(Refused, match=r"Chưa có mức lương cơ sở cho ngày 30/06/2023.*01/07/2023"):
        book.base_salary("2023-06-30")
