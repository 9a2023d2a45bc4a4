"""Files made and opened for both doors, and files that must not be."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests import factory
from tests.factory import OFFICE, wiring
from thidua_desktop import settings
from thidua_desktop.domain.errors import BadFile, Elsewhere, OutsideError, Refused, RuleError
from thidua_desktop.wiring import Wiring


@pytest.fixture
def wires(tmp_path: Path) -> Wiring:
    return wiring(tmp_path / "user")


@pytest.fixture
def file(wires: Wiring, tmp_path: Path) -> Path:
    """A new file, closed."""
    path = tmp_path / "Đắk Ruồng.thidua"
    wires.create_office(path, OFFICE).file.close()
    return path


def test_a_new_file_knows_its_office(wires: Wiring, file: Path) -> None:
    services = wires.open_office(file)
    assert services.office.get() == OFFICE
    services.file.close()


def test_an_office_without_a_name_makes_no_file(wires: Wiring, tmp_path: Path) -> None:
    with pytest.raises(RuleError):
        wires.create_office(tmp_path / "a.thidua", replace(OFFICE, name=" "))
    assert not (tmp_path / "a.thidua").exists()


def test_a_missing_folder_is_told(wires: Wiring, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="thư mục"):
        wires.create_office(tmp_path / "usb" / "a.thidua", OFFICE)


def test_a_second_writer_is_told_who_has_the_file(wires: Wiring, file: Path) -> None:
    services = wires.open_office(file)
    with pytest.raises(Refused, match="tiến trình"):
        wires.open_office(file)
    services.file.close()
    wires.open_office(file).file.close()


def test_a_reader_does_not_ask_for_the_lock(wires: Wiring, file: Path) -> None:
    services = wires.open_office(file)
    reading = wires.open_office(file, read_only=True)
    assert reading.office.get().name == OFFICE.name
    reading.file.close()
    services.file.close()


@pytest.mark.parametrize("content", [b"", b"xin chao", b"PK\x03\x04" + bytes(300)])
def test_a_file_that_is_not_ours_is_told(wires: Wiring, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.thidua"
    path.write_bytes(content)
    with pytest.raises(BadFile):
        wires.open_office(path)
    assert path.read_bytes() == content


def test_a_truncated_file_is_told(wires: Wiring, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:20_000])
    with pytest.raises(BadFile, match="hỏng"):
        wires.open_office(file)


def test_the_name_given_once_signs_the_steps(wires: Wiring, file: Path) -> None:
    named = replace(wires, who="")
    settings.save(settings.Settings(keeper="Y Khăm"), named.paths.settings)
    services = named.open_office(file)
    services.office.save(replace(OFFICE, signer="A Brưu"))
    assert services.history.steps(1)[0].who == "Y Khăm"
    services.file.close()


def test_a_law_pack_that_does_not_read_closes_the_file_again(
    wires: Wiring, file: Path, tmp_path: Path
) -> None:
    broken = replace(wires, paths=replace(wires.paths, resources=tmp_path))
    with pytest.raises(BadFile, match="luật"):
        broken.open_office(file)
    wires.open_office(file).file.close()


def test_neither_door_of_services_loads_qt() -> None:
    code = "import sys, thidua_desktop.wiring; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "False"


# Files that lie elsewhere


@pytest.fixture
def beside_stick(wires: Wiring, stick: Path) -> Wiring:
    """A computer in which *stick* is a stick."""
    return factory.with_stick(wires, stick)


@pytest.mark.parametrize("read_only", [False, True], ids=["writing", "reading"])
def test_a_file_on_a_stick_is_not_opened_in_place(
    beside_stick: Wiring, file: Path, stick: Path, read_only: bool
) -> None:
    there = file.rename(stick / file.name)
    with pytest.raises(Elsewhere, match="ổ rời") as refused:
        beside_stick.open_office(there, read_only=read_only)
    assert refused.value.path == there
    assert list(stick.iterdir()) == [there]


def test_no_file_is_made_on_a_stick(beside_stick: Wiring, stick: Path) -> None:
    with pytest.raises(Refused, match="trên máy này"):
        beside_stick.create_office(stick / "a.thidua", OFFICE)
    with pytest.raises(Refused, match="trên máy này"):
        beside_stick.create_sample(stick / "a.thidua")
    assert list(stick.iterdir()) == []


def test_no_backup_is_put_back_onto_a_stick(beside_stick: Wiring, file: Path, stick: Path) -> None:
    with pytest.raises(Refused, match="trên máy này"):
        beside_stick.restore(file, stick / "a.thidua")


def test_a_backup_on_a_stick_is_put_back_from_a_copy(
    beside_stick: Wiring, file: Path, stick: Path
) -> None:
    services = beside_stick.open_office(file)
    backup = services.backups.make(stick)
    services.file.close()
    file.write_bytes(b"")
    seen = sorted(stick.iterdir())
    beside_stick.restore(backup, file)
    assert sorted(stick.iterdir()) == seen, "nothing of SQLite's own is laid beside it"
    assert list(beside_stick.paths.staging.iterdir()) == []
    restored = beside_stick.open_office(file)
    assert restored.office.get() == OFFICE
    restored.file.close()


def test_a_file_on_a_stick_is_read_from_a_copy_that_goes_again(
    beside_stick: Wiring, file: Path, stick: Path
) -> None:
    there = file.rename(stick / file.name)
    with beside_stick.reading(there) as services:
        assert services.office.get().name == OFFICE.name
        assert services.file.path.parent.parent == beside_stick.paths.staging
    assert list(stick.iterdir()) == [there]
    assert list(beside_stick.paths.staging.iterdir()) == []


def test_the_files_of_this_computer_are_the_last_ones_and_those_on_the_shelf(
    beside_stick: Wiring, file: Path, tmp_path: Path
) -> None:
    known = settings.Settings().opened(file)
    settings.save(known, beside_stick.paths.settings)
    beside_stick.shelf().mkdir()
    other = beside_stick.shelf() / "Khác.thidua"
    beside_stick.create_office(other, OFFICE).file.close()
    receiving = beside_stick.receiving()
    incoming = receiving.receive(file)
    found = receiving.neighbours(incoming)
    assert [(each.path, each.relation) for each in found] == [(file, "same"), (other, "other")]
    receiving.drop(incoming)


def test_office_files_are_not_proposed_where_a_program_copies_them_to_the_net(
    wires: Wiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    synced = replace(wires, paths=replace(wires.paths, papers=tmp_path / "OneDrive" / "Tài liệu"))
    plain = replace(wires, paths=replace(wires.paths, papers=tmp_path / "Tài liệu"))
    assert synced.shelf().parent == tmp_path
    assert plain.shelf().parent == tmp_path / "Tài liệu"
