"""The head and the foot of a formal paper in Word (NĐ 30/2020/NĐ-CP, Phụ lục I). Knows no text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.documents.docx.elements import Element, paragraph, points, rule, run, w
from thidua_desktop.documents.docx.styles import FRAME, RULE, SIZE, SUBJECT, TITLE
from thidua_desktop.documents.docx.tables import bare_table
from thidua_desktop.documents.letter_widths import narrowest, text_width
from thidua_desktop.documents.wording import (
    MOTTO,
    NATION,
    RECIPIENTS,
    lines,
    number_line,
    place_line,
    recipient_lines,
)
from thidua_desktop.domain.heading import Heading

_RIGHT_SHARE = 0.56  # of the width, at least, for the nation's name; the rest is the issuer's
_RECIPIENTS_SHARE = 0.45
_TITLE_SHARE = 0.86  # of the width; a subject as wide as the text does not look like a title
_SHORT, _WHOLE = 0.4, 1.0  # how much of the text above a drawn line is; the decree: 1/3 to 1/2
_BEFORE_NUMBER, _BEFORE_CLOSING = 6.0, 8.0  # points
_FOR_THE_HAND = 72.0  # points between post and name, for signature and seal
_SLACK = 1.02  # programs differ a little in how wide a line comes out


@dataclass(frozen=True, slots=True)
class _Letters:
    """How the lines of a block look."""

    size: float
    style: str = FRAME
    bold: bool = False
    italic: bool = False
    share: float = 1.0  # of the width, that its lines may fill


_PARENT, _ISSUER, _NATION = _Letters(13), _Letters(13, bold=True), _Letters(13, bold=True)
_MOTTO, _NUMBER, _PLACE = _Letters(14, bold=True), _Letters(13), _Letters(14, italic=True)
_TYPE = _Letters(14, TITLE, bold=True, share=_TITLE_SHARE)
_SUBJECT = _Letters(14, SUBJECT, bold=True, share=_TITLE_SHARE)
_SUBTITLE, _POST = _Letters(14, italic=True), _Letters(14, bold=True)


def head(heading: Heading, subtitle: Sequence[str], room: int) -> Iterator[Element]:
    """Return the head of a paper *room* twips wide, to the line under its subject."""
    right = round(max(room * _RIGHT_SHARE, _length(NATION, _NATION) * _SLACK))
    left = room - right
    issuer = [
        *_block(heading.parent.upper(), left, _PARENT),
        *_block(heading.issuer.upper(), left, _ISSUER, ruled=_SHORT),
    ]
    nation = [*_block(NATION, right, _NATION), *_block(MOTTO, right, _MOTTO, ruled=_WHOLE)]
    rows = [(issuer, nation)]
    if number_line(heading) or place_line(heading):
        number = [*_block(number_line(heading), left, _NUMBER, before=_BEFORE_NUMBER)]
        place = [*_block(place_line(heading), right, _PLACE, before=_BEFORE_NUMBER)]
        rows.append((number, place))
    yield bare_table((left, right), rows)
    yield from _title(heading, subtitle, room)


def closing(heading: Heading, room: int) -> Iterator[Element]:
    """Return Nơi nhận and signature side by side on one page; nothing when there is neither."""
    left = round(room * _RECIPIENTS_SHARE)
    recipients, signature = [*_recipients(heading)], [*_signature(heading, room - left)]
    if recipients or signature:
        yield bare_table((left, room - left), [(recipients, signature)])


def _title(heading: Heading, subtitle: Sequence[str], room: int) -> Iterator[Element]:
    yield from _block(heading.type_name.upper(), room, _TYPE)
    yield from _block(heading.subject, room, _SUBJECT, ruled=0 if subtitle else _SHORT)
    for number, line in enumerate(subtitle, start=1):
        yield from _block(line, room, _SUBTITLE, ruled=_SHORT if number == len(subtitle) else 0)


def _recipients(heading: Heading) -> Iterator[Element]:
    listed = recipient_lines(heading)
    if listed:
        title = run(RECIPIENTS, bold=True, italic=True, size=12)
        yield paragraph(FRAME, title, properties=(_before(_BEFORE_CLOSING), w("jc", val="left")))
    for line in listed:
        yield paragraph(FRAME, run(line, size=11), properties=(w("jc", val="left"),))


def _signature(heading: Heading, room: int) -> Iterator[Element]:
    yield from _block(heading.authority.upper(), room, _POST, before=_BEFORE_CLOSING)
    if heading.authority or heading.signer:
        signer = run(heading.signer, bold=True)
        yield paragraph(FRAME, signer, properties=(_before(_FOR_THE_HAND),))


def _block(
    text: str, room: int, letters: _Letters, *, before: float = 0.0, ruled: float = 0.0
) -> Iterator[Element]:
    """Return the lines of *text* in the middle of *room* twips and the line drawn below them.

    What does not fit on a line is broken into lines about as long as one another. *ruled*: how
    much of the longest line the drawn one is.
    """
    longest = 0.0
    for line in lines(text):
        length, width = _length(line, letters), room * letters.share
        own = [_before(before)] if before else []
        if length > width:
            length = _length(line, letters, room=width)
            own.append(_between(room, length * _SLACK))
        yield paragraph(letters.style, _run(line, letters), properties=tuple(own))
        longest, before = max(longest, length), 0.0
    if longest and ruled:
        yield rule(RULE, room, longest * ruled)


def _length(line: str, letters: _Letters, room: float | None = None) -> float:
    """Return how long *line* is in twips; broken to fit *room*, how long its lines are."""
    unit = points(letters.size) / 1000
    if room is None:
        return text_width(line, bold=letters.bold) * unit
    return narrowest(line, room / unit, bold=letters.bold) * unit


def _run(line: str, letters: _Letters) -> Element:
    """Return *line* as a run; what its style says is not said again."""
    bold = letters.bold and letters.style == FRAME
    size = letters.size if letters.size != SIZE else None
    return run(line, bold=bold, italic=letters.italic, size=size)


def _before(gap: float) -> Element:
    return w("spacing", before=points(gap))


def _between(room: float, width: float) -> Element:
    side = round((room - width) / 2)
    return w("ind", left=side, right=side)
