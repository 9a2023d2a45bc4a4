"""An office of 200 000 awards for the benchmarks, made once a run."""

import random
from collections.abc import Iterator
from pathlib import Path

from thidua_desktop import paths
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.storage.database import Database, Place

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Đinh", "Đặng", "Bùi", "Y", "A", "Hoàng")
MIDDLE = ("Văn", "Thị", "Thị Thu", "Đức", "Minh", "Ngọc", "Xuân")
GIVEN = ("Anh", "Ánh", "Bình", "Cường", "Dung", "Đào", "Hà", "Hoa", "Lan", "Tik", "Yến")
TITLES = (
    ("advanced_worker", "Lao động tiên tiến"),
    ("grassroots_emulation_fighter", "Chiến sĩ thi đua cơ sở"),
    ("", "Giấy khen"),
)


def awards(count: int, seed: int = 1) -> Iterator[Award]:
    """Give *count* invented awards of 2005 to 2024, always the same for one *seed*."""
    chance = random.Random(seed)
    for number in range(count):
        year = chance.randint(2005, 2024)
        name = f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
        title, words = chance.choice(TITLES)
        yield Award(
            recipient=Recipient(
                name=f"{name} {number % 97}",
                position="Giáo viên",
                unit_name=f"Trường Tiểu học số {number % 60}",
            ),
            title=title,
            title_text=words,
            year=year,
            decision_number=f"{number % 900 + 1}/QĐ-UBND",
            decision_date=f"{year}-{number % 12 + 1:02}-{number % 27 + 1:02}",
            ordinal=number % 200 + 1,
            coefficient=300,
            base_salary=1_800_000,
            amount=540_000,
        )


def place(folder: Path) -> Place:
    """Return where the benchmarks' files are worked on."""
    return Place(migrations=paths.find_paths().migrations, backups=folder / "backups")


def made(path: Path, count: int) -> Database:
    """Make the office file *path* with *count* awards and return it open."""
    database = Database.create(path, place(path.parent))
    with database.write("Số liệu đo tốc độ", "import") as step:
        step.put(awards(count))
    return database
