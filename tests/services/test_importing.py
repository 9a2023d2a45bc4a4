"""Reports, plans and lists that come in: nothing lost, nothing twice, one step to take back."""

import json
from pathlib import Path

import pytest

from tests.factory import again, person, unit
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services.importing.values import ImportResult
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring

REPORT = """\
Số: /BC-UBND

Đắk Ruồng, ngày tháng năm 2024

## BÁO CÁO

### Sơ kết công tác thi đua 6 tháng đầu năm 2024

Huyện báo cáo như sau:

#### I. KẾT QUẢ

##### 1. Phong trào

- Làm 18 căn nhà<sup>1</sup> cho hộ nghèo.

<sup>1</sup> Theo số liệu của các xã.

**Nơi nhận:**

- Sở Nội vụ (b/c);
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

**Y Khăm**
"""
PLAN = """\
## KẾ HOẠCH

### Công tác thi đua, khen thưởng năm 2024

#### I. NỘI DUNG

TT\tNội dung nhiệm vụ chủ yếu\tĐơn vị thực hiện
<b>I</b>\t<b>QUÝ I</b>
1\tPhát động thi đua.\tUBND huyện <i>(Phòng Nội vụ tham mưu)</i>
<b>II</b>\t<b>QUÝ II</b>
1\tSơ kết.\tPhòng Nội vụ
"""
PEOPLE = """\
TT;Họ và tên;Ngày sinh;Giới tính;Chức vụ;Đơn vị;CCCD
1;A Tik;05/06/1988;Nam;Trưởng thôn;Xã Đắk Lua;099188000123
2;Y Hoa;1990;Nữ;Giáo viên;Trường Mầm non Sơn Ca;
3;Lò Thị Mây;31/02/1985;Nữ;Giáo viên;Trường Mầm non Sơn Ca;
"""
UNITS = """\
TT;Tên đơn vị;Trực thuộc;Mã
1;Trường Mầm non Sơn Ca;Xã Đắk Lua;04
2;Xã Đắk Lua;;02
"""


@pytest.fixture
def written(tmp_path: Path):
    """Return a function that writes a source file."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def taken(services: Services, path: Path, kind: str = "") -> ImportResult:
    """Read *path* and take it in."""
    return services.importing.take(services.importing.read([path], kind))


def test_reading_writes_nothing(services: Services, written) -> None:
    services.importing.read([written("a.csv", PEOPLE)], "people")
    assert services.people.count(Query()) == 0


def test_a_report_comes_in_as_blocks_under_its_period(
    services: Services, wires: Wiring, written
) -> None:
    taken(services, written("bao-cao.txt", REPORT), "report")
    opened = again(services, wires)
    report = opened.reports.find("half_year", 2024, 1)
    assert report is not None
    assert (report.heading.signer, report.heading.type_name) == ("Y Khăm", "BÁO CÁO")
    bodies = [block.body for block in opened.reports.blocks(report.uid)]
    assert any("<fn>Theo số liệu của các xã.</fn>" in body for body in bodies)
    opened.file.close()


def test_numbers_of_a_report_stay_text(services: Services, written) -> None:
    taken(services, written("bao-cao.txt", REPORT), "report")
    report = services.reports.all()[0]
    assert services.reports.figures(report) == {}


def test_a_report_of_the_same_period_is_replaced_and_comes_back_by_undo(
    sample: Services, written
) -> None:
    before = sample.reports.find("half_year", 2024, 1)
    assert before is not None
    blocks = sample.reports.blocks(before.uid)
    intake = sample.importing.read([written("bao-cao.txt", REPORT)], "report")
    assert "Đã có báo cáo cùng kỳ" in intake.sources[0].remarks[-1]
    sample.importing.take(intake)
    assert len(sample.reports.all()) == 1
    sample.history.undo()
    assert sample.reports.blocks(before.uid) == blocks


def test_a_report_that_names_no_year_asks_for_it(services: Services, written) -> None:
    path = written("bao-cao.txt", "## BÁO CÁO\n\n### Về việc khác\n\nNội dung.\n")
    assert "năm nào" in services.importing.read([path], "report").sources[0].error
    assert not services.importing.read([path], "report", year=2023).sources[0].error


def test_a_plan_comes_in_as_tasks_with_units_and_parts(
    services: Services, wires: Wiring, written
) -> None:
    office = unit("Phòng Nội vụ")
    services.units.save(office)
    taken(services, written("ke-hoach.txt", PLAN), "plan")
    opened = again(services, wires)
    plan = opened.plans.plan(2024)
    assert plan is not None
    first, second = opened.plans.tasks(plan.uid)
    parts = [(p.unit_name, p.role, p.unit_uid) for p in opened.plans.units_of(first.uid)]
    assert parts == [("UBND huyện", "lead", None), ("Phòng Nội vụ", "advise", office.uid)]
    assert (second.quarter, second.due, second.is_due_derived) == (2, "2024-06-30", True)
    opened.file.close()


def test_a_plan_of_the_same_year_takes_the_place_of_the_old(sample: Services, written) -> None:
    taken(sample, written("ke-hoach.txt", PLAN), "plan")
    assert len(sample.plans.rows_of(Query(year=2024))) == 2
    sample.history.undo()
    assert len(sample.plans.rows_of(Query(year=2024))) == 11


def test_people_come_in_and_doubtful_rows_wait(services: Services, written) -> None:
    source = taken(services, written("can-bo.csv", PEOPLE), "people").sources[0]
    assert (source.rows, source.accepted, source.waiting) == (3, 2, 1)
    assert (source.fixes[0].row, source.fixes[0].column) == (4, "Ngày sinh")
    assert services.people.count(Query(text="a tik")) == 1


def test_a_waiting_row_is_kept_with_its_cells(services: Services, wires: Wiring, written) -> None:
    taken(services, written("can-bo.csv", PEOPLE), "people")
    opened = again(services, wires)
    waiting = opened.importing.waiting()
    assert [(row.file, row.row, row.kind) for row in waiting] == [("can-bo.csv", 4, "people")]
    assert "31/02/1985" in json.loads(waiting[0].cells)
    opened.file.close()


def test_unknown_units_of_people_are_made_and_told(services: Services, written) -> None:
    source = taken(services, written("can-bo.csv", PEOPLE), "people").sources[0]
    made = {row.name: row.kind for row in services.units.rows_of(Query())}
    assert made == {"Xã Đắk Lua": "commune", "Trường Mầm non Sơn Ca": "school"}
    assert "“Xã Đắk Lua”" in source.remarks[-1]


def test_the_same_list_twice_adds_nobody(services: Services, written) -> None:
    path = written("can-bo.csv", PEOPLE)
    taken(services, path, "people")
    taken(services, path, "people")
    assert services.people.count(Query()) == 2


def test_a_known_person_is_completed_and_never_overwritten(services: Services, written) -> None:
    place = unit("Xã Đắk Lua", kind="commune")
    known = person("A Tik", position="Bí thư Chi bộ", unit_uid=place.uid)
    services.units.save(place)
    services.people.save(known)
    taken(services, written("can-bo.csv", PEOPLE), "people")
    saved = services.people.get(known.uid)
    assert (saved.position, saved.birth) == ("Bí thư Chi bộ", "1988-06-05")


def test_two_people_of_one_name_and_different_births_are_two(services: Services, written) -> None:
    lines = "Họ và tên;Ngày sinh;Đơn vị\nA Tik;1980;Xã Đắk Lua\nA Tik;1991;Xã Đắk Lua\n"
    taken(services, written("can-bo.csv", lines), "people")
    assert services.people.count(Query(text="a tik")) == 2


def test_a_whole_import_is_one_step_to_undo(services: Services, written) -> None:
    taken(services, written("can-bo.csv", PEOPLE), "people")
    services.history.undo()
    assert (services.people.count(Query()), services.units.count(Query())) == (0, 0)
    assert services.importing.waiting() == []


def test_units_come_in_under_their_parents(services: Services, written) -> None:
    source = taken(services, written("don-vi.csv", UNITS), "units").sources[0]
    assert (source.accepted, source.waiting) == (2, 0)
    row = services.units.rows_of(Query(filters=(Filter("kind", "school", "is"),)))[0]
    assert (row.name, row.parent, row.code) == ("Trường Mầm non Sơn Ca", "Xã Đắk Lua", "04")
    commune = services.units.rows_of(Query(filters=(Filter("kind", "commune", "is"),)))
    assert [(row.name, row.code) for row in commune] == [("Xã Đắk Lua", "02")]


def test_units_that_would_stand_under_each_other_wait(services: Services, written) -> None:
    lines = "Tên đơn vị;Trực thuộc\nPhòng Một;Phòng Hai\nPhòng Hai;Phòng Một\n"
    source = taken(services, written("don-vi.csv", lines), "units").sources[0]
    assert (source.accepted, source.waiting, source.fixes[0].column) == (1, 1, "Trực thuộc")


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", REPORT, "report"),
        ("b.txt", PLAN, "plan"),
        ("c.csv", PEOPLE, "people"),
        ("d.csv", UNITS, "units"),
    ],
)
def test_a_file_says_itself_what_it_is(
    services: Services, written, name: str, text: str, kind: str
) -> None:
    assert services.importing.read([written(name, text)]).sources[0].kind == kind


def test_a_file_that_says_nothing_asks_for_its_kind(services: Services, written) -> None:
    error = services.importing.read([written("a.txt", "Xin chào.\n")]).sources[0].error
    assert "danh sách người" in error


def test_a_kind_that_cannot_come_in_yet_is_told(services: Services, written) -> None:
    error = services.importing.read([written("a.csv", PEOPLE)], "photos").sources[0].error
    assert "Chưa nhập được loại “photos”" in error


def test_a_bad_file_does_not_keep_the_others_out(services: Services, written, tmp_path) -> None:
    paths = [tmp_path / "không-có.csv", written("can-bo.csv", PEOPLE)]
    result = services.importing.take(services.importing.read(paths, "people"))
    assert [bool(source.error) for source in result.sources] == [True, False]
    assert services.people.count(Query()) == 2


def test_an_intake_of_bad_files_makes_no_step(services: Services, tmp_path: Path) -> None:
    intake = services.importing.read([tmp_path / "không-có.csv"], "people")
    result = services.importing.take(intake)
    assert (result.is_taken, result.changed.rows) == (False, {})


def test_a_large_list_is_preceded_by_a_backup(services: Services, written) -> None:
    lines = "Họ và tên;Năm sinh;Đơn vị\n" + "".join(
        f"Nguyễn Văn {chr(65 + n % 26)}{'a' * (n // 26)};{1960 + n % 40};Xã Đắk Lua\n"
        for n in range(500)
    )
    assert services.backups.last() is None
    taken(services, written("can-bo.csv", lines), "people")
    assert [made.reason for made in services.backups.list()] == ["import"]


def test_a_head_taught_once_is_understood_afterwards(services: Services, written) -> None:
    lines = "Họ và tên;Nơi ở cơ quan cũ\nA Tik;Xã Đắk Lua\n"
    services.importing.learn("people", "Nơi ở cơ quan cũ", "unit")
    taken(services, written("can-bo.csv", lines), "people")
    assert services.people.rows_of(Query())[0].unit == "Xã Đắk Lua"
