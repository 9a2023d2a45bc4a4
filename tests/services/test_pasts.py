"""The awards of one name: linked ones, those of namesakes, and who can be asked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.factory import award, person, to_collective, to_person, unit
from thidua_desktop.domain.merits import Discipline, Initiative, OpenCase, Rating
from thidua_desktop.services.pasts import Past
from thidua_desktop.services.services import Services

HOA = person("Y Hoa", position="Giáo viên", birth="1988")


@pytest.fixture
def office(services: Services) -> Services:
    """Y Hoa of the list has two awards, one of them under another spelling; one is nobody's."""
    services.people.save(HOA)
    services.awards.save_many(
        [
            award(recipient=to_person("Y Hoà", person_uid=HOA.uid), year=2021),
            award(recipient=to_person("Y Hoa", person_uid=HOA.uid), year=2023),
            award(recipient=to_person("Y Hoa"), year=2020),
        ]
    )
    return services


def years(past: Past) -> tuple[list[int], list[int]]:
    return [row.year for row in past.rows], [row.year for row in past.namesakes]


def test_a_person_of_the_list_has_what_is_linked_and_namesakes_apart(office: Services):
    past = office.pasts.of("Y Hoa", HOA.uid)
    assert years(past) == ([2023, 2021], [2020])
    assert [row.name for row in past.rows] == ["Y Hoa", "Y Hoà"]
    assert (past.whom.name, past.whom.about) == ("Y Hoa", "Giáo viên, sinh 1988")


def test_a_name_that_one_has_alone_stands_for_them(office: Services):
    assert years(office.pasts.of("y hoa")) == ([2023, 2021], [2020])


def test_a_name_that_several_have_gives_the_awards_of_all(office: Services):
    office.people.save(person("Y Hoa", position="Kế toán"))
    past = office.pasts.of("Y Hoa")
    assert years(past) == ([2023, 2021, 2020], [])
    assert past.same_name == 2


def test_a_name_that_only_the_register_has_is_found_too(office: Services):
    office.awards.save(award(recipient=to_person("A Tik"), year=2019))
    past = office.pasts.of("a tik")
    assert (past.whom.name, years(past)) == ("A Tik", ([2019], []))


def test_a_unit_has_its_own(office: Services):
    school = unit("Trường Mầm non Sơn Ca")
    office.units.save(school)
    given = award(recipient=replace(to_collective(), unit_uid=school.uid), year=2022)
    office.awards.save(given)
    assert years(office.pasts.of("", school.uid)) == ([2022], [])


def test_what_a_person_brings_is_told_beside_the_awards(office: Services):
    office.ratings.save(Rating(person_uid=HOA.uid, year=2023, rating="GOOD"))
    office.ratings.save(Rating(person_uid=HOA.uid, year=2024, rating="EXCELLENT"))
    office.initiatives.save(Initiative(title="Góc sách", authors="A Tik; Y Hoa", year=2023))
    office.disciplines.save(
        Discipline(person_uid=HOA.uid, kind="CANH_CAO", decision_date="2020-05-02", until="2021")
    )
    office.open_cases.save(
        OpenCase(person_uid=HOA.uid, subject="Đơn cũ", opened="2019", closed="2020")
    )
    assert office.pasts.of("Y Hoa", HOA.uid).brought == [
        "Xếp loại: 2024 HTXSNV; 2023 HTTNV",
        "Sáng kiến, đề tài: Góc sách (2023, cơ sở)",
        "Kỷ luật: Cảnh cáo từ 02/05/2020 đến 2021",
    ]


def test_what_a_unit_brings_is_told_too(office: Services):
    school = unit("Trường Mầm non Sơn Ca")
    office.units.save(school)
    office.ratings.save(Rating(unit_uid=school.uid, year=2023, rating="DONE"))
    assert office.pasts.of(school.name, school.uid).brought == ["Xếp loại: 2023 HTNV"]


def test_nobody_of_that_name_has_no_awards(office: Services):
    past = office.pasts.of("Không Ai")
    assert (past.whom.name, years(past)) == ("Không Ai", ([], []))


def test_without_a_name_there_is_nothing(office: Services):
    assert years(office.pasts.of("")) == ([], [])


def test_people_units_and_names_of_the_register_can_be_asked_for(office: Services):
    office.units.save(unit("Hội Hoa Lan"))
    office.awards.save(award(recipient=to_person("A Hoa")))
    found = office.pasts.whom("hoa")
    assert [(one.name, bool(one.uid)) for one in found] == [
        ("Y Hoa", True),
        ("Hội Hoa Lan", True),
        ("A Hoa", False),
    ]


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "docx"])
def test_awards_of_a_name_leave_as_a_file(office: Services, tmp_path: Path, ending: str):
    past = office.pasts.of("Y Hoa")
    path = tmp_path / f"trích lục.{ending}"
    assert office.exporting.past(path, past.whom.name, past.rows) == path
    assert path.stat().st_size > 1000
