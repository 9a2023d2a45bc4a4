"""A plan's table to tasks with quarters, units and roles."""

import pytest

from thidua_desktop.documents.reading.plan import ReadPlan, read_plan
from thidua_desktop.documents.reading.responsible import units_in

HEAD = "TT\tNội dung nhiệm vụ\tĐơn vị thực hiện"


def _plan(tmp_path, table: str) -> ReadPlan:
    path = tmp_path / "a.txt"
    top = "KẾ HOẠCH\n\nTrồng rừng năm 2031\n\n## I. NỘI DUNG\n\n"
    path.write_text(f"{top}{table}\n\n## II. TỔ CHỨC\n\nCác xã thực hiện.", encoding="utf-8")
    return read_plan(path)


def test_tasks_stand_under_their_quarters(tmp_path):
    plan = _plan(
        tmp_path,
        f"{HEAD}\n**I**\t**QUÝ I**\t\n1\tTrồng cây\tPhòng Nội vụ\n2\tLàm đường\tCác xã\n"
        "**II.**\t**Quý 2/2031**\t\n1\tSơ kết\tPhòng Nội vụ",
    )
    assert [(t.quarter, t.ordinal, t.body) for t in plan.tasks] == [
        (1, 1, "Trồng cây"),
        (1, 2, "Làm đường"),
        (2, 1, "Sơ kết"),
    ]
    assert plan.year == 2031
    assert plan.remarks == ()


def test_a_column_of_time_gives_quarter_and_due_date(tmp_path):
    plan = _plan(
        tmp_path,
        "STT\tNhiệm vụ\tThời gian\tChủ trì\n1\tTrồng cây\tTháng 5\tXã A\n"
        "2\tSơ kết\tTrước 30/9/2031\tXã B\n3\tHọp\tQuý IV\tXã C",
    )
    assert [(t.quarter, t.due) for t in plan.tasks] == [(2, ""), (3, "2031-09-30"), (4, "")]
    assert plan.tasks[0].body == "Trồng cây\nThời gian thực hiện: Tháng 5"


def test_columns_we_have_no_field_for_stay_in_the_task(tmp_path):
    plan = _plan(tmp_path, f"{HEAD}\tSản phẩm\nI\tQUÝ I\t\t\n1\tSơ kết\tXã A\tBáo cáo")
    assert plan.tasks[0].body == "Sơ kết\nSản phẩm: Báo cáo"


def test_a_task_without_a_quarter_is_told(tmp_path):
    plan = _plan(tmp_path, f"{HEAD}\n1\tTrồng cây\tXã A")
    assert plan.tasks[0].quarter == 4
    assert "Trồng cây" in plan.remarks[0]


@pytest.mark.parametrize(
    ("years", "told"), [("2031-2032", 0), ("2031 – 2033", 1), ("2032-2031", 1)]
)
def test_a_school_year_of_other_than_two_years_is_told_and_kept(tmp_path, years, told):
    plan = _plan(tmp_path, f"{HEAD}\nIII\tQUÝ III\t\n1\tXét khen năm học {years}\tXã A")
    assert plan.tasks[0].body == f"Xét khen năm học {years}"
    assert [f"“năm học {years}”" in remark for remark in plan.remarks] == [True] * told


def test_the_prose_is_kept_and_the_table_is_live(tmp_path):
    plan = _plan(tmp_path, f"{HEAD}\nI\tQUÝ I\t\n1\tTrồng cây\tXã A")
    assert [(b.kind, b.number) for b in plan.blocks] == [
        ("heading", "I."),
        ("table", ""),
        ("heading", "II."),
        ("paragraph", ""),
    ]
    assert plan.blocks[1].body == '<field name="plan_tasks"/>'


def test_a_plan_without_a_table_keeps_its_prose_and_is_told(tmp_path):
    plan = _plan(tmp_path, "Các xã trồng rừng.")
    assert plan.tasks == ()
    assert "bảng nhiệm vụ" in plan.remarks[0]
    assert len(plan.blocks) == 4


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Xã Đắk Mẫu", [("Xã Đắk Mẫu", "lead")]),
        (
            "Ủy ban nhân dân huyện. Hội đồng TĐKT (Cơ quan thường trực Phòng Nội vụ tham mưu)",
            [
                ("Ủy ban nhân dân huyện", "lead"),
                ("Hội đồng TĐKT", "lead"),
                ("Phòng Nội vụ", "advise"),
            ],
        ),
        (
            "Phòng Nội vụ chủ trì, phối hợp với Phòng Tài chính - Kế hoạch và các xã.",
            [
                ("Phòng Nội vụ", "lead"),
                ("Phòng Tài chính - Kế hoạch", "support"),
                ("các xã", "support"),
            ],
        ),
        (
            "Chủ trì: Phòng Nội vụ\nPhối hợp: Văn phòng; Công an huyện",
            [("Phòng Nội vụ", "lead"), ("Văn phòng", "support"), ("Công an huyện", "support")],
        ),
        (
            "Phòng Nội vụ (chủ trì), Phòng Giáo dục và Đào tạo (phối hợp)",
            [("Phòng Nội vụ", "lead"), ("Phòng Giáo dục và Đào tạo", "support")],
        ),
        (
            "Phòng Văn hóa, Thể thao và Du lịch",
            [("Phòng Văn hóa, Thể thao và Du lịch", "lead")],
        ),
        (
            "Phòng Nội vụ tham mưu UBND huyện",
            [("Phòng Nội vụ", "advise"), ("UBND huyện", "lead")],
        ),
        ("Hội đồng (cấp huyện)", [("Hội đồng (cấp huyện)", "lead")]),
        ("UBND huyện,\nUBND các xã", [("UBND huyện", "lead"), ("UBND các xã", "lead")]),
        ("", []),
    ],
)
def test_a_cell_of_units_is_parted_with_roles(cell, units):
    assert list(units_in(cell)) == units
