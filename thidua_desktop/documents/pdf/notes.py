"""Footnotes of one paper: numbered as they are cited, broken into lines. Knows no page breaks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thidua_desktop.documents.pdf.boxes import draw_line
from thidua_desktop.documents.pdf.letters import ASCENT, LEADING, Letters, Style
from thidua_desktop.documents.pdf.lines import Line, Span, broken
from thidua_desktop.documents.pdf.pen import Pen
from thidua_desktop.documents.prose import Piece
from thidua_desktop.domain.markup import Footnote, Run

SIZE = 10.0
LINE_HEIGHT = LEADING * SIZE

_ABOVE_RULE, _BELOW_RULE = 7.0, 3.0
_RULE = 142.0  # points, 5 cm
_RAISED_SIZE, _RAISED_BY = 0.62, 0.36  # of the size of the text around


class Notes:
    """The footnotes of one paper in a column *room* wide."""

    def __init__(self, letters: Letters, room: float) -> None:
        self._letters = letters
        self._room = room
        self._lines: list[list[Line]] = [[]]

    def spans(self, pieces: Iterable[Piece], size: float, *, bold: bool = False) -> list[Span]:
        """Return *pieces* as text of *size*, all of it *bold* or not; a footnote as its number.

        Numbers go up in the order of asking.
        """
        spans: list[Span] = []
        for piece in pieces:
            if isinstance(piece, Run):
                spans.append(Span(piece.text, self._style(piece, size, bold=bold)))
                continue
            number = self._add(piece)
            raised = Span(str(number), self._raised(size, bold=bold), number)
            spans += _behind_word(spans, raised)
        return spans

    def lines(self, number: int) -> Sequence[Line]:
        """Return the lines of footnote *number*."""
        return self._lines[number]

    def draw(
        self, pen: Pen, lines: Sequence[Line], left: float, bottom: float, *, goes_on: bool
    ) -> None:
        """Draw *lines* so that the last ends at *bottom*; *goes_on* from the page before."""
        top = bottom - len(lines) * LINE_HEIGHT
        pen.rule(left, left + (self._room if goes_on else _RULE), top - _BELOW_RULE)
        for number, line in enumerate(lines):
            baseline = top + number * LINE_HEIGHT + ASCENT * SIZE
            draw_line(pen, line, "justify", (left, self._room), baseline)

    def _add(self, note: Footnote) -> int:
        number = len(self._lines)
        spans = [Span(str(number), self._raised(SIZE))]
        spans += [Span(" ", self._letters.style(SIZE))]
        spans += [Span(run.text, self._style(run, SIZE)) for run in note.runs]
        self._lines.append(broken(spans, self._room))
        return number

    def _style(self, run: Run, size: float, *, bold: bool = False) -> Style:
        return self._letters.style(size, bold=run.bold or bold, italic=run.italic)

    def _raised(self, size: float, *, bold: bool = False) -> Style:
        return self._letters.style(size * _RAISED_SIZE, bold=bold, rise=size * _RAISED_BY)


def height(lines: int) -> float:
    """Return the height at the foot of a page that *lines* of footnotes take."""
    return lines * LINE_HEIGHT + _ABOVE_RULE + _BELOW_RULE if lines else 0.0


def _behind_word(spans: list[Span], number: Span) -> list[Span]:
    """Return *number* to go on after *spans*; a space they end with is moved behind it.

    Else the number could begin a line, away from the word that it stands at.
    """
    if not spans or not spans[-1].text.endswith(" "):
        return [number]
    last = spans.pop()
    return [replace(last, text=last.text.rstrip(" ")), number, replace(last, text=" ")]
