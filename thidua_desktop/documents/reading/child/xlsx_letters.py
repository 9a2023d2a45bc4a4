"""Prints which cells of an .xlsx are set in a font of before Unicode, run by run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from thidua_desktop.documents.reading.child.printing import show
from thidua_desktop.documents.reading.child.xml_events import Attributes, read_events
from thidua_desktop.documents.reading.legacy import is_legacy
from thidua_desktop.documents.reading.package_signs import sheet_parts

# A run without a font of its own has the cell's, which a shared string does not know.
_Run = tuple[str | None, str]
_Cell = tuple[int, int, str | list[tuple[str, str]]]  # Row number, column, its font or its runs.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEXTS = ("s", "str", "inlineStr")


def main(path: str) -> None:
    """Print the letters of each sheet of *path*, as `marks.marks_of` takes them."""
    with ZipFile(path) as package:
        names = package.namelist()
        fonts, strings = _Fonts(), _Strings()
        if "xl/styles.xml" in names:
            with package.open("xl/styles.xml") as part:
                read_events(part, fonts.start, fonts.end, lambda _: None)
        if "xl/sharedStrings.xml" in names:
            with package.open("xl/sharedStrings.xml") as part:
                read_events(part, strings.start, strings.end, strings.text)
        for name, part_name in sheet_parts(package).items():
            if part_name in names and part_name.startswith("xl/worksheets/"):
                sheet = _Sheet(fonts.of_styles(), strings.rich)
                with package.open(part_name) as part:
                    read_events(part, sheet.start, sheet.end, sheet.text)
                show({"sheet": name, "letters": sheet.letters})


@dataclass(slots=True)
class _Fonts:
    """The fonts that cells have by their style."""

    names: list[str] = field(default_factory=list)
    styles: list[int] = field(default_factory=list)
    within: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self.within = name
        elif self.within == "fonts" and name == "font":
            self.names.append("")
        elif self.within == "fonts" and name == "name" and self.names:
            self.names[-1] = attributes.get("val", "")
        elif self.within == "cellXfs" and name == "xf":
            self.styles.append(int(attributes.get("fontId", "0")))

    def end(self, name: str) -> None:
        if name == self.within:
            self.within = ""

    def of_styles(self) -> list[str]:
        """Return the name of the font of each style."""
        known = len(self.names)
        return [self.names[font] if font < known else "" for font in self.styles]


@dataclass(slots=True)
class _Strings:
    """Shared strings with runs in old fonts, by their number; also one string inside a cell."""

    rich: dict[int, list[_Run]] = field(default_factory=dict)
    count: int = 0
    runs: list[_Run] = field(default_factory=list)
    font: str | None = None
    is_text: bool = False
    is_spoken: bool = False  # How an Asian word is pronounced: beside the text, not part of it.

    def start(self, name: str, attributes: Attributes) -> None:
        if name in ("si", "is"):
            self.runs, self.font = [], None
        elif name == "r":
            self.font = None
        elif name == "rFont":
            self.font = attributes.get("val", "")
        elif name == "rPh":
            self.is_spoken = True
        elif name == "t":
            self.is_text = not self.is_spoken

    def text(self, text: str) -> None:
        if self.is_text:
            self.runs.append((self.font, _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)))

    def end(self, name: str) -> None:
        if name == "t":
            self.is_text = False
        elif name == "rPh":
            self.is_spoken = False
        elif name == "si":
            if any(font and is_legacy(font) for font, _ in self.runs):
                self.rich[self.count] = self.runs
            self.count += 1


@dataclass(slots=True)
class _Sheet:
    """The cells of one sheet that hold old letters."""

    fonts: list[str]
    rich: dict[int, list[_Run]]
    letters: list[_Cell] = field(default_factory=list)
    row: int = 0
    column: int = -1
    font: str = ""
    kind: str = ""
    value: str = ""
    is_value: bool = False
    inline: _Strings = field(default_factory=_Strings)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), -1
        elif name == "c":
            self.kind, self.value = attributes.get("t", "n"), ""
            self.inline = _Strings()
            self.column = _column(attributes["r"]) if "r" in attributes else self.column + 1
            style = int(attributes.get("s", "0"))
            self.font = self.fonts[style] if style < len(self.fonts) else ""
        elif name == "v":
            self.is_value = True
        elif self.kind == "inlineStr":
            self.inline.start(name, attributes)

    def text(self, text: str) -> None:
        if self.is_value:
            self.value += text
        elif self.kind == "inlineStr":
            self.inline.text(text)

    def end(self, name: str) -> None:
        if name == "v":
            self.is_value = False
        elif name == "c":
            if self.kind in _TEXTS:
                self.letters.extend(self._cell())
            self.kind = ""
        elif self.kind == "inlineStr":
            self.inline.end(name)

    def _cell(self) -> Iterator[_Cell]:
        runs = self.inline.runs
        if self.kind == "s":
            runs = self.rich.get(int(self.value or -1), [])
        if any(font is not None for font, _ in runs):
            own = [(self.font if font is None else font, text) for font, text in runs]
            if any(is_legacy(font) for font, _ in own):
                yield self.row, self.column, own
        elif is_legacy(self.font):
            yield self.row, self.column, self.font


def _column(place: str) -> int:
    number = 0
    for letter in place:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number - 1
