"""Rows of a list in the columns of its form, as a sheet or as a paper. Knows no list by name."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from thidua_desktop.documents.paper import Column, Paper, Row, Table, TotalRow
from thidua_desktop.documents.sheets import Cell, Sheet, SheetColumn
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.markup import escape
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.office import Office
from thidua_desktop.services.listed.forms import ListColumn, ListForm

_ORDINAL = SheetColumn("TT", 6, "ordinal")
_LIST = "list"
_SIZE = 11.0  # points; NĐ 30/2020/NĐ-CP lets annexes be smaller than the text
_LETTER = 2.1  # millimetres that a letter of a workbook's width takes on paper in that size
_UPRIGHT = 96.0  # letters that an upright page has room for


def list_sheet(
    form: ListForm,
    columns: Sequence[ListColumn],
    rows: Iterable[Any],
    count: int,
    lines: Sequence[str],
    office: Office,
    made: datetime,
) -> Sheet:
    """Return *rows*, about *count* of them and read as they come, as a sheet."""
    return Sheet(
        name=form.name,
        title=form.title.upper(),
        columns=(_ORDINAL, *map(_sheet_column, columns)),
        rows=_cells(columns, rows),
        row_count=count,
        made=made,
        issuer=office.name,
        lines=tuple(lines),
        frozen=2,
    )


def list_paper(
    form: ListForm,
    columns: Sequence[ListColumn],
    rows: Iterable[Any],
    lines: Sequence[str],
    office: Office,
    made: datetime,
) -> Paper:
    """Return *rows* as a list on paper, lying where its columns are many or wide."""
    kept = tuple(rows)
    columns = [c for c in columns if not c.is_spare or any(c.cell(row) for row in kept)]
    table = Table(
        columns=(_paper_column(_ORDINAL), *(_paper_column(_sheet_column(c)) for c in columns)),
        rows=_paper_rows(columns, kept),
        size=_SIZE,
    )
    type_name = form.title.upper()
    return Paper(
        title=form.title,
        made=made,
        heading=Heading(parent=office.parent, issuer=office.name, type_name=type_name, subject=""),
        subtitle=tuple(lines),
        blocks=(Block(kind="table", body=f'<field name="{_LIST}"/>'),),
        tables={_LIST: table},
        author=office.name,
        is_landscape=sum(column.width for column in columns) > _UPRIGHT,
        is_counted=True,
    )


def _cells(columns: Sequence[ListColumn], rows: Iterable[Any]) -> Iterator[Sequence[Cell]]:
    for ordinal, row in enumerate(rows, start=1):
        yield (ordinal, *(column.cell(row) for column in columns))


def _paper_rows(columns: Sequence[ListColumn], rows: Iterable[Any]) -> tuple[Row, ...]:
    """Return the rows and, when there are any, how many they are."""
    found: list[Row] = [tuple(map(_escaped, cells)) for cells in _cells(columns, rows)]
    if found:
        found.append(TotalRow((f"Cộng: {grouped(len(found))} dòng",)))
    return tuple(found)


def _escaped(cell: Cell) -> Cell:
    return escape(cell) if isinstance(cell, str) else cell


def _sheet_column(column: ListColumn) -> SheetColumn:
    return SheetColumn(column.title, column.width, column.kind, column.is_summed)


def _paper_column(column: SheetColumn) -> Column:
    """Return a column of its own width where its cells are short, else one that shares the rest."""
    width = 0.0 if column.kind == "text" else column.width * _LETTER
    return Column(column.title, width, column.kind)
