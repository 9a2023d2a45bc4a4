"""Breaks boxes and footnotes into pages of one height. Draws nothing.

A footnote begins on the page that cites it; what finds no room there goes on at the foot of the
next page. Boxes that keep to one another stand together as long as one page can hold them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from thidua_desktop.documents.pdf.boxes import Box
from thidua_desktop.documents.pdf.lines import Line
from thidua_desktop.documents.pdf.notes import LINE_HEIGHT, Notes, height

_WASTE = 60.0  # points left empty at most to keep a footnote or a row whole
_LEAST_TEXT = 60.0  # points of text that a page has beside footnotes carried over
_TOGETHER = 2  # lines with which a footnote that is cut begins
_ERROR = 0.01  # points lost in adding


@dataclass(slots=True)
class Page:
    """One page: each box with its top, and the lines of footnotes at its foot.

    *carried* of these lines belong to footnotes of earlier pages. *used* is the height of the text.
    """

    boxes: list[tuple[float, Box]] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    carried: int = 0
    used: float = 0.0

    @property
    def is_fresh(self) -> bool:
        """Say whether nothing at all stands on the page yet."""
        return not self.boxes and not self.notes


def units(boxes: Iterable[Box]) -> Iterator[list[Box]]:
    """Return the boxes in groups that stay on one page."""
    unit: list[Box] = []
    for box in boxes:
        unit.append(box)
        if not box.keeps:
            yield unit
            unit = []
    if unit:
        yield unit


class Paging:
    """Fills pages of *room* points with units, in order."""

    def __init__(self, room: float, notes: Notes) -> None:
        self._room = room
        self._notes = notes
        self._page = Page()
        self._done: list[Page] = []

    def add(self, unit: Sequence[Box]) -> None:
        """Place *unit* on this page or on the next ones."""
        while not self._place(unit):
            if rest := self._place_part(unit):
                unit = [rest]
            elif not self._page.is_fresh:
                self._close()
            elif len(unit) > 1:
                for box in unit:
                    self.add([box])
                return
            elif rest := self._force(unit[0]):
                unit = [rest]
            else:
                return

    def pages(self) -> list[Page]:
        """Return the pages, at least one; what is left of the footnotes has pages of its own."""
        while not self._page.is_fresh:
            self._close()
        return self._done or [self._page]

    def _place(self, unit: Sequence[Box]) -> bool:
        """Place *unit* if it fits here, its last footnote cut only where much would stay empty."""
        if self._fits(unit, self._whole(unit)):
            self._put(unit)
            return True
        if self._is_nearly_full or not self._fits(unit, self._least(unit)):
            return False
        self._put(unit)
        self._close()
        return True

    def _place_part(self, unit: Sequence[Box]) -> Box | None:
        """Place as much of *unit* as fits if its last box can be cut; return the rest of that."""
        if self._is_nearly_full:
            return None
        *before, last = unit
        for note_lines in (self._whole, self._least):
            room = self._room - self._tops(unit)[1] + last.height - height(len(self._page.notes))
            while parts := last.split(room):
                first, rest = parts
                if self._fits([*before, first], note_lines([*before, first])):
                    self._put([*before, first])
                    self._close()
                    return rest
                room = first.height - LINE_HEIGHT
        return None

    def _force(self, box: Box) -> Box | None:
        """Place *box* on an empty page that cannot hold it and its footnotes; return what is over.

        Its footnotes begin on this page and the next ones, as far as there is room.
        """
        room = self._room - (box.head.height if box.head else 0.0)
        parts = box.cut(room) if box.height > room + _ERROR else None
        first, rest = parts or (box, None)
        self._put([first])
        self._close()
        return rest

    def _whole(self, unit: Sequence[Box]) -> int:
        """Return how many lines the footnotes cited in *unit* have."""
        return sum(len(self._notes.lines(note)) for note in _cited(unit))

    def _least(self, unit: Sequence[Box]) -> int:
        """Return how many of them must stand on its page: of the last footnote, its beginning."""
        lengths = [len(self._notes.lines(note)) for note in _cited(unit)]
        return sum(lengths[:-1]) + min(_TOGETHER, lengths[-1]) if lengths else 0

    @property
    def _is_nearly_full(self) -> bool:
        """Say whether little is lost when the rest of the page stays empty."""
        empty = self._room - self._page.used - height(len(self._page.notes))
        return not self._page.is_fresh and empty < _WASTE

    def _fits(self, unit: Sequence[Box], note_lines: int) -> bool:
        below = height(len(self._page.notes) + note_lines)
        return self._tops(unit)[1] + below <= self._room + _ERROR

    def _tops(self, unit: Sequence[Box]) -> tuple[list[tuple[float, Box]], float]:
        """Return where each box would stand, a repeated head before them, and where they end."""
        page, placed = self._page, list[tuple[float, Box]]()
        head, bottom = unit[0].head, page.used
        for box in [head, *unit] if head and not page.boxes else unit:
            top = bottom + box.gap if page.boxes or placed else bottom
            placed.append((top, box))
            bottom = top + box.height
        return placed, bottom

    def _put(self, unit: Sequence[Box]) -> None:
        placed, self._page.used = self._tops(unit)
        self._page.boxes += placed
        for note in _cited(unit):
            self._page.notes += self._notes.lines(note)

    def _close(self) -> None:
        """End the page; footnotes that are too long go on, on as many pages as they need."""
        while True:
            page, notes = self._page, self._page.notes
            count = len(notes)
            while count and page.used + height(count) > self._room + _ERROR:
                count -= 1
            page.notes, rest = notes[:count], notes[count:]
            self._done.append(page)
            self._page = Page(notes=rest, carried=len(rest))
            if height(len(rest)) <= self._room - _LEAST_TEXT:
                return


def _cited(unit: Sequence[Box]) -> list[int]:
    return [note for box in unit for note in box.notes]
