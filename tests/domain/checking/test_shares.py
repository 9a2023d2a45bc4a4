"""Ratios of one title against another, where an office sets them."""

import pytest

from tests.domain.checking.cases import LAW, only
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.checking.shares import WHOLE, over_share


def told(most: int | None, **counts: tuple[int, int]) -> tuple[Finding, ...]:
    """Return what is found of CSTĐCS against LĐTT; *whole* stands for the whole list."""
    parameter = next(p for p in LAW.local_parameters if p.id == "grassroots_fighter_share")
    named = {WHOLE if unit == "whole" else unit: count for unit, count in counts.items()}
    return over_share(LAW, parameter, most, named)


def test_fifteen_of_ninety_six_is_above_fifteen_percent() -> None:
    warning = only(told(15, whole=(15, 96)))
    assert warning.message == (
        "Tỷ lệ CSTĐCS trên LĐTT là 15/96 = 15,6%, vượt mức 15% (nhiều nhất 14)."
    )
    assert (warning.severity, warning.rule, warning.verified) == ("warning", "ratio", False)


@pytest.mark.parametrize("count", [(14, 96), (15, 100), (0, 0)])
def test_a_share_within_the_limit_is_nothing(count: tuple[int, int]) -> None:
    assert told(15, whole=count) == ()


@pytest.mark.parametrize("most", [None, 0])
def test_the_ratio_is_off_until_the_office_sets_it(most: int | None) -> None:
    assert told(most, whole=(96, 96)) == ()


def test_units_are_told_by_name() -> None:
    found = told(15, Huyện=(1, 10), Trường=(2, 10), whole=(3, 20))
    assert only(found).message.startswith("Trường: tỷ lệ CSTĐCS trên LĐTT là 2/10 = 20%")


def test_fighters_without_one_worker_are_above_any_limit() -> None:
    assert "là 1/0, vượt mức" in only(told(15, whole=(1, 0))).message
