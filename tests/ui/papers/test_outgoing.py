"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from thidua_desktop.ui.papers.outgoing import drawn, write_whole


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
    with pytest.raises(OSError, match=r".*"):
        write_whole(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_drawing_leaves_no_file_behind():
    where: list[Path] = []

    def draw(path: Path, _ticket: object) -> None:
        where.append(path)
        path.write_bytes(b"%PDF")

    assert drawn(draw, Quiet()) == b"%PDF"
    assert not where[0].exists()
