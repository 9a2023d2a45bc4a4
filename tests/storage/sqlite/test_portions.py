"""Copies and read-backs portion by portion: same bytes, same hash, stopped where asked."""

from hashlib import sha256
from pathlib import Path

import pytest

from thidua_desktop.domain.errors import Cancelled
from thidua_desktop.storage.sqlite import portions

DATA = bytes(range(256)) * 10_000  # Two portions and a half.


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "nguồn"
    path.write_bytes(DATA)
    return path


def quiet(_done: int, _total: int) -> None:
    """Nobody listens."""


def test_a_copy_has_the_bytes_and_their_hash(source: Path, tmp_path: Path) -> None:
    assert portions.copy(source, tmp_path / "bản", quiet) == sha256(DATA).hexdigest()
    assert (tmp_path / "bản").read_bytes() == DATA


def test_reading_back_gives_the_same_hash(source: Path) -> None:
    assert portions.read_back(source, quiet) == sha256(DATA).hexdigest()


def test_a_copy_never_takes_the_place_of_a_file(source: Path, tmp_path: Path) -> None:
    (tmp_path / "bản").write_text("đã có", "utf-8")
    with pytest.raises(FileExistsError):
        portions.copy(source, tmp_path / "bản", quiet)
    assert (tmp_path / "bản").read_text("utf-8") == "đã có"


def test_a_copy_tells_how_far_it_is(source: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    portions.copy(source, tmp_path / "bản", lambda done, total: told.append((done, total)))
    assert told[-1] == (len(DATA), len(DATA))
    assert len(told) == 3


def test_a_copy_stops_where_it_is_told_to(source: Path, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        portions.copy(source, tmp_path / "bản", stop)
    assert (tmp_path / "bản").stat().st_size < len(DATA)
