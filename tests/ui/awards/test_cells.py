"""The register typed in its list, on a real file: links, refusals, the form beside, filters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.conftest import settle
from tests.ui.tabs import go_to, line, shown, write
from tests.ui.typing import compose
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.awards.list import AwardsList
from thidua_desktop.ui.desk import Desk

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> AwardsList:
    """The list over an office with a school, its teacher and two awards."""
    school = factory.unit("Trường Tiểu học Đắk Choong")
    services.units.save(school)
    services.people.save(factory.person("Đặng Lý", unit_uid=school.uid, position="Giáo viên"))
    for name, year in (("Đặng Văn Khôi", 2023), ("Y Hoa", 2024)):
        services.awards.save(factory.award(recipient=factory.to_person(name), year=year))
    page = shown(AwardsList(services, desk), qtbot, desk)
    page.grid.view.setFocus()
    return page


def stand(page: AwardsList, row: int, name: str) -> None:
    """Put the focus on the cell of the column *name*."""
    names = [column.name for column in page.grid.model.columns]
    page.grid.view.stand_on(page.grid.model.index(row, names.index(name)))


def typed(page: AwardsList, text: str, key: Qt.Key = Key.Key_Return) -> None:
    """Write *text* over the cell in focus and leave it with *key*."""
    compose(page.grid.view, text[:1], commit=text)
    QTest.keyClick(QApplication.focusWidget() or page.grid.view, key)


def test_a_cell_is_one_step_that_can_be_undone(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    stand(page, 0, "position")
    settle(qtbot, desk)
    uid = page.grid.current
    typed(page, "Hiệu trưởng")
    settle(qtbot, desk)
    assert services.awards.get(uid).recipient.position == "Hiệu trưởng"
    desk.write(services.history.undo)
    settle(qtbot, desk)
    assert services.awards.get(uid).recipient.position == ""
    row = page.grid.model.row_of(uid)
    assert page.grid.model.index(row, 1).data() == ""


def test_rows_stay_where_they_are_while_one_types(qtbot: QtBot, desk: Desk, page: AwardsList):
    before = list(page.grid.model.uids)
    stand(page, 0, "year")
    typed(page, "1999")
    settle(qtbot, desk)
    assert page.grid.model.uids == before


def test_a_name_pasted_with_its_unit_is_linked_to_the_person(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    stand(page, 2, "name")
    QApplication.clipboard().setText(
        "Đặng Lý\tGiáo viên\tTrường Tiểu học Đắk Choong\tLao động tiên tiến\t2024\n"
    )
    QTest.keyClick(page.grid.view, Key.Key_V, CTRL)
    settle(qtbot, desk)
    (row,) = services.awards.rows_of(Query(text="dang ly"))
    kept = services.awards.get(row.uid)
    assert kept.title == "advanced_worker"
    assert kept.recipient.person_uid
    assert kept.recipient.workplace_uid


def test_a_cell_typed_beside_an_open_draft_does_not_lose_it(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    go_to(page, 0, qtbot, desk)
    uid = page.grid.current
    write(page, "period", "2023-2024")
    stand(page, 0, "position")
    typed(page, "Hiệu trưởng", Key.Key_Tab)
    settle(qtbot, desk)
    assert line(page, "recipient.position").line.text() == "Hiệu trưởng"
    assert line(page, "period").line.text() == "2023-2024"
    page.save()
    settle(qtbot, desk)
    kept = services.awards.get(uid)
    assert (kept.period, kept.recipient.position) == ("2023-2024", "Hiệu trưởng")


def test_what_cannot_be_kept_is_a_draft_of_the_tab(qtbot: QtBot, desk: Desk, page: AwardsList):
    stand(page, 0, "decision_date")
    typed(page, "31/2/24")
    settle(qtbot, desk)
    assert page.has_draft()
    page.keep_draft(lambda: pytest.fail("Nothing may go on."))
    assert "không có ngày 31" in page.chosen_words()
    page.drop_draft()
    settle(qtbot, desk)
    assert not page.has_draft()


def test_a_new_row_that_never_came_in_is_taken_away_by_deleting(
    qtbot: QtBot, desk: Desk, page: AwardsList
):
    stand(page, 2, "name")
    typed(page, "A Tik")
    settle(qtbot, desk)
    stand(page, 2, "name")
    page.delete()
    assert page.grid.model.rowCount() == 3
    assert not page.has_draft()


def test_words_below_a_head_narrow_the_list_and_have_a_chip(
    qtbot: QtBot, desk: Desk, page: AwardsList
):
    field = page.grid.view.heads.fields[0]
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "dang")
    QTest.keyClick(field, Key.Key_Return)
    settle(qtbot, desk)
    assert page.grid.count == 1
    assert page.filters.isVisible()
    page.filters.drop("name")
    settle(qtbot, desk)
    assert (page.grid.count, field.text()) == (2, "")


def test_a_year_below_its_head_may_be_a_bound(qtbot: QtBot, desk: Desk, page: AwardsList):
    section = [column.name for column in page.grid.model.columns].index("year")
    page.grid.view.heads.typed.emit(section, ">=2024")
    settle(qtbot, desk)
    assert page.filters.filters == (Filter("year", "2024", "from"),)
    assert page.grid.count == 1


def test_what_is_no_year_is_told_and_narrows_nothing(qtbot: QtBot, desk: Desk, page: AwardsList):
    section = [column.name for column in page.grid.model.columns].index("year")
    page.grid.view.heads.typed.emit(section, "năm nay")
    assert page.filters.filters == ()
    assert "Không đọc được" in page.grid.view.heads.fields[section].toolTip()


def test_all_conditions_go_at_once(qtbot: QtBot, desk: Desk, page: AwardsList):
    page.filters.put(Filter("level", "district", "is"), "Cấp: Huyện")
    page.filters.put(Filter("nature", "grant", "is"), "Ghi sổ: Tặng")
    section = [column.name for column in page.grid.model.columns].index("level")
    field = page.grid.view.heads.fields[section]
    assert isinstance(field, QComboBox)
    assert field.currentText() == "Huyện"
    page.filters.drop_all()
    settle(qtbot, desk)
    assert (page.filters.filters, field.currentText()) == ((), "")
    assert not page.filters.isVisible()


def test_a_file_open_for_reading_takes_no_letters(qtbot: QtBot, desk: Desk, services: Services):
    services.awards.save(factory.award())
    page = shown(AwardsList(services, desk), qtbot, desk)
    page.grid.set_writable(False)
    assert page.grid.model.rowCount() == 1
