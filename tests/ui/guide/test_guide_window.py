"""The window of the guide and the ways into it, on the pages that are shipped."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import RESOURCES, settle
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.guide import paper
from thidua_desktop.ui.guide.door import GuideDoor
from thidua_desktop.ui.guide.window import GuideWindow
from thidua_desktop.ui.look import Look

TABS = ("Tổng quan", "Kế hoạch", "Đề nghị", "Sổ khen thưởng", "Hội đồng", "Báo cáo")


class Front:
    """A main window whose tab in front is what a test says."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.tab = ""
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        QTest.qWaitForWindowActive(self.window)
        self.door = GuideDoor(RESOURCES / "guide", TABS, lambda: self.tab, desk, self.window)

    @property
    def guide(self) -> GuideWindow:
        assert self.door.window is not None
        return self.door.window


@pytest.fixture
def front(qtbot: QtBot, desk: Desk) -> Iterator[Front]:
    made = Front(qtbot, desk)
    yield made
    if made.door.window:
        made.door.window.close()


def opened(front: Front, tab: str = "") -> GuideWindow:
    front.tab = tab
    front.door.open()
    QTest.qWaitForWindowExposed(front.guide)
    return front.guide


def shown(guide: GuideWindow) -> str:
    return guide.page.toPlainText().partition("\n")[0]


@pytest.mark.parametrize("tab", TABS)
def test_the_guide_opens_at_the_page_of_the_tab_in_front(front: Front, tab: str):
    assert shown(opened(front, tab)) == tab


def test_without_a_file_the_guide_opens_at_its_first_page(front: Front):
    assert shown(opened(front)) == "Bắt đầu"


def test_a_notice_of_trouble_opens_the_page_about_it(front: Front):
    assert shown(opened(front, "NoticePage")) == "Khi có sự cố"


def test_ctrl_slash_in_a_dialog_asks_for_the_keys(front: Front, qtbot: QtBot):
    dialog = QDialog(front.window)
    dialog.setModal(True)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    with qtbot.waitSignal(front.door.keys_asked):
        QTest.keyClick(field, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)


def test_f1_in_a_dialog_opens_the_page_about_it(front: Front, qtbot: QtBot):
    dialog = QDialog(front.window)
    dialog.setWindowTitle("Nhiệm kỳ mới")
    dialog.setModal(True)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_F1)
    assert shown(front.guide) == "Hội đồng"


def test_a_missing_guide_is_told(desk: Desk, qtbot: QtBot, tmp_path: Any, answers: Answers):
    window = QMainWindow()
    qtbot.addWidget(window)
    door = GuideDoor(tmp_path, TABS, lambda: "", desk, window)
    door.open()
    assert door.window is None
    assert "Hãy cài lại chương trình." in answers.asked[0]


def test_search_without_marks_lists_only_pages_with_the_words(front: Front):
    guide = opened(front)
    QTest.keyClicks(guide.search, "nhiem ky chu tich")
    assert [key for key in guide.contents.keys if key] == ["hoi-dong"]
    assert shown(guide) == "Hội đồng"


def test_words_found_are_tinted(front: Front):
    guide = opened(front, "Hội đồng")
    QTest.keyClicks(guide.search, "nhiem")
    tinted = [each.cursor.selectedText().lower() for each in guide.page.extraSelections()]
    assert set(tinted) == {"nhiệm"}


def test_the_very_words_sought_come_before_words_that_begin_so(front: Front):
    guide = opened(front)
    QTest.keyClicks(guide.search, "dan excel")
    assert shown(guide) == "Gõ và dán trong danh sách"
    tinted = {each.cursor.selectedText().lower() for each in guide.page.extraSelections()}
    assert tinted == {"dán", "excel"}


def test_a_search_that_finds_nothing_says_so(front: Front):
    guide = opened(front)
    QTest.keyClicks(guide.search, "xyzxyz")
    assert guide.none_found.isVisible()


def test_back_and_forward_go_through_the_pages_seen(front: Front):
    guide = opened(front, "Hội đồng")
    guide.page.setSource(QUrl("bao-cao.md"))
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(guide) == "Hội đồng"
    QTest.keyClick(guide, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(guide) == "Báo cáo"


def test_the_page_shown_is_chosen_in_the_contents(front: Front):
    guide = opened(front, "Báo cáo")
    assert guide.contents.current == "bao-cao"


def test_all_keys_are_listed_on_their_page(front: Front):
    guide = opened(front)
    guide.page.go_to("phim-tat")
    text = guide.page.toPlainText()
    assert "Ctrl+Alt+F" in text
    assert "Thẻ Hội đồng" in text


def test_letters_grow_with_the_window(front: Front, desk: Desk):
    guide = opened(front)
    try:
        desk.look.set_scale(1.5)
        assert guide.page.document().defaultFont().pointSizeF() == 10.5 * 1.5
    finally:
        desk.look.set_scale(1.0)


def test_esc_clears_the_search_first_then_closes(front: Front):
    guide = opened(front)
    QTest.keyClicks(guide.search, "in")
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert guide.search.text() == ""
    assert guide.isVisible()
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_a_page_goes_to_the_preview(front: Front, qtbot: QtBot, desk: Desk, answers: Answers):
    answers.left += ["page", lambda _preview: False]
    guide = opened(front, "Hội đồng")
    QTest.keyClick(guide, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert answers.asked == ["In trang đang xem hay cả hướng dẫn?", "Hướng dẫn"]


def test_the_guide_on_paper_has_every_page_on_a_sheet_of_its_own(tmp_path: Path, look: Look):
    path = tmp_path / "guide.pdf"
    paper.write(["# Một\n\nChữ đậm: **Đắk Glei**", "# Hai\n\nHết"], path)
    pdf = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    assert len(texts) == 2
    assert "Đắk Glei" in texts[0]
    assert "Hết" in texts[1]


def test_lines_stay_short_in_a_wide_window(front: Front):
    guide = opened(front)
    guide.resize(1366, 700)
    assert guide.page.lineWrapColumnOrWidth() == 700
