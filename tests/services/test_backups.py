"""Backups through the services: made, due by themselves, put back, the whole check."""

from pathlib import Path

import pytest

from tests.factory import person
from thidua_desktop.domain.errors import BadFile, OutsideError
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_a_backup_goes_where_it_is_told(services: Services, tmp_path: Path) -> None:
    made = services.backups.make(tmp_path / "usb")
    assert made.parent == tmp_path / "usb"
    assert made.with_name(made.name + ".json").exists()


def test_a_backup_goes_home_when_nothing_is_told(services: Services, wires: Wiring) -> None:
    made = services.backups.make()
    assert wires.paths.backups in made.parents
    assert services.backups.last() == services.office.now


def test_no_backup_is_due_when_nothing_changed(services: Services) -> None:
    assert services.backups.automatic("daily") is not None
    assert services.backups.automatic("exit") is None
    services.people.save(person())
    assert services.backups.automatic("exit") is not None


def test_a_backup_put_back_is_what_it_was(services: Services, wires: Wiring) -> None:
    services.people.save(person("Y Hoa"))
    made = services.backups.make()
    services.people.save(person("Y Blan"))
    services.backups.restore(made)
    opened = wires.open_office(services.file.path)
    assert [row.full_name for row in opened.people.rows_of(Query())] == ["Y Hoa"]
    opened.file.close()


def test_the_state_before_a_restore_is_kept(services: Services, wires: Wiring) -> None:
    made = services.backups.make()
    services.people.save(person("Y Blan"))
    services.backups.restore(made)
    opened = wires.open_office(services.file.path)
    assert "restore" in [backup.reason for backup in opened.backups.list()]
    opened.file.close()


def test_a_changed_backup_is_refused_and_the_file_stays(
    services: Services, wires: Wiring, tmp_path: Path
) -> None:
    services.people.save(person("Y Hoa"))
    made = services.backups.make(tmp_path / "usb")
    spoilt = bytearray(made.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    made.write_bytes(spoilt)
    with pytest.raises(BadFile):
        services.backups.restore(made)
    opened = wires.open_office(services.file.path)
    assert opened.people.count(Query()) == 1
    opened.file.close()


def test_a_backup_to_a_missing_disk_is_told(services: Services, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("")
    with pytest.raises(OutsideError):
        services.backups.make(tmp_path / "tệp" / "usb")


def test_a_whole_file_has_no_problems(sample: Services) -> None:
    assert sample.backups.verify() == []
