"""The rules of a cluster's make-up, and whose unit is whose."""

import pytest

from thidua_desktop.domain.clusters import (
    Roll,
    cluster_problems,
    is_same_unit,
    problems,
    roles_of,
    roll_problems,
)
from thidua_desktop.domain.movements import Cluster, ClusterMember

OURS = "UBND huyện Đắk Ruồng"


def place(name: str = "Huyện Đắk Ruồng", *, leads: bool = False) -> ClusterMember:
    return ClusterMember(cluster_uid="c", unit_name=name, year=2024, is_leader=leads)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND huyện Đắk Ruồng", "Đăk Ruồng", True),
        ("Huyện Đắk Ruồng", "Uỷ ban nhân dân huyện Đắk Ruồng", True),
        ("Thị trấn Đắk Ruồng", "Huyện Đắk Ruồng", False),
        ("Đắk Ruồng", "Đắk Ring", False),
        ("", "", False),
    ],
)
def test_a_unit_is_known_by_its_own_name_and_level(one: str, other: str, same: bool) -> None:
    assert is_same_unit(one, other) is same


def test_a_place_needs_a_unit_and_a_year() -> None:
    assert [found.field for found in problems(ClusterMember())] == ["unit_name", "year"]


def test_a_unit_stands_in_a_cluster_once_a_year() -> None:
    (found,) = roll_problems(place("đắk ruồng"), [place("Đắk Ruồng")])
    assert found.text == "“Đắk Ruồng” đã có trong cụm, khối này năm 2024."


def test_one_unit_leads_a_year() -> None:
    (found,) = roll_problems(place("Đắk Ring", leads=True), [place("Ngọc Lăng", leads=True)])
    assert found.field == "is_leader"
    assert "“Ngọc Lăng”; mỗi năm một Trưởng" in found.text


def test_two_clusters_have_two_names() -> None:
    known = Cluster(name="Cụm thi đua số 01", kind="cluster")
    (found,) = cluster_problems(Cluster(name="cụm thi đua số 01", kind="cluster"), [known])
    assert found.text == "Đã có “cụm thi đua số 01”."
    assert cluster_problems(known, [known]) == []


def test_the_roles_of_an_office_are_told_the_leading_one_first() -> None:
    first = Roll(Cluster(name="Cụm thi đua số 01"), 2024, (place("Ngọc Lăng"), place()))
    second = Roll(Cluster(name="Khối các huyện"), 2024, (place(leads=True),))
    other = Roll(Cluster(name="Cụm xã"), 2024, (place("Xã Đắk Ring"),))
    assert roles_of([first, second, other], OURS) == [
        "Trưởng Khối các huyện năm 2024",
        "Thành viên Cụm thi đua số 01 năm 2024",
    ]
