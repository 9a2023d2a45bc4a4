"""What Excel, Word and LibreOffice put on the clipboard, and tables in HTML files, to sheets."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from thidua_desktop.documents.reading.html_fonts import FontStyles
from thidua_desktop.documents.reading.legacy import FontRun, converted
from thidua_desktop.documents.reading.sheets import Place, ReadRow, ReadSheet, Value
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.text import clean

MOST_LETTERS = 40_000_000
_MOST_CELLS = 2_000_000
_MOST_COLUMNS = 16384
_UNSEEN = frozenset(("script", "style", "title", "template", "xml", "noscript"))
_LINES = 12  # What stands further above a table is not about it.
_EMPTY = frozenset(("br", "hr", "img", "meta", "link", "col", "input", "wbr", "base"))
_BREAKS = frozenset(("p", "div", "li", "br", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"(?<![\w-])display\s*:\s*none|visibility\s*:\s*collapse", re.I)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SHORTENED = re.compile(r"-?\d(?:[.,]\d+)?E[+-]?\d+|#+", re.I)  # Too narrow a column shows this.
_WHOLE = re.compile(r"-?\d{1,18}")
_QUOTED = re.compile(r'"((?:[^"]|""){0,32767})"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def pasted_table(html: str, text: str) -> list[ReadSheet]:
    """Return the tables of a clipboard that holds *html* and plain *text*; either may be "".

    Tables of the HTML first, as only they tell fonts, merged and hidden cells; without any, the
    text by its tabs. Raises Refused when there is too much of it.
    """
    if len(html) + len(text) > MOST_LETTERS:
        raise _too_much()
    if "<table" in html.lower() and (sheets := tables_of_html(html)):
        return sheets
    if not text.strip():
        return []
    rows = list(_split(text.replace("\r\n", "\n").replace("\r", "\n")))
    width = max(map(len, rows))
    padded = ((*row, *[""] * (width - len(row))) for row in rows)
    return [ReadSheet("Bảng dán", tuple(ReadRow(n, row) for n, row in enumerate(padded, 1)))]


def tables_of_html(html: str) -> list[ReadSheet]:
    """Return the tables in *html* that hold anything; a table in a cell is the cell's text."""
    reader = _Reader(FontStyles(html))
    reader.feed(html)
    reader.close()
    tables = [table for table in reader.tables if any(map(any, table.rows))]
    many = len(tables) > 1
    return [
        table.read(f"Bảng dán {n}" if many else "Bảng dán") for n, table in enumerate(tables, 1)
    ]


def _too_much() -> Refused:
    return Refused(
        "Phần vừa dán quá lớn nên không được đọc.",
        "Chưa có gì được ghi vào hồ sơ của cơ quan.",
        "Lưu bảng thành tệp .xlsx rồi nhập tệp ấy, hoặc dán từng phần.",
    )


def _split(text: str) -> Iterator[list[str]]:
    """Give the rows of *text*; a cell is quoted only where a line is broken inside it."""
    row: list[str] = []
    at = 0
    while at <= len(text):
        found = _QUOTED.match(text, at)
        if found and "\n" in found[1]:
            cell, at = found[1].replace('""', '"'), found.end()
        else:
            plain = _PLAIN.match(text, at)
            cell = plain[0] if plain else ""
            at += len(cell)
        row.append(cell)
        if text[at : at + 1] != "\t":
            if at < len(text) or any(row):  # The last line ends with a break and begins no other.
                yield row
            row = []
        at += 1


class _Table:
    """A table being read; *reaching*: by column, how many rows a cell above still covers.

    *above*: the last lines of text above it.
    """

    def __init__(self, above: tuple[str, ...]) -> None:
        self.rows: list[list[Value]] = []
        self._above = above
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._raw: dict[Place, str] = {}
        self._merged: list[tuple[Place, Place]] = []
        self._reaching: dict[int, tuple[int, Value]] = {}
        self._columns = self._cells = 0

    def add_columns(self, count: int, is_hidden: bool) -> None:
        """Count columns as they are declared before the rows."""
        if is_hidden:
            self._hidden_columns.update(range(self._columns, self._columns + count))
        self._columns += count

    def add_row(self, is_hidden: bool) -> None:
        """Begin a row."""
        self._cover()
        self.rows.append([])
        if is_hidden:
            self._hidden_rows.add(len(self.rows))

    def add_cell(self, runs: list[FontRun], shown: str, span: tuple[int, int]) -> None:
        """Put a cell into the row: its runs, the number behind it, how far it reaches."""
        if not self.rows:
            self.rows.append([])
        self._cover()
        row, (across, down) = self.rows[-1], span
        across = max(1, min(across, _MOST_COLUMNS - len(row)))
        before = "".join(text for _, text in runs).strip(" \n")
        text = converted(runs).strip(" \n")
        value: Value = text
        if _SHORTENED.fullmatch(text) and _WHOLE.fullmatch(shown):
            value = int(shown)
        place = len(self.rows), len(row)
        if text != before:
            self._raw[place] = before
        if across > 1 or down > 1:
            self._merged.append((place, (place[0] + down - 1, place[1] + across - 1)))
        for column in range(len(row), len(row) + across):
            if down > 1:
                self._reaching[column] = down - 1, value
        row += [value] * across
        self._count(across)

    def read(self, name: str) -> ReadSheet:
        """Return the table as a sheet, all rows of one width."""
        self._cover()
        width = max(map(len, self.rows), default=0)
        self._count(width * len(self.rows))
        rows = (
            ReadRow(number, (*row, *[""] * (width - len(row))))
            for number, row in enumerate(self.rows, 1)
        )
        return ReadSheet(
            name,
            tuple(rows),
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(n for n in self._hidden_columns if n < width),
            raw=self._raw,
            merged=tuple(self._merged),
            above=self._above,
        )

    def _cover(self) -> None:
        """Fill the row from where it stands with the cells above that reach down into it."""
        if not self.rows:
            return
        row = self.rows[-1]
        while (reaching := self._reaching.pop(len(row), None)) is not None:
            rows, value = reaching
            if rows > 1:
                self._reaching[len(row)] = rows - 1, value
            row.append(value)
            self._count(1)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise _too_much()


class _Reader(HTMLParser):
    """Reads element by element: outermost tables, and the lines of text above each."""

    def __init__(self, styles: FontStyles) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._styles = styles
        # Open elements: tag, font, and whether what they hold is unseen.
        self._open: list[tuple[str, str, bool]] = [("", "", False)]
        self._depth = 0
        self._cell: list[FontRun] | None = None
        self._text: list[FontRun] = []
        self._known: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        is_hidden = bool(_HIDDEN.search(known.get("style", "")))
        if tag in _EMPTY:
            self._handle_empty(tag, known, is_hidden)
            return
        _, font, is_unseen = self._open[-1]
        own = self._styles.font(tag, known)
        is_gone = is_unseen or tag in _UNSEEN or (is_hidden and tag not in ("tr", "td", "th"))
        self._open.append((tag, own or font, is_gone))
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table(self._above()))
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].add_row(is_hidden)
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self._cell, self._known = [], known
        elif tag in _BREAKS:
            self._break()

    def _handle_empty(self, tag: str, known: dict[str, str], is_hidden: bool) -> None:
        if tag == "br":
            self._break(always=True)
        elif tag == "col" and self._depth == 1:
            is_hidden |= known.get("width") == "0"
            self.tables[-1].add_columns(_count(known.get("span", "")), is_hidden)

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _, _ in self._open):
            return
        while self._open.pop()[0] != tag:
            pass
        if tag == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(self._depth - 1, 0)
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        _, font, is_unseen = self._open[-1]
        if is_unseen:
            return
        if self._cell is not None:
            self._cell.append((font, _SPACES.sub(" ", data)))
        elif self._depth == 0:
            self._text.append((font, _SPACES.sub(" ", data)))

    def close(self) -> None:
        """Read to the end; the clipboard may end in the middle of a cell."""
        super().close()
        self._end_cell()

    def _above(self) -> tuple[str, ...]:
        """Return the last lines of text since the table before."""
        lines = map(clean, converted(self._text).split("\n"))
        self._text = []
        return tuple(filter(None, lines))[-_LINES:]

    def _break(self, always: bool = False) -> None:
        if self._depth == 0 and self._text:
            self._text.append((self._text[-1][0], "\n"))
        if self._cell and (always or not self._cell[-1][1].endswith("\n")):
            self._cell.append((self._cell[-1][0], "\n"))

    def _end_cell(self) -> None:
        if self._cell is None or not self.tables:
            return
        known = self._known
        shown = known.get("x:num") or known.get("sdval") or ""
        span = _count(known.get("colspan", "")), _count(known.get("rowspan", ""))
        self.tables[-1].add_cell(self._cell, shown, span)
        self._cell = None


def _count(said: str) -> int:
    return max(int(said), 1) if said.isdecimal() and len(said) < 8 else 1
