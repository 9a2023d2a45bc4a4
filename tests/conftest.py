"""What holds for every test: no display, one time zone, no folder of the user, no stray warning."""

import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

# Before Qt is imported anywhere: it reads these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "Asia/Ho_Chi_Minh"
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

import pytest

USER_FOLDERS = (
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)


@pytest.fixture(scope="session", autouse=True)
def _no_folder_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings and logs of whoever runs the tests are neither read nor written."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in USER_FOLDERS:
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(name, str(folder))
        yield


@pytest.fixture(autouse=True)
def our_log() -> Iterator[list[logging.LogRecord]]:
    """Collect what the program logs at WARNING or above; what a test leaves in it fails that test.

    A test that expects a warning takes it out: ``assert "…" in our_log.pop().getMessage()``.
    """
    handler = _Collecting(logging.WARNING)
    logger = logging.getLogger("thidua_desktop")
    logger.addHandler(handler)
    yield handler.records
    logger.removeHandler(handler)
    if handler.records:
        pytest.fail("Logged: " + "; ".join(record.getMessage() for record in handler.records))


class _Collecting(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder that stands for a stick."""
    folder = tmp_path / "USB"
    folder.mkdir()
    return folder
