"""Tables of Word documents: heads repeated, rows whole, widths on cells and grid."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable

from tests.documents.pdf import samples
from thidua_desktop.documents import docx
from thidua_desktop.documents.paper import Column, GroupRow, Row, TotalRow

Draw = Callable[..., WordTable]

PLAN: Sequence[Row] = (
    GroupRow(("I", "QUÝ I")),
    (1, "- Việc một.\n- <i>Việc hai.</i>", "Phòng Nội vụ"),
    (2, "Việc ba.", ""),
    GroupRow(("II", "QUÝ II")),
    (1, samples.SENTENCE * 12, "Phòng Nội vụ"),
)


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    def drawn(rows: Sequence[Row] = PLAN, **known: object) -> WordTable:
        tables = samples.tasks(rows, **known)
        paper = samples.paper(samples.table_block(), tables=tables, heading=None)
        docx.write(paper, tmp_path / "a.docx", samples.Counting())
        (table,) = Document(str(tmp_path / "a.docx")).tables
        return table

    return drawn


def texts(table: WordTable) -> list[list[str]]:
    """Return the words of each row, a cell over several columns once."""
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]


def test_every_row_is_there(draw):
    assert texts(draw()) == [
        ["TT", "Nội dung nhiệm vụ chủ yếu", "Đơn vị thực hiện"],
        ["I", "QUÝ I"],
        ["1", "- Việc một.\n- Việc hai.", "Phòng Nội vụ"],
        ["2", "Việc ba.", ""],
        ["II", "QUÝ II"],
        ["1", samples.SENTENCE * 12, "Phòng Nội vụ"],
    ]


def test_the_head_alone_is_repeated_on_every_page(draw):
    repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in draw().rows]
    assert [mark is not None for mark in repeated] == [True] + 5 * [False]


def test_rows_stay_whole_unless_they_are_very_high(draw):
    whole = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") for row in draw().rows]
    assert [mark is not None for mark in whole] == [True, True, True, True, True, False]


def test_a_row_that_names_others_stays_with_them(draw):
    group = draw().rows[1]
    assert all(p.paragraph_format.keep_with_next for p in group.cells[1].paragraphs)
    assert all(run.bold for cell in group.cells for p in cell.paragraphs for run in p.runs)


def test_widths_stand_on_the_grid_and_on_every_cell_and_fill_the_page(draw):
    table = draw()
    widths = [column.width or 0 for column in table.columns]
    assert round(sum(widths) / Mm(1)) == 165
    assert [round(width / Mm(1)) for width in widths] == [12, 105, 48]
    for row in table.rows:
        if len(dict.fromkeys(row.cells)) == 3:
            assert [cell.width for cell in row.cells] == widths


def test_the_table_is_ruled_and_fixed(draw):
    table = draw()
    assert table.style is not None
    assert table.style.name == "Table Grid"
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    assert layout is not None
    assert layout.get(qn("w:type")) == "fixed"


def test_columns_without_a_width_take_what_their_words_need(draw):
    columns = (Column("TT", kind="ordinal"), Column("Nội dung"), Column("Ghi chú"))
    rows = [(1, samples.SENTENCE, "Tốt"), (2, samples.SENTENCE, "")]
    widths = [column.width or 0 for column in draw(rows, columns=columns).columns]
    assert widths[0] < Mm(15)
    assert widths[2] < Mm(35) < widths[1]


def test_the_head_is_bold_and_in_the_middle(draw):
    for cell in draw().rows[0].cells:
        (found,) = cell.paragraphs
        assert found.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert all(run.bold for run in found.runs)


def test_every_line_of_a_cell_is_a_paragraph_set_alike(draw):
    lines = draw().rows[2].cells[1].paragraphs
    assert [line.text for line in lines] == ["- Việc một.", "- Việc hai."]
    assert {line.alignment for line in lines} == {WD_ALIGN_PARAGRAPH.JUSTIFY}
    assert lines[1].runs[-1].italic


def test_numbers_stand_right_and_dates_in_the_middle(draw):
    columns = (Column("Tên"), Column("Ngày", kind="date"), Column("Tiền", kind="money"))
    table = draw([("A Tik", "2024-06-05", 1_440_000)], columns=columns)
    assert texts(table)[1] == ["A Tik", "05/06/2024", "1.440.000"]
    aligned = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
    assert aligned == [WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT]


def test_a_total_spans_the_columns_that_have_none(draw):
    columns = (Column("TT", kind="ordinal"), Column("Tên"), Column("Tiền", kind="money"))
    table = draw([(1, "A Tik", 2000), TotalRow(("Tổng cộng", 2000))], columns=columns)
    assert texts(table)[-1] == ["Tổng cộng", "2.000"]
    span = table.rows[-1]._tr.find(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:gridSpan')}")
    assert span is not None
    assert span.get(qn("w:val")) == "2"


def test_letters_of_a_table_have_the_size_it_asks_for(draw):
    (usual,) = draw().rows[3].cells[1].paragraphs[0].runs
    (small,) = draw(size=11.0).rows[3].cells[1].paragraphs[0].runs
    assert (usual.font.size, small.font.size) == (None, Pt(11))  # none is the style's thirteen


def test_names_with_signs_of_markup_are_kept(draw):
    assert texts(draw([(1, "A &lt;b&gt; &amp; B", "")]))[1][1] == "A <b&gt; & B"


def test_a_table_written_in_the_text_is_drawn_too(tmp_path):
    block = samples.table_block("Tên\tSố\nA Tik\t<b>2</b>\nY Mơ")
    docx.write(samples.paper(block), tmp_path / "a.docx", samples.Counting())
    table = Document(str(tmp_path / "a.docx")).tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Tên", "Số"],
        ["A Tik", "2"],
        ["Y Mơ", ""],
    ]


def test_two_tables_in_a_row_stay_two(tmp_path):
    paper = samples.paper(samples.table_block("a\nb"), samples.table_block("c\nd"))
    docx.write(replace(paper, heading=None), tmp_path / "a.docx", samples.Counting())
    word = Document(str(tmp_path / "a.docx"))
    assert len(word.tables) == 2
    assert [type(part).__name__ for part in word.iter_inner_content()] == [
        "Paragraph",
        "Table",
        "Paragraph",
        "Table",
        "Paragraph",
    ]
