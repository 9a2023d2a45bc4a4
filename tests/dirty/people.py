"""Invented people, schools and dates, drawn from a random source."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

_FAMILIES = """
Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Tô Trương Cao Tống
"""
_MIDDLES = "Thị Văn Hữu Thanh Ngọc Minh Thuỳ Quốc Xuân Mỹ"
_GIVENS = """
Bưởi Rừng Núi Sen Cúc Mận Suối Trúc Hoà Thúy Đào Ẩn Lựu Phượng Tuyết Yến Khế Ổi
"""
_SHORT = ("Y Hoa", "A Tik", "Y Blơi", "A Rừng", "Y", "H'Yéo Niê", "Rơ Châm Blơi", "A Dưn", "Y Ngọc")
_LEVELS = ("Mầm non", "Tiểu học", "THCS", "TH&THCS", "PTDTBT Tiểu học")
_PLACES = (
    "Hoa Sen",
    "Đắk Mẫu",
    "Suối Đá",
    "Rừng Xanh",
    "Núi Cao",
    "Đắk Lim",
    "Măng Tre",
    "Bờ Y Lá",
)
POSITIONS = (
    "Giáo viên",
    "Hiệu trưởng",
    "Phó Hiệu trưởng",
    "Kế toán",
    "Tổ trưởng chuyên môn",
    "Nhân viên",
    "Văn thư",
    "Bí thư Chi bộ, Hiệu trưởng",
    "Thư viện - Thiết bị",
)


@dataclass(frozen=True, slots=True)
class Someone:
    """One invented person."""

    name: str
    sex: str
    birth: date
    position: str
    unit: str
    citizen_id: str


class Crowd:
    """Draws people and units; citizen numbers never repeat."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._count = 0

    def name(self) -> str:
        random = self._random
        if random.random() < 0.15:
            return random.choice(_SHORT)
        middles = random.sample(_MIDDLES.split(), random.choice((0, 1, 1, 1, 2)))
        return " ".join(
            (random.choice(_FAMILIES.split()), *middles, random.choice(_GIVENS.split()))
        )

    def unit(self) -> str:
        return f"Trường {self._random.choice(_LEVELS)} {self._random.choice(_PLACES)}"

    def someone(self) -> Someone:
        self._count += 1
        random = self._random
        birth = date(1960, 1, 1) + timedelta(days=random.randrange(15_000))
        sex = random.choice(("male", "female"))
        number = f"062{int(sex == 'female')}{birth:%y}{self._count:06}"
        return Someone(self.name(), sex, birth, random.choice(POSITIONS), self.unit(), number)
