"""Blocks become one text and come back as they were."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.blocks import Block
from thidua_desktop.ui.papers import prose

BLOCKS = [
    Block(kind="heading", depth=1, number="I.", body="CÔNG TÁC CHỈ ĐẠO"),
    Block(body="Đã ban hành <fn>Kế hoạch số 10/KH-UBND</fn> và <i>hướng dẫn</i> &lt;mới>."),
    Block(kind="heading", depth=3, number="1.1.", body="<b>Nông thôn mới:</b> các xã\ncùng làm"),
    Block(
        kind="bullet",
        number="-",
        body='Cấp huyện: <field name="awards.district.person">226</field>',
    ),
    Block(kind="table", body="TT\tXã\n1\tĐắk <i>Lua</i>"),
    Block(kind="paragraph", depth=4, number="a)", body="Hai chú thích<fn>một</fn><fn>hai</fn>"),
]


@pytest.fixture
def document(qtbot: QtBot) -> QTextDocument:
    document = QTextDocument()
    prose.write(document, BLOCKS)
    return document


def cursor_at(document: QTextDocument, words: str, *, after: bool = False) -> QTextCursor:
    found = document.find(words)
    cursor = QTextCursor(document)
    cursor.setPosition(found.selectionEnd() if after else found.selectionStart())
    return cursor


def test_nothing_written_is_nothing_changed(document: QTextDocument):
    assert prose.is_same(prose.read(document, BLOCKS), BLOCKS)


def test_markup_said_another_way_is_not_a_change(qtbot: QtBot):
    block = Block(body='Có <field name="council.members"/> thành viên, A & B')
    document = QTextDocument()
    prose.write(document, [block])
    assert prose.is_same(prose.read(document, [block]), [block])


def test_a_figure_that_showed_nothing_yet_has_no_words(qtbot: QtBot):
    before = Block(body='<field name="council.members"/> thành viên')
    document = QTextDocument()
    prose.write(document, [before])
    cursor_at(document, "thành").insertText("là ")
    read = prose.read(document, [before])
    assert read[0].body == '<field name="council.members"></field> là thành viên'


def test_blocks_come_back_in_their_order_and_belong_to_the_same_paper(document: QTextDocument):
    owned = [replace(block, owner_uid="paper") for block in BLOCKS]
    read = prose.read(document, owned)
    assert [(block.owner_uid, block.ordinal) for block in read] == [
        ("paper", place) for place in range(1, 7)
    ]


def test_a_paragraph_cut_in_two_leaves_its_uid_with_the_first_half(document: QTextDocument):
    cursor_at(document, "và ").insertBlock()
    read = prose.read(document, BLOCKS)
    assert read[1].uid == BLOCKS[1].uid
    assert read[2].uid not in {block.uid for block in BLOCKS}


def test_an_empty_line_above_takes_no_uid_away(document: QTextDocument):
    cursor = cursor_at(document, "Đã ban hành")
    prose.insert_above(cursor)
    assert prose.is_same(prose.read(document, BLOCKS), BLOCKS)


def test_two_paragraphs_run_together_are_the_first(document: QTextDocument):
    cursor_at(document, "Đã ban hành").deletePreviousChar()
    read = prose.read(document, BLOCKS)
    assert read[0].uid == BLOCKS[0].uid
    assert read[0].body.startswith("CÔNG TÁC CHỈ ĐẠOĐã ban hành")


def test_words_typed_beside_a_table_are_not_lost(document: QTextDocument):
    cursor = cursor_at(document, "Hai chú thích")
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    cursor.insertText("Nguồn: Phòng Nội vụ")
    read = prose.read(document, BLOCKS)
    assert [block.kind for block in read[4:6]] == ["table", "paragraph"]
    assert read[5].body == "Nguồn: Phòng Nội vụ"


def test_a_note_is_deleted_whole(document: QTextDocument):
    cursor = cursor_at(document, "Đã ban hành ", after=True)
    cursor.deleteChar()
    body = prose.read(document, BLOCKS)[1].body
    assert "<fn>" not in body
    assert "Kế hoạch" not in body


def test_a_paper_is_written_in_one_go_and_laid_out_once(qtbot: QtBot):
    document = QTextDocument()
    changes: list[None] = []
    document.contentsChanged.connect(lambda: changes.append(None))
    prose.write(document, [Block(body=f"Đoạn {number}") for number in range(50)])
    assert len(changes) <= 3
