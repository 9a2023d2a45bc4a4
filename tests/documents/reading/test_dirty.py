"""Lists as units send them, made by seed with their truth: every row is found, nothing else is."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dirty import (
    DirtySheet,
    SchoolYear,
    TrueRow,
    dirty_list,
    in_old_font,
    school_year_files,
    written,
)
from thidua_desktop.documents.reading.list_values import ListKind, ListRow, ReadList, Role
from thidua_desktop.documents.reading.lists import read_lists
from thidua_desktop.documents.reading.sheets import ReadSheet
from thidua_desktop.documents.reading.tables import read_table

TODAY = date(2031, 6, 10)
KINDS: tuple[ListKind, ...] = ("nominations", "register", "people", "merits")


def _read(sheets: Sequence[ReadSheet], kind: ListKind) -> list[ReadList]:
    return read_lists(sheets, kind, file="a", today=TODAY)


def _roles(found: Iterable[ReadList]) -> dict[int, Role]:
    """Return the role of each row; a row with two of them fails."""
    roles: dict[int, Role] = {}
    for one in found:
        assert not roles.keys() & one.roles.keys()
        roles |= one.roles
    return roles


def _filled(roles: dict[int, Role]) -> dict[int, Role]:
    """Return *roles* without blank rows: a file may not have those above its first cell."""
    return {number: role for number, role in roles.items() if role != "blank"}


def _rows(found: Iterable[ReadList]) -> dict[int, ListRow]:
    return {row.number: row for one in found for row in one.rows}


def _told(row: ListRow, true: TrueRow) -> TrueRow:
    """Return what was read of a row, as far as the truth speaks of it."""
    values = {meaning: row.values.get(meaning, "") for meaning in true.values}
    marks = tuple(mark.title or mark.words.removeprefix("Xếp loại ") for mark in row.marks)
    waits = frozenset(problem.code for problem in row.problems if not problem.is_offer)
    return TrueRow(row.number, values, marks, waits)


def _assert_true(dirty: DirtySheet, found: list[ReadList]) -> None:
    assert _filled(_roles(found)) == _filled(dict(dirty.numbered()))
    rows = _rows(found)
    assert [*rows] == [true.number for true in dirty.true_rows]
    assert [_told(rows[true.number], true) for true in dirty.true_rows] == dirty.true_rows


@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(KINDS))
def test_every_row_of_any_list_has_its_role_and_every_row_of_data_its_values(seed, kind):
    dirty = dirty_list(seed, kind)
    _assert_true(dirty, _read([dirty.read()], kind))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(KINDS))
def test_text_comes_back_as_it_stands_in_the_sheet(seed, kind):
    sheet = dirty_list(seed, kind).read()
    cells = {row.number: row.cells for row in sheet.rows}
    for row in _rows(_read([sheet], kind)).values():
        assert len(row.cells) == len(cells[row.number])
        assert all(
            shown or not cell for shown, cell in zip(row.cells, cells[row.number], strict=True)
        )


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(KINDS))
def test_every_problem_names_its_cell_and_its_text(seed, kind):
    found = _read([dirty_list(seed, kind).read()], kind)
    for one in found:
        for row in one.rows:
            for problem in row.problems:
                assert problem.cell == f"{'ABCDEFGHIJKLMNOPQRST'[problem.column]}{row.number}"
                assert problem.text == row.cells[problem.column : problem.column + 1][0]
                assert problem.head == one.columns[problem.column].words
                assert problem.reason.endswith(".")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".docx", ".ods"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_gives_the_same_rows(suffix, kind, tmp_path):
    dirty = dirty_list(7, kind, rows=20)
    found = _read(read_table(written(dirty, tmp_path / f"a{suffix}")), kind)
    rows = [row for one in found for row in one.rows]
    names = [row.values.get("name") or row.values.get("full_name") for row in rows]
    assert names == [
        true.values.get("name") or true.values.get("full_name") for true in dirty.true_rows
    ]


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
@pytest.mark.parametrize("kind", KINDS)
def test_lists_in_an_old_font_come_back_in_unicode(font, kind, tmp_path):
    many = [dirty_list(seed, kind) for seed in range(12)]
    for number, dirty in enumerate(many):
        dirty.name = f"Trang {number}"
    path = written([in_old_font(dirty, font) for dirty in many], tmp_path / "a.xlsx")
    found = _read(read_table(path), kind)
    for dirty in many:
        _assert_true(dirty, [one for one in found if one.sheet.name == dirty.name])


def test_several_sheets_of_one_workbook_are_several_lists(tmp_path):
    many = [dirty_list(seed, "nominations") for seed in range(5)]
    for number, dirty in enumerate(many):
        dirty.name = f"Trang {number}"
    found = _read(read_table(written(many, tmp_path / "a.xlsx")), "nominations")
    for dirty in many:
        _assert_true(dirty, [one for one in found if one.sheet.name == dirty.name])


def test_a_long_list_is_read_to_its_end():
    dirty = dirty_list(3, "nominations", rows=1200)
    _assert_true(dirty, _read([dirty.read()], "nominations"))


@pytest.fixture(scope="module")
def school_year(tmp_path_factory: pytest.TempPathFactory) -> SchoolYear:
    return school_year_files(tmp_path_factory.mktemp("năm học"))


@pytest.fixture(scope="module")
def read_files(school_year: SchoolYear) -> dict[str, list[ReadList]]:
    return {path.name: _read(read_table(path), "nominations") for path in school_year.files}


def test_no_row_of_31_schools_is_lost(school_year, read_files):
    assert len(school_year.files) == 31
    for name, dirty in school_year.sheets.items():
        _assert_true(dirty, read_files[name])


def test_only_the_numbers_that_lost_their_zero_wait(school_year, read_files):
    waiting = [row for found in read_files.values() for row in found[0].waiting]
    assert len(waiting) == school_year.lost_zeros > 0
    for row in waiting:
        (problem,) = (problem for problem in row.problems if not problem.is_offer)
        assert problem.proposals == (f"0{problem.text}",)


def test_the_title_rows_tell_the_school_year_and_the_sender(read_files):
    for name, (found,) in read_files.items():
        school = Path(name).stem.partition(" ")[2]
        assert found.facts.period == "2023-2024"
        assert found.facts.unit.casefold() == school.casefold()


def test_rows_of_a_csv_file_are_counted_as_a_sheet_counts_them(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('TT;"Họ và\ntên";Chức vụ\n1;Y Hoa;Kế toán\n', encoding="utf-8")
    (found,) = _read(read_table(path), "people")
    assert [row.number for row in found.rows] == [2]
