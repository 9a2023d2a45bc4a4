"""What surrounds, parts and turns lists of awards: groups, pivots, registers, merits, choices."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.documents.reading.list_values import Facts, ListKind, ListRow, ReadList
from thidua_desktop.documents.reading.lists import Known, read_lists
from thidua_desktop.documents.reading.meanings import LABELS, labels_of
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet, Value
from thidua_desktop.documents.reading.tables import read_table

TODAY = date(2031, 6, 10)
Rows = Any  # Rows of cells of any type.
KINDS: tuple[ListKind, ...] = ("nominations", "register", "people", "units", "merits")


def _sheet(rows: Rows, name: str = "DS", **more: Any) -> ReadSheet:
    width = max(map(len, rows), default=0)
    cells: list[list[Value]] = [
        ["" if cell is None else cell for cell in (*row, *[None] * (width - len(row)))]
        for row in rows
    ]
    numbered = (ReadRow(n, tuple(row)) for n, row in enumerate(cells, start=1))
    return ReadSheet(name, tuple(numbered), **more)


def _lists(rows: Rows, kind: ListKind = "nominations", **more: Any) -> list[ReadList]:
    return read_lists([_sheet(rows)], kind, file="a.xlsx", today=TODAY, **more)


def _one(rows: Rows, kind: ListKind = "nominations", **more: Any) -> ReadList:
    (found,) = _lists(rows, kind, **more)
    return found


def _said(facts: Facts) -> dict[str, str]:
    names = Facts.__dataclass_fields__
    return {name: value for name in names if (value := getattr(facts, name))}


def _marks(row: ListRow) -> list[tuple[str, str]]:
    return [(mark.title, mark.year) for mark in row.marks]


HEAD: list[Any] = ["TT", "Họ và tên", "Chức vụ", "Danh hiệu"]
ANY: list[Any] = ["TT", "Tên tập thể, cá nhân, hộ gia đình", "Chức vụ", "Danh hiệu"]


def test_title_rows_tell_sender_year_decision_authority_title_and_kind():
    found = _one(
        [
            ["UBND HUYỆN MẪU SƠN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["PHÒNG NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"],
            ["Số: 12/DS-NV"],
            ["DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN ĐỘT XUẤT NĂM 2024"],
            ["(Kèm theo Quyết định số 45/QĐ-UBND ngày 12 tháng 01 năm 2024 "
             "của Chủ tịch UBND huyện Mẫu Sơn)"],
            HEAD,
            [1, "Y Hoa", "Kế toán", ""],
        ],
        "register",
    )  # fmt: skip
    assert _said(found.facts) == {
        "unit": "PHÒNG NỘI VỤ",
        "recipient_kind": "person",
        "title": "GIẤY KHEN",
        "loai_hinh": "DOT_XUAT",
        "year": "2024",
        "decision_number": "45/QĐ-UBND",
        "decision_date": "2024-01-12",
        "authority": "Chủ tịch UBND huyện Mẫu Sơn",
    }
    (row,) = found.rows
    assert row.values["title"] == "GIẤY KHEN"
    assert row.values["decision_number"] == "45/QĐ-UBND"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Đơn vị: Trường Mầm non Hoa Sen", {"unit": "Trường Mầm non Hoa Sen"}),
        ("DANH SÁCH NĂM HỌC 2023 - 2024", {"period": "2023-2024"}),
        ("Đắk Mẫu, ngày 5 tháng 6 năm 2024", {}),
        ("(Kèm theo Tờ trình số 5/TTr-HS ngày 5/6/2024)", {}),
        ("Danh sách đề nghị LĐTT và CSTĐCS", {}),
        ("DANH SÁCH TẬP THỂ, CÁ NHÂN", {}),
        ("Danh sách của Trường Mầm non Hoa Sen", {"unit": "Trường Mầm non Hoa Sen"}),
    ],
)
def test_one_title_row_says_what_it_says_and_no_more(line, said):
    assert _said(_one([[line], HEAD, [1, "Y Hoa"]]).facts) == said


def test_group_rows_set_kind_unit_and_title_each_on_its_own_level():
    found = _one(
        [
            ANY,
            ["I", "TẬP THỂ"],
            [1, "Tổ Văn phòng", None, "TTLĐTT"],
            ["II", "HỘ GIA ĐÌNH"],
            [1, "Trần Văn Núi", None, "Giấy khen"],
            ["III. CÁ NHÂN (02 người)"],
            ["1", "Trường Mầm non Hoa Sen"],
            [1, "Y Hoa", "Giáo viên", "LĐTT"],
            ["2", "Trường Tiểu học Đắk Mẫu"],
            [1, "A Tik", "Giáo viên", "LĐTT"],
            [None, "Cộng III: 2"],
        ]
    )
    told = [(row.values["recipient_kind"], row.values.get("unit", "")) for row in found.rows]
    assert told == [
        ("collective", ""),
        ("household", ""),
        ("person", "Trường Mầm non Hoa Sen"),
        ("person", "Trường Tiểu học Đắk Mẫu"),
    ]
    assert [found.roles[number] for number in (2, 4, 6, 7, 9)] == ["group"] * 5
    assert found.roles[11] == "total"


def test_a_title_may_head_the_rows_that_get_it():
    found = _one(
        [
            ["TT", "Họ và tên", "Chức vụ"],
            ["1. Danh hiệu Chiến sĩ thi đua cơ sở (01 người)"],
            [1, "Y Hoa", "Giáo viên"],
            ["2. Danh hiệu Lao động tiên tiến"],
            [1, "A Tik", "Giáo viên"],
        ]
    )
    titles = [row.values["title"] for row in found.rows]
    assert titles == ["Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"]


def test_decisions_may_head_the_awards_of_a_register():
    found = _one(
        [
            ["TT", "Họ tên/Đơn vị", "Hình thức khen thưởng"],
            ["Quyết định số 12/QĐ-UBND ngày 05/6/2018 của Chủ tịch UBND huyện Mẫu Sơn"],
            [1, "Y Hoa", "Giấy khen"],
            ["Quyết định số 45/QĐ-UBND ngày 07/6/2019 của UBND huyện Mẫu Sơn"],
            [1, "Trường Mầm non Hoa Sen", "Giấy khen"],
        ],
        "register",
    )
    told = [(row.values["decision_number"], row.values["decision_date"]) for row in found.rows]
    assert told == [("12/QĐ-UBND", "2018-06-05"), ("45/QĐ-UBND", "2019-06-07")]
    assert [row.values["recipient_kind"] for row in found.rows] == ["person", "collective"]


@pytest.mark.parametrize(
    ("cell", "number", "day"),
    [
        ("12/QĐ-UBND", "12/QĐ-UBND", ""),
        ("QĐ số 12/QĐ-UBND ngày 5/6/2018", "12/QĐ-UBND", "2018-06-05"),
        ("Số 12/2018/QĐ-UBND, 05.06.2018", "12/2018/QĐ-UBND", "2018-06-05"),
        ("12/QĐ- UBND ngày 05 tháng 6 năm 2018", "12/QĐ-UBND", "2018-06-05"),
        (12, "12", ""),
        ("05/06/2018", "", "2018-06-05"),
    ],
)
def test_number_and_date_of_a_decision_may_share_a_cell(cell, number, day):
    row = _one([["TT", "Họ và tên", "Số, ngày QĐ"], [1, "Y Hoa", cell]], "register").rows[0]
    told = row.values.get("decision_number", ""), row.values.get("decision_date", "")
    assert told == (number, day)


def test_old_registers_may_know_but_the_year():
    rows = [["TT", "Họ và tên", "Năm", "Danh hiệu"], [1, "Y Hoa", 2012, "CSTĐCS"],
            [2, "A Tik", "2012-2013", "LĐTT"], [3, "A Dưn", "13", "LĐTT"]]  # fmt: skip
    first, second, third = _one(rows, "register").rows
    assert first.values["year"] == "2012"
    assert (second.values["period"], "year" in second.values) == ("2012-2013", False)
    assert third.problems[0].proposals == ("2013",)


def test_one_row_of_a_pivot_is_a_nomination_for_each_mark():
    found = _one(
        [
            ["TT", "Họ và tên", "Đơn vị", "Danh hiệu đề nghị", None, None],
            [None, None, None, "LĐTT", "CSTĐCS", "Giấy khen"],
            [1, "Y Hoa", "Trường A", "x", "✓", None],
            [2, "A Tik", "Trường A", 1, "0", "-"],
            [3, "A Dưn", "Trường A", None, "?", None],
            [4, "Y Sen", "Trường A", None, None, None],
        ]
    )
    assert [[title for title, _ in _marks(row)] for row in found.rows] == [
        ["LĐTT", "CSTĐCS"],
        ["LĐTT"],
        [],
        [],
    ]
    codes = [[problem.code for problem in row.problems] for row in found.rows]
    assert codes == [[], [], ["unclear_mark"], ["no_mark"]]


def test_a_pivot_may_have_years_over_titles_and_decisions_for_marks():
    found = _one(
        [
            ["TT", "Họ và tên", "Năm 2022", None, "Năm 2023", None],
            [None, None, "LĐTT", "CSTĐCS", "LĐTT", "CSTĐCS"],
            [1, "Y Hoa", "x", None, "12/QĐ-UBND ngày 5/6/2023", "x"],
        ],
        "register",
    )
    (row,) = found.rows
    assert _marks(row) == [("LĐTT", "2022"), ("LĐTT", "2023"), ("CSTĐCS", "2023")]
    assert (row.marks[1].decision_number, row.marks[1].decision_date) == (
        "12/QĐ-UBND",
        "2023-06-05",
    )


def test_number_and_date_may_stand_under_each_title():
    found = _one(
        [
            ["TT", "Họ và tên", "Lao động tiên tiến", None, "CSTĐCS", None],
            [None, None, "Số QĐ", "Ngày QĐ", "Số QĐ", "Ngày QĐ"],
            [1, "Y Hoa", "12/QĐ-UBND", date(2022, 6, 5), None, None],
        ],
        "register",
    )
    (mark,) = found.rows[0].marks
    assert (mark.title, mark.decision_number, mark.decision_date) == (
        "Lao động tiên tiến",
        "12/QĐ-UBND",
        "2022-06-05",
    )


def test_columns_of_years_hold_titles_or_ratings():
    head = ["TT", "Họ và tên", "2021", "2022", "2023"]
    (row,) = _one([head, [1, "Y Hoa", "LĐTT", "LĐTT, CSTĐCS", "HTXSNV"]], "register").rows
    assert _marks(row) == [("LĐTT", "2021"), ("LĐTT", "2022"), ("CSTĐCS", "2022"), ("", "2023")]
    assert row.marks[-1].rating == "EXCELLENT"


def test_ratings_may_be_columns_of_marks():
    head = ["TT", "Họ và tên", "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"]
    first, second = _one([head, [1, "Y Hoa", "x"], [2, "A Tik", None, "X"]], "merits").rows
    assert [row.marks[0].rating for row in (first, second)] == ["EXCELLENT", "GOOD"]


def test_what_was_awarded_before_is_no_nomination():
    head = ["TT", "Họ và tên", "Hình thức khen thưởng đã đạt", "Hình thức đề nghị"]
    (row,) = _one([head, [1, "Y Hoa", "LĐTT 2022, CSTĐCS 2023", "Bằng khen"]]).rows
    assert (row.values["title"], row.marks) == ("Bằng khen", ())
    assert [(mark.title, mark.year) for mark in row.past] == [("LĐTT", "2022"), ("CSTĐCS", "2023")]


def test_titles_below_one_another_in_a_cell_are_parted():
    (row,) = _one([HEAD, [1, "Y Hoa", "Giáo viên", "LĐTT\nCSTĐCS"]]).rows
    assert row.values["title"] == "LĐTT, CSTĐCS"


def test_an_initiative_may_have_several_authors():
    rows = [["TT", "Tên sáng kiến", "Tác giả", "Phạm vi ảnh hưởng", "Số QĐ công nhận", "Năm"],
            [1, "Vườn rau", "Trần Thị Bưởi, Lê Văn Núi", "Cấp tỉnh", "5/QĐ", 2023]]  # fmt: skip
    (row,) = _one(rows, "merits").rows
    assert row.problems == ()
    assert row.values == {
        "recipient_kind": "person",
        "name": "Trần Thị Bưởi",
        "authors": "Lê Văn Núi",
        "initiative": "Vườn rau",
        "scope": "province",
        "decision_number": "5/QĐ",
        "year": "2023",
    }


def test_a_disciplinary_measure_is_read_with_its_period():
    rows = [["TT", "Họ và tên", "Hình thức kỷ luật", "Ngày quyết định", "Thời hạn đến ngày"],
            [1, "A Tik", "Kỷ luật cảnh cáo", "5/6/2023", "5/6/2024"]]  # fmt: skip
    (row,) = _one(rows, "merits").rows
    told = [row.values[name] for name in ("discipline", "decision_date", "until")]
    assert told == ["CANH_CAO", "2023-06-05", "2024-06-05"]


@pytest.mark.parametrize(
    ("cell", "position", "unit"),
    [
        ("Kế toán, Trường MN Hoa Sen", "Kế toán", "Trường MN Hoa Sen"),
        ("Bí thư, Hiệu trưởng, Trường MN Hoa Sen", "Bí thư, Hiệu trưởng", "Trường MN Hoa Sen"),
        ("Trường MN Hoa Sen - Kế toán", "Kế toán", "Trường MN Hoa Sen"),
        ("Trường MN Hoa Sen", "", "Trường MN Hoa Sen"),
        ("Giáo viên", "Giáo viên", ""),
        ("Giáo viên | Trường MN Hoa Sen", "Giáo viên", "Trường MN Hoa Sen"),
        ("", "", ""),
    ],
)
def test_position_and_unit_of_one_cell_are_parted(cell, position, unit):
    (row,) = _one([["TT", "Họ và tên", "Chức vụ, đơn vị"], [1, "Y Hoa", cell]]).rows
    assert (row.values.get("position", ""), row.values.get("unit", "")) == (position, unit)
    assert row.problems == ()


def test_where_no_sign_parts_position_and_unit_a_parting_is_offered():
    rows = [["TT", "Họ và tên", "Chức vụ, đơn vị"], [1, "Y Hoa", "Giáo viên trường MN Hoa Sen"]]
    (row,) = _one(rows).rows
    (offer,) = row.problems
    assert offer.proposals == ("Giáo viên | Trường MN Hoa Sen",)
    assert (offer.is_offer, row.waits) == (True, False)
    assert row.values["position"] == "Giáo viên trường MN Hoa Sen"


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("NGUYỄN VĂN ẤT", "Nguyễn Văn Ất"),
        ("H'YÉO NIÊ", "H'Yéo Niê"),
        ("lê thị sen", "Lê Thị Sen"),
        ("Lê thị Sen", "Lê Thị Sen"),
    ],
)
def test_a_name_in_other_capitals_is_taken_and_its_usual_form_offered(name, usual):
    (row,) = _one([HEAD, [1, name]]).rows
    assert row.values["name"] == name
    assert [(problem.proposals, problem.is_offer) for problem in row.problems] == [((usual,), True)]


@pytest.mark.parametrize("name", ["A TIK", "Y", "A Tik", "Trần Thị Bưởi"])
def test_no_usual_form_is_offered_where_there_is_nothing_to_offer(name):
    (row,) = _one([HEAD, [1, name]]).rows
    assert {proposal for problem in row.problems for proposal in problem.proposals} <= {"A Tik"}
    assert not row.waits


@pytest.mark.parametrize(
    ("name", "code", "proposals"),
    [
        ("Trần Văn Núi, Lê Thị Sen", "several_people", ()),
        ("Trần Văn Núi và Lê Thị Sen", "several_people", ()),
        ("Trần Văn Núi\nLê Thị Sen", "several_people", ()),
        ("Y Hoa (Nhóm trưởng)", "noted_name", ("Y Hoa",)),
        ("A Tik*", "noted_name", ("A Tik",)),
        ("Đ/c Trần Văn Núi", "called_name", ("Trần Văn Núi",)),
        ("ThS. Trần Văn Núi", "called_name", ("Trần Văn Núi",)),
        ("Trần Văn Núi - Phó Hiệu trưởng", "noted_name", ("Trần Văn Núi",)),
        (12, "number_as_name", ()),
        ("Lê Văn 2", "number_as_name", ()),
    ],
)
def test_what_is_no_single_name_waits(name, code, proposals):
    (row,) = _one([HEAD, [1, name, "Kế toán", "LĐTT"]]).rows
    assert row.waits
    assert [(problem.code, problem.proposals) for problem in row.problems] == [(code, proposals)]


def test_a_name_broken_into_two_lines_is_one():
    (row,) = _one([HEAD, [1, "Nguyễn Thị\nKim Anh"]]).rows
    assert row.values["name"] == "Nguyễn Thị Kim Anh"


@pytest.mark.parametrize("ditto", ['"', "nt", "-nt-", "như trên", "//"])
def test_a_ditto_mark_repeats_the_cell_above(ditto):
    rows = [[*HEAD, "Đơn vị"], [1, "Y Hoa", "Giáo viên", "LĐTT", "Trường A"],
            [2, "A Tik", ditto, ditto, ditto], [3, "A Dưn", ditto, "GK", ditto]]  # fmt: skip
    found = _one(rows)
    assert [row.values["unit"] for row in found.rows] == ["Trường A"] * 3
    assert [row.values["title"] for row in found.rows] == ["LĐTT", "LĐTT", "GK"]


def test_tables_with_other_heads_below_one_another_are_lists_of_their_own():
    first, second = _lists(
        [
            ["I. TẬP THỂ"],
            ["TT", "Tên tập thể", "Thành tích"],
            [1, "Tổ Văn phòng", "Tốt"],
            ["II. CÁ NHÂN"],
            ["TT", "Họ và tên", "Chức vụ", "Đơn vị"],
            [1, "Y Hoa", "Giáo viên", "Trường A"],
        ]
    )
    assert [one.name for one in (first, second)] == ["DS", "DS (2)"]
    assert [one.rows[0].values["recipient_kind"] for one in (first, second)] == [
        "collective",
        "person",
    ]
    assert {**first.roles, **second.roles}.keys() == set(range(1, 7))


def _word(path: Path, parts: Sequence[str | Rows]) -> list[ReadSheet]:
    document: Any = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(0, len(part[0]))
        for row in part:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(path)
    return read_table(path)


def test_lines_above_the_tables_of_a_word_file_are_title_rows_too(tmp_path):
    sheets = _word(
        tmp_path / "a.docx",
        [
            "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2019",
            "(Kèm theo Quyết định số 45/QĐ-UBND ngày 12/01/2019 của Chủ tịch UBND huyện Mẫu Sơn)",
            "I. Tập thể",
            [["TT", "Tên", "Ghi chú"], ["1", "Bộ phận Một cửa", ""]],
            "II. Cá nhân",
            [["TT", "Tên", "Chức vụ"], ["1", "Y Hoa", "Kế toán"]],
            [["2", "A Tik", "Kế toán"]],
        ],
    )
    found = read_lists(sheets, "register", file="a.docx", today=TODAY)
    rows = [row for one in found for row in one.rows]
    told = [(row.values["recipient_kind"], row.values["title"]) for row in rows]
    assert told == [("collective", "GIẤY KHEN"), ("person", "GIẤY KHEN"), ("person", "GIẤY KHEN")]
    assert {row.values["decision_number"] for row in rows} == {"45/QĐ-UBND"}
    assert {row.values["decision_date"] for row in rows} == {"2019-01-12"}


def test_a_head_repeated_on_the_next_page_goes_on_with_the_same_list():
    found = _one([HEAD, [1, "Y Hoa"], HEAD, [2, "A Tik"]])
    assert [row.number for row in found.rows] == [2, 4]
    assert found.roles == {1: "head", 2: "data", 3: "head", 4: "data"}


def test_hidden_rows_and_columns_are_read_and_told():
    sheet = _sheet(
        [[*HEAD], [1, "Y Hoa", "Giáo viên", "LĐTT"], [2, "A Tik", "Kế toán", "LĐTT"]],
        hidden_rows=frozenset({3}),
        hidden_columns=frozenset({2}),
    )
    (found,) = read_lists([sheet], "nominations", file="a.xlsx", today=TODAY)
    assert [row.is_hidden for row in found.rows] == [False, True]
    assert [column.is_hidden for column in found.columns] == [False, False, True, False]
    assert found.rows[1].values["position"] == "Kế toán"
    assert found.remarks == (
        "Trang “DS” có cột đang ẩn, vẫn được đọc: C (“Chức vụ”).",
        "Trang “DS” có 1 dòng đang ẩn, vẫn được đọc: dòng 3.",
    )


def test_a_total_that_tells_another_number_is_remarked():
    found = _one([HEAD, [1, "Y Hoa"], ["Tổng cộng: 3 người"]])
    assert found.remarks == ("Trang “DS”: dòng cộng ghi 3, đọc được 1 dòng.",)


def test_what_the_officer_chose_for_a_column_counts():
    rows = [["TT", "Họ và tên", "Cột lạ", "Ghi chú"], [1, "Y Hoa", "Kế toán", "x"]]
    found = _one(rows, meanings={("DS", 2): "position", ("DS", 3): ""})
    assert found.rows[0].values == {
        "recipient_kind": "person",
        "name": "Y Hoa",
        "position": "Kế toán",
    }


def test_a_meaning_chosen_for_one_column_is_taken_from_another():
    rows = [["TT", "Họ và tên", "Đơn vị", "Nơi dạy"], [1, "Y Hoa", "Tổ 1", "Trường A"]]
    found = _one(rows, meanings={("DS", 3): "unit"})
    assert found.rows[0].values["unit"] == "Trường A"


def test_a_sheet_without_a_head_is_read_by_the_columns_chosen():
    rows = [[n, "Y Hoa", "LĐTT"] for n in range(1, 4)]
    assert _one(rows).rows == ()
    found = _one(rows, meanings={("DS", 1): "full_name", ("DS", 2): "title"})
    assert [row.values["title"] for row in found.rows] == ["LĐTT"] * 3


@pytest.mark.parametrize(
    "said",
    [{"meanings": {("DS", 3): "mark"}}, {"learnt": {"nguoi tot viec tot": "mark"}}],
    ids=["chosen", "learnt"],
)
def test_a_column_may_be_made_one_of_marks(said: dict[str, Any]):
    rows = [["TT", "Họ và tên", "Chức vụ", "Người tốt việc tốt"], [1, "Y Hoa", "Kế toán", "x"]]
    assert _marks(_one(rows, "nominations", **said).rows[0]) == [("Người tốt việc tốt", "")]


def test_a_head_may_have_more_columns_that_mean_nothing_than_others():
    strange = [f"Cột lạ {sign}" for sign in "abcdefgh"]
    found = _one([[*HEAD, *strange], [1, "Y Hoa", "Kế toán", "LĐTT", *strange]])
    assert found.rows[0].values["title"] == "LĐTT"


def test_a_corrected_cell_is_read_anew():
    rows = [HEAD, [1, "Đ/c Trần Văn Núi", "Kế toán", "LĐTT"]]
    (row,) = _one(rows, known=Known(corrections={("DS", 2, 1): "Trần Văn Núi (B)"})).rows
    assert row.values["name"] == "Trần Văn Núi (B)"  # What the officer wrote is meant.
    assert not row.waits
    assert row.cells[1] == "Trần Văn Núi (B)"


def test_a_row_is_what_the_officer_says_it_is():
    rows = [HEAD, [1, "Y Hoa"], [None, "Ghi chú: đã nghỉ hưu"]]
    assert _one(rows).roles[3] == "remark"
    found = _one(rows, known=Known(roles={("DS", 3): "data"}))
    assert [row.number for row in found.rows] == [2, 3]


def test_a_head_may_name_a_title_that_only_the_caller_knows():
    rows = [["TT", "Họ và tên", "Chức vụ", "Người tốt việc tốt"], [1, "Y Hoa", "Kế toán", "x"]]
    known = Known(is_title=lambda words: words == "Người tốt việc tốt")
    assert _one(rows).rows[0].marks == ()
    assert _marks(_one(rows, known=known).rows[0]) == [("Người tốt việc tốt", "")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_meaning_has_words_for_the_officer(kind):
    assert labels_of(kind)
    assert labels_of(kind).keys() <= LABELS.keys()


@pytest.mark.parametrize("over", ["Họ và tên", None])
def test_family_and_given_name_may_stand_under_one_head(over):
    rows = [["TT", "Họ và tên", over, "Chức vụ"], [1, "Trần Văn", "Núi", "Kế toán"],
            [2, "Y", "Hoa", "Giáo viên"], [3, "A Tik", None, "Giáo viên"]]  # fmt: skip
    names = [row.values["name"] for row in _one(rows).rows]
    assert names == ["Trần Văn Núi", "Y Hoa", "A Tik"]


def test_who_gives_a_title_may_stand_under_it():
    rows = [["TT", "Họ và tên", "CSTĐ", None, "Giấy khen của", None],
            [None, None, "Cơ sở", "Cấp tỉnh", "UBND huyện", "UBND xã"],
            [1, "Y Hoa", "x", None, None, "x"]]  # fmt: skip
    assert _marks(_one(rows).rows[0]) == [("CSTĐ Cơ sở", ""), ("Giấy khen của UBND xã", "")]


def test_a_row_without_a_name_is_no_signature_when_it_has_data():
    rows = [["Họ và tên", "Chức vụ", "Danh hiệu"], [None, "Hiệu trưởng", "LĐTT"], ["A Tik"]]
    found = _one(rows)
    assert [row.number for row in found.rows] == [2, 3]
    assert found.rows[0].problems[0].code == "no_name"


def test_a_row_of_awards_without_a_name_may_be_of_the_one_above():
    rows = [[*HEAD], [1, "Y Hoa", "Kế toán", "LĐTT"], [None, None, None, "CSTĐCS"],
            [None, None, None, "Giấy khen"]]  # fmt: skip
    _, *others = _one(rows, "register").rows
    assert [row.problems[0].proposals for row in others] == [("Y Hoa",), ("Y Hoa",)]


def test_a_total_over_merged_cells_is_no_group():
    assert _one([HEAD, [1, "Y Hoa"], ["Tổng cộng: 01 cá nhân"] * 4]).roles[3] == "total"


def test_a_list_without_numbers_may_go_on_after_a_signature():
    rows = [["Họ và tên", "Chức vụ", "Danh hiệu"], ["Y Hoa", "Kế toán", "LĐTT"],
            ["Người lập", None, "HIỆU TRƯỞNG"], ["Trần Bưởi", None, "Y Sen"],
            ["A Tik", "Giáo viên", "LĐTT"]]  # fmt: skip
    found = _one(rows)
    assert [row.number for row in found.rows] == [2, 5]
    assert found.facts.signer == "Y Sen"


def test_a_unit_under_collectives_is_one_of_them():
    rows = [["Tên tập thể, cá nhân", "LĐTT", "Giấy khen"], ["I. TẬP THỂ"],
            ["Trường Mầm non Hoa Sen", "x"], ["Trường Tiểu học Đắk Mẫu"]]  # fmt: skip
    assert [row.number for row in _one(rows).rows] == [3, 4]


CELLS = st.one_of(
    st.sampled_from([*HEAD, *ANY, "x", "Tổng cộng", "I", "II. Cá nhân", "LĐTT", "Năm 2023", "1"]),
    st.sampled_from(["HIỆU TRƯỞNG", "Trường A", "Danh sách năm 2024", "QĐ số 5 ngày 31/2/2020"]),
    st.text(max_size=12),
    st.integers(-10, 10**12),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.just(""),
)


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=12),
    kind=st.sampled_from(KINDS),
)
def test_whatever_a_sheet_holds_every_row_has_one_role_and_rows_of_data_are_kept(rows, kind):
    found = _lists(rows, kind)
    roles = [number for one in found for number in one.roles]
    assert sorted(roles) == list(range(1, len(rows) + 1))
    for one in found:
        data = [number for number, role in one.roles.items() if role == "data"]
        assert [row.number for row in one.rows] == data
        assert len(one.accepted) + len(one.waiting) == len(one.rows)
