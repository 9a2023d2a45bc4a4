"""Tables as rows of boxes: columns shared out, cells broken into lines. Knows no pages."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from thidua_desktop.documents import wording
from thidua_desktop.documents.paper import GroupRow, Row, Table, TotalRow
from thidua_desktop.documents.pdf.boxes import Cell, RowBox, row_height
from thidua_desktop.documents.pdf.columns import PADDING, widths
from thidua_desktop.documents.pdf.letters import Letters
from thidua_desktop.documents.pdf.lines import Align, Line, broken, plain_lines
from thidua_desktop.documents.pdf.notes import Notes
from thidua_desktop.documents.prose import pieces
from thidua_desktop.documents.sheets import Cell as Value
from thidua_desktop.documents.sheets import Kind

_GAP = 6.0  # points above the table
_JUSTIFIED = 190.0  # points; wider columns of text have two straight edges

_ALIGN: Mapping[Kind, Align] = {
    "text": "left", "code": "center", "ordinal": "center", "year": "center", "date": "center",
    "number": "right", "money": "right",
}  # fmt: skip


class TableRows:
    """Makes the boxes of one table in a column *room* wide."""

    def __init__(
        self,
        table: Table,
        room: float,
        letters: Letters,
        notes: Notes,
        figures: Mapping[str, str],
    ) -> None:
        self._table = table
        self._notes = notes
        self._figures = figures
        self._plain = letters.style(table.size)
        self._bold = letters.style(table.size, bold=True)
        self._known: dict[tuple[str, float, bool], list[Line]] = {}
        self._edges = [0.0, *accumulate(widths(table, room, self._bold))]
        self._aligns = [self._align(number) for number in range(len(table.columns))]

    def boxes(self) -> Iterator[RowBox]:
        """Return the head and then each row; the last row keeps to nothing."""
        head = self._head()
        yield head
        for row in self._table.rows:
            box = self._row(row)
            box.head = head
            yield box

    def _head(self) -> RowBox:
        titles = [column.title for column in self._table.columns]
        cells = [
            self._cell(title, number, number + 1, "center", bold=True)
            for number, title in enumerate(titles)
        ]
        return self._box(cells, self._edges, keeps=True, gap=_GAP, is_head=True)

    def _row(self, row: Row) -> RowBox:
        count = len(self._table.columns)
        if isinstance(row, GroupRow):
            first = range(len(row.cells))
            spans = [(n, n + 1) for n in first[:-1]] + [(first[-1], count)]
            return self._spanning(row.cells, spans, last="left", keeps=True)
        if isinstance(row, TotalRow):
            skipped = count - len(row.cells)
            spans = [(0, skipped + 1)] + [(n, n + 1) for n in range(skipped + 1, count)]
            return self._spanning(row.cells, spans, last=None, keeps=False)
        cells = [
            self._cell(self._words(value, number), number, number + 1, self._aligns[number])
            for number, value in enumerate(row)
        ]
        return self._box(cells, self._edges)

    def _spanning(
        self,
        values: Sequence[Value],
        spans: Sequence[tuple[int, int]],
        *,
        last: Align | None,
        keeps: bool,
    ) -> RowBox:
        """Return a bold row whose cells cover *spans* of columns; *last* aligns the last cell."""
        cells = []
        for value, (start, end) in zip(values, spans, strict=True):
            align = self._aligns[start] if end - start == 1 else "center"
            if last and end == len(self._table.columns):
                align = last
            cells.append(self._cell(self._words(value, end - 1), start, end, align, bold=True))
        edges = [self._edges[0], *(self._edges[end] for _, end in spans)]
        return self._box(cells, edges, keeps=keeps)

    def _box(
        self,
        cells: Sequence[Cell],
        uprights: Sequence[float],
        *,
        keeps: bool = False,
        gap: float = 0.0,
        is_head: bool = False,
    ) -> RowBox:
        size = self._table.size
        return RowBox(
            height=row_height(cells, size),
            gap=gap,
            notes=tuple(note for cell in cells for line in cell.lines for note in line.notes),
            keeps=keeps,
            cells=cells,
            uprights=uprights,
            size=size,
            is_head=is_head,
        )

    def _cell(self, text: str, start: int, end: int, align: Align, *, bold: bool = False) -> Cell:
        left, right = self._edges[start] + PADDING, self._edges[end] - PADDING
        return Cell(self._lines(text, right - left, bold=bold), left, right - left, align)

    def _lines(self, text: str, room: float, *, bold: bool) -> list[Line]:
        if "<" not in text and "&" not in text:
            key = (text, room, bold)
            if key not in self._known:
                style = self._bold if bold else self._plain
                self._known[key] = plain_lines(text, style, room)
            return self._known[key]
        spans = self._notes.spans(pieces(text, self._figures), self._table.size, bold=bold)
        return broken(spans, room)

    def _words(self, value: Value, column: int) -> str:
        return wording.cell_words(value, self._table.columns[column].kind)

    def _align(self, number: int) -> Align:
        kind = self._table.columns[number].kind
        width = self._edges[number + 1] - self._edges[number]
        return "justify" if kind == "text" and width > _JUSTIFIED else _ALIGN[kind]
