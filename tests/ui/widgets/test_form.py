from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.shelf import Book, Place
from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.form import Difference, Field, Form
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor

FIELDS = (
    Field("title", "Tên sách", LineEditor, group="Sách", needed=True, tip="Như trên bìa"),
    Field("year", "Năm", lambda: NumberEditor(grouped=False)),
    Field("place.room", "Phòng", DateEditor, group="Nơi để"),
)
BOOK = Book("1", "Sách hay", 2024, Place("2024-06"))


@pytest.fixture
def form(qtbot: QtBot, look: Look) -> Form[Book]:
    form: Form[Book] = Form(FIELDS, look)
    qtbot.addWidget(form)
    form.show_value(BOOK)
    form.resize(320, 240)
    form.show()
    QTest.qWaitForWindowActive(form)
    return form


def type_in(form: Form[Book], name: str, text: str) -> None:
    """Replace what stands in the field *name*, as keys do."""
    editor = form.editor(name)
    assert isinstance(editor, LineEditor)
    editor.line.selectAll()
    QTest.keyClicks(editor.line, text)


def problems_seen(form: Form[Book]) -> list[str]:
    """Return the texts in the colour of problems that can be seen."""
    labels = form.findChildren(QLabel)
    return [each.text() for each in labels if each.property("tone") == "red" and each.isVisible()]


def test_a_value_not_touched_comes_back_the_same(form: Form[Book]):
    assert form.draft() is BOOK
    assert not form.is_dirty


def test_what_is_typed_is_in_the_draft_at_its_place(form: Form[Book]):
    type_in(form, "title", "Khac")
    type_in(form, "place.room", "2023")
    assert form.draft() == Book("1", "Khac", 2024, Place("2023"))


def test_a_value_the_form_would_write_otherwise_stays_as_it_is(form: Form[Book]):
    odd = replace(BOOK, title="Hai  dấu cách")
    form.show_value(odd)
    assert form.draft() == odd


def test_dirty_begins_and_ends_with_what_is_typed(qtbot: QtBot, form: Form[Book]):
    with qtbot.waitSignal(form.dirty_changed) as told:
        type_in(form, "year", "2025")
    assert told.args == [True]
    with qtbot.waitSignal(form.dirty_changed) as told:
        type_in(form, "year", "2024")
    assert told.args == [False]


def test_a_problem_stands_beside_its_field_and_has_the_focus(form: Form[Book]):
    form.mark([Problem("place.room", "Không có phòng này.")])
    assert problems_seen(form) == ["Không có phòng này."]
    editor = form.editor("place.room")
    assert isinstance(editor, LineEditor)
    assert editor.line.hasFocus()


def test_a_problem_without_a_field_stands_on_top(form: Form[Book]):
    form.mark([Problem("shelf", "Kệ đã đầy.")])
    assert problems_seen(form) == ["Kệ đã đầy."]


def test_typing_takes_the_problem_of_its_field_away(form: Form[Book]):
    form.mark([Problem("title", "Cần có tên."), Problem("year", "Năm sai.")])
    type_in(form, "title", "x")
    assert problems_seen(form) == ["Năm sai."]


def test_what_cannot_be_understood_is_a_problem_of_the_form(form: Form[Book]):
    type_in(form, "place.room", "31/2/24")
    assert [problem.field for problem in form.problems()] == ["place.room"]


def test_another_value_takes_marks_and_typing_away(form: Form[Book]):
    type_in(form, "title", "x")
    form.mark([Problem("title", "Cần có tên.")])
    form.show_value(Book("2", "Sách khác"))
    assert (form.draft().title, form.is_dirty, problems_seen(form)) == ("Sách khác", False, [])


def test_what_was_typed_while_saving_stays_typed(form: Form[Book]):
    type_in(form, "title", "Moi")
    saved = form.draft()
    type_in(form, "year", "2030")
    form.rebase(saved)
    assert form.is_dirty
    assert form.draft() == replace(saved, year=2030)


def test_tab_goes_in_reading_order(form: Form[Book]):
    form.begin()
    order = []
    for _ in FIELDS:
        focused = form.window().focusWidget()
        assert focused is not None
        order.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert order == ["Tên sách", "Năm", "Phòng"]


def test_labels_lead_to_their_fields_and_name_them(form: Form[Book]):
    labels = form.findChildren(QLabel)
    buddies = [(each.text(), cast(QWidget | None, each.buddy())) for each in labels]
    assert {words: field for words, field in buddies if words and field is not None} == {
        "Tên sách *": form.editor("title"),
        "Năm": form.editor("year"),
        "Phòng": form.editor("place.room"),
    }


def test_differences_are_told_as_one_reads_them(form: Form[Book]):
    type_in(form, "year", "2023")
    type_in(form, "place.room", "1/7/2024")
    assert form.differences() == [
        Difference("Năm", "2024", "2023"),
        Difference("Phòng", "06/2024", "1/7/2024"),
    ]


def test_what_is_no_value_yet_is_a_difference_too(form: Form[Book]):
    type_in(form, "place.room", "31/2/2024")
    assert form.differences() == [Difference("Phòng", "06/2024", "31/2/2024")]


def test_values_can_be_put_in_as_if_typed(form: Form[Book]):
    form.type_in({"title": "Khác", "place.room": "2023"})
    assert form.draft() == Book("1", "Khác", 2024, Place("2023"))
    assert form.is_dirty


def test_a_remark_stands_beside_its_field_until_that_is_changed(form: Form[Book]):
    form.remark("title", "Đã được sửa thành “Sách cũ”.")
    said = [each for each in form.findChildren(QLabel) if each.text().startswith("Đã được sửa")]
    assert said[0].isVisible()
    assert said[0].property("tone") == "amber"
    type_in(form, "title", "x")
    assert not said[0].isVisible()
