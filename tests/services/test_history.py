"""Undo and redo through the services, over a restart, and what the journal tells."""

from dataclasses import replace

import pytest

from tests.factory import again, award, decision, person, unit
from thidua_desktop.domain.council import CouncilTerm
from thidua_desktop.domain.errors import Cancelled, ChangedSince, Refused
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.plans import TaskUnit
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_undo_survives_a_restart(services: Services, wires: Wiring) -> None:
    services.people.save(person())
    opened = again(services, wires)
    assert opened.history.next_undo() is not None
    opened.history.undo()
    assert opened.people.count(Query()) == 0
    opened.history.redo()
    assert opened.people.count(Query()) == 1
    opened.file.close()


def test_making_the_file_is_not_undone(services: Services) -> None:
    assert services.history.next_undo() is None
    with pytest.raises(Refused, match="hoàn tác"):
        services.history.undo()


def test_the_sample_is_not_undone_either(sample: Services) -> None:
    assert sample.history.next_undo() is None


def test_undo_refuses_when_changed_since_and_goes_on_when_confirmed(services: Services) -> None:
    first, second = person("Y Hoa"), person("Y Blan")
    step = services.people.save_many([first, second]).step
    services.people.save(replace(first, position="Giáo viên"))
    with pytest.raises(ChangedSince) as refused:
        services.history.undo(step)
    assert [uid for _, uid, _ in refused.value.rows] == [first.uid]
    services.history.undo(step, confirmed=True)
    assert [row.full_name for row in services.people.rows_of(Query())] == ["Y Hoa"]


def test_the_life_of_a_record_is_told_by_field(services: Services) -> None:
    draft = person("Y Hoa", birth="1988")
    services.people.save(draft)
    services.people.save(replace(draft, birth="1989-05-06"))
    change = services.history.of_record("person", draft.uid)[0]
    assert (change.field, change.old, change.new) == ("birth", "1988", "06/05/1989")
    assert change.who == "Lò Thị Mây"


def test_the_recycle_bin_names_what_was_deleted(services: Services) -> None:
    draft = person("Y Hoa")
    services.people.save(draft)
    services.people.delete([draft.uid])
    assert [one.title for one in services.history.deleted()] == ["Y Hoa"]


def test_awards_are_found_by_the_uid_of_the_person(services: Services) -> None:
    someone = person("Y Hoa")
    services.people.save(someone)
    mine = award()
    mine = replace(mine, recipient=replace(mine.recipient, name="Y Hoà", person_uid=someone.uid))
    services.awards.save(mine)
    assert [row.uid for row in services.history.awards_of(someone.uid)] == [mine.uid]


def names(services: Services) -> list[str]:
    return sorted(row.full_name for row in services.people.rows_of(Query()))


def saved(services: Services, *names: str) -> list[str]:
    """Save a person of each name as a step of its own; return the steps."""
    return [services.people.save(person(name)).step for name in names]


def test_going_back_undoes_all_that_came_after(services: Services) -> None:
    first, *_ = saved(services, "Y Hoa", "Y Blan", "A Tik")
    went = services.history.go_back(first)
    assert (went.done, went.blocked) == (2, None)
    assert len(went.changed.rows["person"]) == 2
    assert names(services) == ["Y Hoa"]


def test_after_going_back_redo_leads_forth_again(services: Services) -> None:
    first, *_ = saved(services, "Y Hoa", "Y Blan", "A Tik")
    services.history.go_back(first)
    services.history.redo()
    services.history.redo()
    assert names(services) == ["A Tik", "Y Blan", "Y Hoa"]


def told(services: Services) -> list[tuple[str, int | None]]:
    return [(point.step.label, point.later) for point in services.history.points()]


def test_each_step_tells_how_many_are_undone_to_go_back_to_it(services: Services) -> None:
    saved(services, "Y Hoa", "Y Blan")
    assert told(services) == [
        ("Thêm người Y Blan", 0),
        ("Thêm người Y Hoa", 1),
        ("Tạo tệp dữ liệu", 2),
    ]


def test_undoing_and_redoing_are_no_points_of_their_own(services: Services) -> None:
    saved(services, "Y Hoa", "Y Blan")
    services.history.undo()
    assert [later for _, later in told(services)] == [None, 0, 1]
    services.history.redo()
    assert [later for _, later in told(services)] == [0, 1, 2]


def test_one_can_go_back_to_the_beginning(services: Services) -> None:
    saved(services, "Y Hoa", "Y Blan")
    beginning = services.history.points()[-1].step
    assert services.history.go_back(beginning.uid).done == 2
    assert names(services) == []


def test_a_step_already_undone_is_no_point_to_go_back_to(services: Services) -> None:
    _, second = saved(services, "Y Hoa", "Y Blan")
    services.history.undo()
    with pytest.raises(KeyError):
        services.history.go_back(second)


def test_going_back_ends_before_a_step_whose_rows_were_changed_since(services: Services) -> None:
    (first,) = saved(services, "A Tik")
    draft = person("Y Hoa")
    services.people.save(draft)
    second = services.people.save(replace(draft, position="Giáo viên")).step
    services.people.save(replace(draft, position="Hiệu trưởng"))
    services.history.undo(second, confirmed=True)  # Out of turn: leaves Y Hoa as she is.
    went = services.history.go_back(first)
    assert went.done == 1
    assert went.blocked is not None
    assert [what for _, _, what in went.blocked.rows] == ["Y Hoa"]
    assert services.history.go_back(first, confirmed=True).blocked is None
    assert services.history.points()[-2].later == 0


class StopsAt:
    """A ticket that stops the work at its step *number*."""

    def __init__(self, number: int) -> None:
        self.number = number

    def step(self, done: int, total: int, text: str) -> None:
        if done == self.number:
            raise Cancelled


def test_going_back_that_is_stopped_tells_what_it_undid(services: Services) -> None:
    first, *_ = saved(services, "Y Hoa", "Y Blan", "A Tik")
    went = services.history.go_back(first, StopsAt(1))
    assert went.done == 1
    assert names(services) == ["Y Blan", "Y Hoa"]


def test_what_lies_in_the_bin_comes_back_as_one_step(services: Services) -> None:
    drafts = [person("Y Hoa"), person("Y Blan")]
    services.people.save_many(drafts)
    services.people.delete([draft.uid for draft in drafts])
    changed = services.history.bring_back(services.history.deleted())
    assert names(services) == ["Y Blan", "Y Hoa"]
    assert changed.label == "Lấy lại từ Thùng rác: 2 mục"
    assert services.history.deleted() == []


def test_bringing_back_can_be_undone(services: Services) -> None:
    draft = person("Y Hoa")
    services.people.save(draft)
    services.people.delete([draft.uid])
    services.history.bring_back(services.history.deleted())
    services.history.undo()
    assert [one.title for one in services.history.deleted()] == ["Y Hoa"]


def test_a_task_lies_in_the_bin_without_its_units_and_comes_back_with_them(
    services: Services,
) -> None:
    services.plans.save_plan(services.plans.new_plan(2024))
    task = services.plans.new(year=2024, body="Sơ kết")
    services.plans.save_task(task, [TaskUnit(unit_name="Phòng Nội vụ", role="lead")])
    services.plans.delete([task.uid])
    (gone,) = services.history.deleted()
    services.history.bring_back([gone])
    assert (gone.table, gone.title) == ("plan_task", "Sơ kết")
    assert [part.unit_name for part in services.plans.units_of(task.uid)] == ["Phòng Nội vụ"]


def test_a_member_comes_back_with_the_term(services: Services) -> None:
    term = CouncilTerm(name="Nhiệm kỳ 2024", size=1)
    services.council.save_term(term)
    member = services.council.new(full_name="Y Khăm")
    services.council.save(member)
    services.council.delete([member.uid])
    services.council.delete_term(term.uid)
    (member_gone,) = [one for one in services.history.deleted() if one.table == "council_member"]
    services.history.bring_back([member_gone])
    assert [one.name for one in services.council.terms()] == ["Nhiệm kỳ 2024"]
    assert [one.full_name for one in services.council.members(term.uid)] == ["Y Khăm"]


def test_what_undo_took_back_is_not_in_the_bin(services: Services) -> None:
    services.units.save(unit())
    services.history.undo()
    assert services.history.deleted() == []


def test_the_bin_speaks_as_the_officer_does(services: Services) -> None:
    draft = decision(number="31/QĐ-UBND", date="2024-01-12")
    services.decisions.save(draft)
    services.decisions.delete([draft.uid])
    assert [one.title for one in services.history.deleted()] == ["31/QĐ-UBND, 12/01/2024"]
