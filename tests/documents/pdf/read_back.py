"""Reads a PDF file back with an engine that did not write it: words, sizes, places in mm."""

from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Letter:
    """One character; *x*, *right* and *baseline* in mm from the upper left corner of its page."""

    text: str
    size: float
    face: str
    page: int
    x: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """Letters of one baseline, from left to right."""

    letters: tuple[Letter, ...]

    @property
    def words(self) -> str:
        return " ".join("".join(letter.text for letter in self.letters).split())

    @property
    def first(self) -> Letter:
        return next(letter for letter in self.letters if letter.text.strip())

    @property
    def left(self) -> float:
        return self.first.x

    @property
    def right(self) -> float:
        return max(letter.right for letter in self.letters if letter.text.strip())


def letters(path: Path) -> list[Letter]:
    """Return every letter and space of *path* in the order of its content."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [letter for number in range(len(document)) for letter in _page(document, number)]
    finally:
        document.close()


def lines(path: Path) -> list[ReadLine]:
    """Return what stands on one baseline together, as it comes in the content."""
    grouped = groupby(letters(path), key=lambda letter: (letter.page, round(letter.baseline, 1)))
    made = [ReadLine(tuple(group)) for _, group in grouped]
    return [line for line in made if line.words]


def line(path: Path, start: str) -> ReadLine:
    """Return the first line whose words begin with *start*."""
    return next(found for found in lines(path) if found.words.startswith(start))


def has_line(path: Path, start: str) -> bool:
    """Say whether a line's words begin with *start*."""
    return any(found.words.startswith(start) for found in lines(path))


def page_count(path: Path) -> int:
    """Return how many pages *path* has."""
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> list[Letter]:
    page = document[number]
    height = page.get_height()
    text = page.get_textpage()
    made = [_letter(text, at, number + 1, height) for at in range(text.count_chars())]
    return [letter for letter in made if letter.text not in "\r\n"]


def _letter(text: pypdfium2.PdfTextPage, at: int, page: int, height: float) -> Letter:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text.raw, at, byref(x), byref(y))
    name = create_string_buffer(80)
    raw.FPDFText_GetFontInfo(text.raw, at, name, 80, byref(c_int()))
    return Letter(
        text=chr(raw.FPDFText_GetUnicode(text.raw, at)),
        size=round(raw.FPDFText_GetFontSize(text.raw, at), 2),
        face=name.value.decode().rpartition("-")[2],
        page=page,
        x=x.value * _MM,
        right=text.get_charbox(at)[2] * _MM,
        baseline=(height - y.value) * _MM,
    )


def rules(path: Path, page: int = 1) -> list[tuple[float, float, float]]:
    """Return the level lines of *page*: left end, right end and height in mm, top first."""
    document = pypdfium2.PdfDocument(path)
    try:
        sheet = document[page - 1]
        height = sheet.get_height()
        paths = sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
        boxes = [found.get_bounds() for found in paths]
        flat = [box for box in boxes if box[2] - box[0] > box[3] - box[1]]
        return sorted(
            ((left * _MM, right * _MM, (height - (low + high) / 2) * _MM))
            for left, low, right, high in flat
        )
    finally:
        document.close()
