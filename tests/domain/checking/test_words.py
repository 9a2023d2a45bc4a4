"""What findings say: exact, each thing once, and nothing that reads like a code."""

import pytest

from tests.domain.checking.cases import (
    FIGHTER,
    GREAT_TEAM,
    TEAM,
    case,
    found,
    idea,
    judged,
    only,
    past,
    rated,
    verdict,
)
from thidua_desktop.domain.checking.case import Case, Penalty, Strength


def team(title: str = TEAM, rating: str = "GOOD", **members: int) -> Case:
    """Return a collective of ten members, with so many holders of titles."""
    holders = {"advanced_worker": 7, "grassroots_emulation_fighter": 1}
    strength = Strength(
        total=10,
        holders={id: members.get(id, count) for id, count in holders.items()},
        done_or_better=members.get("done_or_better", 10),
        disciplined=members.get("disciplined", 0),
    )
    return case(title, "collective", ratings=rated(rating, 2024), members=strength)


def test_more_holders_than_members_are_left_to_a_person() -> None:
    given = team(advanced_worker=12)
    assert verdict(given) == "needs_review"
    assert only(found(given, "member_share")).message == (
        "Số thành viên đạt LĐTT (12) nhiều hơn số thành viên (10); cần xem lại số liệu."
    )


@pytest.mark.parametrize(
    ("given", "rule", "message"),
    [
        (
            team(GREAT_TEAM, "EXCELLENT", done_or_better=9),
            "member_share",
            "Mới có 9/10 thành viên (90%) được xếp loại “Hoàn thành nhiệm vụ” trở lên; cần 100%, "
            "tức 10 người.",
        ),
        (
            team(GREAT_TEAM, "EXCELLENT", grassroots_emulation_fighter=0),
            "member_count",
            "Chưa có thành viên nào đạt CSTĐCS; cần ít nhất 1.",
        ),
        (
            team(disciplined=1),
            "members_disciplined",
            "Có 1 thành viên bị kỷ luật cảnh cáo trở lên; chỉ xét khi không người nào bị.",
        ),
        (
            case(
                "order_labor_2",
                history=past("order_labor_3", 2019),
                ratings=rated("EXCELLENT", *range(2020, 2025)),
            ),
            "count_in_streak",
            "Chưa có CSTĐ cấp tỉnh hoặc CSTĐ cấp Bộ trong thời gian 2020–2024; cần 1 lần.",
        ),
        (
            case(
                "order_labor_3",
                history=past("cert_pm", 2019),
                ratings=rated("GOOD", *range(2020, 2025)),
            ),
            "years_in_streak",
            "Chưa có năm nào “Hoàn thành xuất sắc nhiệm vụ” trong thời gian 2020–2024; "
            "cần 1 năm.",
        ),
        (
            case(
                "cert_pm",
                history=past("cert_province", 2019, loai_hinh=""),
                ratings=rated("GOOD", *range(2020, 2025)),
            ),
            "award_before",
            "Chưa rõ loại hình khen thưởng của BK tỉnh năm 2019; chỉ khen công trạng mới được "
            "tính.",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_in_a_sentence(given: Case, rule: str, message: str) -> None:
    assert message in [each.message for each in found(given, rule)]


def test_a_way_whose_one_question_tells_it_is_not_named_again() -> None:
    given = case("cert_province", loai_hinh="DOT_XUAT")
    asked = found(given, "stated")
    assert len(asked) > 1
    assert not [each for each in asked if "Theo nhánh" in each.message]


def test_a_way_with_several_conditions_is_named() -> None:
    told = judged(case("cert_province", ratings=rated("GOOD", 2023, 2024))).findings[0]
    assert "Theo nhánh: " in told.message


def test_years_without_a_rating_are_told_once() -> None:
    given = case("order_labor_3", history=past("cert_pm", 2019), ratings=rated("GOOD", 2023, 2024))
    told = [each.message for each in judged(given).findings]
    assert told.count("Chưa có xếp loại năm 2020, 2021, 2022.") == 1


def test_discipline_has_no_other_way() -> None:
    given = case(FIGHTER, ratings=rated("EXCELLENT", 2024), discipline=(Penalty(kind="CANH_CAO"),))
    told = found(given, "discipline")
    assert told
    assert not [each for each in told if "Hoặc" in each.message]


def test_work_of_before_the_one_year_looked_at_says_the_year() -> None:
    given = case(FIGHTER, ratings=rated("GOOD", 2024), initiatives=idea("unit", year=2023))
    (warning,) = [f for f in judged(given).findings if f.severity == "warning"]
    assert warning.message == "Sáng kiến được công nhận năm 2023, trước năm xét 2024."
