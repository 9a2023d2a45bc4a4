"""Which report a paper is, and of which time, guessed from its subject."""

import re
from collections import Counter
from collections.abc import Iterable

from thidua_desktop.domain.text import fold

_HALF = re.compile(r"\b(?:0?6|sau) thang (?P<which>dau|cuoi) nam\b")
_YEARS = re.compile(
    r"\b(?:0?[3-9]|[1-5]0|muoi|nam) nam (?:\w+ ){0,3}?thuc hien\b|\bgiai doan (?:19|20)\d\d\b"
)
_YEAR = re.compile(r"\bnam (?P<year>(?:19|20)\d\d)\b")


def kind_and_half(subject: str) -> tuple[str, int]:
    """Return the kind of report (`reports.KINDS`) that *subject* names, and its half or 0.

    A half-year report also speaks of the half to come; the first one named is its own.
    """
    folded = fold(subject)
    if half := _HALF.search(folded):
        return "half_year", 1 if half["which"] == "dau" else 2
    if _YEARS.search(folded):
        return "multi_year", 0
    is_of_year = "bao cao" in folded or "ket" in folded.split()
    return ("year" if is_of_year and _YEAR.search(folded) else "other"), 0


def year_of(subject: str, date: str, text: Iterable[str] = ()) -> int:
    """Return the year that *subject* names, else that of *date*, else the first in *text*, or 0."""
    named = _YEAR.search(fold(subject))
    if named:
        return int(named["year"])
    if date:
        return int(date[:4])
    found = next(filter(None, (_YEAR.search(fold(line)) for line in text)), None)
    return int(found["year"]) if found else 0


def most_named_year(text: Iterable[str]) -> int:
    """Return the year that *text* names most often, or 0: last year's work is named too."""
    found = Counter(year for line in text for year in _YEAR.findall(fold(line)))
    return int(found.most_common(1)[0][0]) if found else 0
