"""A law pack: what is found in it, and the small sums its entries do."""

import pytest

from tests.domain.law import sample
from thidua_desktop.domain.law.conditions import AllOf, AnyOf, MemberCount, Rating, titles_named
from thidua_desktop.domain.law.values import Rounding, VoteThreshold


def vote(percent: int, *, more_than: bool = False) -> VoteThreshold:
    return VoteThreshold(
        id="vote", text="Phiếu", ballot=True, percent=percent, more_than=more_than,
        article="Luật mẫu", verified=True,
    )  # fmt: skip


def test_a_title_is_found_by_id_and_recipient() -> None:
    found = sample.pack().title("team", "household")
    assert found is not None
    assert found.name == "Tập thể giỏi"


def test_a_title_of_another_recipient_is_not_found() -> None:
    assert sample.pack().title("worker", "collective") is None


def test_a_title_without_a_rule_says_so() -> None:
    assert sample.pack().rule("team", "collective") is None


@pytest.mark.parametrize(("title", "vote"), [("team", "eighty"), ("worker", "majority")])
def test_a_vote_is_the_title_s_own_or_the_general_one(title: str, vote: str) -> None:
    assert sample.pack().vote(title).id == vote


@pytest.mark.parametrize(
    ("date", "bases"),
    [
        ("2024-06-30", ["old"]),
        ("2024-07-01", ["new"]),
        ("2024-06", ["old"]),
        ("2024", ["new"]),
        ("2023-12-31", []),
    ],
)
def test_a_decision_cites_the_texts_of_its_day(date: str, bases: list[str]) -> None:
    assert [basis.id for basis in sample.pack().legal_bases_on(date)] == bases


def test_a_province_s_own_text_is_cited_there_only() -> None:
    found = sample.pack().legal_bases_on("2024-08-01", province="Mẫu")
    assert [basis.id for basis in found] == ["new", "local"]


def test_all_entries_are_given_paths_of_rules_too() -> None:
    assert sample.pack().rules[0].paths[0] in list(sample.pack().entries())


@pytest.mark.parametrize(
    ("members", "percent", "needed"), [(13, 80, 11), (13, 90, 12), (10, 80, 8), (1, 80, 1)]
)
def test_a_share_of_votes_is_rounded_up(members: int, percent: int, needed: int) -> None:
    assert vote(percent).votes_needed(members) == needed


@pytest.mark.parametrize(("members", "needed"), [(13, 7), (12, 7), (1, 1)])
def test_a_majority_is_more_than_half(members: int, needed: int) -> None:
    assert vote(50, more_than=True).votes_needed(members) == needed


@pytest.mark.parametrize(
    ("thousandths", "base", "amount"),
    [
        (300, 1_800_000, 540_000),
        (300, 2_340_000, 710_000),
        (800, 2_340_000, 1_880_000),
        (1_000, 2_340_000, 2_340_000),
        (225, 2_340_000, 530_000),
        (600, 1_390_000, 840_000),
    ],
)
def test_money_is_rounded_up_to_ten_thousand(thousandths: int, base: int, amount: int) -> None:
    rounding = Rounding(unit=10_000, article="Luật mẫu", verified=True)
    assert rounding.amount(thousandths, base) == amount


def test_rounding_to_one_dong_leaves_the_product() -> None:
    rounding = Rounding(unit=1, article="Luật mẫu", verified=True)
    assert rounding.amount(300, 2_340_000) == 702_000


def test_titles_are_found_at_any_depth_of_a_condition() -> None:
    deep = AnyOf(of=(Rating(at_least="GOOD"), AllOf(of=(MemberCount(title="worker", count=1),))))
    assert titles_named(deep) == {"worker"}
