"""Lists of people and of units to rows that can be kept and rows that wait. Writes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from thidua_desktop.documents.reading.cells import Doubt, types_dates
from thidua_desktop.documents.reading.heads import Head, head_at
from thidua_desktop.documents.reading.people_rows import Field, PersonHints, read_person
from thidua_desktop.documents.reading.row_kinds import group_unit, is_numbered, kind_of_row
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet, Value, text_of
from thidua_desktop.documents.reading.tables import read_table
from thidua_desktop.documents.reading.unit_rows import read_unit

ListKind = Literal["people", "units"]

_NAMES = {"people": "full_name", "units": "name"}
_FEW = 3  # Rows of several cells from which a sheet without a head is worth a remark.
_LONG_SIGNATURE = 8
_NO_HEAD = {
    "people": "không có dòng tiêu đề với cột Họ và tên",
    "units": "không có dòng tiêu đề với cột Tên đơn vị",
}


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with one cell: the words over its column, its own text, why, and a proposal."""

    column: str
    text: str
    reason: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list. *values*: the fields that could be read, by name.

    A row with *problems* waits; *cells* are its texts as they stand in the sheet.
    """

    number: int
    values: Mapping[str, str]
    cells: tuple[str, ...]
    problems: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadList:
    """What one sheet of one file gave; every row of data is in *accepted* or in *waiting*."""

    file: str
    sheet: str
    kind: ListKind
    accepted: tuple[ListRow, ...] = ()
    waiting: tuple[ListRow, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """Return how many rows of data the sheet has."""
        return len(self.accepted) + len(self.waiting)


def read_list(
    path: Path,
    kind: ListKind,
    *,
    learnt: Mapping[str, str] | None = None,
    today: date | None = None,
) -> list[ReadList]:
    """Return what each sheet of *path* lists; of people or of units, by *kind*.

    Fields of people: full_name birth sex position unit citizen_id ethnicity note; of units: name
    kind parent code valid_from valid_to note. *learnt*: folded head to meaning, as this office
    taught it. Raises OutsideError, Refused or BadFile with a sentence.
    """
    hints = _Hints(learnt or {}, today or date.today())
    last: Head | None = None
    found = []
    for sheet in read_table(path):
        reader = _SheetReader(sheet, kind, hints)
        found.append(reader.read(path.name, last))
        last = reader.head or last
    return [one for one in found if one.rows or one.remarks]


class _SheetReader:
    """Reads one sheet from top to bottom; its state is the head and group the rows are under."""

    def __init__(self, sheet: ReadSheet, kind: ListKind, hints: "_Hints") -> None:
        self._sheet = sheet
        self._kind = kind
        self._hints = hints
        self._rows: list[ListRow] = []
        self._group_unit = ""
        self._types_births = False
        self._signed_at = 0
        self._after_signature = 0
        self.head: Head | None = None

    def read(self, file: str, last: Head | None) -> ReadList:
        """Return what the sheet lists; *last* is the head of the table before this one."""
        if self._sheet.is_hidden:
            return self._list(file, [f"Trang “{self._sheet.name}” đang ẩn nên không được nhập."])
        rows, at = self._sheet.rows, 0
        self.head = last if last and _continues(rows, last) else None
        while at < len(rows):
            head = head_at(rows, at, self._kind, self._hints.learnt)
            if head:
                if self.head is None or head.columns != self.head.columns:
                    self._types_births = types_dates(_births(rows[at:], head))
                self.head, self._signed_at = head, 0
            elif self.head:
                self._take(rows[at], self.head)
            at += head.rows if head else 1
        return self._list(file, list(self._remarks()))

    def _list(self, file: str, remarks: list[str]) -> ReadList:
        accepted = tuple(row for row in self._rows if not row.problems)
        waiting = tuple(row for row in self._rows if row.problems)
        return ReadList(file, self._sheet.name, self._kind, accepted, waiting, tuple(remarks))

    def _take(self, row: ReadRow, head: Head) -> None:
        kind = kind_of_row(row, head.columns, _NAMES[self._kind])
        if self._signed_at and not is_numbered(row, head.columns):
            self._after_signature += kind != "blank"
        elif kind == "signature":
            self._signed_at = row.number
        elif kind == "group":
            self._group_unit = group_unit(next(filter(None, map(text_of, reversed(row.cells))), ""))
        elif kind == "data":
            self._signed_at = 0
            self._rows.append(self._read(row, head))

    def _read(self, row: ReadRow, head: Head) -> ListRow:
        values: dict[str, str] = {}
        problems: list[CellProblem] = []
        for name, column, value in self._fields(row, head):
            if not isinstance(value, Doubt):
                values |= {name: value} if value else {}
                continue
            at = head.columns[_NAMES[self._kind]] if column is None else column
            text = text_of(row.cells[at]) if at < len(row.cells) else ""
            problems.append(CellProblem(head.words[at], text, value.reason, value.proposal))
        cells = tuple(map(text_of, row.cells))
        return ListRow(row.number, values, cells, tuple(problems))

    def _fields(self, row: ReadRow, head: Head) -> Iterator[Field]:
        if self._kind == "units":
            yield from read_unit(row.cells, head.columns)
            return
        hints = PersonHints(self._hints.today, self._group_unit, self._types_births)
        for name, column, value in read_person(row.cells, head.columns, hints):
            if name == "citizen_id" and isinstance(value, str) and value:
                yield name, column, self._hints.unique(value, self._sheet.name, row.number)
            else:
                yield name, column, value

    def _remarks(self) -> Iterator[str]:
        name = self._sheet.name
        if self.head is None:
            if sum(map(_is_full, self._sheet.rows)) >= _FEW:
                yield f"Trang “{name}” {_NO_HEAD[self._kind]} nên chưa được nhập."
            return
        if unknown := ", ".join(f"“{words}”" for words in self.head.unknown):
            yield f"Các cột không nhập của trang “{name}”: {unknown}."
        if self._after_signature > _LONG_SIGNATURE:
            yield (
                f"Trang “{name}”: sau phần ký còn {self._after_signature} dòng không đánh số; "
                "các dòng đó không được nhập."
            )


class _Hints:
    """What is known beside the sheets: what the office taught, the day, numbers already seen."""

    def __init__(self, learnt: Mapping[str, str], today: date) -> None:
        self.learnt = learnt
        self.today = today
        self._seen: dict[str, str] = {}

    def unique(self, citizen_id: str, sheet: str, row: int) -> str | Doubt:
        """Return *citizen_id*, or a doubt when an earlier row of the file has it."""
        first = self._seen.setdefault(citizen_id, f"dòng {row} trang “{sheet}”")
        if first == f"dòng {row} trang “{sheet}”":
            return citizen_id
        return Doubt(f"Số định danh trùng với {first}.")


def _continues(rows: Sequence[ReadRow], head: Head) -> bool:
    """Say whether *rows* go on under *head*: the same width, and numbered from the first row on."""
    return (
        bool(rows) and len(rows[0].cells) == len(head.words) and is_numbered(rows[0], head.columns)
    )


def _births(rows: Sequence[ReadRow], head: Head) -> Iterator[Value]:
    columns = [column for name, column in head.columns.items() if name.startswith("birth")]
    for row in rows:
        yield from (row.cells[column] for column in columns if column < len(row.cells))


def _is_full(row: ReadRow) -> bool:
    return len({text for text in map(text_of, row.cells) if text}) > 1
