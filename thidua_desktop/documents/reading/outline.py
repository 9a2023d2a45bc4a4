"""Lines to blocks: headings, paragraphs, bullets and tables, their depth told by their numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.documents.reading.numbering import Number, depth_of, number_of
from thidua_desktop.documents.reading.source import (
    Cell,
    Grid,
    Item,
    Line,
    cut,
    is_bold,
    is_italic,
    markup_of,
    without_bold,
    without_italic,
    words_of,
)
from thidua_desktop.domain.blocks import Block, BlockKind
from thidua_desktop.domain.markup import Run

_LONGEST_HEADING = 300  # Letters; a numbered line beyond this is a paragraph, whatever follows.
_SHORT = 120
_RUN_IN_END = re.compile(r"[:.]\s*$")
_RUN_ON = re.compile(r"\s*:")


def outline(items: Sequence[Item]) -> tuple[Block, ...]:
    """Return the blocks of *items* in order; what a line says of itself and its number decide.

    Depth comes from the pattern of the number alone. A numbered line is a heading when the source
    sets it as a title or in bold, when its bold beginning runs on in plain text (run-in), or, in a
    source that sets nothing so, when numbered text of a greater depth follows it.
    """
    entries = _entries(list(_upright(items)))
    kinds = _kinds(entries)
    blocks = (_block(entry, kind) for entry, kind in zip(entries, kinds, strict=True))
    return tuple(replace(block, ordinal=n) for n, block in enumerate(blocks, start=1))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One item with its number taken off; *depth* 0 outside the numbering."""

    item: Item
    number: str = ""
    family: str = ""
    depth: int = 0

    @property
    def words(self) -> str:
        return words_of(self.item) if isinstance(self.item, Line) else ""


def _entries(items: Sequence[Item]) -> list[_Entry]:
    entries = []
    above = 0
    for item in items:
        number = _number(item)
        if number is None or isinstance(item, Grid):
            entries.append(_Entry(item))
            continue
        depth = depth_of(number, above)
        if number.family in ("roman", "arabic") and not number.text.endswith(")"):
            above = depth
        line = replace(cut(item, 0 if item.number else number.length), number="")
        entries.append(_Entry(line, number.text, number.family, depth))
    return entries


def _upright(items: Sequence[Item]) -> Iterator[Item]:
    """Give *items*; legal bases before the first number without the italic of their form."""
    is_before = True
    for item in items:
        is_before = is_before and _number(item) is None
        is_basis = isinstance(item, Line) and words_of(item).startswith("Căn cứ ")
        if is_before and is_basis and isinstance(item, Line) and is_italic(item):
            yield without_italic(item)
        else:
            yield item


def _number(item: Item) -> Number | None:
    if isinstance(item, Grid):
        return None
    return number_of(item.number or words_of(item))


def _kinds(entries: list[_Entry]) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    brothers: dict[int, BlockKind | None] = {}
    for entry, following in zip(entries, _following(entries), strict=True):
        kind = _kind(entry, following > entry.depth, brothers.get(entry.depth))
        kinds.append(kind)
        if entry.depth:
            brothers = {depth: kind for depth, kind in brothers.items() if depth < entry.depth}
            brothers[entry.depth] = None if _is_set_off(entry.item) else kind
    return kinds


def _following(entries: list[_Entry]) -> list[int]:
    """Return for each entry the depth of the next number after it, or 0."""
    depths = [0]
    for entry in reversed(entries[1:]):
        depths.append(entry.depth or depths[-1])
    return depths[::-1] if entries else []


def _kind(entry: _Entry, has_children: bool, brother: BlockKind | None) -> BlockKind:
    """Return the kind of *entry*; *brother* is that of the plain number before it, if any."""
    line = entry.item
    if isinstance(line, Grid):
        return "table"
    if entry.family == "bullet":
        return "bullet"
    if line.is_title or (entry.number and (_is_set_off(line) or entry.family == "roman")):
        return "heading"
    if not entry.number or len(entry.words) > _LONGEST_HEADING:
        return "paragraph"
    is_arabic = entry.family == "arabic"
    is_label = len(entry.words) <= _SHORT and not entry.words.endswith((".", ";", ","))
    if has_children or (is_arabic and (is_label or brother == "heading")):
        return "heading"
    return "paragraph"


def _is_set_off(item: Item) -> bool:
    """Say whether the source itself sets *item* as a title or in bold."""
    return isinstance(item, Line) and (item.is_title or is_bold(item) or _is_run_in(item))


def _is_run_in(line: Line) -> bool:
    """Say whether *line* begins in bold like a title, by a colon or full stop, and runs on."""
    pieces = line.pieces
    first, rest = (pieces[0], pieces[1:]) if pieces else (None, ())
    if not isinstance(first, Run) or not first.bold or not rest:
        return False
    following = rest[0].text if isinstance(rest[0], Run) else ""
    return bool(_RUN_IN_END.search(first.text) or _RUN_ON.match(following))


def _block(entry: _Entry, kind: BlockKind) -> Block:
    line = entry.item
    if isinstance(line, Grid):
        return Block(kind="table", body=table_body(line))
    body = markup_of(_bare(line) if kind == "heading" else line)
    depth = entry.depth
    if kind == "heading" and not depth:
        depth = 1 if entry.words.isupper() else 2
    return Block(kind=kind, depth=depth, number=entry.number, body=body)


def _bare(line: Line) -> Line:
    """Return a heading without the look that a whole title has by itself or by its style."""
    upright = without_italic(line) if line.is_title and is_italic(line) else line
    return without_bold(upright) if is_bold(upright) else upright


def table_body(grid: Grid) -> str:
    """Return the body of a table block: rows by line feed, cells by tab, the head not bold."""
    head = [tuple(map(_head_line, cell)) for cell in grid.rows[0]] if grid.rows else []
    return "\n".join("\t".join(map(_cell_body, row)) for row in (head, *grid.rows[1:]))


def _head_line(line: Line) -> Line:
    return without_bold(line) if is_bold(line) else line


def _cell_body(cell: Cell) -> str:
    return " ".join(map(markup_of, cell))
