"""Plans as an officer works in them, on real files."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import go_to, shown, words
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Sought
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.plans.take_over_dialog import TakeOverDialog
from thidua_desktop.ui.plans.tasks import counted
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.wiring import Wiring


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sample: Services) -> PlansPage:
    """The tab over the sample office, whose plan of 2024 has eleven tasks."""
    return shown(PlansPage(sample, desk), qtbot, desk)


@pytest.fixture
def plan(sample: Services) -> Plan:
    """The plan of 2024 of the sample office."""
    found = sample.plans.plan(2024)
    assert found is not None
    return found


def filled(**known: object) -> Callable[[FormDialog[Plan]], bool]:
    """Return an answer that writes *known* into a form ("heading__number") and accepts it."""

    def fill(dialog: FormDialog[Plan]) -> bool:
        for name, value in known.items():
            dialog.form.editor(name.replace("__", ".")).show_value(value)
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    return fill


def test_the_year_shows_its_quarters_with_counts_and_what_is_late(page: PlansPage) -> None:
    shown_words = [page.places._list.item(row).text().strip() for row in range(6)]
    assert shown_words == [
        "Năm 2024 (11, 1 quá hạn)",
        "Quý I (4)",
        "Quý II (3, 1 quá hạn)",
        "Quý III (1)",
        "Quý IV (3)",
        "Văn bản",
    ]


def test_a_quarter_shows_its_tasks_alone(
    qtbot: QtBot, desk: Desk, page: PlansPage, plan: Plan
) -> None:
    page.places._list.setCurrentRow(2)
    settle(qtbot, desk)
    assert page.tasks.grid.count == 3
    assert "quý II" in words(page.tasks.head)


def test_a_new_task_of_a_quarter_stands_in_it(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services
) -> None:
    page.places._list.setCurrentRow(3)
    settle(qtbot, desk)
    page.tasks.add()
    settle(qtbot, desk)
    draft = page.tasks.pane.form.draft()
    assert (draft.task.quarter, draft.task.ordinal) == (3, 2)


def test_late_tasks_are_shown_alone_from_their_count(
    qtbot: QtBot, desk: Desk, page: PlansPage
) -> None:
    page.tasks.head.asked.emit("late")
    settle(qtbot, desk)
    assert page.tasks.grid.count == 1
    page.tasks.head.asked.emit("tasks")
    settle(qtbot, desk)
    assert page.tasks.grid.count == 11


@pytest.mark.parametrize(("name", "count"), [("late", 1), ("open", 6), ("done", 5), ("tasks", 11)])
def test_a_count_leads_to_as_many_tasks(
    sample: Services, plan: Plan, name: str, count: int
) -> None:
    conditions = counted(name, date(2024, 6, 30))
    filters = tuple(each for found, _words in conditions for each in found)
    assert sample.plans.count(Query(filters=filters, year=2024)) == count
    assert getattr(sample.plans.shelf()[0].counts, name) == count


def test_a_late_task_says_so_beside_its_state(qtbot: QtBot, desk: Desk, page: PlansPage) -> None:
    column = next(c for c in page.tasks.kind.columns if c.name == "state")
    rows = page.tasks.records.rows(page.tasks.grid.model.uids)
    said = {row.due: (column.text(row), column.state(row) if column.state else "") for row in rows}
    assert said["2024-06-20"] == ("Đang làm, quá hạn", "red")
    assert said["2024-09-30"] == ("Chưa làm", "")


def test_chosen_tasks_are_done_by_one_key(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services
) -> None:
    go_to(page.tasks, 5, qtbot, desk)
    uid = page.tasks.grid.current
    desk.actions.offer(page.offers(), "")
    desk.actions["finish"].trigger()
    settle(qtbot, desk)
    task = sample.plans.get(uid)
    assert (task.state, task.done_on) == ("done", "2024-06-30")
    assert "Quá hạn" not in page.tasks.head._links.text()


def test_a_new_plan_is_made_for_the_next_free_year(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, answers: Answers
) -> None:
    answers.left = [filled()]
    page.add_plan()
    settle(qtbot, desk)
    assert sample.plans.years() == [2025, 2024]
    assert "năm 2025" in words(page.tasks.head)


def test_a_year_that_has_a_plan_is_refused_in_the_dialog(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, answers: Answers
) -> None:
    said: list[str] = []

    def try_2024(dialog: FormDialog[Plan]) -> bool:
        dialog.form.editor("year").show_value(2024)
        dialog.accept()
        said.append(words(dialog))
        return False

    answers.left = [try_2024]
    page.add_plan()
    settle(qtbot, desk)
    assert "Đã có kế hoạch của năm 2024." in said[0]
    assert sample.plans.years() == [2024]


def test_a_plan_is_given_number_and_signer(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, answers: Answers
) -> None:
    answers.left = [filled(heading__number="27", heading__signer="A Brôl")]
    page.describe()
    settle(qtbot, desk)
    saved = sample.plans.plan(2024)
    assert saved is not None
    assert (saved.heading.number, saved.heading.signer) == ("27", "A Brôl")
    assert "Số 27/KH-UBND" in words(page.tasks.head)


def test_a_plan_is_deleted_after_a_question_and_comes_back(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, answers: Answers
) -> None:
    answers.left = ["delete"]
    page.delete_plan()
    settle(qtbot, desk)
    assert answers.asked == ["Xóa kế hoạch năm 2024 cùng 11 nhiệm vụ và văn bản?"]
    assert "Chưa có kế hoạch nào." in words(page)
    desk.write(sample.history.undo)
    settle(qtbot, desk)
    assert page.tasks.grid.count == 11


def test_tasks_are_taken_into_the_next_year_and_one_undo_takes_them_back(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, answers: Answers
) -> None:
    def take_all(dialog: TakeOverDialog) -> bool:
        dialog.accept()
        return True

    answers.left = [take_all]
    page.take_over()
    settle(qtbot, desk)
    assert sample.plans.count(Query(year=2025)) == 11
    assert "năm 2025" in words(page.tasks.head)
    desk.write(sample.history.undo)
    settle(qtbot, desk)
    assert sample.plans.years() == [2024]
    assert "năm 2024" in words(page.tasks.head)


def test_a_plan_without_tasks_offers_those_of_the_year_before(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, answers: Answers
) -> None:
    answers.left = [filled(year=2026), lambda _dialog: True]
    page.add_plan()
    settle(qtbot, desk)
    assert "Lấy nhiệm vụ từ kế hoạch năm 2024…" in page.tasks.head._links.text()
    page.tasks.head._links.linkActivated.emit("2024")
    settle(qtbot, desk)
    assert page.tasks.grid.count == 11
    assert sample.plans.count(Query(year=2026)) == 11
    assert "Lấy nhiệm vụ" not in page.tasks.head._links.text()


def test_rows_asked_for_from_elsewhere_are_shown_in_their_year(
    qtbot: QtBot, desk: Desk, page: PlansPage
) -> None:
    page.places._list.setCurrentRow(5)
    settle(qtbot, desk)
    still_open = (Filter("is_open", "true", "is"), "Tình trạng: chưa xong")
    page.show_sought(Sought("Kế hoạch", 2024, (still_open,)))
    settle(qtbot, desk)
    assert page.inner is page.tasks
    assert page.tasks.grid.count == 6


def test_a_task_asked_for_from_elsewhere_is_stood_on(
    qtbot: QtBot, desk: Desk, page: PlansPage, sample: Services, plan: Plan
) -> None:
    page.places._list.setCurrentRow(1)
    settle(qtbot, desk)
    late = next(t for t in sample.plans.tasks(plan.uid) if t.due == "2024-06-20")
    page.reveal("plan_task", late.uid)
    settle(qtbot, desk)
    assert page.tasks.grid.current == late.uid


def test_a_task_that_is_gone_is_looked_for_in_vain(
    qtbot: QtBot, desk: Desk, page: PlansPage
) -> None:
    page.reveal("plan_task", "nothing")
    settle(qtbot, desk)
    assert page.tasks.grid.count == 11


def test_another_year_than_the_one_shown_is_come_to_when_it_is_made(
    qtbot: QtBot, desk: Desk, page: PlansPage, answers: Answers
) -> None:
    page.set_year(2024)
    settle(qtbot, desk)
    answers.left = [filled(year=2026)]
    with qtbot.waitSignal(page.conditions_dropped):
        page.add_plan()
        settle(qtbot, desk)
    assert "năm 2026" in words(page.tasks.head)


def test_places_are_walked_by_arrows(qtbot: QtBot, desk: Desk, page: PlansPage) -> None:
    page.places.setFocus()
    for _step in range(5):
        QTest.keyClick(page.places._list, Qt.Key.Key_Down)
        settle(qtbot, desk)
    assert page.inner is page.paper


def test_who_comes_to_the_tab_stands_in_the_tasks(
    qtbot: QtBot, desk: Desk, sample: Services
) -> None:
    page = PlansPage(sample, desk)
    qtbot.addWidget(page)
    page.show()
    page.set_year(2024)
    page.setFocus()
    settle(qtbot, desk)
    assert page.focusWidget() is page.tasks.grid.view


def test_tab_goes_from_the_places_over_the_head_to_the_tasks(
    qtbot: QtBot, desk: Desk, page: PlansPage
) -> None:
    go_to(page.tasks, 5, qtbot, desk)
    desk.actions.offer(page.offers(), "")
    page.places.setFocus()
    seen = []
    for _step in range(9):  # Each count in the line of counts is a stop of its own.
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    head = page.tasks.head
    assert list(dict.fromkeys(seen)) == [
        head._more,
        head._links,
        head._finish,
        page.tasks.grid.view,
    ]


def test_units_come_by_tab_before_the_button_that_adds_one(
    qtbot: QtBot, desk: Desk, page: PlansPage
) -> None:
    go_to(page.tasks, 4, qtbot, desk)
    names = []
    page.tasks.pane.form.editor("task.due").setFocus()
    for _step in range(7):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        names.append(page.focusWidget().accessibleName())
    assert names == [
        "Đơn vị thứ 1",
        "Bỏ đơn vị thứ 1",
        "Vai trò của đơn vị thứ 1",
        "Đơn vị thứ 2",
        "Bỏ đơn vị thứ 2",
        "Vai trò của đơn vị thứ 2",
        "",
    ]


def test_a_file_open_for_reading_says_why_plans_cannot_be_changed(
    qtbot: QtBot, desk: Desk, wires: Wiring, sample: Services
) -> None:
    sample.file.close()
    reading = wires.open_office(sample.file.path, read_only=True)
    page = shown(PlansPage(reading, desk), qtbot, desk)
    offers = page.offers()
    names = ("new_plan", "plan_facts", "take_over", "delete_plan", "finish", "add")
    assert {offers[name].why_not for name in names} == {"Tệp đang mở chỉ để đọc, không sửa được."}
    assert offers["export"].why_not == ""
    settle(qtbot, desk)
    reading.file.close()


def test_an_office_without_plans_says_what_to_do_first(
    qtbot: QtBot, desk: Desk, services: Services
) -> None:
    page = shown(PlansPage(services, desk), qtbot, desk)
    told = "Chưa có kế hoạch nào. Lập mới, nhập từ tệp Word, hoặc dán từ Word (Ctrl+V)."
    assert told in words(page)
    assert page.offers()["take_over"].why_not == "Hãy lập hoặc chọn một kế hoạch trước."


def test_before_the_first_plan_a_table_copied_from_word_becomes_tasks(
    qtbot: QtBot, desk: Desk, services: Services, answers: Answers
) -> None:
    page = shown(PlansPage(services, desk), qtbot, desk)
    page.set_year(2024)
    QGuiApplication.clipboard().setText(
        "TT\tNội dung nhiệm vụ\tĐơn vị thực hiện\n"
        "I\tQUÝ I\t\n"
        "1\tTổng kết năm 2023\tHội đồng Thi đua\n"
        "2\tĐăng ký thi đua\tPhòng Nội vụ (tham mưu)\n"
        "II\tQUÝ II\t\n"
        "1\tSơ kết sáu tháng\tPhòng Nội vụ\n"
    )
    answers.left = [lambda _dialog: True]
    QTest.keySequence(page, QKeySequence(QKeySequence.StandardKey.Paste))
    settle(qtbot, desk)
    kept = services.plans.rows_of(Query(year=2024))
    assert [(row.quarter, row.text) for row in kept] == [
        (1, "Tổng kết năm 2023"),
        (1, "Đăng ký thi đua"),
        (2, "Sơ kết sáu tháng"),
    ]
    assert page.tasks.grid.count == len(kept)
