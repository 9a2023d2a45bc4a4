"""Prints what an .ods says of its cells beside their values: hidden, merged, errors, old fonts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from thidua_desktop.documents.reading.child.printing import show
from thidua_desktop.documents.reading.child.xml_events import Attributes, read_events
from thidua_desktop.documents.reading.legacy import is_legacy

_CELLS = ("table-cell", "covered-table-cell")
_BESIDE = ("annotation", "shapes")  # Remarks and drawings on a cell are no part of its text.
_BREAKS = {"s": " ", "tab": "\t", "line-break": "\n"}
_MOST_REPEATED = 1000  # No more than that many alike cells or rows are looked at.
_Run = tuple[str, str]


def main(path: str) -> None:
    """Print the marks of each sheet of *path*, as `marks.marks_of` takes them."""
    styles = _Styles()
    with ZipFile(path) as package:
        if "styles.xml" in package.namelist():
            with package.open("styles.xml") as part:
                read_events(part, styles.start, styles.end, lambda _: None)
        reader = _Reader(styles)
        with package.open("content.xml") as part:
            read_events(part, reader.start, reader.end, reader.text)


@dataclass(slots=True)
class _Styles:
    """The fonts of styles: by family and name, each with the style it is based on."""

    faces: dict[str, str] = field(default_factory=dict)
    fonts: dict[tuple[str, str], str] = field(default_factory=dict)
    parents: dict[tuple[str, str], str] = field(default_factory=dict)
    current: tuple[str, str] = ("", "")

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "font-face":
            self.faces[attributes.get("name", "")] = attributes.get("font-family", "")
        elif name in ("style", "default-style"):
            self.current = attributes.get("family", ""), attributes.get("name", "")
            self.parents[self.current] = attributes.get("parent-style-name", "")
        elif name == "text-properties" and self.current[0]:
            face = attributes.get("font-name", "")
            font = attributes.get("font-family") or self.faces.get(face, face)
            if font:
                self.fonts[self.current] = font

    def end(self, name: str) -> None:
        if name in ("style", "default-style"):
            self.current = "", ""

    def font(self, family: str, style: str) -> str:
        """Return the font that *style* sets, by itself or by what it is based on, or nothing."""
        seen: set[str] = set()
        while style and style not in seen:
            if found := self.fonts.get((family, style)):
                return found
            seen.add(style)
            style = self.parents.get((family, style), "")
        return ""


@dataclass(slots=True)
class _Sheet:
    """What was found of one sheet so far."""

    name: str
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    letters: list[tuple[int, int, list[_Run]]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    column_styles: list[tuple[int, str]] = field(default_factory=list)
    row: int = 0
    column: int = 0
    columns: int = 0


@dataclass(slots=True)
class _Reader:
    """Reads the content once; its state is where it is."""

    styles: _Styles
    sheet: _Sheet | None = None
    row: Attributes = field(default_factory=dict)
    cell: Attributes | None = None
    runs: list[_Run] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    depth: int = 0  # Within a remark or a drawing.
    tables: int = 0
    is_text: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        self.depth += name in _BESIDE
        if self.depth:
            return
        if self.sheet is None:
            self.styles.start(name, attributes)
        if name == "table":
            self.tables += 1
            if self.tables == 1:
                self.sheet = _Sheet(attributes.get("name", ""))
        elif self.sheet is None or self.tables > 1:
            return
        elif name == "table-column":
            self._start_columns(self.sheet, attributes)
        elif name == "table-row":
            self.row, self.sheet.column = attributes, 0
        elif name in _CELLS:
            self.cell, self.runs = attributes, []
            self.fonts = [self._cell_font(self.sheet, attributes)]
        elif self.cell is not None and name in ("p", "span", "a"):
            family = "paragraph" if name == "p" else "text"
            own = self.styles.font(family, attributes.get("style-name", ""))
            if name == "p" and self.runs:
                self.runs.append((self.fonts[-1], "\n"))
            self.fonts.append(own or self.fonts[-1])
            self.is_text = True
        elif self.cell is not None and name in _BREAKS:
            count = min(int(attributes.get("c", "1")), _MOST_REPEATED)
            self.runs.append((self.fonts[-1], _BREAKS[name] * count))

    def text(self, text: str) -> None:
        if self.is_text and not self.depth:
            self.runs.append((self.fonts[-1], text))

    def end(self, name: str) -> None:
        if name in _BESIDE:
            self.depth -= 1
        if self.depth:
            return
        if self.sheet is None:
            self.styles.end(name)
        elif name == "table":
            self._end_table(self.sheet)
        elif self.tables > 1:
            return
        elif name in _CELLS and self.cell is not None:
            self._end_cell(self.sheet, self.cell)
            self.cell = None
        elif name == "table-row":
            count = _count(self.row, "number-rows-repeated")
            if _is_hidden(self.row):
                last = min(count, 2**20 - self.sheet.row)
                self.sheet.hidden_rows += range(self.sheet.row + 1, self.sheet.row + 1 + last)
            self.sheet.row += count
        elif self.cell is not None and name in ("p", "span", "a"):
            self.fonts.pop()
            self.is_text = len(self.fonts) > 1

    def _end_table(self, sheet: _Sheet) -> None:
        self.tables -= 1
        if not self.tables:
            names = ("hidden_rows", "hidden_columns", "errors", "letters", "merged")
            show({"sheet": sheet.name, **{name: getattr(sheet, name) for name in names}})
            self.sheet = None

    def _start_columns(self, sheet: _Sheet, attributes: Attributes) -> None:
        count = _count(attributes, "number-columns-repeated")
        if _is_hidden(attributes):
            sheet.hidden_columns += range(sheet.columns, sheet.columns + min(count, 2**14))
        sheet.columns += count
        style = attributes.get("default-cell-style-name", "")
        sheet.column_styles.append((sheet.columns, style))

    def _cell_font(self, sheet: _Sheet, cell: Attributes) -> str:
        column = (style for end, style in sheet.column_styles if sheet.column < end)
        style = (
            cell.get("style-name")
            or self.row.get("default-cell-style-name")
            or next(column, "")
            or "Default"
        )
        default = self.styles.fonts.get(("table-cell", ""), "")
        return self.styles.font("table-cell", style) or default

    def _end_cell(self, sheet: _Sheet, cell: Attributes) -> None:
        count = _count(cell, "number-columns-repeated")
        down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            right, bottom = sheet.column + across - 1, sheet.row + down - 1
            sheet.merged.append((sheet.row, sheet.column, bottom, right))
        for row, column in self._places(sheet, count):
            if cell.get("value-type") == "error":
                sheet.errors.append((row + 1, column, "".join(text for _, text in self.runs)))
            if any(is_legacy(font) for font, _ in self.runs):
                sheet.letters.append((row + 1, column, self.runs))
        sheet.column += count

    def _places(self, sheet: _Sheet, count: int) -> Iterator[tuple[int, int]]:
        if not self.runs:
            return
        rows = min(_count(self.row, "number-rows-repeated"), _MOST_REPEATED)
        for row in range(sheet.row, sheet.row + rows):
            for column in range(sheet.column, sheet.column + min(count, _MOST_REPEATED)):
                yield row, column


def _count(attributes: Attributes, name: str) -> int:
    return max(int(attributes.get(name, "1")), 1)


def _is_hidden(attributes: Attributes) -> bool:
    return attributes.get("visibility", "") in ("collapse", "filter")
