"""What our own writer puts into a Word file comes back as it was."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.documents.reading.seeds import seed
from thidua_desktop.documents import docx
from thidua_desktop.documents.paper import Column, GroupRow, Paper, Table
from thidua_desktop.documents.reading.plan import ReadPlan, read_plan
from thidua_desktop.documents.reading.report import ReadPaper, read_report
from thidua_desktop.domain.blocks import Block

REPORT = """Số: /BC-UBND

Đắk Mẫu, ngày tháng năm 2031

## BÁO CÁO

### Sơ kết trồng rừng 6 tháng đầu năm 2031

Căn cứ Kế hoạch trồng rừng của xã.

#### I. KẾT QUẢ

**1. Trồng rừng:** Các xã trồng “*rừng xanh*”<sup>1</sup> ở ven sông.

<sup>1</sup> Theo *thống kê* của xã; số liệu < 5 ha không tính.

### 2. Làm đường

- Đường thôn & đường xã.

a) Thôn Đắk Rừng.

TT\tViệc\tXã
1\tTrồng cây\tĐắk Mẫu

Hết./.

**Nơi nhận:**

- Sở Nội vụ (b/c);
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

**Y Hoa Rừng**
"""
ROMAN = ("I", "II", "III", "IV")


class _Quiet:
    def step(self, done: int, total: int, text: str) -> None:
        """Take no notice."""


def _written(read: ReadPaper | ReadPlan, path: Path, **tables: Table) -> Path:
    paper = Paper(
        title="Giấy",
        made=datetime(2031, 6, 5),
        heading=read.heading,
        blocks=read.blocks,
        tables=tables,
    )
    docx.write(paper, path, _Quiet())
    return path


def _without_uids(blocks: tuple[Block, ...]) -> list[Block]:
    return [replace(block, uid="") for block in blocks]


def _assert_comes_back(report: ReadPaper, path: Path) -> None:
    again = read_report(_written(report, path))
    assert again.heading == report.heading
    assert _without_uids(again.blocks) == _without_uids(report.blocks)
    assert again.remarks == ()


def test_a_report_comes_back_from_our_own_word_file(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(REPORT, encoding="utf-8")
    report = read_report(source)
    heading = replace(report.heading, parent="UBND TỈNH MẪU", issuer="ỦY BAN NHÂN DÂN HUYỆN MẪU")
    _assert_comes_back(replace(report, heading=heading), tmp_path / "a.docx")


@pytest.mark.parametrize("start", ["001", "002"])
def test_the_source_report_comes_back_from_our_own_word_file(start, tmp_path):
    _assert_comes_back(read_report(seed(start)), tmp_path / "a.docx")


def test_the_source_plan_comes_back_from_our_own_word_file(tmp_path):
    plan = read_plan(seed("003"))
    rows: list[GroupRow | tuple[int, str, str]] = []
    for quarter, name in enumerate(ROMAN, start=1):
        rows.append(GroupRow((name, f"QUÝ {name}")))
        tasks = (task for task in plan.tasks if task.quarter == quarter)
        rows += [(task.ordinal, task.body, task.units_text) for task in tasks]
    columns = (
        Column("TT", 12),
        Column("Nội dung nhiệm vụ chủ yếu"),
        Column("Đơn vị thực hiện", 60),
    )
    again = read_plan(
        _written(plan, tmp_path / "a.docx", plan_tasks=Table(columns=columns, rows=rows))
    )
    assert again.heading == plan.heading
    assert again.tasks == plan.tasks
    assert _without_uids(again.blocks) == _without_uids(plan.blocks)
