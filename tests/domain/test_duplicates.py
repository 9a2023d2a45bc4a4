"""Pairs and the groups that hang together through them."""

from thidua_desktop.domain.duplicates import Body, Pair, groups, units


def pair(first: str, second: str) -> Pair:
    return Pair("person", first, second, 3, ())


def test_a_pair_is_the_same_whichever_is_said_first() -> None:
    assert pair("a", "b").key == pair("b", "a").key
    assert pair("a", "b").key != pair("a", "c").key


def test_pairs_that_share_a_record_make_one_group() -> None:
    found = groups([pair("a", "b"), pair("x", "y"), pair("c", "d"), pair("b", "c")])
    assert sorted(map(sorted, found)) == [["a", "b", "c", "d"], ["x", "y"]]


def test_a_unit_that_ended_when_another_began_is_another() -> None:
    old = Body("a", "Xã Ia Mơ", "xa ia mo", "commune", "", "", "", "2025-07-01")
    new = Body("b", "Xã Ia Mơ", "xa ia mo", "commune", "", "", "2025-07-01", "")
    assert units(old, new, "same") is None
    assert units(old, new._replace(starts="2020"), "same") is not None
