"""Units are merged, split, renamed and closed on a day, as one step that undo takes back."""

from dataclasses import replace

import pytest

from tests.factory import award, nomination, person, to_collective, to_person, unit
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.reorganising import Change, Heir, Moves
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.services import Services

DAY = "2025-07-01"
LUA, TUL = unit("Xã Đắk Lua", kind="commune"), unit("Xã Đắk Tul", kind="commune")
VILLAGE = unit("Thôn Một", kind="village", parent_uid=LUA.uid)
HOA = person("Y Hoa", unit_uid=LUA.uid)
NEW = unit("Xã Đắk Rin", kind="commune")
ALL, NOTHING = Moves(), Moves(people=False, nominations=False, units=False)


def merge(*ends: Unit, into: Unit = NEW) -> Change:
    return Change(kind="merge", ends=ends, heirs=(Heir(unit=into),), date=DAY, basis="Nghị quyết 1")


@pytest.fixture
def office(services: Services) -> Services:
    services.units.save_many([LUA, TUL, VILLAGE])
    services.people.save(HOA)
    return services


def test_merged_units_end_on_the_day_before_and_the_new_one_begins(office: Services):
    office.reorganising.carry_out([merge(LUA, TUL)], ALL)
    ends = [office.units.get(each.uid).valid_to for each in (LUA, TUL)]
    assert ends == ["2025-06-30", "2025-06-30"]
    assert office.units.get(NEW.uid).valid_from == DAY


def test_who_took_over_is_written_down_with_the_text_it_rests_on(office: Services):
    office.reorganising.carry_out([merge(LUA, TUL)], ALL)
    [row] = office.units.rows([NEW.uid])
    assert row.before == "Xã Đắk Lua; Xã Đắk Tul"
    assert [each.name for each in office.units.kin(LUA.uid).after] == ["Xã Đắk Rin"]


def test_people_and_units_below_move_along_when_ticked(office: Services):
    office.reorganising.carry_out([merge(LUA, TUL)], ALL)
    assert office.people.get(HOA.uid).unit_uid == NEW.uid
    assert office.units.get(VILLAGE.uid).parent_uid == NEW.uid


def test_nobody_moves_when_nothing_is_ticked(office: Services):
    office.reorganising.carry_out([merge(LUA, TUL)], NOTHING)
    assert office.people.get(HOA.uid).unit_uid == LUA.uid
    assert office.units.get(VILLAGE.uid).parent_uid == LUA.uid


def test_a_nomination_not_settled_moves_with_its_words(office: Services):
    waiting = nomination(recipient=to_person(workplace_uid=LUA.uid), year=2025)
    settled = nomination(recipient=to_person(workplace_uid=LUA.uid), year=2025, state="rejected")
    office.nominations.save_many([waiting, settled])
    office.reorganising.carry_out([merge(LUA, TUL)], ALL)
    moved = office.nominations.get(waiting.uid).recipient
    assert (moved.workplace_uid, moved.unit_name) == (NEW.uid, "Xã Đắk Rin")
    assert office.nominations.get(settled.uid).recipient.unit_name == "Xã Đắk Lua"


def test_awards_keep_the_name_and_the_unit_of_their_day(office: Services):
    given = award(recipient=replace(to_collective("Xã Đắk Lua"), unit_uid=LUA.uid), year=2023)
    office.awards.save(given)
    before = office.awards.get(given.uid)
    office.reorganising.carry_out([merge(LUA, TUL)], ALL)
    assert office.awards.get(given.uid) == before


def test_all_of_it_is_one_step_that_undo_takes_back(office: Services):
    before = {unit.uid: unit for unit in office.units.all()}
    office.reorganising.carry_out([merge(LUA, TUL)], ALL)
    office.history.undo()
    assert {unit.uid: unit for unit in office.units.all()} == before
    assert office.people.get(HOA.uid) == HOA


def test_the_preview_counts_and_writes_nothing(office: Services):
    office.nominations.save(nomination(recipient=to_person(workplace_uid=LUA.uid), year=2025))
    steps = len(office.history.steps())
    seen = office.reorganising.foresee([merge(LUA, TUL)], ALL)
    assert [(unit.name, day) for unit, day in seen.ends] == [
        ("Xã Đắk Lua", "2025-06-30"),
        ("Xã Đắk Tul", "2025-06-30"),
    ]
    assert [unit.name for unit in seen.begins] == ["Xã Đắk Rin"]
    assert (seen.people, seen.nominations, seen.units) == (1, 1, 1)
    assert len(office.history.steps()) == steps


def test_the_preview_says_what_stands_for_a_later_day_and_stays(office: Services):
    to_unit = replace(to_collective("Xã Đắk Lua"), unit_uid=LUA.uid)
    office.awards.save(award(recipient=to_unit, year=2026))
    office.nominations.save(nomination(recipient=to_unit, year=2025))
    seen = office.reorganising.foresee([merge(LUA, TUL)], ALL)
    assert (seen.later, seen.collectives) == (1, 1)


def test_a_unit_that_is_divided_moves_nobody_unless_it_is_said_where_to(office: Services):
    other = unit("Xã Đắk Sơ", kind="commune")
    heirs = (Heir(unit=NEW), Heir(unit=other))
    change = Change(kind="split", ends=(LUA,), heirs=heirs, date=DAY)
    assert office.reorganising.foresee([change], ALL).people_left == 1
    office.reorganising.carry_out([replace(change, to=other.uid)], ALL)
    assert office.people.get(HOA.uid).unit_uid == other.uid


def test_a_unit_that_another_is_taken_out_of_goes_on(office: Services):
    change = Change(kind="split", ends=(LUA,), heirs=(Heir(unit=NEW),), date=DAY, stays=True)
    office.reorganising.carry_out([change], ALL)
    assert office.units.get(LUA.uid).valid_to == ""
    assert [each.uid for each in office.units.kin(LUA.uid).after] == [NEW.uid]
    assert office.people.get(HOA.uid).unit_uid == LUA.uid


def test_a_renamed_unit_is_a_new_one_that_took_over(office: Services):
    change = Change(kind="rename", ends=(LUA,), heirs=(Heir(unit=NEW),), date=DAY)
    office.reorganising.carry_out([change], ALL)
    assert office.units.get(LUA.uid).name == "Xã Đắk Lua"
    assert office.people.get(HOA.uid).unit_uid == NEW.uid


def test_a_unit_that_ends_without_heirs_says_on_what_it_rests(office: Services):
    change = Change(kind="close", ends=(TUL,), date=DAY, basis="Quyết định 5")
    office.reorganising.carry_out([change], ALL)
    closed = office.units.get(TUL.uid)
    assert (closed.valid_to, closed.note) == (
        "2025-06-30",
        "Kết thúc hoạt động: Quyết định 5",
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (replace(merge(LUA, TUL), date="2025-07"), "date"),
        (replace(merge(LUA, TUL), heirs=()), "heirs"),
        (replace(merge(LUA, TUL), heirs=(Heir(unit=unit("")),)), "heirs"),
        (merge(LUA, TUL, into=LUA), "heirs"),
        (Change(kind="split", ends=(LUA,), heirs=(Heir(unit=NEW),), date=DAY), "heirs"),
        (Change(kind="rename", heirs=(Heir(unit=NEW),), date=DAY), "ends"),
        (Change(kind="close", ends=(LUA,), heirs=(Heir(unit=NEW),), date=DAY), "heirs"),
        (merge(replace(LUA, valid_to="2024-12-31"), TUL), "ends"),
        (merge(replace(LUA, valid_from="2025-08-01"), TUL), "ends"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(office: Services, change: Change, field: str):
    with pytest.raises(RuleError) as refused:
        office.reorganising.carry_out([change], ALL)
    assert refused.value.problems[0].field == field
    assert office.units.get(TUL.uid) == TUL


def test_a_code_comes_again_from_another_day_on(office: Services):
    office.units.save(replace(LUA, code="23341"))
    office.reorganising.carry_out([merge(LUA, TUL, into=replace(NEW, code="23341"))], ALL)
    assert office.units.count(Query(text="23341")) == 2


def test_two_units_do_not_have_one_code_from_the_same_day(office: Services):
    office.units.save(unit("Xã Đắk Sơ", code="23341", valid_from=DAY))
    with pytest.raises(RuleError, match="Xã Đắk Sơ"):
        office.units.save(unit("Xã Đắk Mốt", code="23341", valid_from=DAY))
