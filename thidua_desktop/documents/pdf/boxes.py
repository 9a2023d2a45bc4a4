"""What stands on a page, from the top down: lines, plates of lines, rows. Knows no page breaks."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from thidua_desktop.documents.pdf.letters import ASCENT, LEADING
from thidua_desktop.documents.pdf.lines import Align, Line
from thidua_desktop.documents.pdf.pen import Pen

_RULE_GAP = 2.6  # points from the foot of a line of text to the rule under it


@dataclass(frozen=True, slots=True)
class Mark:
    """A place named in the outline; *level* 0 is the highest."""

    title: str
    level: int


@dataclass(slots=True, kw_only=True, eq=False)
class Box:
    """Something of one *height* that is drawn whole.

    *gap* is the space above it, left out at the top of a page. *notes*: the footnotes cited in
    it. *keeps*: it stands on the page of what follows. *head*: what is repeated above it when it
    begins a page. *block*: the uid of the block of text it is of.
    """

    height: float
    gap: float = 0.0
    notes: tuple[int, ...] = ()
    keeps: bool = False
    head: "Box | None" = None
    mark: Mark | None = None
    block: str = ""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner there."""
        raise NotImplementedError

    def split(self, room: float) -> "tuple[Box, Box] | None":  # noqa: ARG002 - most do not split
        """Return it in two, the first no higher than *room*; None when it must stay whole."""
        return None

    def cut(self, room: float) -> "tuple[Box, Box] | None":
        """Return it in two as `split` does, when not even an empty page of *room* can hold it."""
        return self.split(room)


@dataclass(slots=True, kw_only=True, eq=False)
class LineBox(Box):
    """One line of a paragraph in a column *room* wide, lines *size* points single-spaced."""

    line: Line
    room: float
    size: float
    align: Align

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the line."""
        draw_line(pen, self.line, self.align, (x, self.room), top + ASCENT * self.size)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line on a plate: its column from *x*, *room* wide, its top at *y*.

    *rule*: how wide a line is drawn below it, in the middle of the column; 0 for none.
    """

    line: Line
    x: float
    y: float
    room: float
    size: float
    align: Align
    rule: float = 0.0


@dataclass(slots=True, kw_only=True, eq=False)
class Plate(Box):
    """Lines at fixed places: the heading, the closing."""

    placed: list[Placed] = field(default_factory=list)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw its lines and rules."""
        for item in self.placed:
            place = (x + item.x, item.room)
            draw_line(pen, item.line, item.align, place, top + item.y + ASCENT * item.size)
            if item.rule:
                start = x + item.x + (item.room - item.rule) / 2
                y = top + item.y + LEADING * item.size + _RULE_GAP
                pen.rule(start, start + item.rule, y, 0.7)

    def cut(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits and the rest, moved up; a list of recipients may have no end."""
        fitting = [item for item in self.placed if item.y + LEADING * item.size <= room]
        over = [item for item in self.placed if item.y + LEADING * item.size > room]
        if not fitting or not over:
            return None
        start = min(item.y for item in over)
        moved = [replace(item, y=item.y - start) for item in over]
        rest = replace(self, placed=moved, height=self.height - start)
        return replace(self, placed=fitting, height=room), rest


Text = Sequence[Line]
"""The lines of one cell."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the text of a cell stands: from *x*, *room* wide, aligned."""

    x: float
    room: float
    align: Align


@dataclass(slots=True, kw_only=True, eq=False)
class RowBox(Box):
    """One row of a ruled table, a text for each of *slots*, letters of *size*.

    *uprights* are its vertical lines, first to last; rows of one kind share slots and uprights.
    *is_head*: a line is drawn above it, and its cells stand in the middle of its height.
    """

    texts: Sequence[Text]
    slots: Sequence[Slot]
    uprights: Sequence[float]
    size: float
    is_head: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw text and rules; the rule above belongs to the row before."""
        leading, bottom = LEADING * self.size, top + self.height
        for text, slot in zip(self.texts, self.slots, strict=True):
            above = (self.height - len(text) * leading) / 2 if self.is_head else ROW_PADDING
            baseline = top + above + ASCENT * self.size
            for line in text:
                draw_line(pen, line, slot.align, (x + slot.x, slot.room), baseline)
                baseline += leading
        left, right = x + self.uprights[0], x + self.uprights[-1]
        if self.is_head:
            pen.rule(left, right, top)
        pen.rule(left, right, bottom)
        for upright in self.uprights:
            pen.upright(x + upright, top, bottom)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Return the row in two, at least two lines on each side."""
        whole = max(map(len, self.texts))
        count = min(int((room - 2 * ROW_PADDING) / (LEADING * self.size)), whole - 2)
        if count < 2:
            return None
        return self._part(0, count), self._part(count, whole)

    def _part(self, first: int, end: int) -> Self:
        texts = [text[first:end] for text in self.texts]
        return replace(self, texts=texts, notes=cited(texts), height=row_height(texts, self.size))


ROW_PADDING = 2.5  # points above and below the text of a cell


def row_height(texts: Sequence[Text], size: float) -> float:
    """Return how high a row of *texts* in letters of *size* is."""
    return max(map(len, texts)) * LEADING * size + 2 * ROW_PADDING


def cited(texts: Sequence[Text]) -> tuple[int, ...]:
    """Return the footnotes cited in *texts*, in order."""
    return tuple(note for text in texts for line in text for note in line.notes)


def draw_line(
    pen: Pen, line: Line, align: Align, column: tuple[float, float], baseline: float
) -> None:
    """Draw *line* in a *column*, given as its left edge and its width."""
    x, room = column
    if align == "justify":
        pen.line(line, x, baseline, line.stretch(room))
    elif align == "left":
        pen.line(line, x, baseline)
    elif align == "center":
        pen.line(line, x + (room - line.width) / 2, baseline)
    else:
        pen.line(line, x + room - line.width, baseline)
