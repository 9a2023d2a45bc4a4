"""Settings of this computer, written and read back."""

import logging
from pathlib import Path

import pytest

from thidua_desktop.settings import Settings, load, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "user" / "settings.toml"


def test_settings_come_back_as_they_were(file: Path) -> None:
    settings = Settings(
        keeper='Lò Thị "Mây"\\',
        letters=125,
        export_folder="C:\\Báo cáo",
        recent=("/a/Đắk Ruồng.thidua", "/b"),
    )
    save(settings, file)
    assert load(file) == settings


def test_no_file_means_the_usual(file: Path) -> None:
    assert load(file) == Settings()


def test_a_broken_file_means_the_usual_and_is_logged(
    file: Path, our_log: list[logging.LogRecord]
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"letters = \xff\xfe")
    assert load(file) == Settings()
    assert "settings not read" in our_log.pop().getMessage()


@pytest.mark.parametrize("text", ["letters = 7", "letters = true", 'letters = "150"', "recent = 3"])
def test_a_value_that_cannot_be_means_the_usual(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    assert load(file) == Settings()


def test_the_last_opened_file_comes_first_and_once() -> None:
    settings = Settings(recent=("/a", "/b"))
    assert settings.opened(Path("/b")).recent == ("/b", "/a")


def test_only_the_last_few_files_are_remembered() -> None:
    settings = Settings()
    for number in range(20):
        settings = settings.opened(Path(f"/{number}"))
    assert len(settings.recent) == 8
    assert settings.recent[0] == "/19"


def test_a_name_that_is_no_text_is_not_remembered() -> None:
    assert Settings().opened(Path("/tệp\udcff.thidua")).recent == ()
