"""An office file made once and copied per test, with a fixed clock and an invented officer."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from thidua_desktop import paths
from thidua_desktop.storage.database import Database, Place

DAY = datetime(2024, 6, 30, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Where tests work on files; the clock stands still."""
    migrations = paths.find_paths({}).migrations
    return Place(
        migrations=migrations, backups=tmp_path / "backups", who="Lò Thị Mây", clock=lambda: DAY
    )


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh office file, to be copied."""
    folder = tmp_path_factory.mktemp("office")
    place = Place(migrations=paths.find_paths({}).migrations, backups=folder)
    Database.create(folder / "empty.thidua", place).close()
    return folder / "empty.thidua"


@pytest.fixture
def file(tmp_path: Path, empty_file: Path) -> Path:
    """The path of a fresh office file of this test."""
    return Path(shutil.copy(empty_file, tmp_path / "Đắk Ruồng.thidua"))


@pytest.fixture
def database(file: Path, place: Place) -> Iterator[Database]:
    """A fresh office file, open."""
    with Database.open(file, place) as opened:
        yield opened
