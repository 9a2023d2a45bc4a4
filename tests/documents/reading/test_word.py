"""Word files to lines and grids: styles, lists, fields, footnotes, tables, text boxes."""

import zipfile
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents.reading.word_files import WordFile, page_field, plain_file
from thidua_desktop.documents.reading.report import read_report
from thidua_desktop.documents.reading.source import Grid, Line, Mark, cell_words, markup_of
from thidua_desktop.documents.reading.text import items_of
from thidua_desktop.documents.reading.word import read_word, read_word_tables
from thidua_desktop.domain.markup import Footnote, Run

W = nsdecls("w")


@pytest.fixture
def document() -> Any:
    return Document()


def _read(document: Any, tmp_path) -> list[Any]:
    path = tmp_path / "a.docx"
    document.save(path)
    return list(read_word(path).items)


def _lines(document: Any, tmp_path) -> list[str]:
    return [markup_of(item) for item in _read(document, tmp_path) if isinstance(item, Line)]


def test_runs_keep_bold_and_italic_however_they_are_cut_up(document, tmp_path):
    paragraph = document.add_paragraph()
    for text in ("Trồng ", "cây", " và"):
        paragraph.add_run(text).bold = True
    paragraph.add_run(" ")
    paragraph.add_run("rừng").italic = True
    assert _lines(document, tmp_path) == ["<b>Trồng cây và</b> <i>rừng</i>"]


def test_bold_of_a_style_counts_and_a_run_may_take_it_back(document, tmp_path):
    document.styles["List"].font.bold = True
    paragraph = document.add_paragraph(style="List")
    paragraph.add_run("Mục đích:")
    paragraph.add_run(" trồng rừng").bold = False
    assert _lines(document, tmp_path) == ["<b>Mục đích:</b> trồng rừng"]


def test_a_heading_style_makes_a_title(document, tmp_path):
    document.add_heading("I. MỤC ĐÍCH", level=4)
    document.add_paragraph("Trồng rừng.")
    assert [line.is_title for line in _read(document, tmp_path)] == [True, False]


def test_the_look_of_a_heading_style_is_no_mark_of_its_words(document, tmp_path):
    heading = document.add_heading("1. Mục đích ", level=4)
    document.styles["Heading 4"].font.italic = True
    heading.add_run("trồng rừng")
    document.save(tmp_path / "a.docx")
    (block,) = read_report(tmp_path / "a.docx").blocks
    assert (block.kind, block.number, block.body) == ("heading", "1.", "Mục đích trồng rừng")


def test_numbers_drawn_by_word_are_read(document, tmp_path):
    for text in ("Mục đích", "Yêu cầu"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Trồng cây", style="List Bullet")
    assert _lines(document, tmp_path) == ["1. Mục đích", "2. Yêu cầu", "- Trồng cây"]


def test_lists_of_several_levels_count_each_level(document, tmp_path):
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(
            [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")]
        )
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for level in (0, 1, 1, 2, 0, 1):
        paragraph = document.add_paragraph("Việc")
        mark = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(mark))
    numbers = [line.split()[0] for line in _lines(document, tmp_path)]
    assert numbers == ["I.", "1.", "2.", "a)", "II.", "1."]


def test_fields_that_count_pages_are_no_text(document, tmp_path):
    paragraph = document.add_paragraph("Trang ")
    page_field(paragraph)
    other = document.add_paragraph("Năm ")
    page_field(other, "QUOTE")
    assert _lines(document, tmp_path) == ["Trang", "Năm 7"]


def test_headers_and_footers_are_no_text(document, tmp_path):
    document.sections[0].header.paragraphs[0].text = "Trang đầu"
    document.sections[0].footer.paragraphs[0].text = "Trang cuối"
    document.add_paragraph("Nội dung.")
    assert _lines(document, tmp_path) == ["Nội dung."]


def test_a_line_broken_by_hand_is_two_lines(document, tmp_path):
    run = document.add_paragraph().add_run("TM. ỦY BAN NHÂN DÂN")
    run.add_break(WD_BREAK.LINE)
    run.add_text("CHỦ TỊCH")
    assert _lines(document, tmp_path) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_tracked_changes_are_read_as_accepted(document, tmp_path):
    paragraph = document.add_paragraph("Trồng ")
    for tag, text in (("del", "<w:delText>lúa</w:delText>"), ("ins", "<w:t>rừng</w:t>")):
        paragraph._p.append(parse_xml(f"<w:{tag} {W}><w:r>{text}</w:r></w:{tag}>"))
    assert _lines(document, tmp_path) == ["Trồng rừng"]


def test_capitals_by_style_are_capitals_and_hidden_text_is_none(document, tmp_path):
    paragraph = document.add_paragraph()
    paragraph.add_run("báo cáo").font.all_caps = True
    paragraph.add_run(" nháp").font.hidden = True
    assert _lines(document, tmp_path) == ["BÁO CÁO"]


def test_a_text_box_is_read_after_its_paragraph_and_only_once(document, tmp_path):
    box = "<w:txbxContent><w:p><w:r><w:t>Số: 5/BC-UBND</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.add_paragraph("Trên")._p.append(
        parse_xml(
            f"<w:r {W} {mc}><mc:AlternateContent>"
            f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert _lines(document, tmp_path) == ["Trên", "Số: 5/BC-UBND"]


def test_text_in_content_controls_and_links_is_read(document, tmp_path):
    inner = "<w:r><w:t>rừng</w:t></w:r>"
    paragraph = document.add_paragraph("Trồng ")
    paragraph._p.append(parse_xml(f"<w:hyperlink {W}>{inner}</w:hyperlink>"))
    control = f"<w:sdt {W}><w:sdtContent><w:p>{inner}</w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(control))
    assert _lines(document, tmp_path) == ["Trồng rừng", "rừng"]


def test_real_footnotes_stand_where_they_are_cited(tmp_path):
    note = Footnote((Run("Theo "), Run("thống kê", italic=True), Run(" xã.")))
    line = Line((Run("Đã trồng 5 ha"), note, Run(" rừng.")))
    path = WordFile().add([line]).save(tmp_path / "a.docx")
    (read,) = read_word(path).items
    assert isinstance(read, Line)
    assert markup_of(read) == "Đã trồng 5 ha<fn>Theo <i>thống kê</i> xã.</fn> rừng."


def test_a_raised_number_cut_into_two_runs_is_one_reference(document, tmp_path):
    paragraph = document.add_paragraph("Rừng")
    for digit in "12":
        paragraph.add_run(digit).font.superscript = True
    (line,) = _read(document, tmp_path)
    assert line.pieces == (Run("Rừng"), Mark("12"))


def test_tables_say_whether_they_are_framed(document, tmp_path):
    document.add_table(1, 2).cell(0, 0).text = "Không khung"
    document.add_paragraph("giữa")
    document.add_table(1, 2, style="Table Grid").cell(0, 0).text = "Có khung"
    grids = [item for item in _read(document, tmp_path) if isinstance(item, Grid)]
    assert [grid.is_framed for grid in grids] == [False, True]


def test_merged_cells_are_filled_only_for_lists(document, tmp_path):
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "QUÝ I"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Xã Đắk Mẫu"
    document.save(tmp_path / "a.docx")

    def texts(grid: Any) -> list[list[str]]:
        return [[cell_words(cell) for cell in row] for row in grid.rows]

    (grid,) = [i for i in read_word(tmp_path / "a.docx").items if isinstance(i, Grid)]
    assert texts(grid) == [["QUÝ I", "", ""], ["Xã Đắk Mẫu", "", ""], ["", "", ""]]
    (filled,) = read_word_tables(tmp_path / "a.docx")
    assert texts(filled.grid) == [["QUÝ I"] * 3, ["Xã Đắk Mẫu", "", ""], ["Xã Đắk Mẫu", "", ""]]


MARKED = """Số: /BC-UBND

## BÁO CÁO

### Sơ kết trồng rừng 6 tháng cuối năm 2031

#### I. KẾT QUẢ

**1. Trồng rừng:** Các xã trồng “*rừng xanh*”<sup>1</sup> ở

<sup>1</sup> Theo thống kê.

ven sông.
"""


def test_a_pasted_text_reads_as_the_text_itself(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text(MARKED, encoding="utf-8")
    read = [read_report(path) for path in (text, plain_file(tmp_path / "a.docx", MARKED))]
    shapes = [[(b.kind, b.depth, b.number, b.body) for b in report.blocks] for report in read]
    assert shapes[0] == shapes[1]
    assert read[0].heading == read[1].heading
    assert shapes[0][1][3] == (
        "<b>Trồng rừng:</b> Các xã trồng “<i>rừng xanh</i>”<fn>Theo thống kê.</fn> ở ven sông."
    )


def test_a_formal_paper_of_word_gives_head_text_and_end(document, tmp_path):
    head = document.add_table(2, 2)
    head.cell(0, 0).text = "UBND HUYỆN MẪU SƠN"
    head.cell(0, 0).add_paragraph().add_run("PHÒNG NỘI VỤ").bold = True
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 15/BC-PNV"
    head.cell(1, 1).paragraphs[0].add_run("Mẫu Sơn, ngày 05 tháng 6 năm 2031").italic = True
    for text in ("BÁO CÁO", "Sơ kết trồng rừng", "6 tháng đầu năm 2031"):
        paragraph = document.add_paragraph(style="Title" if text.isupper() else None)
        paragraph.alignment = 1
        paragraph.add_run(text).bold = True
    document.add_paragraph("Phòng Nội vụ báo cáo như sau:")
    document.add_heading("I. KẾT QUẢ", level=1)
    document.add_paragraph("Các xã đã trồng 5 ha rừng./.")
    end = document.add_table(1, 2)
    end.cell(0, 0).text = "Nơi nhận:\n- UBND huyện (b/c);\n- Lưu: VT."
    end.cell(0, 1).text = "TRƯỞNG PHÒNG\n\n\n\nY Hoa Rừng"
    document.save(tmp_path / "a.docx")
    report = read_report(tmp_path / "a.docx")
    heading = report.heading
    assert (heading.parent, heading.issuer) == ("UBND HUYỆN MẪU SƠN", "PHÒNG NỘI VỤ")
    assert (heading.number, heading.symbol) == ("15", "BC-PNV")
    assert (heading.place, heading.date) == ("Mẫu Sơn", "2031-06-05")
    assert heading.subject == "Sơ kết trồng rừng 6 tháng đầu năm 2031"
    assert heading.recipients == "- UBND huyện (b/c);\n- Lưu: VT."
    assert (heading.authority, heading.signer) == ("TRƯỞNG PHÒNG", "Y Hoa Rừng")
    assert [(b.kind, b.number, b.body) for b in report.blocks] == [
        ("paragraph", "", "Phòng Nội vụ báo cáo như sau:"),
        ("heading", "I.", "KẾT QUẢ"),
        ("paragraph", "", "Các xã đã trồng 5 ha rừng./."),
    ]
    assert (report.kind, report.year, report.half) == ("half_year", 2031, 1)


def test_a_document_of_the_main_part_alone_is_read(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        body = "<w:body><w:p><w:r><w:t>Một.</w:t></w:r></w:p></w:body>"
        package.writestr("word/document.xml", f"<w:document {W}>{body}</w:document>")
    (line,) = read_word(path).items
    assert isinstance(line, Line)
    assert markup_of(line) == "Một."


def test_a_grid_written_to_word_is_the_grid_read(tmp_path):
    items = items_of(["TT\tViệc\tXã", "1\t**Trồng** cây\tĐắk Mẫu", "2\tLàm *đường*\tĐắk Thử"])
    path = WordFile().add(items).save(tmp_path / "a.docx")
    assert read_word(path).items == items


def test_marks_pasted_into_the_cells_of_a_table_are_read(document, tmp_path):
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "<b>TT</b>"
    table.cell(0, 1).text = "**Nội dung**"
    table.cell(1, 1).text = "<ul> <li>- Trồng cây.</li> <li>- Làm *đường*.</li> </ul>"
    (grid,) = _read(document, tmp_path)
    assert [list(map(markup_of, cell)) for row in grid.rows for cell in row] == [
        ["<b>TT</b>"],
        ["<b>Nội dung</b>"],
        [],
        ["- Trồng cây.", "- Làm <i>đường</i>."],
    ]
