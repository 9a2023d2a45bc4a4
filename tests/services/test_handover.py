"""A copy out through one open file, and a file in on a computer that has none open."""

from pathlib import Path

import pytest

from tests import factory
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.handover import free_name
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_what_is_sent_from_an_open_file_is_taken_elsewhere(
    services: Services, stick: Path, tmp_path: Path
) -> None:
    services.units.save(factory.unit())
    sent = services.sending.send(stick)
    other = factory.wiring(tmp_path / "máy khác")
    receiving = other.receiving()
    incoming = receiving.receive(sent.path)
    assert incoming.is_compared
    assert receiving.neighbours(incoming) == []
    taken = other.open_office(receiving.take(incoming, tmp_path / "Nhận.thidua"))
    assert taken.units.count(Query()) == 1
    assert taken.history.steps(1)[0].label == f"Đưa vào máy này từ tệp {sent.path.name}"
    undone = taken.history.next_undo()
    assert undone is not None
    assert undone.kind == "edit", "what was done there can still be undone here"
    taken.file.close()


def test_what_was_received_and_not_wanted_is_thrown_away(
    services: Services, wires: Wiring, stick: Path
) -> None:
    receiving = wires.receiving()
    receiving.drop(receiving.receive(services.sending.send(stick).path))
    assert list(wires.paths.staging.iterdir()) == []


def test_a_file_is_taken_beside_another_never_over_it(
    services: Services, wires: Wiring, stick: Path
) -> None:
    receiving = wires.receiving()
    incoming = receiving.receive(services.sending.send(stick).path)
    with pytest.raises(Refused, match="Đã có tệp"):
        receiving.take(incoming, services.file.path)
    receiving.drop(incoming)


def test_a_name_is_free_and_one_that_every_disk_takes(tmp_path: Path) -> None:
    first = free_name(tmp_path, "UBND xã A/B: năm 2024?")
    assert first.name == "UBND xã A-B- năm 2024-.thidua"
    first.touch()
    assert free_name(tmp_path, "UBND xã A/B: năm 2024?").name.endswith("(2).thidua")
    assert free_name(tmp_path, " .. ").name == "Thi đua.thidua"


def test_a_name_as_long_as_a_page_still_makes_a_file(tmp_path: Path) -> None:
    free_name(tmp_path, "Ủy ban " * 2_000).touch()
    assert free_name(tmp_path, "Ủy ban " * 2_000).name.endswith("(2).thidua")
