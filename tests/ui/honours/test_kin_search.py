"""A search for a unit in the register finds those before and after it, and says so."""

import pytest
from pytestqt.qtbot import QtBot

from tests.factory import award, to_person, unit
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.domain.people import Household
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.reorganising import Change, Heir, Moves
from thidua_desktop.services import narrowing
from thidua_desktop.services.services import Services
from thidua_desktop.ui.awards.list import AwardsList
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.linking import Links
from thidua_desktop.ui.honours.suggesting import Suggesting

OLD, NEW = unit("UBND xã Đắk Lua", kind="commune"), unit("UBND xã Đắk Rin", kind="commune")


@pytest.fixture
def office(services: Services) -> Services:
    services.units.save(OLD)
    services.awards.save_many(
        [
            award(recipient=to_person("Y Hoa", unit_name="xã Đắk Lua"), year=2022),
            award(recipient=to_person("A Tik", unit_name="Xã Đăk Rin"), year=2025),
            award(recipient=to_person("Y Nga", unit_name="Xã Măng Sơ"), year=2022),
        ]
    )
    change = Change(kind="rename", ends=(OLD,), heirs=(Heir(unit=NEW),), date="2024-03-01")
    services.reorganising.carry_out([change], Moves())
    return services


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Services) -> AwardsList:
    return shown(AwardsList(office, desk), qtbot, desk)


def look_for(page: AwardsList, text: str, qtbot: QtBot, desk: Desk) -> int:
    page.search(text)
    settle(qtbot, desk)
    qtbot.wait(300)
    settle(qtbot, desk)
    return page.grid.count


def test_the_old_name_finds_what_the_new_unit_has(qtbot: QtBot, desk: Desk, page: AwardsList):
    assert look_for(page, "xa dak lua", qtbot, desk) == 2
    assert page.kin.bar.words == "Gồm cả UBND xã Đắk Rin (đơn vị trước và sau sắp xếp)"


def test_the_new_name_finds_what_the_old_unit_had(qtbot: QtBot, desk: Desk, page: AwardsList):
    assert look_for(page, "đắk rin", qtbot, desk) == 2


def test_only_the_words_are_looked_for_when_that_is_wanted(
    qtbot: QtBot, desk: Desk, page: AwardsList
):
    look_for(page, "dak lua", qtbot, desk)
    page.kin.bar.alone_asked.emit()
    qtbot.wait(300)
    settle(qtbot, desk)
    assert page.grid.count == 1
    assert not page.kin.bar.isVisibleTo(page)


def test_words_that_name_no_unit_in_full_widen_nothing(qtbot: QtBot, desk: Desk, page: AwardsList):
    assert look_for(page, "lua", qtbot, desk) == 1
    assert not page.kin.bar.isVisibleTo(page)


def test_the_paper_of_such_a_list_says_what_it_has_too(qtbot: QtBot, desk: Desk, page: AwardsList):
    look_for(page, "xã Đắk Lua", qtbot, desk)
    [line] = narrowing.lines(page.grid.query)
    assert line == "Chỉ gồm các dòng có “xã Đắk Lua”, gồm cả “xa dak rin”"


def test_units_that_had_ended_by_the_date_are_proposed_last(office: Services):
    suggesting = Suggesting(office)
    suggesting.date = "2025"
    assert [each.text for each in suggesting.units("dak")] == ["UBND xã Đắk Rin", "UBND xã Đắk Lua"]
    suggesting.date = "2023"
    assert [each.text for each in suggesting.units("dak")] == ["UBND xã Đắk Lua", "UBND xã Đắk Rin"]


def test_an_ended_unit_is_proposed_with_who_took_over(office: Services):
    found = {each.text: each.detail for each in Suggesting(office).units("dak lua")}
    assert found == {"UBND xã Đắk Lua": "đến 29/02/2024, nay là UBND xã Đắk Rin"}


def test_a_household_is_proposed_and_what_is_chosen_is_tied(office: Services):
    household = Household(head_name="A Byin", address="Thôn Một")
    office.households.save(household)
    suggesting = Suggesting(office)
    suggesting.kind = "household"
    [chosen] = suggesting.names("byin")
    assert (chosen.text, chosen.detail) == ("A Byin", "Thôn Một")
    links = Links()
    links.show(Recipient(kind="household"))
    links.take_name(chosen, "household")
    draft = award(recipient=Recipient(kind="household", name="A Byin"))
    assert links.tied(draft).recipient.household_uid == household.uid
    other = award(recipient=Recipient(kind="household", name="A Tik"))
    assert links.tied(other).recipient.household_uid is None
