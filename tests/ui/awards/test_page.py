"""The register as an officer works in it, on a real file."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import go_to, line, shown, words, workbook_cells, write
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.awards.list import AwardsList
from thidua_desktop.ui.awards.page import AwardsPage
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.printing.preview_window import PreviewWindow
from thidua_desktop.ui.widgets.hinted import HintedEditor
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> AwardsList:
    """The tab over an office with two awards."""
    services.people.save(factory.person("Y Hoa", position="Giáo viên"))
    services.decisions.save(factory.decision(number="31/QĐ-UBND", date="2024-01-12"))
    for recipient in (factory.to_person("Đặng Văn Khôi"), factory.to_collective()):
        services.awards.save(factory.award(recipient=recipient, year=2024))
    return shown(AwardsPage(services, desk), qtbot, desk).list


def hint(page: AwardsList, name: str) -> str:
    editor = page.pane.form.editor(name)
    assert isinstance(editor, HintedEditor)
    return editor.hint


def test_a_new_award_is_kept_and_stays_in_focus(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    page.add()
    settle(qtbot, desk)
    write(page, "recipient.name", "A Tik")
    write(page, "title_text", "Lao động tiên tiến")
    QTest.keyClick(line(page, "title_text").line, Qt.Key.Key_Return)
    settle(qtbot, desk)
    kept = services.awards.rows_of(Query(text="a tik"))
    assert [(row.name, row.title, row.year) for row in kept] == [("A Tik", "advanced_worker", 2024)]
    assert page.grid.current == kept[0].uid
    assert not page.has_draft()


def test_a_new_award_begins_in_the_year_that_is_shown(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    page.set_year(2022)
    page.add()
    settle(qtbot, desk)
    assert page.pane.form.draft().year == 2022


def test_what_the_law_fills_in_stands_in_the_form_after_saving(
    qtbot: QtBot, desk: Desk, page: AwardsList
):
    page.add()
    settle(qtbot, desk)
    write(page, "recipient.name", "A Tik")
    write(page, "title_text", "Lao động tiên tiến")
    write(page, "decision_date", "5/3/24")
    page.save()
    settle(qtbot, desk)
    assert line(page, "amount").line.text() == "540.000"
    assert line(page, "decision_date").line.text() == "05/03/2024"


def test_problems_stand_beside_their_fields_and_the_first_has_the_focus(
    qtbot: QtBot, desk: Desk, page: AwardsList
):
    page.add()
    settle(qtbot, desk)
    page.save()
    settle(qtbot, desk)
    assert "Cần có tên người hoặc tập thể được khen." in words(page.pane)
    assert "Cần có danh hiệu hoặc hình thức khen thưởng." in words(page.pane)
    assert line(page, "recipient.name").line.hasFocus()


def test_an_impossible_date_is_told_and_nothing_is_written(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    go_to(page, 0, qtbot, desk)
    write(page, "decision_date", "31/2/24")
    page.save()
    settle(qtbot, desk)
    assert "không có ngày 31" in words(page.pane)
    assert services.history.steps()[0].label.startswith("Thêm khen thưởng")


def test_a_change_can_be_undone(qtbot: QtBot, desk: Desk, page: AwardsList, services: Services):
    go_to(page, 0, qtbot, desk)
    before = page.pane.form.draft()
    write(page, "recipient.position", "Hiệu trưởng")
    page.save()
    settle(qtbot, desk)
    assert services.awards.get(before.uid).recipient.position == "Hiệu trưởng"
    desk.write(services.history.undo)
    settle(qtbot, desk)
    assert services.awards.get(before.uid) == before
    assert line(page, "recipient.position").line.text() == before.recipient.position


def test_deleting_names_the_award_and_can_be_undone(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services, answers: Answers
):
    go_to(page, 0, qtbot, desk)
    uid = page.grid.current
    name = services.awards.get(uid).recipient.name
    answers.left = ["delete"]
    page.delete()
    settle(qtbot, desk)
    assert answers.asked == [f"Xóa khen thưởng của {name} (Lao động tiên tiến, 2024)?"]
    assert page.grid.count == 1
    desk.write(services.history.undo)
    settle(qtbot, desk)
    assert services.awards.get(uid).recipient.name == name
    assert page.grid.count == 2


def test_an_award_that_is_not_to_be_deleted_stays(
    qtbot: QtBot, desk: Desk, page: AwardsList, answers: Answers
):
    go_to(page, 1, qtbot, desk)
    answers.left = ["keep"]
    page.delete()
    settle(qtbot, desk)
    assert page.grid.count == 2


def test_words_are_found_without_marks(qtbot: QtBot, desk: Desk, page: AwardsList):
    page.search("dang khoi")
    qtbot.waitUntil(lambda: page.grid.count == 1)
    assert page.chosen_words() == "1 khen thưởng"


def test_a_condition_has_a_chip_that_takes_it_away(qtbot: QtBot, desk: Desk, page: AwardsList):
    page.filters.put(Filter("recipient_kind", "collective", "is"), "Đối tượng: Tập thể")
    settle(qtbot, desk)
    assert page.grid.count == 1
    page.filters.drop("recipient_kind")
    settle(qtbot, desk)
    assert page.grid.count == 2


def test_the_list_is_narrowed_to_what_the_cell_in_focus_says(
    qtbot: QtBot, desk: Desk, page: AwardsList
):
    names = [column.name for column in page.grid.model.columns]
    page.grid.view.setCurrentIndex(page.grid.model.index(0, names.index("recipient_kind")))
    settle(qtbot, desk)
    page.narrow_to_cell()
    settle(qtbot, desk)
    assert page.grid.count == 1
    assert page.filters.filters[0].match == "is"


def test_a_way_out_of_conditions_that_match_nothing_clears_the_chips(
    qtbot: QtBot, desk: Desk, page: AwardsList
):
    page.filters.put(Filter("level", "state", "is"), "Cấp: Nhà nước")
    settle(qtbot, desk)
    assert "Không có dòng nào hợp với điều kiện lọc." in words(page.grid)
    page.grid.filters_dropped.emit()
    assert page.filters.filters == ()


def test_a_title_outside_the_catalogue_is_kept_and_told_mildly(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    page.add()
    settle(qtbot, desk)
    write(page, "recipient.name", "A Tik")
    write(page, "title_text", "Danh hiệu tự đặt")
    assert hint(page, "title_text").startswith("Ngoài danh mục")
    page.save()
    settle(qtbot, desk)
    kept = services.awards.get(page.grid.current)
    assert (kept.title, kept.title_text) == ("", "Danh hiệu tự đặt")


def test_a_title_is_proposed_by_its_abbreviation(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    page.add()
    settle(qtbot, desk)
    editor = line(page, "title_text")
    assert isinstance(editor, SuggestionEditor)
    proposed = page.suggesting.titles("cstdcs")
    assert proposed[0].text == "Chiến sĩ thi đua cơ sở"


def test_a_person_chosen_from_the_list_is_linked(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    page.add()
    settle(qtbot, desk)
    editor = line(page, "recipient.name")
    assert isinstance(editor, SuggestionEditor)
    chosen = page.suggesting.names("y hoa")[0]
    editor.line.setText(chosen.text)
    editor.changed.emit()
    editor.taken.emit(chosen)
    write(page, "title_text", "Lao động tiên tiến")
    page.save()
    settle(qtbot, desk)
    kept = services.awards.get(page.grid.current).recipient
    assert (kept.person_uid, kept.position) == (chosen.key, "Giáo viên")
    assert hint(page, "recipient.name") == "Có trong danh sách người."


def test_a_link_goes_when_another_name_is_written_over_it(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    person = services.people.rows_of(Query(text="y hoa"))[0]
    linked = factory.award(recipient=factory.to_person("Y Hoa", person_uid=person.uid))
    services.awards.save(linked)
    page.reload()
    settle(qtbot, desk)
    page.grid.reveal(linked.uid)
    settle(qtbot, desk)
    write(page, "recipient.name", "Y Blan")
    page.save()
    settle(qtbot, desk)
    assert services.awards.get(linked.uid).recipient.person_uid is None


def test_a_decision_chosen_from_the_list_fills_its_day(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    go_to(page, 0, qtbot, desk)
    editor = line(page, "decision_number")
    assert isinstance(editor, SuggestionEditor)
    row = services.decisions.rows_of(Query())[0]
    editor.line.setText(row.number)
    editor.changed.emit()
    editor.taken.emit(Suggestion(row.number, "", row.uid))
    settle(qtbot, desk)
    assert line(page, "decision_date").line.text() == "12/01/2024"


def test_the_rows_shown_are_what_is_exported(
    qtbot: QtBot, desk: Desk, page: AwardsList, answers: Answers, tmp_path: Path
):
    page.search("khoi")
    qtbot.waitUntil(lambda: page.grid.count == 1)
    path = tmp_path / "sổ.xlsx"
    answers.left = [path, "close"]
    page.export()
    settle(qtbot, desk)
    cells = workbook_cells(path)
    assert "Đặng Văn Khôi" in cells
    assert "Trường Mầm non Sơn Ca" not in cells


def test_the_register_is_previewed_before_it_is_printed(
    qtbot: QtBot, desk: Desk, page: AwardsList, answers: Answers, tmp_path: Path
):
    path = tmp_path / "sổ.pdf"
    pages: list[int] = []

    def look(dialog: PreviewWindow) -> bool:
        pages.append(dialog.page_count)
        answers.left = [path, "close"]
        dialog.save_asked.emit()
        return False

    answers.left = [look]
    page.print()
    settle(qtbot, desk)
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_bounded()
        assert pages == [len(document)]
    assert "Đặng Văn Khôi" in text


def test_leaving_a_draft_asks_and_staying_keeps_it(
    qtbot: QtBot, desk: Desk, page: AwardsList, answers: Answers
):
    go_to(page, 0, qtbot, desk)
    first = page.grid.current
    write(page, "recipient.position", "Kế toán")
    answers.left = ["stay"]
    go_to(page, 1, qtbot, desk)
    assert page.grid.current == first
    assert line(page, "recipient.position").line.text() == "Kế toán"
    page.drop_draft()


def test_a_file_open_for_reading_says_why_nothing_can_be_written(
    qtbot: QtBot, desk: Desk, services: Services
):
    path = services.file.path
    services.file.close()
    reading = factory.wiring(path.parent / "user").open_office(path, read_only=True)
    page = shown(AwardsPage(reading, desk), qtbot, desk).list
    assert page.offers()["add"].why_not == "Tệp đang mở chỉ để đọc, không sửa được."
    reading.file.close()


def test_rows_that_come_make_printing_possible(
    qtbot: QtBot, desk: Desk, page: AwardsList, services: Services
):
    page.grid.search("nobody has this name")
    page.grid.ask()
    settle(qtbot, desk)
    with qtbot.waitSignal(page.offers_changed):
        page.grid.search("")
        page.grid.ask()
        settle(qtbot, desk)
    assert not page.offers()["print"].why_not


def test_columns_rarely_read_are_there_but_hidden_at_first(page: AwardsList):
    view, columns = page.grid.view, page.grid.model.columns
    hidden = {column.name for section, column in enumerate(columns) if view.isColumnHidden(section)}
    assert {"coefficient", "movement", "certificate_number", "law"} <= hidden
    assert not hidden & {"name", "title_text", "year", "decision_number", "amount", "nature"}
