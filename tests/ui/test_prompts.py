from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.prompts import Choice, FileKind, ScreenPrompts

CHOICES = (Choice("save", "Cất"), Choice("drop", "Bỏ phần đang sửa"), Choice("stay", "Ở lại"))
EXCEL = FileKind("Bảng tính Excel", ("xlsx", "xls"))
PDF = FileKind("PDF", ("pdf",))


@pytest.fixture
def prompts(qtbot: QtBot, look: Look, memory: Memory) -> ScreenPrompts:
    return ScreenPrompts(memory)


def answer(press: Callable[[QMessageBox], None]) -> list[str]:
    """Do *press* to the box that opens next; the list gets its words."""
    words: list[str] = []

    def wait() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(5, wait)
            return
        words.extend([box.text(), box.informativeText(), *(b.text() for b in box.buttons())])
        press(box)

    QTimer.singleShot(0, wait)
    return words


def key(which: Qt.Key) -> Callable[[QMessageBox], None]:
    return lambda box: QTest.keyClick(box, which)


def test_buttons_are_verbs(prompts: ScreenPrompts):
    words = answer(key(Qt.Key.Key_Escape))
    prompts.ask("Có phần chưa cất.", CHOICES, "Ba dòng.")
    assert words[:2] == ["Có phần chưa cất.", "Ba dòng."]
    assert set(words[2:]) == {"Cất", "Bỏ phần đang sửa", "Ở lại"}


def test_enter_takes_the_first_choice(prompts: ScreenPrompts):
    answer(key(Qt.Key.Key_Return))
    assert prompts.ask("Có phần chưa cất.", CHOICES) == "save"


def test_escape_takes_the_last_choice(prompts: ScreenPrompts):
    answer(key(Qt.Key.Key_Escape))
    assert prompts.ask("Có phần chưa cất.", CHOICES) == "stay"


def test_a_pressed_button_is_the_choice(prompts: ScreenPrompts):
    answer(lambda box: next(b for b in box.buttons() if b.text().startswith("Bỏ")).click())
    assert prompts.ask("Có phần chưa cất.", CHOICES) == "drop"


def test_trouble_says_what_is_safe_and_what_to_do(prompts: ScreenPrompts):
    words = answer(key(Qt.Key.Key_Escape))
    prompts.tell("Đĩa đầy.", "Tệp vẫn nguyên.", "Hãy xóa bớt tệp cũ.")
    assert words == ["Đĩa đầy.", "Tệp vẫn nguyên.\n\nHãy xóa bớt tệp cũ.", "Đóng"]


def test_text_of_a_file_is_never_read_as_markup(prompts: ScreenPrompts):
    formats: list[Qt.TextFormat] = []

    def look_and_close(box: QMessageBox) -> None:
        formats.append(box.textFormat())
        box.close()

    answer(look_and_close)
    prompts.tell("Tệp <b>Đắk</b> bị hỏng.")
    assert formats == [Qt.TextFormat.PlainText]


@pytest.mark.parametrize(
    ("chosen", "used", "path"),
    [
        ("so.xlsx", EXCEL, "so.xlsx"),
        ("so.XLSX", EXCEL, "so.XLSX"),
        ("so", PDF, "so.pdf"),
        ("so 1.2024", EXCEL, "so 1.2024.xlsx"),
        ("so.pdf", EXCEL, "so.pdf"),
    ],
)
def test_a_file_to_write_gets_the_suffix_of_its_kind(
    prompts: ScreenPrompts,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    chosen: str,
    used: FileKind,
    path: str,
):
    given = (str(tmp_path / chosen), used.filter)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: given)
    assert prompts.save_file("Xuất", "so.xlsx", (EXCEL, PDF)) == tmp_path / path


def test_the_next_file_begins_where_the_last_one_was(
    prompts: ScreenPrompts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    begun: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        begun.append(folder)
        return str(tmp_path / "a.thidua"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    prompts.open_file("Mở", (EXCEL,))
    prompts.open_file("Mở", (EXCEL,))
    assert begun == ["", str(tmp_path)]


def test_no_file_chosen_is_none(prompts: ScreenPrompts, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    assert prompts.open_file("Mở", (EXCEL,)) is None
