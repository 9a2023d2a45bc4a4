"""The head of a formal paper as NĐ 30/2020/NĐ-CP, Phụ lục I, asks for it. Knows no pages."""

from collections.abc import Iterable

from thidua_desktop.documents.pdf.boxes import Placed, Plate
from thidua_desktop.documents.pdf.letters import LEADING, Letters, Style
from thidua_desktop.documents.pdf.lines import Line
from thidua_desktop.documents.titles import title_lines
from thidua_desktop.documents.wording import MOTTO, NATION, number_line, place_line
from thidua_desktop.domain.heading import Heading

_RIGHT_SHARE = 0.56  # of the width, at least, for the nation's name; the rest is the issuer's
_AROUND = 6.0  # points left and right of the nation's name, which stands on one line
_SHORT = 0.4  # of the text above: the line under issuer and subject is a third to a half of it
_RULE_ROOM = 6.0  # points that a rule under a line takes
_BEFORE_NUMBER, _BEFORE_TITLE = 7.0, 16.0
_TITLE_SHARE = 0.86  # of the width; a subject as wide as the text does not look like a title


class HeadingPlate:
    """Draws up one heading in a column *room* wide, from the top down."""

    def __init__(self, letters: Letters, room: float) -> None:
        self._letters = letters
        self._room = room
        nation = letters.style(13, bold=True).width(NATION) + 2 * _AROUND
        self._split = room - max(room * _RIGHT_SHARE, nation)
        self._placed: list[Placed] = []

    def plate(self, heading: Heading, subtitle: Iterable[str]) -> Plate:
        """Return the heading with the *subtitle* lines in italics under its subject."""
        y = self._authorities(heading)
        if number_line(heading) or place_line(heading):
            y = self._number_and_place(heading, y + _BEFORE_NUMBER)
        y = self._title(heading, tuple(subtitle), y + _BEFORE_TITLE)
        return Plate(height=y, placed=self._placed)

    def _authorities(self, heading: Heading) -> float:
        """Place issuer and nation side by side; return where the lower of them ends."""
        bold = self._letters.style(13, bold=True)
        left = (0.0, self._split)
        y = self._block(heading.parent.upper(), self._letters.style(13), left, 0.0)
        y = self._block(heading.issuer.upper(), bold, left, y, rule=_SHORT)
        right = (self._split, self._room - self._split)
        under = self._block(NATION, bold, right, 0.0)
        under = self._block(MOTTO, self._letters.style(14, bold=True), right, under, rule=1.0)
        return max(y, under)

    def _number_and_place(self, heading: Heading, y: float) -> float:
        upright, italic = self._letters.style(13), self._letters.style(14, italic=True)
        right = (self._split, self._room - self._split)
        number = self._block(number_line(heading), upright, (0.0, self._split), y + 0.9)
        return max(number, self._block(place_line(heading), italic, right, y))

    def _title(self, heading: Heading, subtitle: tuple[str, ...], y: float) -> float:
        margin = self._room * (1 - _TITLE_SHARE) / 2
        column = (margin, self._room - 2 * margin)
        bold = self._letters.style(14, bold=True)
        y = self._block(heading.type_name.upper(), bold, column, y)
        y = self._block(heading.subject, bold, column, y, rule=0 if subtitle else _SHORT)
        italic = self._letters.style(14, italic=True)
        for number, line in enumerate(subtitle, start=1):
            y = self._block(line, italic, column, y, rule=_SHORT if number == len(subtitle) else 0)
        return y

    def _block(
        self, text: str, style: Style, column: tuple[float, float], y: float, rule: float = 0.0
    ) -> float:
        """Place *text* in the middle of *column*; return where it ends.

        *rule* is how wide a line is drawn below, in widths of the text.
        """
        if not text:
            return y
        made = self._lines(text, style, column[1])
        length = rule * max(line.width for line in made)
        for line in made:
            drawn = length if line is made[-1] else 0.0
            self._placed.append(Placed(line, column[0], y, column[1], style.size, "center", drawn))
            y += LEADING * style.size
        return y + (_RULE_ROOM if rule else 0.0)

    @staticmethod
    def _lines(text: str, style: Style, room: float) -> list[Line]:
        """Break *text* where a typist would; blanks for the pen stay as wide as they are."""
        shown = style.face.tidy(text)
        broken = (title_lines(part, room, style.width) for part in shown.split("\n"))
        return [Line(((line, style),), style.width(line)) for part in broken for line in part]
