"""`send` and `take`, and the other commands on a file that lies on a stick."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import factory
from tests.cli.conftest import Run
from thidua_desktop.wiring import Wiring


@pytest.fixture
def wires(wires: Wiring, stick: Path) -> Wiring:
    """A computer in which *stick* is a stick."""
    return factory.with_stick(wires, stick)


@pytest.fixture
def there(sample: Path, stick: Path) -> Path:
    """The sample office on the stick."""
    return sample.rename(stick / sample.name)


def test_a_copy_is_sent_with_a_word_about_personal_data(
    run: Run, sample: Path, stick: Path
) -> None:
    answer = run("send", sample, stick)
    assert answer.code == 0
    assert "thông tin cá nhân" in answer.out
    assert "Đã ghi xong và kiểm tra" in answer.out


def test_a_sent_copy_is_taken_elsewhere(
    run: Run, sample: Path, stick: Path, tmp_path: Path
) -> None:
    sent = run("send", sample, stick, "--json").json
    taken = run("take", sent["file"], tmp_path / "nhan.thidua", "--json")
    assert taken.code == 0
    assert taken.json["awards"] == 489
    assert run("verify", tmp_path / "nhan.thidua").code == 0


def test_nothing_is_taken_over_a_file_or_onto_a_stick(
    run: Run, sample: Path, stick: Path, wires: Wiring
) -> None:
    sent = run("send", sample, stick, "--json").json["file"]
    assert run("take", sent, sample).code == 1
    assert run("take", sent, stick / "b.thidua").code == 1
    assert list(wires.paths.staging.iterdir()) == []


READING: dict[str, Callable[[Path, Path], list[object]]] = {
    "list": lambda file, _: ["list", file, "awards"],
    "find": lambda file, _: ["find", file, "y khăm"],
    "verify": lambda file, _: ["verify", file],
    "export": lambda file, out: ["export", file, "register", out / "so.xlsx"],
    "send": lambda file, out: ["send", file, out],
}


@pytest.mark.parametrize("words", READING.values(), ids=READING)
def test_reading_commands_read_a_copy_of_a_file_on_a_stick(
    run: Run,
    there: Path,
    stick: Path,
    tmp_path: Path,
    wires: Wiring,
    words: Callable[[Path, Path], list[object]],
) -> None:
    answer = run(*words(there, tmp_path))
    assert answer.code == 0, answer.err
    assert list(stick.iterdir()) == [there]
    assert list(wires.paths.staging.iterdir()) == []


WRITING: dict[str, Callable[[Path], list[object]]] = {
    "undo": lambda file: ["undo", file],
    "redo": lambda file: ["redo", file],
    "backup": lambda file: ["backup", file],
    "restore": lambda file: ["restore", file, file.with_name("b.thidua")],
    "new": lambda file: ["new", file.with_name("b.thidua"), "--name", "Xã"],
    "sample": lambda file: ["sample", file.with_name("b.thidua")],
}


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_writing_commands_refuse_a_file_on_a_stick(
    run: Run, there: Path, stick: Path, words: Callable[[Path], list[object]]
) -> None:
    before = there.read_bytes()
    answer = run(*words(there))
    assert answer.code == 1
    assert "ổ rời" in answer.err
    assert "Tệp → " in answer.err
    assert there.read_bytes() == before
    assert list(stick.iterdir()) == [there]


def test_a_damaged_file_on_a_stick_is_told_by_verify(run: Run, there: Path) -> None:
    there.write_bytes(there.read_bytes()[:5000])
    answer = run("verify", there)
    assert answer.code == 3
    assert "bị hỏng" in answer.out
