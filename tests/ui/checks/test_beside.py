"""The check beside the form of a nomination, and the verdicts in the list."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.list import NominationsList


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sample: Services) -> Iterator[NominationsList]:
    page = NominationsList(sample, desk)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.grid.ask()
    settle(qtbot, desk)
    yield page
    settle(qtbot, desk)


def uid_of(page: NominationsList, services: Services, verdict: str) -> str:
    """Return a nomination of that verdict."""
    found = services.checks.verdicts(page.grid.model.uids)
    return next(uid for uid, is_it in found.items() if is_it == verdict)


def stand_on(qtbot: QtBot, desk: Desk, page: NominationsList, uid: str) -> None:
    page.reveal("nomination", uid)
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: page.pane.uid == uid and bool(page.check.page.text.toPlainText()))
    settle(qtbot, desk)


def press(page: NominationsList, what: str) -> None:
    page.check.page.text.anchorClicked.emit(QUrl(what))


def test_the_list_tells_the_verdict_of_every_row(
    qtbot: QtBot, desk: Desk, page: NominationsList
) -> None:
    model = page.grid.model
    column = next(n for n, each in enumerate(model.columns) if each.name == "verdict")

    def shown() -> set[str]:
        return {str(model.index(row, column).data()) for row in range(10)}

    qtbot.waitUntil(lambda: shown() <= set(VERDICTS.values()))
    assert len(shown()) > 1


@pytest.mark.parametrize("verdict", ["eligible", "not_eligible", "needs_review"])
def test_the_page_tells_the_verdict_with_its_law(
    qtbot: QtBot, desk: Desk, page: NominationsList, sample: Services, verdict: str
) -> None:
    stand_on(qtbot, desk, page, uid_of(page, sample, verdict))
    told = page.check.page.text.toPlainText()
    assert VERDICTS[verdict] in told  # type: ignore[index]
    assert "98/2023/NĐ-CP" in told


def test_a_finding_is_set_aside_with_a_reason_and_taken_up_again(
    qtbot: QtBot, desk: Desk, page: NominationsList, sample: Services, answers: Answers
) -> None:
    uid = uid_of(page, sample, "not_eligible")
    stand_on(qtbot, desk, page, uid)

    def fill(dialog: object) -> bool:
        dialog.form.editor("reason").show_value("Đã có văn bản xác nhận")  # type: ignore[attr-defined]
        return True

    answers.left = [fill]
    press(page, "waive:0")
    qtbot.waitUntil(lambda: "Đã có văn bản xác nhận" in page.check.page.text.toPlainText())
    assert sample.checks.of(uid).waived
    press(page, "unwaive:0")
    qtbot.waitUntil(lambda: not sample.checks.of(uid).waived)
    settle(qtbot, desk)


def test_what_a_finding_rests_on_is_gone_to(
    qtbot: QtBot, desk: Desk, page: NominationsList, sample: Services
) -> None:
    found = sample.checks.check(page.grid.model.uids)
    uid, number = next(
        (uid, n)
        for uid, checked in found.items()
        for n, finding in enumerate(checked.findings)
        if len(finding.records) == 1
    )
    stand_on(qtbot, desk, page, uid)
    wanted: list[tuple[str, str]] = []
    desk.bus.wanted.connect(lambda table, record: wanted.append((table, record)))
    press(page, f"open:{number}")
    settle(qtbot, desk)
    [(table, record)] = wanted
    assert record == found[uid].findings[number].records[0]
    assert table


def test_a_question_of_the_law_is_answered(
    qtbot: QtBot, desk: Desk, page: NominationsList, sample: Services
) -> None:
    checks = sample.checks
    uid, number = next(
        (uid, n)
        for uid in page.grid.model.uids
        for n, asked in enumerate(checks.facts_asked(uid))
        if asked.question.at_least is None
    )
    stand_on(qtbot, desk, page, uid)
    press(page, f"yes:{number}")
    settle(qtbot, desk)
    key = checks.facts_asked(uid)
    assert "yes" in [asked.answer for asked in key]


def test_what_is_typed_is_checked_before_it_is_kept(
    qtbot: QtBot, desk: Desk, page: NominationsList, sample: Services
) -> None:
    stand_on(qtbot, desk, page, uid_of(page, sample, "eligible"))
    before = page.check.page.text.toPlainText()
    editor = page.pane.form.editor("title_text")
    editor.show_value("Chiến sĩ thi đua toàn quốc")
    editor.changed.emit()
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: page.check.page.text.toPlainText() != before)
    settle(qtbot, desk)
    page.drop_draft()
