"""A dirty sheet into a file: .xlsx, .csv, .docx or .ods, by the suffix of its path."""

import csv
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.dirty.sheets import Cell, DirtySheet


def written(sheets: DirtySheet | Sequence[DirtySheet], path: Path) -> Path:
    """Write *sheets* to *path* and return it; .csv takes one, the others any number."""
    many = [sheets] if isinstance(sheets, DirtySheet) else list(sheets)
    writers: dict[str, Callable[[list[DirtySheet], Path], None]] = {
        ".xlsx": _xlsx,
        ".csv": _csv,
        ".docx": _docx,
        ".ods": _ods,
    }
    writers[path.suffix](many, path)
    return path


def _xlsx(sheets: list[DirtySheet], path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book: Any = Workbook()
    book.remove(book.active)
    for dirty in sheets:
        sheet = book.create_sheet(dirty.name)
        for number, row in enumerate(dirty.rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is None:
                    continue
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # A sign such as "=" or "-" is no formula.
                if (number, column - 1) in dirty.in_font:
                    cell.font = Font(name=dirty.font)
        for first_row, first, last_row, last in dirty.merged:
            sheet.merge_cells(None, first_row, first + 1, last_row, last + 1)
        for number in dirty.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for column in dirty.hidden_columns:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    book.save(path)


def _csv(sheets: list[DirtySheet], path: Path) -> None:
    (dirty,) = sheets
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([_text(cell) for cell in row] for row in _whole(dirty))


def _docx(sheets: list[DirtySheet], path: Path) -> None:
    from docx import Document

    document: Any = Document()
    for dirty in sheets:
        rows = _whole(dirty)
        table = document.add_table(len(rows), len(rows[0]))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, value in zip(cells.cells, row, strict=True):
                cell.text = _text(value)
        for first_row, first, last_row, last in dirty.merged:
            there = table.cell(first_row - 1, first)
            words = there.text
            there.merge(table.cell(last_row - 1, last)).text = words
        document.add_paragraph()
    document.save(path)


_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body>"
    "</office:document-content>"
)


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def _ods(sheets: list[DirtySheet], path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", _ODS.format("".join(map(_ods_table, sheets))))


def _ods_table(dirty: DirtySheet) -> str:
    covered = {
        (row, column): (row, column) == (first_row, first)
        for first_row, first, last_row, last in dirty.merged
        for row in range(first_row, last_row + 1)
        for column in range(first, last + 1)
    }
    spans = {(area[0], area[1]): area for area in dirty.merged}
    rows = []
    for number, row in enumerate(_whole(dirty), start=1):
        cells = "".join(
            _ods_cell(cell, spans.get((number, column)), covered.get((number, column), True))
            for column, cell in enumerate(row)
        )
        rows.append(f"<table:table-row>{cells}</table:table-row>")
    return f'<table:table table:name="{escape(dirty.name)}">{"".join(rows)}</table:table>'


def _ods_cell(cell: Cell, area: tuple[int, int, int, int] | None, is_seen: bool) -> str:
    if not is_seen:
        return "<table:covered-table-cell/>"
    span = ""
    if area:
        first_row, first, last_row, last = area
        span = (
            f' table:number-rows-spanned="{last_row - first_row + 1}"'
            f' table:number-columns-spanned="{last - first + 1}"'
        )
    if cell is None:
        return f"<table:table-cell{span}/>"
    if isinstance(cell, date):
        kind = f' office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int):
        kind = f' office:value-type="float" office:value="{cell}"'
    else:
        kind = ' office:value-type="string"'
    return (
        f"<table:table-cell{span}{kind}><text:p>{escape(_text(cell))}</text:p></table:table-cell>"
    )


def _whole(dirty: DirtySheet) -> list[list[Cell]]:
    width = max(map(len, dirty.rows))
    return [[*row, *[None] * (width - len(row))] for row in dirty.rows]


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell).replace("\n", " ")
