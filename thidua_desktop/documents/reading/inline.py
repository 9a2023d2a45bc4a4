"""Inline marks of text files (markdown, a little HTML) to runs. Knows nothing of paragraphs."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thidua_desktop.documents.reading.source import Mark, Piece
from thidua_desktop.domain.markup import Run

_TOKEN = re.compile(
    r"(?P<sup><sup>\s*(?P<number>[^<>]{1,8}?)\s*</sup>)"
    r"|(?P<note>\[\^(?P<name>\w{1,16})\]:?)"
    r"|(?P<tag></?(?:ul|ol|li|br|p|div|b|strong|i|em|u|span|sup|sub|font)(?:\s[^<>]*)?/?>)"
    r"|(?P<escaped>\\[\\`*_{}\[\]()#+.!|<>~-])"
    r"|(?P<stars>\*{1,3})",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-–+•*]")
_BREAKS = ("ul", "ol", "li", "br", "p", "div")
_BOLD, _ITALIC = ("b", "strong"), ("i", "em")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def pieces_of(text: str) -> list[Piece]:
    """Return the runs and raised numbers of *text*; a line break in it is "\\n" in a run.

    `<li>` begins a line by "- " where the source left the dash to the list's style.
    """
    return list(_Reader(text).read())


def raised(number: str) -> Run:
    """Return a raised number that is no footnote as a run of raised digits: m²."""
    return Run(number.translate(_SUPERSCRIPT))


@dataclass(slots=True)
class _Reader:
    """Reads one text once; its state is which styles are open."""

    text: str
    tags: dict[str, int] = field(default_factory=lambda: {"b": 0, "i": 0})
    starred: dict[str, bool] = field(default_factory=lambda: {"b": False, "i": False})

    def read(self) -> Iterator[Piece]:
        at = 0
        for token in _TOKEN.finditer(self.text):
            yield from self._run(self.text[at : token.start()])
            at = token.end()
            yield from self._token(token)
        yield from self._run(self.text[at:])

    def _token(self, token: re.Match[str]) -> Iterator[Piece]:
        if token["sup"] or token["note"]:
            yield from self._raised(token["number"] or token["name"])
        elif token["tag"]:
            yield from self._tag(token)
        elif token["escaped"]:
            yield from self._run(token["escaped"][1:])
        else:
            yield from self._stars(token)

    def _raised(self, number: str) -> Iterator[Piece]:
        if number.isalnum():
            yield Mark(number)
        else:
            yield from self._run(number)

    def _tag(self, token: re.Match[str]) -> Iterator[Piece]:
        tag = token["tag"].strip("</>").split(maxsplit=1)[0].rstrip("/").casefold()
        step = -1 if token["tag"].startswith("</") else 1
        style = "b" if tag in _BOLD else "i" if tag in _ITALIC else ""
        if style:
            self.tags[style] = max(0, self.tags[style] + step)
        elif tag in _BREAKS:
            is_item = tag == "li" and step == 1
            dashed = _DASH.match(self.text, token.end())
            yield Run("\n- " if is_item and not dashed else "\n")

    def _stars(self, token: re.Match[str]) -> Iterator[Piece]:
        """Open or close bold and italic; a star that does neither is a star."""
        stars = token["stars"]
        styles = {1: "i", 2: "b", 3: "bi"}[len(stars)]
        open_ones = [style for style in styles if self.starred[style]]
        if open_ones and not self.text[token.start() - 1].isspace():
            for style in open_ones:
                self.starred[style] = False
        elif not open_ones and self._opens(token):
            for style in styles:
                self.starred[style] = True
        else:
            yield from self._run(stars)

    def _opens(self, token: re.Match[str]) -> bool:
        at = token.end()
        is_before_word = at < len(self.text) and not self.text[at].isspace()
        return is_before_word and self.text.find(token["stars"], at) >= 0

    def _run(self, text: str) -> Iterator[Piece]:
        if text:
            bold = self.tags["b"] > 0 or self.starred["b"]
            italic = self.tags["i"] > 0 or self.starred["i"]
            yield Run(html.unescape(text), italic, bold)
