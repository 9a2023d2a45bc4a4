"""Undo and redo against a plain model: a list of states and a place in it."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.storage.conftest import DAY
from thidua_desktop import paths
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage import history, records, verify
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.undo import redo, undo

State = dict[str, Person | Unit]
NAMES = st.sampled_from(["A Tik", "Y Hoa", "Lò Thị Mây", "Đặng Văn Ổn"])
KEYS = st.integers(0, 5)


def uid(number: int) -> str:
    return f"{number:036}"


class Officer(RuleBasedStateMachine):
    """Someone who edits, deletes, undoes, redoes and opens the file again, in any order."""

    empty: Path

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.place = Place(
            migrations=paths.find_paths({}).migrations,
            backups=self.folder / "backups",
            clock=lambda: DAY,
        )
        path = Path(shutil.copy(self.empty, self.folder / "a.thidua"))
        self.database = Database.open(path, self.place)
        self.states: list[State] = [{}]
        self.at = 0

    def _done(self, state: State) -> None:
        if state != self.states[self.at]:
            self.states[self.at + 1 :] = [state]
            self.at += 1

    @rule(keys=st.lists(KEYS, min_size=1, max_size=4, unique=True), name=NAMES, birth=st.booleans())
    def save(self, keys: list[int], name: str, birth: bool) -> None:
        now = dict(self.states[self.at])
        with self.database.write("Cất") as step:
            for key in keys:
                made = Person(uid=uid(key), full_name=name, birth="1990" if birth else "")
                now[made.uid] = made
                step.put(made)
        self._done(now)

    @rule(key=KEYS, name=NAMES, twice=st.booleans())
    def save_unit(self, key: int, name: str, twice: bool) -> None:
        made = Unit(uid=uid(100 + key), name=name)
        with self.database.write("Cất") as step:
            if twice:
                step.put(replace(made, name="tạm"))
                records.everything(step.connection, Unit)
            step.put(made)
        state = {**self.states[self.at], made.uid: made}
        if twice and state == self.states[self.at]:
            # A row written and written back within one step is still a step.
            self.states[self.at + 1 :] = [state]
            self.at += 1
        else:
            self._done(state)

    @rule(key=KEYS)
    def delete(self, key: int) -> None:
        with self.database.write("Xóa") as step:
            step.remove(Person, [uid(key)])
        self._done({k: v for k, v in self.states[self.at].items() if k != uid(key)})

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        undo(self.database)
        self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        redo(self.database)
        self.at += 1

    @rule()
    def open_again(self) -> None:
        self.database.close()
        self.database = Database.open(self.folder / "a.thidua", self.place)

    @invariant()
    def file_is_as_the_model(self) -> None:
        with self.database.read() as connection:
            living: list[Person | Unit] = [
                *records.everything(connection, Person),
                *records.everything(connection, Unit),
            ]
            assert {record.uid: record for record in living} == self.states[self.at]
            assert bool(history.next_undo(connection)) == (self.at > 0)
            assert bool(history.next_redo(connection)) == (self.at < len(self.states) - 1)

    @precondition(lambda self: self.at == 0)
    @rule()
    def nothing_before_the_beginning(self) -> None:
        with pytest.raises(Refused):
            undo(self.database)

    def teardown(self) -> None:
        if hasattr(self, "database"):
            with self.database.read() as connection:
                assert verify.problems(connection) == []
            self.database.close()
            shutil.rmtree(self.folder)


def test_any_play_of_edits_undo_and_redo_is_as_the_model(empty_file: Path) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    machine = type("Play", (Officer,), {"empty": empty_file})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
