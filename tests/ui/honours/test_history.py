"""The window of F3: opened from a row or empty, led by names typed, its rows go further."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.factory import award, person, to_person
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.widgets.test_suggestions import proposals
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.history import HistoryDialog
from thidua_desktop.ui.honours.past_door import PastDoor

HOA = person("Y Hoa", position="Giáo viên")


@pytest.fixture
def office(services: Services) -> Services:
    services.people.save(HOA)
    services.awards.save_many(
        [
            award(recipient=to_person("Y Hoà", person_uid=HOA.uid), year=2021, nature="revoked"),
            award(recipient=to_person("Y Hoa", person_uid=HOA.uid), year=2023, amount=540_000),
            award(recipient=to_person("Y Hoa"), year=2020),
            award(recipient=to_person("A Tik"), year=2022),
        ]
    )
    return services


class Looking:
    """Runs the window of a door and lets the test do something in it once it shows someone."""

    def __init__(self, qtbot: QtBot, desk: Desk, answers: Answers) -> None:
        self._qtbot = qtbot
        self._desk = desk
        self._answers = answers
        self.told: dict[str, Any] = {}

    def at(self, do: Callable[[HistoryDialog], None]) -> None:
        def run(dialog: HistoryDialog) -> bool:
            dialog.show()
            QTest.qWaitForWindowActive(dialog)
            settle(self._qtbot, self._desk)
            do(dialog)
            settle(self._qtbot, self._desk)
            return bool(dialog.result())

        self._answers.left.append(run)


@pytest.fixture
def looking(qtbot: QtBot, desk: Desk, answers: Answers) -> Looking:
    return Looking(qtbot, desk, answers)


@pytest.fixture
def door(office: Services, desk: Desk, qapp: QApplication) -> PastDoor:
    return PastDoor(office, desk, QObject(qapp))


def rows(dialog: HistoryDialog, *sections: int) -> list[tuple[str, ...]]:
    model = dialog.model
    return [
        tuple(str(model.index(row, section).data()) for section in sections)
        for row in range(model.rowCount())
    ]


def said(dialog: HistoryDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_awards_stand_newest_first_with_names_as_they_were(
    door: PastDoor, looking: Looking, desk: Desk
):
    def look(dialog: HistoryDialog) -> None:
        QAbstractItemModelTester(dialog.model)
        assert rows(dialog, 0, 5) == [("2023", "Y Hoa"), ("2021", "Y Hoà"), ("2020", "Y Hoa")]
        assert rows(dialog, 1)[1] == ("Lao động tiên tiến (thu hồi)",)
        looking.told["said"] = said(dialog)

    looking.at(look)
    desk.bus.past_wanted.emit("Y Hoa", HOA.uid)
    assert "2 lần khen thưởng, từ năm 2021 đến năm 2023" in looking.told["said"]
    assert "540.000 đồng" in looking.told["said"]
    assert "1 dòng cuối trùng tên nhưng chưa nối với danh sách" in looking.told["said"]


def test_enter_on_a_row_shows_that_award_in_the_register(
    qtbot: QtBot, door: PastDoor, looking: Looking, desk: Desk, office: Services
):
    looking.at(lambda dialog: QTest.keyClick(dialog.table, Qt.Key.Key_Return))
    with qtbot.waitSignal(desk.bus.wanted) as wanted:
        door.open("Y Hoa", HOA.uid)
    newest = office.pasts.of("Y Hoa", HOA.uid).rows[0]
    assert wanted.args == ["award", newest.uid]


def test_opened_for_nobody_it_waits_for_a_name_and_enter(
    door: PastDoor, looking: Looking, desk: Desk, qtbot: QtBot
):
    def look(dialog: HistoryDialog) -> None:
        assert dialog.who.line.hasFocus()
        QTest.keyClicks(dialog.who.line, "a tik")
        QTest.keyClick(dialog.who.line, Qt.Key.Key_Return)
        assert dialog.isVisible()
        settle(qtbot, desk)
        assert dialog.past.whom.name == "A Tik"
        assert rows(dialog, 0) == [("2022",)]

    looking.at(look)
    door.begin()


def test_a_name_that_nobody_has_is_told(door: PastDoor, looking: Looking, desk: Desk, qtbot: QtBot):
    def look(dialog: HistoryDialog) -> None:
        dialog.look_up("Không Ai")
        settle(qtbot, desk)
        assert "Chưa có khen thưởng nào trong sổ." in said(dialog)
        assert dialog.model.rowCount() == 0

    looking.at(look)
    door.begin()


def test_namesakes_of_the_list_are_told_and_can_be_chosen_apart(
    door: PastDoor, looking: Looking, office: Services, desk: Desk, qtbot: QtBot
):
    office.people.save(person("Y Hoa", position="Kế toán"))

    def look(dialog: HistoryDialog) -> None:
        assert "Danh sách có 2 người, đơn vị cùng tên này" in said(dialog)
        dialog.who.line.setFocus()
        dialog.who.propose_all()
        settle(qtbot, desk)
        assert "Y Hoa — Kế toán" in proposals(dialog.who)

    looking.at(look)
    door.open("Y Hoa", "")


def test_copied_rows_go_to_the_clipboard(door: PastDoor, looking: Looking):
    def look(dialog: HistoryDialog) -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    looking.at(look)
    door.open("A Tik", "")
    assert QApplication.clipboard().text().startswith("2022\tLao động tiên tiến\t")


def test_they_are_exported_under_the_name(
    door: PastDoor, looking: Looking, answers: Answers, tmp_path: Path
):
    path = tmp_path / "trích lục.xlsx"

    def look(dialog: HistoryDialog) -> None:
        answers.left += [path, "close"]
        dialog.export_asked.emit()

    looking.at(look)
    door.open("A Tik", "")
    assert path.stat().st_size > 1000
