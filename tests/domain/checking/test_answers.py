"""What the law asks the officer, before a case can be judged."""

import pytest

from tests.domain.checking.cases import (
    LAW,
    LAWS,
    case,
    judged,
    verdict,
)
from thidua_desktop.domain.checking.answers import facts_asked, questions
from thidua_desktop.domain.checking.case import Fact
from thidua_desktop.domain.law.conditions import Measured, Stated, parts_of
from thidua_desktop.domain.law.values import Rule


def test_the_questions_are_those_of_the_paths_that_count() -> None:
    keys = [asked.key for asked in questions(LAW, "cert_pm", "collective", "PHONG_TRAO")]
    assert keys == [
        "movement:prime_minister+president",
        "movement:province+ministry::3",
        "sudden_feat::province",
        "contribution",
        "bloc_leader:central_council",
        "political_task",
    ]
    assert questions(LAW, "cert_pm", "collective", "CONG_TRANG") == ()


def test_a_quantity_is_asked_for_with_its_least() -> None:
    asked = {one.key: one.at_least for one in questions(LAW, "cultural_village", "village")}
    assert asked == {"frame_criteria": None, "days_posted": 10}


def of_facts_alone(rule: Rule) -> bool:
    """Say whether one path of *rule* asks for nothing but what the officer states."""
    asked = ([part for need in path.needs for part in parts_of(need)] for path in rule.paths)
    return any(all(isinstance(part, Stated | Measured) for part in parts) for parts in asked)


STATED = [rule for rule in LAW.rules if of_facts_alone(rule)]


@pytest.mark.parametrize("rule", STATED, ids=lambda rule: f"{rule.title}-{rule.recipient}")
def test_a_path_of_facts_holds_when_every_question_is_answered(rule: Rule) -> None:
    asked = questions(LAW, rule.title, rule.recipient, "PHONG_TRAO")
    yes: dict[str, Fact] = {one.key: one.at_least or True for one in asked if one.path}
    given = case(rule.title, rule.recipient, facts=yes, loai_hinh="PHONG_TRAO")
    errors = [each.rule for each in judged(given).findings if each.severity == "error"]
    assert set(errors) <= {"loai_hinh"}


def test_one_answer_by_its_key_does_not_answer_another() -> None:
    given = case("cert_pm", "collective", loai_hinh="PHONG_TRAO",
                 facts={"movement:province+ministry::3": True})  # fmt: skip
    assert verdict(given) == "eligible"


def test_all_facts_are_known_by_name() -> None:
    names = facts_asked(LAWS)
    assert {"bloc_leader", "days_posted", "maternity_leave", "transferred"} <= names
    assert "" not in names
