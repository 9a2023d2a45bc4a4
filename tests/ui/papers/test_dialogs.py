"""Small windows about a paper's text: a note, a table, a file just read."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.tabs import words
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.importing.values import (
    Intake,
    Item,
    PlanDraft,
    ReportDraft,
    Source,
)
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers import found
from thidua_desktop.ui.papers.intake_dialog import IntakeDialog, Period
from thidua_desktop.ui.papers.note_dialog import NoteDialog
from thidua_desktop.ui.papers.table_dialog import TableDialog

TABLE = "TT\tXã\n1\t<i>Đắk Lua</i><fn>Nguồn</fn>"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def test_a_note_left_as_it_is_keeps_its_markup(look: Look, parent: QWidget):
    answers = Answers(lambda _dialog: True)
    body = "Quyết định số <i>12</i>/QĐ-UBND"
    assert NoteDialog.ask("Chú thích 1", body, look, answers, parent) == body


def test_a_note_thrown_away_is_no_answer(look: Look, parent: QWidget):
    answers = Answers(lambda _dialog: False)
    assert NoteDialog.ask("Chú thích 1", "Cũ", look, answers, parent) is None


def test_a_changed_cell_keeps_its_letters_and_its_note(look: Look, parent: QWidget):
    def change(dialog: TableDialog) -> bool:
        item = dialog.table.item(1, 1)
        assert item is not None
        item.setText("Ngọc Rế")
        return True

    body = TableDialog.ask(TABLE, look, Answers(change), parent)
    assert body == "TT\tXã\n1\t<i>Ngọc Rế</i><fn>Nguồn</fn>"


def test_a_live_table_is_not_changed_by_hand():
    assert TableDialog.can_show(TABLE)
    assert not TableDialog.can_show('<field name="plan_tasks"/>')


def report_intake(**known: object) -> Intake:
    report = Report(year=2024, half=1, heading=Heading(subject="Sơ kết", signer="Y Khăm"))
    blocks = [Block(kind="heading", number="I.", body="MỞ ĐẦU"), Block(body="Lời<fn>chú</fn>")]
    source = Source(file="bc.docx", kind="report", remarks=("Sau chữ ký còn nội dung.",))
    return Intake("report", (Item(source, ReportDraft(report, blocks)),))


def test_what_was_found_is_told_before_it_is_kept(look: Look, parent: QWidget):
    dialog = IntakeDialog(report_intake(), look, parent)
    told = words(dialog)
    assert "2 đoạn, 1 mục, 1 chú thích" in told
    assert "Sau chữ ký còn nội dung." in told
    assert [block.body for block in dialog.text.blocks()] == ["MỞ ĐẦU", "Lời<fn>chú</fn>"]
    assert not dialog.asks_period


def test_another_period_asks_for_another_reading(look: Look, parent: QWidget):
    dialog = IntakeDialog(report_intake(), look, parent)
    dialog._half.show_value(2)
    assert dialog.asks_period
    assert dialog.period() == Period(2024, 2)


def test_a_file_that_cannot_be_read_says_why(look: Look, parent: QWidget):
    source = Source(file="anh.png", kind="report", error="Tệp này không phải văn bản.")
    dialog = IntakeDialog(Intake("report", (Item(source),)), look, parent)
    assert "Tệp này không phải văn bản." in words(dialog)
    assert dialog.asks_period


def test_the_tasks_of_a_plan_are_written_out_quarter_by_quarter():
    task = PlanTask(quarter=2, ordinal=1, body="Sơ kết 6 tháng")
    units = [TaskUnit(unit_name="Phòng Nội vụ")]
    table = Block(kind="table", body='<field name="plan_tasks"/>')
    draft = PlanDraft(Plan(year=2024), [Block(body="Căn cứ"), table], [(task, units)])
    assert [block.body for block in found.text(draft)] == [
        "Căn cứ",
        "Quý II",
        "Sơ kết 6 tháng <i>(Phòng Nội vụ)</i>",
    ]
    assert ("Nhiệm vụ", "1 (quý II: 1)") in found.facts(draft)
