import pytest

from tests.storage.factory import award, person
from thidua_desktop.domain.plans import PlanTask
from thidua_desktop.storage.catalogue import BY_TABLE, mapping_of
from thidua_desktop.storage.derived import DERIVED, person_order, recipient_order, register_year


def derived(record) -> dict:
    mapping = mapping_of(type(record))
    columns = DERIVED[mapping.table]
    values = columns.for_table(mapping)(mapping.row(record))
    return dict(zip(columns.columns, values, strict=True))


@pytest.mark.parametrize("table", DERIVED)
def test_what_is_derived_comes_from_columns_of_the_table(table: str) -> None:
    assert set(DERIVED[table].sources) <= set(BY_TABLE[table].names)


def test_an_award_is_found_by_name_unit_title_and_decision() -> None:
    made = award("Đặng Thị Ổn", unit_name="Xã Đắk Ruồng", decision_number="26/QĐ-UBND")
    assert derived(made)["search_fold"] == "dang thi on xa dak ruong lao dong tien tien 26/qd-ubnd"


def test_an_award_stands_in_the_register_of_its_decision() -> None:
    assert derived(award(year=2023, decision_date="2024-01-15"))["register_year"] == 2024


def test_an_award_without_a_date_stands_in_the_year_of_the_achievement() -> None:
    assert register_year("", 1998) == 1998


def test_people_are_ordered_by_given_name() -> None:
    names = ["Nguyễn Văn Bình", "Trần Thị An", "Lê Văn Ân", "A Tik", "Y Hoa"]
    assert sorted(names, key=person_order) == [
        "Trần Thị An",
        "Lê Văn Ân",
        "Nguyễn Văn Bình",
        "Y Hoa",
        "A Tik",
    ]


def test_a_sort_name_replaces_the_given_name() -> None:
    assert person_order("Y Hoa Niê", "Hoa") < person_order("Trần Thị Nga")
    assert person_order("Y Hoa Niê") > person_order("Trần Thị Nga")


def test_a_collective_is_ordered_by_its_words_from_the_first() -> None:
    ban, xa = "Ban Chỉ huy Quân sự xã Ngọc An", "Xã Đắk Ruồng"
    assert recipient_order("collective", ban) < recipient_order("collective", xa)


def test_a_person_is_found_by_citizen_number_too() -> None:
    assert "062300001234" in derived(person(citizen_id="062300001234"))["search_fold"]


def test_a_task_is_found_by_its_words_without_markup() -> None:
    task = PlanTask(body="<i>Tổng kết</i> phong trào", units_text="Phòng Nội vụ")
    assert derived(task)["search_fold"] == "tong ket phong trao phong noi vu"
