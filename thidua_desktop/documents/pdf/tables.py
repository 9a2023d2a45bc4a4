"""Tables as rows of boxes: columns shared out, cells broken into lines. Knows no pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from thidua_desktop.documents.paper import GroupRow, Row, Table, TotalRow
from thidua_desktop.documents.pdf.boxes import RowBox, Slot, Text, cited, row_height
from thidua_desktop.documents.pdf.columns import PADDING, widths
from thidua_desktop.documents.pdf.letters import Letters
from thidua_desktop.documents.pdf.lines import Align, broken, plain_lines
from thidua_desktop.documents.pdf.notes import Notes
from thidua_desktop.documents.prose import pieces
from thidua_desktop.documents.sheets import Kind
from thidua_desktop.documents.wording import cell_words

_GAP = 6.0  # points above the table
_JUSTIFIED = 190.0  # points; wider columns of text have two straight edges

_ALIGN: Mapping[Kind, Align] = {
    "text": "left", "code": "center", "ordinal": "center", "year": "center", "date": "center",
    "number": "right", "money": "right",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the texts and the vertical lines of one kind of row stand."""

    slots: Sequence[Slot]
    uprights: Sequence[float]


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
        self._count = len(table.columns)
        self._kinds = [column.kind for column in table.columns]
        self._plain = letters.style(table.size)
        self._bold = letters.style(table.size, bold=True)
        self._known: dict[tuple[str, float, bool], Text] = {}
        self._edges = [0.0, *accumulate(widths(table, room, self._bold))]
        self._shape = self._shaped(_ones(0, self._count))

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
        slots = [replace(slot, align="center") for slot in self._shape.slots]
        head = self._box(titles, _Shape(slots, self._shape.uprights), bold=True)
        head.is_head = head.keeps = True
        head.gap = _GAP
        return head

    def _row(self, row: Row) -> RowBox:
        if isinstance(row, GroupRow):
            alone = len(row.cells) - 1
            shape = self._shaped([*_ones(0, alone), (alone, self._count)], "left")
            box = self._box(map(cell_words, row.cells, self._kinds), shape, bold=True)
            box.keeps = True
            return box
        if isinstance(row, TotalRow):
            first = self._count - len(row.cells)
            shape = self._shaped([(0, first + 1), *_ones(first + 1, self._count)], "center")
            return self._box(map(cell_words, row.cells, self._kinds[first:]), shape, bold=True)
        return self._box(map(cell_words, row, self._kinds), self._shape)

    def _shaped(self, spans: Sequence[tuple[int, int]], wide: Align = "left") -> _Shape:
        """Return the shape of a row whose cells span these columns; *wide* aligns long spans."""
        slots = []
        for start, end in spans:
            x, right = self._edges[start] + PADDING, self._edges[end] - PADDING
            align = self._align(start) if end - start == 1 else wide
            slots.append(Slot(x, right - x, align))
        return _Shape(slots, [self._edges[0], *(self._edges[end] for _, end in spans)])

    def _box(self, words: Iterable[str], shape: _Shape, *, bold: bool = False) -> RowBox:
        texts = [
            self._text(text, slot.room, bold=bold)
            for text, slot in zip(words, shape.slots, strict=True)
        ]
        return RowBox(
            height=row_height(texts, self._table.size),
            notes=cited(texts),
            texts=texts,
            slots=shape.slots,
            uprights=shape.uprights,
            size=self._table.size,
        )

    def _text(self, text: str, room: float, *, bold: bool) -> Text:
        if "<" in text or "&" in text:
            spans = self._notes.spans(pieces(text, self._figures), self._table.size, bold=bold)
            return broken(spans, room)
        key = (text, room, bold)
        if key not in self._known:
            self._known[key] = plain_lines(text, self._bold if bold else self._plain, room)
        return self._known[key]

    def _align(self, number: int) -> Align:
        kind = self._kinds[number]
        width = self._edges[number + 1] - self._edges[number]
        return "justify" if kind == "text" and width > _JUSTIFIED else _ALIGN[kind]


def _ones(first: int, end: int) -> list[tuple[int, int]]:
    """Return one span for each column from *first* to before *end*."""
    return [(number, number + 1) for number in range(first, end)]
