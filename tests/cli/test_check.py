"""`thidua check`: every nomination with its verdict and findings, and nothing written."""

from pathlib import Path

import pytest

from tests import factory
from tests.cli.conftest import Run
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import Rating
from thidua_desktop.domain.people import Person
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring

FINDING = {"severity", "rule", "article", "missing_years", "message"}


def dossiers(run: Run, sample: Path) -> dict[str, str]:
    return {row["number"]: row["uid"] for row in run("list", sample, "dossiers", "--json").json}


def test_every_nomination_is_told_with_verdict_and_findings(run: Run, sample: Path) -> None:
    answer = run("check", sample, "--json")
    told = answer.json["nominations"]
    assert (answer.code, len(told)) == (0, len(run("list", sample, "nominations", "--json").json))
    assert {one["verdict"] for one in told} <= {"eligible", "not_eligible", "needs_review"}
    assert {"uid", "recipient", "title", "verdict", "findings"} <= told[0].keys()
    assert all(finding.keys() >= FINDING for one in told for finding in one["findings"])


def test_one_dossier_is_checked_alone(run: Run, sample: Path) -> None:
    uid = dossiers(run, sample)["61/TTr-GDĐT"]
    answer = run("check", sample, "--dossier", uid)
    assert answer.code == 0
    assert "Đã kiểm tra 19 đề nghị" in answer.out


def test_the_law_can_be_chosen(run: Run, sample: Path) -> None:
    told = run("check", sample, "--law", "2025", "--json").json["nominations"]
    assert {one["law"] for one in told} == {"2025"}


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--law", "1998"), "không có bộ luật “1998”"), (("--dossier", "x"), "không có hồ sơ “x”")],
    ids=["law", "dossier"],
)
def test_what_is_not_there_is_refused(
    run: Run, sample: Path, words: tuple[str, str], told: str
) -> None:
    answer = run("check", sample, *words)
    assert answer.code == 1
    assert told in answer.err


def test_a_missing_year_is_named(run: Run, office: Path, wires: Wiring) -> None:
    services = wires.open_office(office)
    _propose_with_a_gap(services)
    services.file.close()
    (told,) = run("check", office, "--law", "2024", "--json").json["nominations"]
    assert told["verdict"] == "not_eligible"
    assert [f["missing_years"] for f in told["findings"] if f["severity"] == "error"] == [[2022]]
    assert "2022" in run("check", office, "--law", "2024").out


def test_a_file_without_nominations_says_so(run: Run, office: Path) -> None:
    answer = run("check", office)
    assert (answer.code, answer.out) == (0, "Không có đề nghị nào để kiểm tra.\n")


def test_a_list_of_nominations_has_their_verdicts(run: Run, office: Path, wires: Wiring) -> None:
    services = wires.open_office(office)
    person = Person(full_name="Y Hoa")
    services.people.save(person)
    recipient = factory.to_person("Y Hoa", person_uid=person.uid)
    services.nominations.save(factory.nomination(recipient=recipient))
    services.ratings.save(Rating(person_uid=person.uid, year=2024, rating="GOOD"))
    services.file.close()
    (row,) = run("list", office, "nominations", "--json").json
    assert row["verdict"] == "eligible"


def test_checking_writes_nothing(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    run("check", sample)
    assert sample.read_bytes() == before


def _propose_with_a_gap(services: Services) -> None:
    """Put somebody forward for CSTĐ cấp tỉnh of 2023 who has CSTĐCS of 2021 and 2023 alone."""
    person = factory.to_person("Y Hoa", unit_name="Trường Sơn Ca")
    services.awards.save_many(
        factory.award(recipient=person, title_text="CSTĐCS", year=year) for year in (2021, 2023)
    )
    services.nominations.save(
        factory.nomination(recipient=person, title_text="CSTĐ cấp tỉnh", year=2023)
    )
    assert services.awards.count(Query()) == 2


def test_a_collective_is_not_said_to_lack_its_unit(run: Run, sample: Path) -> None:
    assert "chưa ghi đơn vị" not in run("check", sample).out


@pytest.mark.parametrize("folder", [".", "/", "..", "folder.thidua"])
def test_a_folder_is_no_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (tmp_path / "folder.thidua").mkdir()
    monkeypatch.chdir(tmp_path)
    answer = run("check", folder)
    assert (answer.code, "là thư mục" in answer.err) == (1, True)
