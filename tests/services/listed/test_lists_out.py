"""Every list out of the file as it is narrowed: workbooks read back, papers read as text."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdfium2 import PdfDocument

from tests import factory
from thidua_desktop.domain.clusters import ClusterMemberRow
from thidua_desktop.domain.decisions import DecisionRow
from thidua_desktop.domain.errors import Cancelled, Refused
from thidua_desktop.domain.intake import WaitingRow
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.merits import (
    DisciplineRow,
    InitiativeRow,
    OpenCaseRow,
    RatingRow,
    UnitYearRow,
)
from thidua_desktop.domain.people import HouseholdRow, PersonRow
from thidua_desktop.domain.pledges import PledgeRow
from thidua_desktop.domain.units import UnitRow
from thidua_desktop.services.listed import directory, merits, others
from thidua_desktop.services.listed.forms import ListForm
from thidua_desktop.services.services import Services

FORMS: list[tuple[ListForm, type[Any]]] = [
    (directory.UNITS, UnitRow),
    (directory.PEOPLE, PersonRow),
    (directory.HOUSEHOLDS, HouseholdRow),
    (merits.RATINGS_LIST, RatingRow),
    (merits.INITIATIVES, InitiativeRow),
    (merits.DISCIPLINE, DisciplineRow),
    (merits.CASES, OpenCaseRow),
    (merits.STRENGTHS, UnitYearRow),
    (others.DECISIONS, DecisionRow),
    (others.CLUSTERS, ClusterMemberRow),
    (others.PLEDGES, PledgeRow),
]
NUMBERED = factory.person("Y Hoa", citizen_id="062188001234", birth="1988-03")


class Stopped:
    """A ticket of work that the officer stops after *steps* of it."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def step(self, done: int, total: int, text: str) -> None:
        if self._left == 0:
            raise Cancelled
        self._left -= 1


class Counting:
    """The people of a file, and how many rows were asked for at once."""

    def __init__(self, services: Services, uids: Sequence[str]) -> None:
        self._people = services.people
        self._uids = uids
        self.asked: list[int] = []

    def find(self, query: Query) -> list[str]:
        return list(self._uids)

    def rows(self, uids: Sequence[str]) -> Sequence[PersonRow]:
        self.asked.append(len(uids))
        return self._people.rows(uids)


def rows(path: Path) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))


def data(path: Path) -> list[tuple[Any, ...]]:
    return [row for row in rows(path) if isinstance(row[0], int)]


def pages(path: Path) -> list[str]:
    document = PdfDocument(path)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize(("form", "row"), FORMS, ids=lambda each: getattr(each, "name", ""))
def test_columns_are_named_after_what_the_rows_have(form: ListForm, row: type[Any]):
    known = {each.name for each in fields(row)}
    assert {column.name for column in form.columns} <= known


def test_no_list_has_a_column_of_ethnicity():
    assert not [c for form, _row in FORMS for c in form.columns if c.name == "ethnicity"]


def test_numbers_and_dates_of_a_workbook_are_real(sample: Services, tmp_path: Path):
    query = Query(year=2024, order=(Order("date"),))
    decisions = sample.decisions
    found = data(sample.exporting.listed(tmp_path / "q.xlsx", others.DECISIONS, decisions, query))
    assert len(found) == decisions.count(query)
    assert found[0][1:3] == ("31/QĐ-UBND", datetime(2024, 1, 12))
    assert all(isinstance(row[4], int) for row in found)


def test_codes_are_told_in_words(sample: Services, tmp_path: Path):
    path = sample.exporting.listed(
        tmp_path / "x.xlsx", merits.INITIATIVES, sample.initiatives, Query()
    )
    assert {row[5] for row in data(path)} <= {"Sáng kiến", "Đề tài khoa học"}
    assert {row[6] for row in data(path)} <= {"Đã áp dụng", "Chưa áp dụng"}


def test_a_list_tells_year_search_filters_and_order(sample: Services, tmp_path: Path):
    query = Query(
        text="xa",
        year=2024,
        filters=(Filter("state", "open", "is"), Filter("kind", "commune", "is")),
        order=(Order("name", descending=True),),
    )
    found = rows(
        sample.exporting.listed(tmp_path / "dv.xlsx", directory.UNITS, sample.units, query)
    )
    assert [row[0] for row in found[1:6]] == [
        "DANH SÁCH ĐƠN VỊ",
        "Năm 2024",
        "Chỉ gồm các dòng có “xa”",
        "Đã lọc: tình trạng “Đang hoạt động”; loại đơn vị “Xã, phường, thị trấn”",
        "Xếp theo tên đơn vị, giảm dần",
    ]


def test_a_year_that_does_not_narrow_a_list_is_not_told(sample: Services, tmp_path: Path):
    path = sample.exporting.listed(
        tmp_path / "cn.xlsx", directory.PEOPLE, sample.people, Query(year=2024)
    )
    assert not [row for row in rows(path) if row[0] == "Năm 2024"]
    assert len(data(path)) == sample.people.count(Query())


def test_citizen_numbers_stay_out_until_asked_for(services: Services, tmp_path: Path):
    services.people.save(NUMBERED)
    exporting, people = services.exporting, services.people
    without = exporting.listed(tmp_path / "a.xlsx", directory.PEOPLE, people, Query())
    asked = exporting.listed(tmp_path / "b.xlsx", directory.PEOPLE, people, Query(), is_full=True)
    assert not [cell for row in rows(without) for cell in row if "1234" in str(cell)]
    assert [row[6] for row in data(asked)] == ["062188001234"]


def test_a_number_that_was_searched_for_is_masked_in_the_conditions(
    services: Services, tmp_path: Path
):
    services.people.save(NUMBERED)
    query = Query(text="062188001234", filters=(Filter("citizen_id", "062188001234"),))
    people, out = services.people, tmp_path / "a.xlsx"
    found = rows(services.exporting.listed(out, directory.PEOPLE, people, query))
    assert not [cell for row in found for cell in row if "062188" in str(cell)]
    assert found[2][0] == "Chỉ gồm các dòng có “••••••••1234”"


def test_a_paper_of_people_has_no_numbers_either(services: Services, tmp_path: Path):
    services.people.save(NUMBERED)
    path = services.exporting.listed(tmp_path / "a.pdf", directory.PEOPLE, services.people, Query())
    [page] = pages(path)
    assert "Y Hoa" in page
    assert "Số định danh" not in page
    assert "1234" not in page


def test_a_paper_repeats_its_head_and_counts_its_pages(sample: Services, tmp_path: Path):
    found = pages(
        sample.exporting.listed(tmp_path / "a.pdf", directory.PEOPLE, sample.people, Query())
    )
    assert all("TT Họ và tên Ngày sinh" in page for page in found)
    assert f"Trang 2/{len(found)}" in found[1]
    assert f"Cộng: {sample.people.count(Query())} dòng" in found[-1]


def test_a_wide_list_lies_and_a_narrow_one_stands(sample: Services, tmp_path: Path):
    exporting = sample.exporting
    wide = exporting.listed(tmp_path / "a.pdf", others.DECISIONS, sample.decisions, Query())
    narrow = exporting.listed(tmp_path / "b.pdf", merits.RATINGS_LIST, sample.ratings, Query())
    sizes = []
    for path in (wide, narrow):
        document = PdfDocument(path)
        sizes.append(document[0].get_size())
        document.close()
    assert sizes[0][0] > sizes[0][1]
    assert sizes[1][0] < sizes[1][1]


def test_a_column_with_nothing_in_it_is_left_out_of_a_paper(services: Services, tmp_path: Path):
    services.units.save(unit := factory.unit("Xã Đắk Lua", kind="commune"))
    exporting, units = services.exporting, services.units
    [bare] = pages(exporting.listed(tmp_path / "a.pdf", directory.UNITS, units, Query()))
    units.save(replace(unit, note="Lập lại"))
    [noted] = pages(exporting.listed(tmp_path / "b.pdf", directory.UNITS, units, Query()))
    assert "Ghi chú" not in bare
    assert "Ghi chú" in noted


def test_signs_in_a_name_are_no_markup_on_paper(services: Services, tmp_path: Path):
    services.units.save(factory.unit("Hợp tác xã A & B <1>"))
    [page] = pages(
        services.exporting.listed(tmp_path / "a.pdf", directory.UNITS, services.units, Query())
    )
    assert "Hợp tác xã A & B <1>" in page


def test_a_list_goes_to_word(sample: Services, tmp_path: Path):
    import docx

    path = sample.exporting.listed(
        tmp_path / "a.docx", merits.STRENGTHS, sample.unit_years, Query(year=2024)
    )
    [table] = docx.Document(str(path)).tables[-1:]
    assert [cell.text for cell in table.rows[0].cells][:3] == ["TT", "Tập thể", "Năm"]


def test_a_long_list_is_read_some_rows_at_a_time(services: Services, tmp_path: Path):
    services.people.save(NUMBERED)
    source = Counting(services, [NUMBERED.uid] * 4_500)
    path = services.exporting.listed(tmp_path / "a.xlsx", directory.PEOPLE, source, Query())
    assert source.asked == [2000, 2000, 500]
    assert data(path)[-1][:2] == (4_500, "Y Hoa")


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "docx"])
def test_a_list_that_was_stopped_leaves_no_file(sample: Services, tmp_path: Path, ending: str):
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(Cancelled):
        sample.exporting.listed(
            folder / f"a.{ending}", directory.PEOPLE, sample.people, Query(), Stopped(2)
        )
    assert list(folder.iterdir()) == []


def test_another_ending_is_refused(sample: Services, tmp_path: Path):
    with pytest.raises(Refused, match=r"a\.txt"):
        sample.exporting.listed(tmp_path / "a.txt", directory.UNITS, sample.units, Query())


def test_waiting_rows_go_out_with_masked_numbers_and_room_to_answer(
    services: Services, tmp_path: Path
):
    row = WaitingRow(
        file="ds.xlsx",
        sheet="Sheet1",
        row=7,
        kind="nominations",
        cells='["1", "", "Y Hoa", null, "62188001234"]',
        problems='[{"reason": "Mất số 0 ở đầu: đề nghị 062188001234."}]',
    )
    path = services.exporting.rows(tmp_path / "cho.xlsx", others.WAITING, [row], 1)
    [found] = data(path)
    assert found[1:] == (
        "ds.xlsx",
        "Sheet1",
        7,
        "Danh sách đề nghị",
        "1 | Y Hoa | •••••••1234",
        "Mất số 0 ở đầu: đề nghị ••••••••1234.",
        None,
    )
