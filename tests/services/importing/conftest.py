"""Lists as small .csv files, written and taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from thidua_desktop.services.importing.choices import Fix
from thidua_desktop.services.importing.values import ImportResult, Intake, Line
from thidua_desktop.services.services import Services
from thidua_desktop.storage import records as store

Write = Callable[..., Path]

NOMINATIONS = """\
UBND HUYỆN ĐẮK RUỒNG;;;;;;
TRƯỜNG MẦM NON SƠN CA;;;;;;
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM HỌC 2023-2024;;;;;;
TT;Họ và tên;Chức vụ;Đơn vị;Danh hiệu;Xếp loại;Sáng kiến
I;Tập thể;;;;;
1;Trường Mầm non Sơn Ca;;;Tập thể LĐTT;;
II;Cá nhân;;;;;
1;Y Hoa;Giáo viên;Trường Mầm non Sơn Ca;LĐTT;HTTNV;
2;A Tik;Hiệu trưởng;Trường Mầm non Sơn Ca;CSTĐCS;HTXSNV;Giải pháp dạy trẻ hát
3;Lò Thị Mây;Giáo viên;Trường Mầm non Sơn Ca;Danh hiệu lạ lùng;;
Tổng cộng: 4;;;;;;
"""
PIVOT = """\
DANH SÁCH ĐỀ NGHỊ NĂM 2024;;;;;;
STT;Họ tên;Chức vụ;Đơn vị;LĐTT;CSTĐCS;Ghi chú
1;Y Hoa;Giáo viên;Trường Mầm non Sơn Ca;x;;
2;A Nam;Giáo viên;Trường THCS Lê Lợi;x;x;
"""
REGISTER = """\
SỔ KHEN THƯỞNG;;;;;;
TT;Họ và tên;Chức vụ, đơn vị;Danh hiệu;Năm;Số quyết định;Ngày quyết định
1;A Tik;Hiệu trưởng, Trường Mầm non Sơn Ca;LĐTT;2018;12/QĐ-UBND;05/06/2019
2;Y Hoa;Giáo viên, Trường Mầm non Sơn Ca;Chiến sĩ thi đua cơ sở;2018;12/QĐ-UBND;05/06/2019
3;Lò Thị Mây;Giáo viên, Trường Mầm non Sơn Ca;LĐTT;2017;;2018
"""


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Return a function that writes a source file."""

    def write(text: str, name: str = "danh-sach.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def read(services: Services, *paths: Path, kind: str = "nominations", **known: Any) -> Intake:
    """Read *paths* as lists of *kind*."""
    return services.importing.read(paths, kind, **known)


def taken(
    services: Services, *paths: Path, kind: str = "nominations", **known: str
) -> ImportResult:
    """Read *paths* and take them in."""
    return services.importing.take(read(services, *paths, kind=kind, **known))


def fix_of(intake: Intake, row: int) -> Fix:
    """Return the first fix of a row."""
    return next(fix for fix in intake.fixes() if fix.row == row)


def line_of(intake: Intake, row: int) -> Line:
    """Return the line of a row of the first sheet."""
    return next(line for line in intake.sheets[0].lines if line.number == row)


def accepted(services: Services, intake: Intake, row: int, proposal: int = 0) -> Intake:
    """Return *intake* once a proposal for the first fix of *row* is accepted."""
    fix = fix_of(intake, row)
    return services.importing.again(intake, intake.choices.accept([fix], fix.proposals[proposal]))


def kept(services: Services, record: type) -> list:
    """Return all records of a class in the open file."""
    with services.importing._database.read() as connection:
        return store.everything(connection, record)
