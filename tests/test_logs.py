"""The log file."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_desktop import logs


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    logs.stop()
    logging.getLogger().setLevel(level)


def test_what_is_logged_stands_in_the_file(tmp_path: Path) -> None:
    path = logs.start(tmp_path / "logs")
    assert path is not None
    logging.getLogger("elsewhere").error("Tệp “Đắk” hỏng")
    assert "Tệp “Đắk” hỏng" in path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file stands here")
    assert logs.start(tmp_path / "logs") is None


def test_starting_twice_writes_each_line_once(tmp_path: Path) -> None:
    logs.start(tmp_path)
    path = logs.start(tmp_path)
    assert path is not None
    logging.getLogger("elsewhere").error("một lần")
    assert path.read_text(encoding="utf-8").count("một lần") == 1
