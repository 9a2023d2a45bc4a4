"""Numbers of sections: which one a paragraph begins with, which one comes next. Knows no Qt."""

import re
from collections.abc import Sequence

from thidua_desktop.domain.numbers import roman
from thidua_desktop.ui.papers.prose import Manner

DEEPEST = 4
"""Depth of "1.1.1."; deeper sections are rare and are numbered by hand."""

_TYPED = re.compile(
    r"(?P<roman>(?:X{0,2})(?:IX|IV|V?I{1,3}|V|X)\.)\s|(?P<arabic>\d{1,2}(?:\.\d{1,2}){0,3}\.)\s|"
    r"(?P<bullet>[-–+•])\s"
)


def typed(text: str) -> tuple[Manner, int] | None:
    """Return what a line that begins like *text* is, and how many letters say so; None for prose.

    "II. " is a chapter, "1.2. " a section, "- " a bullet.
    """
    found = _TYPED.match(text)
    if found is None:
        return None
    if number := found["bullet"]:
        return Manner("bullet", 0, number), found.end()
    if number := found["roman"]:
        return Manner("heading", 1, number), found.end()
    number = found["arabic"]
    return Manner("heading", number.count(".") + 1, number), found.end()


def heading_after(above: Sequence[Manner], depth: int) -> Manner:
    """Return a heading of *depth* with the number that follows from the manners *above* it."""
    headings = [manner for manner in above if manner.kind == "heading" and manner.number]
    count, parent = 1, ""
    for manner in reversed(headings):
        if manner.depth == depth:
            count += 1
        elif manner.depth < depth:
            parent = manner.number
            break
    if depth == 1:
        return Manner("heading", 1, f"{roman(count)}.")
    prefix = parent if depth > 2 and parent[:1].isdigit() else ""
    return Manner("heading", depth, f"{prefix}{count}.")


def shifted(manner: Manner, above: Sequence[Manner], by: int) -> Manner:
    """Return what a paragraph of *manner* is *by* levels deeper; at either end it stays.

    Headings take the number that follows from those *above*; text becomes "-", then "+".
    """
    if manner.kind == "heading":
        depth = manner.depth + by
        return heading_after(above, depth) if 1 <= depth <= DEEPEST else manner
    steps = [Manner(), Manner("bullet", 0, "-"), Manner("bullet", 0, "+")]
    at = next((n for n, step in enumerate(steps) if step.number == manner.number), -1)
    return steps[min(max(at + by, 0), len(steps) - 1)] if at >= 0 else manner
