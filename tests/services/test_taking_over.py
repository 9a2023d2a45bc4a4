"""A plan taken over into a new year: what comes along, what stays, and that it is one step."""

import pytest

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.services.services import Services
from thidua_desktop.services.taking_over import Proposal


@pytest.fixture
def plan(services: Services) -> Plan:
    """A stored plan of 2024 with a task in each of two quarters."""
    draft = services.plans.new_plan(2024)
    services.plans.save_plan(draft)
    first = services.plans.new(year=2024, quarter=1, body="Ký giao ước.", due="2024-02-29")
    services.plans.save_task(first, [TaskUnit(unit_name="Phòng Nội vụ", role="lead")])
    services.plans.save(services.plans.new(year=2024, quarter=2, body="Sơ kết năm 2024."))
    return draft


def all_of(proposal: Proposal) -> list[str]:
    return [each.source.uid for each in proposal.tasks]


def tasks_of(services: Services, year: int) -> list[PlanTask]:
    plan = services.plans.plan(year)
    assert plan is not None
    return services.plans.tasks(plan.uid)


def test_a_new_plan_is_made_with_the_tasks_and_their_units(services: Services, plan: Plan) -> None:
    proposal = services.taking_over.propose(2024, 2025)
    assert proposal.is_new
    services.taking_over.take(proposal, all_of(proposal))
    first, second = tasks_of(services, 2025)
    assert (first.body, first.due) == ("Ký giao ước.", "2025-02-28")
    assert (second.body, second.due, second.is_due_derived) == (
        "Sơ kết năm 2025.",
        "2025-06-30",
        True,
    )
    assert [unit.unit_name for unit in services.plans.units_of(first.uid)] == ["Phòng Nội vụ"]


def test_only_what_is_ticked_comes(services: Services, plan: Plan) -> None:
    proposal = services.taking_over.propose(2024, 2025)
    services.taking_over.take(proposal, all_of(proposal)[1:])
    assert [task.quarter for task in tasks_of(services, 2025)] == [2]


def test_undo_takes_plan_and_tasks_back_at_once(services: Services, plan: Plan) -> None:
    proposal = services.taking_over.propose(2024, 2025)
    services.taking_over.take(proposal, all_of(proposal), with_prose=True)
    step = services.history.next_undo()
    assert step is not None
    assert step.label == "Lấy nhiệm vụ năm 2024 sang năm 2025"
    services.history.undo()
    assert services.plans.plan(2025) is None
    assert [task.body for task in tasks_of(services, 2024)] == ["Ký giao ước.", "Sơ kết năm 2024."]


def test_the_year_before_stays_as_it_is(services: Services, plan: Plan) -> None:
    before = tasks_of(services, 2024)
    proposal = services.taking_over.propose(2024, 2025)
    services.taking_over.take(proposal, all_of(proposal))
    assert tasks_of(services, 2024) == before


def test_into_a_plan_that_is_there_tasks_come_after_its_own(services: Services, plan: Plan) -> None:
    services.plans.save_plan(services.plans.new_plan(2025))
    services.plans.save(services.plans.new(year=2025, quarter=1, body="Đã có."))
    proposal = services.taking_over.propose(2024, 2025)
    assert not proposal.is_new
    services.taking_over.take(proposal, all_of(proposal))
    found = [(task.quarter, task.ordinal, task.body) for task in tasks_of(services, 2025)]
    assert found == [(1, 1, "Đã có."), (1, 2, "Ký giao ước."), (2, 1, "Sơ kết năm 2025.")]


def test_a_task_that_is_there_already_is_marked(services: Services, plan: Plan) -> None:
    proposal = services.taking_over.propose(2024, 2025)
    services.taking_over.take(proposal, all_of(proposal)[:1])
    again = services.taking_over.propose(2024, 2025)
    assert [each.is_there for each in again.tasks] == [True, False]


def test_the_text_comes_along_with_its_years_moved_when_asked(
    services: Services, plan: Plan
) -> None:
    services.plans.save_plan(
        plan,
        blocks=[
            Block(body="Phát động thi đua năm 2024."),
            Block(kind="table", body='<field name="x"/>'),
        ],
    )
    proposal = services.taking_over.propose(2024, 2025)
    services.taking_over.take(proposal, [], with_prose=True)
    made = services.plans.plan(2025)
    assert made is not None
    bodies = [block.body for block in services.plans.blocks(made.uid)]
    assert bodies == ["Phát động thi đua năm 2025.", '<field name="x"/>']


def test_without_the_text_a_new_plan_begins_with_its_table(services: Services, plan: Plan) -> None:
    services.taking_over.take(services.taking_over.propose(2024, 2025), [])
    made = services.plans.plan(2025)
    assert made is not None
    assert [b.body for b in services.plans.blocks(made.uid)] == ['<field name="plan_tasks"/>']


def test_a_year_without_a_plan_gives_nothing(services: Services) -> None:
    with pytest.raises(Refused, match="Chưa có kế hoạch năm 2020"):
        services.taking_over.propose(2020, 2021)
