import pytest
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.elided import ElidedLines

LONG = "Tổng kết phong trào thi đua năm 2023 của huyện; phát động thi đua năm 2024 ở các xã"


@pytest.fixture
def title(qtbot: QtBot, look: Look) -> ElidedLines:
    label = ElidedLines(2)
    qtbot.addWidget(label)
    label.resize(220, 100)
    label.show()
    return label


def test_more_than_two_lines_end_in_an_ellipsis(title: ElidedLines):
    title.say(LONG)
    assert title.text().endswith("…")
    assert title.heightForWidth(220) <= 2 * title.fontMetrics().lineSpacing() + 2


def test_all_the_words_are_in_the_tip_and_read_aloud(title: ElidedLines):
    title.say(LONG)
    assert (title.toolTip(), title.accessibleName(), title.words) == (LONG, LONG, LONG)


def test_all_the_words_are_seen_once_there_is_room(title: ElidedLines):
    title.say(LONG)
    title.resize(900, 100)
    assert (title.text(), title.toolTip()) == (LONG, "")
