"""Findings set aside: with a reason, as one step, and only as long as they are the same."""

import pytest

from tests.services.checking.conftest import CSTD_TINH, CSTDCS, Checking
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.nominations import Nomination


@pytest.fixture
def nomination(checking: Checking) -> Nomination:
    """A nomination that lacks the awards of two years, and nothing else."""
    person = checking.person()
    checking.awarded(person, CSTDCS, 2024)
    return checking.proposed(person, CSTD_TINH)


def streak(checking: Checking, nomination: Nomination) -> Finding:
    return checking.findings(nomination, "award_streak")[0]


def test_a_finding_set_aside_no_longer_counts_and_keeps_its_reason(
    checking: Checking, nomination: Nomination
) -> None:
    finding = streak(checking, nomination)
    checking.services.checks.waive(nomination.uid, finding, "Quyết định ở tỉnh cũ, đã xem bản gốc")
    found = checking.services.checks.of(nomination.uid)
    assert [(one.finding, one.reason) for one in found.waived] == [
        (finding, "Quyết định ở tỉnh cũ, đã xem bản gốc")
    ]
    assert finding not in found.findings
    assert (found.judged, found.verdict) == ("not_eligible", "needs_review")


@pytest.mark.parametrize("reason", ["", "  ", "ok", "123456"])
def test_a_reason_that_says_nothing_is_refused(
    checking: Checking, nomination: Nomination, reason: str
) -> None:
    finding = streak(checking, nomination)
    with pytest.raises(RuleError, match="Cần ghi lý do"):
        checking.services.checks.waive(nomination.uid, finding, reason)
    assert checking.services.checks.of(nomination.uid).waived == ()


def test_it_stands_again_when_it_is_taken_back_or_undone(
    checking: Checking, nomination: Nomination
) -> None:
    finding = streak(checking, nomination)
    checks = checking.services.checks
    checks.waive(nomination.uid, finding, "Đã xem bản gốc")
    checks.unwaive(nomination.uid, finding)
    assert finding in checks.of(nomination.uid).findings
    checking.services.history.undo()
    assert finding not in checks.of(nomination.uid).findings
    checking.services.history.undo()
    assert finding in checks.of(nomination.uid).findings


def test_another_gap_is_another_finding(checking: Checking, nomination: Nomination) -> None:
    finding = streak(checking, nomination)
    checking.services.checks.waive(nomination.uid, finding, "Đã xem bản gốc")
    checking.awarded(nomination.recipient, CSTDCS, 2022)
    again = streak(checking, nomination)
    assert again.missing_years == (2023,)
    assert checking.verdict(nomination) == "not_eligible"


def test_a_new_reason_replaces_the_old_one(checking: Checking, nomination: Nomination) -> None:
    finding = streak(checking, nomination)
    checks = checking.services.checks
    checks.waive(nomination.uid, finding, "Đã xem bản gốc")
    checks.waive(nomination.uid, finding, "Đã hỏi Sở Nội vụ")
    assert [one.reason for one in checks.of(nomination.uid).waived] == ["Đã hỏi Sở Nội vụ"]


def test_many_are_set_aside_as_one_step(checking: Checking, nomination: Nomination) -> None:
    other = checking.proposed(checking.person("Y Hoa"), CSTD_TINH)
    checks = checking.services.checks
    found = [(one.uid, streak(checking, one)) for one in (nomination, other)]
    checks.waive_many(found, "Đã xem bản gốc")
    uids = [nomination.uid, other.uid]
    assert [len(checks.of(uid).waived) for uid in uids] == [1, 1]
    checking.services.history.undo()
    assert [len(checks.of(uid).waived) for uid in uids] == [0, 0]
