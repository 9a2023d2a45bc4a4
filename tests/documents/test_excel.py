"""Workbooks are written and read back by two readers that did not write them."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import openpyxl
import pytest
from openpyxl.cell.cell import Cell as ReadCell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from thidua_desktop.documents import excel
from thidua_desktop.documents.sheets import Cell, Group, Kind, Line, Sheet, SheetColumn
from thidua_desktop.domain.errors import Cancelled, OutsideError, Refused

MADE = datetime(2024, 7, 1, 8, 0, tzinfo=timezone(timedelta(hours=7)))
HEAD_ROW = 5  # issuer, title, one line, a gap

COLUMNS = (
    SheetColumn("TT", 6, "ordinal"),
    SheetColumn("Họ và tên", 24),
    SheetColumn("Số định danh", 15, "code"),
    SheetColumn("Năm", 7, "year"),
    SheetColumn("Ngày quyết định", 12, "date"),
    SheetColumn("Hệ số", 8, "number"),
    SheetColumn("Tiền thưởng", 14, "money", is_summed=True),
)
ROWS: list[Line] = [
    [1, "Nguyễn Thị Thu Hà", "062000000001", 2024, "2024-06-05", Decimal("0.3"), 540_000],
    [2, "Y Mơ", "062000000002", 2024, "2023", 1, None],
    [3, "A Tik", "", 2024, "2024-05", None, 1_440_000],
]


def a_sheet(
    rows: Iterable[Line] = tuple(ROWS), columns: tuple[SheetColumn, ...] = COLUMNS
) -> Sheet:
    return Sheet(
        name="Sổ khen thưởng",
        title="SỔ KHEN THƯỞNG NĂM 2024",
        issuer="UBND HUYỆN ĐẮK SAO",
        lines=("Từ ngày 01/01/2024 đến ngày 30/6/2024",),
        notes=("Ghi chú: tính theo mức lương cơ sở tại ngày quyết định.",),
        columns=columns,
        rows=rows,
        row_count=3,
        frozen=2,
        made=MADE,
    )


class Watcher:
    """A ticket that remembers what it heard, and stops the work at the word it was told."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.heard: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, text: str) -> None:
        self.heard.append((done, total, text))
        if len(self.heard) - 1 == self._stop_at:
            raise Cancelled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sổ khen thưởng.xlsx"


@pytest.fixture
def page(path: Path) -> Worksheet:
    excel.write(a_sheet(), path, Watcher())
    return opened(path)


def opened(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.fixture
def read_cell(path: Path) -> Callable[[Cell, Kind], ReadCell]:
    def read(value: Cell, kind: Kind = "text") -> ReadCell:
        columns = (SheetColumn("TT", 6, "ordinal"), SheetColumn("Cột", 20, kind))
        excel.write(a_sheet([[1, value]], columns), path, Watcher())
        cell = opened(path).cell(HEAD_ROW + 1, 2)
        assert isinstance(cell, ReadCell)
        return cell

    return read


def test_titles_head_rows_total_and_notes_stand_in_order(page):
    first_cells = [row[0].value for row in page.iter_rows() if row[0].value is not None]
    assert first_cells == [
        "UBND HUYỆN ĐẮK SAO",
        "SỔ KHEN THƯỞNG NĂM 2024",
        "Từ ngày 01/01/2024 đến ngày 30/6/2024",
        "TT",
        1,
        2,
        3,
        "Tổng cộng",
        "Ghi chú: tính theo mức lương cơ sở tại ngày quyết định.",
    ]
    assert [cell.value for cell in page[HEAD_ROW]] == [column.title for column in COLUMNS]


def test_a_whole_date_is_a_real_date(read_cell):
    cell = read_cell("2024-06-05", "date")
    assert cell.value == datetime(2024, 6, 5)
    assert cell.number_format == "dd/mm/yyyy"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2024", "2024"),
        ("2024-05", "05/2024"),
        ("1899-12-31", "31/12/1899"),
        ("hè 2024", "hè 2024"),
    ],
)
def test_no_day_is_invented_for_a_date_that_is_not_whole(read_cell, stored, shown):
    assert read_cell(stored, "date").value == shown


@pytest.mark.parametrize("day", ["1900-03-01", "1999-12-31", "2024-02-29"])
def test_real_dates_are_the_day_they_say(read_cell, day):
    assert read_cell(day, "date").value == datetime.fromisoformat(day)


def test_money_is_a_number_in_groups(read_cell):
    cell = read_cell(1_440_000, "money")
    assert (cell.value, cell.number_format) == (1_440_000, "#,##0")


def test_fractions_stay_exact_numbers(read_cell):
    assert read_cell(Decimal("0.3"), "number").value == 0.3


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "@x",
        "-2",
        "062000000001",
        "1e5",
        "TRUE",
        "#N/A",
        "http://may.khac/",
        "_x0041_",
        "<r><t>x</t></r>",
        "A & B < C > D \"E\" 'F'",
        "]]>",
        "nhà 😀",
    ],
)
def test_text_is_kept_as_text_letter_for_letter(read_cell, text):
    cell = read_cell(text)
    assert unescape(cell.value) == text
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_a_second_reader_sees_the_same_text(path, read_cell):
    read_cell("=HYPERLINK(1)")
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[HEAD_ROW][1] == "=HYPERLINK(1)"


def test_controls_are_dropped_and_lines_are_kept(read_cell):
    assert read_cell("một\x00 dòng\r\nhai\u200b dòng").value == "một dòng\nhai dòng"


def test_letters_are_composed(read_cell):
    assert read_cell(normalize("NFD", "Đắk Glei")).value == "Đắk Glei"


def test_titles_that_look_like_formulas_or_xml_stay_text(path):
    columns = (SheetColumn("=A1", 10), SheetColumn("<r>b</r>", 10))
    excel.write(a_sheet([["a", "b"], Group("=SUM(1;2)")], columns), path, Watcher())
    page = opened(path)
    assert page.cell(HEAD_ROW, 1).data_type == "s"
    assert str(page.cell(HEAD_ROW, 2).value).strip() == "<r>b</r>"
    assert page.cell(HEAD_ROW + 2, 1).data_type == "s"


def test_the_sum_follows_the_filter_and_is_there_without_counting(path, page):
    total = page.cell(HEAD_ROW + 4, 7)
    assert total.value == "=SUBTOTAL(109,G6:G8)"
    counted = openpyxl.load_workbook(path, data_only=True).active
    assert counted is not None
    assert counted.cell(HEAD_ROW + 4, 7).value == 1_980_000


def test_a_group_names_its_rows_across_all_columns(path):
    excel.write(a_sheet([Group("I. TẬP THỂ"), ROWS[0]]), path, Watcher())
    page = opened(path)
    assert page.cell(HEAD_ROW + 1, 1).value == "I. TẬP THỂ"
    assert "A6:G6" in {str(merged) for merged in page.merged_cells.ranges}
    assert page.cell(HEAD_ROW + 2, 1).value == 1


def test_the_page_is_a4_landscape_as_wide_as_the_table(page):
    assert page.page_setup.paperSize == 9
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)


def test_margins_are_those_of_the_decree(page):
    margins = page.page_margins
    inches = (margins.left, margins.right, margins.top, margins.bottom)
    assert [round(inch * 25.4) for inch in inches] == [30, 15, 20, 20]


def test_the_head_is_frozen_filtered_and_printed_on_every_page(page):
    assert page.freeze_panes == "C6"
    assert page.auto_filter.ref == "A5:G8"
    assert page.print_title_rows == "$5:$5"


def test_pages_are_numbered(page):
    assert page.oddFooter.center.text == "Trang &P/&N"


def test_the_head_is_bold_centred_and_ruled(page):
    head = page.cell(HEAD_ROW, 2)
    assert head.font.bold
    assert (head.alignment.horizontal, head.alignment.wrap_text) == ("center", True)
    assert head.border.left.style == head.border.bottom.style == "thin"


def test_every_cell_is_ruled_and_in_times(page):
    for row in page.iter_rows(min_row=HEAD_ROW, max_row=HEAD_ROW + 3):
        for cell in row:
            assert cell.border.top.style == "thin", cell.coordinate
            assert (cell.font.name, cell.font.size) == ("Times New Roman", 12), cell.coordinate


def test_columns_have_their_widths(page):
    widths = [page.column_dimensions[letter].width for letter in "ABCDEFG"]
    assert widths == pytest.approx([column.width for column in COLUMNS], abs=0.7)


def test_a_row_is_high_enough_for_its_longest_text(path):
    columns = (SheetColumn("Tên", 12), SheetColumn("Thành tích", 20))
    long = "Hoàn thành xuất sắc nhiệm vụ, có nhiều sáng kiến được áp dụng trong huyện"
    excel.write(a_sheet([["A Tik", "ngắn"], ["A Tik", long]], columns), path, Watcher())
    page = opened(path)
    assert page.row_dimensions[HEAD_ROW + 1].height is None
    assert page.row_dimensions[HEAD_ROW + 2].height >= 4 * 15


def test_a_sheet_without_rows_is_a_head(path):
    excel.write(a_sheet([]), path, Watcher())
    page = opened(path)
    assert page.cell(HEAD_ROW, 1).value == "TT"
    assert str(page.cell(HEAD_ROW + 1, 1).value).startswith("Ghi chú")


def test_filter_buttons_can_be_left_out(path):
    excel.write(
        Sheet(name="a", title="A", columns=COLUMNS, rows=[], made=MADE, is_filtered=False),
        path,
        Watcher(),
    )
    assert opened(path).auto_filter.ref is None


@pytest.mark.parametrize(
    ("name", "tab"),
    [
        ("Tổng/hợp [2024]: tất cả các đơn vị trong huyện", "Tổng-hợp -2024-- tất cả các đơn"),
        ("'", "Danh sách"),
    ],
)
def test_any_name_becomes_one_that_excel_takes(path, name, tab):
    excel.write(Sheet(name=name, title="A", columns=COLUMNS, rows=[], made=MADE), path, Watcher())
    assert openpyxl.load_workbook(path).sheetnames == [tab]


def test_the_properties_tell_what_the_file_is(path, page):
    told = openpyxl.load_workbook(path).properties
    assert (told.title, told.creator) == ("SỔ KHEN THƯỞNG NĂM 2024", "UBND HUYỆN ĐẮK SAO")
    assert told.created == datetime(2024, 7, 1, 1, 0)


def test_the_same_sheet_made_at_the_same_time_is_the_same_bytes(tmp_path):
    for name in ("một.xlsx", "hai.xlsx"):
        excel.write(a_sheet(), tmp_path / name, Watcher())
    assert (tmp_path / "một.xlsx").read_bytes() == (tmp_path / "hai.xlsx").read_bytes()


def many(count: int) -> Iterator[Line]:
    for number in range(1, count + 1):
        yield [number, f"Người thứ {number}", f"062{number:09}", 2024, "2024-06-05", None, number]


def test_progress_is_told_on_the_way(path):
    watcher = Watcher()
    excel.write(a_sheet(many(1200)), path, watcher)
    assert [done for done, _, _ in watcher.heard] == [0, 500, 1000, 3]


@pytest.mark.parametrize("stop_at", [0, 2, 3])
def test_stopping_leaves_nothing_behind_and_the_old_file_as_it_was(
    path, tmp_path_factory, monkeypatch, stop_at
):
    waiting_room = tmp_path_factory.mktemp("rows")
    monkeypatch.setattr(tempfile, "tempdir", str(waiting_room))
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        excel.write(a_sheet(many(1200)), path, Watcher(stop_at))
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == b"old"
    assert list(waiting_room.iterdir()) == []


@pytest.mark.parametrize("room", [20_000, 60_000])
def test_a_full_disk_is_told_and_leaves_nothing_behind(path, room):
    resource = pytest.importorskip("resource", reason="sizes of files are limited on POSIX only")
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most[1]))
    try:
        with pytest.raises(OutsideError, match="Không còn chỗ trống"):
            excel.write(a_sheet(many(3000)), path, Watcher())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert list(path.parent.iterdir()) == []


def test_a_text_too_long_for_a_cell_is_refused_with_its_column(path):
    columns = (SheetColumn("Thành tích", 20),)
    with pytest.raises(Refused, match="Thành tích"):
        excel.write(a_sheet([["a" * 32_768]], columns), path, Watcher())
    assert list(path.parent.iterdir()) == []


def test_the_longest_text_is_whole(read_cell):
    assert len(str(read_cell("ắ" * 32_767).value)) == 32_767


def test_more_rows_than_a_workbook_holds_are_refused(path, monkeypatch):
    monkeypatch.setattr(excel, "MOST_ROWS", 1_000)
    with pytest.raises(Refused, match="quá"):
        excel.write(a_sheet(many(1000)), path, Watcher())
