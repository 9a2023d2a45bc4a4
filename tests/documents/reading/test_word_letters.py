"""Word files in old fonts, and Word files that would keep us busy for ever."""

import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn

from thidua_desktop.documents.reading.apart import Limits
from thidua_desktop.documents.reading.source import Line, words_of
from thidua_desktop.documents.reading.tables import read_table
from thidua_desktop.documents.reading.word import read_word
from thidua_desktop.domain.errors import Refused


def _font(run: Any, name: str) -> Any:
    run.font.name = name
    run._element.rPr.rFonts.set(qn("w:hAnsi"), name)
    return run


def _cell(document: Any) -> Any:
    return document.add_table(1, 1).cell(0, 0).paragraphs[0]


def _read(document: Any, tmp_path: Path) -> Any:
    path = tmp_path / "a.docx"
    document.save(path)
    (sheet,) = read_table(path)
    return sheet


def test_letters_of_old_fonts_are_converted_run_by_run(tmp_path):
    document: Any = Document()
    cell = _cell(document)
    cell.add_run("Xã ")
    _font(cell.add_run("tr­êng "), ".VnTime")
    _font(cell.add_run("x· pxi "), ".VnTimeH")
    _font(cell.add_run("Höôøng"), "VNI-Times")
    sheet = _read(document, tmp_path)
    assert sheet.rows[0].cells == ("Xã trường XÃ PXI Hường",)
    assert sheet.raw == {(1, 0): "Xã tr\xadêng x· pxi Höôøng"}


def test_a_word_cut_between_letter_and_mark_is_one_word(tmp_path):
    document: Any = Document()
    cell = _cell(document)
    _font(cell.add_run("Nguye"), "VNI-Times").bold = True
    _font(cell.add_run("ãn"), "VNI-Times")
    assert _read(document, tmp_path).rows[0].cells == ("Nguyễn",)


def test_the_font_of_a_style_counts_and_a_run_may_have_another(tmp_path):
    document: Any = Document()
    base = document.styles.add_style("Cũ", WD_STYLE_TYPE.PARAGRAPH)
    _font(base, ".VnTime")
    style = document.styles.add_style("Cũ hơn", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = base
    cell = _cell(document)
    cell.style = style
    cell.add_run("huyÖn ")
    _font(cell.add_run("µ"), "Times New Roman")
    assert _read(document, tmp_path).rows[0].cells == ("huyện µ",)


def test_a_file_without_old_fonts_keeps_no_text_of_before(tmp_path):
    document: Any = Document()
    _cell(document).add_run("Xã tr\xadêng")
    sheet = _read(document, tmp_path)
    assert (sheet.rows[0].cells, sheet.raw) == (("Xã trêng",), {})


def test_lines_of_a_paper_in_an_old_font_are_converted_too(tmp_path):
    document: Any = Document()
    _font(document.add_paragraph().add_run("B¸o c¸o thi ®ua"), ".VnTime")
    path = tmp_path / "a.docx"
    document.save(path)
    lines = [words_of(item) for item in read_word(path).items if isinstance(item, Line)]
    assert lines == ["Báo cáo thi đua"]


def test_macros_of_a_word_file_are_told(tmp_path):
    document: Any = Document()
    _cell(document).add_run("a")
    path = tmp_path / "a.docm"
    document.save(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    (sheet,) = read_table(path)
    assert "macro không được chạy" in sheet.remarks[0]


def test_tables_in_tables_that_multiply_are_stopped(tmp_path):
    content = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    for _ in range(8):
        span = '<w:tcPr><w:gridSpan w:val="200"/></w:tcPr>'
        content = f"<w:tbl><w:tr><w:tc>{span}{content}</w:tc></w:tr></w:tbl>"
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "word/document.xml",
            f"<w:document {nsdecls('w')}><w:body>{content}</w:body></w:document>",
        )
    start = time.monotonic()
    with pytest.raises(Refused, match="quá lớn"):
        read_table(path, Limits(memory=512 * 1024 * 1024, seconds=3))
    assert time.monotonic() - start < 20
