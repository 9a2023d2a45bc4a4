"""Duplicates as an officer deals with them: found, compared, merged, told apart, many at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown, words
from thidua_desktop.domain.duplicates import STRENGTHS
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.duplicates.many_dialog import ManyDialog
from thidua_desktop.ui.directory.duplicates.page import DuplicatesPage, make
from thidua_desktop.ui.widgets.form_dialog import FormDialog

SCHOOL = Unit(name="Trường Mầm non Sơn Ca", kind="school")
HOA = Person(full_name="Y Hoa", birth="1985-02-03", unit_uid=SCHOOL.uid)
AGAIN = Person(full_name="Y HOA", birth="1985-02-03", position="Giáo viên", unit_uid=SCHOOL.uid)
TIK = Person(full_name="A Tik", birth="1990-01-01", unit_uid=SCHOOL.uid)
NEARLY = Person(full_name="A Tic", birth="1990-01-01", unit_uid=SCHOOL.uid)


@pytest.fixture
def known(services: Services) -> Services:
    """An office in which two people stand twice; the first has an award."""
    services.units.save(SCHOOL)
    services.people.save_many([HOA, AGAIN, TIK, NEARLY], "Nhập")
    recipient = factory.to_person("Y Hoa", person_uid=HOA.uid)
    services.awards.save(factory.award(recipient=recipient))
    return services


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, known: Services) -> DuplicatesPage:
    return shown(make(known, desk), qtbot, desk)


def names(page: DuplicatesPage) -> list[tuple[str, ...]]:
    return [each.cells[:3] for each in page.list.shown]


def cell(page: DuplicatesPage, row: int, column: int) -> str:
    item = page.comparison.fields.item(row, column)
    return item.text() if item else ""


def after(page: DuplicatesPage) -> dict[str, str]:
    """Return by label what will stand after the merge."""
    rows = range(page.comparison.fields.rowCount())
    return {cell(page, row, 0): cell(page, row, 3) for row in rows}


def row_of(page: DuplicatesPage, label: str) -> int:
    return list(after(page)).index(label)


def test_pairs_are_looked_for_when_the_page_is_first_seen_the_surest_first(page: DuplicatesPage):
    assert [line[0] for line in names(page)] == ["Gần như chắc", "Nhiều khả năng"]
    assert {"Y Hoa", "Y HOA"} == set(names(page)[0][1:])
    assert "2 cặp" in words(page)
    assert page.chosen_words() == "Chọn 1 / 2 cặp"


def test_the_one_with_awards_stays_and_is_filled_from_the_other(page: DuplicatesPage):
    assert after(page)["Họ và tên"] == "Y Hoa"
    assert after(page)["Chức vụ"] == "Giáo viên"
    assert page.comparison.awards.rowCount() == 1


def test_a_number_is_shown_in_full_only_where_the_two_differ(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services
):
    known.people.save(replace(HOA, citizen_id="012345678901"))
    settle(qtbot, desk)
    page.reload()
    settle(qtbot, desk)
    assert after(page)["Số định danh"] == "••••••••8901"
    known.people.save(replace(AGAIN, citizen_id="012345678902"))
    page.reload()
    settle(qtbot, desk)
    assert after(page)["Số định danh"] == "012345678901"


def test_a_field_is_taken_from_the_other_side_by_keys(page: DuplicatesPage):
    fields = page.comparison.fields
    fields.setCurrentCell(row_of(page, "Họ và tên"), 3)
    QTest.keyClick(fields, Qt.Key.Key_Right)
    assert after(page)["Họ và tên"] == "Y HOA"
    QTest.keyClick(fields, Qt.Key.Key_Space)
    assert after(page)["Họ và tên"] == "Y Hoa"
    assert fields.currentRow() == row_of(page, "Họ và tên")


def test_a_merge_goes_on_to_the_next_pair_and_undo_brings_it_back(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services
):
    page.offers()["swap_master"].run()
    page.offers()["merge"].run()
    settle(qtbot, desk)
    assert len(names(page)) == 1
    assert known.people.get(AGAIN.uid).full_name == "Y Hoa"
    with pytest.raises(KeyError):
        known.people.get(HOA.uid)
    assert known.history.awards_of(AGAIN.uid)[0].name == "Y Hoa"
    desk.write(known.history.undo)
    settle(qtbot, desk)
    assert len(names(page)) == 2
    assert known.people.get(HOA.uid) == HOA


def test_the_next_pair_alone_is_chosen_while_ctrl_is_still_held(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage
):
    page.list.stand_on(1)
    QTest.keyPress(page.list, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    page.offers()["tell_apart"].run()
    settle(qtbot, desk)
    QTest.keyRelease(page.list, Qt.Key.Key_Control)
    assert [pair.names for pair in page.list.chosen] == [("Y Hoa", "Y HOA")]


def test_the_words_of_the_step_name_who_was_merged(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services
):
    page.offers()["merge"].run()
    settle(qtbot, desk)
    assert known.history.steps()[0].label == "Gộp người trùng: Y Hoa"


def test_pairs_told_apart_are_shown_apart_and_can_be_taken_back(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage
):
    page.offers()["tell_apart"].run()
    settle(qtbot, desk)
    assert len(names(page)) == 1
    page.level.setCurrentIndex(page.level.findText("Không phải trùng"))
    assert [line[0] for line in names(page)] == ["Không phải trùng"]
    page.offers()["tell_apart"].run()
    settle(qtbot, desk)
    assert names(page) == []
    page.level.setCurrentIndex(0)
    assert len(names(page)) == 2


def test_the_list_is_narrowed_by_words_and_by_level(page: DuplicatesPage):
    page.search("tik")
    assert [line[0] for line in names(page)] == [STRENGTHS[2]]
    page.search("")
    page.level.setCurrentIndex(page.level.findText(STRENGTHS[3]))
    assert [line[0] for line in names(page)] == [STRENGTHS[3]]
    page.level.setCurrentIndex(page.level.findText(STRENGTHS[1]))
    assert "Không có cặp nào như vậy." in words(page)


def test_many_are_merged_after_a_look_at_what_each_drops(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services, answers: Answers
):
    page.list.selectAll()

    def look(dialog: object) -> bool:
        assert isinstance(dialog, ManyDialog)
        settle(qtbot, desk)
        assert [each.cells[0] for each in dialog.list.shown] == [
            "Y Hoa, sinh 03/02/1985, Trường Mầm non Sơn Ca",
            "A Tik, sinh 01/01/1990, Trường Mầm non Sơn Ca",
        ]
        dialog.list.selectRow(1)
        dialog.leave_out()
        return True

    answers.left.append(look)
    page.offers()["merge_many"].run()
    settle(qtbot, desk)
    assert known.people.get(NEARLY.uid) == NEARLY
    with pytest.raises(KeyError):
        known.people.get(AGAIN.uid)
    assert len(names(page)) == 1


def test_any_two_records_can_be_compared_and_merged(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services, answers: Answers
):
    def choose(dialog: object) -> bool:
        assert isinstance(dialog, FormDialog)
        dialog.form.type_in({"first": HOA.uid, "second": HOA.uid})
        dialog.accept()
        assert "Đây là cùng một bản ghi." in words(dialog)
        dialog.form.type_in({"second": TIK.uid})
        settle(qtbot, desk)
        return True

    answers.left.append(choose)
    page.offers()["compare_two"].run()
    settle(qtbot, desk)
    assert names(page)[0] == ("Tự chọn", "Y Hoa", "A Tik")
    page.offers()["merge"].run()
    settle(qtbot, desk)
    with pytest.raises(KeyError):
        known.people.get(TIK.uid)


def test_a_merge_that_cannot_be_stored_is_told_and_changes_nothing(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services, answers: Answers
):
    with known.file._database.write("Nhập") as step:
        step.put([replace(each, full_name=f"{each.full_name} 2") for each in (HOA, AGAIN)])
    page.reload()
    settle(qtbot, desk)
    page.offers()["merge"].run()
    settle(qtbot, desk)
    assert "Họ và tên không thể có chữ số" in answers.asked[-1]
    assert known.people.get(AGAIN.uid).full_name == "Y HOA 2"


def test_units_are_looked_for_too(qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services):
    known.units.save(Unit(name="Trường MN Sơn Ca", kind="school"))
    page.which.setCurrentIndex(page.which.findText("Đơn vị"))
    settle(qtbot, desk)
    assert names(page) == [("Nhiều khả năng", "Trường Mầm non Sơn Ca", "Trường MN Sơn Ca")]
    assert "Loại đơn vị" in after(page)


def test_without_duplicates_the_page_says_so_and_nothing_can_be_merged(
    qtbot: QtBot, desk: Desk, services: Services
):
    page = shown(make(services, desk), qtbot, desk)
    assert "Không thấy người nào có thể trùng." in words(page)
    assert page.offers()["merge"].why_not == "Hãy chọn một cặp trước."
    assert page.offers()["merge_many"].why_not == "Chưa có cặp nào để gộp."


def test_a_page_out_of_sight_looks_again_only_when_it_is_seen(
    qtbot: QtBot, desk: Desk, page: DuplicatesPage, known: Services
):
    page.hide()
    desk.write(lambda: known.people.delete([AGAIN.uid]))
    settle(qtbot, desk)
    assert len(names(page)) == 2
    page.show()
    settle(qtbot, desk)
    assert len(names(page)) == 1
