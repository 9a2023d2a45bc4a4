"""Tables as Excel, Word and LibreOffice put them on the clipboard, and HTML files called .xls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.documents.reading import pasted_tables
from thidua_desktop.documents.reading.pasted_tables import pasted_table
from thidua_desktop.documents.reading.sheets import ReadSheet
from thidua_desktop.documents.reading.tables import read_table
from thidua_desktop.domain.errors import BadFile, Refused

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\\.";}
.font5 {color:black; font-family:.VnTime; mso-font-charset:0;}
td {padding-top:1px; font-family:"Times New Roman", serif; mso-ascii-font-family:.VnTime;}
.xl65 {mso-number-format:"\\@"; font-family:.VnTimeH;}
--></style></head><body><table border=0><col width=64 span=2><col width=0 style='display:none'>
<!--StartFragment--> <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 colspan=2>danh
  s¸ch</td><td>c</td></tr>
 <tr><td rowspan=2>A &amp; B</td><td x:num="62123456789">6.21E+10</td><td>µ</td></tr>
 <tr style='display:none'><td><font class="font5">tr­êng</font> <font>Đắk</font></td>
  <td class=xl65></td></tr><!--EndFragment--></table></body></html>"""

WORD = """<html><head><style>p.MsoNormal, li.MsoNormal {margin:0; font-family:"VNI-Times";}
</style></head><body><table class=MsoTableGrid><tr><td><p class=MsoNormal>Hoï vaø teân<o:p>
</o:p></p></td><td><p class=MsoNormal><span style='font-family:"Times New Roman",serif'>Đơn vị
</span></p></td></tr><tr><td><p class=MsoNormal><b>Traàn</b> Thò Höôøng</p>
<p class=MsoNormal>Toå tröôûng</p></td>
<td><table><tr><td>trong</td><td>lòng</td></tr></table></td></tr></table></body></html>"""

OFFICE = """<html><body><table><colgroup span="2"></colgroup><tr>
<td align="left"><font face=".VnTime" size=1>Kr«ng Ana</font></td>
<td sdval="62123456789" sdnum="1033;"><font face="Liberation Sans">###</font></td></tr></table>"""


def _cells(sheet: ReadSheet) -> list[tuple[object, ...]]:
    return [row.cells for row in sheet.rows]


def test_what_excel_copies_is_read_with_fonts_spans_and_long_numbers():
    (sheet,) = pasted_table(EXCEL, "")
    assert _cells(sheet) == [
        ("DANH SÁCH", "DANH SÁCH", "c"),
        ("A & B", 62123456789, "µ"),
        ("A & B", "trường Đắk", ""),
    ]


def test_what_excel_hides_or_merges_is_told():
    (sheet,) = pasted_table(EXCEL, "")
    assert sorted(sheet.hidden_rows) == [3]
    assert sorted(sheet.hidden_columns) == [2]
    assert sheet.merged == (((1, 0), (1, 1)), ((2, 0), (3, 0)))
    assert sheet.raw == {(1, 0): "danh s¸ch", (3, 1): "tr\xadêng Đắk"}


def test_what_word_copies_is_read_by_the_fonts_of_its_styles():
    (sheet,) = pasted_table(WORD, "")
    assert [[str(cell).split() for cell in row] for row in _cells(sheet)] == [
        [["Họ", "và", "tên"], ["Đơn", "vị"]],
        [["Trần", "Thị", "Hường", "Tổ", "trưởng"], ["trong", "lòng"]],
    ]


def test_what_libreoffice_copies_is_read_by_its_font_elements():
    (sheet,) = pasted_table(OFFICE, "")
    assert _cells(sheet) == [("Krông Ana", 62123456789)]


def test_each_table_with_anything_in_it_is_a_sheet():
    sheets = pasted_table("<table><tr><td>a</table><table></table><table><td>b</table>", "")
    assert [(sheet.name, _cells(sheet)) for sheet in sheets] == [
        ("Bảng dán 1", [("a",)]),
        ("Bảng dán 2", [("b",)]),
    ]


def test_the_lines_above_a_table_are_told_with_it():
    html = (
        "<style>p {margin: 0}</style><p><b>DANH SÁCH</b> ĐỀ NGHỊ</p><p>Năm học<br>2023-2024</p>"
        "<table><tr><td>Họ tên</td></tr></table><div>Đơn vị: A</div><table><tr><td>b</td></tr>"
    )
    first, second = pasted_table(html, "")
    assert first.above == ("DANH SÁCH ĐỀ NGHỊ", "Năm học", "2023-2024")
    assert second.above == ("Đơn vị: A",)


def test_without_a_table_the_text_is_split_at_its_tabs():
    text = 'Họ tên\tĐơn vị\r\n"Y Hoa\nRừng ""xanh"""\t"Mặt trời" mọc\r\n\t\r\nA Tik\r\n'
    (sheet,) = pasted_table("<p>Họ tên</p>", text)
    assert _cells(sheet) == [
        ("Họ tên", "Đơn vị"),
        ('Y Hoa\nRừng "xanh"', '"Mặt trời" mọc'),
        ("", ""),
        ("A Tik", ""),
    ]


@pytest.mark.parametrize("text", ["", " \r\n\t"])
def test_an_empty_clipboard_has_no_sheet(text):
    assert pasted_table("", text) == []


def test_too_much_at_once_is_refused_with_a_way_out(monkeypatch):
    monkeypatch.setattr(pasted_tables, "MOST_LETTERS", 10)
    with pytest.raises(Refused, match=r"\.xlsx"):
        pasted_table("", "x" * 11)


def test_spans_upon_spans_are_refused():
    wide = '<td colspan="16384" rowspan="9999999">x</td>'
    with pytest.raises(Refused, match="quá lớn"):
        pasted_table(f"<table>{f'<tr>{wide}</tr>' * 300}</table>", "")


@given(st.lists(st.lists(st.text("ab \n\"'é", max_size=5), min_size=1, max_size=4), max_size=5))
def test_cells_quoted_as_excel_quotes_them_come_back(rows):
    rows = [row for row in rows if any(_kept(cell).strip() for cell in row)]
    text = "".join("\t".join(map(_quoted, row)) + "\r\n" for row in rows)
    width = max(map(len, rows), default=0)
    expected = [(*map(_kept, row), *[""] * (width - len(row))) for row in rows]
    assert [_cells(sheet) for sheet in pasted_table("", text)] == ([expected] if rows else [])


def _kept(cell: str) -> str:
    return cell if "\n" in cell else cell.lstrip('"')


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if "\n" in cell else cell.lstrip('"')


@given(st.text(st.sampled_from('<>/="! tablerdspn-'), max_size=60))
def test_no_html_is_beyond_the_reader(text):
    pasted_table(f"<table>{text}", text)


def test_a_page_called_xls_is_read_by_its_tables(tmp_path):
    path = tmp_path / "a.xls"
    path.write_text(EXCEL, encoding="utf-8")
    (sheet,) = read_table(path)
    assert _cells(sheet)[2] == ("A & B", "trường Đắk", "")
    assert (sheet.name, sorted(sheet.hidden_rows), sheet.raw[1, 0]) == ("Bảng 1", [3], "danh s¸ch")


def test_a_page_without_a_table_is_no_list(tmp_path):
    path = tmp_path / "a.xls"
    path.write_text("<html><body><p>Không có bảng</p></body></html>", encoding="utf-8")
    with pytest.raises(BadFile, match="không phải là"):
        read_table(path)


def test_the_lines_above_a_table_of_a_page_are_read(tmp_path):
    path = tmp_path / "a.xls"
    path.write_text("<html><p>NĂM 2024</p><table><tr><td>a</td></tr></table></html>", "utf-8")
    assert read_table(path)[0].above == ("NĂM 2024",)
