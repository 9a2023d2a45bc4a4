"""Duplicates: found with their reasons, told apart for good, merged with all that hangs on them."""

from dataclasses import replace

import pytest

from tests import factory
from thidua_desktop.domain.duplicates import DOUBTFUL, LIKELY, SURE, Pair
from thidua_desktop.domain.errors import Cancelled, Refused, RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import Initiative, Rating
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.services.joining import Join
from thidua_desktop.services.services import Services

SCHOOL = Unit(name="Trường Mầm non Sơn Ca", kind="school")
OFFICE = Unit(name="Phòng Nội vụ")
HOA = Person(full_name="Y Hoa", birth="1985-02-03", unit_uid=SCHOOL.uid)


class Stopping:
    """A ticket of work that the officer stops at once."""

    def step(self, done: int, total: int, text: str) -> None:
        raise Cancelled


def with_people(services: Services, *people: Person) -> list[Pair]:
    services.units.save_many([SCHOOL, OFFICE], "Nhập")
    services.people.save_many(people, "Nhập")
    return services.duplicates.find("person")


def put(services: Services, *records: object) -> None:
    """Put records as they are: units of which one is above another among them."""
    with services.file._database.write("Nhập") as step:
        step.put(records)


def with_units(services: Services, *units: Unit) -> list[Pair]:
    put(services, *units)
    return services.duplicates.find("unit")


def like_hoa(**known: str | None) -> Person:
    return replace(HOA, uid=factory.person().uid, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "strength", "reasons"),
    [
        ({}, SURE, ("cùng họ tên", "cùng ngày sinh 03/02/1985", "cùng đơn vị")),
        ({"full_name": "Y HOA"}, SURE, ("cùng họ tên",)),
        ({"unit_uid": OFFICE.uid}, LIKELY, ("khác đơn vị",)),
        ({"unit_uid": None}, LIKELY, ("có bên chưa ghi đơn vị",)),
        ({"birth": "1985"}, LIKELY, ("ngày sinh khớp nhau (03/02/1985, 1985)",)),
        ({"birth": ""}, LIKELY, ("chưa đủ ngày sinh để phân biệt",)),
        ({"birth": "1985-03-02"}, DOUBTFUL, ("ngày sinh gần giống (03/02/1985, 02/03/1985)",)),
        ({"full_name": "Y Hòa"}, LIKELY, ("họ tên chỉ khác dấu",)),
        ({"full_name": "Y Hoaa"}, LIKELY, ("họ tên khác một chữ cái",)),
        ({"full_name": "Y Hao"}, LIKELY, ("họ tên khác một chữ cái",)),
        ({"full_name": "Hoa Y"}, LIKELY, ("họ tên đảo thứ tự chữ",)),
    ],
)
def test_what_agrees_is_said_and_weighed(
    services: Services, known: dict[str, str | None], strength: int, reasons: tuple[str, ...]
) -> None:
    pairs = with_people(services, HOA, like_hoa(**known))
    assert [pair.strength for pair in pairs] == [strength]
    assert set(reasons) <= set(pairs[0].reasons)


@pytest.mark.parametrize(
    "known",
    [
        {"full_name": "Y Lan"},
        {"birth": "1990-11-20"},
        {"birth": "", "unit_uid": OFFICE.uid},
        {"full_name": "Y Hòa", "unit_uid": OFFICE.uid, "birth": "1985"},
        {"full_name": "Y Hoan", "sex": "male"},
    ],
)
def test_two_people_are_not_taken_for_one(services: Services, known: dict[str, str | None]) -> None:
    hoa = replace(HOA, sex="female")
    assert with_people(services, hoa, like_hoa(**known)) == []


def test_numbers_that_differ_tell_people_apart_and_one_number_brings_them_together(
    services: Services,
) -> None:
    hoa = replace(HOA, citizen_id="012345678901")
    namesake = like_hoa(citizen_id="098765432109")
    married = Person(full_name="Siu Y Hoa", citizen_id=hoa.citizen_id)
    (pair,) = with_people(services, hoa, namesake, married)
    assert {pair.first, pair.second} == {hoa.uid, married.uid}
    assert pair.reasons[0] == "cùng số định danh"


def test_where_a_tone_stands_in_its_syllable_is_no_difference(services: Services) -> None:
    one, other = like_hoa(full_name="Lê Thị Thuý"), like_hoa(full_name="Lê Thị Thúy")
    (pair,) = with_people(services, one, other)
    assert (pair.strength, pair.reasons[0]) == (SURE, "cùng họ tên")


def test_a_middle_word_may_be_missing_where_the_birthday_is_the_same(services: Services) -> None:
    one, other = like_hoa(full_name="Lê Thị Thu Hà"), like_hoa(full_name="Lê Thị Hà")
    (pair,) = with_people(services, one, other)
    assert pair.reasons[0] == "họ tên thiếu một chữ đệm"


def test_each_two_are_told_once_and_the_strongest_first(services: Services) -> None:
    hoa = replace(HOA, citizen_id="012345678901")
    same = like_hoa(citizen_id="012345678901")
    tik = Person(full_name="A Tik", unit_uid=OFFICE.uid)
    pairs = with_people(services, tik, replace(tik, uid=like_hoa().uid), hoa, same)
    assert [pair.strength for pair in pairs] == [SURE, LIKELY]


@pytest.mark.parametrize(
    ("name", "strength", "reason"),
    [
        ("TRƯỜNG MẦM NON SƠN CA", SURE, "cùng tên"),
        ("Trường MN Sơn Ca", LIKELY, "tên chỉ khác cách viết tắt"),
        ("Trường Sơn Ca", DOUBTFUL, "tên riêng giống nhau"),
    ],
)
def test_a_unit_is_known_under_short_names(
    services: Services, name: str, strength: int, reason: str
) -> None:
    above = Unit(name="Phòng Giáo dục")
    school = replace(SCHOOL, parent_uid=above.uid)
    other = Unit(name=name, parent_uid=above.uid, kind="school")
    (pair,) = with_units(services, above, school, other)
    assert (pair.strength, pair.reasons[0]) == (strength, reason)


def test_units_of_one_name_below_two_others_are_two(services: Services) -> None:
    communes = [Unit(name="Xã Đắk Ơn"), Unit(name="Xã Ia Mơ")]
    villages = [Unit(name="Thôn 1", parent_uid=commune.uid) for commune in communes]
    assert with_units(services, *communes, *villages, Unit(name="Thôn 2")) == []


def test_a_unit_that_took_over_from_another_is_no_duplicate_of_it(services: Services) -> None:
    old, new = Unit(name="Xã Đắk Ơn"), Unit(name="Xã Đăk Ơn")
    put(services, old, new, UnitSuccession(from_uid=old.uid, to_uid=new.uid, date="2025-07-01"))
    assert services.duplicates.find("unit") == []


def test_one_code_at_the_same_time_is_told_and_not_at_different_times(services: Services) -> None:
    one = Unit(name="Xã Đắk Ơn", kind="commune", code="23401", valid_to="2025-07-01")
    other = Unit(name="Xã Măng Tây", kind="commune", code="23401")
    later = Unit(name="Xã Ngọc Lang", kind="commune", code="23401", valid_from="2025-07-01")
    pairs = with_units(services, one, other, later)
    assert [{pair.first, pair.second} for pair in pairs] == [
        {one.uid, other.uid},
        {other.uid, later.uid},
    ]
    assert pairs[0].reasons[0] == "cùng mã"


def test_a_pair_told_apart_is_not_found_again_until_that_is_taken_back(
    services: Services,
) -> None:
    (pair,) = with_people(services, HOA, like_hoa())
    duplicates = services.duplicates
    duplicates.tell_apart([pair])
    assert duplicates.find("person") == []
    assert [(told.key, told.names) for told in duplicates.apart("person")] == [
        (pair.key, ("Y Hoa", "Y Hoa"))
    ]
    services.history.undo()
    assert len(duplicates.find("person")) == 1
    services.history.redo()
    duplicates.take_back([pair])
    assert len(duplicates.find("person")) == 1
    assert duplicates.apart("person") == []


def test_a_search_can_be_stopped(services: Services) -> None:
    with_people(services, HOA)
    with pytest.raises(Cancelled):
        services.duplicates.find("person", Stopping())


def test_a_merge_takes_fields_and_links_and_leaves_names_on_awards(services: Services) -> None:
    other = like_hoa(full_name="Y Hòa", position="Giáo viên", birth="")
    with_people(services, HOA, other)
    recipient = factory.to_person("Y Hòa (cũ)", person_uid=other.uid)
    award = factory.award(recipient=recipient)
    services.awards.save(award)
    services.duplicates.merge(Join("person", replace(HOA, position="Giáo viên"), (other,)))
    kept = services.awards.get(award.uid).recipient
    assert (kept.person_uid, kept.name) == (HOA.uid, "Y Hòa (cũ)")
    assert services.people.get(HOA.uid).position == "Giáo viên"
    with pytest.raises(KeyError):
        services.people.get(other.uid)
    assert services.duplicates.find("person") == []


def test_one_undo_takes_a_merge_back_whole(services: Services) -> None:
    other = like_hoa()
    with_people(services, HOA, other)
    award = factory.award(recipient=factory.to_person("Y Hoa", person_uid=other.uid))
    services.awards.save(award)
    services.duplicates.merge(Join("person", replace(HOA, note="đã gộp"), (other,)))
    services.history.undo()
    assert services.people.get(other.uid) == other
    assert services.people.get(HOA.uid) == HOA
    assert services.awards.get(award.uid).recipient.person_uid == other.uid


def test_what_both_say_alike_stands_once_after_a_merge(services: Services) -> None:
    other = like_hoa()
    with_people(services, HOA, other)
    services.ratings.save_many(
        [
            Rating(person_uid=HOA.uid, year=2022, rating="GOOD"),
            Rating(person_uid=other.uid, year=2022, rating="GOOD"),
            Rating(person_uid=other.uid, year=2023, rating="DONE"),
        ],
        "Nhập",
    )
    services.duplicates.merge(Join("person", HOA, (other,)))
    rows = services.ratings.rows(services.ratings.find(Query()))
    assert [(row.year, row.rating) for row in rows] == [(2023, "DONE"), (2022, "GOOD")]


def test_authors_who_become_one_stand_once_in_their_initiative(services: Services) -> None:
    other = like_hoa(full_name="Y Hòa", unit_uid=OFFICE.uid)
    with_people(services, HOA, other)
    draft = Initiative(
        title="Góc sách",
        authors="Y Hoa (Trường Mầm non Sơn Ca); Y Hòa (Phòng Nội vụ)",
        year=2023,
    )
    services.initiatives.save(draft)
    assert [person for _name, person in services.initiatives.authors(draft.uid)] == [
        HOA.uid,
        other.uid,
    ]
    services.duplicates.merge(Join("person", HOA, (other,)))
    assert len(services.initiatives.authors(draft.uid)) == 1


def test_a_master_that_cannot_be_stored_leaves_everything_as_it_was(services: Services) -> None:
    other = like_hoa()
    with_people(services, HOA, other)
    with pytest.raises(RuleError, match="Họ và tên không thể có chữ số"):
        services.duplicates.merge(Join("person", replace(HOA, full_name="Y Hoa 2"), (other,)))
    assert services.people.get(other.uid) == other


def test_a_record_gone_meanwhile_is_not_merged(services: Services) -> None:
    other = like_hoa()
    with_people(services, HOA, other)
    services.people.delete([other.uid])
    with pytest.raises(Refused, match="không còn trong tệp"):
        services.duplicates.merge(Join("person", HOA, (other,)))


def test_units_below_and_people_go_along_and_no_circle_is_left(services: Services) -> None:
    old = Unit(name="Phòng Nội vụ")
    middle = Unit(name="Tổ thi đua", parent_uid=old.uid)
    new = Unit(name="Phòng Nội Vụ", parent_uid=middle.uid)
    put(services, old, middle, new)
    services.people.save(replace(HOA, unit_uid=old.uid))
    services.duplicates.merge(Join("unit", new, (old,)))
    assert services.units.get(middle.uid).parent_uid == new.uid
    assert services.units.get(new.uid).parent_uid is None
    assert services.people.get(HOA.uid).unit_uid == new.uid


def test_many_are_merged_in_groups_into_the_one_with_most_awards(services: Services) -> None:
    more, third = like_hoa(birth="", position="Giáo viên"), like_hoa(note="cũ")
    pairs = with_people(services, HOA, more, third)
    recipient = factory.to_person("Y Hoa", person_uid=more.uid)
    services.awards.save(factory.award(recipient=recipient))
    (join,) = services.duplicates.plan("person", pairs)
    assert (join.master.uid, join.master.birth, join.master.note) == (more.uid, HOA.birth, "cũ")
    assert {one.uid for one in join.others} == {HOA.uid, third.uid}
    changed = services.duplicates.merge_many([join])
    assert changed.label == "Gộp người trùng: Y Hoa"
    assert services.people.count(Query("y hoa")) == 1


def test_a_name_in_capitals_gives_way_to_the_same_in_usual_letters(services: Services) -> None:
    capitals = like_hoa(full_name="Y HOA", position="Hiệu trưởng", note="tổ trưởng")
    pairs = with_people(services, HOA, capitals)
    (join,) = services.duplicates.plan("person", pairs)
    assert (join.master.uid, join.master.full_name) == (capitals.uid, "Y Hoa")


def test_a_stopped_merge_of_many_writes_nothing(services: Services) -> None:
    other = like_hoa()
    pairs = with_people(services, HOA, other)
    joins = services.duplicates.plan("person", pairs)
    with pytest.raises(Cancelled):
        services.duplicates.merge_many(joins, Stopping())
    assert services.people.count(Query("y hoa")) == 2


def test_two_sides_show_fields_in_words_awards_and_what_leads_to_them(services: Services) -> None:
    with_people(services, HOA)
    services.awards.save(factory.award(recipient=factory.to_person("Y Hoa", person_uid=HOA.uid)))
    (side,) = services.duplicates.sides("person", [HOA.uid])
    assert (side.shown["birth"], side.shown["unit_uid"]) == ("03/02/1985", SCHOOL.name)
    assert [award.name for award in side.awards] == ["Y Hoa"]
    assert side.counts == {"award": 1}


def test_a_merge_is_told_with_what_it_drops(services: Services) -> None:
    other = like_hoa(position="Giáo viên", unit_uid=OFFICE.uid)
    with_people(services, HOA, other)
    master = replace(HOA, position="Hiệu trưởng")
    (told,) = services.duplicates.told([Join("person", master, (other,))])
    assert told.kept == "Y Hoa, sinh 03/02/1985, Trường Mầm non Sơn Ca"
    assert told.merged == "Y Hoa, sinh 03/02/1985, Phòng Nội vụ"
    assert told.dropped == "chức vụ “Giáo viên”, đơn vị “Phòng Nội vụ”"
