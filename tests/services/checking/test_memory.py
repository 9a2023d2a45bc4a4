"""Answers kept in memory: only those that were true when they were made."""

from tests.services.checking.conftest import Checking
from thidua_desktop.domain.checking.findings import judgement
from thidua_desktop.services.checking.memory import Answer, Memory

ANSWER = Answer(judgement([]), None, frozenset({"x"}))


def test_an_answer_made_before_something_was_written_is_not_kept(checking: Checking) -> None:
    memory = Memory()
    database = checking.services.checks._database
    with database.read() as connection:
        moment = memory.at(connection)
    checking.person()
    with database.read() as connection:
        memory.at(connection)
    memory.keep({"n": ANSWER}, moment)
    assert memory.known(["n"]) == {}


def test_an_answer_of_the_present_moment_is_kept(checking: Checking) -> None:
    memory = Memory()
    with checking.services.checks._database.read() as connection:
        memory.keep({"n": ANSWER}, memory.at(connection))
    assert memory.known(["n", "m"]) == {"n": ANSWER}
