"""How wide the columns of a table become in the letters of a PDF. Knows no rows and no pages."""

from dataclasses import dataclass

from thidua_desktop.documents import columns
from thidua_desktop.documents.paper import Table
from thidua_desktop.documents.pdf.letters import Style
from thidua_desktop.documents.pdf.lines import plain_lines

PADDING = columns.PADDING


def widths(table: Table, room: float, style: Style) -> list[float]:
    """Return the width of each column in points, *room* in all; *style* is the widest used."""
    return columns.widths(table, room, _Measure(style))


@dataclass(frozen=True, slots=True)
class _Measure:
    """Measures texts by the font itself."""

    style: Style

    def width(self, text: str) -> float:
        """Return how wide *text* is in points."""
        return self.style.face.text_width(text) * self.style.size

    def lines(self, text: str, room: float) -> int:
        """Return how many lines *text* takes in *room* points."""
        return len(plain_lines(text, self.style, room))
