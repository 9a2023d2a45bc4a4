import re
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.errors import Cancelled, Refused
from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui import jobs as jobs_module
from thidua_desktop.ui.jobs import Job, Jobs, while_here


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_the_result_comes_to_the_windows_thread(qtbot: QtBot, jobs: Jobs):
    seen: list[tuple[object, int]] = []
    with qtbot.waitSignal(jobs.start(lambda _ticket: threading.get_ident()).finished) as finished:
        job: Job = next(iter(jobs.findChildren(Job)))
        job.succeeded.connect(lambda result: seen.append((result, threading.get_ident())))
    assert finished.signal_triggered
    (worker, told_on), *others = seen
    assert not others
    assert worker != told_on == threading.get_ident()


def test_an_exception_crosses_by_signal(qtbot: QtBot, jobs: Jobs):
    seen: list[Exception] = []
    job = jobs.start(refuse).on(Refused, seen.append)
    with qtbot.waitSignal(job.finished):
        pass
    assert [str(error) for error in seen] == ["Tệp đang khóa."]


def test_an_exception_nobody_takes_is_told_once(qtbot: QtBot, jobs: Jobs):
    with qtbot.waitSignal(jobs.unhandled) as told:
        jobs.start(refuse)
    assert isinstance(told.args[0], Refused)


def test_an_exception_taken_is_not_told_again(qtbot: QtBot, jobs: Jobs):
    job = jobs.start(refuse).on(Refused, lambda _error: None)
    with qtbot.assertNotEmitted(jobs.unhandled), qtbot.waitSignal(job.finished):
        pass


def test_cancelled_work_stops_at_its_next_step(qtbot: QtBot, jobs: Jobs):
    begun = threading.Event()

    def endless(ticket: Ticket) -> None:
        while True:
            begun.set()
            ticket.step(1, 2, "")

    job = jobs.start(endless)
    begun.wait(5)
    with qtbot.waitSignal(job.failed) as failed:
        job.cancel()
    assert isinstance(failed.args[0], Cancelled)


def test_work_cancelled_before_it_begins_never_begins(qtbot: QtBot, jobs: Jobs):
    gate = threading.Event()
    ran: list[str] = []
    jobs.start(lambda _ticket: gate.wait(5))
    later = jobs.start(lambda _ticket: ran.append("ran"))
    later.cancel()
    with qtbot.waitSignal(later.finished):
        gate.set()
    assert ran == []


def test_stopping_work_is_no_fault(qtbot: QtBot, jobs: Jobs):
    job = jobs.start(lambda ticket: ticket.step(0, 1, ""))
    job.cancel()
    with qtbot.assertNotEmitted(jobs.unhandled), qtbot.waitSignal(job.finished):
        pass


def test_progress_reaches_the_window(qtbot: QtBot, jobs: Jobs):
    job = jobs.start(lambda ticket: ticket.step(3, 3, "Đang ghi"))
    with qtbot.waitSignal(job.progress) as told:
        pass
    assert told.args == [3, 3, "Đang ghi"]


def test_writes_follow_one_another(qtbot: QtBot, jobs: Jobs):
    order: list[int] = []
    last = [jobs.start(partial(noted, order, number)) for number in range(50)][-1]
    with qtbot.waitSignal(last.finished):
        pass
    assert order == list(range(50))


def test_questions_need_not_wait_for_writes(qtbot: QtBot, jobs: Jobs):
    gate = threading.Event()
    jobs.start(lambda _ticket: gate.wait(5))
    with qtbot.waitSignal(jobs.start(lambda _ticket: "answer", "find").succeeded):
        pass
    gate.set()


def test_closing_finishes_every_write(jobs: Jobs):
    written: list[int] = []
    for number in range(20):
        jobs.start(partial(noted, written, number))
    jobs.close()
    assert written == list(range(20))


def test_waiting_gives_the_result_before_its_signals(qtbot: QtBot, jobs: Jobs):
    job = jobs.start(lambda _ticket: "rows", "page")
    assert job.wait(5)
    assert job.result == "rows"


def test_in_place_nothing_runs_before_the_caller_can_listen(qtbot: QtBot):
    jobs = Jobs(in_place=True)
    job = jobs.start(lambda _ticket: threading.get_ident())
    assert not job.is_done
    with qtbot.waitSignal(job.succeeded) as told:
        pass
    assert told.args == [threading.get_ident()]


def noted(numbers: list[int], number: int, _ticket: Ticket) -> None:
    numbers.append(number)


def refuse(_ticket: Ticket) -> None:
    raise Refused("Tệp đang khóa.")


class Pane(QObject):
    """A widget that takes errors upon itself while it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Exception] = []

    def take(self, error: Exception) -> None:
        self.objectName()  # Fails once the C++ side is gone.
        self.taken.append(error)


def test_what_a_pane_that_is_gone_cannot_tell_is_told_by_the_window(qtbot: QtBot, jobs: Jobs):
    pane = Pane()
    with qtbot.waitSignal(jobs.unhandled) as told:
        jobs.start(refuse).on(Refused, pane.take)
        shiboken6.delete(pane)
    assert isinstance(told.args[0], Refused)
    assert not pane.taken


def test_a_record_that_a_closed_pane_missed_is_no_fault(qtbot: QtBot, jobs: Jobs):
    def look_for_one_that_is_gone(_ticket: Ticket) -> None:
        raise KeyError

    pane = Pane()
    job = jobs.start(look_for_one_that_is_gone).on(KeyError, partial(pane.take))
    with qtbot.assertNotEmitted(jobs.unhandled), qtbot.waitSignal(job.finished):
        shiboken6.delete(pane)
    assert not pane.taken


def test_an_outcome_for_one_that_is_gone_is_let_go(qtbot: QtBot, jobs: Jobs):
    pane, seen = Pane(), list[object]()
    job = jobs.start(lambda _ticket: 1)
    job.succeeded.connect(while_here(pane, seen.append))
    with qtbot.waitSignal(job.finished):
        shiboken6.delete(pane)
    assert not seen


def test_no_screen_hears_of_a_job_through_a_bare_lambda():
    source = Path(jobs_module.__file__).parent
    bare = re.compile(r"\.(succeeded|failed|finished)\.connect\(\s*lambda")
    assert not [path.name for path in source.rglob("*.py") if bare.search(path.read_text("utf-8"))]
