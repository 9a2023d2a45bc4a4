"""The sample office: invented, always the same, and as large as asked for."""

from pathlib import Path
from typing import Any

import pytest

from tests.factory import wiring
from thidua_desktop.domain.errors import Cancelled, Refused
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.markup import notes
from thidua_desktop.services.services import Services


def test_the_sample_says_that_it_is_one(sample: Services) -> None:
    assert sample.office.get().is_sample


def test_units_are_those_of_the_real_report(sample: Services) -> None:
    rows = sample.units.rows_of(Query())
    schools = [row.name for row in rows if row.kind == "school"]
    openings = ("Trường Mầm non", "Trường Tiểu học", "Trường TH&THCS", "Trường THCS")
    counts = [sum(name.startswith(f"{opening} ") for name in schools) for opening in openings]
    assert counts == [12, 6, 8, 5]
    assert sum(row.kind == "commune" for row in rows) == 12


def test_names_are_of_two_syllables_and_of_more(sample: Services) -> None:
    lengths = {len(row.full_name.split()) for row in sample.people.rows_of(Query())}
    assert {2, 3, 4} <= lengths


def test_fighters_are_among_the_advanced_of_the_same_year(sample: Services) -> None:
    def people(title: str) -> set[tuple[str, str]]:
        filters = (Filter("title", title, "is"), Filter("decision_date", "2024-01-12", "is"))
        return {(row.name, row.unit) for row in sample.awards.rows_of(Query(filters=filters))}

    assert people("grassroots_emulation_fighter") < people("advanced_worker")


def test_two_samples_are_alike_in_every_row(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        services = wiring(tmp_path / "user").create_sample(tmp_path / f"{name}.thidua")
        query = Query(order=(Order("decision_date"),))
        made.append([*services.awards.rows_of(query), *services.people.rows_of(Query())])
        services.file.close()
    assert made[0] == made[1]


def test_every_record_could_have_been_saved_by_hand(sample: Services) -> None:
    lists: list[Any] = [
        *(sample.awards, sample.nominations, sample.people, sample.units),
        *(sample.decisions, sample.council, sample.plans, sample.clusters),
    ]
    for records in lists:
        stored = records.get_many(records.find(Query()))
        assert stored
        assert not records.save_many(stored).rows


def test_checks_come_to_every_verdict(sample: Services) -> None:
    verdicts = {checked.verdict for checked in sample.checks.check().values()}
    assert verdicts == {"eligible", "not_eligible", "needs_review"}


def test_every_dossier_tells_how_it_came_to_its_state(sample: Services) -> None:
    for row in sample.dossiers.shelf(None).dossiers:
        entries = sample.states.of_dossier(row.uid)
        assert entries[0].state == "submitted"
        assert entries[-1].state == row.state


def test_the_report_has_its_footnotes(sample: Services) -> None:
    report = sample.reports.all()[0]
    found = [note for block in sample.reports.blocks(report.uid) for note in notes(block.body)]
    assert len(found) >= 5


def test_so_many_awards_as_asked_for(tmp_path: Path) -> None:
    services = wiring(tmp_path / "user").create_sample(tmp_path / "lon.thidua", 500)
    assert services.awards.count(Query()) == 500
    assert services.people.count(Query()) == 152
    assert services.backups.verify() == []
    services.file.close()


def test_a_stopped_sample_leaves_no_file(tmp_path: Path) -> None:
    class Stop:
        def step(self, done: int, total: int, text: str) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        wiring(tmp_path / "user").create_sample(tmp_path / "lon.thidua", 500, Stop())
    assert not (tmp_path / "lon.thidua").exists()


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mau.thidua"
    path.write_bytes(b"something")
    with pytest.raises(Refused, match="Đã có tệp"):
        wiring(tmp_path / "user").create_sample(path)
    assert path.read_bytes() == b"something"
