import json
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.factory import person
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.people import Person
from thidua_desktop.storage import records
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.sqlite.lock import FileLock, beside

HOLD = """
import sys, time
from pathlib import Path
from thidua_desktop.storage.database import Database, Place
path = Path(sys.argv[1])
database = Database.open(path, Place(migrations=path.parent, backups=path.parent))
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(file: Path):
    """Another process that has the file open for writing."""
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_a_second_program_is_refused_and_told_who_has_the_file(
    file: Path, place: Place, holder
) -> None:
    with pytest.raises(Refused) as refused:
        Database.open(file, place)
    assert f"trên máy {platform.node()}" in refused.value.what
    assert f"tiến trình {holder.pid}" in refused.value.what


def test_another_program_may_read_meanwhile(file: Path, place: Place, holder) -> None:
    with Database.open(file, place, read_only=True) as reading, reading.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM step").scalar() == 0


def test_killing_the_holder_frees_the_file(file: Path, place: Place, holder) -> None:
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with Database.open(file, place) as database, database.write("Thêm") as step:
        step.put(person())
    assert step.changed.rows


def test_a_file_opened_twice_in_one_program_is_refused(database: Database, place: Place) -> None:
    with pytest.raises(Refused, match="đang được mở bởi"):
        Database.open(database.path, place)


def test_closing_frees_the_file_and_takes_the_note_away(database: Database, place: Place) -> None:
    database.close()
    assert not beside(database.path, ".giu").exists()
    Database.open(database.path, place).close()


def test_closing_twice_does_no_harm(database: Database) -> None:
    database.close()
    database.close()


def test_a_lock_whose_note_is_broken_is_still_a_lock(database: Database, place: Place) -> None:
    beside(database.path, ".giu").write_text("{", "utf-8")
    with pytest.raises(Refused, match="một chương trình khác"):
        Database.open(database.path, place)


def test_the_note_names_user_machine_and_process(database: Database) -> None:
    note = json.loads(beside(database.path, ".giu").read_text("utf-8"))
    assert (note["machine"], note["pid"]) == (platform.node(), os.getpid())
    assert note["user"]


def test_a_note_without_its_lock_says_the_program_was_cut_off(file: Path) -> None:
    beside(file, ".giu").write_text("{}", "utf-8")
    lock = FileLock(file)
    lock.take()
    assert lock.was_cut_off
    lock.give_back(is_clean=True)


def test_reading_needs_no_lock_file(file: Path, place: Place) -> None:
    with Database.open(file, place, read_only=True) as reading, reading.read() as connection:
        assert records.everything(connection, Person) == []
    assert not beside(file, ".lock").exists()
