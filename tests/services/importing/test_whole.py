"""An import as a whole: kinds guessed, bad files named, nothing half done, nothing lost."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.dirty import dirty_list
from tests.dirty import written as dirty_written
from tests.services.importing.conftest import (
    NOMINATIONS,
    PIVOT,
    REGISTER,
    Write,
    kept,
    read,
    taken,
)
from thidua_desktop.domain.errors import Cancelled
from thidua_desktop.domain.intake import SourceRow
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring

PEOPLE = "Họ và tên;Ngày sinh;Đơn vị\nY Hoa;1990;Xã Đắk Lua\n"
UNITS = "Tên đơn vị;Trực thuộc;Mã\nXã Đắk Lua;;02\n"
RATINGS = "Họ và tên;Đơn vị;Xếp loại\nY Hoa;Xã Đắk Lua;HTXSNV\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NOMINATIONS, "nominations"),
        (PIVOT, "nominations"),
        (REGISTER, "register"),
        (PEOPLE, "people"),
        (UNITS, "units"),
        (RATINGS, "merits"),
    ],
)
def test_a_list_says_itself_of_what_kind_it_is(
    services: Services, written: Write, text: str, kind: str
) -> None:
    assert services.importing.read([written(text)]).sources[0].kind == kind


def test_a_list_kept_with_a_decision_is_a_register(services: Services, written: Write) -> None:
    lines = (
        "DANH SÁCH KHEN THƯỞNG;;\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/6/2019);;\n"
        "Họ tên;Đơn vị;Danh hiệu\nY Hoa;Xã Đắk Lua;LĐTT\n"
    )
    (source,) = taken(services, written(lines), kind="").sources
    assert (source.kind, source.accepted) == ("register", 1)
    (decision,) = services.decisions.rows_of(Query())
    assert (decision.number, decision.date) == ("12/QĐ-UBND", "2019-06-05")


def test_of_31_files_the_broken_one_is_named_and_30_are_taken(
    services: Services, written: Write, tmp_path: Path
) -> None:
    paths = [
        written(PIVOT.replace("Lê Lợi", f"Số {number}"), f"{number}.csv") for number in range(30)
    ]
    broken = tmp_path / "hỏng.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    result = taken(services, *paths[:15], broken, *paths[15:])
    assert [source.file for source in result.sources if source.error] == ["hỏng.xlsx"]
    assert sum(source.rows for source in result.sources) == 60
    assert services.dossiers.shelf(None).states()["submitted"] > 30


def test_what_is_cancelled_writes_nothing(services: Services, written: Write) -> None:
    class Stop:
        def step(self, done: int, total: int, text: str) -> None:
            if text.startswith("Đang nhập"):
                raise Cancelled

    intake = read(services, written(NOMINATIONS))
    with pytest.raises(Cancelled):
        services.importing.take(intake, Stop())
    assert services.nominations.count(Query()) == 0
    assert services.importing.waiting() == []


def test_reading_can_be_cancelled(services: Services, written: Write) -> None:
    class Stop:
        def step(self, done: int, total: int, text: str) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        services.importing.read([written(NOMINATIONS)], "nominations", ticket=Stop())


def test_a_program_killed_in_the_middle_leaves_nothing(
    wires: Wiring, services: Services, written: Write, tmp_path: Path
) -> None:
    file = services.file.path
    services.file.close()
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from tests import factory\n"
        "from thidua_desktop.services.importing.taking import Taking\n"
        "Taking.finish = lambda self: (self._step.connection, os._exit(9))\n"
        "services = factory.wiring(Path(sys.argv[1])).open_office(Path(sys.argv[2]))\n"
        "importing = services.importing\n"
        "importing.take(importing.read([Path(sys.argv[3])], 'nominations'))\n"
    )
    arguments = [str(tmp_path / "user"), str(file), str(written(NOMINATIONS))]
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False,
    )  # fmt: skip
    assert done.returncode == 9
    opened = wires.open_office(file)
    assert opened.nominations.count(Query()) == opened.people.count(Query()) == 0
    assert opened.dossiers.shelf(None).is_new
    opened.file.close()


def test_a_pasted_table_comes_in_like_a_file(services: Services) -> None:
    copied = PIVOT.replace(";", "\t")
    intake = services.importing.read_pasted("", copied, "nominations")
    assert services.importing.take(intake).sources[0].nominations == 3


def test_pasting_what_is_no_table_is_told(services: Services) -> None:
    (source,) = services.importing.read_pasted("", "Xin chào").sources
    assert "Không nhận ra" in source.error


def test_the_step_says_what_came_in_and_how_many(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS))
    step = services.history.next_undo()
    assert step is not None
    assert step.label == "Nhập danh sách đề nghị: 4 dòng"


def test_lists_and_people_of_several_kinds_come_in_together(
    services: Services, written: Write
) -> None:
    paths = [written(UNITS, "a.csv"), written(PEOPLE, "b.csv"), written(RATINGS, "c.csv")]
    result = taken(services, *paths, kind="")
    assert [source.accepted for source in result.sources] == [1, 1, 1]
    assert (services.units.count(Query()), services.people.count(Query())) == (1, 1)


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_workbook_is_told_or_taken_and_never_half(
    services: Services, tmp_path: Path, seed: int
) -> None:
    path = dirty_written(dirty_list(seed, "nominations"), tmp_path / "a.xlsx")
    content = bytearray(path.read_bytes())
    chance = Random(seed)
    if seed % 2:
        del content[chance.randrange(len(content)) :]
    for _ in range(20 * (seed % 2 == 0)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    result = services.importing.take(services.importing.read([path], "nominations"))
    stored = {row.row for row in kept(services, SourceRow)}
    assert len(stored) == sum(source.accepted for source in result.sources)
    assert len(services.importing.waiting()) == sum(source.waiting for source in result.sources)


def test_lists_side_by_side_are_each_taken_with_its_own_title(
    services: Services, written: Write
) -> None:
    text = (
        "LĐTT NĂM 2023;;;;CSTĐCS NĂM 2023;;\n"
        "TT;Họ và tên;Đơn vị;;TT;Họ và tên;Đơn vị\n"
        "1;Y Hoa;Xã Đắk Lua;;1;A Tik;Xã Đắk Lua\n"
        "2;Y Bích;Xã Đắk Lua;;;;\n"
    )
    intake = services.importing.read([written(text)])
    assert [source.rows for source in intake.sources] == [2, 1]
    assert [line.told for sheet in intake.sheets for line in sheet.lines] == [
        "Y Hoa · Lao động tiên tiến · Xã Đắk Lua",
        "Y Bích · Lao động tiên tiến · Xã Đắk Lua",
        "A Tik · Chiến sĩ thi đua cơ sở · Xã Đắk Lua",
    ]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a", "SỔ THEO DÕI KHEN THƯỞNG;;\nHọ tên;Danh hiệu;Năm\nY Hoa;LĐTT;2014\n", "register"),
        ("a", "QUÁ TRÌNH KHEN THƯỞNG;;\nHọ tên;2019;2020\nY Hoa;LĐTT;\n", "register"),
        ("a", "Họ tên;Danh hiệu\nQĐ số 5/QĐ-UBND ngày 12/3/2018;\nY Hoa;GK\n", "register"),
        (
            "a",
            "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG;;\n"
            "Họ tên;Danh hiệu;Khen thưởng đã đạt;Số quyết định\nY Hoa;GK;LĐTT;5/QĐ-UBND\n",
            "nominations",
        ),
        ("a", "DANH SÁCH ĐẠT LĐTT VÀ CSTĐCS;;\nHọ tên;Đơn vị;\nY Hoa;Xã A;\n", "nominations"),
        ("DS LĐTT 2023", "Họ tên;Chức vụ;Đơn vị\nY Hoa;Kế toán;Xã A\n", "nominations"),
        ("a", "Họ tên;HTXSNV;HTTNV\nY Hoa;x;\nA Tik;;x\n", "merits"),
        ("a", "Họ tên;Năm 2022;Năm 2023\nY Hoa;HTTNV;HTXSNV\n", "merits"),
    ],
)
def test_the_words_around_a_list_tell_of_what_kind_it_is(
    services: Services, written: Write, name: str, text: str, kind: str
) -> None:
    (source,) = services.importing.read([written(text, f"{name}.csv")]).sources
    assert source.kind == kind


def test_title_and_year_may_stand_in_the_name_of_the_file_and_that_is_said(
    services: Services, written: Write
) -> None:
    path = written("Họ tên;Đơn vị\nY Hoa;Xã Đắk Lua\n", "DS_giay khen_2021-2022.csv")
    (source,) = services.importing.take(services.importing.read([path])).sources
    (row,) = services.nominations.rows_of(Query())
    assert (row.title, row.year) == ("merit_district", 2022)
    told = "Theo tên tệp hoặc tên trang: danh hiệu “giay khen”, năm học “2021-2022”."
    assert told in source.remarks
