"""Four questions make a file; a sample needs none of them answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.test_office_files import Desktop
from thidua_desktop.ui.beginning.begin_dialog import BeginDialog
from thidua_desktop.ui.beginning.begin_form import BeginForm
from thidua_desktop.ui.beginning.begin_page import BeginPage
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.wiring import Wiring

COMMUNE = "Ủy ban nhân dân xã Ngọc Rế"


@pytest.fixture
def wires(tmp_path: Path) -> Wiring:
    return factory.wiring(tmp_path / "user")


@pytest.fixture
def desktop(qtbot: QtBot, desk: Desk, wires: Wiring, tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(qtbot, desk, wires, tmp_path)
    yield desktop
    desktop.settle()
    if services := desktop.workspace.services:
        services.file.close()


def type_name(form: BeginForm, name: str) -> None:
    editor = form.form.editor("name")
    assert isinstance(editor, LineEditor)
    editor.line.setText(name)
    editor.changed.emit()


def choose(form: BeginForm, field: str, value: object) -> None:
    editor = form.form.editor(field)
    editor.show_value(value)
    editor.changed.emit()


def page(desktop: Desktop) -> BeginPage:
    found = desktop.window.findChildren(BeginPage)
    return next(each for each in found if each.isVisible())


def test_the_first_start_asks_and_makes_the_file_in_its_usual_place(
    desktop: Desktop, wires: Wiring, qtbot: QtBot
) -> None:
    desktop.files.begin()
    desktop.settle()
    assert str(wires.shelf()) in desktop.seen()
    questions = page(desktop).questions
    type_name(questions, COMMUNE)
    choose(questions, "year", 2024)
    qtbot.keyClick(questions.form.editor("name").field, Qt.Key.Key_Return)
    desktop.settle()
    assert desktop.opened == wires.shelf() / f"{COMMUNE}.thidua"
    assert desktop.window.year.year == 2024
    services = desktop.workspace.services
    assert services is not None
    assert (services.office.get().name, services.office.get().level) == (COMMUNE, "commune")


def test_the_first_start_can_show_the_sample_at_once(desktop: Desktop, tmp_path: Path) -> None:
    desktop.files.begin()
    desktop.settle()
    questions = page(desktop).questions
    choose(questions, "start", "sample")
    assert not questions.form.editor("name").isEnabled()
    button = next(b for b in page(desktop).findChildren(QPushButton) if b.text() == "Lập tệp")
    button.click()
    desktop.settle()
    assert desktop.opened == tmp_path / "Huyện mẫu.thidua"


def test_without_a_name_nothing_is_made(desktop: Desktop) -> None:
    desktop.files.begin()
    desktop.settle()
    button = next(b for b in page(desktop).findChildren(QPushButton) if b.text() == "Lập tệp")
    button.click()
    desktop.settle()
    assert desktop.opened is None
    assert "Cần có tên cơ quan." in desktop.seen()


def test_who_has_a_file_already_opens_it_from_the_first_page(
    desktop: Desktop, wires: Wiring, tmp_path: Path, answers: Answers
) -> None:
    file = tmp_path / "Có sẵn.thidua"
    wires.create_office(file, factory.OFFICE).file.close()
    desktop.files.begin()
    answers.left = [file]
    button = next(b for b in page(desktop).findChildren(QPushButton) if b.text() == "Mở tệp…")
    button.click()
    desktop.settle()
    assert desktop.opened == file


@pytest.mark.parametrize(
    ("name", "level"),
    [
        (COMMUNE, "commune"),
        ("UBND phường Trần Hưng Đạo", "commune"),
        ("Ủy ban nhân dân huyện Đắk Ruồng", "district"),
        ("Ủy ban nhân dân thị xã Sông Lam", "district"),
        ("UBND tỉnh Ngọc Lăng", "province"),
        ("Sở Nội vụ", "commune"),
    ],
)
def test_the_level_follows_the_name(qtbot: QtBot, desk: Desk, name: str, level: str) -> None:
    form = BeginForm(desk, 2026)
    qtbot.addWidget(form)
    type_name(form, name)
    assert form.form.draft().level == level


def test_a_level_that_was_chosen_stays(qtbot: QtBot, desk: Desk) -> None:
    form = BeginForm(desk, 2026)
    qtbot.addWidget(form)
    choose(form, "level", "province")
    type_name(form, COMMUNE)
    assert form.form.draft().level == "province"


def test_a_new_file_is_made_where_the_officer_wants_it(
    desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, BeginDialog)
        type_name(dialog.questions, COMMUNE)
        dialog.questions.choose_place()
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    answers.left = [fill, tmp_path / "Ngọc Rế.thidua"]
    desktop.run("new_file")
    assert desktop.opened == tmp_path / "Ngọc Rế.thidua"


def test_a_second_file_of_the_same_name_is_numbered(
    desktop: Desktop, answers: Answers, wires: Wiring
) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, BeginDialog)
        type_name(dialog.questions, COMMUNE)
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    answers.left = [fill, fill]
    desktop.run("new_file")
    desktop.run("new_file")
    assert desktop.opened == wires.shelf() / f"{COMMUNE} (2).thidua"


def test_enter_in_any_question_makes_the_file(
    desktop: Desktop, wires: Wiring, qtbot: QtBot
) -> None:
    desktop.files.begin()
    desktop.settle()
    questions = page(desktop).questions
    type_name(questions, COMMUNE)
    level = questions.form.editor("level").field
    level.setFocus()
    QTest.keyClick(level, Qt.Key.Key_Return)
    desktop.settle()
    assert desktop.opened == wires.shelf() / f"{COMMUNE}.thidua"
