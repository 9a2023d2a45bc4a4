"""Reading workbooks: what stands in a list as values, against a bare read by the same library."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import python_calamine
import xlsxwriter

from tests.bench.measure import Ratio, ratio
from tests.bench.office import awards
from thidua_desktop.documents.reading.tables import read_table

_SIZES = ((3_000, 20), (100_000, 15))  # A unit's list, an old register.
_ALONE = "import sys; sys.path.append(sys.argv[2]); import python_calamine as c; " + (
    "c.load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()"
)


def ratios(folder: Path) -> Iterator[Ratio]:
    """Measure a unit's list and an old register, neither naming an old font.

    The list is so small that starting a process is half of the work, so its floor is a bare read in
    a process of its own: foreign files are not read in ours.
    """
    small, large = (_written(folder / f"{rows}.xlsx", rows, columns) for rows, columns in _SIZES)
    yield ratio(
        "reading 3 000 rows × 20, bare in a process",
        partial(read_table, small),
        partial(_bare_alone, small),
        1.5,
        turns=9,
    )
    yield ratio(
        "reading 100 000 rows × 15, bare in ours",
        partial(read_table, large),
        partial(_bare, large),
        1.5,
    )


def _bare(path: Path) -> None:
    python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()


def _bare_alone(path: Path) -> None:
    library = Path(python_calamine.__file__).parents[1]
    subprocess.run([sys.executable, "-I", "-S", "-c", _ALONE, path, library], check=True)


def _written(path: Path, rows: int, columns: int) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Danh sách")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for row, award in enumerate(awards(rows)):
        name, unit = award.recipient.name, award.recipient.unit_name
        one = [row + 1, name, unit, award.title_text, award.year, award.decision_number]
        for column in range(columns):
            if column % 7 == 6:
                sheet.write_number(row, column, 30_000 + row % 9_000, day)
            else:
                sheet.write(row, column, one[column % 7])
    book.close()
    return path
