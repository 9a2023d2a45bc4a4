"""Clusters: their make-up of a year, and what a plan says of them."""

from dataclasses import replace

import pytest

from thidua_desktop.domain.errors import Refused, RuleError
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.movements import Cluster, ClusterMember
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.services import Services

NAMES = ("Huyện Đắk Ring", "Huyện Ngọc Lăng")


@pytest.fixture
def cluster(services: Services) -> Cluster:
    """A stored cluster of two units in 2023, the first of them its leader."""
    made = Cluster(name="Cụm thi đua số 07", kind="cluster")
    services.clusters.save_cluster(made)
    services.clusters.save_many([member(made, name, is_leader=name == NAMES[0]) for name in NAMES])
    return made


def member(cluster: Cluster, name: str, **known: object) -> ClusterMember:
    usual = {"cluster_uid": cluster.uid, "unit_name": name, "year": 2023}
    return ClusterMember(**{**usual, **known})  # type: ignore[arg-type]


def names(services: Services, year: int) -> list[str]:
    return [row.unit_name for row in services.clusters.rows_of(Query(year=year))]


def test_the_leader_stands_first_then_as_entered(services: Services, cluster: Cluster) -> None:
    services.clusters.save_many(
        [member(cluster, name, year=2024) for name in ("Xã C", "Xã A")]
        + [member(cluster, "Xã B", year=2024, is_leader=True)]
    )
    assert names(services, 2024) == ["Xã B", "Xã C", "Xã A"]


def test_rows_are_found_by_words_without_marks(services: Services, cluster: Cluster) -> None:
    query = Query(text="ngoc lang so 07", year=2023)
    assert services.clusters.count(query) == 1


def test_a_second_leader_is_refused(services: Services, cluster: Cluster) -> None:
    with pytest.raises(RuleError, match="đã ghi Trưởng là “Huyện Đắk Ring”"):
        services.clusters.save(member(cluster, "Huyện Sơn Tây", is_leader=True))


def test_a_unit_pasted_twice_is_refused_once(services: Services, cluster: Cluster) -> None:
    edits = [Edit(new_uid(), {"unit_name": "Xã A"}, is_new=True) for _ in range(2)]
    edited = services.clusters.edit(edits, cluster_uid=cluster.uid, year=2024)
    assert names(services, 2024) == ["Xã A"]
    assert list(edited.refused) == [edits[1].uid]


def test_a_typed_name_is_linked_to_the_unit_it_means(services: Services, cluster: Cluster) -> None:
    unit = services.units.new(name="Ủy ban nhân dân xã Đắk Ring", kind="commune")
    services.units.save(unit)
    edit = Edit(new_uid(), {"unit_name": "Xã Đăk Ring"}, is_new=True)
    services.clusters.edit([edit], cluster_uid=cluster.uid, year=2024)
    assert services.clusters.get(edit.uid).unit_uid == unit.uid


def test_the_make_up_is_taken_over_without_its_leader(services: Services, cluster: Cluster) -> None:
    services.clusters.take_over(2023, 2024)
    (roll,) = services.clusters.rolls(2024)
    assert ([m.unit_name for m in roll.members], roll.leader) == (list(NAMES), None)


def test_what_is_there_is_not_taken_again(services: Services, cluster: Cluster) -> None:
    services.clusters.save(member(cluster, NAMES[0], year=2024))
    services.clusters.take_over(2023, 2024)
    assert sorted(names(services, 2024)) == sorted(NAMES)
    with pytest.raises(Refused, match="không còn đơn vị nào để lấy"):
        services.clusters.take_over(2023, 2024)


def test_a_cluster_without_members_is_there_in_every_year(services: Services) -> None:
    services.clusters.save_cluster(Cluster(name="Khối các cơ quan", kind="bloc"))
    assert [roll.cluster.name for roll in services.clusters.rolls(2031)] == ["Khối các cơ quan"]


def test_a_cluster_leaves_one_year_and_stays_in_the_others(
    services: Services, cluster: Cluster
) -> None:
    services.clusters.take_over(2023, 2024)
    services.clusters.leave(cluster.uid, 2024)
    assert (names(services, 2024), len(names(services, 2023))) == ([], 2)
    services.clusters.leave(cluster.uid, 2023)
    assert services.clusters.rolls(2023) == []


@pytest.fixture
def plan(services: Services) -> Plan:
    """A stored plan that says the office leads a cluster, and who is in it."""
    draft = services.plans.new_plan(2024)
    listed = "- Thành viên Cụm thi đua số 07 (UBND các huyện Đắk Ring, Ngọc Lăng);"
    kept = replace(draft, heading=replace(draft.heading, recipients=f"- Sở Nội vụ;\n{listed}"))
    services.plans.save_plan(kept)
    body = "- Phát động phong trào.\n- Huyện Đắk Ruồng làm Trưởng Cụm thi đua số 07 năm 2024."
    services.plans.save(services.plans.new(year=2024, body=body))
    return kept


def test_what_a_plan_says_of_a_cluster_is_told_and_taken(services: Services, plan: Plan) -> None:
    told = services.clusters.told(plan.uid)
    assert told is not None
    services.clusters.take_told(told)
    (roll,) = services.clusters.rolls(2024)
    assert roll.leader is not None
    assert roll.leader.unit_name == "Huyện Đắk Ruồng"
    assert len(roll.members) == 3
    assert services.clusters.told(plan.uid) is None


def test_a_cluster_that_is_there_keeps_its_name_and_units(
    services: Services, plan: Plan, cluster: Cluster
) -> None:
    services.clusters.take_over(2023, 2024)
    told = services.clusters.told(plan.uid)
    assert told is not None
    services.clusters.take_told(told)
    assert [roll.cluster for roll in services.clusters.rolls(2024)] == [cluster]
    assert sorted(names(services, 2024)) == ["Huyện Ngọc Lăng", "Huyện Đắk Ring", "Huyện Đắk Ruồng"]


def test_a_plan_without_such_words_tells_nothing(services: Services) -> None:
    plan = services.plans.new_plan(2024)
    services.plans.save_plan(plan)
    assert services.clusters.told(plan.uid) is None
