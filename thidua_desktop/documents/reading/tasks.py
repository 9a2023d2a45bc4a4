"""The table of a plan to tasks: quarter, content, units and their roles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thidua_desktop.documents.reading.responsible import units_in
from thidua_desktop.documents.reading.source import (
    Cell,
    Grid,
    all_words,
    cell_words,
    markup_of,
)
from thidua_desktop.domain.dates import DateError, parse_date
from thidua_desktop.domain.text import fold

_HEADS = {
    "number": re.compile(r"(?:s?tt|so tt|so thu tu|muc)$"),
    "units": re.compile(r".*(?:don vi|co quan|chu tri|phoi hop|phan cong|phu trach|tham muu)"),
    "time": re.compile(r".*(?:thoi gian|tien do|thoi han|hoan thanh)"),
    "body": re.compile(r".*(?:noi dung|nhiem vu|cong viec|hoat dong)"),
}
_QUARTER = re.compile(r"\bquy\s*(?P<quarter>iv|i{1,3}|[1-4])\b")
_MONTH = re.compile(r"\bthang\s*(?P<month>1[0-2]|0?[1-9])\b(?!\s*(?:dau|cuoi|nam\b))")
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")
_SCHOOL_YEAR = re.compile(r"năm học\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})", re.IGNORECASE)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WHOLE_YEAR = 4  # What has no quarter is due at the end of the year.
_Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ReadTask:
    """One task. *body*: inline markup, one line per bullet; *units_text*: the cell's own markup.

    *units* are (name, role) pairs in order, roles as in `plans.ROLES`; *due* is a whole date the
    table itself gives, or "".
    """

    quarter: int
    ordinal: int
    body: str
    units_text: str
    units: tuple[tuple[str, str], ...]
    due: str = ""


def read_tasks(grid: Grid) -> tuple[tuple[ReadTask, ...], tuple[str, ...]] | None:
    """Return the tasks of *grid* and remarks on them; None when it is no table of tasks."""
    columns = _columns(grid.rows[0]) if grid.rows else {}
    if "body" not in columns or not ("units" in columns or "time" in columns):
        return None
    reader = _Reader(columns)
    for row in grid.rows[1:]:
        reader.take(row)
    return tuple(reader.tasks), tuple(reader.remarks())


def _columns(head: _Row) -> dict[str, int]:
    """Return which column means what; extra columns are read into the task's content."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(head):
        words = fold(cell_words(cell)).strip(" .:")
        for meaning, form in _HEADS.items():
            if meaning not in columns and form.match(words):
                columns[meaning] = at
                break
        else:
            if words:
                columns[cell_words(cell)] = at
    return columns


@dataclass(slots=True)
class _Reader:
    """Reads the rows of one table in order; its state is the quarter they stand under."""

    columns: dict[str, int]
    quarter: int = 0
    tasks: list[ReadTask] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)

    def take(self, row: _Row) -> None:
        body, units = self._cell(row, "body"), self._cell(row, "units")
        words = " ".join(filter(None, map(cell_words, row)))
        if not words:
            return
        if not units and (quarter := _quarter_of(words)) and len(words.split()) <= 6:
            self.quarter = quarter
            return
        time = cell_words(self._cell(row, "time"))
        quarter = _quarter_of(time) or self.quarter
        if not quarter:
            quarter = _WHOLE_YEAR
            self.undated.append(cell_words(body))
        self.counts[quarter] = ordinal = self.counts.get(quarter, 0) + 1
        body = body or tuple(line for cell in row for line in cell)
        lines = [*map(markup_of, body), *self._extras(row)]
        units_text = "\n".join(map(markup_of, units))
        pairs = units_in("\n".join(map(all_words, units)))
        self.tasks.append(
            ReadTask(quarter, ordinal, "\n".join(lines), units_text, pairs, _whole_date(time))
        )

    def remarks(self) -> Iterator[str]:
        for words in self.undated:
            yield f"Nhiệm vụ “{words[:60]}” không ghi quý; được xếp vào quý IV."
        for task in self.tasks:
            for found in _SCHOOL_YEAR.finditer(task.body):
                if int(found["last"]) != int(found["first"]) + 1:
                    yield (
                        f"Nhiệm vụ {task.ordinal}, quý {task.quarter} ghi “{found[0]}”: năm học "
                        "gồm hai năm liền nhau. Chữ được giữ nguyên; hãy xem lại."
                    )

    def _cell(self, row: _Row, meaning: str) -> Cell:
        at = self.columns.get(meaning, -1)
        return row[at] if 0 <= at < len(row) else ()

    def _extras(self, row: _Row) -> Iterator[str]:
        """Give what stands in columns that a task has no field for, named by their heads."""
        for meaning in self.columns:
            if meaning in ("number", "body", "units"):
                continue
            name = "Thời gian thực hiện" if meaning == "time" else meaning
            if cell := self._cell(row, meaning):
                yield f"{name}: {' '.join(map(markup_of, cell))}"


def _quarter_of(words: str) -> int:
    """Return the quarter that *words* name, by itself or by a month; 0 when they name none."""
    folded = fold(words)
    if found := _QUARTER.search(folded):
        name = found["quarter"]
        return int(name) if name.isdigit() else _QUARTERS[name]
    if found := _MONTH.search(folded):
        return (int(found["month"]) + 2) // 3
    date = _whole_date(words)
    return (int(date[5:7]) + 2) // 3 if date else 0


def _whole_date(words: str) -> str:
    found = _DAY.search(words)
    try:
        return parse_date(found[0]) if found else ""
    except DateError:
        return ""
