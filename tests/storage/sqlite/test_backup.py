import json
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.storage.conftest import DAY
from tests.storage.factory import everything, person
from thidua_desktop.domain.errors import BadFile, OutsideError
from thidua_desktop.storage import backups
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.sqlite import backup, fingerprint
from thidua_desktop.storage.sqlite.lock import beside

NEWEST = fingerprint.newest_known()


def day_after(days: int) -> datetime:
    """Return the fixed time so many days later."""
    return DAY + timedelta(days=days)


def add(database: Database, name: str) -> None:
    with database.write(f"Thêm {name}") as step:
        step.put(person(name))


@pytest.fixture
def made(database: Database) -> backup.Backup:
    add(database, "A Tik")
    return backups.make(database, "manual")


def test_a_backup_holds_what_the_file_holds(
    database: Database, made: backup.Backup, place: Place
) -> None:
    with Database.open(made.path, place, read_only=True) as copy:
        assert everything(copy) == everything(database)


def test_the_note_says_counts_reason_time_and_head(database: Database, made: backup.Backup) -> None:
    note = json.loads(beside(made.path, ".json").read_text("utf-8"))
    with database.read() as connection:
        head = connection.exec_driver_sql("SELECT hash FROM step").scalar_one()
    assert note["counts"]["person"] == 1
    assert (note["reason"], note["at"], note["head"]) == ("manual", DAY.isoformat(), head)
    assert (note["version"], note["size"]) == (NEWEST, made.path.stat().st_size)


def test_a_backup_is_read_again_from_its_note(made: backup.Backup) -> None:
    assert backup.read_all(made.path.parent) == [made]
    assert backup.check(made.path, NEWEST) == made


def test_nothing_but_backup_and_note_is_left(made: backup.Backup) -> None:
    names = sorted(path.name for path in made.path.parent.iterdir())
    assert names == [made.path.name, made.path.name + ".json"]


def test_two_backups_of_one_second_have_two_names(database: Database) -> None:
    first, second = backups.make(database, "manual"), backups.make(database, "manual")
    assert first.path != second.path
    assert len(backups.listed(database)) == 2


def test_backups_of_two_files_of_one_name_lie_apart(
    database: Database, place: Place, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    with Database.create(tmp_path / "other" / database.path.name, place) as other:
        assert backups.folder_of(database) != backups.folder_of(other)


def test_renaming_the_file_keeps_its_backups(
    database: Database, made: backup.Backup, place: Place
) -> None:
    database.close()
    renamed = database.path.rename(database.path.with_name("Tên mới.thidua"))
    with Database.open(renamed, place) as again:
        assert backups.listed(again) == [made]


@pytest.mark.parametrize("share", [0.001, 0.25, 0.5, 0.75, 0.999])
@pytest.mark.parametrize("bit", [1, 128])
def test_one_bit_of_a_backup_is_enough_to_refuse_it(
    made: backup.Backup, share: float, bit: int
) -> None:
    data = bytearray(made.path.read_bytes())
    data[int(len(data) * share)] ^= bit
    made.path.write_bytes(data)
    with pytest.raises(BadFile):
        backup.check(made.path, NEWEST)


def test_a_backup_that_was_cut_is_refused(made: backup.Backup) -> None:
    made.path.write_bytes(made.path.read_bytes()[:-4096])
    with pytest.raises(BadFile, match="cụt"):
        backup.check(made.path, NEWEST)


@pytest.mark.parametrize(
    "note", ["", "{}", "[1]", '{"path": 1, "at": "hôm qua"}'], ids=["empty", "bare", "list", "odd"]
)
def test_a_backup_with_a_broken_note_is_refused(made: backup.Backup, note: str) -> None:
    beside(made.path, ".json").write_text(note, "utf-8")
    with pytest.raises(BadFile, match="ghi chú"):
        backup.check(made.path, NEWEST)


def test_a_note_that_promises_other_counts_is_refused(made: backup.Backup) -> None:
    note = beside(made.path, ".json")
    note.write_text(note.read_text("utf-8").replace('"person": 1', '"person": 2'), "utf-8")
    with pytest.raises(BadFile, match="khác với lúc sao lưu"):
        backup.check(made.path, NEWEST)


def test_a_backup_without_its_note_is_not_listed(database: Database, made: backup.Backup) -> None:
    beside(made.path, ".json").unlink()
    assert backups.listed(database) == []


def test_a_backup_can_be_carried_away_with_its_note(made: backup.Backup, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    for part in (made.path, beside(made.path, ".json")):
        shutil.copy(part, stick)
    assert backup.check(stick / made.path.name, NEWEST).sha256 == made.sha256


def test_a_backup_that_fails_leaves_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    add(database, "A Tik")
    monkeypatch.setattr(backup, "put_in_place", full)
    with pytest.raises(OutsideError, match="hết chỗ"):
        backups.make(database, "manual")
    assert list(backups.folder_of(database).iterdir()) == []


def test_what_a_killed_backup_left_is_cleared_by_the_next(database: Database) -> None:
    folder = backups.folder_of(database)
    folder.mkdir(parents=True)
    (folder / "a_20240101_000000.thidua.dang-ghi").write_bytes(b"half")
    made = backups.make(database, "manual")
    assert [path for path in folder.iterdir() if "dang-ghi" in path.name] == []
    assert backups.listed(database) == [made]


def test_a_backup_may_go_to_a_folder_of_ones_own(database: Database, tmp_path: Path) -> None:
    made = backups.make(database, "manual", tmp_path / "USB" / "sao lưu")
    assert made.path.parent == tmp_path / "USB" / "sao lưu"
    assert backups.listed(database) == []


def test_no_automatic_backup_without_a_change(database: Database) -> None:
    add(database, "A Tik")
    assert backups.automatic(database, "exit") is not None
    assert backups.automatic(database, "exit") is None
    assert backups.automatic(database, "daily") is None


def test_the_daily_backup_is_made_once_a_day(database: Database, place: Place) -> None:
    add(database, "A Tik")
    assert backups.automatic(database, "daily") is not None
    add(database, "Y Hoa")
    assert backups.automatic(database, "daily") is None
    database.place = replace(place, clock=partial(day_after, 1))
    assert backups.automatic(database, "daily") is not None


def test_at_the_end_of_work_changes_are_backed_up_each_time(database: Database) -> None:
    for name in ("A Tik", "Y Hoa"):
        add(database, name)
        assert backups.automatic(database, "exit") is not None
    assert len(backups.listed(database)) == 2


def test_old_backups_are_thinned_when_a_new_one_is_made(database: Database, place: Place) -> None:
    for day in range(40):
        database.place = replace(place, clock=partial(day_after, day))
        backups.make(database, "daily")
    found = backups.listed(database)
    assert len(found) < 25
    notes = {path.name for path in backups.folder_of(database).glob("*.json")}
    assert notes == {kept.path.name + ".json" for kept in found}
