"""Drafts outlive the program, stay apart from the office file, and never stand in the way."""

from dataclasses import replace
from logging import LogRecord
from pathlib import Path

import pytest

from tests.factory import again, award
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.errors import Refused
from thidua_desktop.services.drafts import Draft, Drafts, Typed, draft_of
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring

WAS = award(amount=None)
NOW = replace(WAS, recipient=replace(WAS.recipient, name="Đặng Thị Ánh"), amount=540_000)


def draft(**known: object) -> Draft:
    usual = {
        "table": "award",
        "uid": WAS.uid,
        "is_new": False,
        "title": "Khen thưởng của A Tik",
        "fields": (Typed(label="Tên", was="A Tik", typed="Đặng Thị Ánh"),),
    }
    return draft_of(WAS, NOW, **{**usual, **known})


def files(wires: Wiring) -> list[Path]:
    return [path for path in (wires.paths.user / "drafts").rglob("*") if path.is_file()]


def test_a_draft_is_found_again_by_the_next_start(services: Services, wires: Wiring):
    services.drafts.keep(draft())
    opened = again(services, wires)
    [found] = opened.drafts.found()
    opened.file.close()
    assert (found.title, found.at) == ("Khen thưởng của A Tik", "2024-06-30T10:32:05+07:00")
    assert (Drafts.record(Award, found.was), Drafts.record(Award, found.now)) == (WAS, NOW)


def test_a_later_draft_of_a_record_takes_the_place_of_the_earlier(
    services: Services, wires: Wiring
):
    services.drafts.keep(draft(title="cũ"))
    services.drafts.keep(draft(title="mới"))
    services.drafts.keep(draft(title="khác", uid="other"))
    assert {found.title for found in services.drafts.found()} == {"mới", "khác"}
    assert len(files(wires)) == 2


def test_a_dropped_draft_is_gone(services: Services, wires: Wiring):
    services.drafts.keep(draft())
    services.drafts.drop("award", WAS.uid)
    services.drafts.drop("award", WAS.uid)
    assert services.drafts.found() == []
    assert files(wires) == []


def test_another_office_file_does_not_see_it(services: Services, wires: Wiring, tmp_path: Path):
    services.drafts.keep(draft())
    other = wires.create_sample(tmp_path / "mẫu.thidua")
    assert other.drafts.found() == []
    other.file.close()


def test_a_damaged_draft_is_passed_over_and_left(
    services: Services, wires: Wiring, our_log: list[LogRecord]
):
    services.drafts.keep(draft())
    [path] = files(wires)
    path.write_bytes(path.read_bytes()[:40])
    assert services.drafts.found() == []
    assert "not read" in our_log.pop().getMessage()
    assert path.exists()


def test_a_draft_that_no_longer_fits_its_record_is_refused():
    with pytest.raises(Refused, match="phiên bản khác"):
        Drafts.record(Award, {"year": "hai nghìn"})


def test_an_unwritable_folder_leaves_the_earlier_draft(services: Services, wires: Wiring):
    services.drafts.keep(draft(title="cũ"))
    [path] = files(wires)
    path.with_suffix(".new").mkdir()
    with pytest.raises(OSError, match=r"\.new"):
        services.drafts.keep(draft(title="mới"))
    assert [found.title for found in services.drafts.found()] == ["cũ"]


def test_a_uid_cannot_lead_out_of_the_folder(services: Services, wires: Wiring):
    services.drafts.keep(draft(uid="../../ra ngoài"))
    [path] = files(wires)
    assert path.parent.parent.name == "drafts"
