"""What workbooks say beside their values: old letters by font, hidden, errors, macros."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.documents.reading.xls_files import Day, Error, XlsSheet, write_xls, write_xls_95
from thidua_desktop.documents.reading.sheets import ReadSheet
from thidua_desktop.documents.reading.tables import read_table
from thidua_desktop.domain.errors import BadFile, Refused

TCVN3, VNI = "NguyÔn V¨n Hïng", "Traàn Thò Höôøng"


def _cells(sheet: ReadSheet) -> list[tuple[object, ...]]:
    return [row.cells for row in sheet.rows]


def _hidden(sheet: ReadSheet) -> tuple[list[int], list[int]]:
    return sorted(sheet.hidden_rows), sorted(sheet.hidden_columns)


def _with_parts(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "a") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


# Excel's own packages


@pytest.fixture
def xlsx(tmp_path: Path) -> Path:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Danh sách")
    fonts = {name: book.add_format({"font_name": name}) for name in (".VnTime", ".VnTimeH")}
    vni, new = (book.add_format({"font_name": name}) for name in ("VNI-Times", "Times New Roman"))
    sheet.write("A1", "danh s¸ch", fonts[".VnTimeH"])
    sheet.write("A2", TCVN3, fonts[".VnTime"])
    sheet.write("B2", VNI, vni)
    sheet.write("C2", "Lê Văn Sơn", fonts[".VnTime"])
    sheet.write("D2", 62123456789, fonts[".VnTime"])
    sheet.write("E2", "µ", new)
    sheet.write_rich_string("A3", new, "Đơn vị: ", fonts[".VnTime"], "x·", new, " Đắk Pxi")
    sheet.write_rich_string("B3", vni, "Nguye", book.add_format({"font_name": "VNI-Helve"}), "ãn")
    sheet.write_formula("C3", '="T" & A1', fonts[".VnTime"], "T\xad duy")
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("C:D", None, None, {"hidden": True})
    book.close()
    return path


def test_letters_of_old_fonts_are_converted_cell_by_cell_and_run_by_run(xlsx):
    (sheet,) = read_table(xlsx)
    assert _cells(sheet) == [
        ("DANH SÁCH", "", "", "", ""),
        ("Nguyễn Văn Hùng", "Trần Thị Hường", "Lê Văn Sơn", 62123456789, "µ"),
        ("Đơn vị: xã Đắk Pxi", "Nguyễn", "Tư duy", "", ""),
    ]


def test_the_text_before_is_kept_for_converted_cells_only(xlsx):
    (sheet,) = read_table(xlsx)
    assert sheet.raw == {
        (1, 0): "danh s¸ch",
        (2, 0): TCVN3,
        (2, 1): VNI,
        (3, 0): "Đơn vị: x· Đắk Pxi",
        (3, 1): "Nguyeãn",
        (3, 2): "T\xad duy",
    }


def test_hidden_rows_and_columns_are_read_and_said_to_be_hidden(xlsx):
    (sheet,) = read_table(xlsx)
    assert _hidden(sheet) == ([3], [2, 3])


def test_each_sheet_has_what_is_hidden_in_it(tmp_path):
    book: Any = Workbook()
    book.active.append(["a"])
    other = book.create_sheet("Khác & <lạ>")
    other.append(["b"])
    other.append(["c"])
    other.row_dimensions[2].hidden = True
    path = tmp_path / "a.xlsx"
    book.save(path)
    sheets = read_table(path)
    assert [sheet.hidden_rows for sheet in sheets] == [frozenset(), {2}]


def test_rich_text_written_inside_a_cell_is_converted_too(tmp_path):
    book: Any = Workbook()
    old = TextBlock(InlineFont(rFont=".VnArial"), "tr­êng")
    book.active["B2"] = CellRichText("Trường ", old)
    book.active["B3"], book.active["B3"].font = "huyÖn", Font(name=".VnArial")
    path = tmp_path / "a.xlsx"
    book.save(path)
    (sheet,) = read_table(path)
    assert _cells(sheet) == [("", "Trường trường"), ("", "huyện")]


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_a_cell_in_error_is_read_as_the_error_it_shows(kind, tmp_path):
    path = tmp_path / f"a.{kind}"
    if kind == "xls":
        write_xls(path, XlsSheet("A", {(0, 0): "a", (0, 1): Error(42), (0, 2): Error(7)}))
    else:
        book: Any = Workbook()
        book.active.append(["a", "#N/A", "#DIV/0!"])
        book.save(path)
    (sheet,) = read_table(path)
    assert _cells(sheet) == [("a", "#N/A", "#DIV/0!")]


def test_a_long_number_loses_no_digit_and_a_fraction_no_place(tmp_path):
    book: Any = Workbook()
    book.active.append([62123456789, 999999999999999, 1e20, 0.1, -2.0])
    path = tmp_path / "a.xlsx"
    book.save(path)
    (sheet,) = read_table(path)
    assert list(map(str, sheet.rows[0].cells)) == [
        "62123456789",
        "999999999999999",
        "100000000000000000000",
        "0.1",
        "-2",
    ]


def test_a_stray_cell_far_below_does_not_bring_a_million_rows(tmp_path):
    book: Any = Workbook()
    book.active["A1"], book.active["A1048576"] = "đầu", "cuối"
    path = tmp_path / "a.xlsx"
    book.save(path)
    (sheet,) = read_table(path)
    assert len(sheet.rows) < 2000
    assert (sheet.rows[0].number, sheet.rows[-1].number) == (1, 1048576)


def test_merged_ranges_are_told_by_their_corners(tmp_path):
    book: Any = Workbook()
    book.active["B2"] = "Họ tên"
    book.active["D4"] = "x"
    book.active.merge_cells("B2:C3")
    path = tmp_path / "a.xlsx"
    book.save(path)
    (sheet,) = read_table(path)
    assert sheet.merged == (((2, 1), (3, 2)),)


def test_macros_are_not_run_and_that_is_said(xlsx):
    first, *_ = read_table(_with_parts(xlsx, {"xl/vbaProject.bin": b"x"}))
    assert first.remarks == (
        "Tệp “a.xlsx” có macro; macro không được chạy, chỉ dữ liệu trong các ô được đọc.",
    )
    assert first.rows


def test_a_workbook_without_macros_has_no_remark(tmp_path):
    (sheet,) = read_table(write_xls(tmp_path / "a.xls", XlsSheet("A", {(0, 0): "a"})))
    assert sheet.remarks == ()


def test_a_binary_workbook_with_old_fonts_is_refused_with_a_way_out(tmp_path):
    path = tmp_path / "a.xlsb"
    font = ".VnTime".encode("utf-16-le")
    _with_parts(path, {"xl/workbook.bin": b"x", "xl/styles.bin": b"xx" + font})
    with pytest.raises(Refused, match=r"lưu lại thành \.xlsx"):
        read_table(path)


def test_a_document_type_in_a_part_we_read_ourselves_is_damage(xlsx, tmp_path):
    path = tmp_path / "b.xlsx"
    with zipfile.ZipFile(xlsx) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/styles.xml":
                content = content.replace(
                    b"<styleSheet", b'<!DOCTYPE a [<!ENTITY b "c">]><styleSheet'
                )
            new.writestr(name, content)
    with pytest.raises(BadFile, match="bị hỏng"):
        read_table(path)


# Workbooks of before 2007


def test_an_old_workbook_is_read_with_all_that_is_said_in_it(tmp_path):
    rich = [("Arial", "Đắk "), (".VnTimeH", "x· pxi")]
    sheet = XlsSheet(
        "Danh sách",
        {
            (0, 0): "Họ tên",
            (1, 0): (".VnTime", TCVN3),
            (1, 1): rich,
            (1, 2): ("VNI-Times", VNI),
            (2, 0): 62123456789,
            (2, 1): Day(31081),
            (3, 0): ("Tahoma", "µ"),
        },
        hidden_rows=[2],
        hidden_columns=[1],
        merged=[(0, 0, 0, 2)],
    )
    first, second = read_table(
        write_xls(tmp_path / "a.xls", sheet, XlsSheet("Ẩn", {(0, 0): "a"}, is_hidden=True))
    )
    assert _cells(first) == [
        ("Họ tên", "Họ tên", "Họ tên"),
        ("Nguyễn Văn Hùng", "Đắk XÃ PXI", "Trần Thị Hường"),
        (62123456789, date(1985, 2, 3), ""),
        ("µ", "", ""),
    ]
    assert _hidden(first) == ([3], [1])
    assert first.raw == {(2, 0): TCVN3, (2, 1): "Đắk x· pxi", (2, 2): VNI}
    assert (second.name, second.is_hidden) == ("Ẩn", True)


@pytest.mark.parametrize("codepage", [1252, 1258])
def test_a_workbook_of_1995_is_read_byte_by_byte_whatever_its_codepage(codepage, tmp_path):
    cells = {(0, 0): TCVN3.encode("latin-1"), (2, 1): b"T\xad duy, c\xec"}
    (sheet,) = read_table(write_xls_95(tmp_path / "a.xls", cells, codepage))
    assert _cells(sheet) == [("Nguyễn Văn Hùng", ""), ("", ""), ("", "Tư duy, cỡ")]


def test_an_old_workbook_whose_fonts_cannot_be_found_is_read_with_a_word(tmp_path):
    path = write_xls(tmp_path / "a.xls", XlsSheet("A", {(0, 0): (".VnTime", "NguyÔn")}))
    content = path.read_bytes()
    style = content.index(b"\xe0\x00\x14\x00") + 4
    wild = content[:style] + (999).to_bytes(2, "little") + content[style + 2 :]
    path.write_bytes(
        wild.replace(b"\xfd\x00\x0a\x00\0\0\0\0\x01\0", b"\xfd\x00\x0a\x00\0\0\0\0\0\0")
    )
    (sheet,) = read_table(path)
    assert _cells(sheet) == [("NguyÔn",)]
    assert "phông chữ" in sheet.remarks[0]


def test_an_old_workbook_called_xlsx_is_read_all_the_same(tmp_path):
    (sheet,) = read_table(write_xls(tmp_path / "a.xlsx", XlsSheet("A", {(0, 0): "a"})))
    assert _cells(sheet) == [("a",)]


def test_an_old_workbook_with_a_password_is_told(tmp_path):
    path = write_xls(tmp_path / "a.xls", XlsSheet("A", {(0, 0): "a"}), is_locked=True)
    with pytest.raises(Refused, match="mật khẩu"):
        read_table(path)


def test_macros_of_an_old_workbook_are_told(tmp_path):
    sheet = XlsSheet("A", {(0, 0): "a"})
    (read,) = read_table(write_xls(tmp_path / "a.xls", sheet, streams="_VBA_PROJECT_CUR"))
    assert "macro không được chạy" in read.remarks[0]


# OpenDocument

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in [
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    ]
)
_STYLES = (
    '<office:font-face-decls><style:font-face style:name="F"'
    ' svg:font-family="&apos;.VnTime&apos;"/>'
    "</office:font-face-decls><office:automatic-styles>"
    '<style:style style:name="base" style:family="table-cell">'
    '<style:text-properties style:font-name="F"/></style:style>'
    '<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="base"/>'
    '<style:style style:name="ce2" style:family="table-cell">'
    '<style:text-properties fo:font-family="VNI-Times"/></style:style>'
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties style:font-name="F"/></style:style></office:automatic-styles>'
)


def _ods(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}>{_STYLES}<office:body><office:spreadsheet>"
            f'<table:table table:name="A">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        package.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<m:file-entry m:full-path="/" m:media-type="x"/></m:manifest>',
        )
    return path


def _ods_cell(text: str, more: str = "") -> str:
    start = f'<table:table-cell office:value-type="string" {more}>'
    return f"{start}<text:p>{text}</text:p></table:table-cell>"


def test_letters_of_old_fonts_in_an_open_document_are_converted(tmp_path):
    rows = (
        '<table:table-column table:default-cell-style-name="ce1"/><table:table-column/>'
        "<table:table-row>"
        + _ods_cell("tr­êng")
        + _ods_cell("Hoaøng", 'table:style-name="ce2"')
        + _ods_cell('xã <text:span text:style-name="T1">Kr«ng</text:span> Ana')
        + _ods_cell("µ")
        + "</table:table-row>"
    )
    (sheet,) = read_table(_ods(tmp_path / "a.ods", rows))
    assert _cells(sheet) == [("trường", "Hoàng", "xã Krông Ana", "µ")]
    assert sheet.raw[1, 2] == "xã Kr«ng Ana"


def test_hidden_rows_and_columns_of_an_open_document_are_told(tmp_path):
    rows = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        + "<table:table-row>"
        + _ods_cell("a") * 3
        + "</table:table-row>"
        + '<table:table-row table:visibility="filter" table:number-rows-repeated="2">'
        + _ods_cell("b")
        + "</table:table-row>"
    )
    (sheet,) = read_table(_ods(tmp_path / "a.ods", rows))
    assert _hidden(sheet) == ([2, 3], [2])
    assert [row.cells[0] for row in sheet.rows] == ["a", "b", "b"]


def test_a_remark_on_a_cell_is_no_part_of_its_text(tmp_path):
    cell = (
        '<table:table-cell office:value-type="string" table:style-name="ce1"><office:annotation>'
        "<text:p>xem l¹i</text:p></office:annotation><text:p>tr­êng</text:p></table:table-cell>"
    )
    path = _ods(tmp_path / "a.ods", f"<table:table-row>{cell}</table:table-row>")
    (sheet,) = read_table(path)
    assert _cells(sheet) == [("trường",)]
