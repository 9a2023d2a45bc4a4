"""The text of a paper to write in: paragraphs with their numbers in the margin. Knows no service.

Nothing here changes what is typed between two keys, so that input methods and UniKey are safe:
numbers are taken off a line only when Enter ends it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.markup import Field, Footnote
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.papers import clipboard, inline, numbering, placing, prose, shaping, signs
from thidua_desktop.ui.papers.emphasis import Emphasis
from thidua_desktop.ui.papers.placing import FigurePlace
from thidua_desktop.ui.papers.prose import Manner

_MARGIN = 52  # Pixels at scale 1 where the numbers stand.
_POINTS = 11
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaperText(QTextEdit):
    """All blocks of one paper as one text. `edited` comes with every change by the officer.

    `placed` tells what the paragraph is that the caret came to; `note_opened` and `table_opened`
    that the officer wants to read or change the note or table at a position.
    """

    edited = Signal()
    placed = Signal(object)
    placed_in = Signal(str)
    """The uid of the heading above the caret, or of that it stands in; "" above the first."""
    placed_at = Signal(str, float)
    """The uid of the block the caret stands in, and which part of it is before the caret."""
    note_opened = Signal(int)
    figure_opened = Signal(str)
    """The name of the live figure whose rows the officer wants to see."""
    table_opened = Signal(int)

    def __init__(self, title: str, look: Look, live_tables: Mapping[str, str]) -> None:
        """*title* is for screen readers; *live_tables*: what a live table of a name lists."""
        super().__init__()
        self._look = look
        self._before: Sequence[Block] = ()
        self._meanings: Mapping[str, str] = {}
        self._is_loading = False
        self._notes = signs.Notes(look, self.document())
        self._figures = signs.Figures(look, self.document())
        self._tables = signs.Tables(look, self.document(), live_tables)
        self._emphasis = Emphasis(look, self.document())
        layout = self.document().documentLayout()
        layout.registerHandler(inline.NOTE, self._notes)
        layout.registerHandler(inline.FIELD, self._figures)
        layout.registerHandler(inline.TABLE, self._tables)
        self.setAccessibleName(title)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().contentsChanged.connect(self._tell_edited)
        self.cursorPositionChanged.connect(self._tell_place)
        look.changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take letters and margins of the present scale."""
        self._is_loading = True
        self.document().setDefaultFont(self._look.font(_POINTS))
        self._set_margin()
        self._emphasis.rehighlight()
        self._is_loading = False

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show *blocks* as they are kept; caret and what can be undone stay where they can."""
        if self._before and prose.is_same(blocks, self.blocks()):
            self.keep(blocks, self.document().revision())
            return
        at, top = self.textCursor().position(), self.verticalScrollBar().value()
        self._is_loading = True
        self._before = tuple(blocks)
        prose.write(self.document(), blocks)
        self._set_margin()
        self.document().setModified(False)
        self._is_loading = False
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(top)

    @property
    def kept(self) -> Sequence[Block]:
        """Return the blocks as they are kept."""
        return self._before

    def type_blocks(self, blocks: Sequence[Block]) -> None:
        """Put *blocks* in as if the officer had typed them over what is kept."""
        prose.write(self.document(), blocks)
        self._set_margin()
        self.document().setModified(True)
        self.begin()

    def begin(self) -> None:
        """Go to the top."""
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def blocks(self) -> list[Block]:
        """Return the blocks as they stand now."""
        return prose.read(self.document(), self._before)

    def keep(self, blocks: Sequence[Block], revision: int) -> None:
        """Take *blocks* as what is kept; they were read when the document had *revision*."""
        self._before = tuple(blocks)
        if revision == self.document().revision():
            self.document().setModified(False)

    def show_figures(
        self, values: Mapping[str, str], meanings: Mapping[str, str] | None = None
    ) -> None:
        """Let live figures show *values*, by name; *meanings* say what each counts."""
        self._meanings = meanings or {}
        if values != self._figures.values:
            self._figures.values = dict(values)
            self._is_loading = True
            self.document().markContentsDirty(0, self.document().characterCount())
            self._is_loading = False

    def mark_numbers(self, numbers: Mapping[str, Collection[str]]) -> None:
        """Underline *numbers*, by the uid of their block, as some that figures could say."""
        if numbers != self._emphasis.numbers:
            self._emphasis.numbers = numbers
            self._is_loading = True
            self._emphasis.rehighlight()
            self._is_loading = False

    def replace_by_figures(self, places: Iterable[FigurePlace]) -> int:
        """Write live figures in the places of numbers, as one change; return how many."""
        return placing.replace_by_figures(self.document(), places)

    def figure_near(self) -> str:
        """Return the name of the live figure before or behind the caret, or ""."""
        at = self.textCursor().position()
        names = (placing.figure_at(self.document(), place) for place in (at - 1, at))
        return next(filter(None, names), "")

    def go_to(self, uid: str) -> None:
        """Put the caret at the beginning of the block *uid*, at the top of what is seen."""
        if (paragraph := prose.find(self.document(), uid)) is None:
            return
        self.setTextCursor(QTextCursor(paragraph))
        rect = self.document().documentLayout().blockBoundingRect(paragraph)
        self.verticalScrollBar().setValue(int(rect.top()) - sizes.SPACE)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def manner(self) -> Manner:
        """Return what the paragraph of the caret is."""
        return prose.manner_of(self.textCursor().block())

    def set_manner(self, manner: Manner) -> None:
        """Let the paragraphs chosen be *manner*."""
        self._change_each(lambda _paragraph: manner)

    def set_depth(self, depth: int) -> None:
        """Let the paragraphs chosen be headings of *depth*, each numbered after those above."""
        self._change_each(
            lambda paragraph: numbering.heading_after(prose.manners_above(paragraph), depth)
        )

    def shift(self, by: int) -> None:
        """Let the paragraphs chosen stand *by* levels deeper: headings, bullets and plain text."""
        self._change_each(
            lambda paragraph: numbering.shifted(
                prose.manner_of(paragraph), prose.manners_above(paragraph), by
            )
        )

    def toggle_bold(self) -> None:
        """Make what is chosen bold, or no longer."""
        letters = QTextCharFormat()
        is_bold = self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold
        letters.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(letters)

    def toggle_italic(self) -> None:
        """Make what is chosen italic, or no longer."""
        letters = QTextCharFormat()
        letters.setFontItalic(not self.currentCharFormat().fontItalic())
        self.mergeCurrentCharFormat(letters)

    def note_near(self) -> int:
        """Return the position of the note before or behind the caret, or -1."""
        at = self.textCursor().position()
        return next((place for place in (at - 1, at) if self._has_note(place)), -1)

    def note_body(self, position: int) -> str:
        """Return the markup of the note at *position*."""
        return placing.note_at(self.document(), position) or ""

    def note_number(self, position: int) -> int:
        """Return the number of the note at *position*."""
        return self._notes.number_at(position)

    def put_note(self, body: str, position: int = -1) -> None:
        """Write a note with the markup *body* at the caret, or instead of the one at *position*."""
        runs = tuple(piece for piece in markup.parse(body) if isinstance(piece, markup.Run))
        self._put_sign(Footnote(runs), position)

    def put_figure(self, name: str, words: str) -> None:
        """Write the live figure *name* at the caret; *words* is what it shows now."""
        self._put_sign(Field(name, words), -1)

    def table_body(self, position: int) -> str:
        """Return the body of the table at *position*, or ""."""
        return prose.table_in(self.document().findBlock(position)) or ""

    def put_table(self, body: str, position: int) -> None:
        """Write *body* as the table at *position*."""
        placing.put_table(self.document(), body, position)

    def table_near(self) -> int:
        """Return the position of the table in the paragraph of the caret, or -1."""
        return placing.table_place(self.textCursor().block())

    def put_new_table(self, body: str) -> None:
        """Write the table *body* below the paragraph of the caret, or in its place when empty."""
        cursor = self.textCursor()
        placing.put_new_table(cursor, body)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not modifiers and not self.isReadOnly():
            self._new_paragraph()
        elif event.key() == Qt.Key.Key_Backspace and self._takes_manner_off():
            self.set_manner(Manner())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._sign_at(event.position())
        if self._has_note(place):
            self.note_opened.emit(place)
        elif name := placing.figure_at(self.document(), place):
            self.figure_opened.emit(name)
        elif prose.table_in(self.document().findBlock(place)) is not None:
            self.table_opened.emit(place)
        else:
            super().mouseDoubleClickEvent(event)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            place = self._sign_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._told_of(place))
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.take(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        clipboard.put(cursor, clipboard.given(source))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasFormat(clipboard.OWN)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        paragraph = self.cursorForPosition(event.rect().topLeft()).block()
        while paragraph.isValid():
            rect = layout.blockBoundingRect(paragraph).translated(0, -top)
            if rect.top() > event.rect().bottom():
                break
            self._draw_number(painter, paragraph, rect)
            paragraph = paragraph.next()
        painter.end()

    def _draw_number(self, painter: QPainter, paragraph: QTextBlock, rect: QRectF) -> None:
        manner = prose.manner_of(paragraph)
        if not manner.number:
            return
        painter.setFont(self._look.font(_POINTS, bold=manner.kind == "heading"))
        painter.setPen(self._look.colour(Tone.TEXT))
        line = paragraph.layout().lineAt(0)
        place = QRectF(0, rect.top(), rect.left() - sizes.SPACE, line.y() + line.height())
        base = place.top() + line.y() + line.ascent()
        width = painter.fontMetrics().horizontalAdvance(manner.number)
        painter.drawText(QPointF(max(place.right() - width, 2), base), manner.number)

    def _new_paragraph(self) -> None:
        cursor = self.textCursor()
        shaping.end_paragraph(cursor)
        self.setTextCursor(cursor)
        if cursor.atBlockEnd():
            self.setCurrentCharFormat(QTextCharFormat())
        self.ensureCursorVisible()

    def _takes_manner_off(self) -> bool:
        cursor = self.textCursor()
        is_at_start = cursor.atBlockStart() and not cursor.hasSelection()
        return is_at_start and not self.isReadOnly() and self.manner() != Manner()

    def _change_each(self, manner_of: Callable[[QTextBlock], Manner]) -> None:
        shaping.change_each(self.textCursor(), manner_of)
        self._tell_place()

    def _put_sign(self, piece: Footnote | Field, position: int) -> None:
        cursor = self.textCursor()
        letters = cursor.charFormat()
        if position >= 0:
            cursor.setPosition(position)
            step = QTextCursor.MoveOperation.Right
            cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(inline.SIGN, inline.sign_of(piece))
        if letters.objectType():
            letters = QTextCharFormat()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(letters)

    def _told_of(self, place: int) -> str:
        """Return the words of the note at *place*, or what the figure there counts."""
        if body := self.note_body(place):
            return markup.plain(body)
        name = placing.figure_at(self.document(), place)
        return self._meanings.get(name, "") if name else ""

    def _has_note(self, position: int) -> bool:
        return placing.note_at(self.document(), position) is not None

    def _sign_at(self, point: QPointF) -> int:
        """Return the position of the letter under *point* of the viewport, or -1."""
        at = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value()) + point
        return self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)

    def _set_margin(self) -> None:
        frame = QTextFrameFormat()
        frame.setLeftMargin(self._look.px(_MARGIN))
        frame.setTopMargin(sizes.SPACE)
        frame.setRightMargin(self._look.px(sizes.SPACE))
        self.document().rootFrame().setFrameFormat(frame)

    def _tell_edited(self) -> None:
        if not self._is_loading:
            self.edited.emit()

    def _tell_place(self) -> None:
        self.placed.emit(self.manner())
        paragraph = self.textCursor().block()
        self.placed_in.emit(prose.heading_at(paragraph))
        part = self.textCursor().positionInBlock() / max(paragraph.length(), 1)
        self.placed_at.emit(prose.uid_of(paragraph), part)
