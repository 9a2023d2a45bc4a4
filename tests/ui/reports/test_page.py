"""Reports as an officer writes them, on the sample office."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.note_dialog import NoteDialog
from thidua_desktop.ui.papers.paper_text import PaperText
from thidua_desktop.ui.papers.table_dialog import TableDialog
from thidua_desktop.ui.printing.preview_window import PreviewWindow
from thidua_desktop.ui.reports.issuing import problems
from thidua_desktop.ui.reports.naming import entry
from thidua_desktop.ui.reports.offers_dialog import OffersDialog
from thidua_desktop.ui.reports.page import ReportsPage
from thidua_desktop.ui.reports.rows_dialog import RowsDialog
from thidua_desktop.ui.widgets.form_dialog import FormDialog

LIVE = 'Có <field name="awards.district.collective"/> tập thể và 226 cá nhân.'


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sample: Services) -> ReportsPage:
    """The tab with one short report of the first half of 2024."""
    report = first(sample)
    blocks = [
        Block(kind="heading", depth=1, number="I.", body="KẾT QUẢ"),
        Block(body=f"6 tháng đầu năm 2024: {LIVE}"),
    ]
    sample.reports.save(report, blocks=blocks)
    return shown(ReportsPage(sample, desk), qtbot, desk)


def first(services: Services) -> Report:
    report = services.reports.find("half_year", 2024, 1)
    assert report is not None
    return report


def text_of(page: ReportsPage) -> PaperText:
    return page.paper.bench.text


def ask_for_second_half(page: ReportsPage, answers: Answers, begins: str) -> None:
    def fill(dialog: FormDialog) -> bool:
        for name, value in (("year", 2024), ("half", 2), ("begins", begins)):
            dialog.form.editor(name).show_value(value)
        dialog.accept()
        return bool(dialog.result())

    answers.left = [fill]
    page.add()


def issue(page: ReportsPage, answers: Answers, number: str, day: str) -> None:
    def fill(dialog: FormDialog) -> bool:
        dialog.form.editor("heading.number").show_value(number)
        dialog.form.editor("heading.date").show_value(day)
        dialog.accept()
        return bool(dialog.result())

    answers.left = [fill]
    page.issue()


def test_a_report_that_is_gone_when_it_shall_be_issued_is_no_fault(
    qtbot: QtBot, desk: Desk, sample: Services, page: ReportsPage
):
    sample.reports.delete(page.paper.bench.uid)
    with qtbot.assertNotEmitted(desk.jobs.unhandled):
        page.issue()
        settle(qtbot, desk)


def test_who_comes_to_the_tab_stands_in_the_text(qtbot: QtBot, desk: Desk, sample: Services):
    page = ReportsPage(sample, desk)
    qtbot.addWidget(page)
    page.show()
    page.set_year(2024)
    page.setFocus()
    settle(qtbot, desk)
    assert page.focusWidget() is page.paper.bench.text


def test_reports_stand_under_their_year_with_their_state(page: ReportsPage):
    places = page.places.findChild(QListWidget)
    assert places is not None
    words = [places.item(row).text() for row in range(places.count())]
    assert words == ["Năm 2024", "6 tháng đầu năm\nĐang soạn"]
    assert page.chosen_words() == "1 báo cáo"


def test_a_report_begun_from_the_last_one_speaks_of_its_own_period(
    qtbot: QtBot, desk: Desk, page: ReportsPage, sample: Services, answers: Answers
):
    ask_for_second_half(page, answers, "carried")
    settle(qtbot, desk)
    assert page.places.current != first(sample).uid
    assert text_of(page).blocks()[1].body.startswith("6 tháng cuối năm 2024: Có <field")


def test_without_a_report_before_there_is_nothing_to_carry_over(
    page: ReportsPage, desk: Desk, sample: Services, answers: Answers, qtbot: QtBot
):
    told: list[Exception] = []
    desk.jobs.unhandled.disconnect()
    desk.jobs.unhandled.connect(told.append)
    sample.reports.delete(first(sample).uid)
    ask_for_second_half(page, answers, "carried")
    settle(qtbot, desk)
    assert "chưa có báo cáo nào cùng loại" in str(getattr(told[0], "what", ""))
    assert sample.reports.all() == []


def test_numbers_of_the_last_period_are_told_and_become_figures(
    qtbot: QtBot, desk: Desk, page: ReportsPage, answers: Answers
):
    ask_for_second_half(page, answers, "carried")
    settle(qtbot, desk)
    assert page.paper.bench.banner.words == "1 con số trong lời văn còn là của kỳ trước."

    def take(dialog: OffersDialog) -> bool:
        assert [each.offer.text for each in dialog.taken()] == ["226"]
        return True

    answers.left = [take]
    page.paper.bench.banner.press()
    body = text_of(page).blocks()[1].body
    assert '<field name="awards.district.person">00</field> cá nhân' in body
    assert page.paper.bench.banner.words == ""
    text_of(page).undo()
    assert "226 cá nhân" in text_of(page).blocks()[1].body
    page.drop_draft()


def test_an_issued_report_can_only_be_read(
    qtbot: QtBot, desk: Desk, page: ReportsPage, sample: Services, answers: Answers
):
    issue(page, answers, "45", "2024-06-28")
    settle(qtbot, desk)
    kept = first(sample)
    assert (kept.state, kept.heading.number, kept.heading.date) == ("issued", "45", "2024-06-28")
    assert text_of(page).isReadOnly()
    assert "giữ nguyên" in page.paper.bench.banner.words
    assert page.offers()["save"].why_not
    assert not page.offers()["print"].why_not
    assert page.offers()["issue_report"].why_not == "Báo cáo này đã ban hành."


def test_an_issued_report_keeps_its_figures_on_the_screen(
    qtbot: QtBot, desk: Desk, page: ReportsPage, sample: Services, answers: Answers
):
    issue(page, answers, "45", "2024-06-28")
    settle(qtbot, desk)
    assert '<field name="awards.district.collective">92</field>' in (
        sample.reports.blocks(first(sample).uid)[1].body
    )


def test_taking_an_issued_report_up_again_asks_first(
    qtbot: QtBot, desk: Desk, page: ReportsPage, sample: Services, answers: Answers
):
    issue(page, answers, "45", "2024-06-28")
    settle(qtbot, desk)
    answers.left = ["keep"]
    page.reopen()
    settle(qtbot, desk)
    assert first(sample).state == "issued"
    answers.left = ["reopen"]
    page.reopen()
    settle(qtbot, desk)
    assert first(sample).state == "draft"
    assert not text_of(page).isReadOnly()


def test_places_still_to_be_written_are_told_before_issuing(
    qtbot: QtBot, desk: Desk, page: ReportsPage, sample: Services, answers: Answers
):
    sample.reports.save(first(sample), blocks=[Block(body="Kết quả [nêu ví dụ].")])
    answers.left = ["stay"]
    page.issue()
    settle(qtbot, desk)
    assert answers.asked[-1].startswith("Báo cáo còn 1 chỗ chưa viết")
    assert first(sample).state == "draft"


@pytest.mark.parametrize(
    ("number", "day", "fields"),
    [
        ("", "2024-06-28", ["heading.number"]),
        ("45", "2024-06", ["heading.date"]),
        ("45", "2024-06-28", []),
    ],
)
def test_an_issued_report_has_its_number_and_day(number: str, day: str, fields: list[str]):
    report = Report()
    heading = replace(report.heading, number=number, date=day)
    assert [each.field for each in problems(replace(report, heading=heading))] == fields


def test_a_figure_opens_its_rows(qtbot: QtBot, desk: Desk, page: ReportsPage, answers: Answers):
    cursor = text_of(page).document().find(" tập thể")
    cursor.setPosition(cursor.selectionStart())
    text_of(page).setTextCursor(cursor)
    counts: list[int] = []

    def look(dialog: RowsDialog) -> bool:
        counts.append(dialog.table.rowCount())
        return False

    answers.left = [look]
    page.offers()["figure_rows"].run()
    settle(qtbot, desk)
    assert counts == [92]


def test_away_from_a_figure_one_is_told_where_to_stand(page: ReportsPage, answers: Answers):
    text_of(page).moveCursor(QTextCursor.MoveOperation.Start)
    page.offers()["figure_rows"].run()
    assert "chưa đứng cạnh một số liệu nào" in answers.asked[-1]


def test_a_figure_says_what_it_counts(page: ReportsPage):
    text = text_of(page)
    place = text.document().find(" tập thể").selectionStart() - 1
    assert text._told_of(place).startswith("Số lượt tập thể được khen cấp huyện")


def test_the_paper_follows_the_caret(page: ReportsPage):
    text = text_of(page)
    text.setTextCursor(text.document().find("KẾT QUẢ"))
    spots = page.paper.bench.preview.view._spots
    assert len(spots) == 1
    text.moveCursor(QTextCursor.MoveOperation.End)
    assert page.paper.bench.preview.view._spots[0].top > spots[0].top


def test_what_is_typed_is_a_draft_until_it_is_kept(
    qtbot: QtBot, desk: Desk, page: ReportsPage, sample: Services
):
    text = text_of(page)
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.setFocus()
    QTest.keyClicks(text, " Them.")
    qtbot.waitUntil(page.has_draft)
    page.offers()["save"].run()
    settle(qtbot, desk)
    assert sample.reports.blocks(first(sample).uid)[1].body.endswith(" Them.")
    assert not page.has_draft()


def test_a_deleted_report_is_asked_about_and_comes_back_by_undo(
    qtbot: QtBot, desk: Desk, page: ReportsPage, sample: Services, answers: Answers
):
    answers.left = ["delete"]
    page.delete()
    settle(qtbot, desk)
    assert sample.reports.all() == []
    sample.history.undo()
    assert [len(sample.reports.blocks(first(sample).uid))] == [2]


def test_the_printed_report_is_the_one_as_it_stands(
    qtbot: QtBot, desk: Desk, page: ReportsPage, answers: Answers, tmp_path: Path
):
    path = tmp_path / "báo cáo.pdf"

    def save(window: PreviewWindow) -> bool:
        answers.left = [path, "close"]
        window.save_asked.emit()
        return False

    answers.left = [save]
    page.offers()["print"].run()
    settle(qtbot, desk)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_year_without_reports_says_so(page: ReportsPage, qtbot: QtBot, desk: Desk):
    page.set_year(2019)
    settle(qtbot, desk)
    assert page.places.keys == []
    assert page.offers()["issue_report"].why_not == "Hãy chọn một báo cáo trước."


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (Report(kind="half_year", year=2024, half=2), "6 tháng cuối năm"),
        (Report(kind="year", year=2024), "Cả năm"),
        (
            Report(kind="multi_year", year=2023, period_from="2014-01-01", period_to="2023-12-31"),
            "Nhiều năm 2014–2023",
        ),
        (Report(kind="other", year=2024), "Báo cáo khác"),
    ],
)
def test_a_report_is_listed_by_its_period(report: Report, words: str):
    assert entry(report) == words


def test_the_frame_of_a_report_is_reached_by_its_command(page: ReportsPage):
    page.offers()["report_frame"].run()
    assert page.paper.bench.form.isVisible()
    assert page.paper.bench.outline.currentRow() == 0


def test_a_table_is_begun_and_changed_from_the_text(page: ReportsPage, answers: Answers):
    text, bar = text_of(page), page.paper.bench.bar
    text.moveCursor(QTextCursor.MoveOperation.End)

    def fill(dialog: TableDialog) -> bool:
        dialog.table.setItem(0, 0, QTableWidgetItem("Xã"))
        dialog.table.setItem(1, 0, QTableWidgetItem("Đắk Lua"))
        return True

    def change(dialog: TableDialog) -> bool:
        dialog.table.setItem(1, 0, QTableWidgetItem("Ngọc Rế"))
        return True

    answers.left = [fill, change]
    bar.table_asked.emit()
    bar.table_asked.emit()
    assert text.blocks()[-1].body.split("\n")[:2] == ["Xã\t\t", "Ngọc Rế\t\t"]
    assert answers.asked[-2:] == ["Bảng mới", "Sửa bảng"]
    page.drop_draft()


def test_a_note_is_begun_and_changed_from_the_text(page: ReportsPage, answers: Answers):
    text, bar = text_of(page), page.paper.bench.bar
    text.moveCursor(QTextCursor.MoveOperation.End)

    def fill(words: str) -> Callable[[NoteDialog], bool]:
        def write(dialog: NoteDialog) -> bool:
            dialog.text.show_body(words)
            return True

        return write

    answers.left = [fill("Số <i>10</i>"), fill("Số 11")]
    bar.note_asked.emit()
    assert text.blocks()[-1].body.endswith("<fn>Số <i>10</i></fn>")
    bar.note_asked.emit()
    assert text.blocks()[-1].body.endswith("<fn>Số 11</fn>")
    page.drop_draft()


def test_a_text_that_is_only_read_asks_nothing(
    qtbot: QtBot, desk: Desk, page: ReportsPage, answers: Answers
):
    issue(page, answers, "45", "2024-06-28")
    settle(qtbot, desk)
    asked = len(answers.asked)
    page.paper.bench.bar.note_asked.emit()
    page.paper.bench.bar.table_asked.emit()
    assert len(answers.asked) == asked


def test_figures_are_counted_again_when_they_are_next_looked_at(
    qtbot: QtBot,
    desk: Desk,
    page: ReportsPage,
    sample: Services,
    monkeypatch: pytest.MonkeyPatch,
):
    counted: list[bool] = []
    monkeypatch.setattr(page.paper, "reload", lambda: counted.append(page.isVisible()))
    page.hide()
    for _ in range(2):
        desk.write(lambda: sample.awards.delete(sample.awards.find(Query())[:1]))
        settle(qtbot, desk)
    assert counted == []
    page.show()
    assert counted == [True]
    page.hide()
    page.show()
    assert counted == [True]
