from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.factory import person
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.safety.steps_dialog import StepsDialog


def opened(
    qtbot: QtBot, desk: Desk, services: Services, *, is_read_only: bool = False
) -> StepsDialog:
    dialog = StepsDialog(services.history, desk, is_read_only=is_read_only)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, desk)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, services: Services) -> StepsDialog:
    for name in ("Y Hoa", "Y Blan", "A Tik"):
        services.people.save(person(name))
    return opened(qtbot, desk, services)


def labels(dialog: StepsDialog) -> list[str]:
    return [line.cells[2] for line in dialog.table.shown]


def names(services: Services) -> list[str]:
    return sorted(row.full_name for row in services.people.rows_of(Query()))


def test_every_step_tells_when_who_what_and_how_much(dialog: StepsDialog):
    assert dialog.table.shown[0].cells == (
        "30/06/2024 10:32",
        "Lò Thị Mây",
        "Thêm người A Tik",
        "1",
        "",
    )
    assert labels(dialog)[-1] == "Tạo tệp dữ liệu"


def test_the_last_step_is_where_the_file_is(dialog: StepsDialog):
    assert not dialog.back.isEnabled()
    assert dialog.said.text() == "Đây là bước cuối cùng; tệp đang ở lúc này."


def test_what_going_back_takes_is_said_before_it_is_done(dialog: StepsDialog):
    dialog.table.selectRow(2)
    assert dialog.said.text() == "Trở về đây hoàn tác 2 bước, 2 dòng."


def test_going_back_names_the_steps_and_undoes_them_when_agreed(
    qtbot: QtBot, desk: Desk, dialog: StepsDialog, services: Services, answers: Answers
):
    answers.left = ["back"]
    dialog.table.selectRow(2)
    with qtbot.waitSignal(desk.bus.changed):
        dialog.back.click()
        settle(qtbot, desk)
    assert answers.asked == ["Hoàn tác 2 bước làm sau “Thêm người Y Hoa”?"]
    assert names(services) == ["Y Hoa"]
    assert [line.cells[4] for line in dialog.table.shown] == ["Đã hoàn tác", "Đã hoàn tác", "", ""]


def test_nothing_is_undone_when_the_officer_leaves_it(
    qtbot: QtBot, desk: Desk, dialog: StepsDialog, services: Services, answers: Answers
):
    answers.left = ["leave"]
    dialog.table.selectRow(2)
    dialog.back.click()
    settle(qtbot, desk)
    assert names(services) == ["A Tik", "Y Blan", "Y Hoa"]


def test_a_step_alone_is_undone_and_later_ones_stay(
    qtbot: QtBot, desk: Desk, dialog: StepsDialog, services: Services
):
    dialog.table.selectRow(1)
    dialog.alone.click()
    settle(qtbot, desk)
    assert names(services) == ["A Tik", "Y Hoa"]


def test_a_step_whose_rows_were_changed_since_asks(
    qtbot: QtBot, desk: Desk, services: Services, answers: Answers
):
    hoa, blan = person("Y Hoa"), person("Y Blan")
    services.people.save_many([hoa, blan])
    services.people.save(replace(hoa, position="Giáo viên"))
    dialog = opened(qtbot, desk, services)
    answers.left = ["rest"]
    dialog.table.selectRow(1)
    dialog.alone.click()
    settle(qtbot, desk)
    assert "1 bản ghi đã được sửa tiếp sau thao tác này" in answers.asked[0]
    assert names(services) == ["Y Hoa"]


def test_an_undone_step_says_why_one_cannot_go_there(qtbot: QtBot, desk: Desk, services: Services):
    services.people.save(person())
    services.history.undo()
    dialog = opened(qtbot, desk, services)
    assert dialog.said.text() == "Bước này đã được hoàn tác."
    assert not dialog.alone.isEnabled()


def test_steps_are_found_by_words_without_marks(qtbot: QtBot, dialog: StepsDialog):
    QTest.keyClicks(dialog.search, "them nguoi blan")
    assert labels(dialog) == ["Thêm người Y Blan"]


def test_a_file_open_for_reading_shows_its_steps_and_undoes_none(
    qtbot: QtBot, desk: Desk, services: Services
):
    services.people.save(person())
    dialog = opened(qtbot, desk, services, is_read_only=True)
    dialog.table.selectRow(1)
    assert dialog.said.text() == "Tệp đang mở chỉ để đọc nên không hoàn tác được."
    assert not dialog.back.isEnabled()


def test_enter_presses_the_main_button(
    qtbot: QtBot, desk: Desk, dialog: StepsDialog, answers: Answers
):
    answers.left = ["leave"]
    dialog.table.selectRow(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert answers.left == []
