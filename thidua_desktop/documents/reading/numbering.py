"""The number before a paragraph ("II.", "1.2.", "a)", "-") and the depth it tells."""

import re
from dataclasses import dataclass
from typing import Literal

Family = Literal["roman", "arabic", "letter", "bullet"]

_ROMAN = re.compile(r"(?P<number>(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})[./])(?:\s+|$)")
_ARABIC = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}[./)])(?:\s+|$)")
_DOTLESS = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=[^\W\d_])")
_LETTER = re.compile(r"(?P<number>[a-zđ][.)])(?:\s+|$)")
_BULLET = re.compile(r"(?P<number>[-–—−+•●▪◦*·])(?:\s+|$|(?=[^\W\d_]))")
_FORMS: tuple[tuple[Family, re.Pattern[str]], ...] = (
    ("roman", _ROMAN),
    ("arabic", _ARABIC),
    ("arabic", _DOTLESS),
    ("letter", _LETTER),
    ("bullet", _BULLET),
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; *length* letters of the text are the number and the space after it."""

    text: str
    family: Family
    length: int

    @property
    def parts(self) -> int:
        """Return of how many parts an Arabic number is made: 2 for "1.2."."""
        return len(re.findall(r"\d+", self.text))


def number_of(text: str) -> Number | None:
    """Return the number that *text* begins with, or None."""
    for family, form in _FORMS:
        if found := form.match(text):
            return Number(found["number"], family, found.end())
    return None


def depth_of(number: Number, above: int) -> int:
    """Return the depth of *number*: 1 for "I.", 2 for "1.", 3 for "1.1."; 0 for a bullet.

    A letter stands one below *above*, the depth of the last number that is no letter.
    """
    if number.family == "roman":
        return 1
    if number.family == "arabic" and not number.text.endswith(")"):
        return number.parts + 1
    return 0 if number.family == "bullet" else max(above, 1) + 1
