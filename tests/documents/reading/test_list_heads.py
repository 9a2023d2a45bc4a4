"""What the words over the columns of less usual lists mean: enterprises, villages, households."""

from datetime import date

import pytest

from thidua_desktop.documents.reading.list_values import ListKind, ReadList
from thidua_desktop.documents.reading.lists import read_lists
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet

TODAY = date(2031, 6, 10)


def read(*rows: str, kind: ListKind = "nominations", name: str = "Sheet1") -> ReadList:
    """Return the list whose cells are parted by bars."""
    cells = [tuple(row.split("|")) for row in rows]
    sheet = ReadSheet(name, tuple(ReadRow(n, row) for n, row in enumerate(cells, start=1)))
    return read_lists([sheet], kind, file="a.xlsx", today=TODAY)[0]


def meanings(*rows: str) -> list[str]:
    """Return what the columns of a list mean."""
    return [column.meaning for column in read(*rows).columns]


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("TT|Tên doanh nghiệp|Địa chỉ|Hình thức khen", ["ordinal", "collective", "unit", "title"]),
        ("Tên thôn, TDP|Xã, thị trấn|Danh hiệu", ["collective", "unit", "title"]),
        ("Xã, phường, thị trấn|Danh hiệu|Ghi chú", ["collective", "title", "note"]),
        ("Họ và tên chủ hộ|Năm sinh|Thôn|Danh hiệu", ["household", "birth", "unit", "title"]),
        ("Tên, chức vụ, đơn vị|Danh hiệu", ["name", "title"]),
        ("Họ tên, năm sinh|Đơn vị|Đề nghị", ["full_name", "unit", "title"]),
    ],
)
def test_the_words_of_a_head_tell_whose_names_these_are(head: str, meant: list[str]) -> None:
    assert meanings(head, *["a|b|c|d"] * 2) == meant


def test_an_address_is_never_the_name_of_a_recipient() -> None:
    assert read("TT|Cơ sở|Địa chỉ|Danh hiệu", "1|Lò rèn A|Thôn 2|GK").rows == ()


def test_a_column_of_signs_beside_others_is_of_marks_though_nobody_knows_its_title() -> None:
    found = read("Họ tên|LĐTT|Cờ vàng|Tổ", "Y Hoa|x|x|x1", "A Tik|x||", "Họ tên|LĐTT|Xã|b")
    assert [(one.meaning, one.title) for one in found.columns[1:]] == [
        ("mark", "LĐTT"),
        ("mark", "Cờ vàng"),
        ("", ""),
    ]
    assert [mark.title for mark in found.rows[0].marks] == ["LĐTT", "Cờ vàng"]


def test_numbers_of_pages_and_sums_carried_over_are_no_rows_of_data() -> None:
    found = read(
        "TT|Họ tên|Danh hiệu",
        "1|Y Hoa|LĐTT",
        "||Trang 1/2",
        "|Trang trước chuyển sang: 1|",
        "2|A Tik|LĐTT",
        "|Cộng mang sang|",
        "Trang 2||",
    )
    assert [row.number for row in found.rows] == [2, 5]
    assert found.roles == {
        1: "head", 2: "data", 3: "remark", 4: "total", 5: "data", 6: "total", 7: "remark"
    }  # fmt: skip


@pytest.mark.parametrize("name", ["Gia đình bà Y Ngưk", "Hộ ông A Brôl"])
def test_a_household_under_the_head_of_people_is_a_household(name: str) -> None:
    (row,) = read("TT|Họ và tên|Danh hiệu", f"1|{name}|GK").rows
    assert row.values["recipient_kind"] == "household"
    assert row.problems == ()


@pytest.mark.parametrize(
    ("name", "own"),
    [("Liệt sĩ A Bông", "A Bông"), ("Đ/c Lê Văn Hải (nhóm trưởng)", "Lê Văn Hải")],
)
def test_what_is_proposed_for_a_name_is_the_name_alone(name: str, own: str) -> None:
    (row,) = read("TT|Họ và tên|Danh hiệu", f"1|{name}|GK").rows
    assert [problem.proposals for problem in row.problems] == [(own,)]


def test_notes_in_brackets_are_of_no_author() -> None:
    authors = "Mai Hoàng Bích (nhóm trưởng), Lê Văn Hải"
    (row,) = read("TT|Tên sáng kiến|Tác giả", f"1|Dạy múa|{authors}", kind="merits").rows
    assert (row.values["name"], row.values["authors"]) == ("Mai Hoàng Bích", "Lê Văn Hải")
    assert row.problems == ()


@pytest.mark.parametrize(
    ("year", "codes"),
    [
        ("2032", []),
        ("2033", ["future_year"]),
        ("2031-2032", []),
        ("2042-2043", ["future_year"]),
        ("1924", ["early_year"]),
        ("2022, 2023", ["several_years"]),
        ("5/6/2022", []),
    ],
)
def test_a_year_of_which_no_list_can_speak_waits(year: str, codes: list[str]) -> None:
    (row,) = read("TT|Họ và tên|Danh hiệu|Năm", f"1|Y Hoa|GK|{year}").rows
    assert [problem.code for problem in row.problems] == codes


def test_beside_a_title_that_is_asked_for_those_of_earlier_years_are_past() -> None:
    head = "Họ tên|Danh hiệu năm 2022|Danh hiệu năm 2023|Đề nghị năm 2024"
    (row,) = read(head, "Y Hoa|LĐTT|LĐTT|CSTĐCS").rows
    assert [(mark.title, mark.year) for mark in row.marks] == [("CSTĐCS", "2024")]
    assert [(mark.title, mark.year) for mark in row.past] == [("LĐTT", "2022"), ("LĐTT", "2023")]


def test_titles_of_several_years_in_a_register_are_all_of_them_given() -> None:
    head = "Họ tên|Danh hiệu năm 2022|Đề nghị năm 2023"
    (row,) = read(head, "Y Hoa|LĐTT|CSTĐCS", kind="register").rows
    assert [mark.title for mark in row.marks] == ["LĐTT", "CSTĐCS"]


def test_a_one_among_counts_is_no_mark() -> None:
    rows = read("TT|Đơn vị|Giấy khen", "1|Phòng Nội vụ|1", "2|Xã Đắk Nhe|3", "|Tổng cộng|4").rows
    assert [[problem.code for problem in row.problems] for row in rows] == [["unclear_mark"]] * 2


def test_a_one_is_a_mark_whatever_the_total_counts() -> None:
    rows = read("TT|Họ tên|LĐTT|GK", "1|Y Hoa|1|", "2|A Tik|1|1", "|Tổng cộng|2|1").rows
    assert [len(row.marks) for row in rows] == [1, 2]


@pytest.mark.parametrize("fault", ["#N/A", "#REF!"])
def test_a_cell_whose_formula_failed_waits_and_says_nothing(fault: str) -> None:
    (row,) = read("TT|Họ tên|Đơn vị|Danh hiệu", f"1|Y Hoa|{fault}|GK").rows
    assert [problem.code for problem in row.problems] == ["formula"]
    assert "unit" not in row.values


@pytest.mark.parametrize("note", ["Rút, không đề nghị", "không đủ điều kiện", "Xin rút"])
def test_a_row_that_is_taken_back_by_its_remark_waits(note: str) -> None:
    (row,) = read("TT|Họ tên|Danh hiệu|Ghi chú", f"1|Y Hoa|GK|{note}").rows
    assert [problem.code for problem in row.problems] == ["withdrawn"]
    assert row.values["note"] == note


@pytest.mark.parametrize("note", ["Rút kinh nghiệm", "Bổ sung", "Nghỉ thai sản"])
def test_other_remarks_let_the_row_go(note: str) -> None:
    (row,) = read("TT|Họ tên|Danh hiệu|Ghi chú", f"1|Y Hoa|GK|{note}").rows
    assert row.problems == ()


def test_a_decision_without_a_day_may_say_the_year() -> None:
    cell = "QĐ 77/QĐ-UBND năm 2015"
    (row,) = read("TT|Họ tên|Danh hiệu|Số quyết định", f"1|Y Hoa|GK|{cell}", kind="register").rows
    assert (row.values["decision_number"], row.values["year"]) == ("77/QĐ-UBND", "2015")


def _parts(cell: str, head: str = "TT|Tên, chức vụ, đơn vị|Danh hiệu") -> dict[str, str]:
    (row,) = read(head, f"1|{cell}|GK", kind="register").rows
    assert row.problems == ()
    told = ("recipient_kind", "name", "sex", "birth", "position", "unit")
    return {name: row.values[name] for name in told if name in row.values}


def test_one_cell_may_tell_name_sex_position_and_unit() -> None:
    assert _parts("Ông Đỗ Quốc An, Trưởng phòng, Phòng Nội vụ") == {
        "recipient_kind": "person",
        "name": "Đỗ Quốc An",
        "sex": "male",
        "position": "Trưởng phòng",
        "unit": "Phòng Nội vụ",
    }
    assert _parts("Bà Y Sương; nông dân, xã Đắk Nhe")["position"] == "nông dân"
    assert _parts("A Tik - Giáo viên, Trường Mầm non Nắng Mai")["unit"] == "Trường Mầm non Nắng Mai"


@pytest.mark.parametrize(
    ("cell", "birth"),
    [
        ("A Brôl, sinh năm 1975", "1975"),
        ("Y Ngưk (1980)", "1980"),
        ("Nguyễn Văn Nam - SN 2010", "2010"),
        ("A Tik, sinh ngày 5/6/1985", "1985-06-05"),
    ],
)
def test_one_cell_may_tell_name_and_birth(cell: str, birth: str) -> None:
    assert _parts(cell, "TT|Họ tên, năm sinh|Đề nghị")["birth"] == birth


def test_one_cell_may_tell_a_household_and_where_it_lives() -> None:
    told = _parts("Hộ ông A Brôl, thôn Đắk Xanh")
    assert told == {"recipient_kind": "household", "name": "Hộ ông A Brôl", "unit": "thôn Đắk Xanh"}


@pytest.mark.parametrize("cell", ["Ông A Brôl, bà Y Ngưk", "Y Ngưk, A Tik", "A Tik, 12"])
def test_a_cell_that_is_not_plain_waits(cell: str) -> None:
    (row,) = read("TT|Họ và tên|Danh hiệu", f"1|{cell}|GK").rows
    assert row.waits


def test_where_other_columns_tell_position_and_unit_the_name_stands_alone() -> None:
    (row,) = read("TT|Họ và tên|Chức vụ|GK", "1|A Tik, Giáo viên|Hiệu trưởng|x").rows
    assert [problem.code for problem in row.problems] == ["noted_name"]


def test_a_school_year_of_two_years_is_none() -> None:
    head = ("TT|Họ tên|Danh hiệu", "1|Y Hoa|LĐTT")
    assert read("DANH SÁCH NĂM HỌC 2023-2025||", *head).facts.period == ""
    assert read("DANH SÁCH NĂM HỌC 2023-2024||", *head).facts.period == "2023-2024"
    assert read("TỔNG KẾT GIAI ĐOẠN 2019-2024||", *head).facts.period == "2019-2024"


def test_a_mere_dash_is_no_unit() -> None:
    (row,) = read("TT|Họ tên|Đơn vị|Danh hiệu", "1|Y Hoa|-|LĐTT").rows
    assert "unit" not in row.values


def test_where_the_unit_was_left_empty_that_of_the_row_above_is_offered() -> None:
    rows = read(
        "TT|Đơn vị|Họ tên|Danh hiệu",
        "1|Trường A|Y Hoa|LĐTT",
        "2||A Tik|LĐTT",
        "3||Y Bích|LĐTT",
        "4|Trường B|A Nam|LĐTT",
    ).rows
    offers = [[(problem.proposals, problem.is_offer) for problem in row.problems] for row in rows]
    assert offers == [[], [(("Trường A",), True)], [(("Trường A",), True)], []]
    assert "unit" not in rows[1].values


def test_nothing_is_offered_where_a_group_row_names_the_unit() -> None:
    rows = read(
        "TT|Họ tên|Đơn vị|Danh hiệu",
        "1|Y Hoa|Trường A|LĐTT",
        "B. Trường Mầm non B|||",
        "1|A Tik||LĐTT",
    ).rows
    assert rows[1].values["unit"] == "Trường Mầm non B"
    assert rows[1].problems == ()
