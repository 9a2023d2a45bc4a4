"""What a recipient brings: each kind names what is wrong with it."""

from typing import Any

import pytest

from thidua_desktop.domain import merits
from thidua_desktop.domain.merits import Discipline, Initiative, OpenCase, Rating, UnitYear

PERSON, UNIT = "p" * 36, "u" * 36


def fields(problems: Any) -> list[str]:
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("known", "wrong"),
    [
        ({"person_uid": PERSON}, []),
        ({"unit_uid": UNIT}, []),
        ({}, ["person_uid"]),
        ({"person_uid": PERSON, "unit_uid": UNIT}, ["unit_uid"]),
        ({"person_uid": PERSON, "year": 1899}, ["year"]),
        ({"person_uid": PERSON, "rating": "BEST"}, ["rating"]),
    ],
)
def test_a_rating_is_of_one_person_or_one_unit_in_a_year(
    known: dict[str, Any], wrong: list[str]
) -> None:
    draft = Rating(**{"year": 2023, "rating": "GOOD", **known})
    assert fields(merits.rating_problems(draft)) == wrong


@pytest.mark.parametrize(
    ("known", "wrong"),
    [
        ({}, []),
        ({"authors": "", "person_uid": PERSON}, []),
        ({"title": ""}, ["title"]),
        ({"authors": ""}, ["authors"]),
        ({"scope": "world"}, ["scope"]),
        ({"kind": "poem"}, ["kind"]),
        ({"year": 0}, ["year"]),
    ],
)
def test_an_initiative_has_a_title_an_author_and_a_scope(
    known: dict[str, Any], wrong: list[str]
) -> None:
    draft = Initiative(**{"title": "Sổ tay", "authors": "Y Hoa", "year": 2023, **known})
    assert fields(merits.initiative_problems(draft)) == wrong


@pytest.mark.parametrize(
    ("known", "wrong"),
    [
        ({}, []),
        ({"until": "2024-05-01"}, []),
        ({"until": "2023"}, []),  # The end of the year may be meant.
        ({"until": "2023-04"}, ["until"]),
        ({"decision_date": ""}, ["decision_date"]),
        ({"kind": "canh cao"}, ["kind"]),
    ],
)
def test_discipline_ends_after_its_decision(known: dict[str, Any], wrong: list[str]) -> None:
    usual = {"person_uid": PERSON, "kind": "CANH_CAO", "decision_date": "2023-05-02"}
    assert fields(merits.discipline_problems(Discipline(**{**usual, **known}))) == wrong


@pytest.mark.parametrize(
    ("known", "wrong"),
    [
        ({}, []),
        ({"closed": "2024-03-01"}, []),
        ({"closed": "2023-12-31"}, ["closed"]),
        ({"opened": ""}, ["opened"]),
        ({"subject": ""}, ["subject"]),
    ],
)
def test_a_case_says_what_it_is_about_and_since_when(
    known: dict[str, Any], wrong: list[str]
) -> None:
    usual = {"unit_uid": UNIT, "subject": "Đơn tố cáo", "opened": "2024-01-02"}
    assert fields(merits.case_problems(OpenCase(**{**usual, **known}))) == wrong


@pytest.mark.parametrize(
    ("known", "wrong"),
    [
        ({}, []),
        ({"advanced": 20, "members": None}, []),
        ({"advanced": 13}, ["advanced"]),
        ({"disciplined": -1}, ["disciplined"]),
        ({"unit_uid": None}, ["unit_uid"]),
    ],
)
def test_no_part_of_a_collective_is_greater_than_it(
    known: dict[str, Any], wrong: list[str]
) -> None:
    draft = UnitYear(**{"unit_uid": UNIT, "year": 2023, "members": 12, "advanced": 9, **known})
    assert fields(merits.unit_year_problems(draft)) == wrong
