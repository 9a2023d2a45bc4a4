"""The blocks of a paper as one text to write in, and back. Knows no screen and no service.

Each paragraph of the document carries its block's uid, kind, depth and number; a table is one sign
in a paragraph of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from thidua_desktop.domain.blocks import Block, BlockKind
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.ui.papers import inline

_UID = QTextFormat.Property.UserProperty.value + 10
_KIND, _DEPTH, _NUMBER = _UID + 1, _UID + 2, _UID + 3

_ABOVE, _BELOW = 6, 6  # Pixels above a heading and below every paragraph.
_LINE = 115  # Percent of the letters' own height.


@dataclass(frozen=True, slots=True)
class Manner:
    """What a paragraph is in the paper: heading, bullet or text, how deep, with which number."""

    kind: BlockKind = "paragraph"
    depth: int = 0
    number: str = ""


def write(document: QTextDocument, blocks: Sequence[Block]) -> None:
    """Let *document* hold *blocks* and nothing else; nothing of it can be undone."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # So that it is laid out once, and not after each block.
    for place, block in enumerate(blocks):
        if place:
            cursor.insertBlock()
        cursor.setBlockFormat(_format(block))
        cursor.setBlockCharFormat(QTextCharFormat())
        insert_body(cursor, block)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def insert_body(cursor: QTextCursor, block: Block) -> None:
    """Put the body of *block* where *cursor* stands."""
    if block.kind == "table":
        cursor.insertText(inline.SIGN, table_sign(block.body))
    else:
        inline.insert(cursor, block.body)


def table_sign(body: str) -> QTextCharFormat:
    """Return the format of the one sign that stands for a table."""
    sign = QTextCharFormat()
    sign.setObjectType(inline.TABLE)
    sign.setProperty(inline.BODY, body)
    return sign


def read(document: QTextDocument, before: Sequence[Block]) -> list[Block]:
    """Return the blocks that *document* holds now, in order; paragraphs without words are left out.

    *before* are the blocks it was written from: a paragraph cut in two leaves the old uid with the
    part that is still as it was, and the other becomes a new block.
    """
    bodies = {block.uid: block.body for block in before}
    found = [block for each in _paragraphs(document) for block in blocks_of(each)]
    kept = [_as_kept(block, bodies) for block in found if block.body]
    owner = before[0].owner_uid if before else ""
    return [
        replace(block, owner_uid=owner, ordinal=place)
        for place, block in enumerate(_unlike(kept, bodies), start=1)
    ]


def is_same(blocks: Sequence[Block], others: Sequence[Block]) -> bool:
    """Say whether both are the same text, block by block, wherever they are kept."""
    return [replace(block, owner_uid="", ordinal=0) for block in blocks] == [
        replace(block, owner_uid="", ordinal=0) for block in others
    ]


def manner_of(paragraph: QTextBlock) -> Manner:
    """Return what *paragraph* is."""
    properties = paragraph.blockFormat()
    kind: BlockKind = properties.property(_KIND) or "paragraph"
    return Manner(kind, int(properties.property(_DEPTH) or 0), properties.property(_NUMBER) or "")


def set_manner(cursor: QTextCursor, manner: Manner) -> None:
    """Let the paragraph of *cursor* be *manner*; its uid stays."""
    properties = cursor.blockFormat()
    _put(properties, manner)
    cursor.setBlockFormat(properties)


def new_paragraph(manner: Manner) -> QTextBlockFormat:
    """Return the format of a paragraph that is not kept yet."""
    properties = QTextBlockFormat()
    properties.setProperty(_UID, new_uid())
    _put(properties, manner)
    return properties


def insert_above(cursor: QTextCursor) -> None:
    """Put an empty paragraph above that of *cursor*, which stands at its beginning."""
    properties = cursor.blockFormat()
    cursor.insertBlock(properties)
    above = QTextCursor(cursor.block().previous())
    above.setBlockFormat(new_paragraph(Manner()))


def find(document: QTextDocument, uid: str) -> QTextBlock | None:
    """Return the paragraph of the block *uid*."""
    named = (each for each in _paragraphs(document) if each.blockFormat().property(_UID) == uid)
    return next(named, None)


def uid_of(paragraph: QTextBlock) -> str:
    """Return the uid of the block that *paragraph* is; "" when it has none yet."""
    return str(paragraph.blockFormat().property(_UID) or "")


def heading_at(paragraph: QTextBlock) -> str:
    """Return the uid of the heading that *paragraph* stands under or is; "" above the first."""
    while paragraph.isValid():
        if manner_of(paragraph).kind == "heading":
            return uid_of(paragraph)
        paragraph = paragraph.previous()
    return ""


def manners_above(paragraph: QTextBlock) -> list[Manner]:
    """Return what the paragraphs before *paragraph* are, from the top."""
    found = []
    while (paragraph := paragraph.previous()).isValid():
        found.append(manner_of(paragraph))
    return found[::-1]


def blocks_of(paragraph: QTextBlock) -> list[Block]:
    """Return *paragraph* as a block without owner and place; words beside a table as another."""
    manner = manner_of(paragraph)
    uid = uid_of(paragraph) or new_uid()
    words = inline.body_of(paragraph)
    if (table := table_in(paragraph)) is not None:
        beside = [Block(body=words)] if words else []
        return [Block(kind="table", body=table, uid=uid), *beside]
    kind: BlockKind = "paragraph" if manner.kind == "table" else manner.kind
    return [Block(kind=kind, depth=manner.depth, number=manner.number, body=words, uid=uid)]


def table_in(paragraph: QTextBlock) -> str | None:
    """Return the body of the table that stands in *paragraph*, or None."""
    fragments = paragraph.begin()
    while not fragments.atEnd():
        letters = fragments.fragment().charFormat()
        if letters.objectType() == inline.TABLE:
            return letters.stringProperty(inline.BODY)
        fragments += 1
    return None


def _paragraphs(document: QTextDocument) -> Iterator[QTextBlock]:
    paragraph = document.begin()
    while paragraph.isValid():
        yield paragraph
        paragraph = paragraph.next()


def _format(block: Block) -> QTextBlockFormat:
    properties = QTextBlockFormat()
    properties.setProperty(_UID, block.uid)
    _put(properties, Manner(block.kind, block.depth, block.number))
    return properties


def _put(properties: QTextBlockFormat, manner: Manner) -> None:
    properties.setProperty(_KIND, manner.kind)
    properties.setProperty(_DEPTH, manner.depth)
    properties.setProperty(_NUMBER, manner.number)
    properties.setTopMargin(_ABOVE if manner.kind == "heading" else 0)
    properties.setBottomMargin(_BELOW)
    properties.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


def _as_kept(block: Block, bodies: dict[str, str]) -> Block:
    """Return *block* with the markup it was written from, where that says the same."""
    before = bodies.get(block.uid, "")
    is_same = block.kind != "table" and inline.canonical(before) == block.body
    return replace(block, body=before) if is_same else block


def _unlike(blocks: Sequence[Block], bodies: dict[str, str]) -> Iterable[Block]:
    """Give *blocks* with uids that differ; of two with one uid the unchanged one keeps it."""
    unchanged = {block.uid for block in blocks if bodies.get(block.uid) == block.body}
    taken: set[str] = set()
    for block in blocks:
        is_elsewhere = block.uid in unchanged and bodies[block.uid] != block.body
        if block.uid in taken or is_elsewhere:
            yield replace(block, uid=new_uid())
        else:
            taken.add(block.uid)
            yield block
