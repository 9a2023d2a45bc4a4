"""Columns of dirty lists: the many words over them, and what stands in their cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from tests.dirty.people import Someone
from tests.dirty.sheets import Cell

EPOCH = date(1899, 12, 30)
Made = tuple[Cell, str, str]
"""What stands in the cell, what the reader must make of it, and the code of its problem or ""."""


@dataclass(frozen=True, slots=True)
class ColumnMaker:
    """A column: its meaning, the words that may stand over it, and how its cells are made."""

    meaning: str
    heads: tuple[str, ...]
    make: Callable[[Someone, Random], Made]


def _birth(one: Someone, random: Random) -> Made:
    shown, iso = one.birth, one.birth.isoformat()
    made: list[Made] = [
        (shown, iso, ""),
        (f"{shown:%d/%m/%Y}", iso, ""),
        (f"{shown.day}.{shown.month}.{shown.year}", iso, ""),
        (f"{shown.day}-{shown.month}-{shown.year}", iso, ""),
        ((shown - EPOCH).days, iso, ""),
        (shown.year, iso[:4], ""),
        (f"{shown.month}/{shown.year}", iso[:7], ""),
        (f"ngày {shown.day} tháng {shown.month} năm {shown.year}", iso, ""),
        (None, "", ""),
        ("31/02/1985", "", "impossible_date"),
        (f"06/25/{shown.year}", "", "impossible_date"),
        ("?", "", "no_date"),
    ]
    return random.choice(made)


def _citizen_id(one: Someone, random: Random) -> Made:
    number = one.citizen_id
    spaced = f"{number[:3]} {number[3:6]} {number[6:9]} {number[9:]}"
    made: list[Made] = [
        (number, number, ""),
        (number, number, ""),
        (spaced, number, ""),
        (int(number), "", "lost_zero"),
        (None, "", ""),
        (f"{number}5", "", "length"),
    ]
    return random.choice(made)


def _sex(one: Someone, random: Random) -> Made:
    words = {"male": ("Nam", "nam", "NAM"), "female": ("Nữ", "nữ", "NỮ")}
    return random.choice(words[one.sex]), one.sex, ""


def _position(one: Someone, random: Random) -> Made:
    return one.position, one.position, ""


def _unit(one: Someone, random: Random) -> Made:
    return one.unit, one.unit, ""


def _position_unit(one: Someone, random: Random) -> Made:
    """Position and unit in one cell; both are told as "position | unit"."""
    written = random.choice((f"{one.position}, {one.unit}", f"{one.position}; {one.unit}"))
    return written, f"{one.position.replace(';', ',')} | {one.unit}", ""


def _address(one: Someone, random: Random) -> Made:
    return {"male": "Ông", "female": "Bà"}[one.sex], one.sex, ""


def _strange(one: Someone, random: Random) -> Made:
    return random.choice(("Mẫu Sơn", "12/12", None, "ĐHSP")), "", ""


def _note(one: Someone, random: Random) -> Made:
    text = random.choice(("", "", "", "Nghỉ thai sản từ tháng 3", "Điểm trường số 2"))
    return text or None, text, ""


def _achievement(one: Someone, random: Random) -> Made:
    text = random.choice(("Hoàn thành tốt nhiệm vụ được giao", "Có 02 học sinh giỏi cấp huyện"))
    return text, text, ""


def _rating(one: Someone, random: Random) -> Made:
    made = (
        ("HTXSNV", "EXCELLENT", ""),
        ("Hoàn thành tốt nhiệm vụ", "GOOD", ""),
        ("HTNV", "DONE", ""),
        ("Loại B", "", "rating"),
    )
    return random.choice(made)


def _loai_hinh(one: Someone, random: Random) -> Made:
    made = (("Công trạng", "CONG_TRANG", ""), ("Đột xuất", "DOT_XUAT", ""), ("Lạ", "", "loai_hinh"))
    return random.choice(made)


def _year(one: Someone, random: Random) -> Made:
    year = random.randrange(2009, 2024)
    return random.choice(((year, str(year), ""), (f"Năm {year}", str(year), "")))


def _decision(one: Someone, random: Random) -> Made:
    number = f"{random.randrange(1, 999)}/QĐ-UBND"
    return random.choice(
        (
            (number, number, ""),
            (f"QĐ số {number}", number, ""),
            (f"Số {number} ngày 05/6/2019", number, ""),
            (f"{number}, 12.1.2018", number, ""),
        )
    )


def _amount(one: Someone, random: Random) -> Made:
    made = ((540000, "540000", ""), ("1.800.000", "1800000", ""), ("300.000đ", "300000", ""))
    return random.choice(made)


PERSONAL = (
    ColumnMaker("birth", ("Ngày sinh", "Ngày, tháng, năm sinh", "NTNS", "Năm sinh"), _birth),
    ColumnMaker("sex", ("Giới tính", "Nam/Nữ", "Phái"), _sex),
    ColumnMaker(
        "citizen_id", ("CCCD", "Số CCCD", "Số định danh cá nhân", "CMND/CCCD"), _citizen_id
    ),
    ColumnMaker("position", ("Chức vụ", "Chức danh", "Chức vụ/Chức danh"), _position),
    ColumnMaker("position_unit", ("Chức vụ, đơn vị", "Chức vụ, nơi công tác"), _position_unit),
    ColumnMaker("address", ("Ông/Bà", "Ông (Bà)"), _address),
    ColumnMaker("", ("Quê quán", "Trình độ chuyên môn", "Ngày vào Đảng"), _strange),
    ColumnMaker("unit", ("Đơn vị", "Đơn vị công tác", "Nơi công tác", "Cơ quan, đơn vị"), _unit),
    ColumnMaker("note", ("Ghi chú", "GHI CHÚ"), _note),
)
PROPOSED = (
    ColumnMaker("achievement", ("Thành tích", "Tóm tắt thành tích", "Lý do"), _achievement),
    ColumnMaker("rating", ("Xếp loại", "Mức độ hoàn thành nhiệm vụ", "Kết quả đánh giá"), _rating),
    ColumnMaker("loai_hinh", ("Loại hình", "Loại hình khen thưởng"), _loai_hinh),
)
REGISTERED = (
    ColumnMaker("year", ("Năm", "Năm khen thưởng"), _year),
    ColumnMaker(
        "decision_number", ("Số quyết định", "Số QĐ", "Quyết định số", "Số, ngày QĐ"), _decision
    ),
    ColumnMaker("amount", ("Số tiền", "Tiền thưởng", "Mức thưởng"), _amount),
)
TITLE_HEADS = ("Danh hiệu", "Danh hiệu/Hình thức", "Hình thức khen thưởng", "Danh hiệu đề nghị")
TITLES = ("LĐTT", "Lao động tiên tiến", "CSTĐCS", "Giấy khen", "Chiến sĩ thi đua cơ sở",
          "Bằng khen UBND tỉnh")  # fmt: skip
PIVOT_TITLES = ("LĐTT", "CSTĐCS", "Giấy khen", "TTLĐTT", "Bằng khen")
MARKS: tuple[Cell, ...] = ("x", "X", "✓", 1, "có", "12/QĐ-UBND")
EMPTY_MARKS: tuple[Cell, ...] = (None, None, None, "-", 0)
NAME_HEADS = {
    "person": ("Họ và tên", "HỌ VÀ TÊN", "Họ tên", "Họ, tên", "Ho va ten", "Họ  và\ntên"),
    "any": (
        "Tên tập thể, cá nhân",
        "Tên tập thể, cá nhân, hộ gia đình",
        "Tập thể/cá nhân",
        "Họ và tên/Tên đơn vị",
    ),
}
ORDINAL_HEADS = ("TT", "STT", "Số TT", "Stt")
