"""The prepared sets that come with the program: read as they are, applied to an office's units."""

from pathlib import Path
from typing import Any

import pytest

from tests.factory import award, person, unit
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.prepared_matching import chosen
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.reorganising import Moves
from thidua_desktop.domain.units import KINDS
from thidua_desktop.services.prepared import PreparedSets
from thidua_desktop.services.services import Services

ABOVE = unit("UBND huyện Đăk Glei", kind="office")
CHOONG = unit("Xã Đắk Choong", kind="commune", parent_uid=ABOVE.uid)
XOP = unit("Xã Xốp", kind="commune", parent_uid=ABOVE.uid)
TIK = person("A Tik", unit_uid=CHOONG.uid)


def given(name: str, uid: str, **known: Any) -> Award:
    return award(recipient=Recipient(kind="collective", name=name, unit_uid=uid), **known)


@pytest.fixture
def office(services: Services) -> Services:
    """Two communes of Đắk Glei with awards of 2023, after the reorganisation was applied."""
    services.units.save_many([ABOVE, CHOONG, XOP])
    services.people.save(TIK)
    services.awards.save_many(
        [given("Xã Đắk Choong", CHOONG.uid, year=2023), given("Xã Xốp", XOP.uid, year=2022)]
    )
    apply(services)
    return services


def apply(services: Services) -> None:
    [prepared] = services.prepared_sets.all()
    rows = services.prepared_sets.matched(prepared)
    ticked = [row for row in rows if row.is_there]
    services.reorganising.carry_out(chosen(rows, ticked), Moves(), prepared.title)


def found(services: Services, text: str) -> list[int]:
    _names, also = services.units.also_named(text)
    rows = services.awards.rows(services.awards.find(Query(text=text, also=also)))
    return [row.year for row in rows]


def test_the_set_of_2025_names_its_texts_and_what_was_not_checked(services: Services):
    [prepared] = services.prepared_sets.all()
    assert prepared.date == "2025-07-01"
    assert "1677/NQ-UBTVQH15" in prepared.basis
    merges = [each for each in prepared.changes if "quang-ngai" not in each.into]
    assert not any(each.verified for each in merges)
    assert all(each.source for each in prepared.changes)


def test_every_new_unit_of_the_set_has_a_kind_and_comes_from_somewhere(services: Services):
    [prepared] = services.prepared_sets.all()
    led_to = {key for change in prepared.changes for key in change.into}
    assert {unit.key for unit in prepared.units} == led_to
    assert {unit.kind for unit in prepared.units} <= KINDS.keys()


def test_no_old_place_is_named_twice(services: Services):
    [prepared] = services.prepared_sets.all()
    places = [(e.name, e.district) for change in prepared.changes for e in change.ends]
    assert len(set(places)) == len(places)


def test_only_what_the_list_has_is_applied(office: Services):
    names = sorted(unit.name for unit in office.units.all() if not unit.valid_to)
    assert names == ["Xã Xốp"]
    assert office.units.count(Query()) == 4


def test_a_search_for_the_old_unit_finds_what_the_new_one_holds(office: Services):
    [new] = [one for one in office.units.all() if not one.valid_to]
    office.awards.save(given("Xã Xốp", new.uid, year=2025, decision_date="2025-12-01"))
    assert found(office, "đăk choong") == [2025, 2023, 2022]


def test_a_search_for_the_new_unit_finds_what_the_old_ones_hold(office: Services):
    assert found(office, "xã xốp") == [2023, 2022]


def test_the_history_of_the_new_unit_has_the_old_ones_with_their_names(office: Services):
    past = office.pasts.of("Xã Xốp")
    assert [(row.year, row.name) for row in past.rows] == [
        (2023, "Xã Đắk Choong"),
        (2022, "Xã Xốp"),
    ]
    assert [unit.name for unit in past.kin][:2] == ["Xã Đắk Choong", "Xã Xốp"]


def test_the_history_of_the_old_unit_has_what_came_after(office: Services):
    [new] = [one for one in office.units.all() if not one.valid_to]
    office.awards.save(given("Xã Xốp", new.uid, year=2025, decision_date="2025-12-01"))
    past = office.pasts.of("Xã Đắk Choong", CHOONG.uid)
    assert [row.year for row in past.rows] == [2025, 2023]


def test_people_come_to_the_new_commune(office: Services):
    [row] = office.people.rows([TIK.uid])
    assert row.unit == "Xã Xốp"
    assert office.units.get(office.people.get(TIK.uid).unit_uid or "").valid_from == "2025-07-01"


def test_applied_again_there_is_nothing_left_of_it(office: Services):
    [prepared] = office.prepared_sets.all()
    rows = office.prepared_sets.matched(prepared)
    assert [row for row in rows if row.is_there] == []
    assert sum(row.is_done for row in rows) == 2


def test_one_undo_takes_the_whole_set_back(office: Services):
    office.history.undo()
    assert {unit.uid for unit in office.units.all()} == {ABOVE.uid, CHOONG.uid, XOP.uid}
    assert all(unit.valid_to == "" for unit in office.units.all())


def test_a_broken_set_is_told_by_its_name(services: Services, tmp_path: Path):
    (tmp_path / "bad.toml").write_text("title = ", encoding="utf-8")
    sets = PreparedSets(services.file._database, services.office, tmp_path)
    with pytest.raises(Refused, match=r"bad\.toml"):
        sets.all()


def test_a_collective_is_named_as_it_was(office: Services):
    kept = [row.name for row in office.awards.rows(office.awards.find(Query()))]
    assert sorted(kept) == ["Xã Xốp", "Xã Đắk Choong"]
