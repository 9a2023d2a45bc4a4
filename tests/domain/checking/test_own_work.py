"""Initiatives and research: how wide, how many, when, and that each serves once."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.checking.cases import (
    FIGHTER,
    PROVINCIAL,
    case,
    found,
    idea,
    judged,
    only,
    past,
    rated,
    verdict,
)
from thidua_desktop.domain.checking.case import Case


def fighter(**known: Any) -> Case:
    """Return CSTĐ cấp tỉnh with a full streak; its initiatives are to be said."""
    return case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024), **known)


def certificate(**known: Any) -> Case:
    """Return BK tỉnh by two excellent years; its two initiatives are to be said."""
    return case("cert_province", ratings=rated("EXCELLENT", 2023, 2024), **known)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("unit", "not_eligible"),
        ("commune", "not_eligible"),
        ("district", "not_eligible"),
        ("province", "eligible"),
        ("ministry", "eligible"),
        ("national", "eligible"),
    ],
)
def test_a_wider_scope_serves_too(scope: str, expected: str) -> None:
    assert verdict(fighter(initiatives=idea(scope))) == expected


def test_a_short_count_says_what_else_would_do() -> None:
    gap = only(found(fighter(initiatives=idea("unit")), "initiative"))
    assert gap.message.startswith(
        "Chưa đủ sáng kiến: cần 1 sáng kiến được công nhận từ phạm vi tỉnh trở lên, hiện chưa có. "
        "Hoặc: 1 đề tài khoa học được nghiệm thu, đã áp dụng, từ phạm vi tỉnh trở lên; "
    )
    assert gap.records == ("unit 0",)


def test_an_initiative_of_a_later_year_does_not_count() -> None:
    assert verdict(fighter(initiatives=idea("province", year=2025))) == "not_eligible"


def test_an_initiative_older_than_the_streak_counts_with_a_warning() -> None:
    answer = judged(fighter(initiatives=idea("province", year=2019)))
    assert answer.verdict == "eligible"
    assert answer.findings[0].severity == "warning"
    assert "năm 2019, trước thời gian xét 2022–2024" in answer.findings[0].message


def test_in_a_streak_only_its_years_count() -> None:
    ideas = idea("unit") + idea("unit", year=2022, uid="old")
    assert verdict(certificate(initiatives=ideas)) == "not_eligible"
    unknown = idea("unit") + idea("unit", year=0, uid="when")
    assert verdict(certificate(initiatives=unknown)) == "needs_review"


def test_initiatives_alike_are_counted_each() -> None:
    assert verdict(certificate(initiatives=idea("unit", times=2, uid=""))) == "eligible"


@pytest.mark.parametrize(
    ("applied", "expected"),
    [(True, "eligible"), (None, "needs_review"), (False, "not_eligible")],
)
def test_research_has_to_be_put_to_use(applied: bool | None, expected: str) -> None:
    research = idea("province", is_research=True, is_applied=applied)
    assert verdict(fighter(initiatives=research)) == expected


def test_research_alone_leaves_initiatives_open() -> None:
    given = fighter(initiatives=idea("unit", is_research=True), research_only=True)
    assert verdict(given) == "needs_review"
    assert verdict(replace(given, research_only=False)) == "not_eligible"


# Each serves once


@pytest.mark.parametrize(
    ("used_for", "expected"),
    [
        ((), "eligible"),
        ((FIGHTER,), "eligible"),
        (("cert_province",), "not_eligible"),
        (("merit_district",), "not_eligible"),
        ((FIGHTER, "cert_province"), "not_eligible"),
        (("",), "needs_review"),
    ],
)
def test_a_title_takes_no_initiative_that_served_a_form(
    used_for: tuple[str, ...], expected: str
) -> None:
    assert verdict(fighter(initiatives=idea("province", used_for=used_for))) == expected


@pytest.mark.parametrize("used_for", [(FIGHTER,), ("cert_ministry",), ("merit_district",)])
def test_a_form_takes_no_initiative_that_served_anything(used_for: tuple[str, ...]) -> None:
    ideas = idea("unit") + idea("unit", used_for=used_for, uid="used")
    answer = judged(certificate(initiatives=ideas))
    assert answer.verdict == "not_eligible"
    assert {"initiative", "initiative_once"} <= {each.rule for each in answer.findings}


def test_from_title_to_title_there_is_a_warning_with_its_source() -> None:
    told = only(found(fighter(initiatives=idea("province", used_for=(FIGHTER,))),
                      "initiative_again"))  # fmt: skip
    assert (told.severity, told.records) == ("warning", ("province 0",))
    assert "5007/BNV-TĐKT" in told.article
    assert told.message == "Sáng kiến đã dùng cho CSTĐCS; cần xem có được dùng lại."


def test_an_initiative_that_serves_for_the_first_time_is_taken_first() -> None:
    ideas = idea("province", used_for=(FIGHTER,), uid="used") + idea("province", year=2023)
    assert not found(fighter(initiatives=ideas), "initiative_again")


def test_a_used_initiative_is_not_told_where_others_are_enough() -> None:
    ideas = idea("unit", times=2) + idea("unit", used_for=(FIGHTER,), uid="used")
    assert not found(certificate(initiatives=ideas), "initiative_once")


def test_initiatives_before_the_end_of_discipline_do_not_count() -> None:
    given = fighter(initiatives=idea("province", year=2021))
    assert verdict(given) == "eligible"
