import errno
import os
from pathlib import Path

import pytest

from thidua_desktop.documents.output import whole_file
from thidua_desktop.domain.errors import Cancelled, OutsideError


def _fail(path: Path, failure: Exception) -> None:
    """Fail with half of the file written."""
    with whole_file(path) as beside:
        beside.write_bytes(b"half")
        raise failure


def test_what_was_written_beside_takes_the_name(tmp_path):
    path = tmp_path / "sổ khen thưởng.pdf"
    with whole_file(path) as beside:
        beside.write_bytes(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_file_is_replaced(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with whole_file(path) as beside:
        beside.write_bytes(b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("failure", [Cancelled(), ValueError("a fault of ours")])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path, failure):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(type(failure)):
        _fail(path, failure)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "Không còn chỗ trống để ghi “a.pdf”"),
        (errno.EIO, "Không tìm thấy hoặc không dùng được thư mục"),
        (errno.EROFS, "nơi này chỉ cho đọc"),
        (errno.EACCES, "đang mở trong chương trình khác"),
        (errno.ENAMETOOLONG, f"mã lỗi {errno.ENAMETOOLONG}"),
    ],
)
def test_what_the_disk_refuses_is_told_in_a_sentence(tmp_path, code, words):
    path = tmp_path / "a.pdf"
    with pytest.raises(OutsideError, match=words) as told:
        _fail(path, OSError(code, os.strerror(code), str(path)))
    assert told.value.safe
    assert told.value.todo
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with (
        pytest.raises(OutsideError, match="Không tìm thấy"),
        whole_file(tmp_path / "no" / "a.pdf"),
    ):
        pytest.fail("nothing can be written there")


def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutsideError, match="Không còn chỗ trống"), whole_file(tmp_path / "a.pdf"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_file_closed_to_writing_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"closed")
    monkeypatch.setattr(os, "access", lambda file, mode: Path(file) != path)
    with pytest.raises(OutsideError, match="chỉ cho đọc"), whole_file(path):
        pytest.fail("nothing can be written there")
    assert path.read_bytes() == b"closed"


def test_what_a_killed_program_left_goes_with_the_next_file(tmp_path):
    left, writing, foreign = (
        tmp_path / name
        for name in (".~thidua-0123456789ab.xlsx", ".~thidua-ba9876543210.pdf", ".~lock.a.odt#")
    )
    for path in (left, writing, foreign):
        path.write_bytes(b"half")
    for path in (left, foreign):
        os.utime(path, (0, 0))
    with whole_file(tmp_path / "a.pdf") as beside:
        beside.write_bytes(b"whole")
    assert sorted(tmp_path.iterdir()) == sorted([foreign, writing, tmp_path / "a.pdf"])
