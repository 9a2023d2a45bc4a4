"""Whose awards count for a unit: its own names, and those it took over from."""

from thidua_desktop.services.checking.lineage import Lineage, lineage


def test_a_unit_alone_is_its_own_lineage() -> None:
    assert lineage("a", {}) == Lineage(frozenset("a"))


def test_a_renamed_unit_is_the_same_under_both_names() -> None:
    links = {"new": [("old", "rename")]}
    assert lineage("new", links).same == {"old", "new"}
    assert lineage("old", links).same == {"old", "new"}


def test_units_merged_into_it_come_earlier_but_not_the_other_way() -> None:
    links = {"whole": [("one", "merge"), ("two", "merge")]}
    assert lineage("whole", links).earlier == {"one", "two"}
    assert lineage("one", links) == Lineage(frozenset({"one"}))


def test_steps_are_followed_and_circles_end() -> None:
    links = {"c": [("b", "merge")], "b": [("a", "rename")], "a": [("c", "merge")]}
    assert lineage("c", links).all == {"a", "b", "c"}
