"""Any file with tables (.xlsx .xls .ods .csv .docx) to sheets. Knows nothing of what they list."""

import csv
from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any

from thidua_desktop.documents.reading.apart import Limits, reading
from thidua_desktop.documents.reading.guard import (
    damaged,
    foreign,
    has_macros,
    kind_of,
    locked,
    macros_not_run,
    opened,
    packed,
    picture,
    unreadable,
)
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet
from thidua_desktop.documents.reading.text import decoded
from thidua_desktop.documents.reading.workbook import read_workbook

_WANTED = "bảng tính (.xlsx, .xls, .ods, .csv) hoặc văn bản Word (.docx)"
_SEPARATORS = (";", ",", "\t")
_TRIED = 50  # Rows by which the separator of a .csv is told.


def read_table(path: Path, limits: Limits | None = None) -> list[ReadSheet]:
    """Return the sheets of *path*, whatever it is called: its content decides.

    Merged ranges are filled; rows keep their numbers. Raises OutsideError, Refused or BadFile;
    Refused too when reading takes more than *limits*.
    """
    limits = limits or Limits()
    kind = kind_of(path)
    if kind in ("xlsx", "xlsb", "xls", "ods"):
        return read_workbook(path, kind, limits)
    if kind == "docx":
        return _read_tables(path, kind, limits)
    if kind == "html":
        # Some systems write HTML and call it .xls; what is no HTML after all holds no table.
        if sheets := _read_tables(path, kind, limits):
            return sheets
        raise foreign(path, _WANTED)
    if kind == "text":
        return [_read_separated(path)]
    if kind == "encrypted":
        raise locked(path)
    if kind in ("doc", "rtf", "odt", "pdf"):
        raise unreadable(path, kind, _WANTED)
    if kind == "picture":
        raise picture(path, _WANTED)
    if kind == "packed":
        raise packed(path)
    raise foreign(path, _WANTED)


def _read_tables(path: Path, kind: str, limits: Limits) -> list[ReadSheet]:
    """Return the tables of a Word or HTML file, read apart like workbooks are."""
    remarks = (macros_not_run(path),) if kind == "docx" and has_macros(path) else ()
    with reading("word_tables" if kind == "docx" else "html_tables", path, limits) as child:
        tables = enumerate(child.values(), start=1)
        return [_table(f"Bảng {n}", one, () if n > 1 else remarks) for n, one in tables]


def _table(name: str, said: dict[str, Any], remarks: tuple[str, ...]) -> ReadSheet:
    return ReadSheet(
        name,
        tuple(ReadRow(number, tuple(row)) for number, row in enumerate(said["rows"], start=1)),
        hidden_rows=frozenset(said.get("hidden_rows", ())),
        hidden_columns=frozenset(said.get("hidden_columns", ())),
        raw={(row, column): text for row, column, text in said["raw"]},
        merged=tuple((tuple(first), tuple(last)) for first, last in said.get("merged", ())),
        remarks=remarks,
        above=tuple(said.get("above", ())),
    )


def _read_separated(path: Path) -> ReadSheet:
    with opened(path):
        text = decoded(path)
    lines = list(StringIO(text, newline=""))
    try:
        separator = max(_SEPARATORS, key=lambda mark: _fit(lines[:_TRIED], mark))
        reader = csv.reader(lines, delimiter=separator)
        rows = [ReadRow(number, tuple(cells)) for number, cells in enumerate(reader, start=1)]
    except csv.Error as error:
        raise damaged(path) from error
    return ReadSheet(path.stem, tuple(rows))


def _fit(lines: list[str], separator: str) -> tuple[int, int]:
    """Return how well *separator* parts *lines*: how many rows share a width, and that width."""
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if row)
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
    return (count, width) if width > 1 else (0, 0)
