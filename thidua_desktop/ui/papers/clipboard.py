"""A piece of a paper's text on the clipboard: our own form with everything, words for others."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.text import clean
from thidua_desktop.ui.papers import inline, numbering, prose

OWN = "application/x-thidua-blocks"


def take(cursor: QTextCursor) -> QMimeData:
    """Return what *cursor* has chosen: our form, and plain words with notes in brackets."""
    blocks = list(_chosen(cursor))
    data = QMimeData()
    data.setData(OWN, json.dumps([asdict(block) for block in blocks]).encode())
    data.setText("\n".join(_words(block) for block in blocks))
    return data


def given(data: QMimeData) -> list[Block]:
    """Return what stands on the clipboard as blocks; of foreign text, italic and bold stay."""
    if data.hasFormat(OWN):
        return [Block(**each) for each in json.loads(bytes(data.data(OWN).data()))]
    if data.hasHtml():
        return _from_html(data.html())
    return [_numbered(Block(body=markup.escape(clean(line)))) for line in _lines(data.text())]


def put(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Replace what *cursor* has chosen by *blocks*; the first runs on, others are paragraphs."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    is_empty = not cursor.block().text()
    for place, block in enumerate(blocks):
        manner = prose.Manner(block.kind, block.depth, block.number)
        if place or (block.kind == "table" and not is_empty):
            cursor.insertBlock(prose.new_paragraph(manner))
        elif is_empty and (block.kind != "paragraph" or block.number):
            prose.set_manner(cursor, manner)
        prose.insert_body(cursor, block)
    cursor.endEditBlock()


def _chosen(cursor: QTextCursor) -> Iterable[Block]:
    document = cursor.document()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    paragraph = document.findBlock(first)
    while paragraph.isValid() and paragraph.position() < last:
        start = paragraph.position()
        if start < first or start + paragraph.length() - 1 > last:
            yield Block(body=inline.body_between(paragraph, first, last))
        else:
            yield from prose.blocks_of(paragraph)
        paragraph = paragraph.next()


def _words(block: Block) -> str:
    return f"{block.number} {markup.plain(block.body, footnotes=True)}".strip()


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _from_html(html: str) -> list[Block]:
    document = QTextDocument()
    document.setHtml(html)
    found: list[Block] = []
    paragraph: QTextBlock = document.begin()
    while paragraph.isValid():
        if body := " ".join(inline.body_of(paragraph).split()):
            found.append(_numbered(Block(body=body)))
        paragraph = paragraph.next()
    return found


def _numbered(block: Block) -> Block:
    """Take the number that the words of *block* begin with as its number."""
    if (typed := numbering.typed(block.body)) is None:
        return block
    manner, length = typed
    return Block(
        kind=manner.kind, depth=manner.depth, number=manner.number, body=block.body[length:]
    )
