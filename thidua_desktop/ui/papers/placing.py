"""Notes, figures and tables at their places in a document: found, written. Knows no widget."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from thidua_desktop.domain.markup import Field
from thidua_desktop.ui.papers import inline, prose
from thidua_desktop.ui.papers.prose import Manner


class FigurePlace(NamedTuple):
    """A *number* at a place of the block *uid* that the figure *name* is to say; *words* now."""

    uid: str
    at: int
    number: str
    name: str
    words: str


def note_at(document: QTextDocument, position: int) -> str | None:
    """Return the markup of the note whose sign stands at *position*, or None."""
    letters = _sign_format(document, position)
    is_note = letters is not None and letters.objectType() == inline.NOTE
    return letters.stringProperty(inline.BODY) if letters and is_note else None


def figure_at(document: QTextDocument, position: int) -> str:
    """Return the name of the live figure whose sign stands at *position*, or ""."""
    letters = _sign_format(document, position)
    is_figure = letters is not None and letters.objectType() == inline.FIELD
    return letters.stringProperty(inline.NAME) if letters and is_figure else ""


def replace_by_figures(document: QTextDocument, places: Iterable[FigurePlace]) -> int:
    """Write live figures in the places of numbers, as one change; return how many.

    A place where the number does not stand any more is left alone.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    count = 0
    for place in sorted(places, key=lambda each: each.at, reverse=True):
        paragraph = prose.find(document, place.uid)
        if paragraph is not None and paragraph.text()[place.at :].startswith(place.number):
            _put_figure(cursor, paragraph.position() + place.at, place)
            count += 1
    cursor.endEditBlock()
    return count


def table_place(paragraph: QTextBlock) -> int:
    """Return the position of the table in *paragraph*, or -1."""
    if prose.table_in(paragraph) is None:
        return -1
    return paragraph.position() + paragraph.text().index(inline.SIGN)


def put_table(document: QTextDocument, body: str, position: int) -> None:
    """Write *body* as the table at *position*."""
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(inline.SIGN, prose.table_sign(body))


def put_new_table(cursor: QTextCursor, body: str) -> None:
    """Write the table *body* below the paragraph of *cursor*, or in its place when empty."""
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if cursor.block().text():
        cursor.insertBlock(prose.new_paragraph(Manner("table")))
    else:
        prose.set_manner(cursor, Manner("table"))
    cursor.insertText(inline.SIGN, prose.table_sign(body))
    cursor.endEditBlock()


def _put_figure(cursor: QTextCursor, start: int, place: FigurePlace) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + len(place.number), QTextCursor.MoveMode.KeepAnchor)
    letters = cursor.charFormat()
    is_bold = letters.fontWeight() >= QFont.Weight.DemiBold
    figure = Field(place.name, place.words, letters.fontItalic(), is_bold)
    cursor.insertText(inline.SIGN, inline.sign_of(figure))


def _sign_format(document: QTextDocument, position: int) -> QTextCharFormat | None:
    if position < 0 or document.characterAt(position) != inline.SIGN:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()
