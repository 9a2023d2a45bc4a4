"""Inline markup as pieces of a Qt document, and back. Knows no blocks and no screen.

A footnote and a live figure are one sign each in the document, so that they are chosen, moved and
deleted whole; what they hold stands in the properties of that sign.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextFormat

from thidua_desktop.domain import markup
from thidua_desktop.domain.markup import Field, Footnote, Inline, Run

SIGN = "\ufffc"
LINE = "\u2028"
"""A new line inside a paragraph."""

NOTE = QTextFormat.ObjectTypes.UserObject.value + 1
FIELD = NOTE + 1
TABLE = NOTE + 2

BODY = QTextFormat.Property.UserProperty.value + 1
"""Of a note: its runs as markup; of a figure: the words it showed last; of a table: its body."""
NAME = BODY + 1
"""Of a figure: its name."""


def insert(cursor: QTextCursor, body: str) -> None:
    """Put the words, notes and figures of the markup *body* where *cursor* stands."""
    for piece in markup.parse(body):
        if isinstance(piece, Run):
            text = piece.text.replace("\n", LINE)
            cursor.insertText(text, styled(italic=piece.italic, bold=piece.bold))
        else:
            cursor.insertText(SIGN, sign_of(piece))


def styled(*, italic: bool, bold: bool) -> QTextCharFormat:
    """Return the letters of a run."""
    letters = QTextCharFormat()
    if italic:
        letters.setFontItalic(True)
    if bold:
        letters.setFontWeight(QFont.Weight.Bold)
    return letters


def sign_of(piece: Footnote | Field) -> QTextCharFormat:
    """Return the format of the one sign that stands for *piece*."""
    if isinstance(piece, Footnote):
        sign = QTextCharFormat()
        sign.setObjectType(NOTE)
        sign.setProperty(BODY, markup.render(piece.runs))
        return sign
    sign = styled(italic=piece.italic, bold=piece.bold)
    sign.setObjectType(FIELD)
    sign.setProperty(NAME, piece.name)
    sign.setProperty(BODY, piece.text)
    return sign


def body_of(block: QTextBlock) -> str:
    """Return the markup of one paragraph."""
    return markup.render(markup.parse(markup.render(pieces(block)))).strip()


def canonical(body: str) -> str:
    """Return the markup *body* as `body_of` would give it back."""
    return markup.render(markup.parse(body)).strip()


def body_between(block: QTextBlock, first: int, last: int) -> str:
    """Return the markup of the signs *first* to *last* (positions in the document) of *block*."""
    return markup.render(pieces(block, first, last))


def pieces(block: QTextBlock, first: int = 0, last: int = 1 << 31) -> Iterator[Inline]:
    """Give the pieces of *block* that stand from *first* up to *last*."""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        start = fragment.position()
        text = fragment.text()[max(first - start, 0) : max(last - start, 0)]
        yield from _pieces(text, fragment.charFormat())
        fragments += 1


def _pieces(text: str, letters: QTextCharFormat) -> Iterator[Inline]:
    italic, bold = letters.fontItalic(), letters.fontWeight() >= QFont.Weight.DemiBold
    kind = letters.objectType()
    if kind == NOTE:
        yield from _notes(letters.stringProperty(BODY), len(text))
    elif kind == FIELD:
        field = Field(letters.stringProperty(NAME), letters.stringProperty(BODY), italic, bold)
        yield from [field] * len(text)
    elif words := text.replace(SIGN, ""):
        yield Run(words.replace(LINE, "\n").replace("\xa0", " "), italic, bold)


def _notes(body: str, count: int) -> Iterable[Inline]:
    runs = tuple(piece for piece in markup.parse(body) if isinstance(piece, Run))
    return [Footnote(runs)] * count
