"""Registrations as an officer enters them, and who has not sent any."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.plans.places import Spot


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sample: Services) -> PlansPage:
    """The tab over the sample office, at what was registered for 2024."""
    made = shown(PlansPage(sample, desk), qtbot, desk)
    made._go(Spot(made._at.plan, is_pledges=True).key)
    settle(qtbot, desk)
    return made


def schools(sample: Services) -> list[str]:
    query = Query(filters=(Filter("kind", "school", "is"),))
    return [row.name for row in sample.units.rows_of(query)]


def paste(page: PlansPage, text: str, qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setText(text)
    view = page.pledges.grid.view
    view.setFocus()
    view.stand_on(page.pledges.grid.model.index(page.pledges.grid.count, 0))
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Paste))
    settle(qtbot, desk)


def test_pasted_registrations_leave_those_who_have_not_sent_named(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services
) -> None:
    sample.pledges.save(sample.pledges.new(unit_name=schools(sample)[0], text="Đạt chuẩn"))
    page.reload()
    settle(qtbot, desk)
    lines = [f"{name}\tTập thể lao động xuất sắc\t1" for name in schools(sample)[4:]]
    paste(page, "\n".join(lines), qtbot, desk)
    assert page.pledges.grid.count == 28
    assert page.pledges.head._line.toolTip() == "28 đã gửi · 3 chưa gửi"
    for name in schools(sample)[1:4]:
        assert name in page.pledges.head._waiting.toolTip()


def test_the_place_counts_the_units_that_have_sent(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services
) -> None:
    sample.pledges.save(sample.pledges.new(unit_name="Xã A", title_text="Cờ thi đua"))
    page.reload()
    settle(qtbot, desk)
    entries = page.places._list
    texts = [entries.item(row).text().strip() for row in range(entries.count())]
    assert "Đăng ký thi đua (1)" in texts


def test_those_who_have_not_sent_are_listed_on_paper(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, answers: Answers, tmp_path: Path
) -> None:
    assert "Không có đơn vị nào" in page.offers()["not_pledged"].why_not
    sample.pledges.save(sample.pledges.new(unit_name=schools(sample)[0], title_text="Cờ thi đua"))
    page.pledges._ask_returns()
    settle(qtbot, desk)
    answers.left = [lambda _window: False]
    page.offers()["not_pledged"].run()
    qtbot.waitUntil(lambda: not answers.left, timeout=20_000)
    assert answers.asked[-1].startswith("Đơn vị chưa gửi đăng ký thi đua năm 2024")


def test_elsewhere_the_command_says_where_it_is(page: PlansPage) -> None:
    page._go(Spot(page._at.plan).key)
    assert "Đăng ký thi đua" in page.offers()["not_pledged"].why_not
