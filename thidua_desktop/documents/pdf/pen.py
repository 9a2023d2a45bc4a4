"""Writes the pages of one PDF file: text, rules, marks. Knows lines, and nothing of papers.

Operators are written as they stand in the file; the library keeps fonts, pages and properties.
All places are in points from the upper left corner of the page.
"""

from datetime import datetime
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from thidua_desktop.documents.pdf.letters import Codes, Letters, Style
from thidua_desktop.documents.pdf.lines import Line

_HAIR = 0.5  # points


class Pen:
    """The file being drawn and the page at hand."""

    def __init__(self, path: Path, size: tuple[float, float], letters: Letters) -> None:
        self._canvas = Canvas(
            str(path),
            pagesize=size,
            pageCompression=1,
            invariant=1,
            lang="vi-VN",
            initialFontName=letters.first_name,  # type: ignore[arg-type] # a name, say the docs
        )
        self._height = size[1]
        self._codes: dict[object, Codes] = {}
        self._texts: list[str] = []
        self._rules: list[str] = []
        self._uprights: dict[float, tuple[float, float]] = {}
        self._font: tuple[str, float] = ("", 0.0)
        self._stretch = self._rise = 0.0
        self._marks = 0
        self._level = -1

    def properties(self, *, title: str, author: str, made: datetime) -> None:
        """Set what the file says of itself."""
        canvas = self._canvas
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setSubject(title)
        canvas.setCreator("Thi đua")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setDateFormatter(lambda *_: made.strftime("D:%Y%m%d%H%M%S"))

    def line(self, line: Line, x: float, baseline: float, stretch: float = 0.0) -> None:
        """Write *line*, its first letter at *x*, each space wider by *stretch*."""
        if not line.spans:
            return
        if abs(stretch - self._stretch) > 0.0005:
            self._texts.append(f"{stretch:.3f} Tw")
            self._stretch = stretch
        self._texts.append(f"1 0 0 1 {x + line.indent:.2f} {self._height - baseline:.2f} Tm")
        for text, style in line.spans:
            self._write(text, style)

    def rule(self, x: float, right: float, y: float, thickness: float = _HAIR) -> None:
        """Draw a level line from *x* to *right*."""
        level = self._height - y
        self._rules.append(f"{thickness:g} w {x:.2f} {level:.2f} m {right:.2f} {level:.2f} l S")

    def upright(self, x: float, top: float, bottom: float) -> None:
        """Draw a line down at *x*; one that begins where the last at *x* ended makes it longer."""
        start, end = self._uprights.get(x, (top, top))
        if abs(end - top) > 0.01:
            self._draw_upright(x, start, end)
            start = top
        self._uprights[x] = (start, bottom)

    def mark(self, title: str, level: int, y: float) -> None:
        """Name this place in the document's outline; *level* 0 is the highest."""
        self._marks += 1
        self._level = min(level, self._level + 1)
        key = f"m{self._marks}"
        self._canvas.bookmarkHorizontalAbsolute(key, self._height - y)
        self._canvas.addOutlineEntry(title, key, self._level)

    def end_page(self) -> None:
        """Put the page away and begin the next."""
        for x, (start, end) in self._uprights.items():
            self._draw_upright(x, start, end)
        rules, texts = "\n".join(self._rules), "\n".join(self._texts)
        self._canvas.addLiteral(f"{rules}\nBT\n{texts}\nET")
        self._canvas.showPage()
        self._texts, self._rules, self._uprights = [], [], {}
        self._font, self._stretch, self._rise = ("", 0.0), 0.0, 0.0

    def save(self) -> None:
        """Write the file."""
        self._canvas.save()

    def _write(self, text: str, style: Style) -> None:
        if style.rise != self._rise:
            self._texts.append(f"{style.rise:g} Ts")
            self._rise = style.rise
        for name, coded in self._coded(style).strings(text):
            if self._font != (name, style.size):
                self._font = (name, style.size)
                self._texts.append(f"{name} {style.size:g} Tf")
            self._texts.append(f"({coded}) Tj")

    def _coded(self, style: Style) -> Codes:
        face = style.face
        if face not in self._codes:
            self._codes[face] = Codes(face.font, self._canvas._doc)  # type: ignore[attr-defined]
        return self._codes[face]

    def _draw_upright(self, x: float, top: float, bottom: float) -> None:
        if bottom > top:
            self._rules.append(
                f"{_HAIR:g} w {x:.2f} {self._height - top:.2f} m "
                f"{x:.2f} {self._height - bottom:.2f} l S"
            )
