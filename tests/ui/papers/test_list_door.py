"""Lists of pages go out as they are shown: to a workbook, to a paper, private numbers if asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.domain.listing import Filter
from thidua_desktop.services.services import Services
from thidua_desktop.ui.awards.decisions import DecisionsList
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits import cases, disciplines, initiatives, ratings, strengths
from thidua_desktop.ui.directory.people import households
from thidua_desktop.ui.directory.people import page as people
from thidua_desktop.ui.directory.units import page as units
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.plans.places import ALL, Spot
from thidua_desktop.ui.printing.preview_window import PreviewWindow

MAKERS: dict[str, Callable[[Services, Desk], Any]] = {
    "units": units.make,
    "people": people.make,
    "ratings": ratings.make,
    "initiatives": initiatives.make,
    "disciplines": disciplines.make,
    "cases": cases.make,
    "strengths": strengths.make,
    "decisions": DecisionsList,
}


def data(path: Path) -> list[tuple[Any, ...]]:
    found = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [row for row in found if isinstance(row[0], int)]


def told(path: Path) -> list[object]:
    found = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [row[0] for row in found if isinstance(row[0], str)]


@pytest.mark.parametrize("name", MAKERS)
def test_every_page_exports_the_rows_it_shows(
    qtbot: QtBot, desk: Desk, sample: Services, answers: Answers, tmp_path: Path, name: str
):
    page = shown(MAKERS[name](sample, desk), qtbot, desk)
    path = tmp_path / "ds.xlsx"
    answers.left = [*(["without"] if name == "people" else []), path, "close"]
    assert page.offers()["export"].why_not == ""
    page.offers()["export"].run()
    settle(qtbot, desk)
    assert len(data(path)) == page.grid.count > 0


@pytest.mark.parametrize("make", [units.make, households.make, ratings.make, DecisionsList])
def test_a_list_without_rows_says_that_there_is_nothing_to_print(
    qtbot: QtBot, desk: Desk, services: Services, make: Callable[[Services, Desk], Any]
):
    page = shown(make(services, desk), qtbot, desk)
    page.search("không ai tên thế")
    settle(qtbot, desk)
    for name in ("export", "print"):
        assert page.offers()[name].why_not == "Chưa có dòng nào để xuất hay in."


def test_conditions_of_the_page_are_told_in_the_file(
    qtbot: QtBot, desk: Desk, sample: Services, answers: Answers, tmp_path: Path
):
    page = shown(units.make(sample, desk), qtbot, desk)
    page.filters.put(Filter("kind", "school", "is"), "Loại đơn vị: Trường học")
    settle(qtbot, desk)
    path = tmp_path / "ds.xlsx"
    answers.left = [path, "close"]
    page.offers()["export"].run()
    settle(qtbot, desk)
    assert any("loại đơn vị “Trường học”" in str(line) for line in told(path))
    assert {row[2] for row in data(path)} == {"Trường học"}


@pytest.mark.parametrize(("answer", "is_there"), [("with", True), ("without", False)])
def test_citizen_numbers_go_out_only_when_the_officer_says_so(
    qtbot: QtBot,
    desk: Desk,
    services: Services,
    answers: Answers,
    tmp_path: Path,
    answer: str,
    is_there: bool,
):
    services.people.save(factory.person("Y Hoa", citizen_id="062188001234"))
    page = shown(people.make(services, desk), qtbot, desk)
    path = tmp_path / "người.xlsx"
    answers.left = [answer, path, "close"]
    page.offers()["export"].run()
    settle(qtbot, desk)
    assert answers.asked[0] == "Ghi cả số định danh?"
    assert any("062188001234" in row for row in data(path)) == is_there


def test_whoever_thinks_better_of_it_is_asked_for_no_file(
    qtbot: QtBot, desk: Desk, services: Services, answers: Answers
):
    services.people.save(factory.person("Y Hoa"))
    page = shown(people.make(services, desk), qtbot, desk)
    answers.left = ["stay", "stay"]
    page.offers()["export"].run()
    page.offers()["print"].run()
    settle(qtbot, desk)
    assert answers.asked == ["Ghi cả số định danh?"] * 2


def test_a_list_is_seen_before_it_is_printed(
    qtbot: QtBot, desk: Desk, sample: Services, answers: Answers, tmp_path: Path
):
    page = shown(DecisionsList(sample, desk), qtbot, desk)
    page.set_year(2024)
    settle(qtbot, desk)
    path = tmp_path / "qd.pdf"

    def look(dialog: PreviewWindow) -> bool:
        answers.left = [path, "close"]
        dialog.save_asked.emit()
        return False

    answers.left = [look]
    page.offers()["print"].run()
    settle(qtbot, desk)
    with pypdfium2.PdfDocument(path) as document:
        text = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "DANH SÁCH QUYẾT ĐỊNH KHEN THƯỞNG Năm 2024" in text
    assert "31/QĐ-UBND 12/01/2024" in text


def plans_at(spot: Callable[[str], Spot], services: Services, qtbot: QtBot, desk: Desk) -> Any:
    page = shown(PlansPage(services, desk), qtbot, desk)
    page._go(spot(page._at.plan).key)
    settle(qtbot, desk)
    return page


def test_the_clusters_of_the_year_go_out(
    qtbot: QtBot, desk: Desk, sample: Services, answers: Answers, tmp_path: Path
):
    page = plans_at(lambda plan: Spot(plan, cluster=ALL), sample, qtbot, desk)
    path = tmp_path / "cụm.xlsx"
    answers.left = [path, "close"]
    page.offers()["export"].run()
    settle(qtbot, desk)
    assert len(data(path)) == page.clusters.grid.count > 0
    assert any(str(line).startswith("Năm 20") for line in told(path))


def test_one_cluster_goes_out_alone(
    qtbot: QtBot, desk: Desk, sample: Services, answers: Answers, tmp_path: Path
):
    page = plans_at(lambda plan: Spot(plan, cluster=ALL), sample, qtbot, desk)
    one = page.clusters.rolls[0]
    page._go(Spot(page._at.plan, cluster=one.cluster.uid).key)
    settle(qtbot, desk)
    path = tmp_path / "cụm.xlsx"
    answers.left = [path, "close"]
    page.offers()["export"].run()
    settle(qtbot, desk)
    assert {row[3] for row in data(path)} == {one.cluster.name}
    assert len(data(path)) == len(one.members)


def test_what_units_registered_goes_out(
    qtbot: QtBot, desk: Desk, sample: Services, answers: Answers, tmp_path: Path
):
    page = plans_at(lambda plan: Spot(plan, is_pledges=True), sample, qtbot, desk)
    assert page.offers()["export"].why_not
    year = page.pledges._mine.year
    name = sample.units.rows_of(page.pledges.grid.query)[0].name
    sample.pledges.save(sample.pledges.new(unit_name=name, title_text="Giấy khen", year=year))
    page.reload()
    settle(qtbot, desk)
    path = tmp_path / "đăng ký.xlsx"
    answers.left = [path, "close"]
    page.offers()["export"].run()
    settle(qtbot, desk)
    assert [row[1:3] for row in data(path)] == [(name, "Giấy khen")]
