import logging
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.ahead import Ahead


def test_ready_is_told_on_the_windows_thread(qtbot: QtBot):
    owner, told = QObject(), []
    ahead = Ahead(["json"], ["wave"], owner)
    ahead.ready.connect(lambda: told.append(threading.current_thread()))
    with qtbot.waitSignal(ahead.ready):
        ahead.start()
    ahead.end()
    assert told == [threading.main_thread()]


def test_a_module_that_is_not_there_holds_up_nothing(
    qtbot: QtBot, our_log: list[logging.LogRecord]
):
    owner = QObject()
    ahead = Ahead(["thidua_desktop.no_such_module"], [], owner)
    with qtbot.waitSignal(ahead.ready):
        ahead.start()
    ahead.end()
    assert "no_such_module" in our_log.pop().getMessage()


def test_everything_named_to_be_imported_ahead_is_there():
    from importlib.util import find_spec

    from thidua_desktop.app import BEHIND, TABS_AND_MORE

    names = [f"thidua_desktop.{name}" for name in (*BEHIND, *TABS_AND_MORE)]
    assert [name for name in names if find_spec(name) is None] == []
