"""A figure is found by words and chosen by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typing import compose
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.reports.figure_dialog import Countable, FigureDialog

FIGURES = [
    Countable("awards.person", "Số lượt cá nhân được khen", "226"),
    Countable("council.members", "Số thành viên Hội đồng", "13"),
    Countable("awards.collective", "Số lượt tập thể được khen", "92"),
]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def dialog(parent: QWidget, look: Look) -> FigureDialog:
    dialog = FigureDialog(FIGURES, look, parent)
    dialog.show()
    QTest.qWaitForWindowActive(dialog)
    dialog.words.setFocus()
    return dialog


def test_words_without_marks_find_a_figure(dialog: FigureDialog):
    QTest.keyClicks(dialog.words, "hoi dong")
    assert dialog.chosen() == FIGURES[1]


def test_words_with_marks_find_it_too(dialog: FigureDialog):
    compose(dialog.words, "tậ", commit="tập thể")
    assert dialog.chosen() == FIGURES[2]


def test_arrows_go_through_what_is_found_while_one_types(dialog: FigureDialog):
    QTest.keyClicks(dialog.words, "khen")
    QTest.keyClick(dialog.words, Qt.Key.Key_Down)
    assert dialog.chosen() == FIGURES[2]
    QTest.keyClick(dialog.words, Qt.Key.Key_Up)
    assert dialog.chosen() == FIGURES[0]


def test_nothing_found_puts_nothing(dialog: FigureDialog):
    QTest.keyClicks(dialog.words, "xyz")
    assert dialog.chosen() is None
