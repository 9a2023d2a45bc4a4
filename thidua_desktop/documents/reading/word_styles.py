"""What Word's styles say of a run or paragraph: bold, italic, raised, title, centred, list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_OFF = ("0", "false", "off", "none")
_NO_LINE = ("", "none", "nil")
_TITLES = ("heading", "title", "subtitle")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    is_raised: bool = False
    is_hidden: bool = False
    is_capital: bool = False


@dataclass(slots=True)
class Styles:
    """The styles part of one document, asked by paragraph and run; empty without the part."""

    by_id: dict[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    normal: str = ""

    @classmethod
    def of(cls, root: Element | None) -> "Styles":
        """Return the styles of the part *root*."""
        if root is None:
            return cls()
        styles = {style.get("styleId", ""): style for style in root.findall("style")}
        usual = (
            s for s in styles.values() if s.get("type") == "paragraph" and is_on(s.get("default"))
        )
        normal = next((style.get("styleId", "") for style in usual), "")
        return cls(styles, root.find("docDefaults/rPrDefault/rPr"), normal)

    def look(self, run: Element | None, paragraph: Element | None) -> Look:
        """Return the look of a run by its properties *run* within the paragraph's properties."""
        sources = [*self._run_sources(run, paragraph)]
        return Look(
            bold=_switch(sources, "b"),
            italic=_switch(sources, "i"),
            is_raised=_value(sources, "vertAlign") == "superscript",
            is_hidden=_switch(sources, "vanish"),
            is_capital=_switch(sources, "caps"),
        )

    def font(self, run: Element | None, paragraph: Element | None) -> str:
        """Return the font of letters beyond ASCII in a run; "" when a theme sets it, or none."""
        for source in self._run_sources(run, paragraph):
            fonts = source.find("rFonts")
            for name in ("hAnsiTheme", "hAnsi", "asciiTheme", "ascii"):
                if fonts is not None and name in fonts.attrib:
                    return "" if name.endswith("Theme") else fonts.attrib[name]
        return ""

    def is_title(self, paragraph: Element | None) -> bool:
        """Say whether the paragraph is set in a heading style or has an outline level."""
        names = (style.find("name") for style in self._chain(value(paragraph, "pStyle")))
        if any(name is not None and _is_title_name(name.get("val", "")) for name in names):
            return True
        return self._paragraph_value(paragraph, "outlineLvl") in tuple("012345678")

    def is_centred(self, paragraph: Element | None) -> bool:
        """Say whether the paragraph is centred."""
        return self._paragraph_value(paragraph, "jc") == "center"

    def list_of(self, paragraph: Element | None) -> tuple[str, int]:
        """Return the list (numId, "" for none) and the level of the paragraph."""
        for properties in self._paragraph_sources(paragraph):
            found = properties.find("numPr")
            if found is not None and (number := value(found, "numId")):
                level = value(found, "ilvl")
                return ("", 0) if number == "0" else (number, int(level) if level.isdigit() else 0)
        return "", 0

    def is_framed(self, table: Element) -> bool:
        """Say whether the borders of *table* are drawn, by itself, its style or its cells."""
        properties = table.find("tblPr")
        sources = [] if properties is None else [properties]
        for style in self._chain(value(properties, "tblStyle")):
            sources += style.findall("tblPr")
        for source in sources:
            if (borders := source.find("tblBorders")) is not None:
                return has_inner_lines(borders)
        cells = table.findall("tr/tc")
        lined = [cell for cell in cells if has_lines(cell.find("tcPr/tcBorders"))]
        return len(lined) * 2 > len(cells)

    def _run_sources(self, run: Element | None, paragraph: Element | None) -> Iterator[Element]:
        if run is not None:
            yield run
            yield from self._run_properties(value(run, "rStyle"))
        yield from self._run_properties(value(paragraph, "pStyle") or self.normal)
        if self.defaults is not None:
            yield self.defaults

    def _run_properties(self, style: str) -> Iterator[Element]:
        for element in self._chain(style):
            yield from element.findall("rPr")

    def _paragraph_sources(self, paragraph: Element | None) -> Iterator[Element]:
        if paragraph is not None:
            yield paragraph
        for style in self._chain(value(paragraph, "pStyle") or self.normal):
            yield from style.findall("pPr")

    def _paragraph_value(self, paragraph: Element | None, name: str) -> str:
        return _value(self._paragraph_sources(paragraph), name)

    def _chain(self, style: str) -> Iterator[Element]:
        """Give *style* and what it is based on, each once even when the file runs in a ring."""
        seen: set[str] = set()
        while style not in seen and (found := self.by_id.get(style)) is not None:
            seen.add(style)
            yield found
            style = value(found, "basedOn")


def value(parent: Element | None, name: str) -> str:
    """Return the value of the child *name* of *parent*, or nothing."""
    child = None if parent is None else parent.find(name)
    return "" if child is None else child.get("val", "")


def is_on(setting: str | None) -> bool:
    """Say whether a switch is on by its value; a switch without a value is on."""
    return setting is not None and setting not in _OFF


def has_lines(borders: Element | None) -> bool:
    """Say whether any side of *borders* is drawn."""
    return borders is not None and any(side.get("val", "") not in _NO_LINE for side in borders)


def has_inner_lines(borders: Element) -> bool:
    """Say whether *borders* draw a table's inside or its left side: one line alone is a rule."""
    sides = (borders.find(name) for name in ("insideV", "insideH", "left", "start"))
    return any(side is not None and side.get("val", "") not in _NO_LINE for side in sides)


def _switch(sources: list[Element], name: str) -> bool:
    for source in sources:
        if (found := source.find(name)) is not None:
            return is_on(found.get("val", "1"))
    return False


def _value(sources: Iterator[Element] | list[Element], name: str) -> str:
    return next(filter(None, (value(source, name) for source in sources)), "")


def _is_title_name(name: str) -> bool:
    return name.casefold().startswith(_TITLES)
