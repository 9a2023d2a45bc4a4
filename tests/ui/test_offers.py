"""A tab answers the same commands whatever the file holds, so that a dimmed one says why."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import DIRECTORY, TABS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Tab
from thidua_desktop.wiring import Wiring


@pytest.mark.parametrize("tab", [*TABS, *DIRECTORY], ids=lambda tab: tab.title)
def test_a_command_of_a_tab_is_known_in_an_empty_office_too(
    tab: Tab,
    qtbot: QtBot,
    desk: Desk,
    services: Services,
    wires: Wiring,
    sample_office: Path,
    tmp_path: Path,
):
    (tmp_path / "full").mkdir()
    sample = wires.open_office(factory.copy_of(sample_office, tmp_path / "full"))
    full = shown(tab.make(sample, desk), qtbot, desk)
    empty = shown(tab.make(services, desk), qtbot, desk)
    settle(qtbot, desk)
    sample.file.close()
    assert full.offers().keys() - empty.offers().keys() == set()


@pytest.mark.parametrize("tab", [*TABS, *DIRECTORY], ids=lambda tab: tab.title)
def test_what_cannot_be_run_says_why_in_a_whole_sentence(
    tab: Tab, qtbot: QtBot, desk: Desk, services: Services
):
    page = shown(tab.make(services, desk), qtbot, desk)
    reasons = {offer.why_not for offer in page.offers().values() if offer.why_not}
    assert [why for why in reasons if not (why[0].isupper() and why.endswith("."))] == []
