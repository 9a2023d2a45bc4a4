"""The program as the officer has it: its own process, a real screen, a real keyboard.

Walks from the first start over the plan of a year to an award that is entered, found, changed,
undone and put on paper. What came of each key is read from the file by another opening.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests import factory
from tests.flows import screen as screens
from tests.flows.screen import Screen
from thidua_desktop.domain.clusters import roles_of
from thidua_desktop.domain.listing import Query
from thidua_desktop.paths import find_paths
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a screen of one's own is for Linux"),
    pytest.mark.skipif(
        bool(screens.missing()), reason=f"needs {' and '.join(screens.missing())} on this machine"
    ),
    pytest.mark.timeout(240),
]

OFFICE = "UBND huyen Dak Ha"
LEADS = "Năm 2024, huyện Đắk Hà làm Trưởng Cụm thi đua số 01"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with screens.screen(tmp_path) as made:
        yield made


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """The table of tasks of the sample office as Word copies it; one says who leads a cluster."""
    services = factory.wiring(tmp_path / "other").create_sample(tmp_path / "sample.thidua")
    rows = services.plans.rows_of(Query(year=2024))
    services.file.close()
    lines = [_row("TT", "Nội dung nhiệm vụ", "Đơn vị thực hiện")]
    for quarter, group in groupby(rows, key=lambda row: row.quarter):
        lines.append(_row("", f"QUÝ {quarter}", ""))
        lines += (_row(str(row.ordinal), row.text, row.units) for row in group)
    lines.append(_row("4", LEADS, "Phòng Nội vụ"))
    return f"<html><body><table class=MsoTableGrid>{''.join(lines)}</table></body></html>"


def _row(*texts: str) -> str:
    return f"<tr>{''.join(f'<td><p class=MsoNormal>{text}</p></td>' for text in texts)}</tr>"


class Reader:
    """Reads the office file beside the program that has it open."""

    def __init__(self, folder: Path) -> None:
        self._wiring = Wiring(find_paths({"THIDUA_DATA": str(folder / "reader")}))
        self.path = folder / "data" / "Thi đua, khen thưởng" / f"{OFFICE}.thidua"

    def read(self, ask: Callable[[Services], Any]) -> Any:
        services = self._wiring.open_office(self.path, read_only=True)
        try:
            return ask(services)
        finally:
            services.file.close()

    def awards(self) -> list[tuple[str, str, int]]:
        found = self.read(lambda services: services.awards.rows_of(Query()))
        return [(row.name, row.title, row.year) for row in found]

    def clusters(self) -> list[str]:
        rolls = self.read(lambda services: services.clusters.rolls(2024))
        return roles_of(rolls, OFFICE)

    def quarters(self) -> list[int]:
        return [row.quarter for row in self.read(lambda all: all.plans.rows_of(Query(year=2024)))]


def words_of(paper: Path) -> str:
    document = pypdfium2.PdfDocument(paper)
    words = str(document[0].get_textpage().get_text_bounded())
    document.close()
    return words


def test_a_first_day_by_keys_alone(screen: Screen, plan: str, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    screen.start()
    answer_the_four_questions(screen)
    paste_the_plan(plan, screen)
    screen.wait_for(lambda: reader.quarters() == [1, 1, 1, 1, 2, 2, 2, 3, 4, 4, 4, 4])
    agree_to_the_cluster(screen)
    screen.wait_for(lambda: reader.clusters() == ["Trưởng Cụm thi đua số 01 năm 2024"])
    enter_an_award(screen)
    screen.wait_for(lambda: reader.awards() == [("Y Hoa", "advanced_worker", 2024)])
    find_it_and_change_its_name(screen)
    screen.wait_for(lambda: reader.awards() == [("Y Hoa Mai", "advanced_worker", 2024)])
    screen.rest()
    screen.press("ctrl+z")
    screen.wait_for(lambda: reader.awards() == [("Y Hoa", "advanced_worker", 2024)])
    paper = tmp_path / "register.pdf"
    put_on_paper(paper, screen)
    screen.wait_for(paper.exists)
    assert "Y Hoa" in words_of(paper)
    leave(screen)
    assert screen.end() == 0


def answer_the_four_questions(screen: Screen) -> None:
    screen.type(OFFICE)
    screen.press("Tab", "Up", "Tab")
    screen.type("2024")
    screen.press("Return")
    screen.wait_for_window(OFFICE)
    screen.rest()


def paste_the_plan(plan: str, screen: Screen) -> None:
    screen.copy(plan)
    screen.press("ctrl+2")
    screen.rest()
    screen.press("ctrl+v")
    screen.wait_for_window("Nhập từ")
    screen.rest()
    screen.press("Return")


def agree_to_the_cluster(screen: Screen) -> None:
    screen.rest()
    screen.press("Return")


def enter_an_award(screen: Screen) -> None:
    screen.rest()
    screen.press("ctrl+4")
    screen.rest()
    screen.press("ctrl+n")
    screen.rest()
    screen.type("Y Hoa")
    screen.press("Tab", "Tab")
    screen.type("Giao vien")
    screen.press("Tab")
    screen.type("Truong Tieu hoc Kim Dong")
    screen.press("Tab", "Tab", "Tab")
    screen.type("lao dong tien tien")
    screen.rest()
    screen.press("Down", "Return", "ctrl+s")


def find_it_and_change_its_name(screen: Screen) -> None:
    screen.rest()
    screen.press("ctrl+f")
    screen.type("y hoa")
    screen.rest()
    screen.press("Return", "F2", "ctrl+a")
    screen.type("Y Hoa Mai")
    screen.press("Return")


def put_on_paper(paper: Path, screen: Screen) -> None:
    screen.rest()
    screen.press("ctrl+p")
    screen.wait_for_window("Văn bản còn thiếu")  # Who signs is asked once.
    screen.press("Return")
    screen.wait_for_window("Sổ khen thưởng")
    screen.rest()
    screen.press("ctrl+s")
    screen.wait_for_window("Xuất ra PDF")
    screen.press("ctrl+a")
    screen.type(str(paper))
    screen.press("Return")


def leave(screen: Screen) -> None:
    for window in ("Sổ khen thưởng", OFFICE):  # What is told, then the preview.
        screen.rest()
        screen.press("Escape")
        screen.wait_for_window(window)
    screen.press("ctrl+q")
