"""Reads one workbook in a process of its own and prints it. A script: imports nothing of ours.

Arguments: the file, and how many bytes of memory and seconds of processor it may take. Output, a
JSON value a line: for each sheet {"sheet", "hidden", "row", "column", "merged"}, then its rows as
arrays; a date is {"date": "1985-02-03"}. What stops it is {"error": "locked" | "damaged"}.
"""

import datetime
import json
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

# Merged ranges beyond these stay as they are; no list that people read has so many.
_MOST_RANGES = 200_000


def main(path: str, memory: int, seconds: int) -> None:
    """Print the sheets of the workbook *path*."""
    _limit(memory, seconds)
    import python_calamine

    try:
        with python_calamine.load_workbook(path) as workbook:
            merged = _merged_of_ods(path) if path_is_ods(path) else {}
            for sheet in workbook.sheets_metadata:
                if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    hidden = sheet.visible != python_calamine.SheetVisibleEnum.Visible
                    _print_sheet(workbook.get_sheet_by_name(sheet.name), hidden, merged)
    except python_calamine.PasswordError:
        _print({"error": "locked"})
    except (python_calamine.CalamineError, OSError, ValueError, zipfile.BadZipFile):
        _print({"error": "damaged"})


def path_is_ods(path: str) -> bool:
    """Say whether *path* is a spreadsheet of OpenDocument, whose merged cells we find ourselves."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as package:
        return "content.xml" in package.namelist()


def _print_sheet(sheet: Any, hidden: bool, merged: dict[str, list[list[int]]]) -> None:
    row, column = sheet.start or (0, 0)
    ranges = sheet.merged_cell_ranges
    found = merged.get(sheet.name, []) if ranges is None else [[*a, *b] for a, b in ranges]
    head = {"sheet": sheet.name, "hidden": hidden, "row": row, "column": column}
    _print({**head, "merged": found[:_MOST_RANGES]})
    for cells in sheet.to_python(skip_empty_area=True):
        _print([_plain(cell) for cell in cells])


def _plain(cell: Any) -> Any:
    if isinstance(cell, datetime.datetime):
        return {"date": cell.date().isoformat()}
    if isinstance(cell, datetime.date):
        return {"date": cell.isoformat()}
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return int(cell)
    return cell if isinstance(cell, str | int | float) else str(cell)


def _print(value: Any) -> None:
    line = json.dumps(value, ensure_ascii=False)
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")


def _merged_of_ods(path: str) -> dict[str, list[list[int]]]:
    """Return the merged ranges of each sheet of an .ods file: top, left, bottom, right."""
    from defusedxml.ElementTree import iterparse

    merged: dict[str, list[list[int]]] = {}
    with zipfile.ZipFile(path) as package, package.open("content.xml") as content:
        here: list[list[int]] = []
        row = column = height = 0
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            tag = element.tag.rpartition("}")[2]
            if event == "start" and tag == "table":
                here = merged.setdefault(_attribute(element, "name", ""), [])
                row = 0
            elif event == "start" and tag == "table-row":
                column, height = 0, int(_attribute(element, "number-rows-repeated", "1"))
            elif event == "start" and tag in ("table-cell", "covered-table-cell"):
                here.extend(_range(element, row, column))
                column += int(_attribute(element, "number-columns-repeated", "1"))
            elif event == "end" and tag == "table-row":
                row += height
                element.clear()
    return merged


def _range(cell: Any, row: int, column: int) -> Iterator[list[int]]:
    down = int(_attribute(cell, "number-rows-spanned", "1"))
    across = int(_attribute(cell, "number-columns-spanned", "1"))
    if down > 1 or across > 1:
        yield [row, column, row + down - 1, column + across - 1]


def _attribute(element: Any, name: str, otherwise: str) -> str:
    found = (text for key, text in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(found, otherwise)


def _limit(memory: int, seconds: int) -> None:
    """Ask the system to stop this process at *memory* bytes or *seconds* of work."""
    if sys.platform == "win32":
        _limit_windows(memory)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    _EXTENDED_LIMITS, _PROCESS_MEMORY = 9, 0x100

    def _limit_windows(memory: int) -> None:
        """Put this process into a job object with a limit; the parent keeps the time."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Extended(ProcessMemoryLimit=memory)
        limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY
        size = ctypes.sizeof(limits)
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
