from pathlib import Path

from PySide6.QtCore import QByteArray

from thidua_desktop.ui.memory import Memory


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path):
    first = Memory(tmp_path / "state.ini")
    first.keep_text("folders/open", "/nhà/hồ sơ; năm 2024")
    first.keep_numbers("widths", [120, 0, 40])
    first.keep_shape("shape", QByteArray(b"\x00\xff\x01"))
    del first
    again = Memory(tmp_path / "state.ini")
    assert again.text("folders/open") == "/nhà/hồ sơ; năm 2024"
    assert again.numbers("widths") == [120, 0, 40]
    assert again.shape("shape") == QByteArray(b"\x00\xff\x01")


def test_what_was_never_kept_is_empty(tmp_path: Path):
    memory = Memory(tmp_path / "state.ini")
    assert (memory.text("a"), memory.numbers("a"), memory.shape("a").size()) == ("", [], 0)


def test_another_version_starts_anew(tmp_path: Path):
    path = tmp_path / "state.ini"
    path.write_text("[General]\nversion=0\nwidths=1 2 3\n", "utf-8")
    assert Memory(path).numbers("widths") == []


def test_a_spoilt_value_counts_as_none(tmp_path: Path):
    path = tmp_path / "state.ini"
    path.write_text("[General]\nversion=1\nwidths=1 x 3\nshape=abc\n", "utf-8")
    memory = Memory(path)
    assert memory.numbers("widths") == []
    assert memory.shape("shape").size() == 0
