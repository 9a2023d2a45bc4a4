import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.widgets.shelf import COLUMNS, Book, Shelf
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind, RecordsPage
from thidua_desktop.ui.widgets.value_editors import NumberEditor

KIND: Kind[Book, Book] = Kind(
    name="books",
    title="Sách",
    tables=("book",),
    one="cuốn sách",
    columns=COLUMNS,
    fields=(
        Field("title", "Tên sách", LineEditor, needed=True),
        Field("year", "Năm", lambda: NumberEditor(grouped=False)),
    ),
    face=Face(lambda b: b.title, lambda b: str(b.year), "Sách mới", "Chọn một dòng để xem."),
    nothing="Chưa có sách nào.",
)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(40)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, shelf: Shelf) -> RecordsPage[Book, Book]:
    page = RecordsPage(KIND, shelf, desk)
    qtbot.addWidget(page)
    page.resize(900, 400)
    page.show()
    QTest.qWaitForWindowActive(page)
    settle(qtbot, desk)
    return page


def go_to(qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], uid: str) -> None:
    page.grid.reveal(uid)
    settle(qtbot, desk)


def type_title(page: RecordsPage[Book, Book], text: str) -> None:
    editor = page.pane.form.editor("title")
    assert isinstance(editor, LineEditor)
    editor.line.selectAll()
    QTest.keyClicks(editor.line, text)


def seen(page: RecordsPage[Book, Book]) -> set[str]:
    return {label.text() for label in page.pane.findChildren(QLabel) if label.isVisible()}


def why_not(page: RecordsPage[Book, Book], name: str) -> str:
    return page.offers()[name].why_not


def test_without_a_row_in_focus_the_pane_says_what_to_do(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book]
):
    page.set_year(1066)
    settle(qtbot, desk)
    assert "Chọn một dòng để xem." in seen(page)
    assert why_not(page, "change") == why_not(page, "delete") == "Hãy chọn một cuốn sách trước."


def test_the_row_in_focus_is_shown(qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book]):
    go_to(qtbot, desk, page, "7")
    assert {"Sách số 7", "2007"} <= seen(page)
    assert why_not(page, "change") == ""
    assert why_not(page, "save") == "Không có gì chưa cất."


def test_what_is_typed_is_saved_by_ctrl_s(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf
):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Khac")
    page.save()
    settle(qtbot, desk)
    assert shelf.books["7"].title == "Khac"
    assert page.grid.model.index(7, 0).data() == "Khac"
    assert not page.has_draft()


def test_enter_in_a_field_saves(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf
):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Khac")
    QTest.keyClick(page.pane.form.editor("title").field, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert shelf.books["7"].title == "Khac"


def test_a_broken_rule_is_told_beside_its_field_and_nothing_moves(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf
):
    go_to(qtbot, desk, page, "7")
    type_title(page, " ")
    page.save()
    settle(qtbot, desk)
    assert "Cần có tên sách." in seen(page)
    assert page.has_draft()
    assert shelf.books["7"].title == "Sách số 7"


def test_a_new_record_is_typed_and_then_in_focus(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf
):
    page.add()
    settle(qtbot, desk)
    assert {"Sách mới", "Chưa cất"} <= seen(page)
    type_title(page, "Sach them")
    page.save()
    settle(qtbot, desk)
    assert shelf.books["new"].title == "Sach them"
    assert page.grid.current == "new"


def test_leaving_a_draft_asks_and_saves(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf, answers: Answers
):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Khac")
    answers.left = ["save"]
    go_to(qtbot, desk, page, "9")
    assert shelf.books["7"].title == "Khac"
    assert "Sách số 9" in seen(page)


def test_leaving_a_draft_can_drop_it(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf, answers: Answers
):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Khac")
    answers.left = ["drop"]
    go_to(qtbot, desk, page, "9")
    assert shelf.books["7"].title == "Sách số 7"
    assert "Sách số 9" in seen(page)


def test_staying_with_a_draft_goes_back_to_its_row(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], answers: Answers
):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Khac")
    answers.left = ["stay"]
    go_to(qtbot, desk, page, "9")
    assert page.grid.current == "7"
    assert page.pane.form.draft().title == "Khac"


def test_a_search_does_not_touch_a_draft(qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book]):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Khac")
    with qtbot.waitSignal(page.grid.found):
        page.search("so 9")
    assert page.pane.form.draft().title == "Khac"


def test_one_row_is_deleted_without_a_question(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf
):
    go_to(qtbot, desk, page, "7")
    page.delete()
    settle(qtbot, desk)
    assert "7" not in shelf.books
    assert "Sách số 8" in seen(page)


def test_several_rows_are_deleted_after_a_question(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf, answers: Answers
):
    page.grid.view.selectAll()
    answers.left = ["keep"]
    go_to(qtbot, desk, page, "0")
    page.grid.view.selectAll()
    page.delete()
    settle(qtbot, desk)
    assert answers.asked == ["Xóa 40 dòng đang chọn?"]
    assert len(shelf.books) == 40


def test_a_change_from_elsewhere_is_shown(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf
):
    go_to(qtbot, desk, page, "7")
    desk.bus.changed.emit(shelf.rename("7", "Tên sau hoàn tác"))
    settle(qtbot, desk)
    assert "Tên sau hoàn tác" in seen(page)
    assert page.grid.model.index(7, 0).data() == "Tên sau hoàn tác"


def test_a_change_from_elsewhere_leaves_a_draft_alone(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], shelf: Shelf
):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Dang go")
    desk.bus.changed.emit(shelf.rename("7", "Tên sau hoàn tác"))
    settle(qtbot, desk)
    assert page.pane.form.draft().title == "Dang go"


def test_escape_asks_before_a_draft_goes(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book], answers: Answers
):
    go_to(qtbot, desk, page, "7")
    type_title(page, "Khac")
    answers.left = ["drop"]
    QTest.keyClick(page.pane.form.editor("title").field, Qt.Key.Key_Escape)
    settle(qtbot, desk)
    assert not page.has_draft()
    assert "Sách số 7" in seen(page)


def test_the_first_thing_to_do_in_an_empty_list_is_to_add(qtbot: QtBot, desk: Desk):
    page = RecordsPage(KIND, Shelf(), desk)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, desk)
    button = next(b for b in page.grid.findChildren(QPushButton) if b.isVisible())
    button.click()
    settle(qtbot, desk)
    assert "Sách mới" in seen(page)


def test_the_pane_folds_and_comes_back_for_a_change(
    qtbot: QtBot, desk: Desk, page: RecordsPage[Book, Book]
):
    go_to(qtbot, desk, page, "7")
    page.sides.fold()
    assert not page.pane.isVisible()
    page.change()
    assert page.pane.isVisible()


def test_large_letters_on_a_small_screen_begin_with_the_list_alone(
    qtbot: QtBot, desk: Desk, shelf: Shelf
):
    desk.look.set_scale(1.5)
    page = RecordsPage(KIND, shelf, desk)
    desk.look.set_scale(1.0)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, desk)
    go_to(qtbot, desk, page, "3")
    assert page.pane.isHidden()
    page.offers()["change"].run()
    assert page.pane.isVisible()
