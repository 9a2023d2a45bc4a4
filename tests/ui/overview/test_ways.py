"""From a number of the first tab to its rows, through the main window."""

from datetime import datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import TABS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.workspace import Workspace

WAYS = [
    ("titles", "Lao động tiên tiến, 96", 3, "96 khen thưởng"),
    ("levels", "Tỉnh", 3, "7 khen thưởng"),
    ("nominations", "Trả lại", 2, "2 đề nghị"),
    ("tasks", "Quá hạn 10 ngày", 1, "11 nhiệm vụ"),
    ("tasks", "Trưởng", 1, "5 đơn vị"),
    ("reports", "Sơ kết công tác", 5, "1 báo cáo"),
]


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk, sample: Services) -> Workspace:
    """The window over the sample office, its first tab in front."""
    window = MainWindow(TABS, desk.actions, desk.look, desk.memory, 2024)
    window.complete()
    qtbot.addWidget(window)
    workspace = Workspace(window, TABS, desk, lambda: datetime(2024, 6, 30, 10, 32))
    window.show()
    workspace.attach(sample)
    settle(qtbot, desk)
    return workspace


@pytest.mark.parametrize(("card", "line", "tab", "words"), WAYS, ids=[way[1] for way in WAYS])
def test_a_number_leads_to_its_rows(
    qtbot: QtBot, desk: Desk, workspace: Workspace, card: str, line: str, tab: int, words: str
) -> None:
    page: Any = workspace.page
    row = next(row for row in page.cards[card].rows if line in row.accessibleName())
    row.click()
    assert workspace.page is not None
    qtbot.waitUntil(workspace.page.isVisible)
    settle(qtbot, desk)
    assert workspace._window.tab == tab
    assert workspace.page.chosen_words() == words
