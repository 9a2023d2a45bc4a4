"""Services on an empty office and on the sample office, each file made once and copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import factory
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


@pytest.fixture
def wires(tmp_path: Path) -> Wiring:
    """The wiring of this test, with a user's folder of its own."""
    return factory.wiring(tmp_path / "user")


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that knows its office and nothing else, to be copied."""
    folder = tmp_path_factory.mktemp("empty")
    file = folder / "empty.thidua"
    factory.wiring(folder).create_office(file, factory.OFFICE).file.close()
    return file


@pytest.fixture(scope="session")
def sample_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, to be copied."""
    folder = tmp_path_factory.mktemp("sample")
    file = folder / "sample.thidua"
    factory.wiring(folder).create_sample(file).file.close()
    return file


@pytest.fixture
def services(wires: Wiring, empty_office: Path, tmp_path: Path) -> Iterator[Services]:
    """The services of an empty office."""
    opened = wires.open_office(factory.copy_of(empty_office, tmp_path))
    yield opened
    opened.file.close()


@pytest.fixture
def sample(wires: Wiring, sample_office: Path, tmp_path: Path) -> Iterator[Services]:
    """The services of the sample office."""
    opened = wires.open_office(factory.copy_of(sample_office, tmp_path))
    yield opened
    opened.file.close()
