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
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
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
