"""The pages of people and households: numbers masked until asked for, units by name."""

import pytest
from pytestqt.qtbot import QtBot

from tests.factory import award, person, to_person, unit
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import go_to, shown, write
from thidua_desktop.domain.people import Household
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.people.columns import masked
from thidua_desktop.ui.directory.people.households import HouseholdsPage
from thidua_desktop.ui.directory.people.page import PeoplePage

LUA = unit("Xã Đắk Lua", kind="commune")
HOA = person("Y Hoa", unit_uid=LUA.uid, citizen_id="062188001234")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> PeoplePage:
    services.units.save(LUA)
    services.people.save(HOA)
    return shown(PeoplePage(services, desk), qtbot, desk)


def number_shown(page: PeoplePage) -> str:
    at = [column.name for column in page.grid.model.columns].index("citizen_id")
    [row] = page.records.rows([HOA.uid])
    return page.grid.model.columns[at].text(row)


@pytest.mark.parametrize(
    ("number", "seen"), [("062188001234", "••••••••1234"), ("123", "123"), ("", "")]
)
def test_all_but_the_last_digits_of_a_number_are_masked(number: str, seen: str):
    assert masked(number) == seen


def test_numbers_are_shown_in_the_list_when_asked_for(page: PeoplePage, desk: Desk):
    assert number_shown(page) == "••••••••1234"
    page.offers()["show_numbers"].run()
    assert number_shown(page) == "062188001234"
    assert desk.actions["show_numbers"].text() == "Che số định danh"
    page.offers()["show_numbers"].run()
    assert number_shown(page) == "••••••••1234"


def test_what_is_copied_from_the_list_is_masked_too(qtbot: QtBot, desk: Desk, page: PeoplePage):
    go_to(page, 0, qtbot, desk)
    page.grid.view.selectRow(0)
    page.grid.copy()
    assert "062188001234" not in desk_clipboard()


def desk_clipboard() -> str:
    from PySide6.QtWidgets import QApplication

    return QApplication.clipboard().text()


def test_a_person_is_written_with_a_number_and_kept(
    qtbot: QtBot, desk: Desk, page: PeoplePage, services: Services
):
    go_to(page, 0, qtbot, desk)
    write(page, "citizen_id", "062188004321")
    page.save()
    settle(qtbot, desk)
    assert services.people.get(HOA.uid).citizen_id == "062188004321"


def test_a_unit_is_typed_in_its_cell_by_name(services: Services, page: PeoplePage):
    services.units.save(other := unit("Xã Đắk Tul"))
    services.people.edit([Edit(HOA.uid, {"unit_uid": "xa dak tul"})])
    assert services.people.get(HOA.uid).unit_uid == other.uid


def test_a_person_with_awards_is_not_deleted(
    qtbot: QtBot, desk: Desk, page: PeoplePage, services: Services, answers: Answers
):
    services.awards.save(award(recipient=to_person("Y Hoa", person_uid=HOA.uid)))
    told: list[Exception] = []
    desk.jobs.unhandled.disconnect()
    desk.jobs.unhandled.connect(told.append)
    answers.left.append("delete")
    go_to(page, 0, qtbot, desk)
    page.delete()
    settle(qtbot, desk)
    assert "Không xóa được: người này còn 1 khen thưởng trong sổ." in str(told[0])
    assert services.people.get(HOA.uid) == HOA


def test_a_household_is_added_and_found_by_its_unit(qtbot: QtBot, desk: Desk, services: Services):
    services.units.save(LUA)
    services.households.save(Household(head_name="A Tik", unit_uid=LUA.uid, address="Thôn Một"))
    page = shown(HouseholdsPage(services, desk), qtbot, desk)
    page.search("dak lua")
    qtbot.wait(250)
    settle(qtbot, desk)
    assert page.grid.count == 1
    page.add()
    settle(qtbot, desk)
    write(page, "head_name", "Y Nga")
    page.save()
    settle(qtbot, desk)
    page.search("")
    qtbot.wait(250)
    settle(qtbot, desk)
    assert page.grid.count == 2
