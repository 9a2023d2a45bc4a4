"""Workbooks (.xlsx .xls .ods) to sheets, read by a child so that no file can take us down."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.documents.reading.guard import damaged, locked, too_heavy
from thidua_desktop.documents.reading.sheets import Cells, ReadRow, ReadSheet, Value

MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 60
_MOST_FILLED = 2_000_000  # Cells; ranges upon ranges would otherwise keep us busy for hours.
_CHILD = Path(__file__).with_name("workbook_child.py")
_Range = tuple[int, int, int, int]


def read_workbook(
    path: Path, *, memory: int = MOST_MEMORY, seconds: int = MOST_SECONDS
) -> list[ReadSheet]:
    """Return the sheets of *path*, merged ranges filled, hidden sheets marked.

    Raises Refused when it is locked or takes more than *memory* bytes or *seconds*, BadFile when
    it is damaged.
    """
    output = _run(path, memory, seconds)
    sheets: list[_Sheet] = []
    for line in output.splitlines():
        value = json.loads(line)
        if isinstance(value, list):
            sheets[-1].rows.append([_value(cell) for cell in value])
        elif "error" in value:
            raise locked(path) if value["error"] == "locked" else damaged(path)
        else:
            sheets.append(_Sheet(**value))
    return [sheet.read() for sheet in sheets]


def _run(path: Path, memory: int, seconds: int) -> bytes:
    """Return what the child prints; it runs apart from our modules and from the user's."""
    command = [sys.executable, "-I", str(_CHILD), str(path), str(memory), str(seconds)]
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=seconds,
            creationflags=_no_window(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_heavy(path) from error
    if done.returncode:
        raise too_heavy(path)  # It was stopped at a limit, or broke off inside the reader.
    return done.stdout


def _no_window() -> int:
    """Return the flag that keeps Windows from opening a console for the child."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


@dataclass(slots=True)
class _Sheet:
    """A sheet as it arrives: *row* and *column* say where its rows begin, from 0."""

    sheet: str
    hidden: bool
    row: int
    column: int
    merged: list[_Range]
    rows: list[list[Value]] = field(default_factory=list)
    filled: int = 0

    def read(self) -> ReadSheet:
        for first_row, first_column, last_row, last_column in self.merged:
            self._fill(
                first_row - self.row,
                first_column - self.column,
                last_row - self.row,
                last_column - self.column,
            )
        return ReadSheet(self.sheet, tuple(self._read_rows()), self.hidden)

    def _fill(self, top: int, left: int, bottom: int, right: int) -> None:
        if not (0 <= top < len(self.rows) and 0 <= left < len(self.rows[top])):
            return
        value = self.rows[top][left]
        right = min(right, len(self.rows[top]) - 1)
        for row in self.rows[top : bottom + 1]:
            if self.filled > _MOST_FILLED:
                return
            row[left : right + 1] = [value] * (right + 1 - left)
            self.filled += right + 1 - left

    def _read_rows(self) -> Iterator[ReadRow]:
        before: Cells = ("",) * self.column
        for number, cells in enumerate(self.rows, start=self.row + 1):
            yield ReadRow(number, (*before, *cells))


def _value(cell: Any) -> Value:
    """Return a cell as it was printed: text, number or date; truth stays a word."""
    if isinstance(cell, dict):
        return date.fromisoformat(cell["date"])
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return cell if isinstance(cell, str | int | float) else ""
