"""Who meets a title: asked for in a dialog, put forward, written to a workbook, by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown, words, workbook_cells
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import Rating
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.services.services import Services
from thidua_desktop.ui.checks.eligible_dialog import EligibleDialog
from thidua_desktop.ui.checks.seeking import sought
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.places import key_of

SCHOOLS = Dossier(
    unit_name="Phòng Giáo dục", number="61/TTr-GDĐT", year=2024, received="2024-06-18"
)
NAMES = ("Đinh Thị Hạnh", "Y Hoa")
PROPOSE = "Đề nghị vào hồ sơ 61/TTr-GDĐT"


class Seeking:
    """Opens the dialog from *page*, and lets a test do something with it."""

    def __init__(self, page: NominationsPage, answers: Answers, qtbot: QtBot, desk: Desk) -> None:
        self._page, self._answers, self._qtbot, self._desk = page, answers, qtbot, desk

    def run(self, doing: Callable[[EligibleDialog], object], *further: object) -> None:
        """Do *doing* with the dialog, whose own questions are answered by *further*."""

        def answer(dialog: EligibleDialog) -> bool:
            self._desk.look.dress_all_of(dialog)
            dialog.show()
            QTest.qWaitForWindowActive(dialog)
            doing(dialog)
            self.settle()
            dialog.reject()
            return False

        self._answers.left += [answer, *further]
        self._page.offers()["eligible"].run()
        self.settle()

    def seek(self, dialog: EligibleDialog, title: str = "Lao động tiên tiến") -> None:
        """Choose *title* by its letters and press Enter."""
        dialog.title.setFocus()
        QTest.keyClicks(dialog.title, title[:1])
        dialog.title.setCurrentIndex(dialog.title.findText(title))
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)
        self.settle()

    def settle(self) -> None:
        settle(self._qtbot, self._desk)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> NominationsPage:
    """The tab in an empty dossier; two people of the file did well in its year."""
    services.dossiers.save(SCHOOLS)
    people = [factory.person(name, position="Giáo viên") for name in NAMES]
    services.people.save_many(people, "Thêm")
    services.ratings.save_many(
        [Rating(person_uid=one.uid, year=2024, rating="GOOD") for one in people], "Thêm"
    )
    page = shown(NominationsPage(services, desk), qtbot, desk)
    page.places.stand_on(key_of(SCHOOLS.uid))
    page.places.chosen.emit(key_of(SCHOOLS.uid))
    settle(qtbot, desk)
    return page


@pytest.fixture
def seeking(page: NominationsPage, answers: Answers, qtbot: QtBot, desk: Desk) -> Seeking:
    return Seeking(page, answers, qtbot, desk)


def press(dialog: EligibleDialog, verb: str) -> None:
    button = pressable(dialog, verb)
    assert button.isEnabled(), button.toolTip()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def pressable(dialog: EligibleDialog, verb: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == verb)


def made(services: Services) -> list[Nomination]:
    return services.nominations.get_many(services.nominations.find(Query()))


def test_a_title_is_chosen_and_those_who_meet_it_are_listed(seeking: Seeking):
    def look(dialog: EligibleDialog) -> None:
        assert "Chọn danh hiệu và năm" in words(dialog)
        assert dialog.year.value() == 2024
        seeking.seek(dialog)
        assert {one.name for one in dialog.table.shown} == {*NAMES}
        assert "2 đủ điều kiện" in words(dialog)
        assert "Đủ mọi điều kiện đối chiếu được." in words(dialog)

    seeking.run(look)


def test_those_chosen_are_put_forward_in_the_dossier_as_one_step(
    seeking: Seeking, services: Services, answers: Answers
):
    def propose(dialog: EligibleDialog) -> None:
        seeking.seek(dialog)
        QTest.keyClick(dialog.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        press(dialog, PROPOSE)
        seeking.settle()
        assert dialog.table.shown == []

    seeking.run(propose)
    assert {(one.recipient.name, one.dossier_uid, one.state) for one in made(services)} == {
        (name, SCHOOLS.uid, "submitted") for name in NAMES
    }
    assert answers.asked[-1].startswith("Đã thêm 2 đề nghị vào hồ sơ 61/TTr-GDĐT.")
    services.history.undo()
    assert made(services) == []


def test_who_is_put_forward_already_is_not_once_more(seeking: Seeking, services: Services):
    people = services.people.get_many(services.people.find(Query()))
    services.nominations.save(
        factory.nomination(
            recipient=factory.to_person(people[0].full_name, person_uid=people[0].uid)
        )
    )

    def look(dialog: EligibleDialog) -> None:
        seeking.seek(dialog)
        dialog.table.selectAll()
        button = pressable(dialog, PROPOSE)
        assert not button.isEnabled()
        assert "đã được đề nghị" in button.toolTip()

    seeking.run(look)


def test_a_title_nobody_meets_says_so(seeking: Seeking):
    def look(dialog: EligibleDialog) -> None:
        seeking.seek(dialog, "Chiến sĩ thi đua toàn quốc")
        assert "Không có ai trong tệp" in words(dialog)

    seeking.run(look)


def test_the_history_of_the_one_in_focus_is_shown(seeking: Seeking, desk: Desk):
    asked: list[str] = []
    desk.bus.past_wanted.connect(lambda name, _uid: asked.append(name))

    def look(dialog: EligibleDialog) -> None:
        seeking.seek(dialog)
        QTest.keyClick(dialog.table, Qt.Key.Key_F3)

    seeking.run(look)
    assert len(asked) == 1
    assert asked[0] in NAMES


def test_the_list_goes_into_a_workbook(seeking: Seeking, tmp_path: Path):
    path = tmp_path / "du.xlsx"

    def export(dialog: EligibleDialog) -> None:
        seeking.seek(dialog)
        press(dialog, "Xuất Excel…")

    seeking.run(export, path, "close")
    assert {*NAMES, "Danh hiệu: Lao động tiên tiến"} <= set(workbook_cells(path))


def test_titles_of_the_office_come_first(services: Services):
    found = sought(services.laws, "person", 2024, "district")
    assert [one.title for one in found[:2]] == ["advanced_worker", "grassroots_emulation_fighter"]


def test_a_year_without_law_offers_nothing(services: Services):
    assert sought(services.laws, "person", 1950, "district") == []


def test_a_search_can_be_stopped(seeking: Seeking):
    def stop(dialog: EligibleDialog) -> None:
        press(dialog, "Tìm")
        halt = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Dừng")
        halt.click()
        seeking.settle()
        assert "Đã dừng." in words(dialog)
        assert dialog.table.shown == ()

    seeking.run(stop)
