"""Prints what the cells of a workbook hold.

For each sheet {"sheet", "hidden", "row", "column", "width", "merged"}, where its rows begin from 0;
then its rows, some at a time: an empty row is [], and a number stands for as many empty rows left
out. What stops it is {"error": "locked" | "heavy" | "damaged"}.
"""

import gc
from datetime import date, datetime, time, timedelta
from itertools import islice

import python_calamine
from python_calamine import load_workbook

from thidua_desktop.documents.reading.child.printing import plain, show, show_quickly

_AT_ONCE = 200
_MANY = 10_000  # Rows from which it pays to fetch the quicker way of printing.
_TIMES = {date, datetime, time, timedelta}
_LIMIT = "limit exceeded"  # Said of a sheet with more cells than calamine dares to hold.
# Merged ranges beyond these stay as they are; no list that people read has so many.
_MOST_RANGES = 200_000
# An empty row says that one list ends; a thousand more say nothing.
_MOST_EMPTY = 1000


def main(path: str) -> None:
    """Print the sheets of the workbook *path*."""
    gc.disable()  # Nothing here refers to itself, and looking for it would cost a fifth.
    try:
        with _opened(path) as workbook:
            for sheet in workbook.sheets_metadata:
                if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    hidden = sheet.visible != python_calamine.SheetVisibleEnum.Visible
                    _show_sheet(workbook.get_sheet_by_name(sheet.name), hidden)
    except python_calamine.PasswordError:
        show({"error": "locked"})
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        show({"error": "heavy" if _LIMIT in str(error) else "damaged"})


def _opened(path: str) -> python_calamine.CalamineWorkbook:
    """Open *path* as what it is called; failing that, as what it is by its content."""
    try:
        return load_workbook(path)
    except python_calamine.PasswordError:
        raise
    except python_calamine.CalamineError as error:
        if _LIMIT in str(error):
            raise
        with open(path, "rb") as file:  # noqa: PTH123 - `pathlib` costs as much as all the rest.
            return load_workbook(file)


def _show_sheet(sheet: python_calamine.CalamineSheet, hidden: bool) -> None:
    row, column = sheet.start or (0, 0)
    ranges = [[*first, *last] for first, last in (sheet.merged_cell_ranges or ())[:_MOST_RANGES]]
    head = {"sheet": sheet.name, "hidden": hidden, "row": row, "column": column}
    show({**head, "width": sheet.width, "merged": ranges})
    show_some = show_quickly() if sheet.height > _MANY else show
    some: list[object] = []
    empty, width = 0, sheet.width
    for cells in islice(sheet.iter_rows(), row, None):
        if cells.count("") == width:
            empty += 1
            continue
        if empty:
            some += [[]] * min(empty, _MOST_EMPTY)
            some += [empty - _MOST_EMPTY] if empty > _MOST_EMPTY else []
            empty = 0
        if not _TIMES.isdisjoint(map(type, cells)):
            some.append([plain(cell) if type(cell) in _TIMES else cell for cell in cells])
        else:
            some.append(cells)
        if len(some) >= _AT_ONCE:
            show_some(some)
            some = []
    show_some(some)
