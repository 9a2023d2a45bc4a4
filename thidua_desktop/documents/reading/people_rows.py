"""A row of a list of people to the fields of a person, each read or in doubt."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thidua_desktop.documents.reading.cells import (
    Doubt,
    read_birth,
    read_citizen_id,
    read_name,
    read_sex,
)
from thidua_desktop.documents.reading.sheets import Cells, Value, text_of

# The field, the column it was read from (None when from no cell), and its value.
Field = tuple[str, int | None, str | Doubt]
_AFTER_POSITION = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
_PAIRS = {"male": "sex_male", "female": "sex_female"}
_BIRTHS = {"male": "birth_male", "female": "birth_female"}


@dataclass(frozen=True, slots=True)
class PersonHints:
    """What a row does not say itself: the day, the unit named above it, how its column dates."""

    today: date
    group_unit: str = ""
    types_births: bool = False


def read_person(cells: Cells, columns: Mapping[str, int], hints: PersonHints) -> Iterator[Field]:
    """Give the fields of the person in *cells*.

    A sex that no column tells stays empty: it is never guessed from a name.
    """
    row = _Row(cells, columns)
    yield "full_name", columns["full_name"], read_name(row.name())
    birth_column, sex = row.birth_column()
    birth = read_birth(row.cell(birth_column), hints.today, is_typed=hints.types_births)
    yield "birth", birth_column, birth
    yield row.sex(sex)
    yield from row.place(hints.group_unit)
    yield row.read("citizen_id", read_citizen_id)
    yield row.read("ethnicity", text_of)
    yield row.read("note", text_of)


class _Row:
    """The cells of one row, asked by meaning."""

    def __init__(self, cells: Cells, columns: Mapping[str, int]) -> None:
        self._cells = cells
        self._columns = columns

    def cell(self, column: int | None) -> Value:
        return self._cells[column] if column is not None and column < len(self._cells) else ""

    def read(self, meaning: str, reader: Callable[[Value], str | Doubt]) -> Field:
        column = self._columns.get(meaning)
        return meaning, column, reader(self.cell(column))

    def text(self, meaning: str) -> str:
        return text_of(self.cell(self._columns.get(meaning)))

    def name(self) -> Value:
        """Return the name; family and given name may stand in two columns."""
        if "family_name" not in self._columns:
            return self.cell(self._columns["full_name"])
        return f"{self.text('family_name')} {self.text('full_name')}"

    def birth_column(self) -> tuple[int | None, str]:
        """Return the column of the birth date, and the sex it tells where each has its own."""
        for sex, meaning in _BIRTHS.items():
            if self.text(meaning):
                return self._columns[meaning], sex
        return self._columns.get("birth"), ""

    def sex(self, by_birth: str) -> Field:
        """Return the sex, told by its column, by a mark under Nam or Nữ, or by Ông or Bà."""
        marked = [sex for sex, meaning in _PAIRS.items() if self.text(meaning)]
        column = self._columns.get("sex", self._columns.get("address"))
        if len(marked) > 1:
            return "sex", self._columns["sex_female"], Doubt("Đánh dấu cả Nam và Nữ.")
        if marked:
            return "sex", self._columns[_PAIRS[marked[0]]], marked[0]
        told = read_sex(self.cell(column))
        return "sex", column, told or by_birth

    def place(self, group_unit: str) -> Iterator[Field]:
        """Give position and unit; one column may hold both, the position before a comma."""
        together = self.text("position_unit")
        position, *units = _AFTER_POSITION.split(together, maxsplit=1)
        column = self._columns.get("position_unit")
        yield "position", self._columns.get("position", column), self.text("position") or position
        unit = self.text("unit") or "".join(units) or group_unit
        yield "unit", self._columns.get("unit", column), unit
