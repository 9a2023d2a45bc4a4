"""The yearly plan: its tasks, due days, units with their parts, and its paper."""

from dataclasses import replace

import pytest

from tests.factory import again
from thidua_desktop.documents.paper import GroupRow
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.errors import Refused, RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.plans import Counts
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


@pytest.fixture
def plan(services: Services) -> Plan:
    """A stored plan of 2024 without tasks."""
    draft = services.plans.new_plan(2024)
    services.plans.save_plan(draft)
    return draft


def test_a_new_plan_stands_in_the_frame_of_the_office(plan: Plan) -> None:
    assert plan.heading.issuer == "Ủy ban nhân dân huyện Đắk Ruồng"
    assert (plan.heading.symbol, plan.heading.type_name) == ("KH-UBND", "KẾ HOẠCH")


def test_a_new_plan_begins_with_the_place_of_its_table(services: Services, plan: Plan) -> None:
    assert [block.body for block in services.plans.blocks(plan.uid)] == [
        '<field name="plan_tasks"/>'
    ]


def test_a_year_has_one_plan(services: Services, plan: Plan) -> None:
    with pytest.raises(RuleError, match="Đã có kế hoạch của năm 2024"):
        services.plans.save_plan(services.plans.new_plan(2024))


def test_the_years_come_newest_first(services: Services, plan: Plan) -> None:
    services.plans.save_plan(services.plans.new_plan(2025))
    assert services.plans.years() == [2025, 2024]


def test_a_task_without_a_day_is_due_at_the_end_of_its_quarter(
    services: Services, plan: Plan
) -> None:
    task = services.plans.new(year=2024, quarter=2, body="Sơ kết.")
    services.plans.save(task)
    saved = services.plans.get(task.uid)
    assert (saved.due, saved.is_due_derived) == ("2024-06-30", True)


def test_a_derived_day_moves_with_the_quarter(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, quarter=2, body="Sơ kết.")
    services.plans.save(task)
    services.plans.save(replace(services.plans.get(task.uid), quarter=3))
    assert services.plans.get(task.uid).due == "2024-09-30"


def test_a_typed_day_stays_in_any_quarter(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, quarter=2, body="Sơ kết.")
    services.plans.save(task)
    services.plans.save(replace(services.plans.get(task.uid), due="20/6/2024"))
    services.plans.save(replace(services.plans.get(task.uid), quarter=3))
    saved = services.plans.get(task.uid)
    assert (saved.due, saved.is_due_derived) == ("2024-06-20", False)


def test_a_task_needs_a_plan(services: Services) -> None:
    with pytest.raises(RuleError) as refused:
        services.plans.save(services.plans.new(year=2023, body="Sơ kết."))
    assert refused.value.problems[0].field == "plan_uid"


def test_a_new_task_comes_last_in_its_quarter(services: Services, plan: Plan) -> None:
    services.plans.save(services.plans.new(year=2024, quarter=1, body="Một."))
    assert services.plans.new(year=2024, quarter=1).ordinal == 2
    assert services.plans.new(year=2024, quarter=2).ordinal == 1


def test_units_are_kept_with_their_parts_and_name_the_cell(
    services: Services, wires: Wiring, plan: Plan
) -> None:
    task = services.plans.new(year=2024, body="Phát động thi đua.")
    parts = [TaskUnit(unit_name="UBND huyện"), TaskUnit(unit_name="Phòng Nội vụ", role="advise")]
    services.plans.save_task(task, parts)
    opened = again(services, wires)
    kept = [(part.unit_name, part.role) for part in opened.plans.units_of(task.uid)]
    assert kept == [("UBND huyện", "lead"), ("Phòng Nội vụ", "advise")]
    assert opened.plans.get(task.uid).units_text == "UBND huyện; Phòng Nội vụ (tham mưu)"
    opened.file.close()


def test_a_unit_taken_off_a_task_is_gone(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, body="Phát động thi đua.")
    first, second = TaskUnit(unit_name="UBND huyện"), TaskUnit(unit_name="Phòng Nội vụ")
    services.plans.save_task(task, [first, second])
    services.plans.save_task(services.plans.get(task.uid), [second])
    assert [part.unit_name for part in services.plans.units_of(task.uid)] == ["Phòng Nội vụ"]


def test_a_deleted_task_comes_back_with_its_units(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, body="Phát động thi đua.")
    services.plans.save_task(task, [TaskUnit(unit_name="UBND huyện")])
    services.plans.delete([task.uid])
    assert services.plans.units_of(task.uid) == []
    services.history.undo()
    assert [part.unit_name for part in services.plans.units_of(task.uid)] == ["UBND huyện"]


def test_prose_is_kept_in_the_order_given(services: Services, plan: Plan) -> None:
    blocks = [Block(body="Hai."), Block(body="Một.")]
    services.plans.save_plan(plan, blocks=blocks)
    services.plans.save_plan(plan, blocks=[blocks[1], blocks[0]])
    assert [block.body for block in services.plans.blocks(plan.uid)] == ["Một.", "Hai."]


def test_the_paper_has_a_bold_row_for_each_quarter(services: Services, plan: Plan) -> None:
    for quarter in (1, 1, 3):
        services.plans.save(services.plans.new(year=2024, quarter=quarter, body=f"Quý {quarter}."))
    rows = services.exporting.plan_as_paper(2024).tables["plan_tasks"].rows
    groups = [row.cells for row in rows if isinstance(row, GroupRow)]
    tasks = [tuple(row)[:2] for row in rows if isinstance(row, tuple)]
    assert groups == [("I", "QUÝ I"), ("III", "QUÝ III")]
    assert tasks == [("1", "Quý 1."), ("2", "Quý 1."), ("1", "Quý 3.")]


def test_a_year_without_a_plan_has_no_paper(services: Services) -> None:
    with pytest.raises(Refused, match="Chưa có kế hoạch năm 2019"):
        services.exporting.plan_as_paper(2019)


def test_the_sample_has_eleven_tasks_four_three_one_three(sample: Services) -> None:
    plan = sample.plans.plan(2024)
    assert plan is not None
    quarters = [task.quarter for task in sample.plans.tasks(plan.uid)]
    assert [quarters.count(quarter) for quarter in (1, 2, 3, 4)] == [4, 3, 1, 3]


def test_a_task_of_the_wrong_quarter_is_told(services: Services, plan: Plan) -> None:
    with pytest.raises(RuleError) as refused:
        services.plans.save(PlanTask(plan_uid=plan.uid, quarter=5, body="Sơ kết."))
    assert refused.value.problems[0].field == "quarter"


def test_a_deleted_plan_comes_back_with_tasks_units_and_text(
    services: Services, plan: Plan
) -> None:
    task = services.plans.new(year=2024, body="Phát động thi đua.")
    services.plans.save_task(task, [TaskUnit(unit_name="UBND huyện")])
    services.plans.delete_plan(plan.uid)
    assert services.plans.plan(2024) is None
    assert services.plans.count(Query(year=2024)) == 0
    services.history.undo()
    assert services.plans.plan(2024) == plan
    assert [part.unit_name for part in services.plans.units_of(task.uid)] == ["UBND huyện"]
    assert len(services.plans.blocks(plan.uid)) == 1


def test_a_year_whose_plan_was_deleted_can_have_another(services: Services, plan: Plan) -> None:
    services.plans.delete_plan(plan.uid)
    services.plans.save_plan(services.plans.new_plan(2024))
    assert services.plans.years() == [2024]


def test_a_task_that_is_done_has_the_day_it_was_done(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, body="Sơ kết.")
    services.plans.save(task)
    services.plans.finish([task.uid])
    saved = services.plans.get(task.uid)
    assert (saved.state, saved.done_on) == ("done", "2024-06-30")


def test_a_task_marked_done_again_keeps_its_day(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, body="Sơ kết.", state="done", done_on="2024-03-01")
    services.plans.save(task)
    services.plans.finish([task.uid])
    assert services.plans.get(task.uid).done_on == "2024-03-01"


def test_a_task_that_is_open_again_has_no_day_of_its_end(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, body="Sơ kết.", state="done")
    services.plans.save(task)
    services.plans.save(replace(services.plans.get(task.uid), state="doing"))
    assert services.plans.get(task.uid).done_on == ""


def test_the_shelf_counts_tasks_by_quarter(services: Services, plan: Plan) -> None:
    services.plans.save_plan(services.plans.new_plan(2025))
    for quarter, due, state in ((1, "2024-02-01", "todo"), (1, "", "done"), (3, "", "doing")):
        services.plans.save(
            services.plans.new(year=2024, quarter=quarter, body="Việc", due=due, state=state)
        )
    newest, older = services.plans.shelf()
    assert (newest.plan.year, newest.counts) == (2025, Counts())
    assert older.quarters == {
        1: Counts(tasks=2, done=1, open=1, late=1),
        3: Counts(tasks=1, open=1),
    }


def test_signs_in_a_units_name_are_shown_as_they_are(services: Services, plan: Plan) -> None:
    task = services.plans.new(year=2024, body="Sơ kết.")
    services.plans.save_task(task, [TaskUnit(unit_name="Trường TH&THCS A Sanh", role="support")])
    [row] = services.plans.rows([task.uid])
    assert row.units == "Trường TH&THCS A Sanh (phối hợp)"
    assert services.plans.get(task.uid).units_text == "Trường TH&amp;THCS A Sanh (phối hợp)"


def test_words_typed_in_a_grid_keep_their_italics(services: Services, plan: Plan) -> None:
    task = services.plans.new(
        year=2024, body="Ký <i>giao ước</i> năm", units_text="Xã <i>(chủ trì)</i>"
    )
    services.plans.save(task)
    values = {"body": "Ký giao ước thi đua năm", "units_text": "Các xã (chủ trì)"}
    services.plans.edit([Edit(task.uid, values)])
    kept = services.plans.get(task.uid)
    assert kept.body == "Ký <i>giao ước</i> thi đua năm"
    assert kept.units_text == "Các xã <i>(chủ trì)</i>"
