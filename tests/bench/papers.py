"""Big lists on paper: a register as PDF and as a workbook, against hand-written files."""

import multiprocessing
import resource
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import floors
from tests.bench.measure import Ratio, ratio
from tests.bench.office import awards
from thidua_desktop import paths
from thidua_desktop.documents import excel, pdf
from thidua_desktop.documents.fonts import FontFolder
from thidua_desktop.documents.paper import Column, Paper, Table
from thidua_desktop.documents.sheets import Sheet, SheetColumn
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.work import Quiet

PDF_ROWS, SHEET_ROWS = 10_000, 100_000
MADE = datetime(2024, 6, 30, tzinfo=UTC)


def ratios(folder: Path) -> Iterator[Ratio]:
    """Measure a register of 10 000 rows × 8 as PDF and one of 100 000 × 15 as .xlsx."""
    fonts = paths.find_paths().fonts
    rows = list(_cells(PDF_ROWS, 8))
    yield ratio(
        "PDF register, 10 000 rows × 8",
        lambda: pdf.write(_paper(rows), folder / "ours.pdf", FontFolder(fonts), Quiet()),
        lambda: floors.register_pdf(
            folder / "floor.pdf", rows, fonts / "LiberationSerif-Regular.ttf"
        ),
        12,
        turns=3,
    )
    many = list(_cells(SHEET_ROWS, 15))
    yield ratio(
        "workbook, 100 000 rows × 15, styled",
        lambda: excel.write(_sheet(many), folder / "ours.xlsx", Quiet()),
        lambda: floors.workbook(folder / "floor.xlsx", many),
        14,
        turns=2,
    )


def workbook_memory(folder: Path) -> float:
    """Return by how many MB writing the workbook raises a fresh process above its start."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_grown, (folder / "memory.xlsx",))


def _grown(path: Path) -> float:
    excel.write(_sheet(list(_cells(10, 15))), path, Quiet())  # Imports belong to the base.
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    excel.write(_sheet(_cells(SHEET_ROWS, 15)), path, Quiet())
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def _cells(count: int, width: int) -> Iterator[floors.Cells]:
    for number, award in enumerate(awards(count), start=1):
        one: floors.Cells = [
            number,
            award.recipient.name,
            award.recipient.unit_name,
            award.title_text,
            award.year,
            award.decision_number,
            award.decision_date,
            award.amount or 0,
        ]
        yield (one + one)[:width]


def _paper(rows: list[floors.Cells]) -> Paper:
    kinds = ("ordinal", "text", "text", "text", "year", "text", "date", "money")
    columns = tuple(Column(f"Cột {n}", 0.0, kind) for n, kind in enumerate(kinds))  # type: ignore[arg-type]
    return Paper(
        title="Sổ khen thưởng",
        made=MADE,
        blocks=(Block(kind="table", body='<field name="register"/>'),),
        tables={"register": Table(columns=columns, rows=rows, size=11.0)},
        is_landscape=True,
        is_counted=True,
    )


def _sheet(rows: "list[floors.Cells] | Iterator[floors.Cells]") -> Sheet:
    kinds = ("ordinal", "text", "text", "text", "year", "text", "date", "money")
    columns = tuple(SheetColumn(f"Cột {n}", 18, kinds[n % 8]) for n in range(15))  # type: ignore[arg-type]
    return Sheet(
        name="Sổ",
        title="SỔ KHEN THƯỞNG",
        columns=columns,
        rows=rows,
        made=MADE,
        row_count=SHEET_ROWS,
    )
