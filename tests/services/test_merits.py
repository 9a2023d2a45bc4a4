"""Ratings, discipline, cases, strength and initiatives: named in words, kept as links."""

import pytest

from tests import factory
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import Discipline, Initiative, OpenCase, Rating, UnitYear
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.services.services import Services

SCHOOL = Unit(name="Trường Mầm non Sơn Ca")
OFFICE = Unit(name="Phòng Nội vụ")
HOA = Person(full_name="Y Hoa", unit_uid=SCHOOL.uid)
OTHER_HOA = Person(full_name="Y Hoa", unit_uid=OFFICE.uid)
TIK = Person(full_name="A Tik", unit_uid=OFFICE.uid)


@pytest.fixture
def known(services: Services) -> Services:
    """An office with two units and three people, two of them namesakes."""
    services.units.save_many([SCHOOL, OFFICE], "Nhập")
    services.people.save_many([HOA, OTHER_HOA, TIK], "Nhập")
    return services


def typed(services: Services, **values: object) -> Edited:
    """Return what became of a new rating typed in the grid."""
    edit = Edit("r" * 36, {"year": 2023, "rating": "GOOD", **values}, is_new=True)
    return services.ratings.edit([edit])


def words(edited: Edited) -> list[str]:
    return [problem.text for problem in edited.refused.get("r" * 36, ())]


def test_a_typed_name_becomes_the_one_person_of_that_name(known: Services) -> None:
    assert words(typed(known, person_uid="a tik")) == []
    assert known.ratings.get("r" * 36).person_uid == TIK.uid


def test_a_unit_typed_beside_tells_namesakes_apart_and_is_not_rated_itself(
    known: Services,
) -> None:
    assert words(typed(known, person_uid="Y Hoa", unit_uid="phong noi vu")) == []
    rating = known.ratings.get("r" * 36)
    assert (rating.person_uid, rating.unit_uid) == (OTHER_HOA.uid, None)


def test_a_unit_alone_is_rated_itself(known: Services) -> None:
    assert words(typed(known, unit_uid="Trường Mầm non Sơn Ca")) == []
    rating = known.ratings.get("r" * 36)
    assert (rating.person_uid, rating.unit_uid) == (None, SCHOOL.uid)


def test_one_of_several_namesakes_must_be_said(known: Services) -> None:
    told = words(typed(known, person_uid="Y Hoa"))
    assert told == ["Có 2 người tên “Y Hoa”; hãy chọn trong gợi ý hoặc ghi thêm đơn vị."]


def test_the_one_chosen_from_the_list_counts(known: Services) -> None:
    edit = Edit(
        "r" * 36,
        {"person_uid": "Y Hoa", "year": 2023, "rating": "GOOD"},
        is_new=True,
        keys={"person_uid": OTHER_HOA.uid},
    )
    assert known.ratings.edit([edit]).refused == {}
    assert known.ratings.get("r" * 36).person_uid == OTHER_HOA.uid


def test_a_name_that_nobody_has_is_told(known: Services) -> None:
    assert words(typed(known, person_uid="Y Mới")) == ["Danh mục không có người tên “Y Mới”."]
    assert words(typed(known, unit_uid="Xã Lạ")) == ["Danh mục không có đơn vị “Xã Lạ”."]


def test_nobody_is_rated_twice_in_a_year(known: Services) -> None:
    known.ratings.save(Rating(person_uid=TIK.uid, year=2023, rating="GOOD"))
    known.ratings.save(Rating(person_uid=TIK.uid, year=2022, rating="DONE"))
    with pytest.raises(RuleError, match="Năm 2023 đã có xếp loại của người này"):
        known.ratings.save(Rating(person_uid=TIK.uid, year=2023, rating="FAIL"))
    both = [Rating(unit_uid=SCHOOL.uid, year=2023, rating=each) for each in ("GOOD", "DONE")]
    with pytest.raises(RuleError, match="của tập thể này"):
        known.ratings.save_many(both, "Nhập")


def test_a_rating_can_be_corrected(known: Services) -> None:
    first = Rating(person_uid=TIK.uid, year=2023, rating="GOOD")
    known.ratings.save(first)
    known.ratings.edit([Edit(first.uid, {"rating": "FAIL"})])
    assert known.ratings.get(first.uid).rating == "FAIL"


def test_ratings_are_found_by_person_and_unit_without_marks(known: Services) -> None:
    known.ratings.save(Rating(person_uid=TIK.uid, year=2023, rating="GOOD"))
    known.ratings.save(Rating(unit_uid=SCHOOL.uid, year=2022, rating="DONE"))
    found = known.ratings.rows(known.ratings.find(Query("tik noi vu")))
    assert [(row.full_name, row.unit, row.year) for row in found] == [
        ("A Tik", "Phòng Nội vụ", 2023)
    ]
    assert known.ratings.count(Query("son ca")) == 1
    assert known.ratings.count(Query(year=2023)) == 1


def test_discipline_and_cases_are_listed_while_they_last(known: Services) -> None:
    known.disciplines.save(
        Discipline(
            person_uid=TIK.uid, kind="CANH_CAO", decision_date="02/5/2022", until="02/5/2023"
        )
    )
    known.open_cases.save(OpenCase(unit_uid=SCHOOL.uid, subject="Đơn tố cáo", opened="1/2024"))
    years = range(2021, 2026)
    assert [known.disciplines.count(Query(year=year)) for year in years] == [0, 1, 1, 0, 0]
    assert [known.open_cases.count(Query(year=year)) for year in years] == [0, 0, 0, 1, 1]
    assert known.open_cases.count(Query("don to cao son ca")) == 1
    assert known.disciplines.count(Query("tik")) == 1


def test_an_impossible_date_is_told_once_and_beside_its_field(known: Services) -> None:
    draft = Discipline(person_uid="A Tik", kind="CANH_CAO", decision_date="31/2/2023")
    with pytest.raises(RuleError) as raised:
        known.disciplines.save(draft)
    assert [problem.field for problem in raised.value.problems] == ["decision_date"]


def test_the_strength_of_a_collective_is_kept_once_a_year(known: Services) -> None:
    known.unit_years.save(UnitYear(unit_uid="truong mam non son ca", year=2023, members=12))
    assert known.unit_years.rows(known.unit_years.find(Query()))[0].unit == SCHOOL.name
    with pytest.raises(RuleError, match="Năm 2023 đã có số liệu"):
        known.unit_years.save(UnitYear(unit_uid=SCHOOL.uid, year=2023, members=13))


def test_authors_of_an_initiative_become_people_where_the_name_says_who(known: Services) -> None:
    draft = Initiative(title="Góc sách", authors="A Tik; Y Hoa (Phòng Nội vụ), Y Lạ", year=2023)
    known.initiatives.save(draft)
    assert known.initiatives.get(draft.uid).person_uid == TIK.uid
    assert known.initiatives.authors(draft.uid) == [
        ("A Tik", TIK.uid),
        ("Y Hoa (Phòng Nội vụ)", OTHER_HOA.uid),
        ("Y Lạ", None),
    ]


def test_an_author_taken_out_is_no_author_any_more(known: Services) -> None:
    draft = Initiative(title="Góc sách", authors="A Tik; Y Lạ", year=2023)
    known.initiatives.save(draft)
    known.initiatives.edit([Edit(draft.uid, {"authors": "A Tik"})])
    assert known.initiatives.authors(draft.uid) == [("A Tik", TIK.uid)]


def test_an_author_given_as_a_person_is_written_by_name(known: Services) -> None:
    draft = Initiative(title="Góc sách", person_uid=HOA.uid, year=2023)
    known.initiatives.save(draft)
    kept = known.initiatives.get(draft.uid)
    assert (kept.authors, kept.person_uid) == ("Y Hoa", HOA.uid)


def test_an_initiative_serves_the_nominations_it_is_told_to(known: Services) -> None:
    draft = Initiative(title="Góc sách", authors="A Tik", year=2023)
    known.initiatives.save(draft)
    recipient = factory.to_person("A Tik", person_uid=TIK.uid)
    mine = [factory.nomination(recipient=recipient, year=year) for year in (2023, 2024)]
    known.nominations.save_many([*mine, factory.nomination()], "Nhập")
    candidates = [row.uid for row in known.initiatives.candidates(draft.uid)]
    assert candidates == [mine[1].uid, mine[0].uid]
    known.initiatives.use_for(draft.uid, [mine[0].uid])
    known.initiatives.use_for(draft.uid, [mine[1].uid])
    assert known.initiatives.uses(draft.uid) == [mine[1].uid]
    assert known.initiatives.rows([draft.uid])[0].uses == 1


def test_authors_and_uses_go_with_their_initiative_and_come_back(known: Services) -> None:
    draft = Initiative(title="Góc sách", authors="A Tik; Y Lạ", year=2023)
    known.initiatives.save(draft)
    known.initiatives.delete([draft.uid])
    assert known.initiatives.count(Query("goc sach")) == 0
    known.history.undo()
    assert len(known.initiatives.authors(draft.uid)) == 2


def test_an_initiative_comes_back_from_the_bin_with_its_authors(known: Services) -> None:
    draft = Initiative(title="Góc sách", authors="A Tik; Y Lạ", year=2023)
    known.initiatives.save(draft)
    known.initiatives.delete([draft.uid])
    (deleted,) = known.history.deleted()
    known.history.bring_back([deleted])
    assert len(known.initiatives.authors(draft.uid)) == 2
