"""The four faces of one PDF: how wide words are and how they are coded. Knows no page."""

from dataclasses import dataclass
from unicodedata import is_normalized, normalize

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from thidua_desktop.documents.fonts import FACES, FaceName, FontFolder, prints_nothing

LEADING = 1.149
"""Height of a single-spaced line, in sizes: that of Times New Roman and Liberation Serif."""

ASCENT = 0.914
"""From the top of such a line to its baseline, in sizes; marked capitals stay inside."""

_UNKNOWN = "□"


class Face:
    """One face of the family, and what of it a document has used."""

    def __init__(self, name: str, file: str) -> None:
        self.font = TTFont(name, file)
        self._widths: dict[str, float] = {}
        self._shown = _Shown(self.font.face.charToGlyph)

    def tidy(self, text: str) -> str:
        """Return *text* as this face can show it: NFC, "□" for a character it does not have."""
        if text.isascii() and text.isprintable():
            return text
        whole = text if is_normalized("NFC", text) else normalize("NFC", text)
        return whole.translate(self._shown)

    def width(self, word: str) -> float:
        """Return how wide *word* is at size 1; syllables come again and are remembered."""
        known = self._widths.get(word)
        if known is None:
            known = self._widths[word] = self.font.stringWidth(word, 1)
        return known

    def text_width(self, text: str) -> float:
        """Return how wide *text*, which hardly comes again, is at size 1."""
        return self.font.stringWidth(text, 1)


class _Shown(dict[int, int | None]):
    """For each character: itself, nothing, or the sign for one that the face does not have."""

    def __init__(self, glyphs: dict[int, int]) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, code: int) -> int | None:
        letter = chr(code)
        if letter == "\n" or code in self._glyphs:
            self[code] = code
        elif letter.isspace():
            self[code] = ord(" ")
        else:
            self[code] = None if prints_nothing(letter) else ord(_UNKNOWN)
        return self[code]


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A face at a *size* in points, its baseline lifted by *rise*."""

    face: Face
    size: float
    rise: float = 0.0

    def width(self, word: str) -> float:
        """Return the width of *word* in points."""
        return self.face.width(word) * self.size


class Letters:
    """The faces of one document; a style asked for twice is the same object."""

    def __init__(self, fonts: FontFolder) -> None:
        self._faces = {name: Face(f"Serif{name}", str(fonts.face(name))) for name in FACES}
        self._styles: dict[tuple[FaceName, float, float], Style] = {}
        registerFont(self._faces["Regular"].font)  # the canvas looks its first font up by name

    @property
    def first_name(self) -> str:
        """Return the name of the font a canvas starts with."""
        return self._faces["Regular"].font.fontName

    def style(
        self, size: float, *, bold: bool = False, italic: bool = False, rise: float = 0.0
    ) -> Style:
        """Return the style of *size* points."""
        name: FaceName = (
            ("BoldItalic" if italic else "Bold") if bold else "Italic" if italic else "Regular"
        )
        key = (name, size, rise)
        if key not in self._styles:
            self._styles[key] = Style(self._faces[name], size, rise)
        return self._styles[key]


class Codes(dict[int, str]):
    """How the characters of one face are written in a document's text strings.

    A face has at most 255 characters a subset; `many` says that a second one was opened, and
    then a text may change subset within a word.
    """

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        super().__init__()
        self._font, self._document = font, document
        self._first_name = ""
        self.many = False

    def __missing__(self, code: int) -> str:
        ((subset, coded),) = self._font.splitString(chr(code), self._document)
        self.many = self.many or subset > 0
        self[code] = _escaped(coded)
        return self[code]

    def strings(self, text: str) -> list[tuple[str, str]]:
        """Return *text* as pieces: the font's name in the document and the coded string."""
        coded = text.translate(self)
        if not self.many:
            self._first_name = self._first_name or self._name(0)
            return [(self._first_name, coded)]
        pieces = self._font.splitString(text, self._document)
        return [(self._name(subset), _escaped(string)) for subset, string in pieces]

    def _name(self, subset: int) -> str:
        return str(self._font.getSubsetInternalName(subset, self._document))


def _escaped(coded: bytes) -> str:
    return "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b"()\\" else f"\\{byte:03o}" for byte in coded
    )
