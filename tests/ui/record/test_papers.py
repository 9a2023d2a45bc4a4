"""The text of a report or a plan that was typed and not saved is found again."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.papers.bench import Bench
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.record import paper_keeping
from thidua_desktop.ui.record.furnishing import Furnishing
from thidua_desktop.ui.reports.page import ReportsPage


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_keeping, "PAUSE", 0)


def started(make: type[Any], services: Services, desk: Desk, qtbot: QtBot) -> Page:
    """Show the page and tell of drafts, as a new run of the program does."""
    page: Page = make(services, desk)
    Furnishing(services, desk, page.reveal, page).furnish(page)
    return shown(page, qtbot, desk)


def bench_of(page: Page) -> Bench[Any]:
    [bench] = page.findChildren(Bench)
    return bench


def typed(page: Page, uid: str, services: Services, desk: Desk, qtbot: QtBot) -> Bench[Any]:
    """Type at the top of the paper *uid*, and wait until its draft is kept."""
    table = "plan_text" if isinstance(page, PlansPage) else "report"
    page.reveal(table, uid)
    bench = bench_of(page)
    qtbot.waitUntil(lambda: bench.uid == uid and bench.record is not None)
    settle(qtbot, desk)
    bench.text.setFocus()
    QTest.keyClicks(bench.text, "Zxcv ")
    qtbot.waitUntil(lambda: bool(services.drafts.found()))
    settle(qtbot, desk)
    return bench


def goes_on(_dialog: object) -> bool:
    return True


@pytest.mark.parametrize("make", [ReportsPage, PlansPage])
def test_a_text_is_found_again(
    make: type[Any], sample: Services, desk: Desk, qtbot: QtBot, answers: Answers
):
    is_plan = make is PlansPage
    uid = sample.plans.all()[0].uid if is_plan else sample.reports.all()[0].uid
    first = typed(started(make, sample, desk, qtbot), uid, sample, desk, qtbot)
    [draft] = sample.drafts.found()
    assert draft.title.startswith("Văn bản kế hoạch năm" if is_plan else "Báo cáo năm")
    assert any("Zxcv" in field.typed for field in draft.fields)
    answers.left = [goes_on]
    again = bench_of(started(make, sample, desk, qtbot))
    qtbot.waitUntil(lambda: again.is_dirty)
    assert again.isVisible()
    assert [block.body for block in again.text.blocks()] == [
        block.body for block in first.text.blocks()
    ]


def test_saving_forgets_it(sample: Services, desk: Desk, qtbot: QtBot):
    uid = sample.reports.all()[0].uid
    bench = typed(started(ReportsPage, sample, desk, qtbot), uid, sample, desk, qtbot)
    bench.keep(lambda: None)
    qtbot.waitUntil(lambda: not sample.drafts.found())
    settle(qtbot, desk)


@pytest.mark.parametrize(("answer", "is_laid"), [("draft", True), ("present", False)])
def test_over_a_text_changed_since_it_stands_only_after_a_question(
    answer: str,
    is_laid: bool,
    sample: Services,
    desk: Desk,
    qtbot: QtBot,
    answers: Answers,
):
    report = sample.reports.all()[0]
    typed(started(ReportsPage, sample, desk, qtbot), report.uid, sample, desk, qtbot)
    blocks = sample.reports.blocks(report.uid)
    blocks[-1] = replace(blocks[-1], body="Lời khác")
    sample.reports.save(report, blocks=blocks)
    answers.left = [goes_on, answer]
    again = bench_of(started(ReportsPage, sample, desk, qtbot))
    settle(qtbot, desk)
    assert any("Zxcv" in block.body for block in again.text.blocks()) is is_laid
    assert len(sample.drafts.found()) == 1
