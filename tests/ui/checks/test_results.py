"""Many nominations checked at once: counted, gone through, opened and set aside by keys."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown, words, workbook_cells
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.merits import OpenCase
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.services.services import Services
from thidua_desktop.ui.checks.results import Line, Results
from thidua_desktop.ui.checks.results_dialog import ResultsDialog
from thidua_desktop.ui.checks.short_table import Column, ShortTable
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.places import LOOSE, key_of
from thidua_desktop.ui.widgets.form_dialog import FormDialog

SCHOOLS = Dossier(
    unit_name="Phòng Giáo dục", number="61/TTr-GDĐT", year=2024, received="2024-06-18"
)
NAMES = ("Đinh Thị Hạnh", "Y Hoa")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> NominationsPage:
    """The tab in a dossier of two people whose cases are open; a third lies in none."""
    services.dossiers.save(SCHOOLS)
    people = [factory.person(name) for name in NAMES]
    services.people.save_many(people, "Thêm")
    for one in people:
        case = OpenCase(person_uid=one.uid, subject="Tố cáo", opened="2024-01-02")
        services.open_cases.save(case)
        recipient = factory.to_person(one.full_name, person_uid=one.uid)
        services.nominations.save(
            factory.nomination(dossier_uid=SCHOOLS.uid, recipient=recipient, state="returned",
                               reason="Thiếu biên bản")
        )  # fmt: skip
    services.nominations.save(factory.nomination(recipient=factory.to_person("A Tik")))
    page = shown(NominationsPage(services, desk), qtbot, desk)
    go(page, key_of(SCHOOLS.uid), qtbot, desk)
    return page


def go(page: NominationsPage, key: str, qtbot: QtBot, desk: Desk) -> None:
    page.places.stand_on(key)
    page.places.chosen.emit(key)
    settle(qtbot, desk)


class Checking:
    """Checks what *page* lists, and lets a test do something with what it shows."""

    def __init__(self, page: NominationsPage, answers: Answers, qtbot: QtBot, desk: Desk) -> None:
        self._page, self._answers, self._qtbot, self._desk = page, answers, qtbot, desk

    def run(self, doing: Callable[[ResultsDialog], object], *further: object) -> None:
        """Do *doing* with the dialog, whose own questions are answered by *further*."""

        def answer(dialog: ResultsDialog) -> bool:
            self._desk.look.dress_all_of(dialog)
            dialog.show()
            QTest.qWaitForWindowActive(dialog)
            doing(dialog)
            settle(self._qtbot, self._desk)
            return bool(dialog.result())

        self._answers.left += [answer, *further]
        self._page.offers()["check"].run()
        settle(self._qtbot, self._desk)

    def settle(self) -> None:
        settle(self._qtbot, self._desk)


@pytest.fixture
def checking(page: NominationsPage, answers: Answers, qtbot: QtBot, desk: Desk) -> Checking:
    return Checking(page, answers, qtbot, desk)


def told(dialog: ResultsDialog) -> list[tuple[str, str]]:
    """Return severity and sort of each line."""
    return [(line.finding.severity, line.sort) for line in dialog.table.shown]


def test_what_is_listed_is_checked_and_counted(checking: Checking):
    seen: list[str] = []
    checking.run(lambda dialog: seen.append(words(dialog)))
    assert "Hồ sơ Phòng Giáo dục · 61/TTr-GDĐT" in seen[0]
    assert "2 đề nghị: 2 lượt cá nhân (2 người)" in seen[0]


def test_the_gravest_findings_come_first_and_notes_only_when_asked_for(checking: Checking):
    def look(dialog: ResultsDialog) -> None:
        assert told(dialog)[:2] == [("error", "conduct")] * 2
        assert "note" not in {severity for severity, _sort in told(dialog)}
        QTest.keyClick(dialog.notes, Qt.Key.Key_Space)
        assert "note" in {severity for severity, _sort in told(dialog)}

    checking.run(look)


def test_words_without_marks_and_choices_narrow_the_findings(checking: Checking):
    def look(dialog: ResultsDialog) -> None:
        QTest.keyClicks(dialog.search, "dinh thi hanh")
        assert {line.row.name for line in dialog.table.shown} == {"Đinh Thị Hạnh"}
        dialog.severity.setCurrentIndex(dialog.severity.findData("error"))
        assert told(dialog) == [("error", "conduct")]
        dialog.sort.setCurrentIndex(dialog.sort.findData("ratings"))
        assert told(dialog) == []
        assert "đang ẩn" in words(dialog)

    checking.run(look)


def test_enter_opens_the_nomination(checking: Checking, desk: Desk):
    wanted: list[tuple[str, str]] = []
    desk.bus.wanted.connect(lambda table, uid: wanted.append((table, uid)))
    stood: list[str] = []

    def enter(dialog: ResultsDialog) -> None:
        assert dialog.table.current
        stood.append(dialog.table.current.row.uid)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    checking.run(enter)
    assert wanted == [("nomination", stood[0])]


def test_several_alike_are_set_aside_with_one_reason(checking: Checking, services: Services):
    def because(dialog: FormDialog[object]) -> bool:
        dialog.form.editor("reason").show_value("Đã hỏi cơ quan điều tra")
        dialog.accept()
        return bool(dialog.result())

    def set_aside(dialog: ResultsDialog) -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert [line.sort for line in dialog.table.chosen] == ["conduct", "conduct"]
        press(dialog, "Bỏ qua…")
        checking.settle()
        assert ("error", "conduct") not in told(dialog)
        assert "2 điều đã bỏ qua" in words(dialog)

    checking.run(set_aside, because)
    step = services.history.next_undo()
    assert step
    assert step.label == "Bỏ qua 2 kết quả kiểm tra"


def test_findings_that_are_not_alike_are_not_set_aside_together(checking: Checking):
    def choose_all(dialog: ResultsDialog) -> None:
        dialog.table.selectAll()
        button = pressable(dialog, "Bỏ qua…")
        assert not button.isEnabled()
        assert "cùng loại" in button.toolTip()

    checking.run(choose_all)


def test_lines_are_copied_for_excel(checking: Checking):
    def copy(dialog: ResultsDialog) -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    checking.run(copy)
    severity, name, *_rest = QApplication.clipboard().text().split("\t")
    assert (severity, name in NAMES) == ("Chưa đạt", True)


def test_nothing_found_says_so(qtbot: QtBot, desk: Desk):
    dialog = ResultsDialog("Hồ sơ", Results(count=1), desk.look, "", has_paper=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Không có điều gì phải lưu ý." in words(dialog)


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_appraisal_is_written_from_the_results(checking: Checking, tmp_path: Path, suffix: str):
    path = tmp_path / f"phieu.{suffix}"

    def appraise(dialog: ResultsDialog) -> None:
        press(dialog, "Phiếu thẩm định…")

    checking.run(appraise, "save", path, "close")
    assert path.stat().st_size > 1_000


def test_what_was_returned_goes_into_a_workbook(
    page: NominationsPage, answers: Answers, qtbot: QtBot, desk: Desk, tmp_path: Path
):
    path = tmp_path / "tra-lai.xlsx"
    answers.left += ["save", path, "close"]
    page.offers()["sent_back"].run()
    settle(qtbot, desk)
    assert {*NAMES} <= set(workbook_cells(path))


def test_papers_say_why_they_cannot_be_made(page: NominationsPage, qtbot: QtBot, desk: Desk):
    go(page, LOOSE, qtbot, desk)
    offers = page.offers()
    assert offers["appraisal"].why_not == "Hãy mở một hồ sơ ở bên trái trước."
    assert "Hãy mở một hồ sơ" in offers["sent_back"].why_not


def pressable(dialog: ResultsDialog, verb: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == verb)


def press(dialog: ResultsDialog, verb: str) -> None:
    button = pressable(dialog, verb)
    assert button.isEnabled(), button.toolTip()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_counts_stay_above_the_list_and_narrow_it(
    checking: Checking, page: NominationsPage, services: Services
):
    checking.run(lambda dialog: dialog.reject())
    counts = [each for each in page.head.verdicts.findChildren(QToolButton) if each.isVisible()]
    assert [each.text() for each in counts] == ["Chưa đủ điều kiện 2"]
    counts[0].setFocus()
    QTest.keyClick(counts[0], Qt.Key.Key_Space)
    checking.settle()
    assert page.list.filters.filters == (Filter("verdict", "not_eligible", "is"),)
    assert page.list.grid.count == 2


def test_counts_follow_what_is_changed(
    checking: Checking, page: NominationsPage, services: Services, desk: Desk, qtbot: QtBot
):
    checking.run(lambda dialog: dialog.reject())
    uid = services.nominations.find(Query(filters=page.list.tied.conditions))[0]
    with qtbot.waitSignal(page.checking.counting.counted, timeout=5_000):
        desk.write(lambda: services.nominations.delete([uid]))
    shown_now = [e.text() for e in page.head.verdicts.findChildren(QToolButton) if e.isVisible()]
    assert shown_now == ["Chưa đủ điều kiện 1"]


def test_counts_go_with_the_place(
    checking: Checking, page: NominationsPage, qtbot: QtBot, desk: Desk
):
    checking.run(lambda dialog: dialog.reject())
    assert page.head.verdicts.isVisible()
    go(page, LOOSE, qtbot, desk)
    assert not page.head.verdicts.isVisible()


def test_opening_one_stays_in_its_dossier(
    checking: Checking, page: NominationsPage, qtbot: QtBot, desk: Desk
):
    desk.bus.wanted.connect(page.reveal)
    stood: list[str] = []

    def enter(dialog: ResultsDialog) -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
        assert dialog.table.current
        stood.append(dialog.table.current.row.uid)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    checking.run(enter)
    settle(qtbot, desk)
    assert page.places.current == key_of(SCHOOLS.uid)
    assert page.list.grid.current == stood[0]


def test_pressing_the_key_again_does_not_check_twice(
    page: NominationsPage, answers: Answers, qtbot: QtBot, desk: Desk
):
    answers.left.append(lambda _dialog: False)
    page.offers()["check"].run()
    page.offers()["check"].run()
    settle(qtbot, desk)
    assert answers.asked.count("Kiểm tra trước khi trình") == 1


def test_all_of_a_long_list_are_chosen_at_once(qtbot: QtBot, desk: Desk):
    """Qt would ask each row, for each column, whether all of it is chosen."""
    asked = 0

    class Row(str):
        __slots__ = ()

    def told(row: Row) -> str:
        nonlocal asked
        asked += 1
        return row

    columns = (Column[Row]("Tên", told), Column[Row]("Đơn vị", told, 80))
    table: ShortTable[Row] = ShortTable("Dài", columns, {}, desk.look)
    qtbot.addWidget(table)
    table.show_rows([Row(f"Người {number}") for number in range(20_000)])
    table.show()
    started = time.process_time()
    table.selectAll()
    table.viewport().repaint()
    assert len(table.chosen) == 20_000
    assert time.process_time() - started < 0.1
    assert asked < 1_000


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("Luật 06/2022/QH15 khoản 1 Điều 28", "Khoản 1 Điều 28 Luật 06/2022/QH15"),
        ("NĐ 98/2023/NĐ-CP", "NĐ 98/2023/NĐ-CP"),
        ("Thông tư 01/2024; Thông tư 02/2024 Điều 29",) * 2,
    ],
)
def test_the_clause_of_a_law_comes_before_its_name(
    page: NominationsPage, services: Services, article: str, said: str
):
    [row] = services.nominations.rows(services.nominations.find(Query())[:1])
    finding = Finding(severity="error", rule="rating", message="Chưa đạt.", article=article)
    assert Line(row, finding, "", "ratings", "").place == said
