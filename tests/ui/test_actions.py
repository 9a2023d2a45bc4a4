from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from thidua_desktop.ui.commands import COMMANDS, MENUS, OTHERS, TOOLBAR
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer


def test_names_and_keys_are_given_once():
    names = Counter(command.name for command in COMMANDS)
    keys = Counter(command.key for command in COMMANDS if command.key)
    assert [each for each, count in (names + keys).items() if count > 1] == []


def test_menus_and_toolbar_name_what_there_is():
    assert {command.menu for command in COMMANDS} <= {*MENUS, OTHERS, ""}
    assert set(filter(None, TOOLBAR)) <= {command.name for command in COMMANDS}


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.key], ids=lambda c: c.name)
def test_every_key_is_one_qt_knows(command):
    assert QKeySequence(command.key).toString() == command.key


def test_a_command_nobody_answers_says_why(desk: Desk):
    desk.actions.offer({}, "Hãy mở một tệp thi đua trước.")
    action = desk.actions["add"]
    assert not action.isEnabled()
    assert action.statusTip() == "Hãy mở một tệp thi đua trước."
    assert "Hãy mở một tệp thi đua trước." in action.toolTip()


def test_an_offered_command_runs(desk: Desk):
    done: list[str] = []
    desk.actions.offer({"add": Offer(lambda: done.append("added"))}, "")
    desk.actions["add"].trigger()
    assert done == ["added"]


def test_an_offer_that_cannot_be_now_says_why(desk: Desk):
    desk.actions.offer({"delete": Offer(lambda: None, "Hãy chọn một dòng trước.")}, "")
    assert not desk.actions["delete"].isEnabled()
    assert desk.actions["delete"].toolTip().endswith("Hãy chọn một dòng trước.")


def test_an_offer_without_a_row_is_a_mistake(desk: Desk):
    with pytest.raises(KeyError, match="fly"):
        desk.actions.offer({"fly": Offer(lambda: None)}, "")


def test_words_of_a_step_may_have_any_letter(desk: Desk):
    desk.actions.call("undo", "Hoàn tác: Sửa TH&THCS")
    assert desk.actions["undo"].text() == "Hoàn tác: Sửa TH&&THCS"
