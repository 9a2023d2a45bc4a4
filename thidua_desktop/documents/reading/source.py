"""What every front end makes of a file: lines with inline runs, and grids. Knows no format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from thidua_desktop.domain.markup import Field, Footnote, Inline, Run, render
from thidua_desktop.domain.text import clean


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised number: it refers to a footnote, or stands before the footnote's own text."""

    number: str


Piece = Inline | Mark


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. *number* is a number the source draws by itself and does not write.

    *is_title*: the source sets it as a title ("#", a heading style); this says nothing of depth.
    """

    pieces: tuple[Piece, ...]
    number: str = ""
    is_title: bool = False
    is_centred: bool = False


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each cell a few lines; *is_framed* when its borders are drawn."""

    rows: tuple[tuple[Cell, ...], ...]
    is_framed: bool = True


Item = Line | Grid


@dataclass(frozen=True, slots=True)
class Source:
    """A whole document in reading order; *remarks* tell the officer what could not be read."""

    items: tuple[Item, ...]
    remarks: tuple[str, ...] = ()


def line_of(text: str) -> Line:
    """Return a line of plain *text*."""
    return Line((Run(text),))


def words_of(line: Line) -> str:
    """Return the text of *line* without its footnotes and its own number."""
    return "".join(_text(piece) for piece in line.pieces)


def cell_words(cell: Cell) -> str:
    """Return the text of *cell*, its lines joined by spaces."""
    return " ".join(words_of(line) for line in cell)


def markup_of(line: Line) -> str:
    """Return the inline markup of *line*, its own number before it."""
    body = render(piece for piece in line.pieces if not isinstance(piece, Mark))
    return f"{line.number} {body}".strip()


def all_words(line: Line) -> str:
    """Return the text of *line* where no footnote can stand: each follows in brackets."""
    notes = (f" ({p.text})" if isinstance(p, Footnote) else _text(p) for p in line.pieces)
    return f"{line.number} {''.join(notes)}".strip()


def lines_of(item: Item) -> Iterator[Line]:
    """Give the lines of *item*: a grid column by column, as head and signature are read."""
    if isinstance(item, Line):
        yield item
        return
    for column in range(max((len(row) for row in item.rows), default=0)):
        for row in item.rows:
            yield from row[column] if column < len(row) else ()


def is_bold(line: Line) -> bool:
    """Say whether all that is written in *line* is bold."""
    written = [piece for piece in line.pieces if isinstance(piece, Run) and piece.text.strip()]
    return bool(written) and all(run.bold for run in written)


def tidy(line: Line) -> Line:
    """Return *line* in clean text: one space between words, none at the ends, alike runs joined."""
    return replace(line, pieces=tuple(_trim_end(_clean_runs(_bridge(line.pieces)))))


def without_bold(line: Line) -> Line:
    """Return *line* with its bold taken off, as a title carries it by itself."""
    pieces = (replace(p, bold=False) if isinstance(p, Run) else p for p in line.pieces)
    return tidy(replace(line, pieces=tuple(pieces)))


def cut(line: Line, count: int) -> Line:
    """Return *line* without its first *count* letters; footnotes stay."""
    kept: list[Piece] = []
    for piece in line.pieces:
        if isinstance(piece, Run) and count:
            gone = min(count, len(piece.text))
            count -= gone
            kept.append(replace(piece, text=piece.text[gone:]))
        else:
            kept.append(piece)
    return tidy(replace(line, pieces=tuple(kept)))


def joined(first: Line, *rest: Line) -> Line:
    """Return *first* running on into the *rest*."""
    more = chain.from_iterable((Run(" "), *line.pieces) for line in rest)
    return tidy(replace(first, pieces=(*first.pieces, *more)))


def without_italic(line: Line) -> Line:
    """Return *line* with its italic taken off."""
    pieces = (replace(p, italic=False) if isinstance(p, Run) else p for p in line.pieces)
    return tidy(replace(line, pieces=tuple(pieces)))


def is_italic(line: Line) -> bool:
    """Say whether all that is written in *line* is italic."""
    written = [piece for piece in line.pieces if isinstance(piece, Run) and piece.text.strip()]
    return bool(written) and all(run.italic for run in written)


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Run | Field) else ""


def _bridge(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give spaces between two runs of one style that style, and join runs of one style."""
    waiting: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Run):
            waiting.append(piece)
        else:
            yield from _merged(waiting)
            waiting = []
            yield piece
    yield from _merged(waiting)


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in filter(lambda run: run.text, runs):
        last = merged[-1] if merged else None
        if last and (run.italic, run.bold) == (last.italic, last.bold):
            merged[-1] = replace(last, text=last.text + run.text)
        elif last and not last.text.strip() and len(merged) > 1 and _alike(merged[-2], run):
            merged[-2:] = [replace(run, text=merged[-2].text + last.text + run.text)]
        else:
            merged.append(run)
    return merged


def _alike(first: Run, second: Run) -> bool:
    return (first.italic, first.bold) == (second.italic, second.bold)


def _clean_runs(pieces: Iterable[Piece]) -> Iterator[Piece]:
    is_after_space = True
    for piece in pieces:
        if isinstance(piece, Footnote):
            piece = _clean_note(piece)  # noqa: PLW2901 - the same piece, tidied
        if not isinstance(piece, Run):
            is_after_space = False
            yield piece
            continue
        body = clean(piece.text)
        if body:
            before = " " if piece.text[0].isspace() and not is_after_space else ""
            after = " " if piece.text[-1].isspace() else ""
            is_after_space = bool(after)
            yield replace(piece, text=f"{before}{body}{after}")
        elif piece.text.isspace() and not is_after_space:
            is_after_space = True
            yield replace(piece, text=" ")


def _clean_note(note: Footnote) -> Footnote:
    pieces = _trim_end(_clean_runs(_bridge(note.runs)))
    return Footnote(tuple(piece for piece in pieces if isinstance(piece, Run)))


def _trim_end(pieces: Iterable[Piece]) -> list[Piece]:
    kept = list(pieces)
    while kept and isinstance(last := kept[-1], Run):
        if text := last.text.rstrip():
            kept[-1] = replace(last, text=text)
            break
        kept.pop()
    return kept
