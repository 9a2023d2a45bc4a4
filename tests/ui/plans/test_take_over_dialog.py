"""The dialog that takes tasks over: what is ticked, what is told, other years."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.plans import PlanTask
from thidua_desktop.domain.taking_over import Taken, taken
from thidua_desktop.services.taking_over import Proposal
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.plans.take_over_dialog import TakeOverDialog, remarks


def moved(**known: object) -> Taken:
    """Return a task of 2024 as one of 2025."""
    return taken(PlanTask(**{"body": "Sơ kết", **known}), (), (2024, 2025))  # type: ignore[arg-type]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog stands above."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(window: QWidget, look: Look) -> TakeOverDialog:
    """The dialog with three tasks, the last one dropped the year before."""
    dialog = TakeOverDialog([2024, 2023], look, window)
    tasks = (moved(), moved(quarter=2), moved(quarter=3, state="dropped"))
    dialog.show_proposal(Proposal(2024, 2025, tasks))
    dialog.show()
    return dialog


def test_all_but_dropped_tasks_are_ticked(dialog: TakeOverDialog) -> None:
    assert dialog.chosen == [each.source.uid for each in dialog.proposal.tasks[:2]]
    assert dialog._take.text() == "Lấy 2 nhiệm vụ"


def test_a_tick_is_taken_off_by_the_space_bar(dialog: TakeOverDialog) -> None:
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, 0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog._take.text() == "Lấy 1 nhiệm vụ"


def test_without_a_tick_nothing_can_be_taken(dialog: TakeOverDialog) -> None:
    dialog._none.click()
    assert not dialog._take.isEnabled()
    assert dialog._take.toolTip() == "Hãy chọn ít nhất một nhiệm vụ."


def test_another_year_is_asked_for(qtbot: QtBot, dialog: TakeOverDialog) -> None:
    with qtbot.waitSignal(dialog.years_chosen) as asked:
        dialog.before.setCurrentIndex(1)
    assert asked.args == [2023, 2024]


def test_a_proposal_asks_for_no_other(qtbot: QtBot, dialog: TakeOverDialog) -> None:
    with qtbot.assertNotEmitted(dialog.years_chosen):
        dialog.show_proposal(Proposal(2023, 2026, (moved(),), is_new=False))
    assert (dialog.before.currentData(), dialog.after.currentData()) == (2023, 2026)


def test_the_text_is_offered_to_a_new_plan_alone(dialog: TakeOverDialog) -> None:
    assert dialog.prose.isEnabled()
    dialog.show_proposal(Proposal(2024, 2025, (moved(),), is_new=False))
    assert not dialog.prose.isEnabled()
    assert not dialog.prose.isChecked()


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({}, ""),
        ({"state": "dropped"}, "năm trước không thực hiện"),
        ({"body": "Hội nghị 2024"}, "còn ghi 2024"),
        ({"quarter": 2, "due": "2024-06-15"}, "hạn vào Chủ nhật"),
        ({"quarter": 2, "due": "2024-06-14"}, "hạn vào thứ Bảy"),
    ],
)
def test_what_one_should_know_is_told(known: dict[str, object], told: str) -> None:
    assert remarks(moved(**known)) == told
