"""Letters of old fonts in a Word document, converted where they stand in its tree."""

import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from thidua_desktop.documents.reading.legacy import Encoding, decoded_pieces, encoding_of
from thidua_desktop.documents.reading.word_styles import Styles

_NAMED = re.compile(rb"""["']\s*@?(?:\.vn|vni-)""", re.I)
_PARTS = ("document.xml", "styles.xml", "footnotes.xml", "endnotes.xml")
# A soft hyphen is a letter of TCVN3, and tidying takes it away: this one stands in for it.
_SOFT, _KEPT = "\u00ad", "\uf0ad"


def names_old_fonts(package: ZipFile) -> bool:
    """Say whether the Word file *package* names a font of before Unicode."""
    names = (f"word/{name}" for name in _PARTS)
    return any(_NAMED.search(package.read(name)) for name in names if name in package.NameToInfo)


def convert_letters(root: Element, styles: Styles) -> None:
    """Convert the text below *root* that is set in an old font; a word may be cut into runs."""
    for paragraph in root.iter("p"):
        properties = paragraph.find("pPr")
        letters = (
            (encoding_of(styles.font(run.find("rPr"), properties)), text)
            for run in _runs(paragraph)
            for text in run.findall("t")
        )
        for encoding, group in groupby(letters, key=lambda one: one[0]):
            if encoding:
                _convert([text for _, text in group], encoding)


def keep_all_letters(root: Element) -> None:
    """Put into the text below *root* what tidying leaves alone, for letters it would take away."""
    _replace(root, _SOFT, _KEPT)


def give_back_letters(root: Element) -> None:
    """Take out of the text below *root* what `keep_all_letters` has put in."""
    _replace(root, _KEPT, _SOFT)


def as_it_was(text: str) -> str:
    """Return *text* with the letters that `keep_all_letters` has replaced."""
    return text.replace(_KEPT, _SOFT)


def _replace(root: Element, old: str, new: str) -> None:
    for text in root.iter("t"):
        text.text = (text.text or "").replace(old, new)


def _convert(texts: list[Element], encoding: Encoding) -> None:
    pieces = decoded_pieces([text.text or "" for text in texts], encoding)
    for text, piece in zip(texts, pieces, strict=True):
        text.text = piece


def _runs(parent: Element) -> Iterator[Element]:
    """Give the runs of a paragraph, in links and fields too, but not of a paragraph inside."""
    for child in parent:
        if child.tag == "r":
            yield child
        if child.tag != "p":
            yield from _runs(child)
