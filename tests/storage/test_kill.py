"""The program is killed while it writes: the file is as before or as after, and whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.storage.factory import everything, person
from thidua_desktop.storage import verify
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.sqlite.lock import beside

if sys.platform == "win32":
    pytest.skip("there is no SIGKILL on Windows", allow_module_level=True)

WRITE = """
import os, signal, sys, time
from pathlib import Path
from thidua_desktop.domain.people import Person
from thidua_desktop.storage import journal
from thidua_desktop.storage.database import Database, Place

path, moment = Path(sys.argv[1]), sys.argv[2]


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def after(work):
    def dying(*known, **named):
        work(*known, **named)
        die()
    return dying


step = journal.WriteStep
if moment == "rows written":
    step._flush = after(step._flush)
elif moment == "changes written":
    step._write_changes = after(step._write_changes)
elif moment == "step written, not committed":
    step.finish = after(step.finish)
database = Database.open(path, Place(migrations=path.parent, backups=path.parent))
print("ready", flush=True)
with database.write("Nhập") as writing:
    writing.put(Person(full_name=f"Người {n}") for n in range(3_000))
print("written", flush=True)
time.sleep(60)
"""


@pytest.fixture
def kept(file: Path, place: Place) -> Path:
    """A file with one person from before."""
    with Database.open(file, place) as database, database.write("Thêm") as step:
        step.put(person("A Tik"))
    return file


def writer(path: Path, moment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITE, str(path), moment]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def count_of_a_whole_file(path: Path, place: Place) -> int:
    with Database.open(path, place) as database:
        with database.read() as connection:
            assert verify.problems(connection) == []
        return len(everything(database)["person"])


@pytest.mark.parametrize(
    "moment", ["rows written", "changes written", "step written, not committed"]
)
def test_killed_before_the_commit_nothing_is_written(kept: Path, place: Place, moment: str) -> None:
    with writer(kept, moment) as process:
        assert process.wait(30) == -signal.SIGKILL
    assert count_of_a_whole_file(kept, place) == 1


def test_killed_after_the_commit_all_is_written(kept: Path, place: Place) -> None:
    with writer(kept, "never") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.kill()
    assert count_of_a_whole_file(kept, place) == 3_001


def test_killed_at_any_moment_it_is_all_or_nothing(kept: Path, place: Place) -> None:
    chance = random.Random(11)
    before = kept.read_bytes()
    for _ in range(4):
        kept.write_bytes(before)
        with writer(kept, "never") as process:
            time.sleep(chance.uniform(0, 0.15))
            os.kill(process.pid, signal.SIGKILL)
        assert count_of_a_whole_file(kept, place) in (1, 3_001)


def test_a_file_left_half_written_can_be_read_without_being_opened_for_writing(
    kept: Path, place: Place
) -> None:
    with writer(kept, "step written, not committed") as process:
        process.wait(30)
    with Database.open(kept, place, read_only=True) as database:
        assert len(everything(database)["person"]) == 1
    assert beside(kept, ".giu").exists()  # The next writer still checks all of it.


def test_after_a_kill_the_next_change_is_written(kept: Path, place: Place) -> None:
    with writer(kept, "changes written") as process:
        process.wait(30)
    with Database.open(kept, place) as database, database.write("Thêm") as step:
        step.put(person("Y Hoa"))
    assert count_of_a_whole_file(kept, place) == 2
