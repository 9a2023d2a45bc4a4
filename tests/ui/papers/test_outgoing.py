"""A file is written whole or not at all; a paper is shown once it is drawn."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from thidua_desktop.domain.errors import OutsideError
from thidua_desktop.domain.work import Ticket, remark
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Job
from thidua_desktop.ui.papers.outgoing import PDF, Outgoing, drawn, write_whole
from thidua_desktop.ui.printing.preview_window import PreviewWindow, Printers


class Quiet:
    def step(self, done: int, total: int, text: str) -> None:
        """Take note of nothing."""


def test_a_file_takes_the_place_of_the_older_one(tmp_path: Path):
    path = tmp_path / "báo cáo.pdf"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_nothing(tmp_path: Path):
    folder = tmp_path / "thư mục.pdf"
    folder.mkdir()
    with pytest.raises(OutsideError, match=r"Không ghi được “thư mục\.pdf”"):
        write_whole(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_that_is_gone_is_told(tmp_path: Path):
    with pytest.raises(OutsideError, match=r"Không ghi được “báo cáo\.pdf”"):
        write_whole(tmp_path / "đã rút" / "báo cáo.pdf", b"new")


def test_a_drawing_leaves_no_file_behind():
    where: list[Path] = []

    def draw(path: Path, _ticket: object) -> None:
        where.append(path)
        path.write_bytes(b"%PDF")

    assert drawn(draw, Quiet()) == b"%PDF"
    assert not where[0].exists()


def test_the_bar_of_drawing_is_gone_before_the_paper_is_shown(
    qtbot: QtBot, desk: Desk, answers: Answers
):
    parent = QWidget()
    qtbot.addWidget(parent)
    ended: list[Job] = []
    seen: list[int] = []
    desk.jobs.started.connect(lambda job: job.finished.connect(lambda: ended.append(job)))

    def look(_window: PreviewWindow) -> bool:
        seen.append(len(ended))
        return False

    answers.left = [look]
    out = Outgoing(desk, parent, Printers(list))
    out.preview("Sổ", "so.pdf", lambda path, _ticket: path.write_bytes(b""))
    settle(qtbot, desk)
    assert seen == [1]


def test_a_paper_deleted_before_its_turn_is_told(qtbot: QtBot, desk: Desk, answers: Answers):
    parent = QWidget()
    qtbot.addWidget(parent)

    def draw(_path: Path, _ticket: object) -> None:
        raise KeyError

    with qtbot.assertNotEmitted(desk.jobs.unhandled):
        Outgoing(desk, parent).preview("Báo cáo", "bao-cao", draw)
        settle(qtbot, desk)
    assert "vừa bị xóa" in answers.asked[0]


def with_remark(path: Path, ticket: Ticket) -> None:
    remark(ticket, "Phông chữ không có ký tự “☑”.")
    path.write_bytes(b"")


@pytest.mark.parametrize(("answer", "shown"), [("show", 1), ("leave", 0)])
def test_what_cannot_be_printed_is_told_before_the_paper_is_shown(
    qtbot: QtBot, desk: Desk, answers: Answers, answer: str, shown: int
):
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[PreviewWindow] = []

    def look(window: PreviewWindow) -> bool:
        seen.append(window)
        return False

    answers.left = [answer, look]
    Outgoing(desk, parent, Printers(list)).preview("Sổ", "so.pdf", with_remark)
    settle(qtbot, desk)
    assert answers.asked[0] == "“Sổ” có chỗ cần xem lại trước khi in."
    assert answers.details[0] == "Phông chữ không có ký tự “☑”."
    assert len(seen) == shown


def test_what_cannot_be_printed_is_told_with_the_file_that_was_written(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
):
    parent = QWidget()
    qtbot.addWidget(parent)
    answers.left = [tmp_path / "so.pdf", "close"]
    Outgoing(desk, parent).save("Xuất sổ", "so.pdf", (PDF,), with_remark)
    settle(qtbot, desk)
    assert "Phông chữ không có ký tự “☑”." in answers.details[0]
