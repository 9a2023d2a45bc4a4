"""Dossiers as places of the tab, and what is done to many nominations at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import shown, words, write
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.papers_dialog import PapersDialog
from thidua_desktop.ui.nominations.places import ALL, LOOSE, key_of
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.wiring import Wiring

SCHOOLS = Dossier(
    unit_name="Phòng Giáo dục", number="61/TTr-GDĐT", year=2024, received="2024-06-18"
)
FARMERS = Dossier(
    unit_name="Hội Nông dân",
    number="07/TTr-HND",
    year=2023,
    state="returned",
    reason="Thiếu báo cáo",
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> NominationsPage:
    """The tab over two dossiers, the schools' with two nominations, and one in none."""
    for dossier in (SCHOOLS, FARMERS):
        services.dossiers.save(dossier)
    names = ("Đinh Thị Hạnh", "Y Hoa")
    services.nominations.save_many(
        [
            factory.nomination(
                dossier_uid=SCHOOLS.uid, recipient=factory.to_person(name), state="approved"
            )
            for name in names
        ],
        "Thêm",
    )
    services.nominations.save(factory.nomination(recipient=factory.to_person("A Tik")))
    return shown(NominationsPage(services, desk), qtbot, desk)


def go(page: NominationsPage, key: str, qtbot: QtBot, desk: Desk) -> None:
    page.places.stand_on(key)
    page.places.chosen.emit(key)
    settle(qtbot, desk)


def names(page: NominationsPage, services: Services) -> list[str]:
    return [row.name for row in services.nominations.rows(page.list.grid.model.uids)]


def entries(page: NominationsPage) -> list[str]:
    items = page.places.findChildren(type(page.places._list))[0]
    return [items.item(row).text().strip() for row in range(items.count())]


def filled(**values: object) -> Callable[[FormDialog[object]], bool]:
    """Return what fills a small form and presses its main button."""

    def fill(dialog: FormDialog[object]) -> bool:
        for name, value in values.items():
            dialog.form.editor(name).show_value(value)
        dialog.accept()
        return bool(dialog.result())

    return fill


def test_the_list_has_the_keys(page: NominationsPage):
    page.setFocus()
    assert page.list.grid.view.hasFocus()


def test_units_and_their_dossiers_stand_at_the_left_with_counts(page: NominationsPage):
    assert entries(page) == [
        "Tất cả đề nghị (3)",
        "Chưa vào hồ sơ (1)",
        "Hội Nông dân (0)",
        "07/TTr-HND · trả lại (0)",
        "Phòng Giáo dục (2)",
        "61/TTr-GDĐT (2)",
    ]


@pytest.mark.parametrize(
    ("key", "found"),
    [
        (ALL, {"Đinh Thị Hạnh", "Y Hoa", "A Tik"}),
        (LOOSE, {"A Tik"}),
        ("unit:Phòng Giáo dục", {"Đinh Thị Hạnh", "Y Hoa"}),
        (key_of(SCHOOLS.uid), {"Đinh Thị Hạnh", "Y Hoa"}),
        (key_of(FARMERS.uid), set()),
    ],
    ids=["all", "none", "a unit", "a dossier", "an empty dossier"],
)
def test_a_place_shows_what_lies_in_it(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, key: str, found: set[str]
):
    go(page, key, qtbot, desk)
    assert set(names(page, services)) == found


def test_a_dossier_is_shown_whole_whatever_the_year(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services
):
    page.set_year(2023)
    settle(qtbot, desk)
    services.reviewing.move(page._services.nominations.find(Query()), FARMERS.uid)
    page.reload()
    settle(qtbot, desk)
    go(page, key_of(FARMERS.uid), qtbot, desk)
    assert len(names(page, services)) == 3
    go(page, ALL, qtbot, desk)
    assert names(page, services) == []


def test_what_is_known_of_a_dossier_stands_above_its_list(
    qtbot: QtBot, desk: Desk, page: NominationsPage
):
    go(page, key_of(SCHOOLS.uid), qtbot, desk)
    told = words(page.head)
    assert "Phòng Giáo dục" in told
    assert "61/TTr-GDĐT · nhận 18/06/2024 · Đã nộp" in told
    assert "Đồng ý 2" in told.replace("\N{NO-BREAK SPACE}", " ")


def test_why_a_dossier_went_back_stands_above_its_list(
    qtbot: QtBot, desk: Desk, page: NominationsPage
):
    go(page, key_of(FARMERS.uid), qtbot, desk)
    assert "Trả lại: Thiếu báo cáo" in words(page.head)


def test_enter_goes_on_from_the_places_into_the_list(page: NominationsPage):
    page.places.setFocus()
    QTest.keyClick(page.places._list, Qt.Key.Key_Return)
    assert page.list.grid.view.hasFocus()


def test_the_count_of_a_state_shows_these_alone(qtbot: QtBot, desk: Desk, page: NominationsPage):
    page.head.state_asked.emit("draft")
    settle(qtbot, desk)
    assert page.list.chosen_words() == "1 đề nghị"


def test_a_new_nomination_lies_in_the_dossier_one_is_in(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services
):
    go(page, key_of(FARMERS.uid), qtbot, desk)
    page.offers()["add"].run()
    settle(qtbot, desk)
    write(page.list, "recipient.name", "Y Thun")
    write(page.list, "title_text", "Lao động tiên tiến")
    page.offers()["save"].run()
    settle(qtbot, desk)
    kept = services.nominations.get(page.list.grid.current)
    assert (kept.dossier_uid, kept.year, kept.state) == (FARMERS.uid, 2023, "submitted")


def test_a_new_nomination_begins_in_the_year_that_is_shown(
    qtbot: QtBot, desk: Desk, page: NominationsPage
):
    page.set_year(2022)
    settle(qtbot, desk)
    page.offers()["add"].run()
    settle(qtbot, desk)
    assert page.list.pane.form.draft().year == 2022


def test_a_new_nomination_of_a_unit_lies_in_its_last_dossier(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services
):
    last = Dossier(unit_name="Phòng Giáo dục", number="99/TTr", year=2024, received="2024-09-01")
    desk.write(lambda: services.dossiers.save(last))
    settle(qtbot, desk)
    go(page, "unit:Phòng Giáo dục", qtbot, desk)
    page.offers()["add"].run()
    settle(qtbot, desk)
    write(page.list, "recipient.name", "Y Thun")
    write(page.list, "title_text", "Lao động tiên tiến")
    page.offers()["save"].run()
    settle(qtbot, desk)
    assert services.nominations.get(page.list.grid.current).dossier_uid == last.uid


def test_a_new_dossier_is_asked_for_and_gone_to(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    answers.left = [filled(unit_name="Xã Kon Drai", number="12/TTr-UBND")]
    page.add_dossier()
    settle(qtbot, desk)
    made = next(r for r in services.dossiers.shelf(None).dossiers if r.unit == "Xã Kon Drai")
    assert (made.year, page.places.current) == (2024, key_of(made.uid))


def test_a_dossier_without_a_unit_is_not_taken(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    told: list[str] = []

    def fill(dialog: FormDialog[Dossier]) -> bool:
        dialog.accept()
        told.append(words(dialog))
        return bool(dialog.result())

    answers.left = [fill]
    page.add_dossier()
    settle(qtbot, desk)
    assert "Cần có đơn vị nộp hồ sơ." in told[0]
    assert len(services.dossiers.shelf(None).dossiers) == 2


@pytest.mark.parametrize(("answer", "left"), [("keep", 3), ("delete", 1), ("stay", 3)])
def test_deleting_a_dossier_asks_what_becomes_of_its_nominations(
    qtbot: QtBot,
    desk: Desk,
    page: NominationsPage,
    services: Services,
    answers: Answers,
    answer: str,
    left: int,
):
    go(page, key_of(SCHOOLS.uid), qtbot, desk)
    answers.left = [answer]
    page.delete_dossier()
    settle(qtbot, desk)
    assert "Trong hồ sơ có 2 đề nghị." in answers.asked[0]
    assert services.nominations.count(Query()) == left
    assert page.places.current == (key_of(SCHOOLS.uid) if answer == "stay" else ALL)


def test_papers_that_are_there_are_ticked_and_counted(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    def fill(dialog: PapersDialog) -> bool:
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.own.setText("Danh sách trích ngang")
        dialog.add_own()
        return True

    go(page, key_of(SCHOOLS.uid), qtbot, desk)
    answers.left = [fill]
    page.show_papers()
    settle(qtbot, desk)
    there = [e.paper.name for e in services.dossiers.papers(SCHOOLS.uid) if e.paper.is_there]
    assert there == ["Tờ trình", "Danh sách trích ngang"]
    assert page._papers.text() == "Giấy tờ 2/4…"


def test_papers_of_the_law_cannot_be_left_out(
    qtbot: QtBot, desk: Desk, page: NominationsPage, answers: Answers
):
    counts: list[int] = []

    def fill(dialog: PapersDialog) -> bool:
        dialog.list.setCurrentRow(0)
        dialog.remove_own()
        counts.append(dialog.list.count())
        return False

    go(page, key_of(SCHOOLS.uid), qtbot, desk)
    answers.left = [fill]
    page.show_papers()
    settle(qtbot, desk)
    assert counts == [3]


def test_many_get_another_state_at_once(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    page.list.grid.view.selectAll()
    answers.left = [filled(state="returned", reason="Thiếu biên bản")]
    page.offers()["set_state"].run()
    settle(qtbot, desk)
    assert answers.asked == ["Đổi tình trạng 3 đề nghị"]
    kept = services.nominations.get_many(page.list.grid.model.uids)
    assert {(one.state, one.reason) for one in kept} == {("returned", "Thiếu biên bản")}


def test_commands_for_the_chosen_say_why_they_cannot_run(
    qtbot: QtBot, desk: Desk, page: NominationsPage
):
    go(page, key_of(FARMERS.uid), qtbot, desk)
    assert page.offers()["set_state"].why_not == "Hãy chọn đề nghị trước."
    assert page.offers()["enter"].why_not == "Hãy chọn đề nghị trước."


def test_the_chosen_ones_go_to_another_dossier(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    page.list.grid.view.selectAll()
    answers.left = [filled(dossier_uid=FARMERS.uid)]
    page.offers()["move"].run()
    settle(qtbot, desk)
    assert [row.count for row in services.dossiers.shelf(None).dossiers] == [3, 0]


def test_approved_ones_are_entered_into_the_register(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    page.list.grid.view.selectAll()
    answers.left = ["enter", filled(number="135/QĐ-UBND", date="2024-07-02")]
    page.offers()["enter"].run()
    settle(qtbot, desk)
    assert answers.asked[0].startswith("Chỉ 2 trong 3 đề nghị đang chọn đã “Đồng ý”.")
    assert services.awards.count(Query()) == 2
    assert "Đã khen thưởng 2" in words(page.head).replace("\N{NO-BREAK SPACE}", " ")


def test_a_decision_chosen_from_the_list_fills_in_the_rest(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    known = factory.decision(number="35/QĐ-UBND", date="2024-01-12", signer="Y Khăm")
    services.decisions.save(known)

    def fill(dialog: FormDialog[Decision]) -> bool:
        editor = dialog.form.editor("number")
        editor.show_value("35/QĐ-UBND")
        (proposal,) = page.list.suggesting.decisions("35")
        editor.taken.emit(proposal)  # type: ignore[attr-defined]
        settle(qtbot, desk)
        dialog.accept()
        return bool(dialog.result())

    go(page, key_of(SCHOOLS.uid), qtbot, desk)
    page.list.grid.view.selectAll()
    answers.left = [fill]
    page.offers()["enter"].run()
    settle(qtbot, desk)
    (row,) = services.decisions.rows(services.decisions.find(Query()))
    assert (row.uid, row.awards) == (known.uid, 2)


def test_without_an_approved_one_nothing_is_asked(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, answers: Answers
):
    go(page, LOOSE, qtbot, desk)
    page.list.grid.view.selectAll()
    page.offers()["enter"].run()
    settle(qtbot, desk)
    assert "chưa có đề nghị nào “Đồng ý”" in answers.asked[0]


def test_a_dossier_asked_for_from_elsewhere_is_gone_to(
    qtbot: QtBot, desk: Desk, page: NominationsPage
):
    page.reveal("dossier", FARMERS.uid)
    settle(qtbot, desk)
    assert page.places.current == key_of(FARMERS.uid)


def test_a_file_for_reading_alone_offers_no_writing(
    qtbot: QtBot, desk: Desk, page: NominationsPage, services: Services, wires: Wiring
):
    services.file.close()
    reading = wires.open_office(services.file.path, read_only=True)
    page = shown(NominationsPage(reading, desk), qtbot, desk)
    offers = page.offers()
    assert "chỉ để đọc" in offers["set_state"].why_not
    assert not page._new.isEnabled()
    reading.file.close()


def test_the_list_is_asked_once_at_the_first_look_and_has_the_focus(
    qtbot: QtBot, desk: Desk, sample: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Query] = []
    find = sample.nominations.find

    def noted(query: Query) -> list[str]:
        asked.append(query)
        return find(query)

    monkeypatch.setattr(sample.nominations, "find", noted)
    page = NominationsPage(sample, desk)
    page.set_year(2024)
    page.setFocus()
    shown(page, qtbot, desk)
    assert [query.year for query in asked] == [2024]
    assert page.list.grid.view.hasFocus()
