"""What a paper's blocks come to: styled paragraphs and tables in order. Knows no PDF, no Word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Literal

from thidua_desktop.documents.paper import Column, Paper, Table
from thidua_desktop.documents.sheets import Kind
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.markup import Field, Footnote, Inline, Run, parse, plain

Role = Literal["chapter", "heading", "run_in", "basis", "addressee", "text"]
Piece = Run | Footnote

_CHAPTER = re.compile(r"(Phần|Chương|Mục|Tiểu mục)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,%/ ]*")
_ROMAN = re.compile(r"[IVXLC]+\.?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed, its number at its head; a line feed in a run ends a line.

    *role*: "chapter" stands in the middle, number above title; "heading" is bold; "run_in" is a
    heading that runs on into its text; "basis" ("Căn cứ …") is italic; "addressee" is "Kính gửi"
    and its list. *level*: 1 to 3 for a heading's place in the outline, 0 for text.
    """

    pieces: tuple[Piece, ...]
    role: Role = "text"
    level: int = 0

    @property
    def words(self) -> str:
        """Return the paragraph's words, without footnotes."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Run))

    @property
    def title(self) -> str:
        """Return what a heading is called on one line: of one that runs on, its bold beginning."""
        runs = (piece for piece in self.pieces if isinstance(piece, Run))
        named = takewhile(lambda run: run.bold, runs) if self.role == "run_in" else runs
        return " ".join("".join(run.text for run in named).split())


def content(paper: Paper) -> Iterator[Paragraph | Table]:
    """Return the paragraphs and tables of *paper* in order, live fields filled in."""
    before_headings, after_addressee = True, False
    for block in paper.blocks:
        if block.kind == "table":
            yield _table(block, paper.tables)
            continue
        before_headings = before_headings and block.kind != "heading"
        paragraph = _paragraph(block, paper.figures)
        if before_headings:
            paragraph = _opening(paragraph, block, after_addressee=after_addressee)
        after_addressee = paragraph.role == "addressee"
        yield paragraph


def pieces(body: str, figures: Mapping[str, str]) -> tuple[Piece, ...]:
    """Return the runs and footnotes of *body*, each live field as the run of what it shows now."""
    return tuple(_shown(piece, figures) for piece in parse(body))


def _shown(piece: Inline, figures: Mapping[str, str]) -> Piece:
    if isinstance(piece, Field):
        return Run(figures.get(piece.name, piece.text), piece.italic, piece.bold)
    return piece


def _table(block: Block, tables: Mapping[str, Table]) -> Table:
    match parse(block.body):
        case (Field(name=name),):
            return tables[name]
    rows = [line.split("\t") for line in block.body.split("\n")]
    width = max(map(len, rows))
    head, *rest = ([*row, *[""] * (width - len(row))] for row in rows)
    columns = (Column(title, kind=_kind(row[n] for row in rest)) for n, title in enumerate(head))
    return Table(columns=tuple(columns), rows=rest)


def _kind(cells: Iterable[str]) -> Kind:
    """Return what a column of a table in the text holds: numbers stand in its middle."""
    return "code" if all(_NUMBER.fullmatch(plain(cell)) for cell in cells) else "text"


def _paragraph(block: Block, figures: Mapping[str, str]) -> Paragraph:
    body = pieces(block.body, figures)
    if block.kind != "heading":
        bold = block.kind == "paragraph" and _begins_bold(body)
        return Paragraph(_numbered(block.number, body, bold=bold))
    level = min(max(block.depth, 1), 3)
    if _CHAPTER.match(block.number):
        title = _styled(body, bold=True, caps=True)
        return Paragraph((Run(f"{block.number}\n", bold=True), *title), "chapter", level)
    if _runs_on(body):
        return Paragraph(_numbered(block.number, body, bold=True), "run_in", level)
    caps = block.depth == 1 and bool(_ROMAN.fullmatch(block.number))
    body = _styled(body, bold=True, caps=caps)
    return Paragraph(_numbered(block.number, body, bold=True), "heading", level)


def _runs_on(body: tuple[Piece, ...]) -> bool:
    """Say whether a heading begins in bold and goes on in ordinary letters."""
    runs = [piece for piece in body if isinstance(piece, Run) and piece.text.strip()]
    return _begins_bold(body) and not all(run.bold for run in runs)


def _begins_bold(body: tuple[Piece, ...]) -> bool:
    runs = (piece for piece in body if isinstance(piece, Run) and piece.text.strip())
    return any(run.bold for run in islice(runs, 1))


def _numbered(number: str, body: tuple[Piece, ...], *, bold: bool) -> tuple[Piece, ...]:
    return (Run(f"{number} ", bold=bold), *body) if number else body


def _styled(body: Iterable[Piece], *, bold: bool = False, caps: bool = False) -> tuple[Piece, ...]:
    return tuple(
        replace(piece, text=piece.text.upper() if caps else piece.text, bold=piece.bold or bold)
        if isinstance(piece, Run)
        else piece
        for piece in body
    )


def _opening(paragraph: Paragraph, block: Block, *, after_addressee: bool) -> Paragraph:
    """Give a paragraph before the first heading the role its words tell."""
    words = plain(block.body)
    if words.startswith("Căn cứ"):
        italic = (replace(p, italic=True) if isinstance(p, Run) else p for p in paragraph.pieces)
        return replace(paragraph, pieces=tuple(italic), role="basis")
    if words.startswith("Kính gửi") or (after_addressee and block.kind == "bullet"):
        return replace(paragraph, role="addressee")
    return paragraph
