"""The text of a paper in Word, from its head to its closing, in order. Knows no page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thidua_desktop.documents.docx.elements import Element, paragraph, points, run, seam, w
from thidua_desktop.documents.docx.footnotes import Footnotes, styled
from thidua_desktop.documents.docx.frame import closing, head
from thidua_desktop.documents.docx.styles import BODY, HEADINGS, RULE, RUN_IN
from thidua_desktop.documents.docx.tables import RuledTable
from thidua_desktop.documents.paper import Paper, Table
from thidua_desktop.documents.prose import Paragraph, Piece, content
from thidua_desktop.domain.markup import Run
from thidua_desktop.domain.work import Ticket

_AFTER_HEAD, _AFTER_TABLE = 12.0, 6.0  # points
_ADDRESSEES = 0.34  # of the width: where the list under "Kính gửi" begins


class Text:
    """Makes the paragraphs and tables of one paper in a column *room* twips wide."""

    def __init__(self, paper: Paper, notes: Footnotes, room: int) -> None:
        self._paper = paper
        self._notes = notes
        self._room = room

    def elements(self, ticket: Ticket) -> Iterator[Element]:
        """Return everything in order; the closing has the last lines of the text above it."""
        heading, parts = self._paper.heading, list(content(self._paper))
        end = [*closing(heading, self._room)] if heading else []
        if heading:
            # LibreOffice puts an empty line of its own above a table that begins the document.
            yield seam(RULE, is_hidden=True)
            yield from head(heading, self._paper.subtitle, self._room)
        before: Paragraph | Table | None = None
        for number, part in enumerate(parts):
            ticket.step(number, len(parts), "Đang dựng văn bản Word")
            if isinstance(part, Table):
                yield from self._table(part, before)
            else:
                keeps = bool(end) and number == len(parts) - 1
                yield self._paragraph(part, self._gap(before), keeps=keeps)
            before = part
        yield from end
        if end or isinstance(before, Table):
            yield seam(RULE)  # Word wants a paragraph below the last table

    def _table(self, table: Table, before: Paragraph | Table | None) -> Iterator[Element]:
        if not isinstance(before, Paragraph):
            yield paragraph(RULE)  # two tables that touch would become one
        yield RuledTable(table, self._room, self._notes, self._paper.figures).element()

    def _gap(self, before: Paragraph | Table | None) -> float:
        if before is None:
            return _AFTER_HEAD if self._paper.heading else 0.0
        return _AFTER_TABLE if isinstance(before, Table) else 0.0

    def _paragraph(self, part: Paragraph, gap: float, *, keeps: bool) -> Element:
        own = [w("keepNext")] if keeps else []
        own += [w("spacing", before=points(gap))] if gap else []
        own += self._place(part)
        style = HEADINGS[part.level] if part.role in ("heading", "chapter") else BODY
        return paragraph(style, *self._runs(part), properties=tuple(own))

    def _place(self, part: Paragraph) -> list[Element]:
        """Return where the paragraph stands when not where its style says."""
        if part.role == "addressee" and part.words.startswith("-"):
            left = round(self._room * _ADDRESSEES)
            return [w("ind", left=left, firstLine=0), w("jc", val="left")]
        if part.role in ("chapter", "addressee"):
            return [w("ind", firstLine=0), w("jc", val="center")]
        return []

    def _runs(self, part: Paragraph) -> Iterator[Element]:
        if part.role in ("heading", "chapter"):  # bold by their style
            plain = (replace(p, bold=False) if isinstance(p, Run) else p for p in part.pieces)
            return self._inline(plain)
        if part.role == "run_in":
            return self._run_in(part)
        return self._inline(part.pieces)

    def _run_in(self, part: Paragraph) -> Iterator[Element]:
        """Set the bold beginning in the letters of its heading; the rest is text."""
        is_heading = True
        for piece in part.pieces:
            is_heading = is_heading and not (isinstance(piece, Run) and not piece.bold)
            if is_heading and isinstance(piece, Run):
                yield run(piece.text, italic=piece.italic, style=RUN_IN[part.level])
            else:
                yield from self._inline([piece])

    def _inline(self, pieces: Iterable[Piece]) -> Iterator[Element]:
        for piece in pieces:
            yield styled(piece) if isinstance(piece, Run) else self._notes.cite(piece)
