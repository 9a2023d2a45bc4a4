"""How wide the columns of a table become. Knows no fonts, no pages, neither PDF nor Word."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from thidua_desktop.documents import wording
from thidua_desktop.documents.paper import GroupRow, Table, TotalRow
from thidua_desktop.domain.markup import plain

PADDING = 4.0  # points left and right of the text of a cell

_MM = 72 / 25.4
_SAMPLE = 200  # rows by which a column of long texts is judged
_LONGEST = 12  # texts of these that decide
_MOST_LINES = 8  # of a cell, as long as columns can be made to fit


class Measure(Protocol):
    """Knows how large texts are in the widest letters that a table uses; lengths are in points."""

    def width(self, text: str) -> float:
        """Return how wide *text* is on one line."""

    def lines(self, text: str, room: float) -> int:
        """Return how many lines *text* takes where a line has *room*."""


def widths(table: Table, room: float, measure: Measure) -> list[float]:
    """Return the width of each column in points, *room* in all.

    A column is never narrower than its longest word if that can be. Those without a width of
    their own are as wide as leaves the texts in the fewest lines.
    """
    asked = [_Asked.of(table, number, measure) for number in range(len(table.columns))]
    made = [
        max(column.width * _MM, a.least) for column, a in zip(table.columns, asked, strict=True)
    ]
    free = [number for number, column in enumerate(table.columns) if not column.width]
    left = room - sum(width for number, width in enumerate(made) if number not in free)
    if not free or left < sum(made[number] for number in free):
        return [width * room / sum(made) for width in made]
    shared = _shared(left, [asked[number] for number in free])
    for number, width in zip(free, shared, strict=True):
        made[number] = width
    return made


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one column asks for: room for its longest word, and its longest texts."""

    least: float
    texts: Sequence[str]
    measure: Measure

    @classmethod
    def of(cls, table: Table, number: int, measure: Measure) -> "_Asked":
        """Judge a column of texts by its first rows; numbers are never cut, so all count."""
        column = table.columns[number]
        title = plain(column.title).split()
        if column.kind != "text":
            return cls(_longest([*title, *set(_texts(table, number))], measure), (), measure)
        texts = {plain(text) for text in islice(_texts(table, number), _SAMPLE)}
        words = {word for text in texts for word in text.split()}
        longest = sorted(texts, key=lambda text: (len(text), text))[-_LONGEST:]
        return cls(_longest([*title, *words], measure), longest, measure)

    def width(self, lines: int) -> float:
        """Return how wide the column must be for no text to take more than *lines*."""
        low, high = self.least, max(self.least, _longest(self.texts, self.measure))
        while high - low > 2:
            middle = (low + high) / 2
            if self._fits(lines, middle):
                high = middle
            else:
                low = middle
        return high

    def _fits(self, lines: int, width: float) -> bool:
        room = width - 2 * PADDING
        stretches = (stretch for text in self.texts for stretch in text.split("\n"))
        return all(self.measure.lines(stretch, room) <= lines for stretch in stretches)


def _shared(room: float, asked: Sequence[_Asked]) -> list[float]:
    """Share *room*: all columns down to so few lines, then one after the other to fewer."""
    made = [column.least for column in asked]
    most = _MOST_LINES
    for lines in range(1, _MOST_LINES + 1):
        wished = [column.width(lines) for column in asked]
        if sum(wished) <= room:
            made, most = wished, lines
            break
    for lines in range(1, most):
        wished = [column.width(lines) for column in asked]
        for number in sorted(range(len(asked)), key=lambda n: wished[n] - made[n]):
            if 0 < wished[number] - made[number] <= room - sum(made):
                made[number] = wished[number]
    return [width * room / sum(made) for width in made]


def _longest(texts: Collection[str], measure: Measure) -> float:
    lines = (line for text in texts for line in text.split("\n"))
    return max(map(measure.width, lines), default=0.0) + 2 * PADDING


def _texts(table: Table, number: int) -> Iterator[str]:
    """Return the texts that column *number* has for itself."""
    count, kind = len(table.columns), table.columns[number].kind
    for row in table.rows:
        if isinstance(row, GroupRow):
            continue
        cells = row.cells if isinstance(row, TotalRow) else row
        skipped = count - len(cells)
        if not skipped or number > skipped:
            yield wording.cell_words(cells[number - skipped], kind)
