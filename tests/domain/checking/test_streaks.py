"""Years in a row: which count, which are missing, and what may stand in for them."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.checking.cases import (
    FIGHTER,
    GREAT_TEAM,
    LAW,
    PROVINCIAL,
    WORKER,
    case,
    found,
    idea,
    judged,
    only,
    past,
    rated,
    verdict,
)
from thidua_desktop.domain.checking.case import Case, PastAward, Penalty

FIVE = range(2020, 2025)


def fighter(*years: int, **known: Any) -> Case:
    """Return a proposal for CSTĐ cấp tỉnh with CSTĐCS in *years*."""
    return case(
        PROVINCIAL, **{"history": past(FIGHTER, *years), "initiatives": idea("province"), **known}
    )


def after_pm(decision_date: str, *, year: int = 2019) -> Case:
    """Return HCLĐ Ba for a person with five good years to 2024 and BK TTg decided then."""
    history = past("cert_pm", year, decision_date=decision_date) + past(FIGHTER, 2022, 2023, 2024)
    ratings = rated("GOOD", *FIVE) | rated("EXCELLENT", 2024)
    return case("order_labor_3", history=history, ratings=ratings)


def test_what_is_missing_is_told_with_its_year_and_rests_on_the_other_awards() -> None:
    gap = only(found(fighter(2022, 2024), "award_streak"))
    assert gap.message == "Thiếu CSTĐCS năm 2023; cần 3 năm liên tục 2022–2024."
    assert (gap.severity, gap.missing_years, gap.verified) == ("error", (2023,), True)
    assert set(gap.records) == {f"{FIGHTER} 2022", f"{FIGHTER} 2024"}


def test_another_gap_is_another_subject() -> None:
    gaps = [only(found(fighter(*years), "award_streak")) for years in ((2022, 2024), (2023, 2024))]
    assert gaps[0].subject != gaps[1].subject


def test_the_award_of_the_same_year_may_be_proposed_beside() -> None:
    answer = judged(fighter(2022, 2023, proposed_too=(FIGHTER,)))
    assert answer.verdict == "eligible"
    notes = [each for each in answer.findings if each.rule == "award_streak"]
    assert "nếu được tặng" in only(notes).message


def test_an_award_of_an_earlier_year_is_not_filled_by_a_proposal() -> None:
    assert verdict(fighter(2022, 2024, proposed_too=(FIGHTER,))) == "not_eligible"


def test_awards_after_the_year_proposed_do_not_count() -> None:
    assert verdict(fighter(2022, 2023, 2024, year=2023)) == "not_eligible"


def test_a_cancelled_award_does_not_count_and_is_told() -> None:
    history = past(FIGHTER, 2022, 2024) + past(FIGHTER, 2023, is_cancelled=True)
    answer = judged(fighter(history=history))
    assert answer.verdict == "not_eligible"
    assert "cancelled_decision" in {each.rule for each in answer.findings}


# Maternity leave


def test_a_year_of_maternity_leave_does_not_break_a_streak() -> None:
    given = fighter(2021, 2022, 2024)
    assert verdict(given) == "not_eligible"
    assert verdict(replace(given, leave_years=frozenset((2023,)))) == "eligible"


def test_a_year_of_maternity_leave_does_not_fill_a_streak() -> None:
    given = fighter(2022, 2024, leave_years=frozenset((2023,)))
    gap = only(found(given, "award_streak"))
    assert gap.missing_years == (2021,)
    assert "không kể năm 2023 nghỉ thai sản" in gap.message


def test_a_broken_streak_asks_whether_it_was_maternity_leave() -> None:
    assert "thai sản" in only(found(fighter(2022, 2024), "not_stated")).message
    assert "thai sản" not in only(found(fighter(2022, 2023, 2024), "not_stated")).message


# Discipline


def test_years_before_the_end_of_discipline_do_not_count() -> None:
    given = fighter(2022, 2023, 2024, discipline=(Penalty(kind="CANH_CAO", until="2023-06-30"),))
    answer = judged(given)
    assert answer.verdict == "not_eligible"
    missing = {each.rule: each.missing_years for each in answer.findings if each.missing_years}
    assert missing == {"award_streak": (2022, 2023), "discipline": (2022, 2023)}


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2021-12-31", "eligible"),
        ("2021", "eligible"),
        ("2022-01-31", "not_eligible"),
        ("2020-06-30", "eligible"),
        ("2026-01-01", "not_eligible"),
        ("", "needs_review"),
    ],
)
def test_a_year_counts_when_it_begins_after_the_discipline(until: str, expected: str) -> None:
    penalty = Penalty(kind="KHIEN_TRACH", until=until, uid="discipline")
    assert verdict(fighter(2022, 2023, 2024, discipline=(penalty,))) == expected


def test_a_measure_without_an_end_leaves_rated_years_open() -> None:
    given = case("cert_province", "collective", ratings=rated("EXCELLENT", 2023, 2024),
                 discipline=(Penalty(kind="CANH_CAO"),))  # fmt: skip
    assert verdict(given) == "needs_review"
    assert only(found(given, "discipline")).severity == "needs_review"


def test_the_finding_names_the_measure_its_end_and_its_record() -> None:
    penalty = Penalty(kind="CANH_CAO", until="2024-06-30", uid="it")
    given = case(WORKER, ratings=rated("GOOD", 2024), discipline=(penalty,))
    told = only(found(given, "discipline"))
    assert told.message.startswith("Kỷ luật cảnh cáo đến 30/06/2024")
    assert told.records == ("it",)
    assert told.article == "NĐ 98/2023/NĐ-CP Điều 4"


def test_a_feat_before_the_end_of_discipline_is_left_to_a_person() -> None:
    penalty = Penalty(until="2024-03-31")
    given = case("cert_province", loai_hinh="DOT_XUAT", facts={"sudden_feat": True},
                 discipline=(penalty,), ratings=rated("GOOD", 2023, 2024))  # fmt: skip
    assert verdict(given) == "needs_review"


# After a decision


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2019-12-31", "eligible"),
        ("2019", "eligible"),
        ("2020-01-15", "not_eligible"),
        ("2018-05", "eligible"),
    ],
)
def test_years_after_a_decision_begin_after_its_day(decided: str, expected: str) -> None:
    assert verdict(after_pm(decided)) == expected


def test_a_decision_without_a_day_decides_nothing_where_it_matters() -> None:
    assert verdict(after_pm("")) == "needs_review"
    assert verdict(after_pm("", year=2018)) == "eligible"


def test_a_year_that_is_not_after_the_decision_is_named() -> None:
    gap = only(found(after_pm("2021-03-01"), "rating_streak"))
    assert gap.missing_years == (2020, 2021)
    assert "không nằm trọn sau quyết định tặng BK TTg ngày 01/03/2021)" in gap.message


def test_the_first_of_two_decisions_opens_the_period() -> None:
    given = after_pm("2018-12-01", year=2018)
    later = past("cert_pm", 2022)
    assert verdict(replace(given, history=given.history + later)) == "eligible"


# The period of a streak


def test_older_years_count_where_they_are_known_to_go_on() -> None:
    history = past("cert_province", 2015) + past(FIGHTER, 2018, 2021, 2023)
    given = case("cert_pm", history=history, ratings=rated("GOOD", *FIVE))
    assert verdict(given) == "not_eligible"
    assert verdict(replace(given, ratings=rated("GOOD", *range(2018, 2025)))) == "eligible"


def test_years_before_a_break_do_not_count() -> None:
    history = past("cert_province", 2015) + past(FIGHTER, 2018, 2021, 2023)
    ratings = rated("GOOD", *range(2018, 2025)) | rated("DONE", 2019)
    assert verdict(case("cert_pm", history=history, ratings=ratings)) == "not_eligible"


def test_a_title_of_the_collective_stands_for_a_year_without_a_rating() -> None:
    given = case("cert_province", "collective", history=past(GREAT_TEAM, 2023, 2024))
    assert verdict(given) == "eligible"


def test_a_title_of_the_collective_may_be_proposed_beside() -> None:
    given = case("cert_province", "collective", history=past(GREAT_TEAM, 2023),
                 proposed_too=(GREAT_TEAM,))  # fmt: skip
    answer = judged(given)
    assert answer.verdict == "eligible"
    assert "nếu được tặng" in "".join(each.message for each in answer.findings)


def test_a_title_given_twice_in_a_year_counts_once() -> None:
    history = past("cert_province", 2015) + past(FIGHTER, 2022, 2023)
    history += past(FIGHTER, 2023, decision_date="2023-06-01", uid="again")
    given = case("cert_pm", history=history, ratings=rated("GOOD", *FIVE))
    assert "2/3 lần CSTĐCS" in only(found(given, "count_in_streak")).message


# The kind of commendation (NĐ 98/2023/NĐ-CP Điều 4)


def pm_after(kind: str) -> Case:
    history = past("cert_province", 2018, loai_hinh=kind) + past(FIGHTER, 2020, 2022, 2023)
    return case("cert_pm", history=history, ratings=rated("GOOD", *FIVE))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("CONG_TRANG", "eligible"),
        ("DOT_XUAT", "not_eligible"),
        ("PHONG_TRAO", "not_eligible"),
        ("", "needs_review"),
    ],
)
def test_only_awards_by_merit_support_a_proposal_by_merit(kind: str, expected: str) -> None:
    assert verdict(pm_after(kind)) == expected


def test_an_award_that_does_not_count_is_told() -> None:
    notes = found(pm_after("DOT_XUAT"), "loai_hinh")
    assert only(notes).records == ("cert_province 2018",)
    assert "khen thưởng đột xuất không làm căn cứ" in only(notes).message


def test_titles_of_emulation_count_whatever_their_kind() -> None:
    history = past(FIGHTER, 2022, 2023, 2024, loai_hinh="PHONG_TRAO")
    assert verdict(fighter(history=history)) == "eligible"


def test_an_award_of_an_era_that_has_no_such_title_is_no_trouble() -> None:
    history = (*past(FIGHTER, 2022, 2023, 2024), PastAward(title="gone", year=2020))
    assert verdict(fighter(history=history), LAW) == "eligible"
