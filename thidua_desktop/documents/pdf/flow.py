"""A paper from its heading to its closing as one row of boxes. Knows no pages."""

from collections.abc import Iterator, Sequence

from thidua_desktop.documents.paper import Paper, Table
from thidua_desktop.documents.pdf.boxes import Box, LineBox, Mark, RowBox
from thidua_desktop.documents.pdf.closing import closing
from thidua_desktop.documents.pdf.heading import HeadingPlate
from thidua_desktop.documents.pdf.letters import LEADING, Letters
from thidua_desktop.documents.pdf.lines import Align, Line, Span, balanced, broken
from thidua_desktop.documents.pdf.notes import Notes
from thidua_desktop.documents.pdf.tables import TableRows
from thidua_desktop.documents.prose import Paragraph, content

SIZE = 14.0
_INDENT = 12.7 * 72 / 25.4
_GAP = 6.0  # points between paragraphs
_AFTER_HEADING, _AFTER_TABLE = 12.0, 10.0
_ADDRESSEES = 0.34  # of the width: where the list under "Kính gửi" begins


class Flow:
    """Makes the boxes of one paper in a column *room* wide."""

    def __init__(self, paper: Paper, letters: Letters, notes: Notes, room: float) -> None:
        self._paper = paper
        self._letters = letters
        self._notes = notes
        self._room = room

    def boxes(self) -> Iterator[Box]:
        """Return the boxes in order; the closing never begins a page without text before it."""
        end = (
            closing(self._paper.heading, self._letters, self._room) if self._paper.heading else None
        )
        waiting: Box | None = None
        for box in self._text():
            if waiting:
                yield waiting
            waiting = box
        if waiting:
            waiting.keeps = end is not None
            yield waiting
        if end:
            yield end

    def _text(self) -> Iterator[Box]:
        paper, least = self._paper, 0.0
        if paper.heading:
            yield HeadingPlate(self._letters, self._room).plate(paper.heading, paper.subtitle)
            least = _AFTER_HEADING
        for block, part in zip(paper.blocks, content(paper), strict=True):
            made = self._table(part) if isinstance(part, Table) else self._paragraph(part)
            for box in made:
                box.block = block.uid
                box.gap, least = max(box.gap, least), 0.0
                yield box
            least = _AFTER_TABLE if isinstance(part, Table) else 0.0

    def _table(self, table: Table) -> Iterator[RowBox]:
        figures = self._paper.figures
        return TableRows(table, self._room, self._letters, self._notes, figures).boxes()

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Box]:
        lines, align = self._lines(paragraph)
        for number, line in enumerate(lines):
            yield LineBox(
                height=LEADING * SIZE,
                gap=_GAP if number == 0 else 0.0,
                notes=line.notes,
                keeps=_keeps(paragraph, number, len(lines)),
                mark=_mark(paragraph) if number == 0 else None,
                line=line,
                room=self._room,
                size=SIZE,
                align=align,
            )

    def _lines(self, paragraph: Paragraph) -> tuple[Sequence[Line], Align]:
        spans = self._notes.spans(paragraph.pieces, SIZE)
        if paragraph.role == "chapter":
            return balanced(spans, self._room), "center"
        if paragraph.role == "addressee":
            return self._addressee(paragraph, spans)
        return broken(spans, self._room, _INDENT), "justify"

    def _addressee(self, paragraph: Paragraph, spans: list[Span]) -> tuple[Sequence[Line], Align]:
        if not paragraph.words.startswith("-"):
            return balanced(spans, self._room), "center"
        left = self._room * _ADDRESSEES
        lines = broken(spans, self._room - left)
        for line in lines:
            line.indent = left
        return lines, "left"


def _keeps(paragraph: Paragraph, number: int, count: int) -> bool:
    """Say whether a line stands on the page of the next: headings, and two lines at either end."""
    if paragraph.role in ("heading", "chapter"):
        return True
    return number < count - 1 and number in (0, count - 2)


def _mark(paragraph: Paragraph) -> Mark | None:
    if not paragraph.level:
        return None
    return Mark(paragraph.title, paragraph.level - 1)
