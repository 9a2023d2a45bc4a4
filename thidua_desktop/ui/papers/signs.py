"""How a note, a live figure and a table are drawn in the text one writes. Knows no service."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from thidua_desktop.domain import markup
from thidua_desktop.domain.markup import Field
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.papers import inline

_RAISED = 0.72  # Size of a note's number, as a part of the letters around it.
_ROWS_SHOWN = 8
_PAD = 4.0


class Notes(QPyTextObject):
    """A note is its number, small and raised; numbers run through the whole text."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self._counted = -1
        self._places: list[int] = []
        self.document = document

    def number_at(self, position: int) -> int:
        """Return the number of the note whose sign stands at *position*."""
        if self._counted != self.document.revision():
            self._counted = self.document.revision()
            self._places = note_places(self.document)
        return self._places.index(position) + 1 if position in self._places else 0

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        letters = QFontMetricsF(_small(doc.defaultFont()))
        width = letters.horizontalAdvance(str(self.number_at(position)))
        return QSizeF(ceil(width) + 1, letters.ascent())

    def drawObject(
        self, painter: QPainter, rect: Any, doc: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        font = _small(doc.defaultFont())
        painter.setFont(font)
        painter.setPen(self._look.colour(Tone.ACCENT))
        up = QFontMetricsF(doc.defaultFont()).ascent() * (1 - _RAISED)
        place = QRectF(rect).translated(0, -up)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(place.adjusted(0, -2, 4, 0), align, str(self.number_at(position)))


class Figures(QPyTextObject):
    """A live figure is what it counts now, on a tinted ground; without an answer, its old words."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self.values: Mapping[str, str] = {}

    def words(self, form: QTextFormat) -> str:
        """Return what the figure of *form* shows."""
        kept = form.stringProperty(inline.BODY)
        return self.values.get(form.stringProperty(inline.NAME), kept) or "…"

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        letters = QFontMetricsF(_font(doc, form))
        return QSizeF(ceil(letters.horizontalAdvance(self.words(form))) + 6, letters.ascent())

    def drawObject(
        self, painter: QPainter, rect: Any, doc: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        letters = QFontMetricsF(_font(doc, form))
        place = QRectF(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.chosen))
        painter.drawRoundedRect(place.adjusted(1, 0, -1, letters.descent()), 3, 3)
        painter.setPen(QColor(self._look.tokens.on_chosen))
        painter.setFont(_font(doc, form))
        painter.drawText(QPointF(place.left() + 3, place.bottom()), self.words(form))


class Tables(QPyTextObject):
    """A table is its first rows in ruled lines; a live one is one line that says what it lists."""

    def __init__(self, look: Look, document: QTextDocument, live: Mapping[str, str]) -> None:
        """*live*: what the table of each name lists, in words."""
        super().__init__(document)
        self._look = look
        self._live = live

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        rows = min(len(self._rows(form)), _ROWS_SHOWN + 1)
        return QSizeF(self._width(doc), rows * self._row_height(doc))

    def drawObject(
        self, painter: QPainter, rect: Any, doc: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        rows = self._rows(form)
        if len(rows) > _ROWS_SHOWN + 1:
            rows = [*rows[:_ROWS_SHOWN], [f"… và {len(rows) - _ROWS_SHOWN} dòng nữa"]]
        painter.setFont(doc.defaultFont())
        place, height = QRectF(rect), self._row_height(doc)
        for number, cells in enumerate(rows):
            top = place.top() + number * height
            self._draw_row(painter, QRectF(place.left(), top, place.width() - 1, height), cells)

    def _draw_row(self, painter: QPainter, place: QRectF, cells: Sequence[str]) -> None:
        width = place.width() / len(cells)
        letters = QFontMetricsF(painter.font())
        for number, words in enumerate(cells):
            cell = QRectF(place.left() + number * width, place.top(), width, place.height())
            painter.setPen(QColor(self._look.tokens.border))
            painter.setBrush(QColor(self._look.tokens.raised))
            painter.drawRect(cell)
            painter.setPen(self._look.colour(Tone.TEXT))
            inner = cell.adjusted(_PAD, 0, -_PAD, 0)
            cut = letters.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, cut)

    def _rows(self, form: QTextFormat) -> list[list[str]]:
        body = form.stringProperty(inline.BODY)
        match markup.parse(body):
            case (Field(name=name),):
                return [[self._live.get(name, "Bảng lấy từ số liệu của tệp")]]
        return [[markup.plain(cell) for cell in line.split("\t")] for line in body.split("\n")]

    def _width(self, doc: QTextDocument) -> float:
        frame = doc.rootFrame().frameFormat()
        room = doc.pageSize().width() - frame.leftMargin() - frame.rightMargin()
        return max(room - 2 * doc.documentMargin(), 120.0)

    @staticmethod
    def _row_height(doc: QTextDocument) -> float:
        return QFontMetricsF(doc.defaultFont()).height() + 2 * _PAD


def note_places(document: QTextDocument) -> list[int]:
    """Return where the signs of all notes stand, in order."""
    places: list[int] = []
    paragraph = document.begin()
    while paragraph.isValid():
        fragments = paragraph.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().objectType() == inline.NOTE:
                places += range(fragment.position(), fragment.position() + fragment.length())
            fragments += 1
        paragraph = paragraph.next()
    return places


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _RAISED)
    return small


def _font(doc: QTextDocument, form: QTextFormat) -> QFont:
    letters: QTextCharFormat = form.toCharFormat()
    font = QFont(doc.defaultFont())
    font.setItalic(letters.fontItalic())
    font.setBold(letters.fontWeight() >= QFont.Weight.DemiBold)
    return font
