"""What stands in the way whatever the title: rules for all awards, doubles, papers, days."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.checking.cases import (
    FIGHTER,
    GOVERNMENT_FLAG,
    LAW,
    LAWS,
    PROVINCIAL,
    TEAM,
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
from thidua_desktop.domain.checking.case import Case, OpenMatter, OtherProposal, Penalty
from thidua_desktop.domain.law.pack import LawPack

GOOD = rated("GOOD", 2024)


def worker(**known: Any) -> Case:
    """Return LĐTT that nothing stands against."""
    return case(WORKER, ratings=GOOD, **known)


def certificate(**known: Any) -> Case:
    """Return BK tỉnh that nothing stands against."""
    return case("cert_province", history=past(FIGHTER, 2023, 2024), **known)


def other(title: str, **known: Any) -> OtherProposal:
    plain: dict[str, Any] = {"year": 2024, "loai_hinh": "CONG_TRANG", "uid": "other"}
    return OtherProposal(title=title, **{**plain, **known})


# An open case


def test_an_open_case_stops_any_award() -> None:
    given = worker(open_matters=(OpenMatter("kiểm tra tài chính", "matter"),))
    told = only(found(given, "open_case"))
    assert verdict(given) == "not_eligible"
    assert (told.severity, told.records) == ("error", ("matter",))
    assert told.article == "NĐ 98/2023/NĐ-CP Điều 4"
    assert "kiểm tra tài chính" in told.message


def test_an_open_case_stops_titles_without_a_rule_too() -> None:
    given = case("merit_district", open_matters=(OpenMatter(),))
    assert verdict(given) == "not_eligible"


def test_open_cases_that_nobody_spoke_of_have_to_be_known() -> None:
    given = worker(open_matters=None)
    assert verdict(given) == "needs_review"
    assert only(found(given, "open_case")).severity == "needs_review"
    assert not found(worker(), "open_case")


def test_discipline_that_nobody_spoke_of_has_to_be_known_of_a_person() -> None:
    assert only(found(worker(discipline=None), "discipline")).severity == "needs_review"
    flag = case(GOVERNMENT_FLAG, "collective", discipline=None)
    assert not found(flag, "discipline")


def test_discipline_and_open_cases_are_asked_for_together() -> None:
    told = found(worker(discipline=None, open_matters=None), "open_case")
    assert only(told).message.startswith("Chưa ghi có bị kỷ luật hay không, có đang bị xem xét")
    assert not found(worker(discipline=None, open_matters=None), "discipline")


# Who and by whom


def test_a_title_for_another_kind_of_recipient_is_refused() -> None:
    told = only(found(case(TEAM, "person", ratings=GOOD), "wrong_recipient"))
    assert told.severity == "error"
    assert (
        told.message == "Tập thể lao động tiên tiến không tặng cho cá nhân; chỉ tặng cho tập thể."
    )


def test_enterprises_and_communes_are_collectives() -> None:
    for kind in ("enterprise", "commune", "village"):
        assert verdict(case(TEAM, kind)) == "needs_review"


def test_a_title_that_the_law_of_the_day_does_not_have_is_refused() -> None:
    assert found(case("merit_district"), "not_in_law", LAWS[1])


def test_a_title_outside_the_catalogue_is_left_to_a_person() -> None:
    given = case("", title_text="Người tốt việc tốt")
    assert verdict(given) == "needs_review"
    assert found(given, "outside_catalogue")


def test_a_title_without_a_rule_is_left_to_a_person_with_its_standard() -> None:
    told = only(found(case("merit_district"), "no_rule"))
    assert told.severity == "needs_review"
    assert "tỉnh quy định" in told.message


def test_a_level_that_may_not_decide_is_refused_with_who_may() -> None:
    told = only(found(case(FIGHTER, ratings=rated("EXCELLENT", 2024), level="commune"),
                      "wrong_decider"))  # fmt: skip
    assert told.severity == "error"
    assert told.message.startswith("Cấp xã không có thẩm quyền quyết định. Thẩm quyền: Chủ tịch")
    assert not found(worker(level="commune"), "wrong_decider")


def test_the_power_moved_to_the_commune_in_2025() -> None:
    given = case(FIGHTER, ratings=rated("EXCELLENT", 2024), level="commune")
    assert not found(given, "wrong_decider", LAWS[1])
    assert found(replace(given, level="district"), "wrong_decider", LAWS[1])


# Loại hình


def test_by_merit_only_results_over_the_years_count() -> None:
    facts = {"sudden_feat": True, "contribution": True}
    assert verdict(case("cert_province", facts=facts)) == "not_eligible"
    assert verdict(case("cert_province", facts=facts, loai_hinh="DOT_XUAT")) == "eligible"


def test_a_form_that_merit_cannot_win_says_so() -> None:
    given = case("medal_youth_volunteer", facts={"months_of_service": 30})
    assert verdict(given) == "not_eligible"
    assert "không có nhánh ấy" in only(found(given, "loai_hinh")).message


def test_households_get_nothing_by_merit() -> None:
    told = found(case("merit_district", "household"), "loai_hinh")
    assert only(told).message == "Khen thưởng công trạng không áp dụng cho hộ gia đình."
    assert not found(case("cultural_family", "household"), "loai_hinh")


def test_a_loai_hinh_that_is_not_known_leaves_other_ways_open() -> None:
    given = case("cert_province", loai_hinh="", facts={"sudden_feat": True})
    assert verdict(given) == "needs_review"
    assert verdict(certificate(loai_hinh="")) == "eligible"


# Proposed or given twice


def test_the_same_title_of_the_same_year_cannot_be_proposed_twice() -> None:
    told = only(found(worker(others=(other(WORKER),)), "double_proposal"))
    assert (told.severity, told.records) == ("error", ("other",))
    assert not found(worker(others=(other(WORKER, year=2023),)), "double_proposal")


def test_titles_outside_the_catalogue_are_compared_by_their_words() -> None:
    same = OtherProposal(title="", title_text="Người Tốt việc tốt", year=2024)
    given = case("", title_text="Người tốt việc tốt", others=(same,))
    assert found(given, "double_proposal")
    assert not found(replace(given, title_text="Khác"), "double_proposal")


def test_a_title_already_awarded_for_that_year_is_refused() -> None:
    given = worker(history=past(WORKER, 2024))
    assert verdict(given) == "not_eligible"
    assert only(found(given, "already_awarded")).records == (f"{WORKER} 2024",)


def test_the_same_form_may_be_given_again_for_another_achievement() -> None:
    given = certificate()
    again = replace(given, history=given.history + past("cert_province", 2024))
    assert verdict(again) == "eligible"
    assert only(found(again, "already_awarded")).severity == "warning"


@pytest.mark.parametrize(
    ("achievement", "expected"),
    [("Chữa cháy chợ", "eligible"), ("Hoàn thành nhiệm vụ năm", "not_eligible")],
)
def test_one_achievement_has_one_form(achievement: str, expected: str) -> None:
    given = certificate(
        achievement="hoàn thành nhiệm vụ năm",
        others=(other("merit_district", achievement=achievement),),
    )
    assert verdict(given) == expected
    assert only(found(given, "one_achievement_one_form")).records == ("other",)


def test_a_title_of_emulation_and_a_form_go_together() -> None:
    assert not found(certificate(others=(other(FIGHTER),)), "one_achievement_one_form")
    assert not found(worker(others=(other("cert_province"),)), "one_achievement_one_form")


# Papers and days


def test_missing_papers_are_named_with_their_article() -> None:
    told = found(worker(papers=frozenset(("submission",))), "missing_paper")
    assert [each.message for each in told] == [
        "Thiếu báo cáo thành tích.",
        "Thiếu biên bản bình xét của Hội đồng cấp trình.",
    ]
    assert {each.severity for each in told} == {"warning"}
    assert "Điều 84" in told[0].article


def test_a_paper_asked_for_in_some_cases_is_a_note() -> None:
    papers = frozenset(("submission", "achievement_report", "minutes_with_vote"))
    told = found(case(FIGHTER, papers=papers), "missing_paper")
    assert {each.severity for each in told} == {"note"}


def test_papers_that_are_not_known_are_not_missed() -> None:
    assert not found(worker(), "missing_paper")


def test_papers_follow_the_loai_hinh() -> None:
    sudden = case("merit_district", loai_hinh="DOT_XUAT", papers=frozenset())
    assert [each.subject for each in found(sudden, "missing_paper")] == [
        "submission",
        "short_report",
    ]


def test_a_dossier_after_the_office_s_own_day_is_late() -> None:
    given = worker(received="2024-12-11", submit_by="2024-12-10")
    assert verdict(given) == "eligible"
    told = only(found(given, "late"))
    assert told.message == "Hồ sơ nhận ngày 11/12/2024, sau hạn 10/12/2024."
    assert not found(replace(given, received="2024-12-10"), "late")


@pytest.mark.parametrize(
    ("received", "severities"),
    [("2024-12-31", []), ("2025-06-30", ["note"]), ("2025-07-01", ["warning", "note"])],
)
def test_a_dossier_after_the_days_of_the_law_is_late(received: str, severities: list[str]) -> None:
    given = case(GOVERNMENT_FLAG, "collective", received=received)
    assert [each.severity for each in found(given, "late")] == severities


# Rules that are applied where their fact is there


def test_a_fact_nobody_gave_is_a_note_and_a_given_no_is_nothing() -> None:
    told = only(found(worker(), "not_stated"))
    assert (told.severity, told.verified) == ("note", False)
    assert "ý kiến đơn vị cũ" in told.message
    assert not found(worker(facts={"transferred": False}), "not_stated")


def test_facts_nobody_gave_are_one_note_together() -> None:
    told = only(found(case("order_labor_3", loai_hinh="CONG_HIEN"), "not_stated"))
    assert told.message.count("; ") >= 2
    assert told.article.startswith("NĐ 98/2023/NĐ-CP Điều 4; ")


def test_a_fact_that_was_given_is_told_by_its_own_rule() -> None:
    given = worker(facts={"transferred": True})
    assert found(given, "transferred_person")
    assert not found(given, "not_stated")


def test_what_speaks_of_persons_is_not_told_of_collectives() -> None:
    given = case("order_labor_3", "collective", loai_hinh="CONG_HIEN")
    assert not found(given, "not_stated")


def test_a_fault_in_post_stops_an_award_for_service() -> None:
    given = case("order_labor_3", loai_hinh="CONG_HIEN",
                 facts={"long_service": True, "fault_in_post": True})  # fmt: skip
    assert verdict(given) == "not_eligible"
    assert verdict(replace(given, facts={"long_service": True})) == "eligible"
    disciplined = replace(
        given, facts={"long_service": True}, discipline=(Penalty(until="2010-01-01"),)
    )
    assert verdict(disciplined) == "needs_review"


def test_what_speaks_of_other_titles_is_not_told() -> None:
    rules = {each.rule for each in judged(worker()).findings}
    assert not rules & {"hard_places_double", "women_leaders_time", "long_service_clean"}
    assert found(case("merited_teacher", facts={"hard_places": True}), "hard_places_double")


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
def test_every_rule_the_checks_look_for_stands_in_every_law(law: LawPack) -> None:
    wanted = {"open_case", "after_discipline", "only_merit_supports_merit", "initiative_once",
              "initiative_again", "one_achievement_one_form", "cancelled_decision",
              "maternity_leave", "long_service_clean", "transferred_person"}  # fmt: skip
    assert wanted <= {rule.id for rule in law.general_rules}


def test_an_era_without_a_rule_finds_nothing_by_it() -> None:
    bare = replace(LAW, general_rules=())
    given = worker(
        open_matters=(OpenMatter(),),
        history=past(WORKER, 2024),
        discipline=(Penalty(until="2024-06-30"),),
    )
    assert judged(given, bare).verdict == "eligible"


def test_an_era_that_lets_initiatives_serve_again_bars_none() -> None:
    used = idea("province", used_for=("cert_province",))
    given = case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024), initiatives=used)
    assert verdict(given) == "not_eligible"
    assert verdict(given, replace(LAW, general_rules=())) == "eligible"
