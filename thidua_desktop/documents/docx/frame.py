"""The head and the foot of a formal paper in Word (NĐ 30/2020/NĐ-CP, Phụ lục I). Knows no text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.documents.docx.elements import Element, paragraph, points, rule, run, w
from thidua_desktop.documents.docx.styles import FRAME, RULE, SIZE, SUBJECT, TITLE
from thidua_desktop.documents.docx.tables import bare_table
from thidua_desktop.documents.letter_widths import text_width
from thidua_desktop.documents.titles import title_lines
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

    def length(self, text: str) -> float:
        """Return how long *text* is on one line, in twips."""
        return text_width(text, bold=self.bold) * points(self.size) / 1000


_PARENT, _ISSUER, _NATION = _Letters(13), _Letters(13, bold=True), _Letters(13, bold=True)
_MOTTO, _NUMBER, _PLACE = _Letters(14, bold=True), _Letters(13), _Letters(14, italic=True)
_TYPE = _Letters(14, TITLE, bold=True, share=_TITLE_SHARE)
_SUBJECT = _Letters(14, SUBJECT, bold=True, share=_TITLE_SHARE)
_SUBTITLE, _POST = _Letters(14, italic=True), _Letters(14, bold=True)


def head(heading: Heading, subtitle: Sequence[str], room: int) -> Iterator[Element]:
    """Return the head of a paper *room* twips wide, to the line under its subject."""
    right = round(max(room * _RIGHT_SHARE, _NATION.length(NATION) * _SLACK))
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

    *ruled*: how much of the longest line the drawn one is.
    """
    made = [title_lines(line, room * letters.share, letters.length) for line in lines(text)]
    for broken in made:
        own = (_before(before),) if before else ()
        yield paragraph(letters.style, _run("\n".join(broken), letters), properties=own)
        before = 0.0
    if made and ruled:
        longest = max(letters.length(line) for broken in made for line in broken)
        yield rule(RULE, room, longest * ruled)


def _run(line: str, letters: _Letters) -> Element:
    """Return *line* as a run; what its style says is not said again."""
    bold = letters.bold and letters.style == FRAME
    size = letters.size if letters.size != SIZE else None
    return run(line, bold=bold, italic=letters.italic, size=size)


def _before(gap: float) -> Element:
    return w("spacing", before=points(gap))
