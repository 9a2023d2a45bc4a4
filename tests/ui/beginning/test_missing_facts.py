"""What papers need of the office is asked before the first one, kept in one step, never twice."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from thidua_desktop.domain.office import Office
from thidua_desktop.services.services import Services
from thidua_desktop.ui.beginning.missing_facts import MissingFacts, MissingFactsDialog
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.gate import PaperGate
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.wiring import Wiring

COMMUNE = Office(name="Ủy ban nhân dân xã Ngọc Rế", level="commune")


@pytest.fixture
def wires(tmp_path: Path) -> Wiring:
    return factory.wiring(tmp_path / "user")


@pytest.fixture
def services(wires: Wiring, tmp_path: Path) -> Iterator[Services]:
    """A file that knows its name and level alone."""
    made = wires.create_office(tmp_path / "xã.thidua", COMMUNE)
    yield made
    made.file.close()


@pytest.fixture
def gate(qtbot: QtBot, desk: Desk, services: Services) -> PaperGate:
    desk.gate.set_guard(MissingFacts(services, desk, desk.jobs).ask_before)
    return desk.gate


def type_in(dialog: QDialog, **facts: str) -> None:
    assert isinstance(dialog, MissingFactsDialog)
    for name, text in facts.items():
        editor = dialog.form.editor(name)
        assert isinstance(editor, LineEditor)
        editor.line.setText(text)
        editor.changed.emit()


def press(dialog: QDialog, words: str) -> bool:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == words).click()
    return dialog.result() == QDialog.DialogCode.Accepted


def fill(dialog: QDialog) -> bool:
    type_in(dialog, parent="Ủy ban nhân dân tỉnh Ngọc Lăng", place="Ngọc Rế", signer="Y Khăm")
    return press(dialog, "Cất và tiếp tục")


def test_the_facts_are_kept_in_one_step_before_the_paper(
    qtbot: QtBot, desk: Desk, services: Services, gate: PaperGate, answers: Answers
) -> None:
    made: list[str] = []
    answers.left = [fill]
    gate.enter(lambda: made.append(services.office.get().signer))
    settle(qtbot, desk)
    assert made == ["Y Khăm"]
    office = services.office.get()
    assert (office.parent, office.place) == ("Ủy ban nhân dân tỉnh Ngọc Lăng", "Ngọc Rế")
    assert [step.label for step in services.history.steps(2)] == [
        "Bổ sung thông tin cơ quan",
        "Tạo tệp dữ liệu",
    ]


def test_papers_begun_without_them_get_them_in_the_same_step(
    qtbot: QtBot, desk: Desk, services: Services, gate: PaperGate, answers: Answers
) -> None:
    report = services.reports.new("half_year", 2024, 1)
    services.reports.save(report)
    answers.left = [fill]
    gate.enter(lambda: None)
    settle(qtbot, desk)
    heading = services.reports.get(report.uid).heading
    assert (heading.place, heading.signer) == ("Ngọc Rế", "Y Khăm")
    services.history.undo()
    assert services.reports.get(report.uid).heading.signer == ""
    assert services.office.get().signer == ""


def test_they_are_asked_once(qtbot: QtBot, desk: Desk, gate: PaperGate, answers: Answers) -> None:
    made: list[int] = []
    answers.left = [lambda dialog: press(dialog, "Để trống, tiếp tục")]
    for number in range(2):
        gate.enter(lambda number=number: made.append(number))  # type: ignore[misc]
        settle(qtbot, desk)
    assert made == [0, 1]


def test_who_declines_gets_no_paper_and_is_asked_again(
    qtbot: QtBot, desk: Desk, services: Services, gate: PaperGate, answers: Answers
) -> None:
    made: list[str] = []
    answers.left = [lambda dialog: press(dialog, "Bỏ qua"), fill]
    gate.enter(lambda: made.append("first"))
    settle(qtbot, desk)
    assert made == []
    gate.enter(lambda: made.append("second"))
    settle(qtbot, desk)
    assert made == ["second"]


def test_only_what_is_blank_is_asked(
    qtbot: QtBot, desk: Desk, services: Services, gate: PaperGate, answers: Answers
) -> None:
    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, MissingFactsDialog)
        assert dialog.form.names == ["signer"]
        return press(dialog, "Bỏ qua")

    office = replace(
        services.office.get(), parent="Ủy ban nhân dân tỉnh Ngọc Lăng", place="Ngọc Rế"
    )
    services.office.save(office)
    answers.left = [look]
    gate.enter(lambda: None)
    settle(qtbot, desk)
    assert answers.left == []


def test_an_office_that_is_whole_is_asked_nothing(
    qtbot: QtBot, desk: Desk, wires: Wiring, tmp_path: Path
) -> None:
    whole = wires.create_office(tmp_path / "huyện.thidua", factory.OFFICE)
    desk.gate.set_guard(MissingFacts(whole, desk, desk.jobs).ask_before)
    made: list[str] = []
    desk.gate.enter(lambda: made.append("paper"))
    settle(qtbot, desk)
    assert made == ["paper"]
    whole.file.close()


def test_a_file_that_is_only_read_is_asked_nothing(
    qtbot: QtBot, desk: Desk, wires: Wiring, services: Services
) -> None:
    reading = wires.open_office(services.file.path, read_only=True)
    desk.gate.set_guard(MissingFacts(reading, desk, desk.jobs).ask_before)
    made: list[str] = []
    desk.gate.enter(lambda: made.append("paper"))
    assert made == ["paper"]
    reading.file.close()
