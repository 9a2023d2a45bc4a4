"""What holds for any case: order does not matter, more that holds never makes it worse."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.checking.cases import FIGHTER, LAW, PROVINCIAL, WORKER, judged, past
from thidua_desktop.domain.checking.case import (
    Case,
    OwnInitiative,
    PastAward,
    Penalty,
    Strength,
    YearRating,
)
from thidua_desktop.domain.checking.findings import SEVERITIES

RANKS = {"not_eligible": 0, "needs_review": 1, "eligible": 2}
RATINGS = ("FAIL", "DONE", "GOOD", "EXCELLENT")
TITLES = (WORKER, FIGHTER, PROVINCIAL, "cert_province", "cert_pm", "order_labor_3",
          "excellent_labor_collective", "provincial_emulation_flag",
          "government_emulation_flag")  # fmt: skip
KINDS = ("CONG_TRANG", "DOT_XUAT", "")

few = settings(max_examples=60, deadline=None)
years = st.integers(2014, 2024)
awards = st.builds(
    PastAward,
    title=st.sampled_from(TITLES),
    year=years,
    loai_hinh=st.sampled_from(KINDS),
    decision_date=st.sampled_from(("", "2016", "2018-12-30", "2023-05-01")),
    uid=st.uuids().map(str),
)
ideas = st.builds(
    OwnInitiative,
    scope=st.sampled_from(("unit", "province", "national")),
    year=st.sampled_from((0, 2020, 2023, 2024)),
    is_research=st.booleans(),
    is_applied=st.sampled_from((None, True, False)),
    used_for=st.sampled_from(((), (FIGHTER,), ("cert_province",))),
    uid=st.uuids().map(str),
)
penalties = st.builds(Penalty, until=st.sampled_from(("", "2016-06-30", "2022-12-31")))
rules = st.sampled_from([(rule.title, rule.recipient) for rule in LAW.rules])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    title, recipient = draw(rules)
    return Case(
        title=title,
        recipient=recipient,
        year=2024,
        loai_hinh=draw(st.sampled_from(("CONG_TRANG", "PHONG_TRAO", ""))),
        history=tuple(draw(st.lists(awards, max_size=12))),
        ratings=draw(st.dictionaries(years, st.sampled_from(RATINGS).map(YearRating))),
        initiatives=draw(st.none() | st.lists(ideas, max_size=4).map(tuple)),
        discipline=draw(st.none() | st.lists(penalties, max_size=1).map(tuple)),
        members=draw(
            st.none()
            | st.builds(
                Strength,
                total=st.none() | st.integers(0, 20),
                holders=st.dictionaries(st.sampled_from((WORKER, FIGHTER)), st.integers(0, 20)),
                done_or_better=st.none() | st.integers(0, 20),
                disciplined=st.none() | st.integers(0, 2),
            )
        ),
        leave_years=draw(st.frozensets(years, max_size=2)),
        proposed_too=draw(st.sampled_from(((), (FIGHTER,), (WORKER, FIGHTER)))),
    )


def rank(case: Case) -> int:
    return RANKS[judged(case).verdict]


@few
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_history_does_not_matter(case: Case, chance: random.Random) -> None:
    history = list(case.history)
    chance.shuffle(history)
    assert judged(case) == judged(replace(case, history=tuple(history)))


@few
@given(cases())
def test_the_verdict_is_what_the_gravest_finding_says(case: Case) -> None:
    answer = judged(case)
    found = [finding.severity for finding in answer.findings]
    assert found == sorted(found, key=list(SEVERITIES).index)
    expected = {"error": "not_eligible", "needs_review": "needs_review"}
    assert answer.verdict == expected.get(found[0] if found else "", "eligible")


@few
@given(cases(), st.sampled_from(TITLES), years)
def test_another_award_by_merit_never_makes_it_worse(case: Case, title: str, year: int) -> None:
    if (title, year) == (case.title, case.year):
        return
    (award,) = past(title, year)
    assert rank(replace(case, history=(*case.history, award))) >= rank(case)


@few
@given(cases(), years)
def test_an_excellent_year_never_makes_it_worse(case: Case, year: int) -> None:
    ratings = {**case.ratings, year: YearRating("EXCELLENT")}
    assert rank(replace(case, ratings=ratings)) >= rank(case)


@few
@given(cases())
def test_another_initiative_never_makes_it_worse(case: Case) -> None:
    if case.initiatives is None:
        return
    more = OwnInitiative(scope="national", year=2024, uid="more")
    assert rank(replace(case, initiatives=(*case.initiatives, more))) >= rank(case)


@few
@given(cases())
def test_a_title_proposed_beside_never_makes_it_worse(case: Case) -> None:
    beside = (*case.proposed_too, "excellent_labor_collective")
    assert rank(replace(case, proposed_too=beside)) >= rank(case)


@few
@given(cases())
def test_discipline_taken_back_never_makes_it_worse(case: Case) -> None:
    assert rank(replace(case, discipline=())) >= rank(case)


@few
@given(cases(), st.sampled_from(RATINGS), years)
def test_who_is_eligible_stays_so_whatever_was_not_known(
    case: Case, rating: str, year: int
) -> None:
    if year not in case.ratings and rank(case) == RANKS["eligible"]:
        ratings = {**case.ratings, year: YearRating(rating)}
        assert judged(replace(case, ratings=ratings)).verdict == "eligible"
