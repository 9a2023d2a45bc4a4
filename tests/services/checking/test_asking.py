"""What the law asks the officer, and what the answers change."""

import pytest

from tests.services.checking.conftest import Checking
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.nominations import Nomination

FLAG = "Cờ thi đua của UBND tỉnh"


@pytest.fixture
def flag(checking: Checking) -> Nomination:
    """A collective put forward for a title that rests on what the officer states."""
    return checking.proposed(checking.collective(), FLAG)


def test_questions_that_decide_come_first(checking: Checking, flag: Nomination) -> None:
    asked = checking.services.checks.facts_asked(flag.uid)
    assert [one.decides for one in asked[:2]] == [True, True]
    assert "Dẫn đầu cụm, khối" in asked[0].question.text


def test_yes_to_all_that_decides_makes_it_eligible(checking: Checking, flag: Nomination) -> None:
    checks = checking.services.checks
    assert checking.verdict(flag) == "needs_review"
    for one in checks.facts_asked(flag.uid):
        if one.decides:
            checks.state_fact(flag.uid, one.question.key, "yes", "Theo bảng điểm của khối")
    assert checking.verdict(flag) == "eligible"
    kept = [one for one in checks.facts_asked(flag.uid) if one.answer]
    assert {(one.answer, one.note, one.decides) for one in kept} == {
        ("yes", "Theo bảng điểm của khối", False)
    }


def test_no_makes_it_not_eligible_and_undoing_opens_it_again(
    checking: Checking, flag: Nomination
) -> None:
    checks = checking.services.checks
    checks.state_fact(flag.uid, checks.facts_asked(flag.uid)[0].question.key, "no")
    assert checking.verdict(flag) == "not_eligible"
    checking.services.history.undo()
    assert checking.verdict(flag) == "needs_review"


def test_an_answer_taken_back_is_none(checking: Checking, flag: Nomination) -> None:
    checks = checking.services.checks
    key = checks.facts_asked(flag.uid)[0].question.key
    checks.state_fact(flag.uid, key, "no")
    checks.state_fact(flag.uid, key, "")
    assert checking.verdict(flag) == "needs_review"


def test_an_answer_that_is_none_of_these_is_refused(checking: Checking, flag: Nomination) -> None:
    with pytest.raises(RuleError, match="có, không, hoặc bằng một số nguyên"):
        checking.services.checks.state_fact(flag.uid, "bloc_leader", "chắc là có")
