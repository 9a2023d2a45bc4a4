"""Undo and redo through the services, over a restart, and what the journal tells."""

from dataclasses import replace

import pytest

from tests.factory import again, award, person
from thidua_desktop.domain.errors import ChangedSince, Refused
from thidua_desktop.domain.listing import Query
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
