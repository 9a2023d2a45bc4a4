import sqlite3
from pathlib import Path

import pytest

from tests.storage.factory import everything, person
from thidua_desktop.domain.errors import BadFile, OutsideError, Refused
from thidua_desktop.storage import backups, history, verify
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.sqlite import restoring
from thidua_desktop.storage.sqlite.backup import Backup, read_all
from thidua_desktop.storage.sqlite.lock import beside


@pytest.fixture
def made(database: Database) -> Backup:
    """A backup of a file with one person; after it a second one came, and the file was closed."""
    add(database, "A Tik")
    found = backups.make(database, "manual")
    add(database, "Y Hoa")
    database.close()
    return found


def add(database: Database, name: str) -> None:
    with database.write(f"Thêm {name}") as step:
        step.put(person(name))


def names(path: Path, place: Place) -> list[str]:
    with Database.open(path, place) as database:
        return [kept.full_name for kept in everything(database).get("person", [])]


def replica_of(path: Path) -> str:
    connection = sqlite3.connect(path)
    (name,) = connection.execute("SELECT value FROM meta WHERE name = 'replica'").fetchone()
    connection.close()
    return str(name)


def test_the_file_is_as_it_was_at_the_backup(file: Path, place: Place, made: Backup) -> None:
    backups.restore(made.path, file, place)
    assert names(file, place) == ["A Tik"]


def test_the_state_before_is_kept_as_a_backup(file: Path, place: Place, made: Backup) -> None:
    backups.restore(made.path, file, place)
    (before,) = [b for b in read_all(made.path.parent) if b.reason == "restore"]
    backups.restore(before.path, file, place)
    assert names(file, place) == ["A Tik", "Y Hoa"]


def test_the_restored_file_is_another_replica(file: Path, place: Place, made: Backup) -> None:
    before = replica_of(file)
    backups.restore(made.path, file, place)
    assert replica_of(file) not in (before, replica_of(made.path))


def test_restoring_is_a_step_of_the_journal(file: Path, place: Place, made: Backup) -> None:
    backups.restore(made.path, file, place)
    with Database.open(file, place) as database, database.read() as connection:
        (step, _) = history.steps(connection, 9)
        assert (step.kind, step.who) == ("restore", "Lò Thị Mây")
        assert made.path.name in step.label
        assert verify.problems(connection) == []


def test_after_restoring_the_steps_before_can_still_be_undone(
    file: Path, place: Place, made: Backup
) -> None:
    backups.restore(made.path, file, place)
    with Database.open(file, place) as database, database.read() as connection:
        step = history.next_undo(connection)
    assert step is not None
    assert step.label == "Thêm A Tik"


def test_numbers_begin_anew_for_the_new_replica(file: Path, place: Place, made: Backup) -> None:
    backups.restore(made.path, file, place)
    with Database.open(file, place) as database:
        add(database, "Y Mai")
        with database.read() as connection:
            found = connection.exec_driver_sql("SELECT tick, number FROM step ORDER BY tick").all()
    assert [tuple(row) for row in found] == [(1, 1), (2, 1), (3, 2)]


def test_a_backup_is_restored_where_no_file_is(tmp_path: Path, place: Place, made: Backup) -> None:
    backups.restore(made.path, tmp_path / "Máy mới.thidua", place)
    assert names(tmp_path / "Máy mới.thidua", place) == ["A Tik"]


def test_a_damaged_file_is_moved_aside_with_its_journals(
    file: Path, place: Place, made: Backup
) -> None:
    file.write_bytes(b"broken")
    beside(file, "-wal").write_bytes(b"stale")
    backups.restore(made.path, file, place)
    assert names(file, place) == ["A Tik"]
    (aside,) = file.parent.glob("hong-*")
    assert (aside / file.name).read_bytes() == b"broken"
    assert (aside / (file.name + "-wal")).read_bytes() == b"stale"


def test_a_stale_journal_is_not_played_into_the_restored_file(
    file: Path, place: Place, made: Backup
) -> None:
    beside(file, "-journal").write_bytes(b"\0" * 512)
    backups.restore(made.path, file, place)
    assert not beside(file, "-journal").exists()
    assert names(file, place) == ["A Tik"]


def test_a_damaged_backup_is_refused_and_the_file_stays(
    file: Path, place: Place, made: Backup
) -> None:
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 4
    made.path.write_bytes(data)
    with pytest.raises(BadFile):
        backups.restore(made.path, file, place)
    assert names(file, place) == ["A Tik", "Y Hoa"]


def test_a_file_that_is_open_is_not_restored_over(file: Path, place: Place, made: Backup) -> None:
    with Database.open(file, place), pytest.raises(Refused, match="đang được mở"):
        backups.restore(made.path, file, place)


def test_restoring_into_a_missing_folder_is_refused(
    tmp_path: Path, place: Place, made: Backup
) -> None:
    with pytest.raises(OutsideError, match="thư mục"):
        backups.restore(made.path, tmp_path / "không có" / "a.thidua", place)


def test_a_restore_that_fails_leaves_the_file_and_no_draft(
    file: Path, place: Place, made: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "copy", full)
    with pytest.raises(OutsideError, match="hết chỗ"):
        backups.restore(made.path, file, place)
    monkeypatch.undo()
    assert not beside(file, ".moi").exists()
    assert names(file, place) == ["A Tik", "Y Hoa"]


def test_a_restore_cut_off_after_the_old_file_was_moved_is_finished_at_opening(
    file: Path, place: Place, made: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(target: Path) -> None:
        draft = beside(target, ".moi")
        draft.rename(beside(target, ".kept"))  # What a killed program cannot clear away.
        raise Killed

    file.write_bytes(b"broken")
    monkeypatch.setattr(restoring, "_remove_journals", kill)
    with pytest.raises(Killed):
        backups.restore(made.path, file, place)
    monkeypatch.undo()
    beside(file, ".kept").rename(beside(file, ".moi"))
    assert not file.exists()
    assert names(file, place) == ["A Tik"]
