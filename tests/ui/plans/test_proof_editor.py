"""What proves a task: typed as text, or a paper of the office taken from proposals."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.conftest import settle
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.plans.proof_editor import Papers, ProofEditor
from thidua_desktop.ui.widgets.suggestions import Suggestion


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk) -> ProofEditor:
    """The editor over one proposal, whatever is typed."""
    paper = Suggestion("Báo cáo số 172/BC-UBND ngày 29/03/2024", "Tổng kết")
    editor = ProofEditor(lambda _text: [paper], desk)
    qtbot.addWidget(editor)
    editor.show()
    editor.show_value("Đã gửi các cụm.")
    return editor


def test_a_paper_is_taken_as_a_line_by_keys(qtbot: QtBot, desk: Desk, editor: ProofEditor) -> None:
    line = editor.paper.line
    line.setFocus()
    QTest.keyClicks(line, "172")
    QTest.keyClick(line, Qt.Key.Key_F4)
    settle(qtbot, desk)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert editor.value() == "Đã gửi các cụm.\nBáo cáo số 172/BC-UBND ngày 29/03/2024"
    assert line.text() == ""


def test_words_left_in_the_line_are_not_lost(editor: ProofEditor) -> None:
    QTest.keyClicks(editor.paper.line, "172/BC")
    assert editor.value() == "Đã gửi các cụm.\n172/BC"


def test_another_task_begins_with_an_empty_line(editor: ProofEditor) -> None:
    QTest.keyClicks(editor.paper.line, "172")
    editor.show_value("")
    assert editor.value() == ""


def test_what_is_read_only_has_no_line(editor: ProofEditor) -> None:
    editor.set_read_only(True)
    assert not editor.paper.isVisible()


def test_reports_and_decisions_are_proposed_by_number_and_subject(services: Services) -> None:
    report = services.reports.new("half_year", 2024, 1)
    heading = replace(report.heading, number="172", date="2024-03-29", subject="Sơ kết")
    services.reports.save(replace(report, heading=heading))
    services.reports.save(services.reports.new("year", 2024))
    services.decisions.save(factory.decision(number="31/QĐ-UBND", date="2024-01-12"))
    propose = Papers(services)
    assert [each.text for each in propose("so ket")] == ["Báo cáo số 172/BC-UBND ngày 29/03/2024"]
    assert [each.text for each in propose("31")] == ["Quyết định số 31/QĐ-UBND ngày 12/01/2024"]
