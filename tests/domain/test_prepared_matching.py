"""A prepared set finds the units of an office by name without marks, each place in its district."""

from dataclasses import replace

import pytest

from tests.factory import unit
from thidua_desktop.domain.prepared import NamedUnit, NewUnit, PreparedChange, PreparedSet
from thidua_desktop.domain.prepared_matching import chosen, match
from thidua_desktop.domain.units import Unit

DAY = "2025-07-01"
TOWN = NamedUnit(name="Thị trấn Đắk Lua", district="Đắk Lua", aliases=("Thị trấn Đắc Luar",))
LUA = NamedUnit(name="Xã Đắk Lua", district="Đắk Lua")
LONG = NamedUnit(name="Xã Đắk Tul", district="Đắk Rin")
DISTRICT = NamedUnit(name="Huyện Đắk Lua")


def change(kind: str, *ends: NamedUnit, into: tuple[str, ...]) -> PreparedChange:
    return PreparedChange(kind=kind, ends=ends, into=into, basis="", source="", verified=True)


SET = PreparedSet(
    title="Sắp xếp",
    date=DAY,
    basis="",
    source="",
    verified=True,
    units=(
        NewUnit(key="lua", name="Xã Đắk Lua", code="23341"),
        NewUnit(key="rin", name="Xã Đắk Rin"),
        NewUnit(key="tul", name="Xã Đắk Tul", district="Đắk Lua", is_unchanged=True),
    ),
    changes=(
        change("merge", TOWN, LUA, into=("lua",)),
        change("merge", LONG, into=("rin",)),
        change("close", DISTRICT, into=("lua", "tul")),
    ),
)
ABOVE = unit("Ủy ban nhân dân huyện Đăk Lua", kind="office")


def there(name: str, **known: str) -> Unit:
    return unit(name, kind="commune", **{"parent_uid": ABOVE.uid, **known})


@pytest.mark.parametrize("name", ["thị trấn ĐĂK LUA", "TT Đắk Lua", "Thị trấn Đắc Luar"])
def test_names_are_matched_without_marks_and_by_other_spellings(name: str):
    place = there(name)
    [row, *_] = match(SET, [ABOVE, place], "")
    assert row.change.ends == (place,)
    assert row.missing == ("Xã Đắk Lua",)


def test_a_level_is_part_of_the_name():
    [row, *_] = match(SET, [ABOVE], "")
    assert row.change.ends == ()


def test_what_is_not_in_the_list_is_told_and_not_ticked():
    rows = match(SET, [there("Xã Đắk Lua"), ABOVE], "")
    assert [row.is_there for row in rows] == [True, False, True]
    assert rows[1].missing == ("Xã Đắk Tul",)


def test_a_place_of_another_district_is_not_meant():
    rows = match(SET, [ABOVE, there("Xã Đắk Tul")], "")
    assert rows[1].change.ends == ()


def test_of_a_place_whose_district_is_not_known_it_is_not_said_that_it_is_meant():
    alone = unit("Xã Đắk Tul", kind="commune")
    rows = match(SET, [alone], "")
    assert (rows[1].change.ends, rows[1].doubtful) == ((), (alone,))


def test_the_district_of_the_office_holds_for_places_that_stand_under_none():
    alone = unit("Xã Đắk Tul", kind="commune")
    rows = match(SET, [alone], "UBND huyện Đắk Rin")
    assert rows[1].change.ends == (alone,)


def test_the_new_unit_takes_the_code_of_the_old_town_from_the_day_on():
    old = there("Thị trấn Đắk Lua", code="23341")
    [row, *_] = match(SET, [ABOVE, old], "")
    [heir] = row.change.heirs
    assert (heir.unit.code, heir.unit.valid_from, heir.is_new) == ("23341", DAY, True)
    assert heir.unit.uid != old.uid


def test_a_committee_is_followed_by_a_committee():
    [row, *_] = match(SET, [ABOVE, there("UBND xã Đắk Lua")], "")
    assert [heir.unit.name for heir in row.change.heirs] == ["UBND xã Đắk Lua"]


def test_places_and_their_committees_are_changed_apart():
    places = [there("UBND xã Đắk Lua"), there("Xã Đắk Lua")]
    rows = match(SET, [ABOVE, *places], "")[:2]
    assert {row.change.ends[0].name for row in rows} == {"UBND xã Đắk Lua", "Xã Đắk Lua"}


def test_a_set_that_was_applied_says_so():
    ended = there("Xã Đắk Lua", valid_to="2025-06-30")
    begun = there("Xã Đắk Lua", valid_from=DAY)
    [row, *_] = match(SET, [ABOVE, ended, begun], "")
    assert (row.is_done, row.change.ends) == (True, ())


def test_a_unit_made_by_hand_from_that_day_is_used():
    begun = there("Xã Đắk Lua", valid_from=DAY)
    [row, *_] = match(SET, [ABOVE, there("Thị trấn Đắk Lua"), begun], "")
    assert [(heir.unit, heir.is_new) for heir in row.change.heirs] == [(begun, False)]


def test_a_district_leads_only_to_communes_that_come_to_be():
    unchanged = there("Xã Đắk Tul")
    rows = match(SET, [ABOVE, there("Xã Đắk Lua"), unchanged], "")
    merge, _other, close = rows
    alone = chosen(rows, [close])[0]
    assert [heir.unit for heir in alone.heirs] == [unchanged]
    together = chosen(rows, [merge, close])[1]
    assert [heir.unit.name for heir in together.heirs] == ["Xã Đắk Lua", "Xã Đắk Tul"]
    assert not any(heir.is_new for heir in together.heirs)


def test_a_new_unit_stands_under_one_that_begins_with_it_only():
    above = NewUnit(key="top", name="Tỉnh Ngọc Lăng", goes_on=True)
    units = (above, replace(SET.units[0], above="top"), *SET.units[1:])
    first = change("merge", NamedUnit(name="Tỉnh Đắk Sơ"), into=("top",))
    prepared = replace(SET, units=units, changes=(first, *SET.changes))
    rows = match(prepared, [ABOVE, there("Xã Đắk Lua")], "")
    ticked = [row for row in rows if row.is_there]
    assert chosen(rows, ticked)[0].heirs[0].unit.parent_uid is None
    assert chosen(rows, [rows[0], *ticked])[1].heirs[0].unit.parent_uid is not None
