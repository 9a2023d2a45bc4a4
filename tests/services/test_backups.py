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


def test_a_backup_tells_what_it_holds_and_its_last_step(services: Services) -> None:
    hoa, blan = person("Y Hoa"), person("Y Blan")
    services.people.save_many([hoa, blan])
    services.people.delete([hoa.uid])
    services.backups.make()
    (made,) = services.backups.list()
    assert made.counts["person"] == 1
    assert made.last_label == "Xóa người Y Hoa"
    assert made.last_at.startswith("2024-06-30T10:32:05")


def test_the_present_state_can_be_laid_beside_a_backup(services: Services) -> None:
    services.backups.make()
    services.people.save(person())
    now, (made,) = services.backups.present(), services.backups.list()
    assert (now.counts["person"], made.counts["person"]) == (1, 0)


def test_a_step_makes_the_newest_backup_an_old_one(services: Services) -> None:
    assert not services.backups.is_current()
    services.backups.make()
    assert services.backups.is_current()
    services.people.save(person())
    assert not services.backups.is_current()


def test_a_changed_backup_is_found_by_reading_it(services: Services) -> None:
    made = services.backups.make()
    assert services.backups.check(made).path == made
    made.write_bytes(made.read_bytes() + b"x")
    with pytest.raises(BadFile):
        services.backups.check(made)
