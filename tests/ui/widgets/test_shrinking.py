import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.shrinking import Shrinking

LINES = (
    "Cả lần nhập là một bước: Ctrl+Z sau đó lấy lại hết.",
    "Huyện mẫu.thidua · Ủy ban nhân dân huyện Đắk Măng · tệp mẫu, người và số liệu đặt ra",
    "Đã nộp",
)


def seen(qtbot: QtBot, words: str, width: int) -> str:
    """Return what is seen of *words* at the left of a row of *width*."""
    page, label = QWidget(), Shrinking()
    qtbot.addWidget(page)
    layout = QHBoxLayout(page)
    layout.addWidget(label)
    layout.addStretch()
    label.say(words)
    page.resize(width, 40)
    page.show()
    QTest.qWaitForWindowExposed(page)
    return label.text()


@pytest.mark.parametrize("words", LINES)
def test_words_with_room_are_whole(qtbot: QtBot, look: Look, words: str):
    assert seen(qtbot, words, 1200) == words


def test_words_without_room_end_in_an_ellipsis(qtbot: QtBot, look: Look):
    assert seen(qtbot, LINES[1], 200).endswith("…")
