"""The register on the sample office, furnished as the window does it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.tabs import go_to, shown
from thidua_desktop.services.services import Services
from thidua_desktop.ui.awards.list import AwardsList
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.record import keeping
from thidua_desktop.ui.record.furnishing import Furnishing


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are kept as soon as the event loop comes round."""
    monkeypatch.setattr(keeping, "PAUSE", 0)


class Office:
    """An open office with the register in front; `start` is what a new run of the program does."""

    def __init__(self, services: Services, qtbot: QtBot, desk: Desk) -> None:
        self.services = services
        self._qtbot = qtbot
        self.desk = desk
        self.wanted: list[tuple[str, str]] = []
        self.start()

    def start(self) -> None:
        self.page = AwardsList(self.services, self.desk)
        self.furnishing = Furnishing(self.services, self.desk, self._reveal, self.page)
        self.furnishing.furnish(self.page)
        shown(self.page, self._qtbot, self.desk)

    def settle(self) -> None:
        settle(self._qtbot, self.desk)

    def go_to(self, row: int) -> str:
        """Stand on *row*; return its uid."""
        go_to(self.page, row, self._qtbot, self.desk)
        return self.page.grid.current

    def type_note(self, text: str) -> None:
        """Type the note of the record shown, and wait until its draft is kept."""
        self.page.pane.form.type_in({"note": text})
        self._qtbot.waitUntil(lambda: bool(self.services.drafts.found()))
        self.settle()

    def _reveal(self, table: str, uid: str) -> None:
        self.wanted.append((table, uid))
        self.page.reveal(table, uid)


@pytest.fixture
def office(sample: Services, qtbot: QtBot, desk: Desk) -> Office:
    return Office(sample, qtbot, desk)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A file that can be kept."""
    path = tmp_path / "Tờ trình.pdf"
    path.write_bytes(b"scan")
    return path
