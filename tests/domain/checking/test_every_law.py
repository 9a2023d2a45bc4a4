"""All law packs are walked: every title of every era can be judged, and says what it rests on."""

import time
from typing import get_args

import pytest

from tests.domain.checking.cases import (
    FIGHTER,
    LAW,
    LAWS,
    PROVINCIAL,
    WORKER,
    case,
    found,
    idea,
    judged,
    past,
    rated,
    verdict,
)
from thidua_desktop.domain.checking import asking, weighing
from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.checking.judging import judge, without_law
from thidua_desktop.domain.law.conditions import Condition
from thidua_desktop.domain.law.pack import LawPack

pytestmark = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)


def test_every_title_can_be_judged_when_nothing_is_known(law: LawPack) -> None:
    for title in law.titles:
        for kind in ("CONG_TRANG", "PHONG_TRAO", ""):
            answer = judge(law, case(title.id, title.recipient, loai_hinh=kind, initiatives=None))
            assert answer.verdict in VERDICTS
            assert answer.verdict != "eligible", title.id
            assert answer.findings, title.id


def test_every_path_of_every_rule_can_fail_and_be_open(law: LawPack) -> None:
    for rule in law.rules:
        known = case(rule.title, rule.recipient, loai_hinh="PHONG_TRAO")
        assert judge(law, known).verdict in ("needs_review", "not_eligible")
        gaps = [each for each in judge(law, known).findings if each.severity != "note"]
        assert all(each.article for each in gaps)


def test_what_was_not_read_is_marked(law: LawPack) -> None:
    gap = found(case(PROVINCIAL, initiatives=idea("province")), "award_streak", law)[0]
    assert gap.verified is (law.id != "2026")


def test_the_standards_of_the_law_are_those_of_2024(law: LawPack) -> None:
    given = case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024), initiatives=idea("province"))
    assert verdict(given, law) == "eligible"
    assert verdict(case(WORKER, ratings=rated("DONE", 2024)), law) == "not_eligible"


def test_every_kind_of_condition_is_weighed_and_worded(law: LawPack) -> None:
    kinds = set(get_args(Condition))
    assert set(weighing.WEIGHED) == set(asking.ASKED) == kinds


def test_before_the_first_law_nothing_is_judged(law: LawPack) -> None:
    answer = without_law("2022-12-20")
    assert answer.verdict == "needs_review"
    assert "20/12/2022" in answer.findings[0].message


def test_three_thousand_cases_take_less_than_a_second(law: LawPack) -> None:
    history = past(WORKER, *range(2012, 2025)) + past(FIGHTER, *range(2014, 2024, 2))
    ratings = rated("GOOD", *range(2012, 2025))
    titles = (WORKER, FIGHTER, PROVINCIAL, "cert_province", "cert_pm", "order_labor_3")
    given = [case(title, history=history, ratings=ratings, initiatives=idea("unit"))
             for title in titles]  # fmt: skip
    begun = time.process_time()
    for _ in range(500):
        for one in given:
            judge(law, one)
    assert time.process_time() - begun < 1


def test_the_candidate_without_2022_is_refused_and_the_fighter_without_a_title_noted(
    law: LawPack,
) -> None:
    lacking = case(PROVINCIAL, year=2023, history=past(FIGHTER, 2021, 2023),
                   initiatives=idea("province", year=2023))  # fmt: skip
    assert judge(law, lacking).verdict == "not_eligible"
    assert found(lacking, "award_streak", law)[0].message.startswith("Thiếu CSTĐCS năm 2022;")
    fighter = case(FIGHTER, ratings=rated("EXCELLENT", 2024))
    notes = found(fighter, "meets_standard", law)
    assert [each.severity for each in notes] == ["note"]
    assert notes[0].message.startswith("Chưa thấy LĐTT năm 2024")
    beside = case(FIGHTER, ratings=rated("EXCELLENT", 2024), proposed_too=(WORKER,))
    assert not found(beside, "meets_standard", law)
    assert judged(fighter, law).verdict == judged(beside, LAW).verdict == "eligible"
