"""Blocks of cells as text, the way spreadsheets put them on the clipboard. Knows no grid."""

import re
from collections.abc import Sequence

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)|([^\t\n]*)')
_NEEDS_QUOTES = ("\t", "\n", "\r", '"')

Block = Sequence[Sequence[str]]


def parsed(text: str) -> list[list[str]]:
    """Return the rows of cells in *text*; a cell in quotes may hold tabs, breaks and quotes.

    A quote that is not closed before the next cell is a letter like any other.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if '"' not in text:
        return [line.split("\t") for line in text.split("\n")]
    rows: list[list[str]] = [[]]
    at = 0
    while found := _CELL.match(text, at):
        quoted, bare = found.groups()
        rows[-1].append(bare if quoted is None else quoted.replace('""', '"'))
        at = found.end()
        if at >= len(text):
            break
        if text[at] == "\n":
            rows.append([])
        at += 1
    return rows


def written(rows: Block) -> str:
    """Return *rows* as text: cells parted by tabs; those with breaks or quotes stand in quotes."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def spread(block: Block, rows: int, columns: int) -> Block:
    """Return *block* repeated over a selection that holds it a whole number of times."""
    height, width = len(block), max(map(len, block))
    if rows % height or columns % width:
        return block
    down, across = rows // height, columns // width
    wide = [[*line, *[""] * (width - len(line))] * across for line in block]
    return wide * down


def _quoted(text: str) -> str:
    if not any(sign in text for sign in _NEEDS_QUOTES):
        return text
    return '"' + text.replace('"', '""') + '"'
