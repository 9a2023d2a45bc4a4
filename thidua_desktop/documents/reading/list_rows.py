"""Rows of data under one head to rows of a list, each with its values, marks and problems."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_desktop.documents.reading.award_rows import read_awarded
from thidua_desktop.documents.reading.cells import Doubt
from thidua_desktop.documents.reading.heads import Head
from thidua_desktop.documents.reading.list_values import (
    CellProblem,
    Facts,
    ListRow,
    Mark,
    cell_name,
)
from thidua_desktop.documents.reading.mark_cells import read_marks, told_past
from thidua_desktop.documents.reading.people_rows import read_person
from thidua_desktop.documents.reading.row_cells import Field, RowCells, RowHints
from thidua_desktop.documents.reading.sheets import Cells, ReadRow, ReadSheet, Value, text_of
from thidua_desktop.documents.reading.unit_rows import read_unit
from thidua_desktop.domain.recipients import PERSON_KINDS

_NO_MARK = "Không có danh hiệu nào được đánh dấu trong dòng này."


_FAULTS = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)


class SeenNumbers:
    """The citizen numbers of the rows read so far, in all sheets of one file."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[str, str]] = {}

    def doubt(self, number: str, name: str, place: str, *, may_repeat: bool) -> Doubt | None:
        """Return the doubt when an earlier row has *number*, of another name if it *may_repeat*."""
        first, there = self._seen.setdefault(number, (name, place))
        if there == place or (may_repeat and first == name):
            return None
        return Doubt(f"Số định danh trùng với {there}.", "same_number")


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of data, its *cells* with ditto marks resolved, and what the group rows say of it.

    *above*: the name in the last row before it that has one; *unit_above*: the unit, likewise.
    """

    row: ReadRow
    group: Facts
    cells: Cells
    above: str = ""
    unit_above: str = ""


@dataclass(frozen=True, slots=True)
class ListReader:
    """Reads the rows of data under *head*.

    *facts*: what the title rows say. *types_births*: the births are dates typed without marks.
    *sure*: by row number, the columns that the officer has put right.
    """

    sheet: ReadSheet
    head: Head
    today: date
    facts: Facts = field(default_factory=Facts)
    types_births: bool = False
    numbers: SeenNumbers = field(default_factory=SeenNumbers)
    sure: Mapping[int, frozenset[int]] = field(default_factory=dict, hash=False)

    def read(self, listed: Listed) -> ListRow:
        """Return the row with its values, marks and problems."""
        row = RowCells(listed.cells, self.head.places, self._hints(listed))
        values: dict[str, str] = {}
        problems: list[CellProblem] = []
        faulty: set[int] = set()
        for name, column, value in self._fields(row, listed.row):
            if column is not None and (fault := _fault(row.cell(column))):
                if column not in faulty:
                    problems.append(self._problem(listed.row, name, column, fault))
                faulty.add(column)
                continue
            text = value.value if isinstance(value, Doubt) else value
            values |= {name: text} if text else {}
            if isinstance(value, Doubt):
                told = self._with_name_above(value, listed)
                problems.append(self._problem(listed.row, name, column, told))
        if offer := self._unit_above(row, listed, values):
            problems.append(offer)
        past = tuple(self._past(row))
        values |= {"past": told_past(past)} if past else {}
        marks, unclear = self._marks(row, values)
        problems += [self._problem(listed.row, "mark", at, doubt) for at, doubt in unclear]
        return ListRow(
            number=listed.row.number,
            values=values,
            cells=tuple(map(text_of, listed.row.cells)),
            marks=tuple(marks),
            past=past,
            group=listed.group,
            problems=tuple(problems),
            is_hidden=listed.row.number in self.sheet.hidden_rows,
        )

    def _hints(self, listed: Listed) -> RowHints:
        above = replace(self.facts, unit="", recipient_kind="")
        if self._is_pivoted:
            above = replace(above, title="")
        return RowHints(
            self.today,
            group=listed.group.over(above),
            listed_kind=self.facts.recipient_kind,
            types_births=self.types_births,
            sure=self.sure.get(listed.row.number, frozenset()),
        )

    def _fields(self, row: RowCells, source: ReadRow) -> Iterator[Field]:
        readers = {"people": read_person, "units": read_unit}
        name = ""
        for field_name, column, value in readers.get(self.head.kind, read_awarded)(row):
            yield field_name, column, value
            if field_name in ("name", "full_name"):
                name = value if isinstance(value, str) else value.value
            if field_name == "citizen_id" and isinstance(value, str) and value:
                yield from self._repeated(value, name, column, source)

    def _repeated(
        self, number: str, name: str, column: int | None, source: ReadRow
    ) -> Iterator[Field]:
        place = f"dòng {source.number} trang “{self.sheet.name}”"
        may_repeat = self.head.kind != "people"
        if doubt := self.numbers.doubt(number, name, place, may_repeat=may_repeat):
            yield "citizen_id", column, doubt

    @property
    def _is_pivoted(self) -> bool:
        """Say whether titles stand over columns of marks, and in no column of their own."""
        return "mark" in self.head.places and "title" not in self.head.places

    def _marks(
        self, row: RowCells, values: dict[str, str]
    ) -> tuple[list[Mark], list[tuple[int | None, Doubt]]]:
        """Return the marks of a row, and what is unclear by column."""
        found = list(read_marks(row, self.head, "mark"))
        marks = [one for one in found if isinstance(one, Mark)]
        unclear: list[tuple[int | None, Doubt]] = [o for o in found if not isinstance(o, Mark)]
        is_award = self.head.kind in ("nominations", "register")
        if is_award and self._is_pivoted and not found and not values.get("title"):
            unclear.append((None, Doubt(_NO_MARK, "no_mark")))
        return marks, unclear

    def _past(self, row: RowCells) -> Iterator[Mark]:
        if self.head.kind in ("people", "units"):
            return
        for one in read_marks(row, self.head, "past"):
            if isinstance(one, Mark):
                yield one

    def _with_name_above(self, doubt: Doubt, listed: Listed) -> Doubt:
        """Return *doubt*; where a row of awards has no name, that of the row above is proposed."""
        is_award = self.head.kind in ("nominations", "register", "merits")
        if doubt.code != "no_name" or not listed.above or not is_award:
            return doubt
        return replace(doubt, proposals=(listed.above,))

    def _unit_above(
        self, row: RowCells, listed: Listed, values: Mapping[str, str]
    ) -> CellProblem | None:
        """Return the offer to take the unit of the row above where the cell was left empty."""
        column = row.places.get("unit")
        is_person = values.get("recipient_kind", "person") in PERSON_KINDS
        if column is None or values.get("unit") or not listed.unit_above or not is_person:
            return None
        reason = f"Ô đơn vị để trống; dòng trên ghi “{listed.unit_above}”."
        offer = Doubt(reason, "unit_above", (listed.unit_above,), is_offer=True)
        return self._problem(listed.row, "unit", column, offer)

    def _problem(self, row: ReadRow, meaning: str, column: int | None, doubt: Doubt) -> CellProblem:
        names = self.head.names or (0,)
        at = names[0] if column is None else column
        return CellProblem(
            column=at,
            cell=cell_name(row.number, at),
            head=self.head.words(at),
            meaning=meaning,
            text=text_of(row.cells[at]) if at < len(row.cells) else "",
            reason=doubt.reason,
            code=doubt.code,
            proposals=doubt.proposals,
            is_offer=doubt.is_offer,
        )


def _fault(value: Value) -> Doubt | None:
    """Return the doubt about a cell in which a formula failed."""
    text = text_of(value)
    if text not in _FAULTS:
        return None
    return Doubt(f"Công thức trong ô này bị lỗi ({text}) nên ô không có nội dung.", "formula")
