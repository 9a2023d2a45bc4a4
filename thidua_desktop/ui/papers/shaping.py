"""Paragraphs ended, and made into headings, bullets or plain text. Knows no widget."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from thidua_desktop.ui.papers import numbering, prose
from thidua_desktop.ui.papers.prose import Manner


def change_each(cursor: QTextCursor, manner_of: Callable[[QTextBlock], Manner]) -> None:
    """Give each paragraph that *cursor* chooses, from the top, the manner *manner_of* says.

    It is one change to take back; tables stay what they are.
    """
    cursor.beginEditBlock()
    for paragraph in list(_chosen(cursor)):
        if prose.table_in(paragraph) is None:
            prose.set_manner(QTextCursor(paragraph), manner_of(paragraph))
    cursor.endEditBlock()


def end_paragraph(cursor: QTextCursor) -> None:
    """End the paragraph at *cursor*; the next one is of the kind that usually follows.

    A plain line typed as "1. …" becomes that section, an empty bullet ends its list.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    _take_number(cursor)
    manner = prose.manner_of(cursor.block())
    is_bullet = manner.kind == "bullet"
    if is_bullet and not cursor.block().text():
        prose.set_manner(cursor, Manner())
    elif cursor.atBlockStart() and cursor.block().text():
        prose.insert_above(cursor)
    else:
        cursor.insertBlock(prose.new_paragraph(manner if is_bullet else Manner()))
    cursor.endEditBlock()


def _chosen(cursor: QTextCursor) -> Iterator[QTextBlock]:
    paragraph = cursor.document().findBlock(cursor.selectionStart())
    yield paragraph
    while (paragraph := paragraph.next()).isValid():
        if paragraph.position() >= cursor.selectionEnd():
            break
        yield paragraph


def _take_number(cursor: QTextCursor) -> None:
    paragraph = cursor.block()
    if prose.manner_of(paragraph) != Manner():
        return
    if typed := numbering.typed(paragraph.text()):
        manner, length = typed
        if cursor.positionInBlock() >= length:
            front = QTextCursor(paragraph)
            front.setPosition(paragraph.position() + length, QTextCursor.MoveMode.KeepAnchor)
            front.removeSelectedText()
            prose.set_manner(front, manner)
