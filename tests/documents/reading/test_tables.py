"""Workbooks, .csv and Word tables to sheets, and workbooks that would harm us."""

import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

from thidua_desktop.documents.reading import workbook
from thidua_desktop.documents.reading.apart import Limits
from thidua_desktop.documents.reading.sheets import ReadRow, text_of
from thidua_desktop.documents.reading.tables import read_table
from thidua_desktop.domain.errors import BadFile, Refused


@pytest.fixture
def book() -> Any:
    return Workbook()


def _save(book: Any, tmp_path: Path) -> Path:
    path: Path = tmp_path / "a.xlsx"
    book.save(path)
    return path


def test_cells_come_as_text_whole_numbers_numbers_and_dates(book, tmp_path):
    values = ["Y Hoa", 1985, 62185001234, 1.5, date(1985, 2, 3), datetime(1985, 2, 3, 10, 30), True]
    book.active.append([*values, "062185001234"])
    (sheet,) = read_table(_save(book, tmp_path))
    day = date(1985, 2, 3)
    assert sheet.rows == (
        ReadRow(1, ("Y Hoa", 1985, 62185001234, 1.5, day, day, "TRUE", "062185001234")),
    )


def test_rows_and_columns_keep_their_places(book, tmp_path):
    book.active["C4"] = "xa"
    (sheet,) = read_table(_save(book, tmp_path))
    assert sheet.rows == (ReadRow(4, ("", "", "xa")),)


def test_merged_ranges_are_filled_and_no_further_than_the_sheet(book, tmp_path):
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B2"], sheet["C3"] = "Danh sách", "Xã", "A", "B"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C3:Z900")
    (read,) = read_table(_save(book, tmp_path))
    assert [row.cells[:3] for row in read.rows[:3]] == [
        ("Danh sách",) * 3,
        ("Xã", "A", ""),
        ("Xã", "", "B"),
    ]


def test_hidden_sheets_are_marked(book, tmp_path):
    book.create_sheet("Nháp").sheet_state = "hidden"
    sheets = read_table(_save(book, tmp_path))
    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("Sheet", False), ("Nháp", True)]


def test_an_empty_workbook_has_no_rows(book, tmp_path):
    assert [sheet.rows for sheet in read_table(_save(book, tmp_path))] == [()]


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Danh sách"><table:table-row>'
    '<table:table-cell table:number-columns-spanned="2" office:value-type="string">'
    "<text:p>Năm sinh</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Nam</text:p>'
    '</table:table-cell><table:table-cell office:value-type="float" office:value="1985"/>'
    "</table:table-row></table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)
MANIFEST = """<manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="x"/></manifest:manifest>"""


def test_an_open_document_sheet_is_read_with_its_merged_cells(tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", ODS)
        package.writestr("META-INF/manifest.xml", MANIFEST)
    (sheet,) = read_table(path)
    assert sheet.name == "Danh sách"
    assert [row.cells for row in sheet.rows] == [("Năm sinh", "Năm sinh"), ("Nam", 1985)]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separated_text_is_read_whatever_separates_it(separator, encoding, tmp_path):
    path = tmp_path / "Xã.csv"
    rows = ["TT|Họ và tên|CCCD", "1|A Tik|062090001235", '2|"Y Hoa|Rừng"|']
    text = "\r\n".join(rows).replace("|", separator)
    path.write_bytes(text.encode(encoding))
    (sheet,) = read_table(path)
    assert sheet.name == "Xã"
    assert sheet.rows[1] == ReadRow(2, ("1", "A Tik", "062090001235"))
    assert sheet.rows[2].cells == ("2", f"Y Hoa{separator}Rừng", "")


def test_separated_text_of_windows_1258_is_read(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("TT;Trươ\u0300ng\r\n1;Rư\u0300ng".encode("cp1258"))
    (sheet,) = read_table(path)
    assert [text_of(row.cells[1]) for row in sheet.rows] == ["Trường", "Rừng"]


def test_a_cell_of_two_lines_in_separated_text_is_one_cell(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('TT;Tên\n1;"Y\nHoa"\n2;A Tik\n', encoding="utf-8")
    (sheet,) = read_table(path)
    assert [text_of(row.cells[1]) for row in sheet.rows] == ["Tên", "Y Hoa", "A Tik"]


def test_each_table_of_a_word_file_is_a_sheet(tmp_path):
    document: Any = Document()
    for text in ("Một", "Hai"):
        document.add_table(1, 1).cell(0, 0).text = text
        document.add_paragraph()
    path = tmp_path / "a.docx"
    document.save(path)
    assert [(s.name, s.rows[0].cells) for s in read_table(path)] == [
        ("Bảng 1", ("Một",)),
        ("Bảng 2", ("Hai",)),
    ]


def test_a_damaged_workbook_is_told(book, tmp_path):
    path = _save(book, tmp_path)
    parts = {}
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content if "sheet1" not in name else content[:200])
    with pytest.raises(BadFile, match="bị hỏng"):
        read_table(path)


def test_a_cell_at_the_end_of_the_world_does_not_take_us_down(book, tmp_path):
    book.active["A1"], book.active["XFD1048576"] = "gần", "xa"
    with pytest.raises(Refused, match="quá lớn"):
        read_table(_save(book, tmp_path))


def test_a_workbook_that_takes_too_long_is_stopped(book, tmp_path):
    with pytest.raises(Refused, match="quá lớn"):
        read_table(_save(book, tmp_path), Limits(seconds=0))


def test_ranges_upon_ranges_are_filled_only_so_far(book, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "_MOST_FILLED", 4)
    book.active["A1"], book.active["A9"] = "Xã", "x"
    for row in range(1, 9, 2):
        book.active.merge_cells(f"A{row}:A{row + 1}")
    (sheet,) = read_table(_save(book, tmp_path))
    assert len(sheet.rows) == 9


def test_the_child_imports_no_more_of_ours_than_it_needs(book, tmp_path):
    path = _save(book, tmp_path)
    code = (
        "import sys\n"
        "from thidua_desktop.documents.reading.child import values\n"
        f"values.main({str(path)!r})\n"
        "ours = [name for name in sys.modules if name.startswith('thidua_desktop.')]\n"
        "assert set(ours) <= {\n"
        "    'thidua_desktop.documents',\n"
        "    'thidua_desktop.documents.reading',\n"
        "    'thidua_desktop.documents.reading.child',\n"
        "    'thidua_desktop.documents.reading.child.printing',\n"
        "    'thidua_desktop.documents.reading.child.values',\n"
        "}, ours"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
