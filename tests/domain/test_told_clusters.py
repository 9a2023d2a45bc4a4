"""What the words of a plan say of a cluster."""

import pytest

from thidua_desktop.domain.movements import ClusterMember
from thidua_desktop.domain.told_clusters import told_in

OURS = "UBND huyện Đắk Ruồng"
LEADS = "Năm 2024, huyện Đắk Ruồng làm Trưởng Khối (các huyện) Cụm thi đua số 07: xây dựng kế hoạch"


def test_the_cluster_that_the_office_leads_is_named() -> None:
    told = told_in([LEADS], 2024, OURS)
    assert told is not None
    assert (told.cluster, told.kind, told.office) == (
        "Cụm thi đua số 07",
        "cluster",
        "Huyện Đắk Ruồng",
    )
    assert told.units == ()


@pytest.mark.parametrize(
    "listed",
    [
        "- Thành viên Cụm thi đua số 07 các huyện, thành phố (UBND huyện các Đắk Ring, Ngọc Lăng);",
        "Thành viên Cụm thi đua 07 các huyện: Đắk Ruồng, Đắk Ring; Ngọc Lăng;",
        "Thành viên Cụm thi đua số 7: huyện Đắk Ring và huyện Ngọc Lăng",
    ],
)
def test_the_other_units_are_those_listed(listed: str) -> None:
    told = told_in([LEADS, listed], 2024, OURS)
    assert told is not None
    assert told.units == ("Huyện Đắk Ring", "Huyện Ngọc Lăng")


@pytest.mark.parametrize(
    "line",
    [
        "Năm 2024, huyện Đắk Ring làm Trưởng Cụm thi đua số 07.",
        "Năm 2023, huyện Đắk Ruồng làm Trưởng Cụm thi đua số 07.",
        "Huyện Đắk Ruồng báo cáo Trưởng Cụm thi đua số 07 theo quy định.",
    ],
)
def test_another_office_or_year_says_nothing_of_ours(line: str) -> None:
    assert told_in([line], 2024, OURS) is None


def test_the_units_of_another_cluster_are_left_out() -> None:
    told = told_in([LEADS, "Thành viên Cụm thi đua số 02: Đắk Ring"], 2024, OURS)
    assert told is not None
    assert told.units == ()


def test_what_is_entered_already_is_not_told_again() -> None:
    told = told_in([LEADS, "Thành viên Cụm thi đua số 07: Đắk Ring"], 2024, OURS)
    assert told is not None
    there = [ClusterMember(cluster_uid="c", unit_name="Đắk Ruồng", year=2024)]
    assert told.adds_to(there)
    places = told.members("c", there)
    assert [(each.unit_name, each.is_leader) for each in places] == [
        ("Đắk Ruồng", True),
        ("Đắk Ring", False),
    ]
    assert not told.adds_to(places)
