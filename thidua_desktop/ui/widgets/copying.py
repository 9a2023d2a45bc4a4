"""Rows as text for the clipboard, the way spreadsheets read and write it. Knows no clipboard."""

from collections.abc import Iterable, Sequence
from typing import Any

from thidua_desktop.ui.widgets.rows_model import Column

_NEEDS_QUOTES = ("\t", "\n", "\r", '"')


def as_tsv(columns: Sequence[Column[Any]], rows: Iterable[Any]) -> str:
    """Return one line a row, cells parted by tabs; cells with breaks or quotes stand in quotes."""
    return "".join("\t".join(_cell(column.text(row)) for column in columns) + "\n" for row in rows)


def _cell(text: str) -> str:
    if not any(sign in text for sign in _NEEDS_QUOTES):
        return text
    return '"' + text.replace('"', '""') + '"'
