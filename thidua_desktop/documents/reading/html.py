"""What Word, LibreOffice or a browser puts on the clipboard (HTML) to lines and grids.

Knows nothing of reports and plans. Only what is seen counts: styles of classes are not looked up.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from thidua_desktop.documents.reading.guard import opened
from thidua_desktop.documents.reading.pasted import unpaste
from thidua_desktop.documents.reading.source import Cell, Grid, Item, Line, Source, tidy, words_of
from thidua_desktop.documents.reading.text import decoded
from thidua_desktop.documents.reading.word_body import by_breaks
from thidua_desktop.domain.markup import Run

_UNSEEN = frozenset(("head", "style", "script", "title", "template", "xml", "o:p"))
_EMPTY = frozenset(("br", "hr", "img", "meta", "link", "col", "input", "wbr", "base"))
_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAKS_OFF = frozenset((*_TITLES, "p", "div", "li", "ul", "ol", "table", "tr", "td", "th"))
_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?P<weight>bold|normal|\d+)", re.I)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?P<style>italic|oblique|normal)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.I)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_LIST_MARK = re.compile(r"mso-list\s*:\s*ignore", re.I)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HEAVY = 600  # The weight from which letters are bold.
_MOST_SPAN = 100


def read_html(path: Path) -> Source:
    """Return the lines and grids of the HTML in *path*; OutsideError when it cannot be read."""
    with opened(path):
        text = decoded(path)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Source(unpaste(tuple(reader.items())))


@dataclass(frozen=True, slots=True)
class _Look:
    """How letters look inside an element, and whether they are seen at all."""

    tag: str = ""
    bold: bool = False
    italic: bool = False
    is_unseen: bool = False
    is_mark: bool = False


@dataclass(slots=True)
class _Table:
    """A table being read: its rows, and the cells that reach down from rows above by column."""

    rows: list[list[Cell]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    span: tuple[int, int] = (1, 1)
    cell: list[Line] | None = None


class _Reader(HTMLParser):
    """Reads element by element; paragraphs go into the open cell, or stand by themselves."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._looks: list[_Look] = [_Look()]
        self._runs: list[Run] = []
        self._mark = ""
        self._is_title = self._is_centred = False
        self._tables: list[_Table] = []
        self._items: list[Item] = []

    def items(self) -> list[Item]:
        """Return what was read, lines and grids in order."""
        self._end_line()
        while self._tables:  # The clipboard may end in the middle of a table.
            self._end_table()
        return self._items

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag in _BREAKS_OFF:
            self._end_line()
        if tag == "br":
            self._runs.append(Run("\n"))
        if tag not in _EMPTY:
            self._looks.append(_look(tag, known.get("style", ""), self._looks[-1]))
        if tag in _BREAKS_OFF:
            self._is_title = tag in _TITLES
            style, align = known.get("style", ""), known.get("align", "")
            self._is_centred = align.lower() == "center" or bool(_CENTRED.search(style))
        if tag == "table":
            self._tables.append(_Table())
        elif self._tables and tag == "tr":
            self._end_cell()  # Its writer may have left it open.
            self._tables[-1].rows.append([])
        elif self._tables and tag in ("td", "th"):
            self._begin_cell(known)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS_OFF:
            self._end_line()
        if tag not in (look.tag for look in self._looks):
            return
        while self._looks.pop().tag != tag:
            pass
        if self._tables and tag in ("td", "th"):
            self._end_cell()
        elif self._tables and tag == "table":
            self._end_table()

    def handle_data(self, data: str) -> None:
        look = self._looks[-1]
        if look.is_unseen:
            return
        text = _SPACES.sub(" ", data)
        if look.is_mark:
            self._mark += text
        else:
            self._runs.append(Run(text, look.italic, look.bold))

    def _end_line(self) -> None:
        number, self._mark = self._mark.strip(), ""
        line = Line(tuple(self._runs), number, self._is_title, self._is_centred)
        self._runs = []
        if not (words_of(line).strip() or number):
            return
        cell = self._tables[-1].cell if self._tables else None
        lines = by_breaks(line)
        if cell is None:
            self._items += lines
        else:
            cell += (each for each in map(tidy, lines) if each.pieces or each.number)

    def _begin_cell(self, known: dict[str, str]) -> None:
        self._end_cell()
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        table.span = _count(known.get("colspan", "")), _count(known.get("rowspan", ""))
        table.cell = []

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.cell is None or not table.rows:
            return
        row, (columns, rows) = table.rows[-1], table.span
        while table.reaching.get(len(row), 0):
            table.reaching[len(row)] -= 1
            row.append(())
        for column in range(len(row), len(row) + columns):
            table.reaching[column] = rows - 1
        row += [tuple(table.cell), *[()] * (columns - 1)]
        table.cell = None

    def _end_table(self) -> None:
        self._end_cell()
        grid = _grid(self._tables.pop())
        cell = self._tables[-1].cell if self._tables else None
        if cell is not None:  # A table within a cell is read as the cell's lines.
            cell += (line for row in grid.rows for each in row for line in each)
        elif grid.rows:
            self._items.append(grid)


def _grid(table: _Table) -> Grid:
    rows = [row for row in table.rows if row]
    width = max(map(len, rows), default=0)
    # Two columns are the two halves of a head or of a signature, which have no frame.
    padded = ((*row, *[()] * (width - len(row))) for row in rows)
    return Grid(tuple(padded), is_framed=width != 2)


def _look(tag: str, style: str, outer: _Look) -> _Look:
    """Return how letters look in an element *tag* with *style* inside *outer*."""
    weight, slant = _BOLD_STYLE.search(style), _ITALIC_STYLE.search(style)
    bold, italic = outer.bold or tag in _BOLD or tag == "th", outer.italic or tag in _ITALIC
    if weight:
        named = weight["weight"].lower()
        bold = int(named) >= _HEAVY if named.isdigit() else named == "bold"
    if slant:
        italic = slant["style"].lower() != "normal"
    is_unseen = outer.is_unseen or tag in _UNSEEN or bool(_HIDDEN.search(style))
    return _Look(tag, bold, italic, is_unseen, outer.is_mark or bool(_LIST_MARK.search(style)))


def _count(said: str) -> int:
    return min(max(int(said), 1), _MOST_SPAN) if said.isdecimal() else 1
