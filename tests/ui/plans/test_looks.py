"""The further pages of a year: names for screen readers, and room at the smallest size."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.tabs import shown
from tests.ui.test_looks_whole import ROOM, focusable, name_of, told
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.plans.places import ALL, Spot

_SPOTS = {"clusters": Spot(cluster=ALL), "pledges": Spot(is_pledges=True)}


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sample: Services, request: pytest.FixtureRequest) -> PlansPage:
    """The tab over the sample office at a spot, its first row beside the list."""
    sample.pledges.save(sample.pledges.new(unit_name="Xã A", title_text="Cờ thi đua"))
    made = shown(PlansPage(sample, desk), qtbot, desk)
    made._go(_SPOTS[request.param]._replace(plan=made._at.plan).key)
    settle(qtbot, desk)
    return made


@pytest.mark.parametrize("page", _SPOTS, indirect=True)
def test_every_control_has_a_name_for_those_who_listen(page: PlansPage) -> None:
    assert [told(each) for each in focusable(page.inner) if not name_of(each, page)] == []


@pytest.mark.parametrize("page", _SPOTS, indirect=True)
def test_the_page_has_room_in_the_smallest_window(page: PlansPage) -> None:
    assert page.minimumSizeHint().width() <= ROOM[0]
