"""How wide Times letters are and how many lines a text takes. Reads no font and draws nothing.

Widths are thousandths of the letters' size, the same in Times New Roman and Liberation Serif.
"""

from math import ceil
from unicodedata import normalize

DIGIT = 500
_USUAL = 500
_BOLD = 1.07  # the same words in bold are at most this much wider
_HORN = "\u031b"  # of ơ and ư; other marks take no room

_BY_WIDTH = {
    250: " .,",
    278: "ijlt:;/'",
    333: "frI-()[]!",
    389: "sJ",
    444: "acez?“”",
    529: "ơ",
    542: "ư",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "wADGHKNOQUVXYĐƠ",
    778: "m&Ư",
    833: "%",
    889: "M",
    944: "W",
    1000: "…—",
}


def text_width(text: str, *, bold: bool = False) -> float:
    """Return how wide *text* is on one line, in thousandths of the letters' size."""
    width = sum(map(_widths.__getitem__, text))
    return width * _BOLD if bold else width


def line_count(text: str, room: float, *, bold: bool = False) -> int:
    """Return how many lines *text* takes where a line has *room*, in the same thousandths.

    Words go to the next line whole; a word longer than a line is broken.
    """
    room = room / _BOLD if bold else room
    return sum(_lines(paragraph, room) for paragraph in text.split("\n"))


def _lines(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        width = text_width(word)
        if used and used + _widths[" "] + width > room:
            lines, used = lines + 1, 0.0
        used += width + (_widths[" "] if used else 0)
        if used > room:
            lines += ceil(used / room) - 1
            used %= room
    return lines


class _Widths(dict[str, int]):
    """The width of each letter met so far."""

    def __missing__(self, letter: str) -> int:
        parts = normalize("NFD", letter)
        base = normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
        self[letter] = self[base] if base != letter else _USUAL
        return self[letter]


_widths = _Widths({letter: width for width, row in _BY_WIDTH.items() for letter in row})
