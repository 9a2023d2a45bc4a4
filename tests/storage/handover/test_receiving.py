"""A file from outside is copied in, read in full, and taken with a name of its own, or refused."""

import errno
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.storage.conftest import DAY
from tests.storage.factory import FIRST_TABLES, everything, person
from tests.storage.sqlite.test_safe_open import BAD
from thidua_desktop.domain.errors import BadFile, Cancelled, OfficerError, OutsideError, Refused
from thidua_desktop.domain.office import Office
from thidua_desktop.storage import schema
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.handover import neighbours, receiving, sending
from thidua_desktop.storage.handover.receiving import Incoming
from thidua_desktop.storage.journal import Order
from thidua_desktop.storage.sqlite import backup, fingerprint, portions
from thidua_desktop.storage.sqlite.lock import beside

ORDER = Order("Đưa vào máy này", "restore", "Lò Thị Mây", DAY)
OFFICE = Office(name="Ủy ban nhân dân huyện Đắk Ruồng")


def quiet(_done: int, _total: int, _words: str) -> None:
    """Nobody listens."""


@pytest.fixture
def local(file: Path, place: Place) -> Path:
    """The office file of this computer, with an office and a person in it."""
    with Database.open(file, place) as database, database.write("Thêm A Tik") as step:
        step.put([OFFICE, person("A Tik")])
    return file


@pytest.fixture
def foreign(local: Path, stick: Path) -> Path:
    """A bare copy on the stick, without a note."""
    return Path(shutil.copy(local, stick / "Huyện.thidua"))


@pytest.fixture
def receive(tmp_path: Path, place: Place) -> Callable[..., Incoming]:
    def run(source: Path, tell: Any = quiet) -> Incoming:
        return receiving.receive(source, tmp_path / "nhan", place.migrations, tell)

    return run


def left_over(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "nhan").glob("*"))


def replica(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        (found,) = connection.execute("SELECT value FROM meta WHERE name = 'replica'").fetchone()
        return str(found)
    finally:
        connection.close()


def test_what_is_in_a_file_is_told_before_it_is_taken(
    receive: Callable[..., Incoming], foreign: Path
) -> None:
    found = receive(foreign)
    assert found.office.name == OFFICE.name
    assert found.state.counts["person"] == 1
    assert (found.state.last_label, found.last_who) == ("Thêm A Tik", "Lò Thị Mây")
    assert found.size == foreign.stat().st_size


def test_the_file_outside_is_not_touched(
    receive: Callable[..., Incoming], foreign: Path, stick: Path
) -> None:
    before = foreign.read_bytes(), foreign.stat().st_mtime_ns
    receive(foreign)
    assert (foreign.read_bytes(), foreign.stat().st_mtime_ns) == before
    assert list(stick.iterdir()) == [foreign]


def test_a_taken_file_opens_with_a_replica_of_its_own(
    receive: Callable[..., Incoming], foreign: Path, place: Place, tmp_path: Path
) -> None:
    target = tmp_path / "Nhận.thidua"
    receiving.take(receive(foreign), target, place.backups, ORDER)
    assert replica(target) != replica(foreign)
    with Database.open(target, place) as database:
        assert [each.full_name for each in everything(database)["person"]] == ["A Tik"]
        with database.read() as connection:
            assert backup.state_of(connection).last_label == "Đưa vào máy này"
    assert left_over(tmp_path) == []


def test_a_taken_file_has_backups_of_its_own(
    receive: Callable[..., Incoming], foreign: Path, local: Path, place: Place, tmp_path: Path
) -> None:
    target = tmp_path / "Nhận.thidua"
    incoming = receive(foreign)
    place.backups.joinpath(f"{local.stem}_{incoming.file[-12:]}").mkdir(parents=True)
    receiving.take(incoming, target, place.backups, ORDER)
    folders = {backup.folder_for(place.backups, path, incoming.file) for path in (local, target)}
    assert len(folders) == 2


def test_no_file_of_this_computer_is_written_over(
    receive: Callable[..., Incoming], foreign: Path, local: Path, place: Place, tmp_path: Path
) -> None:
    before = local.read_bytes()
    incoming = receive(foreign)
    with pytest.raises(Refused, match="Đã có tệp"):
        receiving.take(incoming, local, place.backups, ORDER)
    assert local.read_bytes() == before
    receiving.take(incoming, tmp_path / "b.thidua", place.backups, ORDER)


def test_a_disk_that_fails_while_taking_leaves_nothing_and_the_copy_waits(
    receive: Callable[..., Incoming],
    foreign: Path,
    place: Place,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    incoming, folder = receive(foreign), tmp_path / "đích"
    folder.mkdir()

    def full(*_: Any) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(portions, "copy", full)
        with pytest.raises(OutsideError, match="hết chỗ"):
            receiving.take(incoming, folder / "a.thidua", place.backups, ORDER)
    assert list(folder.iterdir()) == []
    receiving.take(incoming, folder / "a.thidua", place.backups, ORDER)


def test_a_dropped_file_leaves_nothing(
    receive: Callable[..., Incoming], foreign: Path, tmp_path: Path
) -> None:
    receiving.drop(receive(foreign))
    assert left_over(tmp_path) == []


def test_what_we_sent_comes_back_confirmed_by_its_note(
    receive: Callable[..., Incoming], local: Path, stick: Path, tmp_path: Path
) -> None:
    sent = sending.send(local, stick, tmp_path / "tam", DAY, quiet)
    assert receive(sent.path).is_compared


def test_a_bit_that_flipped_on_the_stick_is_found_by_the_note(
    receive: Callable[..., Incoming], local: Path, stick: Path, tmp_path: Path
) -> None:
    sent = sending.send(local, stick, tmp_path / "tam", DAY, quiet)
    data = bytearray(sent.path.read_bytes())
    data[-1] ^= 1
    sent.path.write_bytes(data)
    with pytest.raises(BadFile, match="khác với lúc chép ra"):
        receive(sent.path)


@pytest.mark.parametrize("text", ["{", "[]", '{"sha256": 7}', "{}"])
def test_a_note_that_is_not_ours_says_nothing(
    receive: Callable[..., Incoming], foreign: Path, text: str
) -> None:
    beside(foreign, ".json").write_text(text, "utf-8")
    assert not receive(foreign).is_compared


def test_a_changed_letter_is_found_even_without_a_note(
    receive: Callable[..., Incoming], foreign: Path
) -> None:
    data = foreign.read_bytes()
    spoilt = data.replace("Lò Thị Mây".encode(), "Lò Thị Máy".encode())
    assert spoilt != data
    foreign.write_bytes(spoilt)
    with pytest.raises(BadFile, match="huỗi nhật ký"):
        receive(foreign)


def rows_of(path: Path) -> list[list[tuple[Any, ...]]]:
    """Return all rows of all tables."""
    connection = sqlite3.connect(path)
    try:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in schema.metadata.tables
        ]
    finally:
        connection.close()


def test_a_flipped_bit_is_refused_or_changes_nothing(
    receive: Callable[..., Incoming], foreign: Path
) -> None:
    good, rows, refused = foreign.read_bytes(), rows_of(foreign), 0
    chance = random.Random(2024)
    for _ in range(12):
        data, bit = bytearray(good), chance.randrange(len(good) * 8)
        data[bit // 8] ^= 1 << bit % 8
        foreign.write_bytes(data)
        try:
            incoming = receive(foreign)
        except OfficerError:
            refused += 1
        else:
            assert rows_of(incoming.copy) == rows, bit
            receiving.drop(incoming)
    assert 0 < refused < 12


@pytest.mark.parametrize(("spoil", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_and_leaves_nothing(
    receive: Callable[..., Incoming],
    foreign: Path,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    words: str,
) -> None:
    spoil(foreign)
    with pytest.raises(OfficerError, match=words) as refused:
        receive(foreign)
    assert refused.value.safe.startswith("Chưa có gì bị thay đổi")
    assert left_over(tmp_path) == []


def test_a_trigger_that_would_erase_everything_is_never_run(
    receive: Callable[..., Incoming], foreign: Path, tmp_path: Path
) -> None:
    other = sqlite3.connect(foreign, isolation_level=None)
    other.execute("CREATE TRIGGER b AFTER UPDATE ON meta BEGIN DELETE FROM open_step; END")
    other.close()
    with pytest.raises(BadFile, match="cấu trúc"):
        receive(foreign)


def test_a_newer_file_is_refused(
    receive: Callable[..., Incoming], foreign: Path, tmp_path: Path
) -> None:
    other = sqlite3.connect(foreign, isolation_level=None)
    other.execute("PRAGMA user_version=99")
    other.close()
    with pytest.raises(Refused, match="mới hơn"):
        receive(foreign)
    assert left_over(tmp_path) == []


def test_an_older_file_is_upgraded_on_the_copy_alone(
    place: Place, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, old = tmp_path / "first" / "versions", stick / "Sổ cũ.thidua"
    folder.mkdir(parents=True)
    shutil.copy(place.migrations / "versions" / "0001_first.py", folder)
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "FINGERPRINTS", {1: fingerprint.FINGERPRINTS[1]})
        tables = {name: schema.TABLES[name] for name in FIRST_TABLES}
        patch.setattr(schema, "TABLES", tables)
        Database.create(old, replace(place, migrations=folder.parent)).close()
    before = old.read_bytes()
    found = receiving.receive(old, tmp_path / "nhan", place.migrations, quiet)
    assert found.was_older
    receiving.take(found, tmp_path / "mới.thidua", place.backups, ORDER)
    Database.open(tmp_path / "mới.thidua", place, read_only=True).close()
    assert old.read_bytes() == before


def test_a_file_in_wal_mode_is_refused(receive: Callable[..., Incoming], foreign: Path) -> None:
    other = sqlite3.connect(foreign, isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.close()
    with pytest.raises(BadFile, match="ngoài tệp"):
        receive(foreign)


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_file_that_was_copied_while_open_is_refused(
    receive: Callable[..., Incoming], foreign: Path, ending: str
) -> None:
    beside(foreign, ending).write_bytes(b"half")
    with pytest.raises(Refused, match="ghi dở"):
        receive(foreign)


def test_an_empty_journal_says_nothing(receive: Callable[..., Incoming], foreign: Path) -> None:
    beside(foreign, "-journal").touch()
    assert receive(foreign).state.counts["person"] == 1


def test_a_longer_file_than_it_says_is_refused(
    receive: Callable[..., Incoming], foreign: Path
) -> None:
    with foreign.open("ab") as file:
        file.write(bytes(4096))
    with pytest.raises(BadFile, match="độ dài"):
        receive(foreign)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_a_link_is_not_followed(receive: Callable[..., Incoming], local: Path, stick: Path) -> None:
    (stick / "lối tắt.thidua").symlink_to(local)
    with pytest.raises(Refused, match="liên kết"):
        receive(stick / "lối tắt.thidua")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(receive: Callable[..., Incoming], stick: Path) -> None:
    os.mkfifo(stick / "ống.thidua")
    with pytest.raises(Refused, match="không phải tệp dữ liệu"):
        receive(stick / "ống.thidua")


def test_a_missing_file_is_told(receive: Callable[..., Incoming], stick: Path) -> None:
    with pytest.raises(OutsideError, match="Không thấy tệp"):
        receive(stick / "không có.thidua")


def test_a_stick_that_is_gone_is_told(receive: Callable[..., Incoming], stick: Path) -> None:
    with pytest.raises(OutsideError, match="Không thấy thư mục"):
        receive(stick / "đã rút" / "a.thidua")


def test_a_stick_pulled_in_the_middle_is_told_and_leaves_nothing(
    receive: Callable[..., Incoming],
    foreign: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def pulled(_source: Path, target: Path, _progress: Any) -> str:
        target.write_bytes(b"half")
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(portions, "copy", pulled)
    with pytest.raises(OutsideError, match="rút ra"):
        receive(foreign)
    assert left_over(tmp_path) == []


def test_a_file_that_is_written_meanwhile_is_refused(
    receive: Callable[..., Incoming], foreign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = portions.copy

    def meanwhile(source: Path, target: Path, progress: Any) -> str:
        said = copy(source, target, progress)
        os.utime(source, ns=(0, 0))
        return said

    monkeypatch.setattr(portions, "copy", meanwhile)
    with pytest.raises(Refused, match="trong khi đang chép"):
        receive(foreign)


@pytest.mark.parametrize("words", ["Chép vào máy", "Kiểm tra tệp", "Kiểm tra từng bản ghi"])
def test_stopped_at_any_stage_it_leaves_nothing(
    receive: Callable[..., Incoming], foreign: Path, tmp_path: Path, words: str
) -> None:
    def stop(_done: int, _total: int, at: str) -> None:
        if at == words:
            raise Cancelled

    with pytest.raises(Cancelled):
        receive(foreign, stop)
    assert left_over(tmp_path) == []


def test_copies_that_nobody_took_are_thrown_away_after_a_day(
    receive: Callable[..., Incoming], foreign: Path
) -> None:
    forgotten, waiting = receive(foreign), receive(foreign)
    os.utime(forgotten.copy.parent, (0, 0))
    receive(foreign)
    assert not forgotten.copy.exists()
    assert waiting.copy.exists()


# Files of the same office on this computer


def relation(incoming: Incoming, path: Path) -> list[str]:
    return [each.relation for each in neighbours.neighbours(incoming, [path, path])]


def test_the_same_state_is_recognised(
    receive: Callable[..., Incoming], foreign: Path, local: Path
) -> None:
    assert relation(receive(foreign), local) == ["same"]


def test_work_done_here_since_makes_the_file_here_newer(
    receive: Callable[..., Incoming], foreign: Path, local: Path, place: Place
) -> None:
    with Database.open(local, place) as database:
        with database.write("Thêm Y Hoa") as step:
            step.put(person("Y Hoa"))
        (found,) = neighbours.neighbours(receive(foreign), [local])  # Open or not.
    assert (found.relation, found.last_label) == ("newer", "Thêm Y Hoa")


def test_work_done_there_since_makes_the_file_here_older(
    receive: Callable[..., Incoming], foreign: Path, local: Path, place: Place
) -> None:
    with Database.open(foreign, place) as database, database.write("Thêm Y Hoa") as step:
        step.put(person("Y Hoa"))
    assert relation(receive(foreign), local) == ["older"]


def test_work_done_on_both_sides_is_told_apart(
    receive: Callable[..., Incoming], foreign: Path, local: Path, place: Place
) -> None:
    for path in (foreign, local):
        with Database.open(path, place) as database, database.write("Thêm Y Hoa") as step:
            step.put(person("Y Hoa"))
    assert relation(receive(foreign), local) == ["apart"]


def test_a_file_made_anew_for_the_same_office_is_named(
    receive: Callable[..., Incoming], foreign: Path, place: Place, tmp_path: Path
) -> None:
    made = Database.create(tmp_path / "Lập mới.thidua", place)
    with made as database, database.write("Tạo") as step:
        step.put(Office(name=OFFICE.name.upper()))
    assert relation(receive(foreign), tmp_path / "Lập mới.thidua") == ["other"]


def test_files_of_other_offices_and_no_files_are_passed_over(
    receive: Callable[..., Incoming], foreign: Path, place: Place, tmp_path: Path
) -> None:
    Database.create(tmp_path / "Khác.thidua", place).close()
    (tmp_path / "thư.thidua").write_text("thư", "utf-8")
    incoming = receive(foreign)
    for name in ("Khác.thidua", "thư.thidua", "không có.thidua"):
        assert relation(incoming, tmp_path / name) == []
