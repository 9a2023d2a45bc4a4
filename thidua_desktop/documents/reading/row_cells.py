"""The cells of one row of a list, asked by what their columns mean."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from thidua_desktop.documents.reading.cells import Doubt
from thidua_desktop.documents.reading.list_values import Facts
from thidua_desktop.documents.reading.names import is_collective_name, is_position
from thidua_desktop.documents.reading.sheets import Cells, Value, text_of
from thidua_desktop.domain.text import fold

# The field, the column it was read from (None when from no cell), and its value.
Field = tuple[str, int | None, str | Doubt]

_DITTO = frozenset(('"', "''", "nt", "-nt-", "- nt -", "nhu tren", "//", "-//-", "“", "”", "″"))
_DASHES = re.compile(r"[-–—]+")
_SIGN = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
_UNIT_BEGINS = re.compile(
    r"\s(?=(?:trường|phòng|ủy ban|uỷ ban|ubnd|ubmttq|trung tâm|công an|công ty|văn phòng|hạt|"
    r"chi cục|bệnh viện|trạm y tế|xã|phường|thị trấn|huyện ủy|ban chỉ huy)\s)",
    re.I,
)
SPLIT = " | "
"""What parts position and unit in a proposal for a cell that holds both."""


@dataclass(frozen=True, slots=True)
class RowHints:
    """What a row does not say itself.

    *group*: what the group rows above it and the title rows say; *listed_kind*: the kind of
    recipients that the title rows speak of. *types_births*: its column of births holds dates
    typed without marks. *sure*: the columns whose cells the officer has put right.
    """

    today: date
    group: Facts = field(default_factory=Facts)
    listed_kind: str = ""
    types_births: bool = False
    sure: frozenset[int] = frozenset()


class RowCells:
    """The cells of one row."""

    def __init__(self, cells: Cells, places: Mapping[str, int], hints: RowHints) -> None:
        self._cells = cells
        self.places = places
        self.hints = hints

    def cell(self, column: int | None) -> Value:
        """Return what stands in *column*, "" beyond the last."""
        return self._cells[column] if column is not None and column < len(self._cells) else ""

    def value(self, meaning: str) -> Value:
        """Return what stands in the column of that meaning."""
        return self.cell(self.places.get(meaning))

    def text(self, meaning: str) -> str:
        """Return the text that stands in the column of that meaning; a mere dash says nothing."""
        text = text_of(self.value(meaning))
        return "" if _DASHES.fullmatch(text) else text

    def read(self, meaning: str, reader: Callable[[Value], str | Doubt] = text_of) -> Field:
        """Return the field of that meaning as *reader* reads its cell."""
        column = self.places.get(meaning)
        return meaning, column, reader(self.cell(column))

    def is_sure(self, column: int | None) -> bool:
        """Say whether the officer has put the cell in *column* right."""
        return column in self.hints.sure


def repeated(cells: Cells, above: Cells) -> Cells:
    """Return *cells* with what stands *above* them where they only say "như trên"."""
    if not any(isinstance(cell, str) and fold(cell) in _DITTO for cell in cells):
        return cells
    return tuple(
        over if isinstance(cell, str) and fold(cell) in _DITTO else cell
        for cell, over in zip_longest(cells, above[: len(cells)], fillvalue="")
    )


def parted(text: str, *, is_sure: bool = False) -> tuple[str, str, tuple[str, ...]]:
    """Return position and unit of a cell that holds both, and proposals where it is not plain.

    The part that names a unit is the unit, on whichever side it stands; of several commas the one
    before the unit parts them. *is_sure*: the officer has parted the text already.
    """
    if SPLIT.strip() in text or is_sure:
        first, _, last = text.partition(SPLIT.strip()) if "|" in text else text.partition(",")
        return first.strip(), last.strip(), ()
    ways = [
        (text[: m.start()].strip(), text[m.end() :].strip(), m[0]) for m in _SIGN.finditer(text)
    ]
    if not any(before and after for before, after, _ in ways):
        return _parted_by_words(text)
    if is_collective_name(text):
        units = [(after, unit) for unit, after, _ in ways if is_position(after)]
        return (*units[-1], ()) if units else ("", text, ())
    told = ((before, after) for before, after, _ in ways if is_collective_name(after))
    plain = ((before, after) for before, after, sign in ways if sign.strip() in (",", ";"))
    return (*next(told, next(plain, (text, ""))), ())


def _parted_by_words(text: str) -> tuple[str, str, tuple[str, ...]]:
    """Part a text without any sign; where a unit begins inside it, that is proposed."""
    if is_collective_name(text):
        return "", text, ()
    pieces = _UNIT_BEGINS.split(text, maxsplit=1)
    if len(pieces) == 1:
        return text, "", ()
    unit = pieces[1][:1].upper() + pieces[1][1:]
    return text, "", (f"{pieces[0]}{SPLIT}{unit}",)
