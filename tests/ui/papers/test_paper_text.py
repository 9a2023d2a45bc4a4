"""Writing a paper: keys, numbers, notes, figures, the clipboard."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.typing import compose, unikey
from thidua_desktop.domain.blocks import Block
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.paper_text import PaperText
from thidua_desktop.ui.papers.prose import Manner

BLOCKS = [
    Block(kind="heading", depth=1, number="I.", body="CÔNG TÁC CHỈ ĐẠO"),
    Block(body="Đã ban hành kế hoạch<fn>Kế hoạch số 10</fn>."),
    Block(kind="bullet", number="-", body="Cấp tỉnh"),
]


@pytest.fixture
def text(qtbot: QtBot, look: Look) -> PaperText:
    text = PaperText("Nội dung", look, {})
    qtbot.addWidget(text)
    text.resize(480, 320)
    text.show_blocks(BLOCKS)
    text.show()
    QTest.qWaitForWindowActive(text)
    text.setFocus()
    return text


def stand(text: PaperText, words: str, *, after: bool = True) -> None:
    found = text.document().find(words)
    cursor = text.textCursor()
    cursor.setPosition(found.selectionEnd() if after else found.selectionStart())
    text.setTextCursor(cursor)


def bodies(text: PaperText) -> list[str]:
    return [block.body for block in text.blocks()]


def test_after_a_heading_comes_prose(text: PaperText):
    stand(text, "CHỈ ĐẠO")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "Trong ky")
    made = text.blocks()[1]
    assert (made.kind, made.number, made.body) == ("paragraph", "", "Trong ky")


def test_after_a_bullet_comes_a_bullet_and_an_empty_one_ends_the_list(text: PaperText):
    stand(text, "Cấp tỉnh")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.manner() == Manner("bullet", 0, "-")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.manner() == Manner()


def test_a_line_typed_with_a_number_becomes_that_section_when_it_ends(text: PaperText):
    stand(text, "Cấp tỉnh")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "2. Han che")
    assert text.manner() == Manner()
    QTest.keyClick(text, Qt.Key.Key_Return)
    made = text.blocks()[3]
    assert (made.kind, made.depth, made.number, made.body) == ("heading", 2, "2.", "Han che")


def test_backspace_at_the_beginning_takes_the_number_off_first(text: PaperText):
    stand(text, "Cấp tỉnh", after=False)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.manner() == Manner()
    assert bodies(text)[2] == "Cấp tỉnh"


def test_a_heading_made_here_follows_those_above(text: PaperText):
    stand(text, "Cấp tỉnh")
    text.set_depth(1)
    assert text.blocks()[2].number == "II."


def test_letters_of_unikey_come_out_right(text: PaperText):
    stand(text, "Cấp tỉnh")
    unikey(text, " d<đu<ưo<ơc<<ợc")
    assert bodies(text)[2] == "Cấp tỉnh được"


def test_an_input_method_writes_in_the_middle_of_a_paragraph(text: PaperText):
    stand(text, "ban hành")
    compose(text, "ê", "ế", commit=" kịp thời")
    assert bodies(text)[1].startswith("Đã ban hành kịp thời kế hoạch")


def test_bold_and_italic_are_kept_as_markup(text: PaperText):
    cursor = text.document().find("Cấp tỉnh")
    text.setTextCursor(cursor)
    text.toggle_bold()
    assert bodies(text)[2] == "<b>Cấp tỉnh</b>"
    text.toggle_bold()
    text.toggle_italic()
    assert bodies(text)[2] == "<i>Cấp tỉnh</i>"


def test_a_note_is_put_where_the_caret_stands(text: PaperText):
    stand(text, "Cấp tỉnh")
    text.put_note("Quyết định số <i>12</i>")
    QTest.keyClicks(text, ", x")
    assert bodies(text)[2] == "Cấp tỉnh<fn>Quyết định số <i>12</i></fn>, x"


def test_the_note_near_the_caret_is_read_and_changed(text: PaperText):
    stand(text, "kế hoạch")
    place = text.note_near()
    assert (text.note_body(place), text.note_number(place)) == ("Kế hoạch số 10", 1)
    text.put_note("Kế hoạch số 11", place)
    assert bodies(text)[1] == "Đã ban hành kế hoạch<fn>Kế hoạch số 11</fn>."


def test_a_live_figure_keeps_its_name(text: PaperText):
    stand(text, "Cấp tỉnh")
    text.put_figure("awards.province.person", "05")
    assert bodies(text)[2] == 'Cấp tỉnh<field name="awards.province.person">05</field>'


def test_what_is_copied_here_comes_back_with_its_notes_and_numbers(text: PaperText):
    text.selectAll()
    copied = text.createMimeDataFromSelection()
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Return)
    text.insertFromMimeData(copied)
    assert bodies(text)[3:] == bodies(text)[:3]
    assert [block.number for block in text.blocks()] == ["I.", "", "-", "I.", "", "-"]
    assert copied.text().splitlines()[1] == "Đã ban hành kế hoạch (Kế hoạch số 10)."


def test_a_piece_of_a_paragraph_is_pasted_into_the_middle_of_another(text: PaperText):
    text.setTextCursor(text.document().find("ban hành"))
    copied = text.createMimeDataFromSelection()
    stand(text, "Cấp")
    text.insertFromMimeData(copied)
    assert bodies(text)[2] == "Cấpban hành tỉnh"


def test_text_of_word_keeps_italic_and_bold_and_loses_its_fonts(text: PaperText):
    data = QMimeData()
    data.setHtml(
        "<p style='font-family:Arial;font-size:20pt'>Một <b>hai</b></p><p>2. <i>Ba</i></p>"
    )
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Return)
    text.insertFromMimeData(data)
    assert bodies(text)[3:] == ["Một <b>hai</b>", "<i>Ba</i>"]
    assert text.blocks()[4].number == "2."


def test_undo_takes_back_what_was_typed_and_not_what_was_shown(text: PaperText):
    stand(text, "Cấp tỉnh")
    QTest.keyClicks(text, " va huyen")
    QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bodies(text)[2] == "Cấp tỉnh"
    text.undo()
    assert bodies(text) == [block.body for block in BLOCKS]


def test_showing_figures_is_no_change_of_the_text(qtbot: QtBot, text: PaperText):
    with qtbot.assertNotEmitted(text.edited):
        text.show_figures({"awards.province.person": "07"})
    assert not text.document().isModified()


def test_the_heading_above_the_caret_is_told(qtbot: QtBot, text: PaperText):
    text.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.waitSignal(text.placed_in) as told:
        stand(text, "Cấp tỉnh")
    assert told.args == [BLOCKS[0].uid]
