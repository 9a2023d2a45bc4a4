import logging
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from thidua_desktop.ui.crash import CrashGuard

NOW = datetime(2024, 6, 10, 10, 32)


@pytest.fixture
def guard(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[CrashGuard]:
    guard = CrashGuard(tmp_path, "Thi đua 0.1.0", answers, lambda: NOW)
    guard.install()
    yield guard
    guard.release()


def fall(guard: CrashGuard, our_log: list[logging.LogRecord]) -> None:
    """Let something fail that nobody catches, and take its word out of the log."""
    try:
        raise ZeroDivisionError("chia cho không")
    except ZeroDivisionError as error:
        guard.take(error)
    assert "chia cho không" in our_log.pop().getMessage()


def test_a_fault_is_reported_with_versions_before_anyone_is_asked(
    guard: CrashGuard, tmp_path: Path, answers: Answers, our_log: list[logging.LogRecord]
):
    answers.left = ["go_on"]
    fall(guard, our_log)
    assert answers.asked == []
    report = (tmp_path / "loi-20240610-103200.txt").read_text("utf-8")
    about, system, at, *_ = report.splitlines()
    assert (about, at) == ("Thi đua 0.1.0", "10/06/2024 10:32:00")
    assert "Python 3" in system
    assert "ZeroDivisionError: chia cho không" in report


def refuse(words: str) -> None:
    raise ValueError(words)


def test_a_report_has_places_in_the_program_and_no_words_of_the_office(
    qtbot: QtBot,
    guard: CrashGuard,
    tmp_path: Path,
    answers: Answers,
    our_log: list[logging.LogRecord],
):
    answers.left = ["go_on"]
    name = " ".join(("Lò", "Thị", "Mây"))  # Lines of the program stand in a report as they are.
    try:
        try:
            refuse(name)
        except ValueError as error:
            raise KeyError(name) from error
    except KeyError as error:
        guard.take(error)
    qtbot.waitUntil(lambda: not answers.left)
    report = (tmp_path / "loi-20240610-103200.txt").read_text("utf-8")
    assert "in refuse" in report
    assert "builtins.ValueError\n" in report
    assert "builtins.KeyError\n" in report
    assert name not in report + our_log.pop().getMessage()


def test_the_officer_sees_where_the_report_lies_and_opens_the_folder(
    qtbot: QtBot,
    guard: CrashGuard,
    tmp_path: Path,
    answers: Answers,
    our_log: list[logging.LogRecord],
    monkeypatch: pytest.MonkeyPatch,
):
    opened: list[str] = []
    monkeypatch.setattr(
        "thidua_desktop.ui.crash.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    answers.left = ["folder", "go_on"]
    fall(guard, our_log)
    qtbot.waitUntil(lambda: not answers.left)
    assert opened == [str(tmp_path)]
    assert str(tmp_path / "loi-20240610-103200.txt") in answers.details[0]


def test_the_officer_is_told_and_may_go_on(
    qtbot: QtBot, guard: CrashGuard, answers: Answers, our_log: list[logging.LogRecord]
):
    answers.left = ["go_on"]
    with qtbot.assertNotEmitted(guard.quit_asked):
        fall(guard, our_log)
        qtbot.waitUntil(lambda: answers.asked == ["Chương trình gặp một lỗi ngoài dự tính."])


def test_the_officer_may_close_the_program(
    qtbot: QtBot, guard: CrashGuard, answers: Answers, our_log: list[logging.LogRecord]
):
    answers.left = ["quit"]
    with qtbot.waitSignal(guard.quit_asked):
        fall(guard, our_log)


def test_the_report_is_saved_where_the_officer_says(
    qtbot: QtBot,
    guard: CrashGuard,
    answers: Answers,
    tmp_path: Path,
    our_log: list[logging.LogRecord],
):
    stick = tmp_path / "bao-cao.txt"
    answers.left = ["report", stick, "go_on"]
    fall(guard, our_log)
    qtbot.waitUntil(lambda: not answers.left)
    assert "chia cho không" in stick.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_told(
    qtbot: QtBot,
    guard: CrashGuard,
    answers: Answers,
    tmp_path: Path,
    our_log: list[logging.LogRecord],
):
    answers.left = ["report", tmp_path / "gone" / "x.txt", "go_on"]
    fall(guard, our_log)
    qtbot.waitUntil(lambda: not answers.left)
    assert answers.asked[2].startswith("Không ghi được x.txt.")


def test_a_fault_of_another_thread_is_told_on_the_windows_thread(
    qtbot: QtBot, guard: CrashGuard, answers: Answers, our_log: list[logging.LogRecord]
):
    answers.left = ["go_on"]
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: not answers.left)
    assert "ZeroDivisionError" in our_log.pop().getMessage()


def test_faults_during_the_telling_do_not_pile_up(
    qtbot: QtBot, guard: CrashGuard, answers: Answers, our_log: list[logging.LogRecord]
):
    def another_falls_first() -> str:
        fall(guard, our_log)
        qtbot.wait(10)
        return "go_on"

    answers.left = [another_falls_first]
    fall(guard, our_log)
    qtbot.waitUntil(lambda: not answers.left)
    assert len(answers.asked) == 1


def test_the_end_of_the_last_run_is_offered(qtbot: QtBot, tmp_path: Path, answers: Answers):
    (tmp_path / "last-run.txt").write_text("Fatal Python error: Aborted\n", "utf-8")
    guard = CrashGuard(tmp_path, "Thi đua 0.1.0", answers, lambda: NOW)
    guard.install()
    answers.left = ["report", tmp_path / "saved.txt", "go_on"]
    guard.tell_last_run()
    guard.release()
    assert answers.asked[0] == "Lần chạy trước, chương trình đã dừng đột ngột."
    assert "Fatal Python error" in (tmp_path / "saved.txt").read_text("utf-8")


def test_a_run_that_ended_well_leaves_nothing_to_offer(guard: CrashGuard, answers: Answers):
    guard.tell_last_run()
    assert answers.asked == []


def test_the_hooks_are_given_back(qtbot: QtBot, tmp_path: Path, answers: Answers):
    guard = CrashGuard(tmp_path, "", answers, lambda: NOW)
    guard.install()
    guard.release()
    assert sys.excepthook is sys.__excepthook__
