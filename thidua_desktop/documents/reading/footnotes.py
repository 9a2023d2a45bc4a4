"""Raised numbers and the paragraphs they point to, made into anchored footnotes."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from thidua_desktop.documents.reading.inline import raised
from thidua_desktop.documents.reading.source import (
    Cell,
    Grid,
    Item,
    Line,
    Mark,
    Piece,
    Source,
    tidy,
    words_of,
)
from thidua_desktop.domain.markup import Footnote, Run

# After these a raised 2 or 3 is a square or a cube and no footnote.
_MEASURE = re.compile(r"(?:^|[\s\d,.])(?:k|h|d|c|m)?m$")


def anchor(source: Source) -> Source:
    """Return *source* with every footnote's text at its reference, inside the line that cites it.

    A footnote's paragraph is found wherever the pages of the source put it. Numbers may begin
    again on each page: a footnote belongs to the first reference of its number since the last
    footnote of that number. What finds no partner stays as text, and is told in the remarks.
    """
    marks, bodies = _survey(source.items)
    pairs = _pair(marks, bodies)
    found = {mark: Footnote(_runs(bodies[body])) for mark, body in pairs.items()}
    taken = set(pairs.values())
    kept = [
        _placed(item, at, found)
        for at, item in enumerate(source.items)
        if (at, -1) not in taken  # A paragraph that is a footnote stands at (its place, -1).
    ]
    remarks = (*source.remarks, *_remarks(marks, bodies, pairs))
    return replace(source, items=tuple(kept), remarks=remarks)


_Place = tuple[int, int]  # The item, and the piece counted through the item's lines.


@dataclass(frozen=True, slots=True)
class _Reference:
    place: _Place
    number: str


def _survey(items: tuple[Item, ...]) -> tuple[list[_Reference], dict[_Place, Line]]:
    """Find the references, and the paragraphs that begin by a raised number, by place."""
    marks, bodies = [], {}
    for at, item in enumerate(items):
        if isinstance(item, Line) and _is_body(item):
            bodies[at, -1] = item
            continue
        before = ""
        for n, piece in enumerate(_pieces(item)):
            if isinstance(piece, Mark) and not _is_power(piece, before):
                marks.append(_Reference((at, n), piece.number))
            before = piece.text if isinstance(piece, Run) else ""
    return marks, bodies


def _is_body(line: Line) -> bool:
    return isinstance(line.pieces[0], Mark) and bool(words_of(line).strip())


def _is_power(mark: Mark, before: str) -> bool:
    return mark.number in ("2", "3") and bool(_MEASURE.search(before))


def _pair(marks: list[_Reference], bodies: dict[_Place, Line]) -> dict[_Place, _Place]:
    free: dict[str, list[_Place]] = defaultdict(list)
    for mark in marks:
        free[mark.number].append(mark.place)
    pairs: dict[_Place, _Place] = {}
    last: dict[str, _Place] = {}
    for place, line in bodies.items():
        number = _number(line)
        own = free[number]
        at = bisect_right(own, last.get(number, (-1, -1)))
        if at == len(own):
            continue
        pairs[own.pop(at)] = place
        last[number] = place
    return pairs


def _number(line: Line) -> str:
    first = line.pieces[0]
    return first.number if isinstance(first, Mark) else ""


def _runs(line: Line) -> tuple[Run, ...]:
    rest = tidy(replace(line, pieces=line.pieces[1:]))
    runs = (raised(p.number) if isinstance(p, Mark) else p for p in rest.pieces)
    return tuple(run for run in runs if isinstance(run, Run))


def _placed(item: Item, at: int, found: dict[_Place, Footnote]) -> Item:
    """Return *item* with its raised numbers replaced by footnotes, or by raised digits."""
    counter = iter(range(1 << 30))

    def resolve(line: Line) -> Line:
        pieces: list[Piece] = []
        for piece in line.pieces:
            n = next(counter)
            if isinstance(piece, Mark):
                pieces.append(found.get((at, n)) or raised(piece.number))
            else:
                pieces.append(piece)
        return tidy(replace(line, pieces=tuple(pieces)))

    if isinstance(item, Line):
        return resolve(item)
    rows = tuple(tuple(tuple(map(resolve, cell)) for cell in row) for row in item.rows)
    return replace(item, rows=rows)


def _pieces(item: Item) -> Iterator[Piece]:
    lines: Iterable[Line] = (item,) if isinstance(item, Line) else _grid_lines(item)
    for line in lines:
        yield from line.pieces


def _grid_lines(grid: Grid) -> Iterator[Line]:
    cells: Iterator[Cell] = (cell for row in grid.rows for cell in row)
    return (line for cell in cells for line in cell)


def _remarks(
    marks: list[_Reference], bodies: dict[_Place, Line], pairs: dict[_Place, _Place]
) -> Iterator[str]:
    for mark in marks:
        if mark.place not in pairs:
            yield f"Không tìm thấy nội dung của chú thích số {mark.number}; số được giữ trong câu."
    taken = set(pairs.values())
    for place, line in bodies.items():
        if place not in taken:
            yield (
                f"Chú thích số {_number(line)} không có chỗ nào trong bài dẫn tới; "
                "nội dung được giữ thành một đoạn văn."
            )
