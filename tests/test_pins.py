"""The dependencies: what is asked for is what is locked, and the locked Qt does not lose None."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "installer" / "requirements.lock").read_text("utf-8")

SET_TEXT_OFTEN = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(200_000):
    label.setText("a" if number % 2 else "b")
print(label.text())
"""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
    ]
    return {canonical(name): version for name, version in (line.split("==") for line in lines)}


def locked() -> dict[str, str]:
    return {
        canonical(name): version
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)
    }


def test_every_version_asked_for_is_the_version_locked() -> None:
    assert asked().items() <= locked().items()


def test_every_locked_version_has_its_hashes() -> None:
    entries = re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("address", ["://", " @ ", "--index-url", "--find-links", "file:"])
def test_the_lock_names_no_address(address: str) -> None:
    assert address not in LOCK


def test_the_two_parts_of_qt_have_one_version() -> None:
    versions = locked()
    assert versions["pyside6-essentials"] == versions["pyside6-addons"]


def test_qt_survives_many_calls_that_return_nothing() -> None:
    """PySide6 6.12 on Python 3.11 aborts within 10,000 of these: each call loses a None."""
    run = subprocess.run(
        [sys.executable, "-c", SET_TEXT_OFTEN],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "a"), run.stderr
