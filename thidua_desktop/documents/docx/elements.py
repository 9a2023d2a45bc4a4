"""The elements of a Word document: paragraphs and runs as XML. Knows no paper and no styles."""

from collections.abc import Iterator
from typing import cast
from unicodedata import category, is_normalized, normalize

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

_TWIPS_PER_MM = 1440 / 25.4
_TWIPS_PER_POINT = 20


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """Return the element w:*tag* with w: attributes, in the order given."""
    made = cast(Element, OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def mm(length: float) -> int:
    """Return *length* millimetres in twips."""
    return round(length * _TWIPS_PER_MM)


def points(length: float) -> int:
    """Return *length* points in twips."""
    return round(length * _TWIPS_PER_POINT)


def run(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    style: str | None = None,
) -> Element:
    """Return *text* as a run, *size* in points; a line feed ends the line, a tab is a tab."""
    made = w("r", *_look(bold=bold, italic=italic, size=size, style=style))
    for number, line in enumerate(_writable(text).split("\n")):
        if number:
            made.append(w("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                made.append(w("tab"))
            if piece:
                made.append(_words(piece))
    return made


def paragraph(style: str, *runs: Element, properties: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph of *style*; *properties* of its own follow the schema's order."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *runs)


def rule(style: str, room: float, length: float) -> Element:
    """Return a low empty paragraph with a line *length* twips long in the middle of *room*."""
    side = round((room - length) / 2)
    line = w("pBdr", w("top", val="single", sz=6, space=1, color="000000"))
    return paragraph(style, properties=(line, w("ind", left=side, right=side)))


def seam(style: str, *, is_hidden: bool = False) -> Element:
    """Return an empty paragraph a point high, or of no height at all, that stands by a table."""
    hidden = (w("rPr", w("vanish")),) if is_hidden else ()
    low = w("spacing", before=0, line=points(1), lineRule="exact")
    return paragraph(style, properties=(low, *hidden))


def _look(*, bold: bool, italic: bool, size: float | None, style: str | None) -> Iterator[Element]:
    properties = [w("rStyle", val=style)] if style else []
    properties += [w("b"), w("bCs")] if bold else []
    properties += [w("i"), w("iCs")] if italic else []
    if size is not None:
        properties += [w("sz", val=round(2 * size)), w("szCs", val=round(2 * size))]
    if properties:
        yield w("rPr", *properties)


def _words(text: str) -> Element:
    made = w("t")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made


def _writable(text: str) -> str:
    """Return *text* as XML takes it: NFC, without controls other than line feeds and tabs."""
    if text.isprintable() and is_normalized("NFC", text):
        return text
    return normalize("NFC", "".join(filter(_is_allowed, text)))


def _is_allowed(letter: str) -> bool:
    return letter in "\n\t" or (
        category(letter) not in ("Cc", "Cs") and letter not in "\ufffe\uffff"
    )
