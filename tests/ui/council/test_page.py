"""The council as an officer works on it, on a real file."""

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import go_to, line, shown, words, workbook_cells, write
from thidua_desktop.domain.council import CouncilTerm
from thidua_desktop.services.services import Services
from thidua_desktop.ui.council.page import CouncilPage
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.printing.preview_window import PreviewWindow
from thidua_desktop.ui.widgets.form_dialog import FormDialog

OLD = CouncilTerm(decision_number="7/QĐ-UBND", starts="2019-01-01", ends="2022-12-31", size=9)
NOW = CouncilTerm(decision_number="25/QĐ-UBND", decision_date="2024-01-10", size=2)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> CouncilPage:
    """The tab over an office with two terms; the later has a chair and a secretary."""
    council = services.council
    council.save_term(OLD)
    council.save_term(NOW)
    council.save(council.new(term_uid=NOW.uid, full_name="Y Sương", role="chair"))
    council.save(council.new(term_uid=NOW.uid, full_name="Trần Quốc Hải", is_secretary=True))
    return shown(CouncilPage(services, desk), qtbot, desk)


def test_the_newest_term_is_shown_with_its_members(page: CouncilPage):
    assert page.places.current == NOW.uid
    assert page.members.grid.count == 2
    assert "Quyết định 25/QĐ-UBND ngày 10/01/2024 · 2 thành viên" in words(page.members)


def test_another_term_shows_its_own_members(qtbot: QtBot, desk: Desk, page: CouncilPage):
    page.places.chosen.emit(OLD.uid)
    settle(qtbot, desk)
    assert page.members.grid.count == 0
    assert "Nhiệm kỳ này chưa có thành viên nào." in words(page.members.grid)


def test_the_year_of_the_toolbar_finds_the_term_that_sat_then(
    qtbot: QtBot, desk: Desk, page: CouncilPage
):
    page.set_year(2020)
    settle(qtbot, desk)
    assert page.places.current == OLD.uid


def test_a_new_member_belongs_to_the_term_shown(
    qtbot: QtBot, desk: Desk, page: CouncilPage, services: Services
):
    page.offers()["add"].run()
    settle(qtbot, desk)
    write(page.members, "full_name", "Bùi Thị Thu Hà")
    page.offers()["save"].run()
    settle(qtbot, desk)
    kept = services.council.get(page.members.grid.current)
    assert (kept.full_name, kept.term_uid, kept.ordinal) == ("Bùi Thị Thu Hà", NOW.uid, 3)


def test_a_second_chair_is_told_beside_the_role(qtbot: QtBot, desk: Desk, page: CouncilPage):
    go_to(page.members, 1, qtbot, desk)
    editor = page.members.pane.form.editor("role")
    editor.show_value("chair")
    editor.changed.emit()
    page.members.save()
    settle(qtbot, desk)
    assert "đã có Chủ tịch Hội đồng là Y Sương" in words(page.members.pane)
    page.drop_draft()


def test_a_new_term_is_asked_for_and_chosen(
    qtbot: QtBot, desk: Desk, page: CouncilPage, services: Services, answers: Answers
):
    def fill(dialog: FormDialog[CouncilTerm]) -> bool:
        dialog.form.editor("decision_number").show_value("90/QĐ-UBND")
        dialog.form.editor("starts").show_value("2025-07-01")
        dialog.accept()
        return bool(dialog.result())

    answers.left = [fill, "leave"]
    page.add_term()
    settle(qtbot, desk)
    made = services.council.terms()[0]
    assert (made.decision_number, page.places.current) == ("90/QĐ-UBND", made.uid)
    assert services.council.members(made.uid) == []


def test_members_of_the_last_term_can_sit_on_in_a_new_one(
    qtbot: QtBot, desk: Desk, page: CouncilPage, services: Services, answers: Answers
):
    def fill(dialog: FormDialog[CouncilTerm]) -> bool:
        dialog.form.editor("starts").show_value("2025-07-01")
        dialog.accept()
        return bool(dialog.result())

    answers.left = [fill, "take"]
    page.add_term()
    settle(qtbot, desk)
    assert answers.asked[-1] == "Lấy 2 thành viên của nhiệm kỳ từ năm 2024 sang nhiệm kỳ này?"
    seated = services.council.members(services.council.terms()[0].uid)
    assert [(m.full_name, m.role, m.is_secretary) for m in seated] == [
        ("Y Sương", "chair", False),
        ("Trần Quốc Hải", "member", True),
    ]


def test_the_first_term_has_none_to_take_members_from(qtbot: QtBot, desk: Desk, page: CouncilPage):
    page.places.chosen.emit(OLD.uid)
    settle(qtbot, desk)
    assert not page._take.isEnabled()
    assert page._take.toolTip() == "Chưa có nhiệm kỳ nào trước đó."


def test_a_whole_council_has_no_banner(page: CouncilPage):
    assert not page.members.banner.isVisible()


def test_what_does_not_match_is_told_and_leads_to_its_row(
    qtbot: QtBot, desk: Desk, page: CouncilPage, services: Services
):
    third = services.council.new(term_uid=NOW.uid, full_name="Y Khăm", is_secretary=True)
    desk.write(lambda: services.council.save(third))
    settle(qtbot, desk)
    told = words(page.members.banner)
    assert "Cần xem lại:" in told
    assert "Có 2 thư ký: Trần Quốc Hải, Y Khăm." in told
    assert "Quyết định ghi 2 thành viên, danh sách có 3." in told
    page.members.banner._words.linkActivated.emit(third.uid)
    settle(qtbot, desk)
    assert page.members.grid.current == third.uid


def test_a_number_other_than_the_decision_s_leads_to_the_term(
    qtbot: QtBot, desk: Desk, page: CouncilPage, services: Services, answers: Answers
):
    third = services.council.new(term_uid=NOW.uid, full_name="Y Khăm")
    desk.write(lambda: services.council.save(third))
    settle(qtbot, desk)

    def fill(dialog: FormDialog[CouncilTerm]) -> bool:
        dialog.form.editor("size").show_value(3)
        dialog.accept()
        return bool(dialog.result())

    answers.left = [fill]
    page.members.banner._words.linkActivated.emit("term")
    settle(qtbot, desk)
    assert not page.members.banner.isVisible()


def test_terms_stand_with_years_and_decision(page: CouncilPage):
    items = page.places._list
    entries = [items.item(row).text() for row in range(items.count())]
    assert entries == ["Từ năm 2024\nQĐ 25/QĐ-UBND", "2019–2022\nQĐ 7/QĐ-UBND"]


def test_a_term_without_a_name_is_not_taken(page: CouncilPage, answers: Answers):
    told: list[str] = []

    def fill(dialog: FormDialog[CouncilTerm]) -> bool:
        dialog.form.editor("name").show_value("")
        dialog.accept()
        told.append(words(dialog))
        return bool(dialog.result())

    answers.left = [fill]
    page.add_term()
    assert "Cần có tên Hội đồng." in told[0]


def test_a_term_goes_with_its_members_and_comes_back(
    qtbot: QtBot, desk: Desk, page: CouncilPage, services: Services, answers: Answers
):
    answers.left = ["delete"]
    page.delete_term()
    settle(qtbot, desk)
    assert [term.uid for term in services.council.terms()] == [OLD.uid]
    desk.write(services.history.undo)
    settle(qtbot, desk)
    assert len(services.council.members(NOW.uid)) == 2


def test_an_office_without_a_council_says_what_to_do_first(
    qtbot: QtBot, desk: Desk, services: Services, answers: Answers
):
    page = shown(CouncilPage(services, desk), qtbot, desk)
    assert "Chưa có nhiệm kỳ Hội đồng nào." in words(page)
    assert page.offers()["change"].why_not == "Hãy lập nhiệm kỳ của Hội đồng trước."
    answers.left = [lambda _dialog: False]
    page.offers()["add"].run()
    assert answers.asked == ["Nhiệm kỳ mới"]


def test_the_roster_goes_out_as_a_workbook(
    qtbot: QtBot, desk: Desk, page: CouncilPage, answers: Answers, tmp_path: Path
):
    path = tmp_path / "hội đồng.xlsx"
    answers.left = [path, "close"]
    page.export()
    settle(qtbot, desk)
    cells = workbook_cells(path)
    assert "Y Sương" in cells


def test_typing_in_the_form_is_a_draft_of_the_tab(qtbot: QtBot, desk: Desk, page: CouncilPage):
    go_to(page.members, 0, qtbot, desk)
    write(page.members, "position", "Chủ tịch UBND huyện")
    assert page.has_draft()
    page.drop_draft()
    settle(qtbot, desk)
    assert line(page.members, "position").line.text() == ""


def test_the_members_shown_are_printed_under_their_decision(
    qtbot: QtBot, desk: Desk, page: CouncilPage, answers: Answers, tmp_path: Path
):
    path = tmp_path / "hội đồng.pdf"

    def save(window: PreviewWindow) -> bool:
        answers.left = [path, "close"]
        window.save_asked.emit()
        return False

    answers.left = [save]
    page.print()
    settle(qtbot, desk)
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "Theo Quyết định số 25/QĐ-UBND ngày 10/01/2024" in text
    assert "Trần Quốc Hải" in text
