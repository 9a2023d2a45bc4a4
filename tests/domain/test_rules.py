"""The rules a record keeps before it may be saved."""

from dataclasses import replace

import pytest

from thidua_desktop.domain import awards, council, decisions, nominations, people, plans, units
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.council import CouncilMember
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.plans import PlanTask
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit

AWARD = Award(recipient=Recipient(name="A Tik"), title_text="Giấy khen", year=2024)
NOMINATION = Nomination(recipient=Recipient(name="Y Hoa"), title_text="Giấy khen", year=2024)


@pytest.mark.parametrize("name", ["A Tik", "Y Hoa", "Hơn", "Nguyễn Thị Thu Hà", "Y Bh'rêu"])
def test_a_name_of_any_length_is_right(name: str) -> None:
    assert people.problems(Person(full_name=name)) == []


@pytest.mark.parametrize("name", ["", "Nguyễn Văn 5"])
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    assert [problem.field for problem in people.problems(Person(full_name=name))] == ["full_name"]


@pytest.mark.parametrize(("number", "found"), [("062012345678", 0), ("123456789", 0), ("6201", 1)])
def test_a_citizen_number_has_twelve_or_nine_digits(number: str, found: int) -> None:
    assert len(people.problems(Person(full_name="A Tik", citizen_id=number))) == found


def test_an_award_that_is_whole_may_be_saved() -> None:
    assert awards.problems(AWARD) == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(AWARD, recipient=Recipient(name="")), "recipient.name"),
        (replace(AWARD, title_text=""), "title_text"),
        (replace(AWARD, year=24), "year"),
        (replace(AWARD, amount=-1), "amount"),
        (replace(AWARD, level="moon"), "level"),
    ],
)
def test_an_award_names_the_field_that_is_wrong(draft: Award, field: str) -> None:
    assert [problem.field for problem in awards.problems(draft)] == [field]


def test_a_returned_nomination_needs_a_reason() -> None:
    returned = replace(NOMINATION, state="returned")
    assert [problem.field for problem in nominations.problems(returned)] == ["reason"]
    assert nominations.problems(replace(returned, reason="Thiếu biên bản họp xét.")) == []


def test_an_issued_decision_needs_number_and_date() -> None:
    assert [problem.field for problem in decisions.problems(Decision())] == ["number", "date"]
    assert decisions.problems(Decision(state="draft")) == []


def test_a_unit_is_not_its_own_parent() -> None:
    unit = Unit(name="Phòng Nội vụ")
    assert units.problems(unit) == []
    assert [p.field for p in units.problems(replace(unit, parent_uid=unit.uid))] == ["parent_uid"]


def test_a_unit_does_not_end_before_it_begins() -> None:
    unit = Unit(name="Phòng Nội vụ", valid_from="2025-07-01", valid_to="2024")
    assert [problem.field for problem in units.problems(unit)] == ["valid_to"]


def test_a_task_stands_in_one_of_four_quarters() -> None:
    assert [p.field for p in plans.problems(PlanTask(body="Tổng kết", quarter=5))] == ["quarter"]


def test_a_member_has_a_name_and_a_known_role() -> None:
    found = council.problems(CouncilMember(role="king"))
    assert [problem.field for problem in found] == ["full_name", "role"]
