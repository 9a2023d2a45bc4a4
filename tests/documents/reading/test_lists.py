"""Lists of people and units as offices send them: nothing is dropped, nothing is guessed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

from thidua_desktop.documents.reading.list_values import ListKind, ListRow, ReadList
from thidua_desktop.documents.reading.lists import read_lists
from thidua_desktop.documents.reading.tables import read_table

TODAY = date(2031, 6, 10)
HEAD = ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị", "Số CCCD", "Dân tộc"]
Rows = Any  # Rows of cells of any type, as openpyxl takes them.


def _book(tmp_path: Path, rows: Rows, merged: Sequence[str] = ()) -> Path:
    book: Any = Workbook()
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    path = tmp_path / "Danh sách.xlsx"
    book.save(path)
    return path


def _read(path: Path, kind: ListKind, **more: Any) -> list[ReadList]:
    return read_lists(read_table(path), kind, file=path.name, today=TODAY, **more)


def _people(tmp_path: Path, rows: Rows, merged: Sequence[str] = ()) -> ReadList:
    (found,) = _read(_book(tmp_path, rows, merged), "people")
    return found


def _units(tmp_path: Path, rows: Rows) -> ReadList:
    (found,) = _read(_book(tmp_path, rows), "units")
    return found


def _names(rows: Sequence[ListRow], field: str = "full_name") -> list[str]:
    return [row.values.get(field, "") for row in rows]


def test_a_full_row_gives_every_field(tmp_path):
    row = [
        1,
        "Y Hoa",
        date(1985, 2, 3),
        "Nữ",
        "Giáo viên",
        "Trường MN Hoa Sen",
        "062185001234",
        "Xơ Đăng",
    ]
    (person,) = _people(tmp_path, [HEAD, row]).accepted
    assert person.number == 2
    assert person.values == {
        "full_name": "Y Hoa",
        "birth": "1985-02-03",
        "sex": "female",
        "position": "Giáo viên",
        "unit": "Trường MN Hoa Sen",
        "citizen_id": "062185001234",
        "ethnicity": "Xơ Đăng",
    }


@pytest.mark.parametrize(
    "name", ["A Tik", "Y Hoa", "Y", "H'Yéo Niê", "Rơ Châm Blơ̆", "NGUYỄN VĂN ẤT"]
)
def test_names_are_right_as_they_are(name, tmp_path):
    found = _people(tmp_path, [HEAD, [1, name]])
    assert len(_names(found.accepted)) == 1
    assert not found.waiting


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("HỌ VÀ TÊN", "full_name"),
        ("Họ, tên", "full_name"),
        ("Họ tên", "full_name"),
        ("Ho va ten", "full_name"),
        ("Họ và\ntên", "full_name"),
    ],
)
def test_a_head_is_known_without_case_and_marks(head, field, tmp_path):
    found = _people(tmp_path, [["STT", head], [1, "A Tik"]])
    assert _names(found.accepted, field) == ["A Tik"]


@pytest.mark.parametrize(
    ("head", "field", "cell", "value"),
    [
        ("Ngày, tháng, năm sinh", "birth", "5/6/1985", "1985-06-05"),
        ("Năm sinh", "birth", 1985, "1985"),
        ("NTNS", "birth", "06/1985", "1985-06"),
        ("Phái", "sex", "nữ", "female"),
        ("Giới tính (Nam/Nữ)", "sex", "NAM", "male"),
        ("Ông/Bà", "sex", "Bà", "female"),
        ("Chức vụ/Chức danh", "position", "Kế toán", "Kế toán"),
        ("Cơ quan, đơn vị công tác", "unit", "Xã Đắk Mẫu", "Xã Đắk Mẫu"),
        ("Nơi công tác", "unit", "Xã Đắk Mẫu", "Xã Đắk Mẫu"),
        ("Thuỷ điện", "", "x", ""),
        ("Căn cước công dân", "citizen_id", "062 185 001 234", "062185001234"),
        ("Số định danh cá nhân", "citizen_id", "062185001234", "062185001234"),
        ("CMND/CCCD", "citizen_id", 233185001, "233185001"),
        ("Dân tộc", "ethnicity", "Kinh", "Kinh"),
        ("Ghi chú", "note", "Nghỉ sinh", "Nghỉ sinh"),
    ],
)
def test_columns_are_known_by_what_heads_say(head, field, cell, value, tmp_path):
    (person,) = _people(tmp_path, [["TT", "Họ và tên", head], [1, "A Tik", cell]]).accepted
    assert person.values == {"full_name": "A Tik"} | ({field: value} if field else {})


def test_columns_that_are_not_taken_are_told(tmp_path):
    found = _people(
        tmp_path, [["TT", "Họ và tên", "Trình độ", "Quê quán"], [1, "A Tik", "ĐH", "x"]]
    )
    assert found.remarks == ("Các cột không nhập của trang “Sheet”: “Trình độ”, “Quê quán”.",)


def test_the_office_may_teach_a_head(tmp_path):
    path = _book(tmp_path, [["TT", "Họ và tên", "Nơi dạy"], [1, "A Tik", "Trường Hoa Sen"]])
    (found,) = _read(path, "people", learnt={"noi day": "unit"})
    assert found.accepted[0].values["unit"] == "Trường Hoa Sen"


def test_family_and_given_name_in_two_columns_are_one_name(tmp_path):
    found = _people(
        tmp_path, [["TT", "Họ đệm", "Tên", "Chức vụ"], [1, "Trần Thị", "Bưởi", "Kế toán"]]
    )
    assert _names(found.accepted) == ["Trần Thị Bưởi"]


def test_position_and_unit_in_one_column_are_parted(tmp_path):
    rows = [["TT", "Họ và tên", "Chức vụ, đơn vị công tác"], [1, "A Tik", "Kế toán, xã Đắk Mẫu"]]
    (person,) = _people(tmp_path, rows).accepted
    assert (person.values["position"], person.values["unit"]) == ("Kế toán", "xã Đắk Mẫu")


TWO_ROWS = [
    ["TT", "Họ và tên", "Năm sinh", None, "Chức vụ"],
    [None, None, "Nam", "Nữ", None],
    [1, "A Tik", 1985, None, "Kế toán"],
    [2, "Y Hoa", None, "05/06/1990", "Thủ quỹ"],
]


@pytest.mark.parametrize("merged", [(), ("A1:A2", "B1:B2", "C1:D1", "E1:E2")])
def test_a_head_of_two_rows_merged_or_not_is_one(merged, tmp_path):
    people = _people(tmp_path, TWO_ROWS, merged).accepted
    assert [(p.values["birth"], p.values["sex"]) for p in people] == [
        ("1985", "male"),
        ("1990-06-05", "female"),
    ]
    assert [p.values["position"] for p in people] == ["Kế toán", "Thủ quỹ"]


def test_marks_under_nam_and_nu_tell_the_sex(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Giới tính", None],
        [None, None, "Nam", "Nữ"],
        [1, "A Tik", "x", None],
        [2, "Y Hoa", None, "x"],
        [3, "A Rừng", None, None],
    ]
    found = _people(tmp_path, rows, ("C1:D1",))
    assert [row.values.get("sex") for row in found.accepted] == ["male", "female", None]


def test_what_stands_around_a_list_is_no_row(tmp_path):
    rows = [
        ["PHÒNG GIÁO DỤC"],
        ["TRƯỜNG MẦM NON HOA SEN"],
        ["DANH SÁCH GIÁO VIÊN"],
        [],
        HEAD,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        ["I", "Tổ Mẫu giáo"],
        [1, "Y Hoa"],
        HEAD,
        ["II", "Tổ Văn phòng"],
        [2, "A Tik"],
        [3],
        ["", "Tổng cộng: 2 người"],
        [None, "(Danh sách này có 02 người)"],
        [],
        [None, None, None, None, "Đắk Mẫu, ngày 05 tháng 6 năm 2031"],
        [None, "NGƯỜI LẬP BIỂU", None, None, "HIỆU TRƯỞNG"],
        [None, "(Ký, ghi rõ họ tên)"],
        [None, "Trần Thị Bưởi", None, None, "Y Rừng"],
    ]
    found = _people(tmp_path, rows, ("A3:H3",))
    assert _names(found.accepted) == ["Y Hoa", "A Tik"]
    assert [row.number for row in found.accepted] == [8, 11]
    assert found.waiting == ()


@pytest.mark.parametrize(
    "row",
    [
        ["Tổng", None, "3"],
        ["Tổng cộng:", "03 người"],
        [None, "Cộng: 3"],
        [None, "Tổng số", 3, 2, 1],
        [None, "Ấn định danh sách có 3 người"],
    ],
)
def test_a_total_is_no_person(row, tmp_path):
    found = _people(tmp_path, [HEAD, [1, "A Tik"], row])
    assert (len(found.rows), found.waiting) == (1, ())


def test_a_list_may_go_on_after_a_signature(tmp_path):
    rows = [HEAD, [1, "A Tik"], [None, "Người lập biểu"], [None, "Trần Bưởi"], [2, "Y Hoa"]]
    assert _names(_people(tmp_path, rows).accepted) == ["A Tik", "Y Hoa"]


@pytest.mark.parametrize("name", ["Tô Văn Rừng", "Trương A", "Cao Cường", "Kỳ Văn Núi", "Tống Sơn"])
def test_a_name_that_looks_like_a_group_is_a_person(name, tmp_path):
    found = _people(tmp_path, [["Họ và tên", "Chức vụ"], [name, None], ["A Tik", "Hiệu trưởng"]])
    assert _names(found.accepted) == [name, "A Tik"]


def test_a_group_that_names_a_unit_gives_it_to_its_people(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Chức vụ"],
        ["I", "Trường Mầm non Hoa Sen"],
        [1, "Y Hoa", "Giáo viên"],
        ["II. Trường Tiểu học Đắk Mẫu"],
        [2, "A Tik", "Giáo viên"],
    ]
    found = _people(tmp_path, rows, ("A4:C4",))
    assert _names(found.accepted, "unit") == ["Trường Mầm non Hoa Sen", "Trường Tiểu học Đắk Mẫu"]


@pytest.mark.parametrize(
    ("column", "cell", "reason", "proposal"),
    [
        ("Họ và tên", None, "Thiếu họ và tên.", ""),
        ("Họ và tên", "12. A Tik", "“12. A Tik” có số thứ tự trong ô họ tên.", "A Tik"),
        (
            "Họ và tên",
            "Bà Trần Thị Bưởi",
            "“Bà Trần Thị Bưởi” có cách xưng hô “Bà”.",
            "Trần Thị Bưởi",
        ),
        ("Ngày sinh", "31/02/1985", "31/02/1985 không phải ngày có thật.", "1985"),
        ("Ngày sinh", "06/25/1985", "06/25/1985 không phải ngày có thật.", "25/06/1985"),
        ("Ngày sinh", "05/06/65", "Năm sinh trong “05/06/65” không rõ thế kỷ.", "05/06/1965"),
        ("Ngày sinh", date(2032, 1, 1), "Ngày sinh 01/01/2032 ở sau hôm nay.", ""),
        ("Ngày sinh", 7, "“7” không phải ngày hoặc năm.", ""),
        ("Giới tính", "Khác", "“Khác” không phải Nam hoặc Nữ.", "Nam"),
        (
            "Số CCCD",
            62185001234,
            "CCCD mất số 0 ở đầu: đề nghị 062185001234.",
            "062185001234",
        ),
        ("Số CCCD", 1085001234, "CCCD mất số 0 ở đầu: đề nghị 001085001234.", "001085001234"),
        ("Số CCCD", 33185001, "Số CMND mất số 0 ở đầu: đề nghị 033185001.", "033185001"),
        (
            "Số CCCD",
            "0621850012345",
            "Số định danh phải có 12 chữ số (CMND cũ: 9); “0621850012345” có 13 chữ số.",
            "",
        ),
        ("Số CCCD", "06218500123O", "“06218500123O” có ký tự không phải chữ số.", "062185001230"),
    ],
)
def test_a_row_in_doubt_waits_with_reason_and_proposal(column, cell, reason, proposal, tmp_path):
    row: list[Any] = [1, "Y Hoa", None, None, "Giáo viên", None, None, None]
    row[HEAD.index(column)] = cell
    found = _people(tmp_path, [HEAD, row])
    (waiting,) = found.waiting
    text = cell.strftime("%d/%m/%Y") if isinstance(cell, date) else str(cell or "")
    (problem,) = waiting.problems
    assert (problem.head, problem.text, problem.reason) == (column, text, reason)
    assert problem.proposals[:1] == ((proposal,) if proposal else ())
    assert problem.cell == f"{'ABCDEFGH'[HEAD.index(column)]}2"
    assert (found.file, found.name, waiting.number) == ("Danh sách.xlsx", "Sheet", 2)
    assert waiting.values["position"] == "Giáo viên"
    assert waiting.cells[1] == ("" if column == "Họ và tên" and not cell else waiting.cells[1])


def test_letters_of_an_old_font_are_told(tmp_path):
    (waiting,) = _people(tmp_path, [HEAD, [1, "NguyÔn V¨n Rõng"]]).waiting
    assert "phông chữ cũ" in waiting.problems[0].reason


def test_a_row_may_have_several_problems(tmp_path):
    (waiting,) = _people(tmp_path, [HEAD, [1, None, "31/02/1985", "?"]]).waiting
    assert [problem.head for problem in waiting.problems] == [
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
    ]


@pytest.mark.parametrize(("serial", "day"), [(31081, "1985-02-03"), ("31081", "1985-02-03")])
def test_a_serial_number_of_excel_is_a_date(serial, day, tmp_path):
    (person,) = _people(tmp_path, [HEAD, [1, "Y Hoa", serial]]).accepted
    assert person.values["birth"] == day


def test_a_number_among_dates_typed_without_marks_waits_when_it_can_be_two_days(tmp_path):
    births = [150685, 31285, 31350]
    found = _people(tmp_path, [HEAD, *([n, "Y Hoa", birth] for n, birth in enumerate(births, 1))])
    assert [row.values["birth"] for row in found.accepted] == ["1985-06-15", "1985-10-30"]
    assert found.waiting[0].problems[0].reason == (
        "“31285” có thể là ngày 03/12/1985 hoặc 26/08/1985 (Excel đếm ngày)."
    )


def test_one_number_for_two_people_waits(tmp_path):
    rows = [
        HEAD,
        *([n, f"Y {name}", *[None] * 4, "062185001234"] for n, name in ((1, "Hoa"), (2, "Sen"))),
    ]
    found = _people(tmp_path, rows)
    assert _names(found.accepted) == ["Y Hoa"]
    assert found.waiting[0].problems[0].reason == "Số định danh trùng với dòng 2 trang “Sheet”."


def test_every_row_of_data_is_accepted_or_waits(tmp_path):
    births = ["5/6/1985", "31/02/1985", 1990, "", "x"]
    rows = [[n, f"A {'Tik' if n % 7 else ''}", births[n % 5]] for n in range(1, 241)]
    found = _people(tmp_path, [HEAD, *rows])
    assert len(found.rows) == 240
    numbers = [row.number for row in (*found.accepted, *found.waiting)]
    assert sorted(numbers) == list(range(2, 242))


def test_a_hidden_sheet_is_not_taken_and_told(tmp_path):
    book: Any = Workbook()
    book.active.append(HEAD)
    book.active.append([1, "A Tik"])
    hidden = book.create_sheet("Nháp")
    hidden.append(HEAD)
    hidden.append([1, "Y Hoa"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, second = _read(tmp_path / "a.xlsx", "people")
    assert len(first.rows) == 1
    assert (len(second.rows), second.remarks) == (0, ("Trang “Nháp” đang ẩn nên không được nhập.",))


def test_a_sheet_without_a_head_is_told(tmp_path):
    found = _people(tmp_path, [[n, "A Tik", "Kế toán"] for n in range(1, 6)])
    assert not found.rows
    assert "không có dòng tiêu đề" in found.remarks[0]


def test_a_list_in_word_goes_on_over_two_tables(tmp_path):
    document: Any = Document()
    for rows in ([["TT", "Họ và tên"], ["1", "A Tik"]], [["2", "Y Hoa"], ["3", "A Rừng"]]):
        table = document.add_table(0, 2)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("(trang sau)")
    document.save(tmp_path / "a.docx")
    found = _read(tmp_path / "a.docx", "people")
    assert [_names(one.accepted) for one in found] == [["A Tik"], ["Y Hoa", "A Rừng"]]


UNIT_HEAD = ["STT", "Tên đơn vị", "Loại", "Trực thuộc", "Mã", "Từ ngày", "Đến ngày"]


def test_a_unit_gives_every_field(tmp_path):
    row = [1, "Xã Đắk Mẫu", "Xã", "UBND huyện", "04", "1/7/2025", date(2030, 6, 30)]
    (unit,) = _units(tmp_path, [UNIT_HEAD, row]).accepted
    assert unit.values == {
        "name": "Xã Đắk Mẫu",
        "kind": "commune",
        "parent": "UBND huyện",
        "code": "04",
        "valid_from": "2025-07-01",
        "valid_to": "2030-06-30",
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Trường Mầm non Hoa Sen", "school"),
        ("UBND xã Đắk Mẫu", "commune"),
        ("Thị trấn Mẫu Sơn", "commune"),
        ("UBND huyện Mẫu Sơn", "office"),
        ("Phòng Nội vụ", "department"),
        ("Ủy ban MTTQ huyện", "party"),
        ("Thôn Đắk Rừng", "village"),
        ("Công ty Cây Xanh", "enterprise"),
        ("Nhà văn hóa", "other"),
    ],
)
def test_a_kind_not_given_is_told_by_the_name(name, kind, tmp_path):
    (unit,) = _units(tmp_path, [UNIT_HEAD, [1, name]]).accepted
    assert unit.values["kind"] == kind


def test_units_without_numbers_are_units_and_no_groups(tmp_path):
    rows = [["Tên đơn vị"], ["Trường Mầm non Hoa Sen"], ["Xã Đắk Mẫu"], ["Phòng Nội vụ"]]
    names = _names(_units(tmp_path, rows).accepted, "name")
    assert names == ["Trường Mầm non Hoa Sen", "Xã Đắk Mẫu", "Phòng Nội vụ"]


@pytest.mark.parametrize(
    ("row", "column", "reason", "proposal"),
    [
        ([1, "5"], "Tên đơn vị", "“5” không phải tên đơn vị.", ""),
        ([1, None, "Xã"], "Tên đơn vị", "Thiếu tên đơn vị.", ""),
        (
            [1, "Phòng Nội vụ", "Mới"],
            "Loại",
            "“Mới” không có trong danh sách loại đơn vị.",
            "Cơ quan chuyên môn",
        ),
        (
            [1, "Phòng Nội vụ", None, None, None, 2020, 2019],
            "Đến ngày",
            "Ngày kết thúc đứng trước ngày bắt đầu.",
            "",
        ),
    ],
)
def test_a_unit_in_doubt_waits(row, column, reason, proposal, tmp_path):
    (waiting,) = _units(tmp_path, [UNIT_HEAD, row]).waiting
    (problem,) = waiting.problems
    assert (problem.head, problem.reason) == (column, reason)
    assert "".join(problem.proposals[:1]) == proposal
