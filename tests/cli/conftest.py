"""The command line in this process, and office files made once and copied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests import factory
from thidua_desktop.cli import main
from thidua_desktop.wiring import Wiring


@dataclass(frozen=True, slots=True)
class Answer:
    """What one command gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the one JSON value on standard output."""
        return msgspec.json.decode(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def wires(tmp_path: Path) -> Wiring:
    return factory.wiring(tmp_path / "user")


@pytest.fixture
def run(wires: Wiring, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs one command."""

    def run(*arguments: object) -> Answer:
        words: Sequence[str] = [str(argument) for argument in arguments]
        capsys.readouterr()
        code = main(words, wires)
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, to be copied."""
    folder = tmp_path_factory.mktemp("sample")
    file = folder / "sample.thidua"
    factory.wiring(folder).create_sample(file).file.close()
    return file


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample office of this test."""
    return factory.copy_of(sample_file, tmp_path, "mau.thidua")


@pytest.fixture
def office(wires: Wiring, tmp_path: Path) -> Path:
    """An empty office."""
    path = tmp_path / "huyen.thidua"
    wires.create_office(path, factory.OFFICE).file.close()
    return path
