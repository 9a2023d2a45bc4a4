"""The text of a Word document, element by element, to lines and grids."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from xml.etree.ElementTree import Element

from thidua_desktop.documents.reading.inline import raised
from thidua_desktop.documents.reading.source import Cell, Grid, Item, Line, Mark, Piece, tidy
from thidua_desktop.documents.reading.word_lists import Lists
from thidua_desktop.documents.reading.word_styles import Styles, value
from thidua_desktop.domain.markup import Footnote, Run

_SKIPPED = frozenset(
    (
        *("del", "moveFrom", "delText", "instrText", "fldData", "rt"),
        *("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"),
        *("footnoteRef", "endnoteRef", "annotationRef"),
    )
)
_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "•"}
_REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_OF_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_RAISED = re.compile(r"\s*[(\[]?\s*(?P<number>\d{1,3})\s*[)\]]?\s*")
_Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Raised:
    """Text above the line, not yet known to be a reference."""

    text: str


@dataclass(slots=True)
class Body:
    """Reads one document once: list numbers count and fields open and close as it goes.

    Lines come as they are written, empty ones too; those in tables are tidied. *is_filled*:
    every cell of a merged range holds what the range shows, else only its first cell.
    """

    styles: Styles
    lists: Lists
    notes: dict[str, Element]
    is_filled: bool = False
    _fields: list[str] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)

    def items(self, parent: Element) -> Iterator[Item]:
        """Give the paragraphs and tables below *parent*, a paragraph's text boxes after it."""
        for child in parent:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield self._table(child)
            elif child.tag not in _SKIPPED:
                yield from self.items(_shown(child))

    def _paragraph(self, paragraph: Element) -> Iterator[Item]:
        properties = paragraph.find("pPr")
        line = Line(
            tuple(_marked(self._walk(paragraph, properties))),
            number=self.lists.next_label(*self.styles.list_of(properties)),
            is_title=self.styles.is_title(properties),
            is_centred=self.styles.is_centred(properties),
        )
        yield from by_breaks(line)
        while self._boxes:
            yield from self.items(self._boxes.pop(0))

    def _walk(self, parent: Element, properties: Element | None) -> Iterator[Piece | _Raised]:
        for child in parent:
            if child.tag == "r":
                yield from self._run(child, properties)
            elif child.tag == "txbxContent":
                self._boxes.append(child)
            elif child.tag == "fldSimple" and _OF_PAGES.match(child.get("instr", "")):
                continue
            elif child.tag not in _SKIPPED:
                yield from self._walk(_shown(child), properties)

    def _run(self, run: Element, properties: Element | None) -> Iterator[Piece | _Raised]:
        look = self.styles.look(run.find("rPr"), properties)
        for child in run:
            if child.tag in ("fldChar", "instrText"):
                self._field(child)
            elif child.tag in _REFERENCES:
                yield from self._note(_REFERENCES[child.tag], child.get("id", ""))
            elif child.tag == "t" or child.tag in _LETTERS:
                text = (child.text or "") if child.tag == "t" else _LETTERS[child.tag]
                if look.is_hidden or any(map(_OF_PAGES.match, self._fields)):
                    continue
                text = text.upper() if look.is_capital else text
                yield _Raised(text) if look.is_raised else Run(text, look.italic, look.bold)
            elif child.tag not in _SKIPPED:
                yield from self._walk(_shown(child), properties)

    def _field(self, element: Element) -> None:
        """Open, name or close a field; its shown text goes on as text unless it counts pages."""
        kind = element.get("fldCharType", "")
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()
        elif element.tag == "instrText" and self._fields:
            self._fields[-1] += element.text or ""

    def _note(self, kind: str, name: str) -> Iterator[Piece]:
        root = self.notes.get(kind)
        for note in () if root is None else root:
            if note.get("id") == name:
                yield Footnote(tuple(self._note_runs(note)))

    def _note_runs(self, note: Element) -> Iterator[Run]:
        for paragraph in note.iter("p"):
            for piece in self._walk(paragraph, paragraph.find("pPr")):
                if isinstance(piece, Run):
                    yield piece
                elif isinstance(piece, _Raised):
                    yield raised(piece.text)
            yield Run(" ")

    def _table(self, table: Element) -> Grid:
        rows: list[_Row] = []
        for row in _below(table, "tr"):
            rows.append(self._row(row, rows[-1] if rows else ()))
        width = max(map(len, rows), default=0)
        padded = ((*row, *((),) * (width - len(row))) for row in rows)
        return Grid(tuple(padded), self.styles.is_framed(table))

    def _row(self, row: Element, above: _Row) -> _Row:
        before = value(row.find("trPr"), "gridBefore")
        cells: list[Cell] = [()] * _count(before, 0)
        for cell in _below(row, "tc"):
            properties = cell.find("tcPr")
            merge = None if properties is None else properties.find("vMerge")
            is_rest = merge is not None and merge.get("val", "continue") == "continue"
            lines = self._cell(cell)
            if is_rest and self.is_filled:
                lines = above[len(cells)] if len(cells) < len(above) else lines
            span = _count(value(properties, "gridSpan"), 1)
            cells += [lines] + [lines if self.is_filled else ()] * (span - 1)
        return tuple(cells)

    def _cell(self, cell: Element) -> Cell:
        lines: list[Line] = []
        for item in self.items(cell):
            within = [item] if isinstance(item, Line) else _rows_of(item)
            lines += (line for line in map(tidy, within) if line.pieces or line.number)
        return tuple(lines)


def by_breaks(line: Line) -> Iterator[Line]:
    """Give *line* as a line each where it is broken by hand."""
    current: list[Piece] = []
    number = line.number
    for piece in line.pieces:
        if not isinstance(piece, Run) or "\n" not in piece.text:
            current.append(piece)
            continue
        *texts, last = piece.text.split("\n")
        for text in texts:
            yield replace(line, pieces=(*current, replace(piece, text=text)), number=number)
            current, number = [], ""
        current = [replace(piece, text=last)]
    yield replace(line, pieces=tuple(current), number=number)


def _marked(pieces: Iterable[Piece | _Raised]) -> Iterator[Piece]:
    """Give *pieces* with raised text as marks where it is a number, however it was cut up."""
    for is_raised, group in groupby(pieces, key=lambda piece: isinstance(piece, _Raised)):
        if not is_raised:
            yield from (piece for piece in group if not isinstance(piece, _Raised))
            continue
        text = "".join(piece.text for piece in group if isinstance(piece, _Raised))
        found = _RAISED.fullmatch(text)
        yield Mark(found["number"]) if found else Run(text)


def _shown(element: Element) -> Element:
    """Return *element*, or of two ways to show the same thing the first."""
    if element.tag == "AlternateContent" and len(element):
        return element[0]
    return element


def _below(parent: Element, tag: str) -> Iterator[Element]:
    """Give the elements *tag* right below *parent*, or wrapped in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and child.tag not in ("tr", "tc", "p", "tbl"):
            yield from _below(child, tag)


def _rows_of(grid: Grid) -> Iterator[Line]:
    return (line for row in grid.rows for cell in row for line in cell)


def _count(text: str, otherwise: int) -> int:
    """Return a count of columns; a file may claim any number, a page holds few."""
    return min(int(text), 200) if text.isdigit() else otherwise
