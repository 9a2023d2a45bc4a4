"""Files kept with records: what is taken, what is left out and why, and that bytes come back."""

import os
from pathlib import Path

import pytest

from tests.factory import award
from thidua_desktop.domain.attaching import MOST
from thidua_desktop.domain.errors import BadFile, OutsideError, Refused
from thidua_desktop.services import attachments as module
from thidua_desktop.services.services import Services


@pytest.fixture
def uid(services: Services) -> str:
    """An award that files are kept with."""
    draft = award()
    services.awards.save(draft)
    return draft.uid


def write(path: Path, content: bytes = b"scan") -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def names(services: Services, uid: str) -> list[str]:
    return [one.name for one in services.attachments.of("award", uid)]


def test_several_files_are_kept_in_one_step(services: Services, uid: str, tmp_path: Path):
    paths = [write(tmp_path / "Tờ trình.pdf", b"a"), write(tmp_path / "ảnh.jpg", b"bb")]
    added = services.attachments.add("award", uid, paths)
    kept = services.attachments.of("award", uid)
    assert [(one.name, one.size) for one in kept] == [("Tờ trình.pdf", 1), ("ảnh.jpg", 2)]
    assert (kept[0].who, kept[0].at[:16]) == ("Lò Thị Mây", "2024-06-30T10:32")
    assert added.changed.label == "Đính kèm 2 tệp"
    assert not added.left_out


def test_what_cannot_be_kept_is_left_out_and_told(services: Services, uid: str, tmp_path: Path):
    large = write(tmp_path / "lớn.pdf")
    os.truncate(large, MOST + 1)
    (tmp_path / "thư mục").mkdir()
    paths = [large, tmp_path / "thư mục", write(tmp_path / "rỗng.pdf", b""), tmp_path / "mất.pdf"]
    added = services.attachments.add("award", uid, [*paths, write(tmp_path / "tốt.pdf")])
    assert names(services, uid) == list(added.names) == ["tốt.pdf"]
    assert list(added.left_out) == [
        "“lớn.pdf” lớn 20,0 MB; mỗi tệp đính kèm chỉ được tối đa 20,0 MB.",
        "“thư mục” là thư mục; hãy chọn từng tệp trong đó.",
        "“rỗng.pdf” là tệp rỗng.",
        "Không đọc được “mất.pdf”.",
    ]


def test_nothing_good_makes_no_step(services: Services, uid: str, tmp_path: Path):
    before = services.history.steps()
    added = services.attachments.add("award", uid, [tmp_path / "mất.pdf"])
    assert not added.changed.rows
    assert services.history.steps() == before


def test_the_same_content_is_kept_once(services: Services, uid: str, tmp_path: Path):
    services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])
    added = services.attachments.add("award", uid, [write(tmp_path / "b.pdf")])
    assert names(services, uid) == ["a.pdf"]
    assert list(added.left_out) == ["“b.pdf” đã được đính kèm rồi."]


def test_another_content_of_the_same_name_gets_a_number(
    services: Services, uid: str, tmp_path: Path
):
    services.attachments.add("award", uid, [write(tmp_path / "a.pdf", b"1")])
    services.attachments.add("award", uid, [write(tmp_path / "x" / "a.pdf", b"2")])
    services.attachments.add("award", uid, [write(tmp_path / "y" / "a.pdf", b"3")])
    assert names(services, uid) == ["a.pdf", "a (2).pdf", "a (3).pdf"]


def test_a_file_taken_away_comes_back_by_undo(services: Services, uid: str, tmp_path: Path):
    services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])
    [kept] = services.attachments.of("award", uid)
    changed = services.attachments.remove([kept.uid])
    assert changed.label == "Bỏ tệp đính kèm “a.pdf”"
    assert names(services, uid) == []
    services.history.undo()
    assert services.attachments.content(kept.uid) == ("a.pdf", b"scan")


def test_a_file_can_be_kept_again_after_it_was_taken_away(
    services: Services, uid: str, tmp_path: Path
):
    path = write(tmp_path / "a.pdf")
    services.attachments.add("award", uid, [path])
    services.attachments.remove([services.attachments.of("award", uid)[0].uid])
    services.attachments.add("award", uid, [path])
    assert names(services, uid) == ["a.pdf"]


def test_nothing_is_kept_with_a_record_that_is_gone(services: Services, uid: str, tmp_path: Path):
    services.awards.delete([uid])
    with pytest.raises(Refused, match="đã bị xóa"):
        services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])


def test_comings_and_goings_are_told(services: Services, uid: str, tmp_path: Path):
    services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])
    services.attachments.remove([services.attachments.of("award", uid)[0].uid])
    services.history.undo()
    told = services.attachments.comings_and_goings("award", uid)
    assert [(one.old, one.new) for one in told] == [("", "a.pdf"), ("a.pdf", ""), ("", "a.pdf")]


def test_a_copy_to_read_has_the_bytes_and_cannot_be_changed(
    services: Services, uid: str, tmp_path: Path
):
    services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])
    [kept] = services.attachments.of("award", uid)
    copy = services.attachments.copy_to_read(kept.uid, tmp_path / "đọc")
    assert (copy.name, copy.read_bytes()) == ("a.pdf", b"scan")
    assert not copy.stat().st_mode & 0o222
    assert services.attachments.copy_to_read(kept.uid, tmp_path / "đọc") == copy


def test_files_saved_out_replace_none_that_are_there(services: Services, uid: str, tmp_path: Path):
    services.attachments.add("award", uid, [write(tmp_path / "a.pdf", b"ours")])
    [kept] = services.attachments.of("award", uid)
    folder = tmp_path / "ra"
    write(folder / "a.pdf", b"theirs")
    services.attachments.save_all_out([kept.uid], folder)
    assert (folder / "a.pdf").read_bytes() == b"theirs"
    assert (folder / "a (2).pdf").read_bytes() == b"ours"


def test_a_folder_that_is_not_there_is_told(services: Services, uid: str, tmp_path: Path):
    services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])
    [kept] = services.attachments.of("award", uid)
    with pytest.raises(OutsideError, match="thư mục"):
        services.attachments.save_out(kept.uid, tmp_path / "không có" / "a.pdf")


def test_lost_bytes_are_told(
    services: Services, uid: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def lost(*_asked: object) -> bytes:
        raise KeyError

    services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])
    [kept] = services.attachments.of("award", uid)
    monkeypatch.setattr("thidua_desktop.storage.records.blob", lost)
    with pytest.raises(BadFile, match="không còn trong tệp dữ liệu"):
        services.attachments.content(kept.uid)


def test_a_heavy_office_file_is_told(
    services: Services, uid: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "HEAVY", 3)
    added = services.attachments.add("award", uid, [write(tmp_path / "a.pdf")])
    assert added.total == "1 KB"
