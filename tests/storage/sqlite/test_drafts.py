"""Half written files have names of their own, and a finished one takes nobody's place."""

import os
from pathlib import Path

import pytest

from thidua_desktop.storage.sqlite import drafts


def test_a_draft_is_hidden_and_says_that_it_is_being_written(tmp_path: Path) -> None:
    draft = drafts.draft_of(tmp_path / "Huyện.thidua")
    assert draft.parent == tmp_path
    assert draft.name.startswith(".Huyện.thidua.")
    assert draft.name.endswith(".dang-ghi")


def test_drafts_left_behind_are_swept_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "Huyện_1.thidua"
    stale, other = drafts.draft_of(path), drafts.draft_of(tmp_path / "Xã.thidua")
    for file in (path, stale, other):
        file.touch()
    drafts.sweep(tmp_path, "Huyện")
    assert sorted(tmp_path.iterdir()) == sorted([path, other])


@pytest.mark.parametrize("knows_links", [True, False], ids=["ext4", "FAT"])
def test_a_finished_draft_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_links: bool
) -> None:
    if not knows_links:
        monkeypatch.setattr(os, "link", no_links)
    draft, path = tmp_path / "draft", tmp_path / "name"
    draft.write_text("xong", "utf-8")
    drafts.put_new(draft, path)
    assert path.read_text("utf-8") == "xong"
    assert not draft.exists()


@pytest.mark.parametrize("knows_links", [True, False], ids=["ext4", "FAT"])
def test_a_taken_name_is_left_to_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_links: bool
) -> None:
    if not knows_links:
        monkeypatch.setattr(os, "link", no_links)
    draft, path = tmp_path / "draft", tmp_path / "name"
    draft.touch()
    path.write_text("đã có", "utf-8")
    with pytest.raises(FileExistsError):
        drafts.put_new(draft, path)
    assert path.read_text("utf-8") == "đã có"


def test_throwing_away_takes_what_sqlite_left_beside(tmp_path: Path) -> None:
    for name in ("a", "a-journal", "a-wal", "a-shm", "b"):
        (tmp_path / name).touch()
    drafts.throw_away(tmp_path / "a", tmp_path / "gone")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def no_links(_source: Path, _target: Path) -> None:
    raise PermissionError("FAT has one name for a file")
