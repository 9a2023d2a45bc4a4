"""A list of 3 000 rows and 20 columns, read, matched against 60 000 people and taken in."""

import random
import shutil
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import xlsxwriter

from tests.bench.measure import Ratio
from tests.bench.office import FAMILY, GIVEN, MIDDLE
from tests.factory import OFFICE, wiring
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage.database import Database
from thidua_desktop.wiring import Wiring

ROWS, PEOPLE, UNITS = 3_000, 60_000, 300
SECONDS = 20.0
_HEAD = (
    "TT", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD", "Dân tộc", "Chức vụ", "Đơn vị",
    "Danh hiệu", "Năm", "Xếp loại", "Thành tích", "Sáng kiến", "Ghi chú",
    *(f"Cột {number}" for number in range(1, 7)),
)  # fmt: skip
_TITLES = ("LĐTT", "CSTĐCS", "GK", "Bằng khen UBND tỉnh")
_PLACES = ("Kim Đồng", "Sơn Ca", "Hoa Mai", "Lê Lợi", "Đắk Pék", "Mường Hoong", "Ngọc Linh")


def ratios(folder: Path) -> Iterator[Ratio]:
    """Measure reading, matching and taking; the floor is the time an officer is told to wait."""
    chance = random.Random(1)
    wires = wiring(folder / "user")
    office = folder / "office.thidua"
    people, units = _made(wires, office, chance)
    path = folder / "list.xlsx"
    _write(path, people, units, chance)
    names = count()
    spent = [
        _import(wires, Path(shutil.copy(office, folder / f"{next(names)}.thidua")), path)
        for _ in range(3)
    ]
    yield Ratio("import of 3 000 rows × 20 at 60 000 people, in 20 s", min(spent), SECONDS, 1.0)


def _import(wires: Wiring, office: Path, path: Path) -> float:
    services = wires.open_office(office)
    start = time.perf_counter()
    result = services.importing.take(services.importing.read([path], "nominations"))
    spent = time.perf_counter() - start
    services.file.close()
    (source,) = result.sources
    if source.rows != ROWS or source.accepted < ROWS // 2:
        raise RuntimeError(f"read {source.rows} rows, took {source.accepted}")
    return spent


def _made(wires: Wiring, office: Path, chance: random.Random) -> tuple[list[Person], list[Unit]]:
    """Make the office file with its people and units."""
    wires.create_office(office, OFFICE).file.close()
    units = [
        Unit(name=f"Trường Tiểu học {chance.choice(_PLACES)} số {number}", kind="school")
        for number in range(UNITS)
    ]
    people = [
        Person(
            full_name=_name(chance),
            birth=f"{chance.randint(1960, 2000)}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            unit_uid=units[number % UNITS].uid,
            citizen_id=f"{62_000_000_000 + number:012}",
        )
        for number in range(PEOPLE)
    ]
    with Database.open(office, wires._place()) as database, database.write("Số liệu") as step:
        step.put(units)
        step.put(people)
    return people, units


def _name(chance: random.Random) -> str:
    parts = (FAMILY, MIDDLE, MIDDLE, GIVEN)
    return " ".join(chance.choice(words) for words in parts)


def _write(path: Path, people: list[Person], units: list[Unit], chance: random.Random) -> None:
    """Write the list: people who are known, some of them under names that are not."""
    names = {unit.uid: unit.name for unit in units}
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.write_row(0, 0, _HEAD)
        for row, one in enumerate(chance.sample(people, ROWS), start=1):
            name = _name(chance) if row % 4 == 0 else one.full_name
            number = "" if row % 4 == 0 else one.citizen_id
            school = names[one.unit_uid or ""]
            year, month, day = one.birth.split("-")
            cells = (
                row, name, f"{day}/{month}/{year}", "Nữ", number, "Kinh", "Giáo viên",
                school if row % 30 else school.replace("Tiểu học", "TH"),
                chance.choice(_TITLES), 2024, "HTTNV", "Dạy giỏi cấp huyện", "", "", *"abcdef",
            )  # fmt: skip
            sheet.write_row(row, 0, cells)
