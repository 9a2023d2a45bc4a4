"""Decisions as a list of their own, awards with a year only, and đính chính."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import go_to, shown, write
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.awards.correcting import CorrectionDialog
from thidua_desktop.ui.awards.page import DECISIONS, YEAR_ONLY, AwardsPage
from thidua_desktop.ui.desk import Desk

ISSUED = factory.decision(number="135/QĐ-UBND", date="2024-07-02")
EMPTY = factory.decision(number="9/QĐ-UBND", date="2024-01-05", state="draft")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> AwardsPage:
    """The tab over two decisions, one award under the first and one of the paper register."""
    services.decisions.save_many([ISSUED, EMPTY])
    services.awards.save(factory.award(decision_uid=ISSUED.uid))
    old = factory.award(recipient=factory.to_person("Y Hoa"), year=1998, decision_date="1998")
    services.awards.save(old)
    return shown(AwardsPage(services, desk), qtbot, desk)


def go(page: AwardsPage, key: str, qtbot: QtBot, desk: Desk) -> None:
    page.places.stand_on(key)
    page.places.chosen.emit(key)
    settle(qtbot, desk)


def stand_on_decision(page: AwardsPage, number: str, qtbot: QtBot, desk: Desk) -> None:
    go(page, DECISIONS, qtbot, desk)
    uids = {ISSUED.number: ISSUED.uid, EMPTY.number: EMPTY.uid}
    page.decisions.grid.reveal(uids[number])
    settle(qtbot, desk)


def because(reason: str, seen: list[str] | None = None) -> Callable[[CorrectionDialog], bool]:
    def fill(dialog: CorrectionDialog) -> bool:
        dialog.reason.setText(reason)
        dialog.accept()
        if seen is not None:
            seen.extend(label.text() for label in dialog.findChildren(QLabel))
        return bool(dialog.result())

    return fill


def test_decisions_are_listed_with_their_awards_counted(
    qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services
):
    go(page, DECISIONS, qtbot, desk)
    rows = services.decisions.rows(page.decisions.grid.model.uids)
    assert [(row.number, row.awards) for row in rows] == [("135/QĐ-UBND", 1), ("9/QĐ-UBND", 0)]
    assert page.chosen_words() == "2 quyết định"


def test_awards_with_a_year_only_can_be_seen_alone(
    qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services
):
    go(page, YEAR_ONLY, qtbot, desk)
    assert [row.name for row in services.awards.rows(page.list.grid.model.uids)] == ["Y Hoa"]
    go_to(page.list, 0, qtbot, desk)
    labels = [label.text() for label in page.list.pane.findChildren(QLabel)]
    assert any("Chỉ ghi năm, không có quyết định" in text for text in labels)


def test_a_decision_opens_its_awards(
    qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services
):
    page.set_year(2023)
    stand_on_decision(page, ISSUED.number, qtbot, desk)
    page.decisions.grid.set_year(None)
    settle(qtbot, desk)
    page.decisions.grid.reveal(ISSUED.uid)
    settle(qtbot, desk)
    page.decisions.open_awards()
    settle(qtbot, desk)
    assert [row.name for row in services.awards.rows(page.list.grid.model.uids)] == ["A Tik"]
    assert page.inner is page.list


def test_the_list_in_front_has_the_keys(qtbot: QtBot, desk: Desk, page: AwardsPage):
    page.setFocus()
    assert page.list.grid.view.hasFocus()
    go(page, DECISIONS, qtbot, desk)
    page.setFocus()
    assert page.decisions.grid.view.hasFocus()


def test_a_new_decision_is_kept(qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services):
    go(page, DECISIONS, qtbot, desk)
    page.offers()["add"].run()
    settle(qtbot, desk)
    write(page.decisions, "number", "200/QD-UBND")
    write(page.decisions, "date", "2/8/2024")
    page.offers()["save"].run()
    settle(qtbot, desk)
    kept = services.decisions.get(page.decisions.grid.current)
    assert (kept.number, kept.date, kept.state) == ("200/QD-UBND", "2024-08-02", "issued")


def test_an_empty_decision_goes_after_a_question(
    qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services, answers: Answers
):
    stand_on_decision(page, EMPTY.number, qtbot, desk)
    answers.left = ["delete"]
    page.offers()["delete"].run()
    settle(qtbot, desk)
    assert answers.asked == ["Xóa quyết định 9/QĐ-UBND?"]
    assert services.decisions.count(Query()) == 1


@pytest.mark.parametrize(("answer", "left"), [("alone", 1), ("stay", 2)])
def test_a_decision_with_awards_goes_only_when_they_may_stay_alone(
    qtbot: QtBot,
    desk: Desk,
    page: AwardsPage,
    services: Services,
    answers: Answers,
    answer: str,
    left: int,
):
    stand_on_decision(page, ISSUED.number, qtbot, desk)
    answers.left = [answer]
    page.offers()["delete"].run()
    settle(qtbot, desk)
    assert "Trong sổ có 1 khen thưởng theo đó." in answers.asked[0]
    assert services.decisions.count(Query()) == left
    assert services.awards.count(Query()) == 2


def test_the_list_of_decisions_is_exported_and_printed_itself(
    qtbot: QtBot, desk: Desk, page: AwardsPage
):
    go(page, DECISIONS, qtbot, desk)
    assert [page.offers()[name].why_not for name in ("export", "print")] == ["", ""]


def test_a_decision_asked_for_from_elsewhere_is_shown(qtbot: QtBot, desk: Desk, page: AwardsPage):
    page.reveal("decision", EMPTY.uid)
    settle(qtbot, desk)
    assert page.inner is page.decisions
    assert page.decisions.grid.current == EMPTY.uid


def under_decision(page: AwardsPage, services: Services, qtbot: QtBot, desk: Desk) -> str:
    """Stand on the award under the decision and write another post; return its uid."""
    (uid,) = services.awards.find(Query(text="A Tik"))
    page.list.grid.reveal(uid)
    settle(qtbot, desk)
    write(page.list, "recipient.position", "Giao vien")
    return uid


def test_words_of_an_issued_decision_change_by_a_correction_with_a_reason(
    qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services, answers: Answers
):
    uid = under_decision(page, services, qtbot, desk)
    seen: list[str] = []
    answers.left = [because("quyết định in thiếu chức vụ", seen)]
    page.offers()["save"].run()
    settle(qtbot, desk)
    assert answers.asked == ["Đính chính"]
    assert {"Chức vụ", "(trống)", "Giao vien"} <= set(seen)
    assert services.awards.get(uid).recipient.position == "Giao vien"
    assert services.history.steps()[0].label == "Đính chính A Tik: quyết định in thiếu chức vụ"
    assert not page.has_draft()


def test_a_correction_without_a_reason_is_not_taken(
    qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services, answers: Answers
):
    uid = under_decision(page, services, qtbot, desk)
    seen: list[str] = []
    answers.left = [because(" ", seen)]
    page.offers()["save"].run()
    settle(qtbot, desk)
    assert "Đính chính thì cần ghi lý do." in seen
    assert services.awards.get(uid).recipient.position == ""
    assert page.has_draft()
    page.drop_draft()
    settle(qtbot, desk)


def test_an_award_of_the_paper_register_is_changed_without_a_question(
    qtbot: QtBot, desk: Desk, page: AwardsPage, services: Services, answers: Answers
):
    go(page, YEAR_ONLY, qtbot, desk)
    go_to(page.list, 0, qtbot, desk)
    write(page.list, "recipient.position", "Giao vien")
    page.offers()["save"].run()
    settle(qtbot, desk)
    assert answers.asked == []
    assert services.awards.get(page.list.grid.current).recipient.position == "Giao vien"


def test_the_list_begins_with_what_was_sought_in_the_tab_before(
    qtbot: QtBot, desk: Desk, page: AwardsPage
):
    page.set_year(2023)
    page.search("khong co")
    go(page, DECISIONS, qtbot, desk)
    qtbot.waitUntil(lambda: page.decisions.grid.count == 0)
    assert page.decisions.grid.query.year == 2023
    assert page.decisions.grid.query.text == "khong co"
