"""A copy onto a stick is whole, compared and named last; what goes wrong leaves nothing behind."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.storage.conftest import DAY
from tests.storage.factory import everything, person
from thidua_desktop.domain.errors import Cancelled, OutsideError, Refused
from thidua_desktop.storage import drives
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.handover import sending
from thidua_desktop.storage.handover.sending import Sent
from thidua_desktop.storage.sqlite import backup, drafts, portions
from thidua_desktop.storage.sqlite.fingerprint import newest_known


def quiet(_done: int, _total: int, _words: str) -> None:
    """Nobody listens."""


@pytest.fixture
def send(database: Database, stick: Path, tmp_path: Path) -> Callable[[], Sent]:
    """Send an open file with one person in it."""
    with database.write("Thêm A Tik") as step:
        step.put(person("A Tik"))
    staging = tmp_path / "tam"

    def run(tell: Any = quiet) -> Sent:
        try:
            return sending.send(database.path, stick, staging, DAY, tell)
        finally:
            assert list(staging.glob("*")) == [], "the copy on this computer goes again"

    return run


def test_a_copy_of_an_open_file_holds_what_was_committed(
    send: Callable[[], Sent], place: Place
) -> None:
    sent = send()
    with Database.open(sent.path, place, read_only=True) as copied:
        assert [each.full_name for each in everything(copied)["person"]] == ["A Tik"]
    assert sent.copy.counts["person"] == 1


def test_a_copy_is_named_by_the_date_and_can_be_checked_by_its_note(
    send: Callable[[], Sent], stick: Path
) -> None:
    assert send().path == stick / "Đắk Ruồng_20240630_103205.thidua"
    said = backup.check(send().path, newest_known())
    assert said.reason == "handover"


def test_no_copy_takes_the_place_of_an_earlier_one(send: Callable[[], Sent], stick: Path) -> None:
    first = send().path.read_bytes()
    assert send().path.name == "Đắk Ruồng_20240630_103205_2.thidua"
    assert (stick / "Đắk Ruồng_20240630_103205.thidua").read_bytes() == first


def test_nothing_else_stays_on_the_stick(send: Callable[[], Sent], stick: Path) -> None:
    stale = drafts.draft_of(stick / "Đắk Ruồng_20240630_103205.thidua")
    stale.write_bytes(b"half")
    sent = send()
    assert sorted(stick.iterdir()) == [sent.path, sent.path.with_name(f"{sent.path.name}.json")]


def test_letters_that_a_stick_does_not_take_are_replaced(
    place: Place, file: Path, stick: Path, tmp_path: Path
) -> None:
    odd = file.rename(file.with_name('Sổ "2024": A|B.thidua'))
    sent = sending.send(odd, stick, tmp_path / "tam", DAY, quiet)
    assert sent.path.name == "Sổ -2024-- A-B_20240630_103205.thidua"


def test_the_bar_goes_forward_through_all_stages(send: Callable[..., Sent]) -> None:
    told: list[tuple[int, int, str]] = []
    send(lambda *said: told.append(said))
    done = [at for at, _, _ in told]
    assert done == sorted(done)
    assert told[-1] == (3000, 3000, "Đọc lại để so")


@pytest.mark.parametrize("words", ["Lập bản chép", "Ghi ra ổ", "Đọc lại để so"])
def test_stopped_at_any_stage_it_leaves_nothing(
    send: Callable[..., Sent], stick: Path, words: str
) -> None:
    def stop(_done: int, _total: int, at: str) -> None:
        if at == words:
            raise Cancelled

    with pytest.raises(Cancelled):
        send(stop)
    assert list(stick.iterdir()) == []


class Usage(NamedTuple):
    """What a disk answers about its room."""

    total: int
    used: int
    free: int


def test_too_little_room_is_told_before_anything_is_written(
    send: Callable[[], Sent], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Usage(8_000_000, 7_950_000, 50_000)
    roomy = Usage(10**9, 0, 10**9)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full if path == stick else roomy)
    with pytest.raises(Refused, match=r"cần \d,\d MB, còn trống 0,1 MB"):
        send()
    assert list(stick.iterdir()) == []


def test_a_file_too_large_for_fat_is_told_before_anything_is_written(
    send: Callable[[], Sent], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "file_limit", lambda _: 10_000)
    with pytest.raises(Refused, match="FAT32"):
        send()
    assert list(stick.iterdir()) == []


FAULTS = {
    errno.ENOSPC: "hết chỗ",
    errno.EIO: "bị rút ra",
    errno.ENODEV: "bị rút ra",
    errno.EROFS: "khóa ghi",
}


@pytest.mark.parametrize(("code", "words"), FAULTS.items(), ids=map(errno.errorcode.get, FAULTS))
@pytest.mark.parametrize("when", ["copy", "read_back"])
def test_a_stick_that_fails_is_told_and_left_clean(
    send: Callable[[], Sent],
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    words: str,
    when: str,
) -> None:
    def fail(*_: Any) -> str:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(portions, when, fail)
    with pytest.raises(OutsideError, match=words) as told:
        send()
    assert "vẫn nguyên" in told.value.safe
    assert list(stick.iterdir()) == []


def test_a_stick_pulled_while_the_copy_is_named_leaves_no_copy(
    send: Callable[[], Sent], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_new = drafts.put_new

    def pulled(draft: Path, path: Path) -> None:
        put_new(draft, path)
        if path.suffix == ".thidua":
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(drafts, "put_new", pulled)
    with pytest.raises(OutsideError, match="bị rút ra"):
        send()
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_gone_before_is_told(send: Callable[[], Sent], stick: Path) -> None:
    stick.rmdir()
    with pytest.raises(OutsideError, match="Không thấy"):
        send()


def test_a_stick_that_gives_back_other_bytes_is_found_out(
    send: Callable[[], Sent], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = portions.copy

    def flip(source: Path, target: Path, progress: Any) -> str:
        said = copy(source, target, progress)
        data = bytearray(target.read_bytes())
        data[len(data) // 2] ^= 1
        target.write_bytes(data)
        return said

    monkeypatch.setattr(portions, "copy", flip)
    with pytest.raises(OutsideError, match="không giống bản gốc"):
        send()
    assert list(stick.iterdir()) == []


def test_what_somebody_else_puts_there_meanwhile_stays(
    send: Callable[[], Sent], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_back = portions.read_back

    def meanwhile(path: Path, progress: Any) -> str:
        (stick / "Đắk Ruồng_20240630_103205.thidua").write_text("của người khác", "utf-8")
        return read_back(path, progress)

    monkeypatch.setattr(portions, "read_back", meanwhile)
    with pytest.raises(Refused, match="tệp khác mang tên"):
        send()
    (left,) = stick.iterdir()
    assert left.read_text("utf-8") == "của người khác"
