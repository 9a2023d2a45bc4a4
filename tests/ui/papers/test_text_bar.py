"""What a paragraph is can be said by keys, as in Word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.blocks import Block
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers.paper_text import PaperText
from thidua_desktop.ui.papers.prose import Manner
from thidua_desktop.ui.papers.text_bar import TextBar

BLOCKS = [
    Block(kind="heading", depth=1, number="I.", body="KẾT QUẢ"),
    Block(kind="heading", depth=2, number="1.", body="Phong trào"),
    Block(body="Một"),
    Block(body="Hai"),
    Block(kind="table", body="TT\tXã\n1\tĐắk Lua"),
]
CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def text(qtbot: QtBot, look: Look) -> Iterator[PaperText]:
    """A text under its bar, the caret in "Một"."""
    page = QWidget()
    qtbot.addWidget(page)
    text = PaperText("Nội dung", look, {})
    column = QVBoxLayout(page)
    column.addWidget(TextBar(text, look))
    column.addWidget(text)
    text.show_blocks(BLOCKS)
    page.show()
    QTest.qWaitForWindowActive(page)
    text.setFocus()
    text.setTextCursor(text.document().find("Một"))
    yield text
    page.close()


def numbers(text: PaperText) -> list[str]:
    return [block.number for block in text.blocks()]


@pytest.mark.parametrize(
    ("key", "manner"),
    [
        (Qt.Key.Key_1, Manner("heading", 1, "II.")),
        (Qt.Key.Key_2, Manner("heading", 2, "2.")),
        (Qt.Key.Key_3, Manner("heading", 3, "1.1.")),
        (Qt.Key.Key_0, Manner()),
    ],
)
def test_control_alt_and_a_digit_makes_a_heading(text: PaperText, key: Qt.Key, manner: Manner):
    QTest.keyClick(text, key, CONTROL_ALT)
    assert text.manner() == manner


def test_control_shift_l_makes_a_bullet(text: PaperText):
    QTest.keyClick(text, Qt.Key.Key_L, CONTROL_SHIFT)
    assert text.manner() == Manner("bullet", 0, "-")


def test_several_paragraphs_are_numbered_one_after_the_other(text: PaperText):
    cursor = text.textCursor()
    cursor.setPosition(text.document().find("Hai").selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_3, CONTROL_ALT)
    assert numbers(text)[2:4] == ["1.1.", "1.2."]


def test_alt_shift_and_arrows_change_the_level(text: PaperText):
    found = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(text, key, ALT_SHIFT)
        found.append(text.manner().number)
    assert found == ["-", "+", "+", "-"]


def test_a_heading_goes_deeper_and_takes_the_number_there(text: PaperText):
    text.setTextCursor(text.document().find("Phong trào"))
    QTest.keyClick(text, Qt.Key.Key_Right, ALT_SHIFT)
    assert (text.manner().depth, text.manner().number) == (3, "1.")
    QTest.keyClick(text, Qt.Key.Key_Left, ALT_SHIFT)
    QTest.keyClick(text, Qt.Key.Key_Left, ALT_SHIFT)
    QTest.keyClick(text, Qt.Key.Key_Left, ALT_SHIFT)
    assert (text.manner().depth, text.manner().number) == (1, "II.")


def test_a_table_stays_a_table_whatever_is_chosen(text: PaperText):
    text.selectAll()
    text.set_depth(2)
    assert [block.kind for block in text.blocks()][-1] == "table"


def test_a_new_table_stands_below_the_paragraph_of_the_caret(text: PaperText):
    text.put_new_table("A\tB\n1\t2")
    kinds = [block.kind for block in text.blocks()]
    assert kinds == ["heading", "heading", "paragraph", "table", "paragraph", "table"]
    assert text.blocks()[3].body == "A\tB\n1\t2"


def test_the_table_at_the_caret_is_found(text: PaperText):
    assert text.table_near() == -1
    text.moveCursor(QTextCursor.MoveOperation.End)
    assert text.table_body(text.table_near()) == "TT\tXã\n1\tĐắk Lua"


def test_a_text_to_read_takes_no_keys(text: PaperText):
    text.setReadOnly(True)
    QTest.keyClick(text, Qt.Key.Key_1, CONTROL_ALT)
    assert text.manner() == Manner()
