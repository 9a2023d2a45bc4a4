"""Dossiers: by unit with their nominations counted, their papers, and what goes with them."""

from dataclasses import replace

import pytest

from tests import factory
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.nominations import Dossier, DossierPaper
from thidua_desktop.services.services import Services

SCHOOLS = Dossier(
    unit_name="Phòng Giáo dục", number="61/TTr-GDĐT", year=2024, received="2024-06-18"
)
FARMERS = Dossier(unit_name="Hội Nông dân", number="07/TTr-HND", year=2024, received="2024-05-30")


@pytest.fixture
def office(services: Services) -> Services:
    """An office with two dossiers, and a nomination that lies in none."""
    for dossier in (SCHOOLS, FARMERS):
        services.dossiers.save(dossier)
    services.nominations.save_many(
        [
            factory.nomination(dossier_uid=SCHOOLS.uid, state="submitted"),
            factory.nomination(dossier_uid=SCHOOLS.uid, state="accepted"),
            factory.nomination(dossier_uid=FARMERS.uid, state="submitted", year=2023),
            factory.nomination(),
        ],
        "Thêm",
    )
    return services


def test_dossiers_stand_by_unit_with_their_nominations_counted(office: Services):
    shelf = office.dossiers.shelf(None)
    assert [(row.unit, row.count) for row in shelf.dossiers] == [
        ("Hội Nông dân", 1),
        ("Phòng Giáo dục", 2),
    ]
    assert shelf.dossiers[1].states == {"submitted": 1, "accepted": 1}
    assert shelf.states([""]) == {"draft": 1}


def test_a_year_shows_its_dossiers_and_counts_its_own_nominations(office: Services):
    shelf = office.dossiers.shelf(2024)
    assert {row.unit: row.count for row in shelf.dossiers} == {
        "Hội Nông dân": 1,
        "Phòng Giáo dục": 2,
    }
    assert shelf.states() == {"submitted": 1, "accepted": 1, "draft": 1}
    assert [row.unit for row in office.dossiers.shelf(2023).dossiers] == ["Hội Nông dân"]


@pytest.mark.parametrize(
    ("column", "value", "count"),
    [
        ("dossier_uid", SCHOOLS.uid, 2),
        ("dossier_uid", "", 1),
        ("dossier_unit", "Hội Nông dân", 1),
    ],
    ids=["a dossier", "none", "a unit"],
)
def test_nominations_are_found_by_dossier_and_its_unit(
    office: Services, column: str, value: str, count: int
):
    query = Query(filters=(Filter(column, value, "is"),))
    assert len(office.nominations.find(query)) == count


def test_a_dossier_is_tied_to_the_unit_of_its_name(services: Services):
    unit = factory.unit("Phòng Nội vụ")
    services.units.save(unit)
    draft = services.dossiers.new(unit_name="phòng nội vụ")
    services.dossiers.save(draft)
    assert services.dossiers.get(draft.uid).unit_uid == unit.uid
    services.dossiers.save(replace(draft, unit_name="Phòng khác"))
    assert services.dossiers.get(draft.uid).unit_uid is None


def test_a_dossier_returned_without_a_reason_is_not_taken(services: Services):
    with pytest.raises(RuleError, match="cần ghi lý do"):
        services.dossiers.save(replace(SCHOOLS, state="returned"))


def test_days_that_cannot_be_are_not_taken(services: Services):
    with pytest.raises(RuleError, match="từ 0 đến 366"):
        services.dossiers.save(replace(SCHOOLS, days=-3))


def test_a_dossier_goes_with_its_nominations_or_leaves_them(office: Services):
    office.dossiers.delete(SCHOOLS.uid, keep_nominations=True)
    loose = office.dossiers.shelf(None).states([""])
    assert loose == {"draft": 1, "submitted": 1, "accepted": 1}
    office.dossiers.delete(FARMERS.uid, keep_nominations=False)
    assert len(office.nominations.find(Query())) == 3


def test_the_law_names_the_papers_of_what_is_in_the_dossier(office: Services):
    names = [each.paper.name for each in office.dossiers.papers(SCHOOLS.uid)]
    assert names == ["Tờ trình", "Báo cáo thành tích", "Biên bản bình xét của Hội đồng cấp trình"]
    assert all("Điều 84" in each.article for each in office.dossiers.papers(SCHOOLS.uid))


def test_papers_ticked_and_papers_of_the_office_itself_are_kept(office: Services):
    first, *rest = [each.paper for each in office.dossiers.papers(SCHOOLS.uid)]
    own = DossierPaper(name="Danh sách trích ngang", is_there=True)
    office.dossiers.save_papers(SCHOOLS.uid, [replace(first, is_there=True), *rest, own])
    kept = [each.paper for each in office.dossiers.papers(SCHOOLS.uid)]
    assert [(paper.name, paper.is_there) for paper in kept] == [
        ("Tờ trình", True),
        ("Báo cáo thành tích", False),
        ("Biên bản bình xét của Hội đồng cấp trình", False),
        ("Danh sách trích ngang", True),
    ]
    office.dossiers.save_papers(SCHOOLS.uid, kept[:3])
    assert len(office.dossiers.papers(SCHOOLS.uid)) == 3


def test_a_dossier_of_titles_outside_the_law_asks_for_no_papers(services: Services):
    services.dossiers.save(SCHOOLS)
    services.nominations.save(
        factory.nomination(dossier_uid=SCHOOLS.uid, title_text="Kỷ niệm chương của huyện")
    )
    assert services.dossiers.papers(SCHOOLS.uid) == []
