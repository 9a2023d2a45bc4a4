"""Word files made for tests, the way Word, LibreOffice and hurried people make them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from thidua_desktop.documents.reading.source import Cell, Grid, Item, Line, Mark
from thidua_desktop.domain.markup import Footnote, Run, escape

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATOR = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
)


class WordFile:
    """A .docx being written: paragraphs with runs, real footnotes, tables."""

    def __init__(self) -> None:
        self.document: Any = Document()
        self._notes: list[str] = []

    def add(self, items: Iterable[Item]) -> "WordFile":
        """Write *items*: footnotes as Word's own, marks as raised text."""
        for item in items:
            if isinstance(item, Line):
                self._fill(self.document.add_paragraph(), item)
            else:
                self._table(item)
        return self

    def save(self, path: Path) -> Path:
        """Save the file with its footnotes part."""
        if self._notes:
            content = (
                f"<w:footnotes {nsdecls('w')}>{_SEPARATOR}{''.join(self._notes)}</w:footnotes>"
            )
            part = self.document.part
            notes = Part(
                PackURI("/word/footnotes.xml"), _NOTES_TYPE, content.encode(), part.package
            )
            part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
        self.document.save(path)
        return path

    def _table(self, grid: Grid) -> None:
        table = self.document.add_table(len(grid.rows), max(map(len, grid.rows)))
        if grid.is_framed:
            table.style = "Table Grid"
        for row, cells in zip(table.rows, grid.rows, strict=True):
            for place, cell in zip(row.cells, cells, strict=True):
                self._cell(place, cell)

    def _cell(self, place: Any, cell: Cell) -> None:
        for n, line in enumerate(cell):
            self._fill(place.paragraphs[0] if n == 0 else place.add_paragraph(), line)

    def _fill(self, paragraph: Any, line: Line) -> None:
        for piece in line.pieces:
            if isinstance(piece, Run):
                run = paragraph.add_run(piece.text)
                run.bold, run.italic = piece.bold or None, piece.italic or None
            elif isinstance(piece, Mark):
                paragraph.add_run(piece.number).font.superscript = True
            elif isinstance(piece, Footnote):
                self._note(paragraph, piece)

    def _note(self, paragraph: Any, note: Footnote) -> None:
        name = len(self._notes) + 1
        runs = "".join(map(_run_xml, note.runs))
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        self._notes.append(f'<w:footnote w:id="{name}"><w:p>{mark}{runs}</w:p></w:footnote>')
        reference = paragraph.add_run()
        reference.font.superscript = True
        reference._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{name}"/>'))


def plain_file(path: Path, text: str) -> Path:
    """Save *text* as a person pastes it: a paragraph a line, marks and all."""
    document: Any = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(path)
    return path


def merge_across(table: Any, row: int, first: int, last: int) -> None:
    """Merge cells of one row of a python-docx table."""
    table.cell(row, first).merge(table.cell(row, last))


def page_field(paragraph: Any, name: str = "PAGE") -> None:
    """Add a field that counts pages, showing 7."""
    run = paragraph.add_run()._r
    for piece in (
        '<w:fldChar {ns} w:fldCharType="begin"/>',
        f"<w:instrText {{ns}}> {name} </w:instrText>",
        '<w:fldChar {ns} w:fldCharType="separate"/>',
        "<w:t {ns}>7</w:t>",
        '<w:fldChar {ns} w:fldCharType="end"/>',
    ):
        run.append(parse_xml(piece.format(ns=nsdecls("w"))))


def _run_xml(run: Run) -> str:
    look = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
    text = escape(run.text)
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
