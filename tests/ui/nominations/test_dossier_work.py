"""A dossier as a whole: its days, its state and the course of its states."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown, words
from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.course_dialog import CourseDialog
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.places import key_of, left_tone
from thidua_desktop.ui.widgets.form_dialog import FormDialog

SCHOOLS = Dossier(
    unit_name="Phòng Giáo dục",
    number="61/TTr-GDĐT",
    year=2024,
    received="2024-06-03",
    procedure="appraisal_days",
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> NominationsPage:
    """The tab in a dossier of one nomination."""
    services.dossiers.save(SCHOOLS)
    services.nominations.save(factory.nomination(dossier_uid=SCHOOLS.uid, state="submitted"))
    page = shown(NominationsPage(services, desk), qtbot, desk)
    page.places.stand_on(key_of(SCHOOLS.uid))
    page.places.chosen.emit(key_of(SCHOOLS.uid))
    settle(qtbot, desk)
    return page


def filled(**values: object) -> Callable[[FormDialog[object]], bool]:
    """Return what fills a small form and presses its main button."""

    def fill(dialog: FormDialog[object]) -> bool:
        for name, value in values.items():
            dialog.form.editor(name).show_value(value)
        dialog.accept()
        return bool(dialog.result())

    return fill


def state_of_nomination(services: Services) -> str:
    [uid] = services.nominations.find(Query())
    return services.nominations.get(uid).state


def test_the_days_left_stand_above_the_list_and_in_the_tip_of_the_place(
    page: NominationsPage, services: Services
):
    left = services.dossiers.left(SCHOOLS.uid)
    assert left
    said = f"{left.words[:1].upper()}{left.words[1:]} (hạn "
    assert said in words(page.head)
    assert any(said in tip for tip in tips(page))


@pytest.mark.parametrize(("days", "tone"), [(4, "muted"), (3, "amber"), (0, "amber"), (-1, "red")])
def test_the_last_days_are_amber_and_late_ones_red(days: int, tone: str):
    assert left_tone(TimeLeft(due="2024-07-01", days=days)) == tone


def test_without_a_limit_nothing_is_said(
    page: NominationsPage, services: Services, answers: Answers, qtbot: QtBot, desk: Desk
):
    answers.left.append(filled(procedure=""))
    page.change_dossier()
    settle(qtbot, desk)
    assert services.dossiers.get(SCHOOLS.uid).procedure == ""
    assert "hạn" not in words(page.head)


def test_own_days_replace_those_of_the_procedure(
    page: NominationsPage, services: Services, answers: Answers, qtbot: QtBot, desk: Desk
):
    answers.left.append(filled(days=5))
    page.change_dossier()
    settle(qtbot, desk)
    left = services.dossiers.left(SCHOOLS.uid)
    assert left
    assert left.due == "2024-06-10"


def test_a_dossier_goes_on_with_its_nominations(
    page: NominationsPage, services: Services, answers: Answers, qtbot: QtBot, desk: Desk
):
    answers.left.append(filled(state="council", date="2024-06-20"))
    page.offers()["dossier_state"].run()
    settle(qtbot, desk)
    assert services.dossiers.get(SCHOOLS.uid).state == "council"
    assert state_of_nomination(services) == "council"
    last = services.states.of_dossier(SCHOOLS.uid)[-1]
    assert (last.state, last.date) == ("council", "2024-06-20")


def test_its_nominations_can_stay_as_they_are(
    page: NominationsPage, services: Services, answers: Answers, qtbot: QtBot, desk: Desk
):
    answers.left.append(filled(state="council", with_nominations=False))
    page.offers()["dossier_state"].run()
    settle(qtbot, desk)
    assert state_of_nomination(services) == "submitted"


def test_returning_it_needs_a_reason(
    page: NominationsPage, services: Services, answers: Answers, qtbot: QtBot, desk: Desk
):
    marked: list[Problem] = []

    def without(dialog: FormDialog[object]) -> bool:
        dialog.form.editor("state").show_value("returned")
        dialog.accept()
        marked.extend(dialog._check(dialog.form.draft()))
        return bool(dialog.result())

    answers.left.append(without)
    page.offers()["dossier_state"].run()
    settle(qtbot, desk)
    assert [problem.field for problem in marked] == ["reason"]
    assert services.dossiers.get(SCHOOLS.uid).state == "submitted"


def test_the_course_tells_states_days_and_reasons(
    page: NominationsPage, services: Services, answers: Answers, qtbot: QtBot, desk: Desk
):
    services.dossiers.set_state(SCHOOLS.uid, "returned", "Thiếu biên bản", date="2024-06-05")
    told: list[list[str]] = []

    def read(dialog: CourseDialog) -> bool:
        model = dialog.table.model()
        told.extend(
            [model.index(row, section).data() for section in range(3)]
            for row in range(model.rowCount())
        )
        return False

    answers.left.append(read)
    page.show_course()
    settle(qtbot, desk)
    assert told == [["03/06/2024", "Đã nộp", ""], ["05/06/2024", "Trả lại", "Thiếu biên bản"]]


def tips(page: NominationsPage) -> list[str]:
    entries = page.places._list
    return [entries.item(row).toolTip() for row in range(entries.count())]
