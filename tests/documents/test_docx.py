"""Word documents are read back by python-docx and as raw XML."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.documents.pdf import samples
from thidua_desktop.documents import docx
from thidua_desktop.documents.paper import Paper
from thidua_desktop.domain.errors import Cancelled

Write = Callable[[Paper], Path]

MOTTO_AND_NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(paper: Paper) -> Path:
        path = tmp_path / "báo cáo.docx"
        docx.write(paper, path, samples.Counting())
        return path

    return written


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    paper = samples.paper(
        samples.paragraph("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        samples.heading("I.", "Kết quả"),
        samples.heading("1.", "Việc đã làm", depth=2),
        samples.heading(
            "1.1.", "<b>Phong trào “Chung tay”:</b> <i>Cả huyện</i> hưởng ứng.", depth=3
        ),
        samples.paragraph(samples.SENTENCE),
        samples.bullet(samples.SENTENCE),
        samples.paragraph('Đã khen <field name="awards">9</field> tập thể & cá nhân./.'),
        figures={"awards": "92"},
        author="Ủy ban nhân dân huyện Đắk Mây",
    )
    path = tmp_path_factory.mktemp("docx") / "báo cáo.docx"
    docx.write(paper, path, samples.Counting())
    return path


@pytest.fixture(scope="module")
def word(made: Path) -> WordDocument:
    return Document(str(made))


def paragraph(word: WordDocument, words: str) -> Paragraph:
    every = [*word.paragraphs]
    every += [
        p for table in word.tables for row in table.rows for c in row.cells for p in c.paragraphs
    ]
    return next(found for found in every if words in found.text)


def in_mm(*lengths: int | None) -> list[int]:
    return [round((length or 0) / Mm(1)) for length in lengths]


def style_of(found: Paragraph) -> ParagraphStyle:
    assert found.style is not None
    return found.style


def within(root: etree._Element, *tags: str) -> etree._Element:
    """Return the element found by going down *tags* from *root*."""
    for tag in tags:
        found = root.find(qn(tag))
        assert found is not None, tag
        root = found
    return root


def part(path: Path, name: str) -> etree._Element:
    with ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def test_the_sheet_and_its_margins_are_those_of_the_decree(word):
    page = word.sections[0]
    margins = (page.left_margin, page.right_margin, page.top_margin, page.bottom_margin)
    assert in_mm(page.page_width, page.page_height) == [210, 297]
    assert in_mm(*margins) == [30, 15, 20, 20]


def test_the_page_number_stands_at_the_top_in_the_middle_from_page_two(word):
    page = word.sections[0]
    (number,) = page.header.paragraphs
    assert page.different_first_page_header_footer
    assert page.first_page_header.is_linked_to_previous
    assert number._p.find(qn("w:fldSimple")).get(qn("w:instr")).strip() == "PAGE"
    assert style_of(number).paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_a_list_counts_its_pages_at_the_foot(write):
    lying = samples.paper(samples.paragraph("a"), is_counted=True, is_landscape=True)
    page = Document(str(write(lying))).sections[0]
    fields = [
        found.get(qn("w:instr")).strip() for found in page.footer._element.iter(qn("w:fldSimple"))
    ]
    assert fields == ["PAGE", "NUMPAGES"]
    assert not page.different_first_page_header_footer
    assert in_mm(page.page_width, page.page_height) == [297, 210]


def test_every_letter_is_times_fourteen_and_vietnamese_unless_said_otherwise(made):
    styles = part(made, "word/styles.xml")
    letters = within(styles, "w:docDefaults", "w:rPrDefault", "w:rPr")
    fonts, size, language = (within(letters, tag) for tag in ("w:rFonts", "w:sz", "w:lang"))
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert len(fonts.attrib) == 4
    assert size.get(qn("w:val")) == "28"
    assert language.get(qn("w:val")) == "vi-VN"


def test_no_part_names_a_font_that_is_not_times(made):
    with ZipFile(made) as package:
        for name in ("word/document.xml", "word/styles.xml", "word/footnotes.xml"):
            root = etree.fromstring(package.read(name))
            named = [v for fonts in root.iter(qn("w:rFonts")) for v in fonts.attrib.values()]
            assert set(named) <= {"Times New Roman"}, name


def test_only_styles_that_word_does_not_know_are_marked_as_ours(word):
    ours = {style.name for style in word.styles if not style.builtin}
    linked = {"Heading 1 Char", "Heading 2 Char", "Heading 3 Char"}
    assert ours == {"Khung văn bản", "Chữ trong bảng", "Đường kẻ"} | linked


def test_text_is_justified_indented_and_apart_from_the_next(word):
    found = paragraph(word, samples.SENTENCE)
    form = style_of(found).paragraph_format
    assert style_of(found).name == "Body Text"
    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(form.first_line_indent / Mm(0.1)) == 127
    assert form.space_after == Pt(6)


@pytest.mark.parametrize(
    ("words", "style"),
    [("I. KẾT QUẢ", "Heading 1"), ("1. Việc đã làm", "Heading 2")],
)
def test_headings_are_real_ones(word, words, style):
    assert style_of(paragraph(word, words)).name == style


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_bold_black_times_and_stay_with_their_text(word, level):
    style = word.styles[f"Heading {level}"]
    assert (style.font.bold, style.font.size, style.font.color.rgb) == (True, None, None)
    assert style.paragraph_format.keep_with_next
    assert style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val")) == str(
        level - 1
    )


def test_a_heading_that_runs_on_stays_in_its_paragraph_in_letters_of_its_level(word):
    found = paragraph(word, "1.1.")
    assert found.text == "1.1. Phong trào “Chung tay”: Cả huyện hưởng ứng."
    assert [(run.text, run.style.name, run.italic) for run in found.runs] == [
        ("1.1. ", "Heading 3 Char", None),
        ("Phong trào “Chung tay”:", "Heading 3 Char", None),
        (" ", "Default Paragraph Font", None),
        ("Cả huyện", "Default Paragraph Font", True),
        (" hưởng ứng.", "Default Paragraph Font", None),
    ]


def test_the_legal_basis_is_italic(word):
    assert all(run.italic for run in paragraph(word, "Căn cứ Luật").runs)


def test_a_bullet_has_its_hyphen(word):
    assert style_of(paragraph(word, f"- {samples.SENTENCE}")).name == "Body Text"


def test_live_figures_show_what_they_are_now(word):
    assert paragraph(word, "Đã khen").text == "Đã khen 92 tập thể & cá nhân./."


def test_the_last_lines_stay_with_the_signature(word):
    assert paragraph(word, "./.").paragraph_format.keep_with_next


def test_issuer_and_nation_stand_side_by_side(word):
    left, right = (cell.text.split("\n") for cell in word.tables[0].rows[0].cells)
    assert left[:3] == ["UBND TỈNH LÂM SƠN", "ỦY BAN NHÂN DÂN", "HUYỆN ĐẮK MÂY"]
    assert right[:2] == MOTTO_AND_NATION


def test_number_and_date_stand_below_with_room_for_the_pen(word):
    left, right = word.tables[0].rows[1].cells
    assert left.text == "Số:      /BC-UBND"
    assert right.text.startswith("Đắk Mây, ngày    ")


@pytest.mark.parametrize(
    ("words", "size", "bold", "italic"),
    [
        ("UBND TỈNH LÂM SƠN", 13, None, None),
        ("ỦY BAN NHÂN DÂN\nHUYỆN", 13, True, None),
        (MOTTO_AND_NATION[0], 13, True, None),
        (MOTTO_AND_NATION[1], None, True, None),
        ("Số:", 13, None, None),
        ("Đắk Mây, ngày", None, None, True),
        ("Nơi nhận:", 12, True, True),
        ("- Sở Nội vụ (b/c);", 11, None, None),
        ("CHỦ TỊCH", None, True, None),
        ("A Thủy", None, True, None),
    ],
)
def test_the_frame_is_set_in_the_sizes_of_the_decree(word, words, size, bold, italic):
    (run,) = paragraph(word, words).runs
    assert run.font.size == (Pt(size) if size else None)  # none is the document's fourteen
    assert (run.bold, run.italic) == (bold, italic)


def test_the_title_breaks_where_the_sense_does(word):
    assert paragraph(word, "Kết quả phong trào").text.split("\n") == [
        "Kết quả phong trào thi đua 6 tháng đầu năm;",
        "nhiệm vụ 6 tháng cuối năm 2024",
    ]


def test_the_frames_have_no_lines_and_fixed_widths_on_every_cell(word):
    for table in (word.tables[0], word.tables[-1]):
        assert table._tbl.tblPr.find(qn("w:tblBorders")) is None
        assert table._tbl.tblPr.find(qn("w:tblStyle")) is None
        widths = [column.width for column in table.columns]
        assert round(sum(widths) / Mm(1)) == 165
        for row in table.rows:
            assert [cell.width for cell in row.cells] == widths


def rule_length(cell_width: int, rule: Paragraph) -> float:
    form = rule.paragraph_format
    return (cell_width - (form.left_indent or 0) - (form.right_indent or 0)) / int(Pt(1))


def test_the_line_under_the_motto_is_as_long_as_the_motto(word):
    cell = word.tables[0].rows[0].cells[1]
    assert rule_length(cell.width, cell.paragraphs[-1]) == pytest.approx(171.4, rel=0.02)


def test_the_line_under_the_issuer_is_a_third_to_a_half_of_its_longest_line(word):
    cell = word.tables[0].rows[0].cells[0]
    longest = 117.6  # points: ỦY BAN NHÂN DÂN in bold 13
    assert longest / 3 < rule_length(cell.width, cell.paragraphs[-1]) < longest / 2


def test_a_line_stands_under_the_subject(word):
    titles = word.paragraphs
    at = next(n for n, p in enumerate(titles) if style_of(p).name == "Subtitle")
    rule = titles[at + 1]
    assert rule.text == ""
    assert rule._p.pPr.find(qn("w:pBdr")) is not None


def test_recipients_and_signature_stand_side_by_side_on_one_page(word):
    (row,) = word.tables[-1].rows
    left, right = row.cells
    assert left.text.split("\n") == [
        "Nơi nhận:",
        "- Sở Nội vụ (b/c);",
        "- Các xã, thị trấn;",
        "- Lưu: VT, NV.",
    ]
    assert right.text.split("\n") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "A Thủy"]
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_the_properties_tell_whose_paper_it_is(word):
    told = word.core_properties
    assert (told.title, told.author) == ("Báo cáo thử", "Ủy ban nhân dân huyện Đắk Mây")
    assert (told.created, told.modified) == (datetime(2024, 6, 5, 8, 0).astimezone(UTC),) * 2
    assert told.language == "vi-VN"
    assert told.comments == ""


def test_nothing_of_the_empty_document_travels_along(made):
    with ZipFile(made) as package:
        names = set(package.namelist())
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert "word/footnotes.xml" in names


def test_the_same_paper_made_at_the_same_time_is_the_same_bytes(made, tmp_path, word):
    paper = samples.paper(samples.paragraph("Một<fn>hai</fn>"))
    for name in ("một.docx", "hai.docx"):
        docx.write(paper, tmp_path / name, samples.Counting())
    assert (tmp_path / "một.docx").read_bytes() == (tmp_path / "hai.docx").read_bytes()


def test_letters_are_composed_and_controls_left_out(write):
    path = write(samples.paper(samples.paragraph("Đa\u0306\u0301k\x00 Mây \ud800<đ>")))
    assert paragraph(Document(str(path)), "Mây").text == "Đắk Mây <đ>"


def test_a_paper_without_a_heading_is_its_text(write):
    path = write(samples.paper(samples.paragraph("Một."), heading=None))
    assert [p.text for p in Document(str(path)).paragraphs] == ["Một."]


def test_addressees_stand_in_the_middle_and_their_list_under_them(write):
    blocks = [samples.paragraph("Kính gửi:"), samples.bullet("Sở Nội vụ;"), samples.bullet("Cụm.")]
    word = Document(str(write(samples.paper(*blocks))))
    assert paragraph(word, "Kính gửi").paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert paragraph(word, "- Cụm").paragraph_format.left_indent > Mm(40)


def test_a_chapter_stands_in_the_middle_above_its_title(write):
    block = samples.heading("Chương I", "Quy định chung")
    found = paragraph(Document(str(write(samples.paper(block)))), "Chương I")
    assert found.text == "Chương I\nQUY ĐỊNH CHUNG"
    assert found.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert found.paragraph_format.first_line_indent == 0


def test_lines_in_italics_stand_under_the_subject(write):
    paper = samples.paper(samples.paragraph("a"), subtitle=("(Kèm theo Quyết định số 12/QĐ-UBND)",))
    (run,) = paragraph(Document(str(write(paper))), "Kèm theo").runs
    assert run.italic


def test_a_paper_without_number_has_no_number_line(write):
    bare = replace(samples.HEADING, number="", symbol="", place="")
    word = Document(str(write(samples.paper(samples.paragraph("a"), heading=bare))))
    assert len(word.tables[0].rows) == 1


def test_stopping_leaves_nothing_behind(tmp_path):
    paper = samples.paper(samples.paragraph("a"), samples.paragraph("b"))
    with pytest.raises(Cancelled):
        docx.write(paper, tmp_path / "x.docx", samples.Counting(stop_at=2))
    assert list(tmp_path.iterdir()) == []
