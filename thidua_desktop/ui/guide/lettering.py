"""How a page of the guide is set: letters, spaces and colours of a markdown text. Knows no page."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
    QTextTableFormat,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Tokens

POINTS = 10.5
_HEADS = {1: 16.0, 2: 12.0, 3: 10.5}
_LINE_HEIGHT = 132  # Per cent: marks above and below Vietnamese letters need air.
_PER_CENT = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class Dress(Protocol):
    """Colours, sizes and letters to set a page in; `look.Look` is one."""

    @property
    def tokens(self) -> Tokens:
        """Return the colours."""

    def px(self, size: int) -> int:
        """Return *size*, said at scale 1, as it is now."""

    def font(self, points: float, bold: bool = False) -> QFont:
        """Return letters of *points* at scale 1."""


def set_page(document: QTextDocument, look: Dress) -> None:
    """Dress the markdown in *document* for the colours and the size of letters of *look*."""
    document.setDefaultFont(look.font(POINTS))
    document.setIndentWidth(look.px(20))
    _set_margins(document, look)
    for block in _blocks(document):
        _set_block(block, look)
        for letters in _pieces(block):
            _set_letters(letters, look)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, look)


def _set_margins(document: QTextDocument, look: Dress) -> None:
    frame = QTextFrameFormat()
    frame.setMargin(look.px(sizes.GROUP))
    frame.setTopMargin(look.px(sizes.TIGHT))
    document.rootFrame().setFrameFormat(frame)


def _set_block(block: QTextBlock, look: Dress) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE_HEIGHT, _PER_CENT)
    in_table = cursor.currentTable() is not None
    above, below = (0, 0) if in_table else _spaces(block, level)
    shape.setTopMargin(look.px(above))
    shape.setBottomMargin(look.px(below))
    if block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel):
        shape.setLeftMargin(0)
        shape.setRightMargin(0)
        shape.setBackground(QBrush(QColor(look.tokens.raised)))
    cursor.mergeBlockFormat(shape)
    if level:
        letters = QTextCharFormat(cursor.charFormat())
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # Markdown's own growth.
        letters.setFont(look.font(_HEADS.get(level, POINTS), bold=True))
        letters.setForeground(QColor(look.tokens.text))
        cursor.setCharFormat(letters)


def _spaces(block: QTextBlock, level: int) -> tuple[int, int]:
    """Return the space above and below a paragraph, in pixels at scale 1."""
    if level:
        return (0 if level == 1 else sizes.GAP), sizes.SPACE if level == 1 else sizes.TIGHT
    in_list = block.textList() is not None
    ends = not in_list or block.next().textList() is None
    return 0, sizes.SPACE if ends else 3


def _set_letters(cursor: QTextCursor, look: Dress) -> None:
    """Show a key on a tinted ground, and a link in the colour of links."""
    found = cursor.charFormat()
    letters = QTextCharFormat()
    if found.isAnchor():
        letters.setForeground(QColor(look.tokens.accent))
    elif found.fontFixedPitch():
        letters.setFont(look.font(POINTS))
        letters.setFontFixedPitch(False)
        letters.setBackground(QBrush(QColor(look.tokens.hover)))
    else:
        return
    cursor.mergeCharFormat(letters)


def _set_table(table: QTextTable, look: Dress) -> None:
    shape = QTextTableFormat(table.format().toTableFormat())
    shape.setBorder(0.5)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(QBrush(QColor(look.tokens.line)))
    shape.setCellPadding(look.px(3))
    shape.setCellSpacing(0)
    shape.setTopMargin(look.px(sizes.TIGHT))
    shape.setBottomMargin(look.px(sizes.SPACE))
    table.setFormat(shape)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pieces(block: QTextBlock) -> Iterator[QTextCursor]:
    """Give each piece of *block* with letters of one kind, chosen."""
    spans: list[tuple[int, int]] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        spans.append((fragment.position(), fragment.position() + fragment.length()))
        fragments += 1
    for first, last in spans:
        cursor = QTextCursor(block)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        yield cursor
