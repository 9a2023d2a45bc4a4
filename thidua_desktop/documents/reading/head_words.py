"""The rows of a head to the words over each column, merged or left empty. Knows no meanings."""

from collections.abc import Sequence
from itertools import zip_longest

from thidua_desktop.documents.reading.head_columns import HeadHints, is_part
from thidua_desktop.documents.reading.sheets import ReadRow, text_of


def combined(rows: Sequence[ReadRow], hints: HeadHints) -> list[list[str]]:
    """Return the words over each column, from top to bottom."""
    parts = [[text] for text in texts_of(rows[0])] or [[""]]
    if _is_title(parts):
        return parts
    for row in rows[1:]:
        below = texts_of(row)
        if not _goes_on(parts, below, hints):
            break
        parts = _under(parts, below)
    return parts


def texts_of(row: ReadRow) -> list[str]:
    """Return the texts of all cells of *row*."""
    return [text_of(cell) for cell in row.cells]


def _is_title(parts: list[list[str]]) -> bool:
    """Say whether a row says but one thing, from its left: a title, and not the top of a head."""
    texts = [part[0] for part in parts]
    return len(set(filter(None, texts))) == 1 and any(texts[:2])


def _under(parts: list[list[str]], below: list[str]) -> list[list[str]]:
    """Return *parts* with the next row of the head; names reach over the empty cells after them."""
    width = max(len(parts), len(below))
    depth = len(parts[0])
    parts = [*parts, *([""] * depth for _ in range(width - len(parts)))]
    reached: list[list[str]] = []
    for part, text in zip_longest(parts, below, fillvalue=""):
        above = list(part)
        if text and not any(above) and reached:
            above = reached[-1][:-1]
        reached.append([*above, text])
    return reached


def _goes_on(parts: list[list[str]], below: list[str], hints: HeadHints) -> bool:
    """Say whether the row *below* is of the head: all it says repeats or parts what is above."""
    new = {n: text for n, text in enumerate(below) if text and text not in _at(parts, n)}
    if len(set(new.values())) == 1 and all(any(_at(parts, n)) for n in new):
        return False  # The only words of a row are a group, and no part of a head.
    return any(below) and all(is_part(text, _reached(parts, n), hints) for n, text in new.items())


def _reached(parts: list[list[str]], index: int) -> list[str]:
    """Return the words that stand over column *index*, or reach it from the left."""
    over = (part for part in reversed(parts[: index + 1]) if any(part))
    return next(over, [])


def _at(parts: list[list[str]], index: int) -> list[str]:
    return parts[index] if index < len(parts) else []
