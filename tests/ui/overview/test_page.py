"""The first tab on real files: what it says, where it leads, when it asks again."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.domain.listing import Filter
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.overview.card import Card
from thidua_desktop.ui.overview.page import OverviewPage
from thidua_desktop.ui.overview.rows import Stroke
from thidua_desktop.ui.page import Sought


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sample: Services) -> OverviewPage:
    """The tab over the sample office."""
    return shown(OverviewPage(sample, desk), qtbot, desk)


def press(card: Card, words: str) -> None:
    """Press the line of *card* that has *words*, by key."""
    row = next(row for row in card.rows if words in row.accessibleName())
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)


def heard(signal: Any) -> list[Any]:
    """Return a list that gets whatever *signal* carries."""
    told: list[Any] = []
    signal.connect(lambda *said: told.append(said[0] if len(said) == 1 else said))
    return told


def test_a_bar_leads_to_its_rows_in_the_register(page: OverviewPage, desk: Desk) -> None:
    told = heard(desk.bus.sought)
    press(page.cards["titles"], "Lao động tiên tiến, 96")
    assert told == [
        Sought(
            "Sổ khen thưởng",
            2024,
            (
                (Filter("title", "advanced_worker", "is"), "Lao động tiên tiến"),
                (Filter("nature", "revoked", "isnt"), "Ghi sổ: trừ thu hồi"),
            ),
        )
    ]


def test_the_chart_says_what_is_seen(page: OverviewPage) -> None:
    words = page.cards["titles"].words
    assert words.startswith(
        "Nhiều nhất năm 2024 là Giấy khen của Chủ tịch UBND cấp huyện: 191 trong 325 khen thưởng"
    )


def test_bars_are_sorted_by_their_numbers(page: OverviewPage) -> None:
    names = [row.accessibleName() for row in page.cards["titles"].rows]
    assert [int(name.rsplit(", ", 1)[1]) for name in names] == [191, 96, 16, 15, 7]


def test_a_late_task_is_told_by_word_and_leads_to_itself(
    page: OverviewPage, desk: Desk, sample: Services
) -> None:
    told = heard(desk.bus.wanted)
    press(page.cards["tasks"], "Quá hạn 10 ngày")
    [(table, uid)] = told
    assert (table, sample.plans.get(uid).due) == ("plan_task", "2024-06-20")


def test_nominations_of_a_state_are_opened_alone(page: OverviewPage, desk: Desk) -> None:
    told = heard(desk.bus.sought)
    press(page.cards["nominations"], "Trả lại")
    condition = (Filter("state", "returned", "is"), "Tình trạng: Trả lại")
    assert told == [Sought("Đề nghị", 2024, (condition,))]


def test_every_line_is_reached_by_tab_from_top_to_bottom(page: OverviewPage) -> None:
    rows = page.cards["tasks"].rows
    rows[0].setFocus()
    for row in rows[1:]:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert row.hasFocus()


def test_an_office_without_anything_says_what_to_do_first(
    qtbot: QtBot, desk: Desk, services: Services
) -> None:
    page = shown(OverviewPage(services, desk), qtbot, desk)
    seen = [name for name, card in page.cards.items() if card.isVisibleTo(page)]
    assert seen == ["start", "safety"]
    assert "Lập kế hoạch năm 2024" in page.cards["start"].words


def test_a_command_that_cannot_be_now_says_why(
    qtbot: QtBot, desk: Desk, services: Services, answers: Answers
) -> None:
    page = shown(OverviewPage(services, desk), qtbot, desk)
    desk.actions.offer({"office": Offer(page.reload, "Tệp đang mở chỉ để đọc.")}, "")
    press(page.cards["start"], "Cơ quan")
    assert answers.asked == ["Tệp đang mở chỉ để đọc."]


def test_a_first_award_makes_room_for_the_year(
    qtbot: QtBot, desk: Desk, services: Services
) -> None:
    page = shown(OverviewPage(services, desk), qtbot, desk)
    desk.write(lambda: services.awards.save(factory.award(decision_date="2024-01-12")))
    settle(qtbot, desk)
    assert not page.cards["start"].isVisibleTo(page)
    assert "Lao động tiên tiến" in page.cards["titles"].words


def test_a_backup_made_meanwhile_is_told(qtbot: QtBot, desk: Desk, services: Services) -> None:
    page = shown(OverviewPage(services, desk), qtbot, desk)
    assert "Chưa sao lưu" in page.cards["safety"].words
    services.backups.make()
    desk.bus.backed_up.emit()
    settle(qtbot, desk)
    assert "Đã sao lưu" in page.cards["safety"].words


def test_another_year_is_told_when_it_is_chosen(
    qtbot: QtBot, desk: Desk, page: OverviewPage
) -> None:
    page.set_year(2023)
    settle(qtbot, desk)
    assert "Chưa có kế hoạch năm 2023." in page.cards["tasks"].words


def test_while_another_tab_is_in_front_nothing_is_asked(
    qtbot: QtBot, desk: Desk, services: Services
) -> None:
    page = shown(OverviewPage(services, desk), qtbot, desk)
    page.hide()
    desk.write(lambda: services.awards.save(factory.award(decision_date="2024-01-12")))
    settle(qtbot, desk)
    assert page.cards["start"].isVisibleTo(page)
    page.show()
    settle(qtbot, desk)
    assert not page.cards["start"].isVisibleTo(page)


def test_the_line_in_focus_stays_so_when_numbers_change(
    qtbot: QtBot, desk: Desk, services: Services
) -> None:
    services.awards.save(factory.award(decision_date="2024-01-12"))
    page = shown(OverviewPage(services, desk), qtbot, desk)
    page.cards["titles"].rows[0].setFocus()
    desk.write(lambda: services.awards.save(factory.award(decision_date="2024-01-12")))
    settle(qtbot, desk)
    assert page.cards["titles"].rows[0].hasFocus()
    assert page.cards["titles"].rows[0].accessibleName() == "Lao động tiên tiến, 2"


def test_a_bar_is_as_long_as_its_share_and_hatched(qtbot: QtBot, desk: Desk) -> None:
    bar = Stroke(0.5, desk.look)
    qtbot.addWidget(bar)
    bar.resize(200, 9)
    image = bar.grab().toImage()
    tokens = desk.look.tokens
    within = {image.pixelColor(x, 4).name() for x in range(1, 100)}
    beyond = {image.pixelColor(x, 4).name() for x in range(102, 200)}
    assert {tokens.accent, tokens.chosen} <= within
    assert tokens.accent not in beyond


def test_at_large_letters_nothing_is_wider_than_the_page(
    qtbot: QtBot, desk: Desk, services: Services
) -> None:
    desk.look.set_scale(1.5)
    try:
        page = shown(OverviewPage(services, desk), qtbot, desk)
        inner = page.findChildren(QScrollArea)[0].widget()
        assert inner is not None
        assert inner.minimumSizeHint().width() <= 1093
    finally:
        desk.look.set_scale(1.0)
