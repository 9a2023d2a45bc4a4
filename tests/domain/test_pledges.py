"""Who has registered for a year, and who has not."""

from thidua_desktop.domain.movements import Pledge
from thidua_desktop.domain.pledges import problems, returns, twice
from thidua_desktop.domain.units import Unit

SCHOOLS = [Unit(name=f"Trường Tiểu học số {number}", kind="school") for number in (1, 2, 10)]
COMMUNES = [Unit(name=f"Xã Đắk {name}", kind="commune") for name in ("Lua", "Ái")]
OFFICE = Unit(name="Phòng Nội vụ", kind="department")


def pledge(unit: str, **known: str) -> Pledge:
    return Pledge(unit_name=unit, year=2024, title_text="Tập thể lao động xuất sắc", **known)  # type: ignore[arg-type]


def test_who_has_not_registered_is_named_by_kind_in_dictionary_order() -> None:
    made = [pledge("Trường số 1", unit_uid=SCHOOLS[0].uid), pledge("UBND xã Đăk Lua")]
    told = returns(2024, made, [*SCHOOLS, *COMMUNES, OFFICE])
    assert told.sent == 2
    assert told.by_kind() == [
        ("Xã, phường, thị trấn", ["Xã Đắk Ái"]),
        ("Trường học", ["Trường Tiểu học số 10", "Trường Tiểu học số 2"]),
    ]


def test_kinds_of_which_none_has_registered_are_not_asked_for() -> None:
    assert returns(2024, [], [*SCHOOLS, OFFICE]).waiting == ()


def test_a_unit_with_several_titles_counts_once() -> None:
    told = returns(2024, [pledge("Xã Đắk Lua"), pledge("xã đắk lua")], COMMUNES)
    assert told.sent == 1


def test_a_pledge_says_who_and_what() -> None:
    assert [found.field for found in problems(Pledge(year=2024, quantity=-1))] == [
        *("unit_name", "title_text", "quantity"),
    ]


def test_one_title_of_one_unit_stands_once_a_year() -> None:
    (found,) = twice(pledge("xã đắk lua"), [pledge("Xã Đắk Lua")])
    assert found.text.startswith("“xã đắk lua” đã đăng ký")
