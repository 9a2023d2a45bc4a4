"""Text broken into lines: words, styles and the footnotes cited. Knows no page and no paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from thidua_desktop.documents.pdf.letters import Style

Align = Literal["left", "center", "right", "justify"]

_NO_BREAK = "\u00a0"
_WIDEST_SPACE = 30.0  # points that justifying adds to a space at most
_ERROR = 0.001  # points lost in adding


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; *note* is the number of the footnote it cites, or 0."""

    text: str
    style: Style
    note: int = 0


@dataclass(slots=True, eq=False)
class Line:
    """One line as it is drawn: stretches of text, *width* in points.

    *indent* moves it to the right. *is_end*: nothing follows it in its paragraph, so that it is
    not stretched. *notes*: the footnotes cited in it.
    """

    spans: tuple[tuple[str, Style], ...]
    width: float
    is_end: bool = True
    indent: float = 0.0
    notes: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """Return the text of the line."""
        return "".join(text for text, _ in self.spans)

    def stretch(self, room: float) -> float:
        """Return how much wider each space must be for the line to fill *room*.

        A line left short by a very long word is not torn apart.
        """
        spaces = sum(text.count(" ") + text.count(_NO_BREAK) for text, _ in self.spans)
        wider = 0.0 if self.is_end or not spaces else (room - self.indent - self.width) / spaces
        return wider if wider < _WIDEST_SPACE else 0.0


def plain_lines(text: str, style: Style, room: float) -> list[Line]:
    """Return *text*, without markup, in lines no wider than *room*."""
    shown = style.face.tidy(text)
    if "\n" not in shown and (width := style.face.text_width(shown) * style.size) <= room:
        return [Line(((shown, style),), width)]
    lines: list[Line] = []
    for stretch in shown.split("\n"):
        lines += _filled(stretch, style, room)
    return lines


def _filled(text: str, style: Style, room: float) -> list[Line]:
    """Return one paragraph in lines, as `broken` does, several times faster."""
    width_of, size = style.face.width, style.size
    gap, left = width_of(" ") * size, room + _ERROR
    lines: list[Line] = []
    start, width = 0, -gap
    words = text.split(" ")
    for end, word in enumerate(words):
        wide = width_of(word) * size
        if wide > left:
            return broken([Span(text, style)], room)
        if width + gap + wide > left:
            lines.append(Line(((" ".join(words[start:end]), style),), width, is_end=False))
            start, width = end, -gap
        width += gap + wide
    lines.append(Line(((" ".join(words[start:]), style),), width))
    return lines


def broken(spans: Iterable[Span], room: float, indent: float = 0.0) -> list[Line]:
    """Return *spans* in lines no wider than *room*, the first moved right by *indent*.

    Lines break at spaces, and where a text has a line feed. A word wider than a line is cut
    where the line ends. An empty text is one empty line.
    """
    lines: list[Line] = []
    for words in _paragraphs(spans):
        lines += _Breaker(room, indent if not lines else 0.0).lines(words)
    return lines


def balanced(spans: Sequence[Span], room: float) -> list[Line]:
    """Return *spans* in as few lines as *room* allows, all about as long: for centred titles."""
    lines = broken(spans, room)
    low, high = room / max(len(lines), 1) / 2, room
    while high - low > 1:
        middle = (low + high) / 2
        tried = broken(spans, middle)
        if len(tried) <= len(lines) and not _is_cut(tried, middle):
            high, lines = middle, tried
        else:
            low = middle
    return lines


def _is_cut(lines: list[Line], room: float) -> bool:
    """Say whether a word was cut to fit: a line that is full and has no space to break at."""
    return any(" " not in line.words and line.width > room * 0.9 for line in lines)


@dataclass(slots=True)
class _Word:
    """What stands between two spaces; it may change style. *gap* is the style of its space."""

    parts: list[Span]
    gap: Style

    @property
    def width(self) -> float:
        return sum(part.style.width(part.text) for part in self.parts)


def _paragraphs(spans: Iterable[Span]) -> Iterator[list[_Word]]:
    """Return the words of each stretch between line feeds."""
    words: list[_Word] = []
    joined = False
    for span in spans:
        shown = [span.style.face.tidy(line) for line in span.text.split("\n")]
        for number, line in enumerate(shown):
            if number:
                yield words
                words, joined = [], False
            for place, text in enumerate(line.split(" ")):
                joined = joined and not place
                part = Span(text, span.style, span.note)
                if text and joined:
                    words[-1].parts.append(part)
                elif text:
                    words.append(_Word([part], span.style))
                    joined = True
    yield words


class _Breaker:
    """Fills lines with words; its state is the line being filled."""

    def __init__(self, room: float, indent: float) -> None:
        self._room, self._indent = room, indent
        self._words: list[_Word] = []
        self._width = 0.0
        self._lines: list[Line] = []

    def lines(self, words: Iterable[_Word]) -> list[Line]:
        for word in words:
            self._add(word)
        self._end(is_end=True)
        return self._lines

    def _add(self, word: _Word) -> None:
        width = word.width
        gap = word.gap.width(" ") if self._words else 0.0
        if self._words and self._width + gap + width > self._left:
            self._end(is_end=False)
            gap = 0.0
        if not self._words and width > self._left:
            for piece in _cut(word, self._left, self._room):
                if self._words:
                    self._end(is_end=False)
                self._words, self._width = [piece], piece.width
            return
        self._words.append(word)
        self._width += gap + width

    @property
    def _left(self) -> float:
        return self._room - self._indent + _ERROR

    def _end(self, *, is_end: bool) -> None:
        parts = (part for word in self._words for part in word.parts)
        notes = tuple(part.note for part in parts if part.note)
        spans = tuple(_joined(self._words))
        self._lines.append(Line(spans, self._width, is_end, self._indent, notes))
        self._words, self._width, self._indent = [], 0.0, 0.0


def _joined(words: list[_Word]) -> Iterator[tuple[str, Style]]:
    """Return the words with their spaces, neighbours of one style in one text."""
    text, last = "", None
    for number, word in enumerate(words):
        for part in [Span(" ", word.gap), *word.parts] if number else word.parts:
            if part.style is not last and last is not None:
                yield text, last
                text = ""
            text, last = text + part.text, part.style
    if last is not None:
        yield text, last


def _cut(word: _Word, first: float, room: float) -> Iterator[_Word]:
    """Cut a word too wide for a line into pieces that fit; a footnote's number stays whole."""
    piece, width, left = _Word([], word.gap), 0.0, first
    for part in word.parts:
        for text in [part.text] if part.note else part.text:
            wide = part.style.width(text)
            if piece.parts and width + wide > left:
                yield piece
                piece, width, left = _Word([], word.gap), 0.0, room
            piece.parts.append(Span(text, part.style, part.note))
            width += wide
    yield piece
