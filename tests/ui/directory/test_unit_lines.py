"""Lines that name units: as many as are given, made a few at a time."""

from pytestqt.qtbot import QtBot

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.unit_lines import Named, UnitLines
from thidua_desktop.ui.widgets.suggestions import SuggestionEditor


def many(count: int) -> list[Named]:
    return [Named(f"Xã {number}", str(number)) for number in range(count)]


def test_all_units_count_before_all_their_lines_are_made(qtbot: QtBot, desk: Desk):
    lines = UnitLines("Đơn vị", lambda _text: (), desk)
    qtbot.addWidget(lines)
    lines.show_units(many(60))
    assert len(lines.findChildren(SuggestionEditor)) < 60
    assert lines.value() == many(60)
    qtbot.waitUntil(lambda: len(lines.findChildren(SuggestionEditor)) == 60)
    assert lines.value() == many(60)


def test_an_empty_line_is_no_unit(qtbot: QtBot, desk: Desk):
    lines = UnitLines("Đơn vị", lambda _text: (), desk)
    qtbot.addWidget(lines)
    lines.show_units([])
    assert len(lines.findChildren(SuggestionEditor)) == 1
    assert [each for each in lines.value() if each.name] == []
