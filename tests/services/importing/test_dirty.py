"""Lists as units send them: rows found are rows accepted and rows waiting, whatever they hold."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dirty import SchoolYear, dirty_list, in_old_font, school_year_files, written
from tests.services.importing.conftest import kept
from thidua_desktop.documents.reading.list_values import ListKind
from thidua_desktop.domain.intake import SourceRow, WaitingRow
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.importing.files import ListFile
from thidua_desktop.services.importing.values import Intake
from thidua_desktop.services.services import Services

KINDS: tuple[ListKind, ...] = ("nominations", "register", "people", "merits")


def begun(services: Services, seed: int, kind: ListKind) -> Intake:
    """Return the intake of a dirty list as it would be read from a file."""
    sheet = dirty_list(seed, kind).read()
    part = ListFile(key="0", name="a.xlsx", kinds={sheet.name: kind}, sheets=(sheet,))
    intake = Intake(kind, (), parts=(part,))
    return services.importing.again(intake, intake.choices)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(KINDS))
def test_rows_found_are_rows_accepted_and_rows_waiting(services, seed, kind):
    true = dirty_list(seed, kind).true_rows
    result = services.importing.take(begun(services, seed, kind))
    found = sum(source.rows for source in result.sources)
    stored = {row.row for row in kept(services, SourceRow)}
    waiting = {row.row for row in kept(services, WaitingRow)}
    assert found == len(true)
    assert stored | waiting == {row.number for row in true}
    assert not stored & waiting
    assert len(stored) == sum(source.accepted for source in result.sources)
    if result.is_taken:
        services.history.undo()
    assert kept(services, SourceRow) == kept(services, WaitingRow) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(KINDS))
def test_waiting_rows_taken_up_are_all_there_again(services, seed, kind):
    intake = begun(services, seed, kind)
    rows = [(sheet.key, line.number) for sheet in intake.sheets for line in sheet.lines]
    aside = services.importing.again(intake, intake.choices.put_aside(rows))
    services.importing.take(aside)
    waiting = services.importing.waiting()
    taken_up = services.importing.take_up([row.uid for row in waiting])
    assert sum(source.rows for source in taken_up.sources) == len(rows) == len(waiting)
    before = {(line.number, line.told) for sheet in intake.sheets for line in sheet.lines}
    after = {(line.number, line.told) for sheet in taken_up.sheets for line in sheet.lines}
    assert after == before
    if rows:
        services.history.undo()


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
def test_what_was_converted_keeps_its_old_letters(
    services: Services, tmp_path: Path, font: str
) -> None:
    path = written(in_old_font(dirty_list(4, "people"), font), tmp_path / "a.xlsx")
    services.importing.take(services.importing.read([path], "people"))
    rows = kept(services, SourceRow)
    assert rows
    assert any(row.raw and row.raw != row.cells for row in rows)


@pytest.fixture(scope="module")
def school_year(tmp_path_factory: pytest.TempPathFactory) -> SchoolYear:
    return school_year_files(tmp_path_factory.mktemp("năm học"))


def test_31_workbooks_come_in_at_once_and_go_by_one_undo(
    services: Services, school_year: SchoolYear
) -> None:
    result = services.importing.take(services.importing.read(school_year.files))
    assert {source.kind for source in result.sources} == {"nominations"}
    assert sum(source.rows for source in result.sources) == school_year.rows
    assert sum(source.waiting for source in result.sources) == school_year.lost_zeros
    services.history.undo()
    assert services.nominations.count(Query()) == services.people.count(Query()) == 0


def test_zeros_that_were_lost_are_put_back_with_one_answer(
    services: Services, school_year: SchoolYear
) -> None:
    intake = services.importing.read(school_year.files)
    lost = [fix for fix in intake.fixes() if fix.alike.startswith("lost_zero")]
    choices = intake.choices.accept(intake.alike(lost[0]), lost[0].proposals[0])
    result = services.importing.take(services.importing.again(intake, choices))
    assert sum(source.waiting for source in result.sources) == 0
    assert sum(source.nominations for source in result.sources) == school_year.marks


def test_one_teacher_of_two_files_is_one_person_and_it_is_said(
    services: Services, school_year: SchoolYear
) -> None:
    intake = services.importing.read(school_year.files)
    (fix,) = [fix for fix in intake.fixes() if fix.alike.startswith("person_same")]
    assert not fix.is_needed
    assert any("được hiểu là" in remark for one in intake.sources for remark in one.remarks)
    services.importing.take(intake)
    rows = services.nominations.find(Query(text="le thi thuy dak choong"))
    links = {services.nominations.get(uid).recipient.person_uid for uid in rows}
    assert (len(rows), len(links)) == (2, 1)
