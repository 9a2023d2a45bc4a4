"""Lists that stand side by side on one sheet, each as a sheet of its own. Knows no rows of data."""

from dataclasses import replace
from itertools import groupby

from thidua_desktop.documents.reading.meanings import meaning_of
from thidua_desktop.documents.reading.sheets import Cells, ReadRow, ReadSheet, text_of
from thidua_desktop.domain.text import fold

_TRIED = 100  # Rows among which the head of the lists is looked for.
_NAMES = ("full_name", "name", "collective", "household")


def lists_apart(sheet: ReadSheet) -> list[ReadSheet]:
    """Return a sheet for each of the lists that stand side by side on *sheet*, else it alone.

    One begins where the words of a head begin anew: "TT, Họ và tên, … TT, Họ và tên, …". Every
    cell stays in its row and column; those of the other lists are empty.
    """
    firsts = next(filter(None, map(_beginnings, sheet.rows[:_TRIED])), ())
    if not firsts:
        return [sheet]
    ends = (*firsts[1:], max(len(row.cells) for row in sheet.rows))
    starts = (0, *firsts[1:])
    return [
        _part(sheet, number, first, end)
        for number, (first, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]


def _beginnings(row: ReadRow) -> tuple[int, ...]:
    """Return the columns where the words of *row* begin anew, () when they do not."""
    texts = [(column, fold(text_of(cell))) for column, cell in enumerate(row.cells)]
    runs = [next(run) for _, run in groupby(texts, key=lambda one: one[1])]  # Merged cells are one.
    words = [one for one in runs if one[1]]
    if len({text for _, text in words}) in (1, len(words)):
        return ()  # Nothing in it is said twice, or it says but one thing.
    name = next((text for _, text in words if meaning_of(text, "nominations") in _NAMES), "")
    places = [at for at, (_, text) in enumerate(words) if name and text == name]
    following = {words[at + 1][1] if at + 1 < len(words) else "" for at in places}
    if len(places) < 2 or len(following) > 1 or following <= {"", name}:
        return ()
    before = {words[at - 1][1] if at else "" for at in places}
    is_numbered = len(before) == 1 and before != {""}
    return tuple(words[at - is_numbered][0] for at in places)


def _part(sheet: ReadSheet, number: int, first: int, end: int) -> ReadSheet:
    """Return *sheet* with nothing but what stands in the columns from *first* to before *end*."""
    rows = tuple(replace(row, cells=_between(row.cells, first, end)) for row in sheet.rows)
    which = f" {number - 1}" if number > 2 else ""
    return replace(
        sheet,
        name=sheet.name if number == 1 else f"{sheet.name} (bên phải{which})",
        rows=rows,
        raw={place: text for place, text in sheet.raw.items() if first <= place[1] < end},
        remarks=sheet.remarks if number == 1 else (),
    )


def _between(cells: Cells, first: int, end: int) -> Cells:
    return tuple(cell if first <= n < end else "" for n, cell in enumerate(cells))
