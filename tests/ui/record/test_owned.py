"""Drafts of records that are listed by what they belong to: tasks of a plan, members of a term."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.council.page import CouncilPage
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.record.furnishing import Furnishing
from thidua_desktop.ui.widgets.records_page import RecordsPage


def started(make: type[Any], services: Services, desk: Desk, qtbot: QtBot) -> Page:
    """Show the page and tell of drafts, as a new run of the program does."""
    page: Page = make(services, desk)
    furnishing = Furnishing(services, desk, page.reveal, page)
    furnishing.furnish(page)
    return shown(page, qtbot, desk)


def inner(page: Page, table: str) -> RecordsPage[Any, Any]:
    found: list[RecordsPage[Any, Any]] = page.findChildren(RecordsPage)
    [records] = [each for each in found if each.kind.tables[0] == table]
    return records


def goes_on(_dialog: object) -> bool:
    return True


@pytest.mark.parametrize(
    ("make", "table", "field"),
    [(PlansPage, "plan_task", "task.proof"), (CouncilPage, "council_member", "position")],
)
def test_a_change_is_found_again_with_its_owner(
    make: type[Any],
    table: str,
    field: str,
    sample: Services,
    desk: Desk,
    qtbot: QtBot,
    answers: Answers,
):
    records = sample.plans if table == "plan_task" else sample.council
    uid = records.find(Query())[-1]
    first = inner(started(make, sample, desk, qtbot), table)
    first.window().reveal(table, uid)  # type: ignore[attr-defined]
    settle(qtbot, desk)
    assert first.grid.current == first.pane.uid == uid
    first.pane.form.type_in({field: "Đang gõ"})
    qtbot.waitUntil(lambda: bool(sample.drafts.found()))
    settle(qtbot, desk)
    answers.left = [goes_on]
    again = inner(started(make, sample, desk, qtbot), table)
    settle(qtbot, desk)
    assert answers.asked[-1] == "Có bản nháp chưa cất"
    assert again.grid.current == again.pane.uid == uid
    assert again.pane.form.editor(field).words() == "Đang gõ"


@pytest.mark.parametrize(
    ("make", "table", "field"),
    [(PlansPage, "plan_task", "task.proof"), (CouncilPage, "council_member", "full_name")],
)
def test_a_new_one_is_found_again_with_its_owner(
    make: type[Any],
    table: str,
    field: str,
    sample: Services,
    desk: Desk,
    qtbot: QtBot,
    answers: Answers,
):
    first = inner(started(make, sample, desk, qtbot), table)
    first.add()
    settle(qtbot, desk)
    first.pane.form.type_in({field: "Đang gõ"})
    qtbot.waitUntil(lambda: bool(sample.drafts.found()))
    settle(qtbot, desk)
    answers.left = [goes_on]
    again = inner(started(make, sample, desk, qtbot), table)
    settle(qtbot, desk)
    assert again.pane.is_new
    assert again.pane.form.editor(field).words() == "Đang gõ"
    assert again.pane.form.draft() == first.pane.form.draft()
