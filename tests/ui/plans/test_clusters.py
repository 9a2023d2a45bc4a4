"""Clusters as an officer keeps them, on real files."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown, words
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.movements import Cluster, ClusterMember
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.plans.places import ALL, Spot


@pytest.fixture
def cluster(services: Services) -> Cluster:
    """A cluster of the office with two units in 2023, one of them the office itself."""
    made = Cluster(name="Cụm thi đua số 07", kind="cluster", note="Theo quyết định của tỉnh")
    services.clusters.save_cluster(made)
    for name in (services.office.get().name, "Huyện Ngọc Lăng"):
        services.clusters.save(ClusterMember(cluster_uid=made.uid, unit_name=name, year=2023))
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> PlansPage:
    """The tab over an office with a plan of 2024, at the clusters of that year."""
    services.plans.save_plan(services.plans.new_plan(2024))
    made = shown(PlansPage(services, desk), qtbot, desk)
    go(made, "Cụm, khối thi đua", qtbot, desk)
    return made


def go(page: PlansPage, entry: str, qtbot: QtBot, desk: Desk) -> None:
    entries = page.places._list
    texts = [entries.item(row).text().strip() for row in range(entries.count())]
    entries.setCurrentRow(next(n for n, text in enumerate(texts) if text.startswith(entry)))
    settle(qtbot, desk)


def named(name: str) -> Callable[[Any], bool]:
    def fill(dialog: Any) -> bool:
        dialog.form.editor("name").show_value(name)
        dialog.accept()
        return bool(dialog.result())

    return fill


def paste(page: PlansPage, text: str, row: int, qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setText(text)
    view = page.clusters.grid.view
    view.stand_on(page.clusters.grid.model.index(row, 0))
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Paste))
    settle(qtbot, desk)


def test_the_first_cluster_is_made_where_there_is_none(
    qtbot: QtBot, desk: Desk, page: PlansPage, answers: Answers, services: Services
) -> None:
    assert "Chưa có cụm, khối nào" in page.clusters.head._line.toolTip()
    answers.left = [named("Cụm thi đua số 07")]
    page.offers()["add"].run()
    settle(qtbot, desk)
    assert [roll.cluster.name for roll in services.clusters.rolls(2024)] == ["Cụm thi đua số 07"]
    assert page._at.cluster not in ("", ALL)
    assert words(page.clusters.head).startswith("Cụm thi đua số 07")


def test_several_names_are_pasted_and_one_is_made_the_leader(
    qtbot: QtBot, desk: Desk, services: Services, cluster: Cluster, page: PlansPage
) -> None:
    services.clusters.take_over(2023, 2024)
    page.reload()
    settle(qtbot, desk)
    grid = page.clusters.grid
    paste(page, "Huyện Đắk Ring\tTrưởng\nHuyện Sơn Mai\t\n", grid.count, qtbot, desk)
    (roll,) = services.clusters.rolls(2024)
    assert roll.leader is not None
    assert (roll.leader.unit_name, len(roll.members)) == ("Huyện Đắk Ring", 4)
    shown_roles = [row.is_leader for row in services.clusters.rows_of(Query(year=2024))]
    assert shown_roles == [True, False, False, False]


def test_the_leader_is_told_by_word_and_icon(
    qtbot: QtBot, desk: Desk, services: Services, cluster: Cluster, page: PlansPage
) -> None:
    office = services.office.get().name
    services.clusters.save(
        ClusterMember(cluster_uid=cluster.uid, unit_name=office, year=2024, is_leader=True)
    )
    page.reload()
    settle(qtbot, desk)
    (row,) = services.clusters.rows_of(Query(year=2024))
    role = page.clusters.grid.model.columns[1]
    assert role.state is not None
    assert (role.text(row), role.state(row)) == ("Trưởng", "green")
    assert f"{office}: Trưởng Cụm thi đua số 07 năm 2024" in page.clusters.head._roles.toolTip()


def test_a_unit_pasted_again_stays_marked_with_its_reason(
    qtbot: QtBot, desk: Desk, services: Services, cluster: Cluster, page: PlansPage
) -> None:
    services.clusters.take_over(2023, 2024)
    page.reload()
    settle(qtbot, desk)
    grid = page.clusters.grid
    paste(page, "Huyện Ngọc Lăng\n", grid.count, qtbot, desk)
    assert grid.has_unkept
    assert len(services.clusters.rolls(2024)[0].members) == 2


def test_the_make_up_of_the_year_before_is_taken_after_a_question(
    qtbot: QtBot,
    desk: Desk,
    services: Services,
    answers: Answers,
    cluster: Cluster,
    page: PlansPage,
) -> None:
    assert "Lấy cụm, khối từ năm 2023…" in words(page.clusters.head)
    answers.left = ["take"]
    page.clusters.head.earlier_asked.emit()
    settle(qtbot, desk)
    assert answers.asked == ["Lấy 2 đơn vị trong 1 cụm, khối của năm 2023 sang năm 2024?"]
    assert page.clusters.grid.count == 2
    assert "chưa ghi Trưởng" in page.clusters.head._line.toolTip()


def test_a_cluster_leaves_the_year_after_a_question(
    qtbot: QtBot,
    desk: Desk,
    services: Services,
    answers: Answers,
    cluster: Cluster,
    page: PlansPage,
) -> None:
    services.clusters.take_over(2023, 2024)
    page.reload()
    settle(qtbot, desk)
    go(page, "Cụm số 07 (2)", qtbot, desk)
    answers.left = ["leave"]
    page.offers()["leave_cluster"].run()
    settle(qtbot, desk)
    assert services.clusters.rolls(2024) == []
    assert page._at == Spot(page._at.plan, cluster=ALL)


def test_among_several_clusters_one_is_chosen_before_units_are_added(
    qtbot: QtBot, desk: Desk, services: Services, cluster: Cluster, page: PlansPage
) -> None:
    services.clusters.take_over(2023, 2024)
    services.clusters.save_cluster(Cluster(name="Khối các cơ quan", kind="bloc"))
    page.reload()
    settle(qtbot, desk)
    assert "bên trái" in page.offers()["add"].why_not
    go(page, "Khối các cơ quan", qtbot, desk)
    assert page.offers()["add"].why_not == ""


def test_the_commands_of_clusters_say_where_they_are(
    qtbot: QtBot, desk: Desk, page: PlansPage
) -> None:
    go(page, "Văn bản", qtbot, desk)
    assert page.offers()["new_cluster"].why_not.startswith("Hãy sang “Cụm, khối thi đua”")


def told_in_a_plan(services: Services) -> str:
    """Have the plan of 2024 say that the office leads the cluster; return its uid."""
    body = "Huyện Đắk Ruồng làm Trưởng Cụm thi đua số 07 năm 2024."
    services.plans.save(services.plans.new(year=2024, body=body))
    plan = services.plans.plan(2024)
    assert plan is not None
    return plan.uid


@pytest.mark.parametrize(("answer", "places"), [("take", 1), ("leave", 0)])
def test_what_a_plan_says_is_entered_only_when_the_officer_agrees(
    qtbot: QtBot,
    desk: Desk,
    page: PlansPage,
    services: Services,
    answers: Answers,
    answer: str,
    places: int,
) -> None:
    answers.left = [answer]
    page._pages.cluster_work.offer(told_in_a_plan(services))
    settle(qtbot, desk)
    assert "• Huyện Đắk Ruồng (Trưởng)" in answers.details[0]
    assert len(services.clusters.rows_of(Query(year=2024))) == places


def test_another_leader_entered_before_stands_in_the_way_in_words(
    qtbot: QtBot,
    desk: Desk,
    page: PlansPage,
    services: Services,
    cluster: Cluster,
    answers: Answers,
) -> None:
    other = ClusterMember(
        cluster_uid=cluster.uid, unit_name="Huyện Đắk Ring", year=2024, is_leader=True
    )
    services.clusters.save(other)
    answers.left = ["take"]
    page._pages.cluster_work.offer(told_in_a_plan(services))
    settle(qtbot, desk)
    assert "đã ghi Trưởng là “Huyện Đắk Ring”" in answers.asked[-1]
    (roll,) = services.clusters.rolls(2024)
    assert roll.leader == other
