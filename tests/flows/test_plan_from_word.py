"""A year's plan copied from Word: tasks, the office's part in its cluster, what is due, the paper.

The words are those of a real plan, which stands beside the checkout.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import factory
from tests.documents.reading.seeds import seed
from tests.ui.answers import Answers
from tests.ui.conftest import answers, desk, look, memory, settle  # noqa: F401 - the desk
from tests.ui.tabs import words
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.office import Office
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import TABS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.overview.page import OverviewPage
from thidua_desktop.ui.papers.intake_dialog import IntakeDialog
from thidua_desktop.ui.workspace import Workspace

TODAY = datetime(2024, 6, 10, 8, 0, tzinfo=timezone(timedelta(hours=7)))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A new office on the day the plan is looked at."""
    wires = replace(factory.wiring(tmp_path / "user"), clock=lambda: TODAY)
    office = Office(name="UBND huyện Đắk Hà", parent="UBND tỉnh Kon Tum", place="Đắk Hà")
    made = wires.create_office(tmp_path / "Đắk Hà.thidua", office)
    yield made
    made.file.close()


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk, services: Services) -> Workspace:  # noqa: F811
    """The window at its smallest, with the new office in 2024."""
    window = MainWindow(TABS, desk.actions, desk.look, desk.memory, 2024)
    window.complete()
    qtbot.addWidget(window)
    workspace = Workspace(window, TABS, desk, lambda: TODAY)
    window.resize(1093, 574)
    window.show()
    QTest.qWaitForWindowActive(window)
    workspace.attach(services, 2024)
    settle(qtbot, desk)
    return workspace


def as_word_copies(path: Path, *, table_alone: bool) -> str:
    """Return the marked-up text *path* as the HTML that Word puts on the clipboard."""
    parts: list[str] = []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for is_row, group in groupby(lines, key=lambda line: line.count("\t") >= 2):
        if is_row:
            rows = "".join(map(_row, group))
            parts.append(f"<table class=MsoTableGrid border=1>{rows}</table>")
        elif not table_alone:
            parts += (f"<p class=MsoNormal>{_bold(line)}</p>" for line in group)
    return f"<html><head><meta charset=utf-8></head><body>{''.join(parts)}</body></html>"


def _row(line: str) -> str:
    cells = (re.sub(r"<ul[^>]*>|</ul>", "", cell) for cell in line.split("\t"))
    paragraphs = (re.sub(r"<li>(.*?)</li>", r"<p class=MsoNormal>\1</p>", cell) for cell in cells)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in paragraphs)}</tr>"


def _bold(line: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", line.lstrip("# ").rstrip("\\"))


def paste(html: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(re.sub(r"<[^>]+>", " ", html))
    QGuiApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, CTRL)


def press(key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def accepted(seen: list[str]) -> Callable[[IntakeDialog], bool]:
    """Return an answer that notes what the dialog says and keeps what was read."""

    def keep(dialog: IntakeDialog) -> bool:
        seen.append(words(dialog))
        assert not dialog.asks_period
        return True

    return keep


@pytest.fixture
def told(
    qtbot: QtBot,
    desk: Desk,  # noqa: F811
    workspace: Workspace,
    answers: Answers,  # noqa: F811
) -> list[str]:
    """The plan is pasted on its empty tab and kept, the cluster too; what was told of it."""
    seen: list[str] = []
    answers.left = [accepted(seen), "take"]
    press(Qt.Key.Key_2, CTRL)
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: workspace.page is not None and workspace.page.isVisible())
    settle(qtbot, desk)
    paste(as_word_copies(seed("003"), table_alone=False))
    qtbot.waitUntil(lambda: not answers.left)
    settle(qtbot, desk)
    return seen


def test_the_tasks_stand_in_their_quarters_with_their_units(
    told: list[str], services: Services
) -> None:
    rows = services.plans.rows_of(Query(year=2024))
    quarters = [row.quarter for row in rows]
    assert [quarters.count(quarter) for quarter in (1, 2, 3, 4)] == [4, 3, 1, 3]
    assert rows[0].text.count("\n") == 2
    named = {unit.unit_name for row in rows for unit in services.plans.units_of(row.uid)}
    assert {
        "Ủy ban nhân dân huyện",
        "Hội đồng TĐKT huyện",
        "Phòng Nội vụ",
        "Phòng Giáo dục và Đào tạo",
    } <= named
    assert "năm học 2023-2025" in told[0]


def test_the_office_leads_its_cluster_of_five(told: list[str], services: Services) -> None:
    (roll,) = services.clusters.rolls(2024)
    assert roll.cluster.name == "Cụm thi đua số 01"
    assert roll.leader is not None
    assert roll.leader.unit_name == "Huyện Đắk Hà"
    names = {member.unit_name.removeprefix("Huyện ") for member in roll.members}
    assert names == {"Đắk Hà", "Đắk Tô", "Ngọc Hồi", "Tu Mơ Rông", "Đắk Glei"}


def test_the_first_tab_tells_the_report_that_is_due(
    qtbot: QtBot,
    desk: Desk,  # noqa: F811
    told: list[str],
    workspace: Workspace,
) -> None:
    press(Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: isinstance(workspace.page, OverviewPage))
    settle(qtbot, desk)
    page: Any = workspace.page
    lines = [row.accessibleName() for row in page.cards["tasks"].rows]
    report = next(line for line in lines if "Báo cáo sơ kết" in line)
    assert "Còn 20 ngày" in report
    assert any("Trưởng" in line and "Cụm thi đua số 01" in line for line in lines)


def test_the_paper_has_the_table_of_three_columns(
    told: list[str], services: Services, tmp_path: Path
) -> None:
    paper = services.exporting.plan_paper(tmp_path / "plan.docx", 2024)
    tables = docx.Document(str(paper)).tables
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    (columns,) = [head for head in heads if len(head) == 3]
    assert [column.split()[0] for column in columns] == ["TT", "Nội", "Đơn"]


def test_of_the_table_alone_the_role_is_offered_without_the_other_units(
    qtbot: QtBot,
    desk: Desk,  # noqa: F811
    workspace: Workspace,
    answers: Answers,  # noqa: F811
    services: Services,
) -> None:
    answers.left = [accepted([]), "leave"]
    press(Qt.Key.Key_2, CTRL)
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: workspace.page is not None and workspace.page.isVisible())
    settle(qtbot, desk)
    paste(as_word_copies(seed("003"), table_alone=True))
    qtbot.waitUntil(lambda: not answers.left)
    settle(qtbot, desk)
    assert services.plans.count(Query(year=2024)) == 11
    assert "Trưởng Cụm thi đua số 01 năm 2024" in answers.asked[-1]
    assert services.clusters.rolls(2024) == []
