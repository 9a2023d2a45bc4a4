"""Every rule of the law of 2024: who meets it, who does not and what is missing, who is open."""

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.checking.cases import (
    FIGHTER,
    FLAG,
    GOVERNMENT_FLAG,
    GREAT_TEAM,
    LAW,
    NATIONAL,
    PROVINCIAL,
    TEAM,
    WORKER,
    case,
    idea,
    judged,
    past,
    rated,
)
from thidua_desktop.domain.checking.case import Case, Statement, Strength

YES, NO, OPEN = "eligible", "not_eligible", "needs_review"
FIVE = range(2020, 2025)
TEN = range(2015, 2025)


def team(title: str = TEAM, **known: Any) -> Case:
    return case(title, "collective", **known)


def strong(**changes: Any) -> Strength:
    members = Strength(total=13, holders={WORKER: 10, FIGHTER: 1}, done_or_better=13, disciplined=0)
    return replace(members, **changes)


def with_flags(title: str, years: int, before: str, after: int, **flags: int) -> Case:
    """Return a collective rated excellent *years* long, an order before them, flags in them."""
    history = past(before, 2024 - years - after)
    for id, count in flags.items():
        history += past(id, *range(2025 - count, 2025))
    ratings = rated("EXCELLENT", *range(2025 - years, 2025))
    return team(title, history=history, ratings=ratings, facts={"years_since_founding": 40})


def served(title: str, before: str, excellent: int, fighter: str, count: int) -> Case:
    """Return a person rated good for five years after *before*, some of them excellent."""
    history = past(before, 2019) + past(fighter, *range(2025 - count, 2025))
    ratings = rated("GOOD", *FIVE) | rated("EXCELLENT", *range(2025 - excellent, 2025))
    return case(title, history=history, ratings=ratings)


PM_PERSON = case(
    "cert_pm", history=past("cert_province", 2018) + past(FIGHTER, 2020, 2022, 2023),
    ratings=rated("GOOD", *FIVE),
)  # fmt: skip
PM_TEAM = with_flags("cert_pm", 5, "cert_province", 0, provincial_emulation_flag=1)
LABOR_3 = served("order_labor_3", "cert_pm", 1, FIGHTER, 3)
LABOR_2 = served("order_labor_2", "order_labor_3", 2, PROVINCIAL, 1)
LABOR_1 = served("order_labor_1", "order_labor_2", 3, PROVINCIAL, 2)
TEAM_3 = with_flags("order_labor_3", 5, "cert_pm", 0, government_emulation_flag=1)
TEAM_2 = with_flags("order_labor_2", 5, "order_labor_3", 0, provincial_emulation_flag=3)
TEAM_1 = with_flags("order_labor_1", 5, "order_labor_2", 0, government_emulation_flag=2)
FREE_3 = with_flags("order_independence_3", 10, "order_labor_1", 0,
                    government_emulation_flag=2, cert_pm=1)  # fmt: skip
FREE_2 = with_flags("order_independence_2", 10, "order_independence_3", 0,
                    government_emulation_flag=2, cert_pm=1, cert_province=1)  # fmt: skip
FREE_1 = with_flags("order_independence_1", 10, "order_independence_2", 0,
                    government_emulation_flag=3, provincial_emulation_flag=2)  # fmt: skip


def without(given: Case, title: str, *years: int) -> Case:
    """Return *given* without its awards of *title*, or without those of *years*."""
    kept = (a for a in given.history if a.title != title or (years and a.year not in years))
    return replace(given, history=tuple(kept))


def rated_otherwise(given: Case, code: str, *years: int) -> Case:
    return replace(given, ratings={**given.ratings, **rated(code, *years)})


def unrated(given: Case, *years: int) -> Case:
    kept = {year: rating for year, rating in given.ratings.items() if year not in years}
    return replace(given, ratings=kept)


TABLE: list[tuple[Case, str, tuple[int, ...]]] = [
    # LĐTT, khoản 1 Điều 24
    (case(WORKER, ratings=rated("GOOD", 2024)), YES, ()),
    (case(WORKER, ratings=rated("EXCELLENT", 2024)), YES, ()),
    (case(WORKER, ratings=rated("DONE", 2024)), NO, (2024,)),
    (case(WORKER, ratings=rated("GOOD", 2023)), OPEN, (2024,)),
    # CSTĐCS, Điều 23
    (case(FIGHTER, ratings=rated("EXCELLENT", 2024)), YES, ()),
    (case(FIGHTER, ratings=rated("GOOD", 2024), initiatives=idea("unit")), YES, ()),
    (case(FIGHTER, ratings=rated("GOOD", 2024), initiatives=idea("unit", is_research=True)),
     YES, ()),
    (case(FIGHTER, ratings=rated("GOOD", 2024),
          facts={"combat_ingenuity": Statement(scope="unit")}), YES, ()),
    (case(FIGHTER, history=past(WORKER, 2024), initiatives=idea("province")), YES, ()),
    (case(FIGHTER, ratings=rated("GOOD", 2024)), NO, (2024,)),
    (case(FIGHTER, ratings=rated("DONE", 2024), initiatives=idea("unit")), NO, (2024,)),
    (case(FIGHTER, initiatives=idea("unit")), OPEN, (2024,)),
    (case(FIGHTER, ratings=rated("GOOD", 2024), initiatives=None), OPEN, ()),
    # CSTĐ cấp tỉnh, Điều 22
    (case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024), initiatives=idea("province")),
     YES, ()),
    (case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024), initiatives=idea("national")),
     YES, ()),
    (case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024),
          initiatives=idea("province", is_research=True, is_applied=True)), YES, ()),
    (case(PROVINCIAL, history=past(FIGHTER, 2021, 2023), year=2023, initiatives=idea("province",
          year=2023)), NO, (2022,)),
    (case(PROVINCIAL, history=past(FIGHTER, 2022), initiatives=idea("province")), NO, (2023, 2024)),
    (case(PROVINCIAL, history=past(FIGHTER, 2023, 2024), initiatives=idea("province")), NO,
     (2022,)),
    (case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024), initiatives=idea("unit")), NO, ()),
    (case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024), initiatives=None), OPEN, ()),
    (case(PROVINCIAL, history=past(FIGHTER, 2022, 2023, 2024),
          initiatives=idea("province", is_research=True)), OPEN, ()),
    # CSTĐTQ, Điều 21
    (case(NATIONAL, history=past(PROVINCIAL, 2023, 2024), initiatives=idea("national")), YES, ()),
    (case(NATIONAL, history=past("ministerial_emulation_fighter", 2023) + past(PROVINCIAL, 2024),
          initiatives=idea("national")), YES, ()),
    (case(NATIONAL, history=past(PROVINCIAL, 2022, 2024), initiatives=idea("national")), NO,
     (2023,)),
    (case(NATIONAL, history=past(PROVINCIAL, 2023, 2024), initiatives=idea("province")), NO, ()),
    (case(NATIONAL, history=past(PROVINCIAL, 2023, 2024), initiatives=None), OPEN, ()),
    # TTLĐTT, khoản 1 Điều 28
    (team(ratings=rated("GOOD", 2024), members=strong()), YES, ()),
    (team(ratings=rated("GOOD", 2024), members=strong(holders={WORKER: 9})), NO, ()),
    (team(ratings=rated("GOOD", 2024), members=strong(disciplined=1)), NO, ()),
    (team(ratings=rated("DONE", 2024), members=strong()), NO, (2024,)),
    (team(ratings=rated("GOOD", 2024)), OPEN, ()),
    (team(members=strong()), OPEN, (2024,)),
    (team(ratings=rated("GOOD", 2024), members=strong(disciplined=None)), OPEN, ()),
    # TTLĐXS, khoản 1 Điều 27
    (team(GREAT_TEAM, ratings=rated("EXCELLENT", 2024), members=strong()), YES, ()),
    (team(GREAT_TEAM, ratings=rated("GOOD", 2024), members=strong()), NO, (2024,)),
    (team(GREAT_TEAM, ratings=rated("EXCELLENT", 2024), members=strong(done_or_better=12)), NO, ()),
    (team(GREAT_TEAM, ratings=rated("EXCELLENT", 2024),
          members=strong(holders={WORKER: 10, FIGHTER: 0})), NO, ()),
    (team(GREAT_TEAM, ratings=rated("EXCELLENT", 2024), members=strong(holders={WORKER: 10})),
     OPEN, ()),
    # Cờ tỉnh, Điều 26
    (team(FLAG, facts={"bloc_leader": Statement(by="province"), "targets_exceeded": True}), YES,
     ()),
    (team(FLAG, loai_hinh="PHONG_TRAO",
          facts={"movement_leader": Statement(by="province", years=3)}), YES, ()),
    (team(FLAG, facts={"bloc_leader": Statement(by="ministry"), "targets_exceeded": True}), NO,
     ()),
    (team(FLAG, facts={"bloc_leader": True, "targets_exceeded": False}), NO, ()),
    (team(FLAG, facts={"bloc_leader": True}), OPEN, ()),
    # Cờ Chính phủ, Điều 25
    (team(GOVERNMENT_FLAG, facts={"bloc_leader": Statement(by="province"),
          "best_of_leaders": True, "targets_exceeded": True}), YES, ()),
    (team(GOVERNMENT_FLAG, facts={"bloc_leader": Statement(by="central_council")}), YES, ()),
    (team(GOVERNMENT_FLAG, loai_hinh="PHONG_TRAO", facts={"bloc_leader": False,
          "movement_leader": Statement(by="prime_minister", years=4)}), NO, ()),
    (team(GOVERNMENT_FLAG, facts={"bloc_leader": False}), NO, ()),
    (team(GOVERNMENT_FLAG, facts={"bloc_leader": Statement(by="province")}), OPEN, ()),
    # Xã tiêu biểu, Thôn văn hóa, Gia đình văn hóa: Điều 29 đến Điều 31
    (case("exemplary_commune", "commune",
          facts={"movement_leader": Statement(by="district", years=1), "frame_criteria": True}),
     YES, ()),
    (case("exemplary_commune", "commune", facts={"movement_leader": True, "frame_criteria": False}),
     NO, ()),
    (case("exemplary_commune", "commune"), OPEN, ()),
    (case("cultural_village", "village", facts={"frame_criteria": True, "days_posted": 10}), YES,
     ()),
    (case("cultural_village", "village", facts={"frame_criteria": True, "days_posted": 9}), NO, ()),
    (case("cultural_village", "village", facts={"frame_criteria": True}), OPEN, ()),
    (case("cultural_family", "household",
          facts={"frame_criteria": True, "not_excluded": True, "days_posted": 12}), YES, ()),
    (case("cultural_family", "household",
          facts={"frame_criteria": True, "not_excluded": False, "days_posted": 12}), NO, ()),
    (case("cultural_family", "household", facts={"frame_criteria": True}), OPEN, ()),
    # Bằng khen của tỉnh, Điều 74
    (case("cert_province", history=past(FIGHTER, 2023, 2024)), YES, ()),
    (case("cert_province", ratings=rated("EXCELLENT", 2023, 2024),
          initiatives=idea("unit", times=2)), YES, ()),
    (case("cert_province", loai_hinh="DOT_XUAT", facts={"sudden_feat": True}), YES, ()),
    (case("cert_province", history=past(FIGHTER, 2022, 2024), ratings=rated("GOOD", 2023, 2024)),
     NO, (2023,)),
    (case("cert_province", ratings=rated("EXCELLENT", 2023, 2024), initiatives=idea("unit")), NO,
     ()),
    (case("cert_province", history=past(FIGHTER, 2024)), NO, (2023,)),
    (case("cert_province", history=past(FIGHTER, 2024), initiatives=None), OPEN, (2023, 2024)),
    (case("cert_province", loai_hinh="PHONG_TRAO"), OPEN, ()),
    (team("cert_province", ratings=rated("EXCELLENT", 2023), history=past(GREAT_TEAM, 2024)), YES,
     ()),
    (team("cert_province", ratings=rated("EXCELLENT", 2024) | rated("GOOD", 2023)), NO, (2023,)),
    (team("cert_province", ratings=rated("EXCELLENT", 2024)), OPEN, (2023,)),
    (case("cert_province", "household", loai_hinh="PHONG_TRAO", facts={"contribution": True}), YES,
     ()),
    (case("cert_province", "household", loai_hinh="PHONG_TRAO", facts={"contribution": False}), NO,
     ()),
    (case("cert_province", "household", loai_hinh="PHONG_TRAO"), OPEN, ()),
    # Bằng khen của Thủ tướng, Điều 73
    (PM_PERSON, YES, ()),
    (without(PM_PERSON, FIGHTER, 2020), NO, ()),
    (without(PM_PERSON, "cert_province"), NO, ()),
    (rated_otherwise(PM_PERSON, "DONE", 2021), NO, (2021,)),
    (unrated(PM_PERSON, 2021, 2022), OPEN, (2021, 2022)),
    (PM_TEAM, YES, ()),
    (without(PM_TEAM, FLAG), NO, ()),
    (rated_otherwise(PM_TEAM, "GOOD", 2020, 2023), NO, (2020, 2023)),
    (unrated(PM_TEAM, 2020), OPEN, (2020,)),
    # Huân chương Lao động, Điều 42 đến Điều 44
    (LABOR_3, YES, ()),
    (rated_otherwise(LABOR_3, "GOOD", 2024), NO, ()),
    (without(LABOR_3, FIGHTER, 2022), NO, ()),
    (without(LABOR_3, "cert_pm"), NO, ()),
    (unrated(LABOR_3, 2022), OPEN, (2022,)),
    (TEAM_3, YES, ()),
    (replace(TEAM_3, facts={"years_since_founding": 9}), NO, ()),
    (without(TEAM_3, GOVERNMENT_FLAG), NO, ()),
    (replace(TEAM_3, facts={}), OPEN, ()),
    (LABOR_2, YES, ()),
    (rated_otherwise(LABOR_2, "GOOD", 2023), NO, ()),
    (without(LABOR_2, PROVINCIAL), NO, ()),
    (unrated(LABOR_2, 2020), OPEN, (2020,)),
    (TEAM_2, YES, ()),
    (without(TEAM_2, FLAG, 2022), NO, ()),
    (unrated(TEAM_2, 2020, 2021), OPEN, (2020, 2021)),
    (LABOR_1, YES, ()),
    (rated_otherwise(LABOR_1, "GOOD", 2022), NO, ()),
    (rated_otherwise(LABOR_1, "DONE", 2020), NO, (2020,)),
    (unrated(LABOR_1, 2021), OPEN, (2021,)),
    (TEAM_1, YES, ()),
    (without(TEAM_1, GOVERNMENT_FLAG, 2023), NO, ()),
    (unrated(TEAM_1, 2024), OPEN, (2024,)),
    # Huân chương Độc lập, Điều 36 đến Điều 38
    (FREE_3, YES, ()),
    (without(FREE_3, "cert_pm"), NO, ()),
    (replace(FREE_3, facts={"years_since_founding": 29}), NO, ()),
    (unrated(FREE_3, 2015), OPEN, (2015,)),
    (FREE_2, YES, ()),
    (without(FREE_2, "cert_province"), NO, ()),
    (rated_otherwise(FREE_2, "GOOD", 2019), NO, (2019,)),
    (unrated(FREE_2, *TEN), OPEN, tuple(TEN)),
    (FREE_1, YES, ()),
    (without(FREE_1, GOVERNMENT_FLAG, 2022), NO, ()),
    (unrated(FREE_1, 2016), OPEN, (2016,)),
    # Huy chương Thanh niên xung phong vẻ vang, Điều 96
    (case("medal_youth_volunteer", loai_hinh="KHANG_CHIEN", facts={"months_of_service": 24}), YES,
     ()),
    (case("medal_youth_volunteer", loai_hinh="KHANG_CHIEN", facts={"fell_on_duty": True}), YES, ()),
    (case("medal_youth_volunteer", loai_hinh="KHANG_CHIEN",
          facts={"months_of_service": 23, "fell_on_duty": False}), NO, ()),
    (case("medal_youth_volunteer", loai_hinh="KHANG_CHIEN"), OPEN, ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "verdict", "missing"),
    TABLE,
    ids=[f"{n}-{given.title}-{verdict}" for n, (given, verdict, _) in enumerate(TABLE)],
)
def test_the_verdict_and_the_missing_years_are_those_of_the_law(
    given: Case, verdict: str, missing: tuple[int, ...]
) -> None:
    answer = judged(given)
    years = {year for finding in answer.findings for year in finding.missing_years}
    assert (answer.verdict, sorted(years)) == (verdict, sorted(missing)), answer.findings


def test_the_table_has_every_rule_with_every_verdict() -> None:
    tried = {(given.title, given.recipient, verdict) for given, verdict, _ in TABLE}
    wanted = {(r.title, r.recipient, v) for r in LAW.rules for v in (YES, NO, OPEN)}
    assert wanted <= tried


@pytest.mark.parametrize(("given", "verdict", "missing"), TABLE)
def test_every_finding_of_a_condition_cites_an_article(
    given: Case, verdict: str, missing: tuple[int, ...]
) -> None:
    for finding in judged(given).findings:
        assert "Điều" in finding.article or "Thông tư" in finding.article, finding
        assert finding.message[0].isupper()
        assert finding.message.endswith(".")
        assert ".." not in finding.message
