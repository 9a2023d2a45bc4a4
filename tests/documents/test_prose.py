from datetime import datetime

from thidua_desktop.documents.paper import Paper, Table
from thidua_desktop.documents.prose import Paragraph, content, pieces
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.markup import Footnote, Run

_TABLE = Table(columns=(), rows=())


def _paper(*blocks: Block, **figures: str) -> Paper:
    tables = {"tasks": _TABLE}
    made = datetime(2024, 6, 5)
    return Paper(title="", made=made, blocks=blocks, tables=tables, figures=figures)


def _one(**known) -> Paragraph:
    (paragraph,) = content(_paper(Block(**known)))
    assert isinstance(paragraph, Paragraph)
    return paragraph


def test_a_live_field_becomes_what_it_shows_now_in_its_own_style():
    assert pieces('<b><field name="n">7</field></b>', {"n": "92"}) == (Run("92", bold=True),)


def test_a_field_that_nobody_counts_keeps_its_frozen_words():
    assert pieces('<field name="n">7</field>', {}) == (Run("7"),)


def test_the_number_stands_at_the_head_of_the_paragraph():
    assert _one(kind="bullet", number="-", body="Khen<fn>a</fn>").pieces == (
        Run("- "),
        Run("Khen"),
        Footnote((Run("a"),)),
    )


def test_the_number_of_a_paragraph_that_begins_in_bold_is_bold():
    found = _one(kind="paragraph", number="3.", body="<b>Phòng Nội vụ</b> theo dõi")
    assert found.pieces[0] == Run("3. ", bold=True)


def test_a_roman_heading_of_the_first_level_is_in_capitals():
    found = _one(kind="heading", depth=1, number="II.", body="Kết quả")
    assert (found.words, found.level, found.role) == ("II. KẾT QUẢ", 1, "heading")


def test_a_heading_in_digits_keeps_its_letters():
    assert _one(kind="heading", depth=1, number="1.", body="Kết quả").words == "1. Kết quả"


def test_a_heading_that_begins_in_bold_and_goes_on_runs_on():
    found = _one(kind="heading", depth=3, number="1.1.", body="<b>Tổ chức:</b> đã làm")
    assert (found.role, found.title) == ("run_in", "1.1. Tổ chức:")
    assert found.pieces[-1] == Run(" đã làm")


def test_a_heading_all_in_bold_is_an_ordinary_heading():
    assert _one(kind="heading", depth=2, number="1.", body="<b>Tổ chức</b>").role == "heading"


def test_a_chapter_stands_above_its_title():
    found = _one(kind="heading", depth=1, number="Phần I", body="Quy định chung")
    assert (found.role, found.words) == ("chapter", "Phần I\nQUY ĐỊNH CHUNG")
    assert found.title == "Phần I QUY ĐỊNH CHUNG"


def test_legal_bases_are_italic_only_before_the_first_heading():
    basis = Block(body="Căn cứ Luật <b>Thi đua</b>;")
    first, _, later = content(_paper(basis, Block(kind="heading", body="Kết quả"), basis))
    assert isinstance(first, Paragraph)
    assert isinstance(later, Paragraph)
    assert (first.role, later.role) == ("basis", "text")
    assert all(piece.italic for piece in first.pieces if isinstance(piece, Run))


def test_the_list_under_kinh_gui_belongs_to_the_addressee():
    blocks = [
        Block(body="Kính gửi:"),
        Block(kind="bullet", number="-", body="Sở Nội vụ;"),
        Block(body="Ủy ban nhân dân huyện báo cáo:"),
        Block(kind="bullet", number="-", body="Việc thứ nhất."),
    ]
    roles = [part.role for part in content(_paper(*blocks)) if isinstance(part, Paragraph)]
    assert roles == ["addressee", "addressee", "text", "text"]


def test_a_field_alone_in_a_table_block_is_the_table_of_that_name():
    (table,) = content(_paper(Block(kind="table", body='<field name="tasks"/>')))
    assert table is _TABLE


def test_a_table_in_the_text_has_rows_of_one_length():
    (table,) = content(_paper(Block(kind="table", body="A\tB\nx\ny\t<i>z</i>")))
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["A", "B"]
    assert list(table.rows) == [["x", ""], ["y", "<i>z</i>"]]


def test_a_column_of_numbers_in_the_text_is_one_of_numbers():
    (table,) = content(_paper(Block(kind="table", body="A\tB\nx\t<b>1.404</b>\ny\t83,33%")))
    assert isinstance(table, Table)
    assert [column.kind for column in table.columns] == ["text", "code"]
