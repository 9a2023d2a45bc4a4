"""Saving, finding and deleting, as every list does it."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from tests.factory import again, nomination, person, to_person, unit
from thidua_desktop.domain.errors import Refused, RuleError
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_what_was_saved_is_there_after_opening_again(services: Services, wires: Wiring) -> None:
    draft = person("A Tik", birth="1988")
    services.people.save(draft)
    opened = again(services, wires)
    assert opened.people.get(draft.uid) == draft
    opened.file.close()


def test_one_save_is_one_step_with_words(services: Services) -> None:
    draft = nomination()
    services.nominations.save(draft)
    services.nominations.save(replace(draft, achievement="Dạy lớp ghép ba năm."))
    labels = [step.label for step in services.history.steps(2)]
    assert labels == ["Sửa đề nghị A Tik", "Thêm đề nghị A Tik"]


def test_deleting_one_names_it(services: Services) -> None:
    draft = person("Y Hoa")
    services.people.save(draft)
    assert services.people.delete([draft.uid]).label == "Xóa người Y Hoa"


def test_long_names_are_cut_to_fit_a_menu(services: Services) -> None:
    label = services.units.save(unit("Trường Phổ thông " + "dân tộc bán trú " * 9)).label
    assert label.endswith("…")
    assert len(label) < 65


def test_many_are_saved_as_one_step_and_undone_as_one(services: Services) -> None:
    changed = services.people.save_many([person(f"Y {name}") for name in ("Hoa", "Blan", "Bin")])
    assert changed.label == "Thêm 3 người"
    services.history.undo()
    assert services.people.count(Query()) == 0


def test_nothing_of_many_is_saved_when_one_is_wrong(services: Services) -> None:
    with pytest.raises(RuleError):
        services.people.save_many([person("Y Hoa"), person("")])
    assert services.people.count(Query()) == 0


def test_saving_what_is_there_already_makes_no_step(services: Services) -> None:
    draft = unit()
    services.units.save(draft)
    assert not services.units.save(draft).rows
    assert services.history.steps(1)[0].label == "Thêm đơn vị Phòng Nội vụ"


def test_changed_names_the_table_and_the_record(services: Services) -> None:
    draft = person()
    assert services.people.save(draft).rows == {"person": frozenset({draft.uid})}


def test_text_is_stored_composed_and_with_single_blanks(services: Services) -> None:
    typed = normalize("NFD", "  Lò   Thị\u00a0Mây ")
    draft = person(typed)
    services.people.save(draft)
    assert services.people.get(draft.uid).full_name == "Lò Thị Mây"


def test_a_date_is_stored_as_it_sorts(services: Services) -> None:
    draft = person(birth="5/6/1988")
    services.people.save(draft)
    assert services.people.get(draft.uid).birth == "1988-06-05"


def test_an_impossible_date_is_told_beside_its_field(services: Services) -> None:
    with pytest.raises(RuleError) as refused:
        services.people.save(person(birth="31/02/1988"))
    assert [problem.field for problem in refused.value.problems] == ["birth"]
    assert services.people.count(Query()) == 0


def test_a_name_of_two_syllables_is_right(services: Services) -> None:
    services.people.save_many([person("A Tik"), person("Y Hoa")])
    assert services.people.count(Query(text="y hoa")) == 1


def test_rows_keep_the_order_asked_for_and_leave_out_what_is_gone(services: Services) -> None:
    first, second, third = (person(f"Y {name}") for name in ("Hoa", "Blan", "Bin"))
    services.people.save_many([first, second, third])
    services.people.delete([second.uid])
    rows = services.people.rows([third.uid, second.uid, first.uid])
    assert [row.full_name for row in rows] == ["Y Bin", "Y Hoa"]


def test_a_gone_record_is_a_key_error(services: Services) -> None:
    draft = person()
    services.people.save(draft)
    services.people.delete([draft.uid])
    with pytest.raises(KeyError):
        services.people.get(draft.uid)


def test_deleting_several_says_how_many(services: Services) -> None:
    drafts = [nomination(recipient=to_person(f"A {name}")) for name in ("Tik", "Brưu", "Nhur")]
    services.nominations.save_many(drafts)
    assert services.nominations.delete([d.uid for d in drafts]).label == "Xóa 3 đề nghị"


def test_all_rows_of_a_query_come_in_its_order(sample: Services) -> None:
    query = Query(filters=(Filter("level", "province", "is"),), year=2024)
    rows = sample.awards.rows_of(query)
    assert [row.uid for row in rows] == sample.awards.find(query)
    assert len(rows) == 7


def test_a_unit_with_people_is_not_deleted(services: Services) -> None:
    place = unit("Xã Đắk Lua", kind="commune")
    services.units.save(place)
    services.people.save(person(unit_uid=place.uid))
    with pytest.raises(Refused, match="Y Hoa"):
        services.units.delete([place.uid])
    assert services.units.count(Query()) == 1


def test_a_unit_is_deleted_together_with_those_under_it(services: Services) -> None:
    above = unit("Xã Đắk Lua", kind="commune")
    below = unit("Thôn Đắk Tul", kind="village", parent_uid=above.uid)
    services.units.save_many([above, below])
    services.units.delete([above.uid, below.uid])
    assert services.units.count(Query()) == 0


def test_units_cannot_stand_under_each_other(services: Services) -> None:
    first = unit("Phòng Nội vụ")
    second = unit("Tổ Thi đua", parent_uid=first.uid)
    services.units.save_many([first, second])
    with pytest.raises(RuleError) as refused:
        services.units.save(replace(first, parent_uid=second.uid))
    assert refused.value.problems[0].field == "parent_uid"


def test_blanks_and_dots_between_digits_of_a_citizen_number_go(services: Services) -> None:
    draft = person(citizen_id="099 188 000.123")
    services.people.save(draft)
    assert services.people.get(draft.uid).citizen_id == "099188000123"


def test_nothing_is_written_to_a_file_opened_for_reading(services: Services, wires: Wiring) -> None:
    reading = wires.open_office(services.file.path, read_only=True)
    with pytest.raises(Refused, match="quyền"):
        reading.people.save(person())
    reading.file.close()
    assert services.people.count(Query()) == 0
