"""What 31 schools send at the end of a school year: one workbook each, every one in its own way."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.dirty.letters import can_be_tcvn3, in_old_font
from tests.dirty.people import Crowd, Someone
from tests.dirty.sheets import Cell, DirtySheet, TrueRow
from tests.dirty.writing import written

_PLACES = (
    "Hoa Sen", "Hoa Mai", "Măng Non", "Suối Đá", "Rừng Xanh", "Núi Cao", "Bờ Suối", "Lúa Vàng",
    "Sao Mai", "Bình Minh", "Tre Xanh", "Đồi Chè",
)  # fmt: skip
_LEVELS = (("Mầm non", 12), ("Tiểu học", 6), ("TH&THCS", 8), ("THCS", 5))
_HEAD: tuple[Cell, ...] = (
    "TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "CCCD", "Danh hiệu",
)  # fmt: skip
_TITLES = ("LĐTT", "LĐTT", "LĐTT", "CSTĐCS", "Giấy khen")
_PIVOT = ("LĐTT", "CSTĐCS", "Giấy khen")
_MERGED, _TWO_ROWS, _NUMBERS = (0, 1, 2), (3, 4), (7, 8)
_TCVN3, _VNI, _PIVOTED, _LONG = 5, 6, 9, 10
_TWICE = ((11, "Lê Thị Thuý", "Trường Mầm non Đắk Choong"),
          (12, "Lê Thị Thúy", "Trường Mầm non Đăk Choong"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """The files and their truth.

    *sheets*: by file name, the sheet as it was written, with its true rows. *lost_zeros*: how many
    citizen numbers lost their first 0. *twice*: by file, the row of the teacher who is in two of
    them, with the place and the name written in two ways.
    """

    files: tuple[Path, ...]
    sheets: Mapping[str, DirtySheet]
    lost_zeros: int
    twice: Mapping[str, TrueRow]

    @property
    def rows(self) -> int:
        """Return how many rows of data all files have."""
        return sum(len(sheet.true_rows) for sheet in self.sheets.values())

    @property
    def marks(self) -> int:
        """Return how many nominations all rows make."""
        rows = (row for sheet in self.sheets.values() for row in sheet.true_rows)
        return sum(len(row.marks) or 1 for row in rows)


def school_year_files(folder: Path) -> SchoolYear:
    """Write the 31 workbooks into *folder* and return their truth.

    Three have merged title rows, two a head of two rows, one is in .VnTime, one in VNI, two have
    citizen numbers as numbers, one is pivoted, one lists 240 people; one teacher is in two files.
    """
    random = Random("năm học 2023-2024")
    crowd = Crowd(random)
    schools = [f"Trường {level} {_PLACES[n]}" for level, count in _LEVELS for n in range(count)]
    for n, _, unit in _TWICE:
        schools[n] = unit
    files, sheets, twice = [], {}, {}
    for n, school in enumerate(schools):
        sheet = _sheet(n, school, crowd, random)
        name = f"{n + 1:02} {school}.xlsx"
        files.append(written(_in_font(sheet, n), folder / name))
        sheets[name] = sheet
        if n in {number for number, _, _ in _TWICE}:
            twice[name] = sheet.true_rows[-1]
    lost = sum("lost_zero" in row.waits for one in sheets.values() for row in one.true_rows)
    return SchoolYear(tuple(files), sheets, lost, twice)


def _sheet(n: int, school: str, crowd: Crowd, random: Random) -> DirtySheet:
    sheet = DirtySheet("nominations", name="Sheet1")
    _opening(sheet, n, school)
    _head(sheet, n)
    for number in range(1, (240 if n == _LONG else random.randrange(5, 11)) + 1):
        _data(sheet, n, number, _known(crowd, n), school, random)
    for at, name, unit in _TWICE:
        if at == n:
            teacher = Someone(name, "female", crowd.someone().birth.replace(1988, 3, 8),
                              "Giáo viên", unit, "")  # fmt: skip
            _data(sheet, n, len(sheet.true_rows) + 1, teacher, unit, random)
    sheet.add("total", [f"Tổng cộng: {len(sheet.true_rows)} người"])
    sheet.add("blank", [])
    sheet.add("signature", ["Người lập", *[None] * 4, "Hiệu trưởng"])
    sheet.add("signature", ["(Ký, ghi rõ họ tên)"])
    return sheet


def _opening(sheet: DirtySheet, n: int, school: str) -> None:
    sheet.add("title", [school if n in (_TCVN3, _VNI) else school.upper()])
    row = sheet.add("title", ["Danh sách đề nghị khen thưởng năm học 2023-2024"])
    if n in _MERGED:
        sheet.merge(row - 1, 0, 2)
        sheet.merge(row, 0, len(_HEAD) - 1)
    sheet.add("blank", [])


def _head(sheet: DirtySheet, n: int) -> None:
    if n == _PIVOTED:
        sheet.add("head", [*_HEAD[:-1], *_PIVOT])
    elif n in _TWO_ROWS:
        cells: list[Cell] = ["TT", "Họ và tên", "Năm sinh", None, *_HEAD[3:]]
        row = sheet.add("head", cells)
        sheet.add("head", [None, None, "Nam", "Nữ"])
        sheet.merge(row, 2, 3)
        for column in (0, 1, *range(4, 8)):
            sheet.merge(row, column, column, rows=2)
    else:
        sheet.add("head", list(_HEAD))


def _known(crowd: Crowd, n: int) -> Someone:
    """Return somebody; for the sheet in .VnTime one whose name that font can write."""
    one = crowd.someone()
    while n == _TCVN3 and not can_be_tcvn3(one.name):
        one = crowd.someone()
    return one


def _data(
    sheet: DirtySheet, n: int, number: int, one: Someone, school: str, random: Random
) -> None:
    birth: list[Cell] = [one.birth]
    if n in _TWO_ROWS:
        births = {"male": [one.birth.year, None], "female": [None, one.birth.year]}
        birth = list(births[one.sex])
    citizen_id: Cell = int(one.citizen_id) if n in _NUMBERS else one.citizen_id or None
    title = random.choice(_TITLES)
    marks = tuple(random.sample(_PIVOT, random.choice((1, 1, 2)))) if n == _PIVOTED else ()
    given: list[Cell] = ["x" if words in marks else None for words in _PIVOT] if marks else [title]
    row = sheet.add("data", [number, one.name, *birth, one.position, school, citizen_id, *given])
    values = {"name": one.name, "unit": school, "position": one.position}
    values |= {} if marks else {"title": title}
    ordered = tuple(words for words in _PIVOT if words in marks)
    waits = frozenset({"lost_zero"} if n in _NUMBERS else set())
    sheet.true_rows.append(TrueRow(row, values, ordered, waits))


def _in_font(sheet: DirtySheet, n: int) -> DirtySheet:
    """Return *sheet* as its file has it: in the letters of an old font where that is its way."""
    fonts = {_TCVN3: ".VnTime", _VNI: "VNI-Times"}
    return in_old_font(sheet, fonts[n]) if n in fonts else sheet
