"""Tables of a Word document: ruled with a repeated head, or bare as frames. Knows no paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.documents.columns import PADDING, widths
from thidua_desktop.documents.docx.elements import Element, paragraph, points, w
from thidua_desktop.documents.docx.footnotes import Footnotes, styled
from thidua_desktop.documents.docx.styles import CELL, CELL_SIZE, FRAME, RULED
from thidua_desktop.documents.letter_widths import line_count, text_width
from thidua_desktop.documents.paper import GroupRow, Row, Table, TotalRow
from thidua_desktop.documents.prose import Piece, pieces
from thidua_desktop.documents.sheets import Cell as Value
from thidua_desktop.documents.sheets import Kind
from thidua_desktop.documents.wording import cell_words
from thidua_desktop.domain.markup import Run, plain

_JUSTIFIED = 190.0  # points; wider columns of text have two straight edges
_WHOLE = 12  # lines; a row of more may go on to the next page
_ALIGN: Mapping[Kind, str] = {"text": "left", "number": "right", "money": "right"}


def bare_table(columns: Sequence[int], rows: Iterable[Sequence[Sequence[Element]]]) -> Element:
    """Return a table without lines; *columns* are widths in twips, cells are paragraphs."""
    made = _table(columns, padding=0)
    for row in rows:
        cells = [_cell(width, cell) for width, cell in zip(columns, row, strict=True)]
        made.append(w("tr", w("trPr", w("cantSplit")), *cells))
    return made


@dataclass(frozen=True, slots=True)
class _Spot:
    """The text of one cell, which reaches from column *start* to before column *end*."""

    text: str
    start: int
    end: int
    align: str


class RuledTable:
    """Makes one table of a paper in a column *room* twips wide."""

    def __init__(
        self, table: Table, room: int, notes: Footnotes, figures: Mapping[str, str]
    ) -> None:
        self._table = table
        self._notes = notes
        self._figures = figures
        self._letters = _Letters(table.size)
        self._widths = widths(table, room / points(1), self._letters)

    def element(self) -> Element:
        """Return the table, its head repeated on every page."""
        made = _table([points(width) for width in self._widths], points(PADDING), RULED)
        made.append(self._head())
        made.extend(map(self._row, self._table.rows))
        return made

    def _head(self) -> Element:
        spots = [
            _Spot(column.title, place, place + 1, "center")
            for place, column in enumerate(self._table.columns)
        ]
        cells = [self._filled(spot, bold=True, in_middle=True) for spot in spots]
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)

    def _row(self, row: Row) -> Element:
        if isinstance(row, GroupRow):
            ends = [*range(1, len(row.cells)), len(self._widths)]
            spots = self._spots(row.cells, ends)
            spots[-1] = replace(spots[-1], align="left")
        elif isinstance(row, TotalRow):
            ends = [*range(len(self._widths) - len(row.cells) + 1, len(self._widths) + 1)]
            spots = self._spots(row.cells, ends)
        else:
            spots = self._spots(row, range(1, len(self._widths) + 1))
        is_plain = not isinstance(row, GroupRow | TotalRow)
        keeps = isinstance(row, GroupRow)
        cells = [self._filled(spot, bold=not is_plain, keeps=keeps) for spot in spots]
        whole = [w("trPr", w("cantSplit"))] if self._is_low(spots) else []
        return w("tr", *whole, *cells)

    def _spots(self, values: Sequence[Value], ends: Sequence[int]) -> list[_Spot]:
        """Return the cells of a row; each of *ends* is the column before which one ends."""
        starts = [0, *ends[:-1]]
        return [
            _Spot(
                cell_words(value, self._table.columns[end - 1].kind),
                start,
                end,
                self._align(start, end),
            )
            for value, start, end in zip(values, starts, ends, strict=True)
        ]

    def _align(self, start: int, end: int) -> str:
        kind = self._table.columns[start].kind
        if end - start > 1 or kind not in _ALIGN:
            return "center"
        return "both" if kind == "text" and self._widths[start] > _JUSTIFIED else _ALIGN[kind]

    def _is_low(self, spots: Iterable[_Spot]) -> bool:
        lines = (self._letters.lines(plain(spot.text), self._room(spot)) for spot in spots)
        return max(lines) <= _WHOLE

    def _room(self, spot: _Spot) -> float:
        return sum(self._widths[spot.start : spot.end]) - 2 * PADDING

    def _filled(
        self, spot: _Spot, *, bold: bool = False, keeps: bool = False, in_middle: bool = False
    ) -> Element:
        lines = []
        for line in _lines(pieces(spot.text, self._figures)):
            own = [*([w("keepNext")] if keeps else []), w("jc", val=spot.align)]
            lines.append(paragraph(CELL, *self._runs(line, bold=bold), properties=tuple(own)))
        width = points(sum(self._widths[spot.start : spot.end]))
        return _cell(width, lines, spot.end - spot.start, in_middle=in_middle)

    def _runs(self, line: Iterable[Piece], *, bold: bool) -> Iterator[Element]:
        size = self._table.size if self._table.size != CELL_SIZE else None
        for piece in line:
            if isinstance(piece, Run):
                yield styled(replace(piece, bold=piece.bold or bold), size)
            else:
                yield self._notes.cite(piece)


def _table(columns: Sequence[int], padding: int, style: str | None = None) -> Element:
    properties = [w("tblStyle", val=style)] if style else []
    properties += [
        w("tblW", w=sum(columns), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=padding, type="dxa") for side in ("left", "right"))),
    ]
    grid = [w("gridCol", w=width) for width in columns]
    return w("tbl", w("tblPr", *properties), w("tblGrid", *grid))


def _cell(
    width: int, paragraphs: Sequence[Element], span: int = 1, *, in_middle: bool = False
) -> Element:
    properties = [w("tcW", w=width, type="dxa")]
    properties += [w("gridSpan", val=span)] if span > 1 else []
    properties += [w("vAlign", val="center")] if in_middle else []
    return w("tc", w("tcPr", *properties), *(paragraphs or [paragraph(FRAME)]))


def _lines(text: Iterable[Piece]) -> list[list[Piece]]:
    """Return *text* cut at its line feeds."""
    lines: list[list[Piece]] = [[]]
    for piece in text:
        if not isinstance(piece, Run):
            lines[-1].append(piece)
            continue
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(replace(piece, text=part))
    return lines


@dataclass(frozen=True, slots=True)
class _Letters:
    """Bold Times letters of *size* points."""

    size: float

    def width(self, text: str) -> float:
        """Return how wide *text* is in points, a little more rather than less."""
        return text_width(text, bold=True) * self.size / 1000 * _SAFE

    def lines(self, text: str, room: float) -> int:
        """Return how many lines *text* takes in *room* points."""
        return line_count(text, room * 1000 / self.size / _SAFE, bold=True)


_SAFE = 1.05  # single words in bold can be wider than words are on the whole
