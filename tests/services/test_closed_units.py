"""Nothing new is dated to a unit that had ended by then; what stands already stays."""

from dataclasses import replace

import pytest

from tests.factory import award, nomination, person, to_collective, to_person, unit
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.domain.people import Household
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reorganising import Change, Heir, Moves
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.services import Services

OLD, NEW = unit("Xã Đắk Lua", kind="commune"), unit("Xã Đắk Rin", kind="commune")
IT = replace(to_collective("Xã Đắk Lua"), unit_uid=OLD.uid)
THERE = to_person(workplace_uid=OLD.uid)


@pytest.fixture
def office(services: Services) -> Services:
    """Xã Đắk Lua ended on 29/02/2024 and Xã Đắk Rin took over; today is 30/06/2024."""
    services.units.save(OLD)
    change = Change(kind="rename", ends=(OLD,), heirs=(Heir(unit=NEW),), date="2024-03-01")
    services.reorganising.carry_out([change], Moves())
    return services


def problem(refused: pytest.ExceptionInfo[RuleError]) -> Problem:
    return refused.value.problems[0]


@pytest.mark.parametrize(
    ("recipient", "field"), [(IT, "recipient.name"), (THERE, "recipient.unit_name")]
)
def test_an_award_of_a_later_day_is_refused_with_who_took_over(office, recipient, field):
    with pytest.raises(RuleError) as refused:
        office.awards.save(award(recipient=recipient, decision_date="2024-05-02"))
    assert problem(refused).field == field
    assert "đã kết thúc hoạt động 29/02/2024. Hãy chọn “Xã Đắk Rin”." in problem(refused).text


def test_an_award_of_an_earlier_day_is_taken(office: Services):
    office.awards.save(award(recipient=IT, decision_date="2024-02-29", year=2023))


def test_a_year_in_which_the_unit_was_there_is_taken(office: Services):
    office.nominations.save(nomination(recipient=THERE, year=2024))


def test_a_nomination_of_a_later_year_is_refused(office: Services):
    with pytest.raises(RuleError) as refused:
        office.nominations.save(nomination(recipient=THERE, year=2025))
    assert problem(refused).field == "recipient.unit_name"


def test_what_stood_before_the_unit_ended_can_still_be_changed(services: Services):
    services.units.save(OLD)
    given = award(recipient=IT, decision_date="2024-05-02")
    services.awards.save(given)
    services.units.save(replace(OLD, valid_to="2024-02-29"))
    services.awards.save(replace(services.awards.get(given.uid), note="đã trao"))


def test_a_record_that_stands_comes_to_no_later_day(office: Services):
    waiting = nomination(recipient=THERE, year=2024)
    office.nominations.save(waiting)
    with pytest.raises(RuleError):
        office.nominations.save(replace(office.nominations.get(waiting.uid), year=2025))


def test_a_name_typed_in_a_cell_means_the_unit_of_its_day(office: Services):
    office.units.save(unit("Xã Đắk Lua", kind="commune", valid_from="2024-03-01"))
    row = nomination(recipient=to_person(), year=2023)
    office.nominations.save(row)
    office.nominations.edit([Edit(row.uid, {"recipient.unit_name": "xã đăk lua"})])
    assert office.nominations.get(row.uid).recipient.workplace_uid == OLD.uid


def test_a_later_name_typed_in_a_cell_is_refused_beside_it(office: Services):
    row = nomination(recipient=to_person(), year=2025)
    office.nominations.save(row)
    done = office.nominations.edit([Edit(row.uid, {"recipient.unit_name": "Xã Đắk Lua"})])
    assert [each.field for each in done.refused[row.uid]] == ["recipient.unit_name"]


def test_nobody_comes_to_work_in_a_unit_that_has_ended(office: Services):
    with pytest.raises(RuleError, match="Xã Đắk Rin"):
        office.people.save(person(unit_uid=OLD.uid))
    with pytest.raises(RuleError, match="Xã Đắk Rin"):
        office.households.save(Household(head_name="A Tik", unit_uid=OLD.uid))


def test_a_dossier_that_comes_later_is_refused(office: Services):
    with pytest.raises(RuleError) as refused:
        office.dossiers.save(Dossier(unit_name="Xã Đắk Lua", year=2024, received="2024-04-02"))
    assert problem(refused).field == "unit_name"


def test_a_task_that_is_due_later_is_given_to_no_unit_that_has_ended(office: Services):
    office.plans.save_plan(plan := Plan(year=2024))
    task = PlanTask(plan_uid=plan.uid, body="Tập huấn", quarter=2)
    with pytest.raises(RuleError) as refused:
        office.plans.save_task(task, [TaskUnit(unit_uid=OLD.uid, unit_name=OLD.name)])
    assert problem(refused).field == "units"


def test_a_task_taken_into_another_year_goes_to_who_took_over(office: Services):
    office.plans.save_plan(plan := Plan(year=2023))
    task = PlanTask(plan_uid=plan.uid, body="Tập huấn", quarter=2)
    office.plans.save_task(task, [TaskUnit(unit_uid=OLD.uid, unit_name=OLD.name)])
    proposal = office.taking_over.propose(2023, 2024)
    office.taking_over.take(proposal, [task.uid])
    made = office.plans.plan(2024)
    assert made is not None
    [taken] = office.plans.tasks(made.uid)
    [part] = office.plans.units_of(taken.uid)
    assert (part.unit_uid, part.unit_name) == (NEW.uid, "Xã Đắk Rin")
