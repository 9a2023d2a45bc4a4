"""Who took over from whom, and which unit a name means."""

import pytest

from tests.factory import unit
from thidua_desktop.domain.lineage import is_over, kin_of, meant, name_parts
from thidua_desktop.domain.units import UnitSuccession

FIRST, SECOND, THIRD, SIDE = (unit(name) for name in ("Một", "Hai", "Ba", "Bên"))
ALL = [FIRST, SECOND, THIRD, SIDE]
STEPS = [
    UnitSuccession(from_uid=FIRST.uid, to_uid=SECOND.uid),
    UnitSuccession(from_uid=SIDE.uid, to_uid=SECOND.uid),
    UnitSuccession(from_uid=SECOND.uid, to_uid=THIRD.uid),
]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("UBND xã Đắk Pék", (True, "xa", "dak pek")),
        ("Ủy ban nhân dân thị trấn Đăk Glei", (True, "thi tran", "dak glei")),
        ("Xã Đăk Pék", (False, "xa", "dak pek")),
        ("TT. Đăk Hà", (False, "thi tran", "dak ha")),
        ("đăk pek", (False, "", "dak pek")),
        ("Huyện đoàn", (False, "huyen", "doan")),
        ("Phòng Nội vụ", (False, "", "phong noi vu")),
    ],
)
def test_a_name_has_a_committee_a_level_and_a_core(name: str, parts: tuple[bool, str, str]):
    assert name_parts(name) == parts


def test_a_level_that_is_left_out_is_no_difference():
    assert name_parts("dak glei").means(name_parts("Huyện Đắk Glei"))
    assert not name_parts("Thị trấn Đăk Glei").means(name_parts("Huyện Đắk Glei"))


def test_kin_reaches_over_several_steps():
    kin = kin_of(FIRST, ALL, STEPS)
    assert ([*kin.before], [*kin.after]) == ([], [SECOND, THIRD])


def test_who_went_before_is_nearest_first():
    assert [*kin_of(THIRD, ALL, STEPS).before] == [SECOND, FIRST, SIDE]


def test_one_beside_is_no_kin():
    assert SIDE not in kin_of(FIRST, ALL, STEPS).others


def test_a_circle_of_successions_ends():
    circle = [*STEPS, UnitSuccession(from_uid=THIRD.uid, to_uid=FIRST.uid)]
    assert [*kin_of(FIRST, ALL, circle).after] == [SECOND, THIRD]


@pytest.mark.parametrize(
    ("date", "over"),
    [("2025-06-30", False), ("2025-07-01", True), ("2025", False), ("2026", True), ("", False)],
)
def test_a_unit_is_over_once_its_last_day_is_past(date: str, over: bool):
    assert is_over(unit(valid_to="2025-06-30"), date) is over


def test_of_two_units_of_one_name_the_date_says_which_is_meant():
    old, new = unit(valid_to="2025-06-30"), unit(valid_from="2025-07-01")
    assert meant([old, new], "2024") is old
    assert meant([old, new], "2025-08-01") is new


def test_without_a_date_two_units_of_one_name_are_nobody():
    assert meant([unit(), unit()], "") is None


def test_the_only_unit_of_a_name_is_meant_though_it_has_ended():
    old = unit(valid_to="2025-06-30")
    assert meant([old], "2026") is old
