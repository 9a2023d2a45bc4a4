"""People by what lists say: by number, by name and birth in a unit, never merged by a guess."""

import pytest

from thidua_desktop.domain.people import Person
from thidua_desktop.services.importing.matching.doubts import NEW
from thidua_desktop.services.importing.matching.people import KnownPeople, PeopleNames

SCHOOL, OTHER = "school", "other"


def person(name: str = "Nguyễn Thị Thủy", **known: str) -> Person:
    return Person(full_name=name, **{"unit_uid": SCHOOL, **known})


def names(*people: Person) -> PeopleNames:
    rows = ((p.uid, p.full_name, p.birth, p.unit_uid, p.citizen_id) for p in people)
    return PeopleNames(KnownPeople(rows), {SCHOOL: "Trường Mầm non Sơn Ca"})


@pytest.mark.parametrize("name", ["Nguyễn Thị Thuỷ", "NGUYỄN THỊ THỦY", "nguyễn  thị thủy"])
def test_a_name_is_the_same_wherever_its_tone_stands_and_in_capitals(name: str) -> None:
    known = person()
    assert names(known).find(person(name)).uid == known.uid


def test_names_of_other_tones_in_one_unit_are_asked_about() -> None:
    found = names(person("Trần Thị Hoa")).find(person("Trần Thị Hòa"))
    assert found.doubt is not None
    assert found.doubt.rule == "person_near"


def test_the_same_number_is_the_same_person_under_a_name_without_marks() -> None:
    known = person(citizen_id="062188000123")
    there = names(known)
    assert there.find(person("Nguyen Thi Thuy", citizen_id="062188000123", unit_uid=OTHER)).uid == (
        known.uid
    )


def test_a_number_that_belongs_to_another_name_is_asked_about() -> None:
    there = names(person(citizen_id="062188000123"))
    found = there.find(person("Lò Văn Na", citizen_id="062188000123"))
    assert found.doubt is not None
    assert found.doubt.rule == "person_number"


def test_births_that_differ_are_two_people() -> None:
    known = person(birth="1980")
    assert names(known).find(person(birth="1991")).uid not in ("", known.uid)


def test_a_year_of_birth_fits_a_day_of_it() -> None:
    known = person(birth="1980-03-04")
    assert names(known).find(person(birth="1980")).uid == known.uid


def test_day_and_month_in_the_other_order_are_asked_about() -> None:
    found = names(person(birth="1980-03-04")).find(person(birth="1980-04-03"))
    assert found.doubt is not None
    assert found.doubt.rule == "person_birth"


def test_several_of_one_name_are_asked_about_and_told_apart() -> None:
    there = names(person(birth="1980"), person(birth="1991"))
    found = there.find(person())
    assert found.doubt is not None
    told = [one.text for one in found.doubt.proposals]
    assert "sinh 1980" in told[0]
    assert "sinh 1991" in told[1]
    assert "Thêm người mới" in told[2]


def test_who_moved_to_another_unit_is_asked_about() -> None:
    known = person(birth="1980-03-04")
    there = names(known)
    found = there.find(person(birth="1980-03-04", unit_uid=OTHER))
    assert found.doubt is not None
    answer = found.doubt.proposals[0].choice
    assert there.find(person(birth="1980-03-04", unit_uid=OTHER), answer).uid == known.uid


def test_a_name_nearly_known_in_the_unit_is_asked_about() -> None:
    found = names(person("Nguyễn Văn Hùng")).find(person("Nguyễn Vân Hùng"))
    assert found.doubt is not None
    assert found.doubt.rule == "person_near"


def test_a_new_person_is_known_from_then_on() -> None:
    there = names()
    first = there.find(person("Y Hoa"))
    assert first.uid
    assert there.find(person("Y Hoa")).uid == first.uid


def test_a_new_person_is_made_when_told_so() -> None:
    known = person("Nguyễn Văn Hùng")
    assert names(known).find(person("Nguyễn Vân Hùng"), NEW).uid not in ("", known.uid)


def test_who_is_named_without_a_unit_may_be_someone_known() -> None:
    known = person("Y Hoa", birth="1990-02-03")
    said = Person(full_name="Y Hoa", birth="1990")
    found = names(known).find(said)
    assert found.doubt is not None
    assert found.doubt.rule == "person_elsewhere"
    assert names(known).find(Person(full_name="Y Hoa", birth="1991")).doubt is None
