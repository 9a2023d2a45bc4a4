"""Ratings, initiatives, discipline, cases and collectives as an officer writes them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown, words, write
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import Initiative, Rating
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits import cases, disciplines, initiatives, ratings, strengths
from thidua_desktop.ui.directory.merits.initiatives import Authors
from thidua_desktop.ui.directory.merits.uses_dialog import UsesDialog
from thidua_desktop.ui.directory.merits.whose import Choosing
from thidua_desktop.ui.widgets.link_editor import LinkEditor

SCHOOL = Unit(name="Trường Mầm non Sơn Ca")
OFFICE = Unit(name="Phòng Nội vụ")
HOA = Person(full_name="Y Hoa", unit_uid=SCHOOL.uid)
OTHER_HOA = Person(full_name="Y Hoa", unit_uid=OFFICE.uid)
TIK = Person(full_name="A Tik", unit_uid=OFFICE.uid)


@pytest.fixture
def known(services: Services) -> Services:
    services.units.save_many([SCHOOL, OFFICE], "Nhập")
    services.people.save_many([HOA, OTHER_HOA, TIK], "Nhập")
    return services


def test_a_table_pasted_from_a_sheet_becomes_ratings_of_people_and_units(
    qtbot: QtBot, desk: Desk, known: Services
):
    page = shown(ratings.make(known, desk), qtbot, desk)
    page.set_year(2023)
    settle(qtbot, desk)
    QApplication.clipboard().setText(
        "Y Hoa\tPhòng Nội vụ\t2023\tHTTNV\n"
        "\tTrường Mầm non Sơn Ca\t2023\tHoàn thành xuất sắc nhiệm vụ\n"
        "Y Ai\t\t2023\tHTNV\n"
    )
    view = page.grid.view
    view.setFocus()
    view.setCurrentIndex(view.rows.index(view.rows.last_row + 1, 0))
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    found = known.ratings.rows(known.ratings.find(Query()))
    assert [(row.full_name, row.unit, row.rating) for row in found] == [
        ("Y Hoa", "Phòng Nội vụ", "GOOD"),
        ("", "Trường Mầm non Sơn Ca", "EXCELLENT"),
    ]
    assert page.has_draft()
    page.drop_draft()


def test_a_rating_written_in_the_form_is_of_the_person_chosen(
    qtbot: QtBot, desk: Desk, known: Services
):
    page = shown(ratings.make(known, desk), qtbot, desk)
    page.set_year(2022)
    page.offers()["add"].run()
    settle(qtbot, desk)
    editor = page.pane.form.editor("person_uid")
    assert isinstance(editor, LinkEditor)
    editor.typed.line.setText("a tik")
    editor.changed.emit()
    editor.typed.line.editingFinished.emit()
    settle(qtbot, desk)
    page.offers()["save"].run()
    settle(qtbot, desk)
    (uid,) = known.ratings.find(Query())
    rating = known.ratings.get(uid)
    assert (rating.person_uid, rating.year) == (TIK.uid, 2022)


def test_a_second_rating_of_a_year_is_told_beside_the_year(
    qtbot: QtBot, desk: Desk, known: Services
):
    known.ratings.save(Rating(person_uid=TIK.uid, year=2022, rating="GOOD"))
    known.ratings.save(Rating(person_uid=TIK.uid, year=2023, rating="GOOD"))
    page = shown(ratings.make(known, desk), qtbot, desk)
    page.grid.seek(known.ratings.find(Query())[0])
    settle(qtbot, desk)
    write(page, "year", "2022")
    page.offers()["save"].run()
    settle(qtbot, desk)
    assert "Năm 2022 đã có xếp loại của người này" in words(page.pane)
    page.drop_draft()


@pytest.mark.parametrize("module", [ratings, initiatives, disciplines, cases, strengths])
def test_every_page_begins_empty_and_says_what_to_do(
    qtbot: QtBot, desk: Desk, services: Services, module: object
):
    page = shown(module.make(services, desk), qtbot, desk)  # type: ignore[attr-defined]
    assert page.grid.count == 0
    assert page.kind.nothing in words(page.grid)


def test_discipline_needs_its_date(qtbot: QtBot, desk: Desk, known: Services):
    page = shown(disciplines.make(known, desk), qtbot, desk)
    page.offers()["add"].run()
    settle(qtbot, desk)
    page.offers()["save"].run()
    settle(qtbot, desk)
    assert "Cần có ngày của quyết định kỷ luật." in words(page.pane)
    assert "Kỷ luật cần có người hoặc tập thể." in words(page.pane)
    page.drop_draft()


def test_the_last_author_is_completed_and_a_namesake_is_written_with_the_unit(known: Services):
    proposed = Authors(Choosing(known)).propose("A Tik; y hoa")
    assert {each.text for each in proposed} == {
        "A Tik; Y Hoa (Trường Mầm non Sơn Ca)",
        "A Tik; Y Hoa (Phòng Nội vụ)",
    }


def test_an_initiative_is_used_for_the_nominations_ticked(
    qtbot: QtBot, desk: Desk, known: Services, answers: Answers
):
    initiative = Initiative(title="Góc sách", authors="A Tik", year=2023)
    known.initiatives.save(initiative)
    recipient = factory.to_person("A Tik", person_uid=TIK.uid)
    nomination = factory.nomination(recipient=recipient)
    known.nominations.save(nomination)
    page = shown(initiatives.make(known, desk), qtbot, desk)
    page.grid.seek(initiative.uid)
    settle(qtbot, desk)

    def tick(dialog: object) -> bool:
        assert isinstance(dialog, UsesDialog)
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        (fighter,) = dialog.outside.findItems("Chiến sĩ thi đua cơ sở", Qt.MatchFlag.MatchExactly)
        fighter.setCheckState(Qt.CheckState.Checked)
        return True

    answers.left.append(tick)
    page.offers()["use_initiative"].run()
    settle(qtbot, desk)
    assert known.initiatives.uses(initiative.uid) == [nomination.uid]
    assert known.initiatives.get(initiative.uid).used_for == "grassroots_emulation_fighter"
    assert known.initiatives.rows([initiative.uid])[0].uses == 2


def test_a_file_for_reading_takes_no_uses(qtbot: QtBot, desk: Desk, known: Services, wires):
    path = known.file.path
    known.file.close()
    reading = wires.open_office(path, read_only=True)
    page = shown(initiatives.make(reading, desk), qtbot, desk)
    assert "chỉ để đọc" in page.offers()["use_initiative"].why_not
    reading.file.close()
