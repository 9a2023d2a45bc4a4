"""The foot of a formal paper: Nơi nhận on the left, who signs on the right. Knows no pages."""

from collections.abc import Iterable

from thidua_desktop.documents.pdf.boxes import Placed, Plate
from thidua_desktop.documents.pdf.letters import LEADING, Letters, Style
from thidua_desktop.documents.pdf.lines import Span, balanced, broken
from thidua_desktop.documents.wording import RECIPIENTS, lines, recipient_lines
from thidua_desktop.domain.heading import Heading

_LEFT_SHARE = 0.45
_GAP = 14.0  # points between the text and the closing
_FOR_THE_HAND = 78.0  # points between post and name, for signature and seal


def closing(heading: Heading, letters: Letters, room: float) -> Plate | None:
    """Return the closing of a paper in a column *room* wide; None when nobody signs or receives."""
    split = room * _LEFT_SHARE
    placed, left = _recipients(heading, letters, split)
    signed, right = _signature(heading, letters, (split, room - split))
    if not placed and not signed:
        return None
    return Plate(height=max(left, right), gap=_GAP, placed=placed + signed)


def _recipients(heading: Heading, letters: Letters, room: float) -> tuple[list[Placed], float]:
    listed = recipient_lines(heading)
    if not listed:
        return [], 0.0
    title, small = letters.style(12, bold=True, italic=True), letters.style(11)
    y, placed = 1.5, list[Placed]()  # its baseline level with that of the first, larger line right
    for text, style in [(RECIPIENTS, title), *((line, small) for line in listed)]:
        for line in broken([Span(text, style)], room - 12):
            placed.append(Placed(line, 0, y, room, style.size, "left"))
            y += LEADING * style.size
    return placed, y


def _signature(
    heading: Heading, letters: Letters, column: tuple[float, float]
) -> tuple[list[Placed], float]:
    bold = letters.style(14, bold=True)
    posts, names = lines(heading.authority.upper()), lines(heading.signer)
    if not posts and not names:
        return [], 0.0
    placed, y = _centred(posts, bold, column, 0.0)
    signed, y = _centred(names, bold, column, y + _FOR_THE_HAND)
    return placed + signed, y


def _centred(
    texts: Iterable[str], style: Style, column: tuple[float, float], y: float
) -> tuple[list[Placed], float]:
    x, room = column
    placed = []
    for line in (line for text in texts for line in balanced([Span(text, style)], room)):
        placed.append(Placed(line, x, y, room, style.size, "center"))
        y += LEADING * style.size
    return placed, y
