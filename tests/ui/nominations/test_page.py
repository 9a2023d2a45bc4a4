"""Nominations as an officer works in them, on a real file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import go_to, shown, words, workbook_cells, write
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.list import NominationsList
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.page import Sought
from thidua_desktop.ui.widgets.editors import ChoiceEditor


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> NominationsList:
    """The tab over an office with two nominations."""
    services.nominations.save(factory.nomination(recipient=factory.to_person("Đinh Thị Hạnh")))
    services.nominations.save(factory.nomination(state="submitted"))
    return shown(NominationsPage(services, desk), qtbot, desk).list


def choose(page: NominationsList, name: str, value: str) -> None:
    editor = page.pane.form.editor(name)
    assert isinstance(editor, ChoiceEditor)
    editor.show_value(value)
    editor.changed.emit()


def test_a_nomination_sent_back_needs_a_reason(
    qtbot: QtBot, desk: Desk, page: NominationsList, services: Services
):
    go_to(page, 0, qtbot, desk)
    uid = page.grid.current
    choose(page, "state", "returned")
    page.save()
    settle(qtbot, desk)
    assert "Trả lại thì cần ghi lý do." in words(page.pane)
    assert services.nominations.get(uid).state != "returned"


def test_a_new_nomination_is_of_this_year(
    qtbot: QtBot, desk: Desk, page: NominationsList, services: Services
):
    page.add()
    settle(qtbot, desk)
    write(page, "recipient.name", "Y Thun")
    write(page, "title_text", "Lao động tiên tiến")
    page.save()
    settle(qtbot, desk)
    kept = services.nominations.get(page.grid.current)
    assert (kept.recipient.name, kept.year, kept.state) == ("Y Thun", 2024, "draft")


def test_nominations_in_one_state_can_be_shown_alone(
    qtbot: QtBot, desk: Desk, page: NominationsList
):
    page.filters.put(Filter("state", "submitted", "is"), "Tình trạng: Đã nộp")
    settle(qtbot, desk)
    assert page.chosen_words() == "1 đề nghị"


def test_rows_asked_for_from_elsewhere_take_the_place_of_other_conditions(
    qtbot: QtBot, desk: Desk, page: NominationsList
):
    page.filters.put(Filter("level", "province", "is"), "Cấp: Tỉnh")
    page.show_sought(Sought("Đề nghị", None, ((Filter("state", "draft", "is"), "Đang lập"),)))
    settle(qtbot, desk)
    assert page.chosen_words() == "1 đề nghị"
    page.show_sought(Sought("Đề nghị"))
    settle(qtbot, desk)
    assert page.chosen_words() == "2 đề nghị"


def test_several_are_deleted_after_a_question_that_names_them(
    qtbot: QtBot, desk: Desk, page: NominationsList, services: Services, answers: Answers
):
    page.grid.view.selectAll()
    answers.left = ["delete"]
    page.delete()
    settle(qtbot, desk)
    assert answers.asked == ["Xóa 2 đề nghị đang chọn?"]
    assert services.nominations.count(Query()) == 0
    desk.write(services.history.undo)
    settle(qtbot, desk)
    assert page.grid.count == 2


def test_an_office_without_any_says_what_to_do_first(qtbot: QtBot, desk: Desk, services: Services):
    page = shown(NominationsPage(services, desk), qtbot, desk)
    assert "Bắt đầu bằng hồ sơ mà một đơn vị nộp." in words(page)


def test_the_list_goes_out_as_a_workbook(
    qtbot: QtBot, desk: Desk, page: NominationsList, answers: Answers, tmp_path: Path
):
    path = tmp_path / "đề nghị.xlsx"
    answers.left = [path, "close"]
    page.export()
    settle(qtbot, desk)
    cells = workbook_cells(path)
    assert "Đinh Thị Hạnh" in cells
    assert answers.asked[-1] == "Đã ghi tệp “đề nghị.xlsx”."
