import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.translation import WORDS, translate_qt


@pytest.fixture(scope="module", autouse=True)
def _vietnamese(qapp: QApplication):
    translate_qt(qapp)


def test_standard_buttons_are_vietnamese(qtbot: QtBot):
    every = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(every.Ok | every.Cancel | every.Yes | every.No | every.Close)
    qtbot.addWidget(box)
    words = {button.text().replace("&", "") for button in box.buttons()}
    assert words == {"Đồng ý", "Bỏ qua", "Có", "Không", "Đóng"}


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field_is_vietnamese(qtbot: QtBot, kind: type[QLineEdit]):
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    assert set(filter(None, words)) <= set(WORDS.values())
    assert words.count("Dán") == 1


def test_the_menu_of_a_scroll_bar_is_vietnamese():
    assert QApplication.translate("QScrollBar", "Scroll here") == "Cuộn đến đây"


def test_a_file_window_has_no_english_words(qtbot: QtBot):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert english(dialog) == set()


def test_words_qt_alone_knows_stay_as_they_are():
    assert QApplication.translate("QAnything", "Never seen") == "Never seen"


def english(window: QWidget) -> set[str]:
    """Return what stands on labels and buttons of *window* and is not in our words."""
    labels = [label.text() for label in window.findChildren(QLabel)]
    buttons = [button.text() for button in window.findChildren(QAbstractButton)]
    tips = [button.toolTip() for button in window.findChildren(QAbstractButton)]
    plain = {text.replace("&", "") for text in labels + buttons + tips}
    return {text for text in plain if text and text not in WORDS.values()}
