"""Damaged, foreign, locked and absurd files get a sentence, and never a traceback."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua_desktop.documents.reading.guard import MOST_UNPACKED, kind_of
from thidua_desktop.documents.reading.plan import read_plan
from thidua_desktop.documents.reading.report import read_report
from thidua_desktop.documents.reading.tables import read_table
from thidua_desktop.domain.errors import BadFile, OfficerError, OutsideError, Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
READERS = [read_report, read_plan, read_table]


_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _workbook(path: Path, content: str) -> Path:
    """Write a workbook with one sheet of just the XML *content*."""

    def related(kind: str, target: str) -> str:
        one = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{_RELATIONS}">{one}</Relationships>'

    sheets = f'<sheets><sheet xmlns:r="{_OFFICE}" name="A" sheetId="1" r:id="r1"/></sheets>'
    return _package(
        path,
        {
            "_rels/.rels": related("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": related("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}">{content}</worksheet>',
        },
    )


_CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'


def _package(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def _word(path: Path, body: str, before: str = "") -> Path:
    content = f"{before}<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>"
    return _package(path, {"word/document.xml": content})


@pytest.mark.parametrize("read", READERS)
def test_a_file_that_is_not_there_is_named(read, tmp_path):
    with pytest.raises(OutsideError, match="Không tìm thấy tệp “nghỉ”"):
        read(tmp_path / "nghỉ")


@pytest.mark.parametrize("read", READERS)
def test_a_folder_is_no_file(read, tmp_path):
    with pytest.raises(OutsideError, match="Không mở được"):
        read(tmp_path)


@pytest.mark.parametrize("read", READERS)
def test_an_empty_file_is_told(read, tmp_path):
    path = tmp_path / "a.docx"
    path.touch()
    with pytest.raises(Refused, match="trống"):
        read(path)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), Refused, "mật khẩu"),
        (OLE + "WordDocument".encode("utf-16-le"), Refused, r"loại \.doc"),
        (OLE, BadFile, "không phải là"),
        (b"%PDF-1.7 ...", Refused, r"loại \.pdf"),
        (b"{\\rtf1 ...", Refused, r"loại \.rtf"),
        (b"PK\x03\x04 damaged", BadFile, "bị hỏng"),
        (b"\x00\x01\x02\x03" * 99, BadFile, "không phải là"),
    ],
)
def test_what_a_file_holds_decides_and_not_its_name(read, content, error, words, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(error, match=words):
        read(path)


@pytest.mark.parametrize("read", READERS)
def test_a_package_of_something_else_is_foreign(read, tmp_path):
    with pytest.raises(BadFile, match="không phải là"):
        read(_package(tmp_path / "a.docx", {"classes.dex": "x"}))


def test_what_unpacks_to_far_too_much_is_refused_before_it_is_opened(tmp_path):
    path = _word(tmp_path / "a.docx", "<w:p/>" * 2_000_000)
    with pytest.raises(Refused, match="quá lớn"):
        kind_of(path)


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"\xff\xd8\xff\xe0 JFIF", BadFile, "là hình ảnh"),
        (b"\x89PNG\r\n\x1a\n", BadFile, "là hình ảnh"),
        (b"Rar!\x1a\x07\x01\x00", Refused, "Giải nén"),
        (b"%PDF-1.7 ...", Refused, r"loại \.pdf \(dù tên tệp ghi \.xlsx\)"),
        (b"{\\rtf1 ...", Refused, r"loại \.rtf"),
        (OLE + "WordDocument".encode("utf-16-le"), Refused, r"loại \.doc"),
    ],
)
def test_what_is_only_called_a_workbook_is_named_for_what_it_is(content, error, words, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(error, match=words):
        read_table(path)


def test_a_locked_open_document_is_told(tmp_path):
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"\x9c\x01\x02",
        "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
    }
    with pytest.raises(Refused, match="mật khẩu"):
        read_table(_package(tmp_path / "a.ods", parts))


def test_a_sheet_that_claims_to_be_endless_is_read_for_what_it_holds(tmp_path):
    path = _workbook(tmp_path / "a.xlsx", f'<dimension ref="A1:XFD1048576"/>{_CELL}')
    (sheet,) = read_table(path)
    assert [row.cells for row in sheet.rows] == [(1,)]


def test_a_million_merged_ranges_cost_no_more_than_a_few(tmp_path):
    ranges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 1_000_001))
    path = _workbook(tmp_path / "a.xlsx", f"{_CELL}<mergeCells>{ranges}</mergeCells>")
    (sheet,) = read_table(path)
    assert len(sheet.rows) == 1
    assert len(sheet.merged) <= 200_000


def test_rows_repeated_beyond_reason_are_refused(tmp_path):
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    names += ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    value = 'office:value-type="float" office:value="1"'
    cell = f'<table:table-cell {value} table:number-columns-repeated="16384"/>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    body = (
        f'<office:spreadsheet><table:table table:name="A">{row}</table:table></office:spreadsheet>'
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {names}><office:body>{body}</office:body>"
        "</office:document-content>",
        "META-INF/manifest.xml": "<manifest/>",
    }
    with pytest.raises(Refused, match="quá lớn"):
        read_table(_package(tmp_path / "a.ods", parts))


def test_a_forged_size_is_refused_too(tmp_path):
    path = _word(tmp_path / "a.docx", "<w:p/>")
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02") + 24  # Where the directory says how large a part is.
    content[at : at + 4] = (MOST_UNPACKED + 1).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(Refused, match="quá lớn"):
        read_report(path)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE a [<!ENTITY b "xxxx"><!ENTITY c "&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd">',
    ],
)
@pytest.mark.parametrize("read", READERS)
def test_documents_with_entities_are_not_expanded(read, before, tmp_path):
    with pytest.raises(BadFile):
        read(_word(tmp_path / "a.docx", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", before))


@pytest.mark.parametrize("read", READERS)
def test_text_nested_beyond_reason_is_refused(read, tmp_path):
    depth = 5000
    with pytest.raises(BadFile):
        read(_word(tmp_path / "a.docx", "<w:sdt>" * depth + "<w:p/>" + "</w:sdt>" * depth))


def test_a_document_cut_short_is_damaged(tmp_path):
    path = tmp_path / "a.docx"
    document = Document()
    document.add_paragraph("Trồng rừng. " * 500)
    document.save(path)
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(BadFile, match="bị hỏng"):
        read_report(path)


def test_a_text_of_a_thousand_pages_is_no_paper(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"trong rung " * 600_000)
    with pytest.raises(Refused, match="quá lớn"):
        read_report(path)


@pytest.mark.parametrize("text", ["x" + " *" * 9000, "*a" * 9000, "<li>" * 9000, "a\n\n" * 9000])
def test_odd_texts_cost_no_time(text, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert read_report(path).blocks


def test_thousands_of_footnotes_of_one_number_cost_no_time(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("<sup>1</sup> a\n\n" * 3000 + "b<sup>1</sup>.\n\n" * 3000, encoding="utf-8")
    assert len(read_report(path).blocks) == 3000


def test_every_refusal_says_what_is_safe_and_what_to_do(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(BadFile) as caught:
        read_report(path)
    assert caught.value.what
    assert "Chưa có gì" in caught.value.safe
    assert caught.value.todo


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.integers(0, 10**6), damage=st.binary(min_size=1, max_size=4))
def test_a_document_with_damage_anywhere_is_read_or_refused(at, damage, tmp_path):
    path = tmp_path / "a.docx"
    if not (tmp_path / "whole").exists():
        document = Document()
        document.add_paragraph("Trồng rừng.", style="List Number")
        document.add_table(2, 2).cell(0, 0).text = "Họ và tên"
        document.save(tmp_path / "whole")
    content = bytearray((tmp_path / "whole").read_bytes())
    at %= len(content)
    content[at : at + len(damage)] = damage
    path.write_bytes(content)
    for read in (read_report, read_plan, read_table):
        with suppress(OfficerError):
            read(path)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(alphabet=st.sampled_from("ab đ*#<>/sup^[]1.\t\n|()-–:“”"), max_size=80))
def test_no_text_is_beyond_the_reader(text, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(text + ".", encoding="utf-8")
    read_report(path)
    read_plan(path)


@pytest.mark.parametrize("count", [2, 12_000])
def test_a_number_that_is_none_is_an_empty_cell(count, tmp_path):
    row = '<row r="{0}"><c r="A{0}"><v>NaN</v></c><c r="B{0}"><v>7</v></c></row>'
    rows = "".join(map(row.format, range(1, count + 1)))
    (sheet,) = read_table(_workbook(tmp_path / "a.xlsx", f"<sheetData>{rows}</sheetData>"))
    assert {row.cells for row in sheet.rows} == {("", 7)}
